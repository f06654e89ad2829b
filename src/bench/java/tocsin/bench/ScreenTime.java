package tocsin.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.concurrent.Executor;
import javafx.application.Platform;
import javafx.scene.Scene;

/// What the JavaFX thread is busy with: news that a relay brings, and pulses of one scene from before the styles until
/// after the layout. Everything is touched on that thread only but the hop, which is open to every thread.
final class ScreenTime implements Executor {
    /// Less than this between two pieces of work lets nothing else in.
    private static final long GAP_NANOS = 300_000;

    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

    private Samples hops = new Samples();
    private Samples pulses = new Samples();
    private Samples stretches = new Samples();
    private Samples computed = new Samples();
    private long pulseBegan;
    private long stretchBegan;
    private long stretchEnded;
    private long inPulse;
    private long pulseHadComputed;
    private long stretchComputed;

    @Override
    public void execute(Runnable work) {
        Platform.runLater(() -> {
            long start = System.nanoTime();
            long before = onProcessor();
            try {
                work.run();
            } finally {
                long end = System.nanoTime();
                hops.add(end - start);
                worked(start, end, onProcessor() - before);
            }
        });
    }

    void watch(Scene scene) {
        scene.addPreLayoutPulseListener(() -> {
            pulseBegan = System.nanoTime();
            pulseHadComputed = onProcessor();
        });
        scene.addPostLayoutPulseListener(() -> {
            long end = System.nanoTime();
            inPulse = end - pulseBegan;
            pulses.add(inPulse);
            worked(pulseBegan, end, onProcessor() - pulseHadComputed);
        });
    }

    /// What this thread had of the processor: without what others took from it, the garbage collector among them.
    private static long onProcessor() {
        return THREADS.getCurrentThreadCpuTime();
    }

    /// How long the last pulse took.
    long inPulse() {
        return inPulse;
    }

    private void worked(long start, long end, long computing) {
        if (start - stretchEnded > GAP_NANOS) {
            if (stretchEnded != 0) {
                stretches.add(stretchEnded - stretchBegan);
                computed.add(stretchComputed);
            }
            stretchBegan = start;
            stretchComputed = 0;
        }
        stretchComputed += computing;
        stretchEnded = end;
    }

    void clear() {
        hops = new Samples();
        pulses = new Samples();
        stretches = new Samples();
        computed = new Samples();
        stretchBegan = 0;
        stretchEnded = 0;
    }

    void print(String when) {
        hops.print(when + ": news taken in");
        pulses.print(when + ": styles and layout");
        stretches.print(when + ": work without a gap");
        computed.print(when + ": the same, on the processor");
    }
}
