package tocsin.domain.incident;

import java.util.Locale;
import java.util.Optional;

/// The spine of an incident. UNDECLARED is what a log without its declaration folds to.
public enum Phase {
    UNDECLARED,
    REPORTED,
    INVESTIGATING,
    IDENTIFIED,
    MITIGATING,
    MONITORING,
    RESOLVED,
    POSTMORTEM,
    HARDENING,
    CLOSED,
    FALSE_ALARM,
    MERGED,
    EXERCISE_ENDED;

    /// Terminal: nothing more is owed. A MERGED or FALSE_ALARM incident can come back.
    public boolean ended() {
        return this == CLOSED || this == FALSE_ALARM || this == MERGED || this == EXERCISE_ENDED;
    }

    /// People are still responding.
    public boolean responding() {
        return ordinal() >= INVESTIGATING.ordinal() && ordinal() <= MONITORING.ordinal();
    }

    public boolean live() {
        return this != UNDECLARED && !ended();
    }

    /// The responders have gone, the debt has not.
    public boolean afterwards() {
        return this == RESOLVED || this == POSTMORTEM || this == HARDENING || this == CLOSED;
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Phase> ofWord(String word) {
        String name = word.strip().toUpperCase(Locale.ROOT).replace('-', '_').replace(' ', '_');
        for (Phase phase : values()) {
            if (phase != UNDECLARED && phase.name().equals(name)) {
                return Optional.of(phase);
            }
        }
        return Optional.empty();
    }
}
