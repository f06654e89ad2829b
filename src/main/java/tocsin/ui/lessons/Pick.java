package tocsin.ui.lessons;

import java.util.Optional;
import tocsin.base.FactId;
import tocsin.base.IncidentId;

/// What is pointed at: the postmortem of an incident, or one of its actions.
record Pick(IncidentId incident, Optional<FactId> action) {
    static Optional<Pick> of(Line line) {
        return switch (line) {
            case Line.Head _ -> Optional.empty();
            case Line.Debt debt -> Optional.of(new Pick(debt.of().lesson().incident(), Optional.empty()));
            case Line.Action action ->
                Optional.of(new Pick(
                        action.of().lesson().incident(),
                        Optional.of(action.of().item().id())));
        };
    }
}
