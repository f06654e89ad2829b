package tocsin.ui.board;

import java.time.Instant;
import tocsin.app.Due;
import tocsin.app.Pulse;
import tocsin.base.PersonId;

/// What has to be worked out of one incident before it can be sorted and counted. It holds from one moment until
/// another.
record Reckoned(Pulse pulse, boolean mine, boolean needy, Instant from, Instant turn) {
    static Reckoned of(Pulse pulse, PersonId person, Instant now) {
        return new Reckoned(pulse, pulse.concerns(person), pulse.needsAWord(now), now, Due.turn(pulse, now));
    }

    @SuppressWarnings("ReferenceEquality") // Nearly all are the very same as a moment ago.
    boolean holds(Pulse fresh, Instant now) {
        return fresh == pulse && !now.isBefore(from) && now.isBefore(turn);
    }
}
