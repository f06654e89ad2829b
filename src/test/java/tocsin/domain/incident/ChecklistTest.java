package tocsin.domain.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static tocsin.domain.incident.Story.ANA;
import static tocsin.domain.incident.Story.BEN;
import static tocsin.domain.incident.Story.incident;
import static tocsin.domain.incident.Story.minute;

import org.junit.jupiter.api.Test;
import tocsin.domain.checklist.Checklist.Box;
import tocsin.domain.checklist.ChecklistFact.StepSettled;
import tocsin.domain.checklist.StepState;
import tocsin.domain.incident.IncidentCommand.ChangeType;
import tocsin.domain.incident.IncidentCommand.SettleConflict;
import tocsin.domain.incident.IncidentCommand.SettleStep;
import tocsin.domain.severity.IncidentType;
import tocsin.domain.severity.Severity;
import tocsin.domain.timeline.EntryKind;

class ChecklistTest {
    private static final String SCOPE = "outage.scope";

    @Test
    void aDoneStepSaysWhoAndWhen() {
        Story story = incident(Severity.SEV1).at(9).by(BEN).whichHappenedAt(4).does(done(SCOPE));

        assertThat(story.now().checklist().mark(SCOPE)).hasValueSatisfying(mark -> {
            assertThat(mark.state()).isEqualTo(StepState.DONE);
            assertThat(mark.by()).isEqualTo(BEN);
            assertThat(mark.at()).isEqualTo(minute(4));
        });
        assertThat(story.now().timeline().entries().getLast().kind()).isEqualTo(EntryKind.SYSTEM);
    }

    @Test
    void skippingAStepNeedsAReasonAndTheOthersDoNot() {
        Story story = incident(Severity.SEV1);

        assertThat(story.refusal(new SettleStep(SCOPE, StepState.SKIPPED, " "))).isEqualTo("refused.reason.needed");
        story.does(new SettleStep(SCOPE, StepState.SKIPPED, "the alert names it"));
        story.does(new SettleStep("outage.team", StepState.NOT_APPLICABLE, ""));
        assertThat(story.now().checklist().mark(SCOPE))
                .hasValueSatisfying(mark -> assertThat(mark.note()).isEqualTo("the alert names it"));
    }

    @Test
    void aMarkCanBeTakenAway() {
        Story story = incident(Severity.SEV1).does(done(SCOPE), new SettleStep(SCOPE, StepState.OPEN, "too early"));

        assertThat(story.now().checklist().state(SCOPE)).isEqualTo(StepState.OPEN);
        assertThat(story.refusal(new SettleStep(SCOPE, StepState.OPEN, ""))).isEqualTo("refused.incident.same");
    }

    @Test
    void aStepThatIsOnNoListIsRefused() {
        assertThat(incident(Severity.SEV1).refusal(done("outage.coffee"))).isEqualTo("refused.checklist.noStep");
        assertThat(incident(Severity.SEV1, IncidentType.DATA).refusal(done(SCOPE)))
                .isEqualTo("refused.checklist.noStep");
        assertThat(Story.reported().refusal(done(SCOPE))).isEqualTo("refused.incident.notDeclared");
    }

    @Test
    void whatWasMarkedBeforeTheTypeChangedStaysOnRecordAndCanBeTakenBack() {
        Story story = incident(Severity.SEV1).does(done(SCOPE), new ChangeType(IncidentType.DATA));

        assertThat(story.now().checklist().state(SCOPE)).isEqualTo(StepState.DONE);
        story.does(new SettleStep(SCOPE, StepState.OPEN, "another kind of trouble"));
    }

    @Test
    void twoWhoMarkTheSameStepDifferentlyWhileApartLeaveAConflictToSettle() {
        Story here = incident(Severity.SEV1);
        Story there = here.onTheOtherDesk().at(2).by(BEN);
        here.at(3).by(ANA).does(done(SCOPE));
        there.does(new SettleStep(SCOPE, StepState.SKIPPED, "known already"));
        here.joinedBy(there);

        assertThat(here.now().openConflicts()).singleElement().satisfies(conflict -> {
            assertThat(conflict.field()).isEqualTo(Field.CHECKLIST_STEP);
            assertThat(conflict.target()).isEqualTo(SCOPE);
        });
        here.at(5).does(new SettleConflict(here.now().openConflicts().getFirst().fact(), "SKIPPED"));
        assertThat(here.now().openConflicts()).isEmpty();
        assertThat(here.now().checklist().state(SCOPE)).isEqualTo(StepState.SKIPPED);
    }

    @Test
    void twoWhoMarkItAlikeAgree() {
        Story here = incident(Severity.SEV1);
        Story there = here.onTheOtherDesk().at(2).by(BEN).does(done(SCOPE));
        here.at(3).does(done(SCOPE)).joinedBy(there);

        assertThat(here.now().conflicts()).isEmpty();
    }

    @Test
    void markingCanBeUndoneUntilSomebodyMarksAnew() {
        Story story = incident(Severity.SEV1).at(3).does(done(SCOPE));
        var undo = story.undo(story.lastGesture());
        story.does(undo);
        assertThat(story.now().checklist().mark(SCOPE)).isEmpty();

        story.does(done(SCOPE));
        var late = story.undo(story.lastGesture());
        story.does(new SettleStep(SCOPE, StepState.OPEN, ""));
        assertThat(story.refusal(late)).isEqualTo("refused.undo.builtUpon");
    }

    @Test
    void aFactAboutAStepThatNobodyKnowsStillFolds() {
        Story story =
                incident(Severity.SEV1).fact(new StepSettled("later.version", StepState.OPEN, StepState.DONE, ""));

        assertThat(story.now().checklist().state("later.version")).isEqualTo(StepState.DONE);
    }

    @Test
    void aPhaseThatIsThroughIsNoLongerAmber() {
        Story story = incident(Severity.SEV1).does(done(SCOPE), done("outage.team"));
        var first = Story.CHECKLISTS.of(IncidentType.OUTAGE).phases().getFirst();

        assertThat(first.box(story.now().checklist(), story.now().declaredAt(), minute(500)))
                .isEqualTo(Box.THROUGH);
    }

    private static SettleStep done(String step) {
        return new SettleStep(step, StepState.DONE, "");
    }
}
