package tocsin.domain.postmortem;

/// What an action item does about it.
public enum ActionKind {
    PREVENT,
    DETECT,
    MITIGATE,
    RESPOND,
    REPAIR,
    INVESTIGATE
}
