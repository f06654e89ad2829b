package tocsin.ui.due;

import java.util.Optional;
import tocsin.app.Safe;
import tocsin.base.FactId;
import tocsin.domain.checklist.StepState;
import tocsin.domain.incident.Conflict;
import tocsin.domain.incident.Incident;
import tocsin.domain.incident.Phase;
import tocsin.domain.roster.Role;
import tocsin.domain.severity.Environment;
import tocsin.domain.severity.IncidentType;
import tocsin.domain.timeline.HypothesisStatus;
import tocsin.ui.kit.Words;

/// Two people set the same thing while apart, as a small card tells it. Whichever value is chosen, both stay in the
/// log.
record Quarrel(FactId fact, String title, String words, Choice first, Choice second) {

    /// One of the two values: what the log calls it and what people call it.
    record Choice(String value, String name) {}

    static Quarrel of(Conflict conflict, Incident incident, Words words) {
        var first = new Choice(conflict.standing(), name(conflict, conflict.standing(), words));
        var second = new Choice(conflict.wanted(), name(conflict, conflict.wanted(), words));
        String by = Safe.line(conflict.by().name());
        String told = conflict.seen().isEmpty()
                ? words.get("owed.quarrel.unseen", by, second.name(), first.name())
                : words.get(
                        "owed.quarrel.seen", by, name(conflict, conflict.seen(), words), second.name(), first.name());
        return new Quarrel(
                conflict.fact(),
                words.get("owed.quarrel.title", field(conflict, incident, words)),
                told,
                first,
                second);
    }

    private static String field(Conflict conflict, Incident incident, Words words) {
        return switch (conflict.field()) {
            case TITLE -> words.get("owed.field.title");
            case TYPE -> words.get("owed.field.type");
            case ENVIRONMENT -> words.get("owed.field.environment");
            case SEVERITY -> words.get("owed.field.severity");
            case STATE -> words.get("owed.field.state");
            case ROLE ->
                Role.ofWord(conflict.target())
                        .map(role -> words.get("owed.field.role", words.texts().name("role", role)))
                        .orElse(Safe.line(conflict.target()));
            case POSTMORTEM_OWNER -> words.get("owed.field.owner");
            case TASK_OWNER ->
                words.get(
                        "owed.field.task",
                        FactId.parse(conflict.target())
                                .flatMap(id -> incident.timeline().task(id))
                                .map(task -> Safe.cut(Safe.line(task.text()), 60))
                                .orElse(""));
            case ACTION_OWNER -> words.get("owed.field.action.owner", action(conflict, incident));
            case ACTION_DUE -> words.get("owed.field.action.due", action(conflict, incident));
            case HYPOTHESIS ->
                words.get(
                        "owed.field.hypothesis",
                        FactId.parse(conflict.target())
                                .flatMap(id -> incident.timeline().entry(id))
                                .map(entry -> Safe.cut(Safe.line(entry.text()), 60))
                                .orElse(""));
            case CHECKLIST_STEP -> words.get("owed.field.step");
        };
    }

    private static String action(Conflict conflict, Incident incident) {
        return FactId.parse(conflict.target())
                .flatMap(id -> incident.review().action(id))
                .map(item -> Safe.cut(Safe.line(item.text()), 60))
                .orElse("");
    }

    private static String name(Conflict conflict, String value, Words words) {
        Optional<String> known = switch (conflict.field()) {
            case TYPE -> constant(IncidentType.values(), "type", value, words);
            case ENVIRONMENT -> constant(Environment.values(), "environment", value, words);
            case STATE -> constant(Phase.values(), "phase", value, words);
            case HYPOTHESIS -> constant(HypothesisStatus.values(), "hypothesis", value, words);
            case CHECKLIST_STEP -> stepState(value, words);
            default -> Optional.empty();
        };
        String name = known.orElseGet(() -> Safe.cut(Safe.line(value), 60));
        return name.isEmpty() ? words.get("owed.quarrel.nobody") : name;
    }

    private static <E extends Enum<E>> Optional<String> constant(E[] values, String family, String value, Words words) {
        for (E each : values) {
            if (each.name().equals(value)) {
                return Optional.of(words.texts().name(family, each));
            }
        }
        return Optional.empty();
    }

    private static Optional<String> stepState(String value, Words words) {
        for (StepState state : StepState.values()) {
            if (state.name().equals(value)) {
                return Optional.of(
                        switch (state) {
                            case OPEN -> words.get("owed.step.open");
                            case DONE -> words.get("owed.step.done");
                            case SKIPPED -> words.get("owed.step.skipped");
                            case NOT_APPLICABLE -> words.get("owed.step.none");
                        });
            }
        }
        return Optional.empty();
    }
}
