package tocsin.ui.due;

import static org.assertj.core.api.Assertions.assertThat;
import static tocsin.domain.incident.Story.BEN;
import static tocsin.domain.incident.Story.CARA;
import static tocsin.domain.incident.Story.EVE;
import static tocsin.domain.incident.Story.minute;
import static tocsin.domain.severity.Severity.SEV1;
import static tocsin.domain.severity.Severity.SEV2;
import static tocsin.domain.severity.Severity.SEV3;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tocsin.app.Gesture;
import tocsin.domain.checklist.StepState;
import tocsin.domain.incident.EmergencyPlan;
import tocsin.domain.incident.IncidentCommand;
import tocsin.domain.incident.IncidentCommand.AddEntry;
import tocsin.domain.incident.IncidentCommand.AssignRole;
import tocsin.domain.incident.IncidentCommand.ChangeSeverity;
import tocsin.domain.incident.IncidentCommand.MergeInto;
import tocsin.domain.incident.IncidentCommand.Move;
import tocsin.domain.incident.Phase;
import tocsin.domain.incident.Relation;
import tocsin.domain.incident.Stamp;
import tocsin.domain.incident.StampName;
import tocsin.domain.incident.StepResult;
import tocsin.domain.incident.Story;
import tocsin.domain.incident.Waiver;
import tocsin.domain.roster.Role;
import tocsin.domain.severity.Environment;
import tocsin.domain.severity.IncidentType;
import tocsin.domain.timeline.EntryKind;
import tocsin.ui.kit.Prompt;

class DuePromptsTest {
    private static final AddEntry HYPOTHESIS = new AddEntry(EntryKind.HYPOTHESIS, "pool exhausted, confidence low");

    @Test
    void theStateIsMovedByItsDigitAndSaysWhatFollows() {
        Sitting ana = Sitting.before(Story.incident(SEV2).does(HYPOTHESIS)).press(Key.STATE);
        assertThat(ana.reads("").options())
                .extracting(Prompt.Option::cap, Prompt.Option::name)
                .startsWith(
                        org.assertj.core.groups.Tuple.tuple("2", "Identified"),
                        org.assertj.core.groups.Tuple.tuple("4", "Monitoring"));
        assertThat(ana.ready("2").summary()).isEqualTo("Investigating → Identified");
        assertThat(ana.ready("ident").effects())
                .contains("Stamps “isolated”, Ana")
                .anyMatch(line -> line.startsWith("Met: A leading hypothesis"))
                .anyMatch(line -> line.startsWith("Warning, stops nothing: Somebody leads communications"));
        assertThat(ana.enter("2")).isEqualTo(new Prompt.Done("Now Identified"));
        assertThat(ana.story.now().phase()).isEqualTo(Phase.IDENTIFIED);
    }

    @Test
    void aStateThatCannotBeYetSaysWhatIsMissingAndWhichKeyMendsIt() {
        Sitting ana = Sitting.before(Story.incident(SEV2)).press(Key.STATE);
        assertThat(ana.wrong("2"))
                .startsWith("Not Identified yet. Still open: A leading hypothesis is logged")
                .contains("~ log one with its link")
                .endsWith("Or waive with Ctrl+G");
        assertThat(ana.wrong("5"))
                .isEqualTo(
                        "There is no way from Investigating to Resolved. From here: 2 Identified, 4 Monitoring, x False alarm");
        assertThat(ana.wrong("banana")).startsWith("There is no state “banana”.");
        assertThat(ana.wants("x")).isEqualTo("Add the reason behind it");
        assertThat(ana.enter("x only a test page")).isEqualTo(new Prompt.Done("Now False alarm"));
    }

    @Test
    void onlyTheCommanderMovesTheStateAndOthersReadItBeforeEnter() {
        Sitting ben = Sitting.before(Story.incident(SEV2).does(HYPOTHESIS), BEN).press(Key.STATE);
        assertThat(ben.wrong("2")).contains("Ana");
    }

    @Test
    void falseAlarmAndClosingBeginTheSameLine() {
        Sitting ana = Sitting.before(Story.incident(SEV2)).choose("Mark as a false alarm");
        assertThat(ana.prompt().draft()).isEqualTo("x ");
        assertThat(ana.choose("Close the incident").prompt().draft()).isEqualTo("8 ");
    }

    @Test
    void aGateIsWaivedWithReasonSecondPersonAndEnd() {
        Sitting ana = Sitting.before(Story.incident(SEV2).does(new AssignRole(Role.DEPUTY, CARA, Optional.empty())))
                .press(Key.WAIVE);
        assertThat(ana.reads("").options()).extracting(Prompt.Option::note).contains("identified.hypothesis");
        assertThat(ana.wants("1 no time")).startsWith("On SEV-2 a second person has to agree");
        assertThat(ana.wrong("1 no time @zorro")).startsWith("Nobody here is called “zorro”");
        assertThat(ana.wrong("1 no time @cara until soon")).startsWith("“soon” is no time to end");
        assertThat(ana.wrong("9 x")).startsWith("Begin with the number of a gate");
        ana.enter("1 no time @car until 2h");
        Waiver waiver = ana.story.now().waivers().getFirst();
        assertThat(List.of(waiver.gate(), waiver.reason(), waiver.second(), waiver.expiry()))
                .isEqualTo(List.of("identified.hypothesis", "no time", Optional.of(CARA), Optional.of(minute(120))));
    }

    @Test
    void aStampTakesATimeAPersonAndANote() {
        Sitting ana = Sitting.before(Story.incident(SEV2).at(40)).press(Key.STAMP);
        assertThat(ana.reads("").options()).hasSize(13);
        assertThat(ana.ready("cont -5m @eve pulled the plug").summary()).isEqualTo("Stamps “contained”: 14:35, Eve");
        ana.enter("cont -5m @eve pulled the plug");
        Stamp stamp = ana.story.now().standing(StampName.CONTAINED).orElseThrow();
        assertThat(List.of(stamp.at(), stamp.person(), stamp.note()))
                .isEqualTo(List.of(minute(35), EVE, "pulled the plug"));
        assertThat(ana.ready("contained").effects()).containsExactly("Stands already: 14:35 Eve. Both stay in the log");
        ana.enter("impact-started 14:02");
        assertThat(ana.story
                        .now()
                        .firstStamp(StampName.IMPACT_STARTED)
                        .orElseThrow()
                        .at())
                .isEqualTo(minute(2));
    }

    @Test
    void whatCannotBeStampedSaysWhyBeforeEnter() {
        Sitting ana = Sitting.before(Story.incident(SEV2)).press(Key.STAMP);
        assertThat(ana.wrong("zebra")).startsWith("There is no stamp “zebra”");
        assertThat(ana.wrong("contained 25:99")).contains("25:99");
        assertThat(ana.wrong("contained @nobody")).startsWith("Nobody here is called “nobody”");
        assertThat(ana.wrong("verified")).contains("monitoring");
        assertThat(ana.reads("impact")).isInstanceOf(Prompt.Wanting.class);
        assertThat(ana.wants("contained n/a")).isEqualTo("Add the reason behind it");
        ana.enter("contained n/a nothing spreads");
        assertThat(ana.story.now().stampsNotApplicable()).containsEntry(StampName.CONTAINED, "nothing spreads");
    }

    @Test
    void theFixerCannotVerifyAndSomebodyElseCan() {
        Sitting ana = Sitting.before(DueModelTest.monitoring()).choose("Verify that it holds");
        assertThat(ana.prompt().draft()).isEqualTo("stability-verified ");
        assertThat(ana.wrong("stability-verified @Ben")).contains("Ben");
        ana.enter("stability-verified @Eve");
        assertThat(ana.story.now().standing(StampName.STABILITY_VERIFIED)).isPresent();
    }

    @Test
    void raisingIsOneKeyAndSaysWhatFollows() {
        Sitting ana = Sitting.before(Story.incident(SEV3)).press(Key.RAISE);
        assertThat(ana.story.now().severity()).isEqualTo(SEV2);
        assertThat(ana.said.getLast())
                .startsWith("SEV-3 → SEV-2: response starts anew, page again by the ladder")
                .endsWith("Ctrl+Z takes it back");
        ana.press(Key.RAISE).press(Key.RAISE);
        assertThat(ana.said.getLast()).isEqualTo("It already is SEV-1, the worst there is");
    }

    @Test
    void loweringAsksForAReasonAndDuringTheCallKeepsItInTheLog() {
        Sitting ana = Sitting.before(Story.incident(SEV1)).press(Key.LOWER);
        assertThat(ana.wants("")).isEqualTo("SEV-1 → SEV-2. Add the reason behind it");
        assertThat(ana.wrong("1 no")).isEqualTo("SEV-1 is not lower than SEV-1; Ctrl+Up raises");
        assertThat(ana.ready("only one region").summary()).startsWith("Not debated during the call");
        assertThat(ana.enter("only one region")).isInstanceOf(Prompt.Refused.class);
        assertThat(ana.story.now().timeline().entries().getLast().text()).contains("only one region");
        Sitting later = Sitting.before(DueModelTest.monitoring()).press(Key.LOWER);
        later.enter("4 only one customer");
        assertThat(later.story.now().severity().level()).isEqualTo(4);
    }

    @Test
    void thePlanIsOneLine() {
        Sitting ana = Sitting.before(Story.incident(SEV2)).press(Key.PLAN);
        assertThat(ana.wants("roll back 14.02")).startsWith("Add / and who does it");
        assertThat(ana.wants("roll back 14.02 / Ben")).startsWith("Add / and the way back");
        assertThat(ana.wrong("roll back / Ben / none / box soon")).contains("soon");
        ana.enter("roll back 14.02 / Ben / redeploy / drain eu-1; switch / risk two minutes of errors / box 20m");
        EmergencyPlan plan = ana.story.now().standingPlan().orElseThrow().plan();
        assertThat(plan)
                .isEqualTo(new EmergencyPlan(
                        "roll back 14.02",
                        BEN,
                        "redeploy",
                        Optional.empty(),
                        Optional.of("two minutes of errors"),
                        Optional.empty(),
                        Optional.of(Duration.ofMinutes(20)),
                        List.of("drain eu-1", "switch")));
        assertThat(ana.press(Key.PLAN).prompt().draft())
                .isEqualTo(
                        "roll back 14.02 / Ben / redeploy / drain eu-1; switch / risk two minutes of errors / box 20m");
        ana.press(Key.PLAN_STEP).enter("1");
        assertThat(ana.wants("2x")).isEqualTo("Add the reason behind it");
        ana.enter("2x not needed");
        assertThat(ana.story.now().standingPlan().orElseThrow().settled())
                .containsEntry(1, StepResult.DONE)
                .containsEntry(2, StepResult.ABANDONED);
        assertThat(ana.wrong("")).startsWith("No step of a plan is open");
    }

    @Test
    void stepsOfTheChecklistAreSettledByDigit() {
        Sitting ana = Sitting.before(Story.incident(SEV2)).press(Key.CHECKLIST);
        assertThat(ana.reads("").options())
                .extracting(Prompt.Option::name)
                .startsWith("Confirm the scope", "Call the team");
        ana.enter("1");
        assertThat(ana.wants("2s")).isEqualTo("Add the reason behind it");
        assertThat(ana.wrong("77"))
                .isEqualTo("Begin with a number, 1 to "
                        + Story.CHECKLISTS.of(IncidentType.OUTAGE).steps().count());
        ana.enter("2s all are here");
        assertThat(ana.story.now().checklist().state("outage.scope")).isEqualTo(StepState.DONE);
        assertThat(ana.story.now().checklist().mark("outage.team").orElseThrow().note())
                .isEqualTo("all are here");
        ana.enter("2o");
        ana.enter("2n");
        assertThat(ana.story.now().checklist().state("outage.team")).isEqualTo(StepState.NOT_APPLICABLE);
    }

    @Test
    void aDisagreementIsSettledByTheNumberOfItsValue() {
        Story here = Story.incident(SEV3);
        Story there = here.onTheOtherDesk().by(BEN);
        here.at(1).does(new ChangeSeverity(SEV1, ""));
        there.at(2).does(new ChangeSeverity(SEV2, ""));
        Sitting ana = Sitting.before(here.joinedBy(there).at(3)).press(Key.SETTLE);
        assertThat(ana.wants("")).contains("Ben saw SEV-3");
        ana.enter("1");
        assertThat(ana.story.now().severity()).isEqualTo(SEV1);
        assertThat(ana.story.now().openConflicts()).isEmpty();
        assertThat(ana.wrong("")).isEqualTo("Nobody disagrees here");
    }

    @Test
    void titleTypeEnvironmentAndTheWriterOfTheReviewAreOneLineEach() {
        Sitting ana = Sitting.before(Story.incident(SEV2)).choose("Change the title");
        assertThat(ana.wants(ana.prompt().draft())).isEqualTo("Nothing is changed yet");
        ana.enter("Checkout down in Europe");
        ana.choose("Change the type").enter("sec");
        ana.choose("Change the environment").enter("stag");
        ana.press(Key.REVIEW_OWNER).enter("eve");
        assertThat(ana.wrong("\u0007")).startsWith("Nothing is called");
        assertThat(ana.story.now().title()).isEqualTo("Checkout down in Europe");
        assertThat(ana.story.now().type()).isEqualTo(IncidentType.SECURITY);
        assertThat(ana.story.now().environment()).isEqualTo(Environment.STAGING);
        assertThat(ana.story.now().review().owner()).contains(EVE);
    }

    @Test
    void anIncidentIsMergedIntoOneFoundByNumberOrTitleInOneGesture() {
        Sitting ana = Sitting.before(Story.incident(SEV2)).choose("Merge into another incident");
        assertThat(ana.wrong("payments")).isEqualTo("No live incident is called “payments”");
        assertThat(ana.ready("002").summary()).contains("INC-2026-0302-002");
        ana.enter("stale same cause");
        assertThat(ana.steps)
                .containsExactly(
                        new Gesture.Step(Story.ID, new MergeInto(Story.OTHER_ID, "same cause")),
                        new Gesture.Step(Story.OTHER_ID, new IncidentCommand.Absorb(Story.ID)));
        Sitting merged = Sitting.before(Story.incident(SEV2).does(new MergeInto(Story.OTHER_ID, "")))
                .choose("Take the merge back");
        merged.enter("not the same");
        assertThat(merged.steps).extracting(Gesture.Step::incident).containsExactly(Story.ID, Story.OTHER_ID);
    }

    @Test
    void incidentsAreLinkedAndParted() {
        Sitting ana = Sitting.before(Story.incident(SEV2)).choose("Link with another incident");
        ana.enter("002 caused");
        assertThat(ana.story.now().links()).containsEntry(Story.OTHER_ID, Relation.CAUSED_BY);
        assertThat(ana.wrong("002 banana")).startsWith("Say related");
        ana.enter("002");
        assertThat(ana.story.now().links()).isEmpty();
    }

    @Test
    void aClickOnAGateOpensWhatMendsIt() {
        Sitting ana = Sitting.before(Story.incident(SEV2).does(HYPOTHESIS, new Move(Phase.IDENTIFIED, "")));
        ana.acts.fix("mitigating.plan");
        assertThat(ana.prompt().title()).isEqualTo("Emergency plan");
        ana.acts.fix("contained");
        assertThat(ana.prompt().draft()).isEqualTo("contained ");
        ana.acts.fix("identified.communications");
        assertThat(ana.said.getLast()).isEqualTo("name who communicates");
        ana.acts.step("outage.team");
        assertThat(ana.prompt().draft()).isEqualTo("2");
    }
}
