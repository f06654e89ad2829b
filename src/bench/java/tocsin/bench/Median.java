package tocsin.bench;

import java.util.Arrays;
import java.util.Locale;

/// Runs a piece of work several times and prints the median rate.
final class Median {
    private static final int WARM_ROUNDS = 5;
    private static final int ROUNDS = 9;

    /// Work that gives a number, so that nothing of it can be left out as useless.
    interface Work {
        long run();
    }

    private Median() {}

    static void print(String name, long items, Work work) {
        long sink = 0;
        for (int i = 0; i < WARM_ROUNDS; i++) {
            sink += work.run();
        }
        long[] nanos = new long[ROUNDS];
        for (int i = 0; i < ROUNDS; i++) {
            long start = System.nanoTime();
            sink += work.run();
            nanos[i] = System.nanoTime() - start;
        }
        Arrays.sort(nanos);
        double median = nanos[ROUNDS / 2];
        System.out.printf(
                Locale.ROOT,
                "%-40s %,12.0f/s   %8.1f ns each   (best %,.0f/s, check %d)%n",
                name,
                items * 1e9 / median,
                median / items,
                items * 1e9 / nanos[0],
                sink & 7);
    }
}
