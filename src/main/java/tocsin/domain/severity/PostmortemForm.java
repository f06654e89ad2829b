package tocsin.domain.severity;

/// How much a postmortem has to say.
public enum PostmortemForm {
    FULL,
    /// Five fields: the times, the rule that let it by, impact, actions, and the hardening or why there is none.
    SHORT
}
