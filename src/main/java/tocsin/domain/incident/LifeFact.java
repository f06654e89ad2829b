package tocsin.domain.incident;

import java.time.Instant;
import java.time.ZoneId;
import java.util.Optional;
import tocsin.base.CommandId;
import tocsin.base.FactId;
import tocsin.base.IncidentId;
import tocsin.base.PersonId;
import tocsin.domain.Fact;
import tocsin.domain.severity.Environment;
import tocsin.domain.severity.IncidentType;
import tocsin.domain.severity.Severity;
import tocsin.domain.severity.SeverityAnswers;

/// What can happen to an incident as a whole. A fact that changes a value says which value its author saw (`from`).
public sealed interface LifeFact extends Fact {
    /// False for what others have already seen or what has its own way back.
    static boolean canBeTakenBack(Fact fact) {
        return switch (fact) {
            case Declared _, Reported _, UpdateSent _, Undone _, MergedInto _, Absorbed _, UnmergedFrom _, Released _ ->
                false;
            default -> true;
        };
    }

    /// A signal written down, not yet an incident.
    record Reported(String title, ZoneId zone) implements LifeFact {}

    /// The declarer is in command until somebody else is. The zone is the one business hours are counted in.
    record Declared(String title, Severity severity, IncidentType type, Environment environment, ZoneId zone)
            implements LifeFact {}

    record TitleChanged(String from, String to) implements LifeFact {}

    record TypeChanged(IncidentType from, IncidentType to) implements LifeFact {}

    record EnvironmentChanged(Environment from, Environment to) implements LifeFact {}

    record SeverityChanged(Severity from, Severity to, String reason) implements LifeFact {}

    /// The six answers as given, what the rules of that day made of them, and why.
    record SeverityAssessed(SeverityAnswers answers, Severity level, String explanation, int rulesVersion)
            implements LifeFact {}

    record PhaseChanged(Phase from, Phase to, String reason) implements LifeFact {}

    /// The time is the envelope's; `person` did what is stamped, which need not be who wrote it down.
    record Stamped(StampName stamp, PersonId person, String note) implements LifeFact {}

    record StampNotApplicable(StampName stamp, String reason) implements LifeFact {}

    record PlanProposed(EmergencyPlan plan) implements LifeFact {}

    record PlanStepSettled(FactId plan, int step, StepResult result, String reason) implements LifeFact {}

    record UpdateSent(Audience audience, String text) implements LifeFact {}

    record GateWaived(String gate, String reason, Optional<PersonId> second, Optional<Instant> expiry)
            implements LifeFact {}

    record MergedInto(IncidentId target, String reason) implements LifeFact {}

    record UnmergedFrom(IncidentId target, String reason) implements LifeFact {}

    record Absorbed(IncidentId source) implements LifeFact {}

    record Released(IncidentId source) implements LifeFact {}

    record Linked(IncidentId other, Relation relation) implements LifeFact {}

    record Unlinked(IncidentId other, Relation relation) implements LifeFact {}

    record ConflictSettled(FactId conflict, String value) implements LifeFact {}

    /// Takes back everything one gesture did here. The facts stay; the fold passes over them.
    record Undone(CommandId undone) implements LifeFact {}
}
