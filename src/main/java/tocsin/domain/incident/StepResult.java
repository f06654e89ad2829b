package tocsin.domain.incident;

/// How a step of the plan ended.
public enum StepResult {
    DONE,
    ABANDONED
}
