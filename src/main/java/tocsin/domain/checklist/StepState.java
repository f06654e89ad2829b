package tocsin.domain.checklist;

import java.util.Locale;

/// How a step of a checklist stands. OPEN is also what a step goes back to when its mark is taken away.
public enum StepState {
    OPEN,
    DONE,
    /// Left out on purpose, with the reason.
    SKIPPED,
    NOT_APPLICABLE;

    public boolean settled() {
        return this != OPEN;
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
