package tocsin.app.demo;

import java.time.Instant;
import java.time.InstantSource;

/// The wall clock of the month: the script moves it, and never backwards.
final class Clockhand implements InstantSource {
    private volatile Instant now;

    Clockhand(Instant start) {
        this.now = start;
    }

    /// Called on the journal's thread only.
    void moveTo(Instant moment) {
        if (moment.isAfter(now)) {
            now = moment;
        }
    }

    @Override
    public Instant instant() {
        return now;
    }
}
