package tocsin.domain.incident;

import static tocsin.domain.incident.Outcome.accept;
import static tocsin.domain.incident.Outcome.refuse;

import java.util.Optional;
import tocsin.domain.checklist.ChecklistFact.StepSettled;
import tocsin.domain.checklist.StepState;
import tocsin.domain.incident.IncidentCommand.ChecklistCommand;
import tocsin.domain.incident.IncidentCommand.SettleStep;

/// What may be marked on a checklist. Anybody may, and also when it is all over: a mark says what was done.
final class ChecklistDecisions {
    private final Incident incident;
    private final Context context;

    ChecklistDecisions(Incident incident, Context context) {
        this.incident = incident;
        this.context = context;
    }

    Outcome decide(ChecklistCommand command) {
        return switch (command) {
            case SettleStep settle -> settle(settle);
        };
    }

    private Outcome settle(SettleStep settle) {
        Optional<Outcome> never = notNow();
        if (never.isPresent()) {
            return never.get();
        }
        String step = settle.step().strip();
        boolean known = context.checklists().of(incident.type()).step(step).isPresent()
                || incident.checklist().mark(step).isPresent();
        if (!known) {
            return refuse("checklist.noStep", step, incident.type().name().toLowerCase(java.util.Locale.ROOT));
        }
        StepState now = incident.checklist().state(step);
        if (now == settle.to()) {
            return refuse("incident.same", now.word());
        }
        var settled = new StepSettled(step, now, settle.to(), settle.note().strip());
        return settle.to() == StepState.SKIPPED
                ? Decisions.badReason(settle.note()).orElseGet(() -> accept(settled))
                : Decisions.tooLong(settle.note()).orElseGet(() -> accept(settled));
    }

    private Optional<Outcome> notNow() {
        if (incident.phase() == Phase.REPORTED) {
            return Optional.of(refuse("incident.notDeclared"));
        }
        return incident.mergedInto().map(target -> refuse("incident.merged", target.number()));
    }
}
