package tocsin.domain.analysis;

/// What a contributing factor is about; incidents are compared by it. The words of parts differ from these.
public enum FactorCode implements Marked {
    CHANGE,
    CONFIG,
    CODE,
    CAPACITY,
    DATA,
    DEPENDENCY,
    NETWORK,
    HARDWARE,
    IDENTITY_ACCESS,
    SECRET_EXPIRY,
    TIME_DST,
    DETECTION_GAP,
    ALERT_NOISE,
    RUNBOOK_GAP,
    OWNERSHIP_GAP,
    HANDOFF_GAP,
    TOOL_USABILITY,
    DEADLINE_PRESSURE,
    KNOWLEDGE_IN_ONE_HEAD,
    EXTERNAL_ACTOR,
    GOOD_LUCK,
    BAD_LUCK
}
