package tocsin.domain.incident;

/// A value of an incident that two people can set while apart.
public enum Field {
    TITLE,
    TYPE,
    ENVIRONMENT,
    SEVERITY,
    STATE,
    ROLE,
    POSTMORTEM_OWNER,
    TASK_OWNER,
    ACTION_OWNER,
    ACTION_DUE,
    HYPOTHESIS,
    CHECKLIST_STEP
}
