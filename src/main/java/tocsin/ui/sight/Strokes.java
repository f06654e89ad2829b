package tocsin.ui.sight;

import java.time.Duration;
import java.time.Instant;

/// Whether a key was struck a moment ago. Lives on the JavaFX thread.
public final class Strokes {
    private static final Duration MOMENT = Duration.ofSeconds(10);

    private Instant until = Instant.MIN;

    public void struck(Instant now) {
        until = now.plus(MOMENT);
    }

    public boolean areFresh(Instant now) {
        return now.isBefore(until);
    }
}
