package tocsin.domain.incident;

import java.time.Instant;
import java.util.Optional;

/// One condition on the way to a state, as it stands now.
///
/// @param name what a waiver names, for example `closed.stop3`
/// @param evidence what meets it, or who waived it
public record Gate(String name, Strength strength, Status status, Optional<Evidence> evidence) {

    public enum Strength {
        /// Stops the transition until it is met or waived.
        HARD,
        /// Is said in one line and stops nothing.
        WARNING
    }

    public enum Status {
        MET,
        OPEN,
        WAIVED,
        /// Was waived until a moment that has passed.
        WAIVER_EXPIRED
    }

    public record Evidence(String words, Optional<Instant> at) {
        static Evidence of(String words) {
            return new Evidence(words, Optional.empty());
        }

        static Evidence at(String words, Instant at) {
            return new Evidence(words, Optional.of(at));
        }
    }

    public boolean stops() {
        return strength == Strength.HARD && (status == Status.OPEN || status == Status.WAIVER_EXPIRED);
    }

    public boolean open() {
        return status == Status.OPEN || status == Status.WAIVER_EXPIRED;
    }
}
