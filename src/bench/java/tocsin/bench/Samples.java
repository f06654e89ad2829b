package tocsin.bench;

import java.util.Arrays;
import java.util.Locale;

/// Durations of one kind, in nanoseconds. Open to every thread.
final class Samples {
    private long[] nanos = new long[1_024];
    private int count;

    synchronized void add(long each) {
        if (count == nanos.length) {
            nanos = Arrays.copyOf(nanos, count * 2);
        }
        nanos[count++] = each;
    }

    synchronized void print(String name) {
        long[] sorted = Arrays.copyOf(nanos, count);
        Arrays.sort(sorted);
        System.out.printf(
                Locale.ROOT,
                "%-56s p50 %7.2f ms   p99 %7.2f ms   worst %7.2f ms   (%,d; %,d over 16 ms)%n",
                name,
                at(sorted, 50),
                at(sorted, 99),
                at(sorted, 100),
                count,
                Arrays.stream(sorted).filter(each -> each > 16_000_000).count());
    }

    private static double at(long[] sorted, int percent) {
        return sorted.length == 0
                ? Double.NaN
                : sorted[Math.min(sorted.length - 1, sorted.length * percent / 100)] / 1e6;
    }
}
