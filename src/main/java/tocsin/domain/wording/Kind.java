package tocsin.domain.wording;

import java.util.Locale;

/// Why words are pointed at.
public enum Kind {
    /// Speaks of what might have been lost: worth another wording, and no blame.
    RISK,
    COUNTERFACTUAL,
    VERDICT,
    HUMAN_ERROR,
    HINDSIGHT,
    SINGLE_CAUSE,
    EMPTY_ACTION,
    BLAME,
    /// Somebody is named where a cause is spoken of.
    NAME;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Only an idea for a better wording, to be shown more quietly.
    public boolean soft() {
        return this == RISK;
    }

    /// Whether a sentence with such words speaks of a cause, so that a name in it reads as a verdict.
    boolean accuses() {
        return this != RISK && this != EMPTY_ACTION && this != NAME;
    }
}
