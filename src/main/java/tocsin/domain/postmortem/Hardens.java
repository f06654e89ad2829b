package tocsin.domain.postmortem;

/// Whether an action is part of making a rule or gate stronger.
public enum Hardens {
    NOTHING,
    A_RULE
}
