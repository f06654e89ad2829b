package tocsin.ui.scrub;

import java.util.Locale;
import tocsin.domain.incident.Phase;
import tocsin.domain.severity.Severity;

/// What a thing in the strip is drawn with; the sheet of styles knows the colours, as `-ink-mitigating`.
enum Ink {
    TRACK,
    TICK,
    WORDS,
    ON_BAR,
    REPORTED,
    INVESTIGATING,
    IDENTIFIED,
    MITIGATING,
    MONITORING,
    RESOLVED,
    AFTERMATH,
    SEV_1,
    SEV_2,
    SEV_3,
    SEV_4,
    COMMAND,
    TASK,
    DONE,
    BOX,
    OVER,
    NOTE,
    DECISION,
    ACTION,
    PINNED;

    static Ink of(Phase phase) {
        return switch (phase) {
            case UNDECLARED, REPORTED -> REPORTED;
            case INVESTIGATING -> INVESTIGATING;
            case IDENTIFIED -> IDENTIFIED;
            case MITIGATING -> MITIGATING;
            case MONITORING -> MONITORING;
            case RESOLVED -> RESOLVED;
            case POSTMORTEM, HARDENING, CLOSED, FALSE_ALARM, MERGED, EXERCISE_ENDED -> AFTERMATH;
        };
    }

    static Ink of(Severity severity) {
        return switch (severity) {
            case SEV1 -> SEV_1;
            case SEV2 -> SEV_2;
            case SEV3 -> SEV_3;
            case SEV4 -> SEV_4;
        };
    }

    String property() {
        return "-ink-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
