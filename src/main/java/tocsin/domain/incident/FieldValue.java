package tocsin.domain.incident;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import tocsin.base.PersonId;
import tocsin.domain.checklist.StepState;
import tocsin.domain.severity.Environment;
import tocsin.domain.severity.IncidentType;
import tocsin.domain.severity.Severity;
import tocsin.domain.timeline.HypothesisStatus;

/// The value somebody chose when settling a conflict, read back from its words. Words that fit nothing are no value.
sealed interface FieldValue {
    record Title(String text) implements FieldValue {}

    record Type(IncidentType type) implements FieldValue {}

    record Env(Environment environment) implements FieldValue {}

    record Level(Severity severity) implements FieldValue {}

    record State(Phase phase) implements FieldValue {}

    record Holder(PersonId person) implements FieldValue {}

    record ReviewOwner(PersonId person) implements FieldValue {}

    record TaskOwner(PersonId person) implements FieldValue {}

    record ActionOwner(PersonId person) implements FieldValue {}

    record ActionDue(LocalDate day) implements FieldValue {}

    record Judged(HypothesisStatus status) implements FieldValue {}

    record Marked(StepState state) implements FieldValue {}

    /// A state can only be one of the two on the card: any other goes through its gates.
    static Optional<FieldValue> read(Conflict conflict, String words) {
        boolean onCard = words.equals(conflict.standing()) || words.equals(conflict.wanted());
        return conflict.field() == Field.STATE && !onCard ? Optional.empty() : read(conflict.field(), words);
    }

    private static Optional<FieldValue> read(Field field, String words) {
        return switch (field) {
            case TITLE -> Optional.of(new Title(words));
            case TYPE -> constant(IncidentType.values(), words).map(Type::new);
            case ENVIRONMENT -> constant(Environment.values(), words).map(Env::new);
            case SEVERITY -> constant(Severity.values(), words).map(Level::new);
            case STATE -> constant(Phase.values(), words).map(State::new);
            case ROLE -> person(words).map(Holder::new);
            case POSTMORTEM_OWNER -> person(words).map(ReviewOwner::new);
            case TASK_OWNER -> person(words).map(TaskOwner::new);
            case ACTION_OWNER -> person(words).map(ActionOwner::new);
            case ACTION_DUE -> day(words).map(ActionDue::new);
            case HYPOTHESIS -> constant(HypothesisStatus.values(), words).map(Judged::new);
            case CHECKLIST_STEP -> constant(StepState.values(), words).map(Marked::new);
        };
    }

    private static <E extends Enum<E>> Optional<E> constant(E[] values, String words) {
        for (E value : values) {
            if (value.name().equals(words) || value.toString().equals(words)) {
                return Optional.of(value);
            }
        }
        return Optional.empty();
    }

    private static Optional<LocalDate> day(String words) {
        try {
            return Optional.of(LocalDate.parse(words));
        } catch (DateTimeParseException none) {
            return Optional.empty();
        }
    }

    private static Optional<PersonId> person(String words) {
        return PersonId.isWellFormed(words) ? Optional.of(new PersonId(words)) : Optional.empty();
    }
}
