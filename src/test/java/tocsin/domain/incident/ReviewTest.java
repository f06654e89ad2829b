package tocsin.domain.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static tocsin.domain.incident.Story.ANA;
import static tocsin.domain.incident.Story.BEN;
import static tocsin.domain.incident.Story.CARA;
import static tocsin.domain.incident.Story.DEV;
import static tocsin.domain.incident.Story.EVE;
import static tocsin.domain.incident.Story.incident;
import static tocsin.domain.incident.Story.stamp;
import static tocsin.domain.incident.Story.to;
import static tocsin.domain.severity.Severity.SEV1;
import static tocsin.domain.severity.Severity.SEV2;
import static tocsin.domain.severity.Severity.SEV3;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tocsin.base.FactId;
import tocsin.base.PersonId;
import tocsin.domain.checklist.Checklists;
import tocsin.domain.incident.IncidentCommand.AcceptSuggestion;
import tocsin.domain.incident.IncidentCommand.AddAction;
import tocsin.domain.incident.IncidentCommand.AnswerComment;
import tocsin.domain.incident.IncidentCommand.ApprovePostmortem;
import tocsin.domain.incident.IncidentCommand.AskReviewer;
import tocsin.domain.incident.IncidentCommand.BeginAction;
import tocsin.domain.incident.IncidentCommand.DeclineAction;
import tocsin.domain.incident.IncidentCommand.DeclineSuggestion;
import tocsin.domain.incident.IncidentCommand.DetailHardening;
import tocsin.domain.incident.IncidentCommand.DropAction;
import tocsin.domain.incident.IncidentCommand.FinishAction;
import tocsin.domain.incident.IncidentCommand.FinishReview;
import tocsin.domain.incident.IncidentCommand.ForceFullForm;
import tocsin.domain.incident.IncidentCommand.HoldMeeting;
import tocsin.domain.incident.IncidentCommand.IgnoreWording;
import tocsin.domain.incident.IncidentCommand.MakeComment;
import tocsin.domain.incident.IncidentCommand.MeasureImpact;
import tocsin.domain.incident.IncidentCommand.MindWording;
import tocsin.domain.incident.IncidentCommand.MoveAction;
import tocsin.domain.incident.IncidentCommand.NoteMeeting;
import tocsin.domain.incident.IncidentCommand.OpenPostmortem;
import tocsin.domain.incident.IncidentCommand.ReassignAction;
import tocsin.domain.incident.IncidentCommand.RecordHardening;
import tocsin.domain.incident.IncidentCommand.ReleaseReviewer;
import tocsin.domain.incident.IncidentCommand.ReopenComment;
import tocsin.domain.incident.IncidentCommand.RequestReview;
import tocsin.domain.incident.IncidentCommand.ReturnPostmortem;
import tocsin.domain.incident.IncidentCommand.RewordAction;
import tocsin.domain.incident.IncidentCommand.SettleComment;
import tocsin.domain.incident.IncidentCommand.StateCause;
import tocsin.domain.incident.IncidentCommand.StateImpact;
import tocsin.domain.incident.IncidentCommand.Suggest;
import tocsin.domain.incident.IncidentCommand.TieAction;
import tocsin.domain.incident.IncidentCommand.VerifyAction;
import tocsin.domain.incident.IncidentCommand.Write;
import tocsin.domain.incident.Outcome.Refused;
import tocsin.domain.postmortem.ActionItem;
import tocsin.domain.postmortem.ActionKind;
import tocsin.domain.postmortem.Comment;
import tocsin.domain.postmortem.Damage;
import tocsin.domain.postmortem.Hardening;
import tocsin.domain.postmortem.Hardens;
import tocsin.domain.postmortem.MeetingNote;
import tocsin.domain.postmortem.Priority;
import tocsin.domain.postmortem.Review;
import tocsin.domain.postmortem.ReviewFact.ActionBegun;
import tocsin.domain.postmortem.ReviewFact.CommentAnswered;
import tocsin.domain.postmortem.ReviewFact.Reviewed;
import tocsin.domain.postmortem.ReviewFact.SuggestionAccepted;
import tocsin.domain.postmortem.Suggestion;
import tocsin.domain.postmortem.Ties;
import tocsin.domain.postmortem.Trigger;
import tocsin.domain.prose.ProseFact.TextInserted;
import tocsin.domain.prose.Side;
import tocsin.domain.prose.Spot;
import tocsin.domain.prose.Stretch;
import tocsin.domain.severity.IncidentType;
import tocsin.domain.severity.PostmortemForm;

/// What people do with the postmortem of an incident, one act at a time.
class ReviewTest {
    private static final LocalDate DUE = LocalDate.of(2026, 3, 20);
    private static final FactId NOWHERE = new FactId(Story.OTHER_DESK, 77);

    private static AddAction action(String text) {
        return new AddAction(ActionKind.PREVENT, text, DEV, DUE, "the old build fails it");
    }

    private static Review review(Story story) {
        return story.now().review();
    }

    private static ActionItem only(Story story) {
        assertThat(review(story).actions()).hasSize(1);
        return review(story).actions().getFirst();
    }

    // Actions

    @Test
    void anActionGoesFromPromiseToEffect() {
        Story story = incident(SEV3).does(action("Run the load test on every merge"));
        FactId id = story.last();
        assertThat(story.refusal(new VerifyAction(id, "seen"))).isEqualTo("refused.action.notDone");
        story.does(new BeginAction(id));
        assertThat(only(story).status()).isEqualTo(ActionItem.Status.DOING);
        assertThat(only(story).open()).isTrue();
        assertThat(story.refusal(new BeginAction(id))).isEqualTo("refused.action.begun");
        story.does(new FinishAction(id, "merged as 4f1c"));
        assertThat(only(story).settledAt()).contains(story.time());
        assertThat(story.refusal(new BeginAction(id))).isEqualTo("refused.action.settled");
        story.by(EVE).does(new VerifyAction(id, "it failed the old build"));
        assertThat(only(story).verified()).hasValueSatisfying(seen -> {
            assertThat(seen.by()).isEqualTo(EVE);
            assertThat(seen.evidence()).isEqualTo("it failed the old build");
        });
    }

    @Test
    void anActionChangesHandsDayWordsAndTies() {
        Story story = incident(SEV3).does(action("Run the load test"));
        FactId id = story.last();
        story.does(
                new ReassignAction(id, BEN),
                new MoveAction(id, DUE.plusDays(7), "freeze"),
                new RewordAction(id, "Run the load test on every merge", "the old build fails"),
                new TieAction(id, new Ties(Optional.of(Priority.HIGH), " OPS-7 ", "detection-gap", Hardens.A_RULE)));
        ActionItem item = only(story);
        assertThat(item.owner()).isEqualTo(BEN);
        assertThat(item.due()).isEqualTo(DUE.plusDays(7));
        assertThat(item.text()).isEqualTo("Run the load test on every merge");
        assertThat(item.ties().ticket()).isEqualTo("OPS-7");
        assertThat(story.refusal(new ReassignAction(id, BEN))).isEqualTo("refused.action.sameOwner");
        assertThat(story.refusal(new MoveAction(id, item.due(), "x"))).isEqualTo("refused.action.sameDue");
        assertThat(story.refusal(new MoveAction(id, DUE, " "))).isEqualTo("refused.reason.needed");
        assertThat(story.refusal(new RewordAction(id, item.text(), item.measure())))
                .isEqualTo("refused.action.sameWords");
        assertThat(story.refusal(new TieAction(id, item.ties()))).isEqualTo("refused.action.sameTies");
        assertThat(story.refusal(new TieAction(NOWHERE, Ties.NONE))).isEqualTo("refused.action.none");
    }

    @Test
    void aTeamAloneOwnsNothing() {
        Story story = incident(SEV3);
        var crowd = new AddAction(ActionKind.PREVENT, "Test", new PersonId("Payments"), DUE, "it fails");
        var context =
                new Context(ANA, story.time(), Optional.empty(), Story.RULES, Checklists.NONE, Set.of("payments"));
        assertThat(story.now().decide(crowd, context))
                .isInstanceOfSatisfying(
                        Refused.class,
                        refused ->
                                assertThat(refused.refusal()).isEqualTo(Refusal.of("action.ownerIsGroup", "Payments")));
        assertThat(story.refusal(crowd)).isEqualTo("accepted");
        assertThat(story.refusal(new OpenPostmortem(new PersonId("Ana and Ben"), Optional.empty())))
                .isEqualTo("refused.review.ownerIsGroup");
    }

    @Test
    void withoutADayTheOneOfLevelAndKindApplies() {
        Story story = incident(SEV1)
                .does(new AddAction(ActionKind.DETECT, "Alarm on a full pool", DEV, Optional.empty(), "it rings"));
        assertThat(only(story).due()).isEqualTo(LocalDate.of(2026, 3, 16));
    }

    @Test
    void anInvestigationEndsOnADayThatSomebodyNames() {
        Story story = incident(SEV3);
        var open = new AddAction(ActionKind.INVESTIGATE, "Find the leak", DEV, Optional.empty(), "it is known");
        assertThat(story.refusal(open)).isEqualTo("refused.action.endless");
        assertThat(story.refusal(
                        new AddAction(ActionKind.REPAIR, "Investigate the leak", DEV, Optional.empty(), "it is known")))
                .isEqualTo("refused.action.endless");
        story.does(new AddAction(ActionKind.INVESTIGATE, "Find the leak", DEV, DUE, "it is known"));
        assertThat(only(story).due()).isEqualTo(DUE);
    }

    @Test
    void sevenAreTheMostAndTheDeclinedOnesStayOnRecord() {
        Story story = incident(SEV3);
        for (int i = 0; i < 7; i++) {
            story.does(action("Do thing number " + i));
        }
        FactId seventh = story.last();
        assertThat(story.refusal(action("Do an eighth thing"))).isEqualTo("refused.action.tooMany");
        story.does(new DeclineAction(ActionKind.REPAIR, "Do an eighth thing", "too dear"));
        assertThat(review(story).declined()).singleElement().satisfies(declined -> {
            assertThat(declined.text()).isEqualTo("Do an eighth thing");
            assertThat(declined.reason()).isEqualTo("too dear");
        });
        assertThat(story.refusal(new DeclineAction(ActionKind.REPAIR, "x", ""))).isEqualTo("refused.reason.needed");
        story.does(new DropAction(seventh, "the host is gone"), action("Do an eighth thing"));
    }

    @Test
    void whatGoesOnAfterTheEndIsWorkAndNoNewPromise() {
        Story story = incident(SEV3).closed();
        FactId id = only(story).id();
        story.does(
                new BeginAction(id),
                new ReassignAction(id, BEN),
                new MoveAction(id, DUE.plusDays(3), "freeze"),
                new FinishAction(id, "done"),
                new VerifyAction(id, "seen"));
        assertThat(story.now().phase()).isEqualTo(Phase.CLOSED);
        assertThat(story.refusal(action("More"))).isEqualTo("refused.incident.ended");
        assertThat(story.refusal(new RewordAction(id, "Other", "words"))).isEqualTo("refused.incident.ended");
    }

    @Test
    void factsAboutUnknownThingsChangeNothing() {
        Story story = incident(SEV3).does(action("Run the load test"));
        Review before = review(story);
        story.fact(
                new ActionBegun(NOWHERE),
                new CommentAnswered(NOWHERE, "to whom?"),
                new SuggestionAccepted(NOWHERE),
                new Reviewed("nobody asked"));
        assertThat(review(story)).isEqualTo(before);
    }

    // Reviewers and approval

    @Test
    void theDocumentIsReviewedWhenEverybodyAskedHasReadIt() {
        Story story = incident(SEV3).inPostmortem().written();
        assertThat(story.refusal(new AskReviewer(BEN))).isEqualTo("refused.review.reviewerIsAuthor");
        story.does(new AskReviewer(CARA), new AskReviewer(DEV));
        assertThat(story.refusal(new AskReviewer(DEV))).isEqualTo("refused.review.asked");
        assertThat(story.by(EVE).refusal(new FinishReview(""))).isEqualTo("refused.review.notAsked");
        story.by(CARA).does(new FinishReview("good"));
        assertThat(review(story).status()).isEqualTo(Review.Status.IN_REVIEW);
        story.by(DEV).does(new FinishReview(""));
        assertThat(review(story).status()).isEqualTo(Review.Status.REVIEWED);
        story.does(new AskReviewer(EVE));
        assertThat(review(story).status()).isEqualTo(Review.Status.IN_REVIEW);
        story.does(new ReleaseReviewer(EVE));
        assertThat(review(story).status()).isEqualTo(Review.Status.REVIEWED);
        story.by(CARA).does(new ApprovePostmortem());
        assertThat(review(story).status()).isEqualTo(Review.Status.APPROVED);
    }

    @Test
    void aReturnedDocumentIsReadAnew() {
        Story story = incident(SEV3).inPostmortem().written().does(new AskReviewer(CARA));
        story.by(CARA).does(new FinishReview("")).by(ANA).does(new ReturnPostmortem("impact is thin"));
        assertThat(review(story).status()).isEqualTo(Review.Status.DRAFT);
        assertThat(review(story).reviewers())
                .singleElement()
                .satisfies(who -> assertThat(who.done()).isFalse());
        assertThat(story.by(CARA).refusal(new FinishReview(""))).isEqualTo("refused.review.notInReview");
        story.by(ANA).does(new RequestReview());
        assertThat(review(story).status()).isEqualTo(Review.Status.IN_REVIEW);
    }

    @Test
    void everyEditAfterTheApprovalTakesItAway() {
        for (IncidentCommand edit : List.of(
                new Write(List.of(new TextInserted("summary", Optional.empty(), Side.AFTER, "more"))),
                new StateCause("Gate 12", "never run"),
                new StateImpact("checkout", "none", "50 orders"),
                new MeasureImpact(Damage.USERS, "4 000"),
                action("Do one thing more"))) {
            Story story = incident(SEV1).hardening().hardened();
            assertThat(story.gates(Phase.CLOSED)).noneMatch(Gate::stops);
            story.does(edit);
            assertThat(review(story).status()).as("%s", edit).isEqualTo(Review.Status.DRAFT);
            assertThat(story.refusalWords(to(Phase.CLOSED))).containsExactly("closed", Gates.STOP_2);
            story.does(new RequestReview())
                    .by(CARA)
                    .does(new ApprovePostmortem())
                    .by(ANA)
                    .does(to(Phase.CLOSED));
        }
        Story reworded = incident(SEV1).hardening();
        reworded.does(new RewordAction(only(reworded).id(), "Run it nightly", "the old build fails"));
        assertThat(review(reworded).approval()).isEmpty();
    }

    @Test
    void talkingAndWorkingIsNoEdit() {
        Story story = incident(SEV1).hardening();
        FactId id = only(story).id();
        story.does(
                new BeginAction(id),
                new TieAction(id, new Ties(Optional.empty(), "OPS-7", "", Hardens.NOTHING)),
                new MakeComment("summary", Optional.empty(), Optional.empty(), "", "well said"),
                new NoteMeeting(MeetingNote.Kind.NOTE, "thanks"));
        assertThat(review(story).status()).isEqualTo(Review.Status.APPROVED);
    }

    // Talk

    @Test
    void aCommentIsAnsweredSettledAndReopened() {
        Story story = incident(SEV3);
        var spot = Optional.of(new Spot(NOWHERE, 3));
        story.does(new MakeComment("summary", spot, Optional.empty(), "the pool", "Which one?"));
        FactId id = story.last();
        story.by(BEN).does(new AnswerComment(id, "orders"), new SettleComment(id));
        assertThat(story.refusal(new SettleComment(id))).isEqualTo("refused.comment.settled");
        story.does(new ReopenComment(id));
        assertThat(story.refusal(new ReopenComment(id))).isEqualTo("refused.comment.open");
        assertThat(story.refusal(new AnswerComment(NOWHERE, "x"))).isEqualTo("refused.comment.none");
        assertThat(story.refusal(new MakeComment("No Section", spot, spot, "", "x")))
                .isEqualTo("refused.prose.section");
        assertThat(review(story).talk().comments()).singleElement().satisfies(comment -> {
            assertThat(comment.status()).isEqualTo(Comment.Status.OPEN);
            assertThat(comment.from()).isEqualTo(spot);
            assertThat(comment.replies()).extracting(Comment.Reply::by).containsExactly(BEN);
        });
    }

    @Test
    void whatPeopleSayOfTheDocumentIsNoLineOfWhatHappened() {
        Story story = incident(SEV3);
        int lines = story.now().timeline().entries().size();
        story.does(
                new MakeComment("summary", Optional.empty(), Optional.empty(), "", "hm"),
                new IgnoreWording("summary", "should have"));
        assertThat(story.now().timeline().entries()).hasSize(lines);
    }

    @Test
    void takingASuggestionWritesItsWordsInTheSameGesture() {
        Story story = incident(SEV3);
        var gone = List.of(new Stretch(NOWHERE, 4, 9));
        story.does(new Suggest("summary", gone, Optional.empty(), Side.AFTER, "the pool", "the order pool"));
        FactId id = story.last();
        story.does(new AcceptSuggestion(
                id, List.of(new TextInserted("summary", Optional.empty(), Side.AFTER, "the order pool"))));
        assertThat(story.history().facts().getLast().fact()).isInstanceOf(TextInserted.class);
        assertThat(review(story).talk().suggestion(id).orElseThrow().status()).isEqualTo(Suggestion.Status.ACCEPTED);
        assertThat(story.refusal(new DeclineSuggestion(id, "late"))).isEqualTo("refused.suggestion.ended");
        story.does(story.undo(story.lastGesture()));
        assertThat(review(story).talk().suggestion(id).orElseThrow().open()).isTrue();
        story.does(new DeclineSuggestion(id, "it is the other one"));
        assertThat(review(story).talk().suggestion(id).orElseThrow().reason()).isEqualTo("it is the other one");
        assertThat(story.refusal(new Suggest("summary", List.of(), Optional.empty(), Side.AFTER, "", "")))
                .isEqualTo("refused.text.blank");
    }

    @Test
    void aPhraseIsIgnoredUntilItIsMindedAgain() {
        Story story = incident(SEV3).does(new IgnoreWording("summary", "Should have"));
        assertThat(review(story).talk().ignores("summary", "should HAVE")).isTrue();
        assertThat(review(story).talk().ignores("lessons", "should have")).isFalse();
        assertThat(story.refusal(new IgnoreWording("summary", "should have"))).isEqualTo("refused.wording.ignored");
        story.does(new MindWording("summary", "should have"));
        assertThat(review(story).talk().ignored()).isEmpty();
        assertThat(story.refusal(new MindWording("summary", "should have"))).isEqualTo("refused.wording.minded");
    }

    @Test
    void aMeetingLeavesItsNotesAndItsStamp() {
        Story story = incident(SEV3).inPostmortem().does(new NoteMeeting(MeetingNote.Kind.PARKED, "who pays"));
        story.after(Duration.ofHours(1)).does(new HoldMeeting(story.time().minusSeconds(3_000), story.time()));
        assertThat(review(story).talk().notes())
                .singleElement()
                .satisfies(note -> assertThat(note.kind()).isEqualTo(MeetingNote.Kind.PARKED));
        assertThat(review(story).talk().meetings()).hasSize(1);
        assertThat(story.now().firstStamp(StampName.REVIEW_HELD)).isPresent();
        assertThat(story.refusal(new HoldMeeting(story.time(), story.time().minusSeconds(1))))
                .isEqualTo("refused.meeting.backwards");
        assertThat(story.refusal(new HoldMeeting(story.time(), story.time().plusSeconds(900))))
                .isEqualTo("refused.time.future");
    }

    // Hardening and form

    @Test
    void whereThereWasNoRuleTheNewOneIsStated() {
        Story story = incident(SEV3).inPostmortem();
        var absent = new Hardening("CR-7", "", Hardening.Slip.ABSENT, "new rule", "ci", "run 8 fails", EVE);
        var weak = new Hardening("CR-7", " ", Hardening.Slip.TOO_WEAK, "new rule", "ci", "run 8 fails", EVE);
        assertThat(story.refusal(new RecordHardening(weak))).isEqualTo("refused.hardening.said");
        story.does(new RecordHardening(absent));
        FactId id = story.last();
        var detail = new Hardening.Detail("rules.md", Optional.of(DUE), "all on call");
        story.does(new DetailHardening(id, detail));
        assertThat(review(story).hardened(id)).hasValueSatisfying(rule -> {
            assertThat(rule.hardening()).isEqualTo(absent);
            assertThat(rule.detail()).isEqualTo(detail);
        });
        assertThat(story.refusal(new DetailHardening(NOWHERE, detail))).isEqualTo("refused.hardening.none");
    }

    @Test
    void theFormIsFullForSevereOnesAndWhereATriggerSaysSo() {
        var policy = Story.RULES.policy();
        assertThat(ReviewForm.of(incident(SEV2).now(), policy)).isEqualTo(PostmortemForm.FULL);
        Story small = incident(SEV3);
        assertThat(ReviewForm.of(small.now(), policy)).isEqualTo(PostmortemForm.SHORT);
        small.does(new ForceFullForm(Trigger.DATA_LOSS.word()));
        assertThat(ReviewForm.of(small.now(), policy)).isEqualTo(PostmortemForm.FULL);
    }

    @Test
    void theLogProposesTheTriggersThatItTells() {
        Story story = incident(SEV3, IncidentType.DATA)
                .does(new IncidentCommand.SetStamp(StampName.DETECTED, Optional.empty(), "customer called"))
                .mitigating();
        assertThat(ReviewForm.proposed(story.now(), Story.RULES, story.time()))
                .containsExactly(Trigger.DATA_LOSS, Trigger.ROLLBACK, Trigger.NOTICED_BY_PEOPLE);
        story.after(Duration.ofDays(9)).does(to(Phase.MONITORING), stamp(StampName.IMPACT_ENDED, ANA));
        assertThat(ReviewForm.proposed(story.now(), Story.RULES, story.time())).contains(Trigger.OVER_TIME);
        story.does(new ForceFullForm("rollback"), new StateImpact("orders", "none lost", "late"));
        assertThat(ReviewForm.proposed(story.now(), Story.RULES, story.time()))
                .containsExactly(Trigger.NOTICED_BY_PEOPLE, Trigger.OVER_TIME);
    }
}
