package tocsin.ui.kit;

import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import javafx.application.Platform;
import org.jspecify.annotations.Nullable;

/// The one way onto the JavaFX thread, open to every thread. Work runs in the order it came; however much comes
/// at once, one hop carries it all; what comes while it is being taken in waits for the next, so that keys and drawing
/// get between.
public final class FxRelay implements Executor {
    private final Executor hop;
    private final Queue<Runnable> waiting = new ConcurrentLinkedQueue<>();
    private final AtomicBoolean onTheWay = new AtomicBoolean();

    /// Over another hop than the toolkit's.
    public FxRelay(Executor hop) {
        this.hop = hop;
    }

    public static FxRelay toScreen() {
        return new FxRelay(Platform::runLater);
    }

    @Override
    public void execute(Runnable work) {
        waiting.add(work);
        set();
    }

    /// Hands on only the newest of what comes faster than the screen takes it.
    public <T> Consumer<T> newest(Consumer<? super T> target) {
        var newest = new AtomicReference<@Nullable T>();
        return value -> {
            if (newest.getAndSet(value) == null) {
                execute(() -> handOn(newest, target));
            }
        };
    }

    private static <T> void handOn(AtomicReference<@Nullable T> newest, Consumer<? super T> target) {
        T value = newest.getAndSet(null);
        if (value != null) {
            target.accept(value);
        }
    }

    private void set() {
        if (onTheWay.compareAndSet(false, true)) {
            hop.execute(this::arrive);
        }
    }

    private void arrive() {
        onTheWay.set(false);
        try {
            int due = waiting.size();
            for (Runnable work = waiting.poll(); work != null; work = --due > 0 ? waiting.poll() : null) {
                work.run();
            }
        } finally {
            // One that failed must not keep the others waiting for the next to come.
            if (!waiting.isEmpty()) {
                set();
            }
        }
    }
}
