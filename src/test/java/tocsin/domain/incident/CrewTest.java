package tocsin.domain.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static tocsin.domain.incident.Story.ANA;
import static tocsin.domain.incident.Story.BEN;
import static tocsin.domain.incident.Story.CARA;
import static tocsin.domain.incident.Story.DEV;
import static tocsin.domain.incident.Story.EVE;
import static tocsin.domain.incident.Story.incident;
import static tocsin.domain.incident.Story.minute;
import static tocsin.domain.incident.Story.reported;
import static tocsin.domain.roster.Role.COMMANDER;
import static tocsin.domain.roster.Role.COMMUNICATIONS;
import static tocsin.domain.roster.Role.CUSTODIAN;
import static tocsin.domain.roster.Role.CUSTOMER_LIAISON;
import static tocsin.domain.roster.Role.DEPUTY;
import static tocsin.domain.roster.Role.EXPERT;
import static tocsin.domain.roster.Role.INTERNAL_LIAISON;
import static tocsin.domain.roster.Role.LEGAL;
import static tocsin.domain.roster.Role.OPERATIONS;
import static tocsin.domain.roster.Role.PLANNING;
import static tocsin.domain.roster.Role.PRIVACY_OFFICER;
import static tocsin.domain.roster.Role.SCRIBE;
import static tocsin.domain.roster.Role.SECURITY_LEAD;
import static tocsin.domain.roster.Role.TEAM_LEAD;
import static tocsin.domain.severity.Severity.SEV1;
import static tocsin.domain.severity.Severity.SEV2;
import static tocsin.domain.severity.Severity.SEV3;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tocsin.base.PersonId;
import tocsin.domain.incident.IncidentCommand.AcceptHandover;
import tocsin.domain.incident.IncidentCommand.AddEntry;
import tocsin.domain.incident.IncidentCommand.AssignRole;
import tocsin.domain.incident.IncidentCommand.AssignTask;
import tocsin.domain.incident.IncidentCommand.ChangeSeverity;
import tocsin.domain.incident.IncidentCommand.DeclineHandover;
import tocsin.domain.incident.IncidentCommand.FinishTask;
import tocsin.domain.incident.IncidentCommand.JudgeHypothesis;
import tocsin.domain.incident.IncidentCommand.OfferHandover;
import tocsin.domain.incident.IncidentCommand.ReleaseRole;
import tocsin.domain.incident.IncidentCommand.SendUpdate;
import tocsin.domain.incident.IncidentCommand.TakeCommand;
import tocsin.domain.incident.IncidentCommand.WithdrawHandover;
import tocsin.domain.roster.CrewFact.HandoverAccepted;
import tocsin.domain.roster.CrewFact.RoleRenounced;
import tocsin.domain.roster.Role;
import tocsin.domain.roster.Span;
import tocsin.domain.roster.Term;
import tocsin.domain.severity.IncidentType;
import tocsin.domain.timeline.EntryKind;
import tocsin.domain.timeline.HypothesisStatus;

/// Who holds what, since when, and how command moves.
class CrewTest {
    private static AssignRole assign(Role role, PersonId person) {
        return new AssignRole(role, person, Optional.empty());
    }

    private static OfferHandover offer(Role role, PersonId to) {
        return new OfferHandover(role, to, "the disk fills again at five", "brief");
    }

    @Test
    void whoWasInCommandAtFourteenOhSeven() {
        Story story = incident(SEV3).at(5).does(offer(COMMANDER, BEN));
        story.at(7).by(BEN).does(new AcceptHandover(COMMANDER)).at(30).by(CARA).does(new TakeCommand("bigger now"));
        var crew = story.now().crew();
        assertThat(crew.holderAt(COMMANDER, minute(0).minusSeconds(1))).isEmpty();
        assertThat(crew.holderAt(COMMANDER, minute(6))).contains(ANA);
        assertThat(crew.holderAt(COMMANDER, minute(7))).contains(BEN);
        assertThat(crew.holderAt(COMMANDER, minute(29))).contains(BEN);
        assertThat(crew.holderAt(COMMANDER, minute(30))).contains(CARA);
        assertThat(crew.terms()).hasSize(3);
    }

    @Test
    void aChangeOfCommandWrittenDownLateHoldsFromItsOwnMinute() {
        Story story = incident(SEV3).at(20).by(BEN).whichHappenedAt(7).does(new TakeCommand(""));
        assertThat(story.now().crew().holderAt(COMMANDER, minute(6))).contains(ANA);
        assertThat(story.now().crew().holderAt(COMMANDER, minute(8))).contains(BEN);
    }

    @Test
    void anExclusiveRoleHasOneHolderAndOthersHaveMany() {
        Story story = incident(SEV3)
                .does(assign(SCRIBE, BEN), assign(SCRIBE, CARA), assign(EXPERT, BEN), assign(EXPERT, CARA));
        assertThat(story.now().crew().holder(SCRIBE)).contains(CARA);
        assertThat(story.now().crew().holds(BEN, SCRIBE)).isFalse();
        assertThat(story.now().crew().current().stream().filter(term -> term.role() == EXPERT))
                .hasSize(2);
        assertThat(story.now().conflicts()).isEmpty();
        assertThat(story.refusal(assign(SCRIBE, CARA))).isEqualTo("refused.roster.alreadyHolds");
    }

    @Test
    void anybodyTakesAnEmptyRoleButOnlyCommandGivesOneAway() {
        Story story = incident(SEV3).by(BEN).does(assign(SCRIBE, BEN));
        assertThat(story.by(CARA).refusal(assign(SCRIBE, CARA))).isEqualTo("refused.incident.onlyCommander");
        assertThat(story.by(CARA).refusal(assign(OPERATIONS, DEV))).isEqualTo("refused.incident.onlyCommander");
        story.by(ANA).does(assign(DEPUTY, EVE));
        assertThat(story.by(EVE).refusal(assign(OPERATIONS, DEV))).isEqualTo("accepted");
        assertThat(story.by(ANA).refusal(assign(COMMANDER, BEN))).isEqualTo("refused.roster.commandNeedsHandover");
        assertThat(reported().refusal(assign(SCRIBE, BEN))).isEqualTo("refused.incident.notDeclared");
    }

    @Test
    void operationsAndCommunicationsAreTwoPeople() {
        Story story = incident(SEV3).does(assign(OPERATIONS, DEV), assign(COMMUNICATIONS, CARA));
        assertThat(story.refusal(assign(COMMUNICATIONS, DEV))).isEqualTo("refused.roster.operationsAndCommunications");
        assertThat(story.refusal(assign(OPERATIONS, CARA))).isEqualTo("refused.roster.operationsAndCommunications");
        assertThat(story.refusal(offer(OPERATIONS, CARA))).isEqualTo("refused.roster.operationsAndCommunications");
    }

    @Test
    void onSevOneAndTwoTheCommandersHandsAreFree() {
        Story story = incident(SEV2).does(assign(SCRIBE, BEN));
        assertThat(story.refusal(assign(OPERATIONS, ANA))).isEqualTo("refused.roster.commanderHoldsNothingElse");
        assertThat(story.by(BEN).refusal(offer(SCRIBE, ANA))).isEqualTo("refused.roster.commanderHoldsNothingElse");
        story.by(BEN).does(new TakeCommand("Ana leaves"));
        assertThat(story.now().crew().rolesOf(BEN)).containsExactly(COMMANDER);
        assertThat(incident(SEV3).refusal(assign(SCRIBE, ANA))).isEqualTo("accepted");
    }

    @Test
    void whoAcceptsCommandOnSevOneLaysTheRestDown() {
        Story story = incident(SEV1).does(assign(DEPUTY, BEN), assign(EXPERT, BEN), offer(COMMANDER, BEN));
        story.by(BEN).does(new AcceptHandover(COMMANDER));
        assertThat(story.now().crew().rolesOf(BEN)).containsExactly(COMMANDER);
    }

    @Test
    void anOfferMadeBeforeTheLevelRoseIsJudgedWhenItIsAccepted() {
        Story story = incident(SEV3).does(assign(SCRIBE, BEN)).by(BEN).does(offer(SCRIBE, ANA));
        story.does(new ChangeSeverity(SEV1, "all down"));
        assertThat(story.by(ANA).refusal(new AcceptHandover(SCRIBE)))
                .isEqualTo("refused.roster.commanderHoldsNothingElse");
    }

    @Test
    void theSpanIsGoodToFiveWideFromSixAndOverwhelmingFromEight() {
        Story story = incident(SEV3);
        assertThat(spanWith(story, 5)).isEqualTo(Span.GOOD);
        assertThat(spanWith(story, 6)).isEqualTo(Span.WIDE);
        assertThat(spanWith(story, 7)).isEqualTo(Span.WIDE);
        assertThat(spanWith(story, 8)).isEqualTo(Span.OVERWHELMED);
        assertThat(Vacancies.needed(story.now(), story.time())).contains(TEAM_LEAD);
    }

    private static Span spanWith(Story story, int reports) {
        while (story.now().crew().directReports() < reports) {
            story.does(
                    assign(EXPERT, new PersonId("Expert " + story.now().crew().directReports())));
        }
        return story.now().crew().span();
    }

    @Test
    void onlyTheLeadOfASubTeamReportsToTheCommander() {
        Story story = incident(SEV3);
        spanWith(story, 8);
        var alpha = Optional.of("Alpha");
        story.does(new AssignRole(TEAM_LEAD, new PersonId("Expert 0"), alpha));
        for (int i = 0; i < 4; i++) {
            story.does(new AssignRole(EXPERT, new PersonId("Expert " + i), alpha));
        }
        assertThat(story.now().crew().directReports()).isEqualTo(5);
        assertThat(story.refusal(new AssignRole(TEAM_LEAD, new PersonId("Expert 1"), alpha)))
                .isEqualTo("refused.roster.teamHasLead");
        assertThat(story.refusal(new AssignRole(EXPERT, new PersonId("Expert 1"), alpha)))
                .isEqualTo("refused.roster.alreadyHolds");
        assertThat(story.refusal(new AssignRole(TEAM_LEAD, new PersonId("Expert 5"), Optional.of("Bravo"))))
                .isEqualTo("accepted");
    }

    // Handover

    @Test
    void case6UntilTheSuccessorSaysYesTheOldCommanderRemains() {
        Story story = incident(SEV1).does(offer(COMMANDER, BEN)).after(Duration.ofHours(3));
        assertThat(story.now().commander()).contains(ANA);
        assertThat(story.now().crew().openOffer(COMMANDER).orElseThrow().offeredAt())
                .isEqualTo(minute(0));
        assertThat(story.by(CARA).refusal(new AcceptHandover(COMMANDER))).isEqualTo("refused.handover.notForYou");
        story.by(BEN).does(new AcceptHandover(COMMANDER));
        assertThat(story.now().commander()).contains(BEN);
    }

    @Test
    void anOfferIsDeclinedOrWithdrawnAndThenGone() {
        Story story = incident(SEV3).does(offer(COMMANDER, BEN)).by(BEN).does(new DeclineHandover(COMMANDER, "asleep"));
        assertThat(story.refusal(new AcceptHandover(COMMANDER))).isEqualTo("refused.handover.none");
        story.by(ANA).does(offer(COMMANDER, CARA));
        assertThat(story.by(CARA).refusal(new WithdrawHandover(COMMANDER))).isEqualTo("refused.incident.onlyCommander");
        story.by(ANA).does(new WithdrawHandover(COMMANDER));
        assertThat(story.by(CARA).refusal(new AcceptHandover(COMMANDER))).isEqualTo("refused.handover.none");
        assertThat(story.now().commander()).contains(ANA);
    }

    @Test
    void aSecondOfferTakesThePlaceOfTheFirst() {
        Story story = incident(SEV3).does(offer(COMMANDER, BEN), offer(COMMANDER, CARA));
        assertThat(story.by(BEN).refusal(new AcceptHandover(COMMANDER))).isEqualTo("refused.handover.notForYou");
        assertThat(story.by(CARA).refusal(new AcceptHandover(COMMANDER))).isEqualTo("accepted");
    }

    @Test
    void anOfferFromSomebodyWhoNoLongerCommandsIsStale() {
        Story story = incident(SEV3).does(offer(COMMANDER, BEN)).by(CARA).does(new TakeCommand("senior"));
        assertThat(story.by(BEN).refusal(new AcceptHandover(COMMANDER))).isEqualTo("refused.handover.stale");
    }

    @Test
    void anAcceptanceThatCrossedATakingOfCommandIsACard() {
        Story here = incident(SEV3).does(offer(COMMANDER, BEN)).at(1);
        Story there = here.onTheOtherDesk();
        here.at(2).by(CARA).does(new TakeCommand("senior"));
        there.at(3).by(BEN).does(new AcceptHandover(COMMANDER));
        Incident joined = here.joinedBy(there).now();
        assertThat(joined.openConflicts()).singleElement().satisfies(conflict -> {
            assertThat(conflict.field()).isEqualTo(Field.ROLE);
            assertThat(conflict.standing()).isEqualTo("Cara");
            assertThat(conflict.wanted()).isEqualTo("Ben");
        });
    }

    @Test
    void everyExpertHandsOverTheirOwnPlace() {
        Story story = incident(SEV3)
                .does(assign(EXPERT, BEN), assign(EXPERT, CARA))
                .by(CARA)
                .does(offer(EXPERT, DEV));
        story.by(DEV).does(new AcceptHandover(EXPERT));
        assertThat(story.now().crew().current().stream()
                        .filter(term -> term.role() == EXPERT)
                        .map(Term::person))
                .containsExactly(BEN, DEV);
    }

    @Test
    void onlyWhoHoldsARoleOrLeadsHandsItOver() {
        Story story = incident(SEV3).does(assign(SCRIBE, BEN));
        assertThat(story.by(CARA).refusal(offer(SCRIBE, DEV))).isEqualTo("refused.handover.notYours");
        assertThat(story.by(ANA).refusal(offer(SCRIBE, BEN))).isEqualTo("refused.roster.alreadyHolds");
        assertThat(story.by(ANA).refusal(offer(OPERATIONS, BEN))).isEqualTo("refused.handover.nobodyHolds");
        assertThat(story.by(ANA).refusal(offer(SCRIBE, DEV))).isEqualTo("accepted");
    }

    @Test
    void anAcceptedOfferCannotBePulledBackUnderTheNewCommander() {
        Story story = incident(SEV3).does(offer(COMMANDER, BEN));
        var offering = story.lastGesture();
        story.by(BEN).does(new AcceptHandover(COMMANDER));
        assertThat(story.by(ANA).refusal(story.undo(offering))).isEqualTo("refused.undo.builtUpon");
    }

    @Test
    void case5ACommanderWithoutSuccessorCannotResignAndTheDeputyIsNamed() {
        Story story = incident(SEV1).does(assign(DEPUTY, BEN));
        var resign = new ReleaseRole(COMMANDER, ANA);
        assertThat(story.refusal(resign)).isEqualTo("refused.roster.commandNeverEmpty");
        assertThat(story.refusalWords(resign)).containsExactly("Ben");
        assertThat(incident(SEV3).refusalWords(resign)).containsExactly("-");
        story.fact(new RoleRenounced(COMMANDER, ANA), new HandoverAccepted(story.last()));
        assertThat(story.now().commander()).contains(ANA);
    }

    @Test
    void aRoleIsLaidDownByItsHolderOrByCommand() {
        Story story = incident(SEV3).does(assign(SCRIBE, BEN), assign(OPERATIONS, DEV));
        assertThat(story.by(CARA).refusal(new ReleaseRole(SCRIBE, BEN))).isEqualTo("refused.incident.onlyCommander");
        story.by(BEN).does(new ReleaseRole(SCRIBE, BEN)).by(ANA).does(new ReleaseRole(OPERATIONS, DEV));
        assertThat(story.now().crew().current()).hasSize(1);
        assertThat(story.refusal(new ReleaseRole(SCRIBE, BEN))).isEqualTo("refused.roster.doesNotHold");
    }

    @Test
    void takingCommandLeavesAWordInTheLog() {
        Story story = incident(SEV3).by(BEN).does(new TakeCommand("Ana is off shift"));
        assertThat(story.now().timeline().entries())
                .anyMatch(entry ->
                        entry.kind() == EntryKind.DECISION && entry.text().contains("Ana is off shift"));
        assertThat(story.refusal(new TakeCommand("again"))).isEqualTo("refused.roster.alreadyHolds");
    }

    // What is missing

    @Test
    void theLevelAsksForItsRoles() {
        assertThat(Vacancies.needed(incident(SEV3).now(), minute(0))).isEmpty();
        assertThat(Vacancies.needed(incident(SEV1).now(), minute(0)))
                .containsExactly(DEPUTY, SCRIBE, OPERATIONS, COMMUNICATIONS, CUSTOMER_LIAISON, INTERNAL_LIAISON);
        Story two = incident(SEV2);
        assertThat(Vacancies.needed(two.now(), minute(60))).containsExactly(SCRIBE, OPERATIONS, COMMUNICATIONS);
        assertThat(Vacancies.needed(two.now(), minute(61))).contains(DEPUTY).doesNotContain(CUSTOMER_LIAISON);
        two.does(assign(SCRIBE, BEN), new SendUpdate(Audience.PUBLIC, "We see errors"));
        assertThat(Vacancies.needed(two.now(), minute(1)))
                .containsExactly(OPERATIONS, COMMUNICATIONS, CUSTOMER_LIAISON);
        assertThat(Vacancies.needed(two.now(), minute(241))).contains(PLANNING);
    }

    @Test
    void theTypeAsksForItsRolesAtEveryLevel() {
        assertThat(Vacancies.needed(incident(SEV3, IncidentType.SECURITY).now(), minute(0)))
                .containsExactly(SECURITY_LEAD, CUSTODIAN, LEGAL);
        assertThat(Vacancies.needed(incident(SEV3, IncidentType.DATA).now(), minute(0)))
                .containsExactly(LEGAL, PRIVACY_OFFICER);
    }

    @Test
    void aRoleLeftWithTheCommanderIsVacantOnceTheLevelRises() {
        Story story = incident(SEV3).does(assign(SCRIBE, ANA), new ChangeSeverity(SEV2, "worse"));
        assertThat(Vacancies.needed(story.now(), minute(0))).contains(SCRIBE).doesNotContain(COMMANDER);
    }

    @Test
    void nobodyIsMissedOnceTheResponseIsOver() {
        assertThat(Vacancies.needed(reported().now(), minute(0))).isEmpty();
        assertThat(Vacancies.needed(incident(SEV1).resolved().now(), minute(500)))
                .isEmpty();
    }

    // The brief

    @Test
    void theBriefSaysWhatASuccessorHasToKnow() {
        Story story = incident(SEV2).does(assign(SCRIBE, BEN), new AddEntry(EntryKind.QUESTION, "Since when?"));
        story.does(new AddEntry(EntryKind.TODO, "Call the vendor"), Story.hypothesis("disk, confidence low"));
        story.does(Story.hypothesis("cache, confidence low"));
        story.does(new JudgeHypothesis(story.last(), HypothesisStatus.SUPPORTED, "hit rate"));
        story.does(Story.hypothesis("sun spots, confidence low"));
        story.does(new JudgeHypothesis(story.last(), HypothesisStatus.REFUTED, "night"));
        story.does(new AssignTask("Drain site B", DEV, Optional.of(Duration.ofMinutes(30))));
        story.does(new AssignTask("Old work", DEV, Optional.empty()));
        story.does(
                new FinishTask(story.last(), "done"), new SendUpdate(Audience.INTERNAL, "On it"), Story.oneLinePlan());

        Brief brief = Brief.of(story.at(10).now(), Story.RULES, story.time());

        assertThat(brief.title()).isEqualTo("Checkout down");
        assertThat(brief.running()).isEqualTo(Duration.ofMinutes(10));
        assertThat(brief.past()).isEqualTo(new Brief.Past(5, 0, 1, 1, 0, 0));
        assertThat(brief.plan()).isPresent();
        assertThat(brief.hypotheses())
                .extracting(Brief.Lead::text)
                .containsExactly("cache, confidence low", "disk, confidence low");
        assertThat(brief.roles()).extracting(Term::role).containsExactly(COMMANDER, SCRIBE);
        assertThat(brief.vacancies()).containsExactly(OPERATIONS, COMMUNICATIONS);
        assertThat(brief.tasks()).singleElement().satisfies(work -> {
            assertThat(work.owner()).isEqualTo(DEV);
            assertThat(work.left()).contains(Duration.ofMinutes(20));
        });
        assertThat(brief.questions()).extracting(Brief.Ask::text).containsExactly("Since when?", "Call the vendor");
        assertThat(brief.comms().nextDue()).contains(minute(120));
        assertThat(brief.clocks()).extracting(clock -> clock.name()).contains("response", "update", "restore");
        assertThat(brief.gates()).extracting(Gate::name).contains("contained");
        assertThat(brief.constraints()).isEqualTo(List.of());
    }
}
