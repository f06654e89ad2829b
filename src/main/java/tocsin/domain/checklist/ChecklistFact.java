package tocsin.domain.checklist;

import tocsin.domain.Fact;

/// What can happen to the checklist of an incident.
public sealed interface ChecklistFact extends Fact {
    /// The step is named by its stable id, so that a list that is edited later still knows it.
    record StepSettled(String step, StepState from, StepState to, String note) implements ChecklistFact {}
}
