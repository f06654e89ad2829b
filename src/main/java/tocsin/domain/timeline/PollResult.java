package tocsin.domain.timeline;

/// How an objections poll ended.
public enum PollResult {
    GOING,
    WITHDRAWN
}
