package tocsin.ui.kit;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/// Tells the time again and again, on a daemon thread of its own. JavaFX's own timeline would keep the screen
/// drawing sixty times a second for it.
public final class Heartbeat implements AutoCloseable {
    private final ScheduledExecutorService thread = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().name("tocsin-heartbeat").daemon().factory());

    public Heartbeat(InstantSource wall, Duration beat, Consumer<Instant> listener) {
        long millis = beat.toMillis();
        var _ = thread.scheduleAtFixedRate(
                () -> listener.accept(wall.instant()), millis, millis, TimeUnit.MILLISECONDS);
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
