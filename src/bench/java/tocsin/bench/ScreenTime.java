package tocsin.bench;

import java.util.concurrent.Executor;
import javafx.application.Platform;
import javafx.scene.Scene;

/// What the JavaFX thread is busy with: news that a relay brings, and pulses of one scene from before the styles until
/// after the layout. Everything is touched on that thread only but the hop, which is open to every thread.
final class ScreenTime implements Executor {
    /// Less than this between two pieces of work lets nothing else in.
    private static final long GAP_NANOS = 300_000;

    private Samples hops = new Samples();
    private Samples pulses = new Samples();
    private Samples stretches = new Samples();
    private long pulseBegan;
    private long stretchBegan;
    private long stretchEnded;
    private long inPulse;

    @Override
    public void execute(Runnable work) {
        Platform.runLater(() -> {
            long start = System.nanoTime();
            try {
                work.run();
            } finally {
                long end = System.nanoTime();
                hops.add(end - start);
                worked(start, end);
            }
        });
    }

    void watch(Scene scene) {
        scene.addPreLayoutPulseListener(() -> pulseBegan = System.nanoTime());
        scene.addPostLayoutPulseListener(() -> {
            long end = System.nanoTime();
            inPulse = end - pulseBegan;
            pulses.add(inPulse);
            worked(pulseBegan, end);
        });
    }

    /// How long the last pulse took.
    long inPulse() {
        return inPulse;
    }

    private void worked(long start, long end) {
        if (start - stretchEnded > GAP_NANOS) {
            if (stretchEnded != 0) {
                stretches.add(stretchEnded - stretchBegan);
            }
            stretchBegan = start;
        }
        stretchEnded = end;
    }

    void clear() {
        hops = new Samples();
        pulses = new Samples();
        stretches = new Samples();
        stretchBegan = 0;
        stretchEnded = 0;
    }

    void print(String when) {
        hops.print(when + ": news taken in");
        pulses.print(when + ": styles and layout");
        stretches.print(when + ": work without a gap");
    }
}
