package tocsin.domain.incident;

import static org.assertj.core.api.Assertions.assertThat;
import static tocsin.domain.incident.Story.ANA;
import static tocsin.domain.incident.Story.BEN;
import static tocsin.domain.incident.Story.CARA;
import static tocsin.domain.incident.Story.DEV;
import static tocsin.domain.incident.Story.incident;
import static tocsin.domain.incident.Story.minute;
import static tocsin.domain.severity.Severity.SEV3;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tocsin.base.FactId;
import tocsin.base.Limits;
import tocsin.domain.incident.IncidentCommand.AddEntry;
import tocsin.domain.incident.IncidentCommand.AnswerQuestion;
import tocsin.domain.incident.IncidentCommand.AssignTask;
import tocsin.domain.incident.IncidentCommand.ClosePoll;
import tocsin.domain.incident.IncidentCommand.CorrectEntry;
import tocsin.domain.incident.IncidentCommand.DropTask;
import tocsin.domain.incident.IncidentCommand.ExtendTask;
import tocsin.domain.incident.IncidentCommand.FinishTask;
import tocsin.domain.incident.IncidentCommand.JudgeHypothesis;
import tocsin.domain.incident.IncidentCommand.OpenPoll;
import tocsin.domain.incident.IncidentCommand.PinEntry;
import tocsin.domain.incident.IncidentCommand.RaiseObjection;
import tocsin.domain.incident.IncidentCommand.ReadBackTask;
import tocsin.domain.incident.IncidentCommand.ReassignTask;
import tocsin.domain.incident.IncidentCommand.StrikeEntry;
import tocsin.domain.incident.IncidentCommand.UnpinEntry;
import tocsin.domain.timeline.Attachment;
import tocsin.domain.timeline.Confidence;
import tocsin.domain.timeline.Decision;
import tocsin.domain.timeline.Entry;
import tocsin.domain.timeline.EntryKind;
import tocsin.domain.timeline.EntryText;
import tocsin.domain.timeline.HypothesisStatus;
import tocsin.domain.timeline.PollResult;
import tocsin.domain.timeline.Task;
import tocsin.domain.timeline.TimelineFact.TaskExtended;

/// What is said and done: nothing is edited, everything points back.
class TimelineTest {
    private static AddEntry note(String text) {
        return new AddEntry(EntryKind.NOTE, text);
    }

    private static Entry entry(Story story, FactId id) {
        return story.now().timeline().entry(id).orElseThrow();
    }

    private static Task task(Story story, FactId id) {
        return story.now().timeline().task(id).orElseThrow();
    }

    @Test
    void anEntryWrittenDownTwoMinutesLaterIsMarkedLate() {
        Story story = incident(SEV3).at(10).whichHappenedAt(8).does(note("a"));
        assertThat(entry(story, story.last()).late()).contains(Duration.ofMinutes(2));
        story.whichHappenedAt(9).does(note("b"));
        assertThat(entry(story, story.last()).late()).isEmpty();
        assertThat(entry(story, story.last()).occurredAt()).isEqualTo(minute(9));
        assertThat(entry(story, story.last()).recordedAt()).isEqualTo(minute(10));
    }

    @Test
    void aCorrectionKeepsWhatStoodBefore() {
        Story story = incident(SEV3).at(5).does(note("5 orders"));
        FactId id = story.last();
        story.at(9).by(BEN).does(new CorrectEntry(id, "50 orders", Optional.of(minute(4))));
        story.at(10).does(new CorrectEntry(id, "55 orders", Optional.empty()));
        Entry now = entry(story, id);
        assertThat(now.text()).isEqualTo("55 orders");
        assertThat(now.occurredAt()).isEqualTo(minute(4));
        assertThat(now.by()).isEqualTo(ANA);
        assertThat(now.changes())
                .containsExactly(
                        new Entry.Change("5 orders", minute(5), BEN, minute(9)),
                        new Entry.Change("50 orders", minute(4), BEN, minute(10)));
        assertThat(story.refusal(new CorrectEntry(id, "x", Optional.of(minute(99)))))
                .isEqualTo("refused.time.future");
        assertThat(story.refusal(new CorrectEntry(id, " ", Optional.empty()))).isEqualTo("refused.text.blank");
    }

    @Test
    void aStruckEntryStaysWithItsReason() {
        Story story = incident(SEV3).does(note("wrong room"));
        FactId id = story.last();
        assertThat(story.refusal(new StrikeEntry(id, ""))).isEqualTo("refused.reason.needed");
        story.at(1).by(BEN).does(new StrikeEntry(id, "another incident"));
        assertThat(entry(story, id).text()).isEqualTo("wrong room");
        assertThat(entry(story, id).strike()).contains(new Entry.Strike(BEN, minute(1), "another incident"));
        assertThat(story.refusal(new StrikeEntry(id, "again"))).isEqualTo("refused.entry.alreadyStruck");
    }

    @Test
    void theLinesOfActsCannotBeTouched() {
        Story story = incident(SEV3);
        FactId act = story.last();
        assertThat(entry(story, act).kind()).isEqualTo(EntryKind.SYSTEM);
        assertThat(story.refusal(new StrikeEntry(act, "x"))).isEqualTo("refused.entry.none");
        assertThat(story.refusal(new PinEntry(act))).isEqualTo("refused.entry.none");
        assertThat(story.refusal(new AddEntry(EntryKind.SYSTEM, "x"))).isEqualTo("refused.entry.system");
    }

    @Test
    void aLineIsPinnedAndUnpinned() {
        Story story = incident(SEV3).does(note("the bridge number"));
        FactId id = story.last();
        assertThat(entry(story.does(new PinEntry(id)), id).pinned()).isTrue();
        assertThat(entry(story.does(new UnpinEntry(id)), id).pinned()).isFalse();
    }

    @Test
    void aTextSaysSomethingAndNotTooMuch() {
        assertThat(incident(SEV3).refusal(note("  "))).isEqualTo("refused.text.blank");
        assertThat(incident(SEV3).refusal(note("x".repeat(Limits.TEXT_CHARS + 1))))
                .isEqualTo("refused.text.tooLong");
        assertThat(incident(SEV3).refusal(note("x".repeat(Limits.TEXT_CHARS)))).isEqualTo("accepted");
        var picture = List.of(new Attachment("00", "graph.png", 10, "image/png"));
        assertThat(incident(SEV3).refusal(new AddEntry(EntryKind.NOTE, "", picture)))
                .isEqualTo("accepted");
        assertThat(incident(SEV3).refusal(new AddEntry(EntryKind.NOTE, "x".repeat(Limits.TEXT_CHARS + 1), picture)))
                .isEqualTo("refused.text.tooLong");
    }

    @Test
    void aLineKnowsItsTagsPeopleLinksAndHowSureItIs() {
        var text = new EntryText("#db down, @Ana looks, see INC-2026-0302-007 and https://g/1 #db, LOW confidence");
        assertThat(text.tags()).containsExactly("db");
        assertThat(text.mentions()).containsExactly("Ana");
        assertThat(text.incidents()).containsExactly("INC-2026-0302-007");
        assertThat(text.addresses()).containsExactly("https://g/1");
        assertThat(text.confidence()).contains(Confidence.LOW);
        assertThat(new EntryText("mail a@b.c about c#").tags()).isEmpty();
        assertThat(new EntryText("mail a@b.c").mentions()).isEmpty();
        assertThat(new EntryText("Can someone look?").asksNobody()).isTrue();
        assertThat(new EntryText("Ben, look").asksNobody()).isFalse();
    }

    @Test
    void aTaskHasOneOwnerABoxAndAReadBack() {
        Story story = incident(SEV3).does(new AssignTask("Drain B", DEV, Optional.of(Duration.ofMinutes(15))));
        FactId id = story.last();
        story.at(1).by(DEV).does(new ReadBackTask(id));
        assertThat(task(story, id).readBackAt()).contains(minute(1));
        story.at(2).does(new ReassignTask(id, BEN));
        assertThat(task(story, id).owner()).isEqualTo(BEN);
        assertThat(task(story, id).readBackAt()).isEmpty();
        assertThat(story.refusal(new ReassignTask(id, BEN))).isEqualTo("refused.task.sameOwner");
        assertThat(task(story, id).left(minute(20))).contains(Duration.ofMinutes(-5));
        story.at(9).does(new FinishTask(id, "drained"));
        assertThat(task(story, id).settledAt()).contains(minute(9));
        assertThat(story.refusal(new DropTask(id, "late"))).isEqualTo("refused.task.settled");
        assertThat(story.refusal(new ExtendTask(id, Duration.ofMinutes(1)))).isEqualTo("refused.task.settled");
    }

    @Test
    void aBoxIsMoreThanNothingAndAtMostAWeek() {
        Story story = incident(SEV3);
        assertThat(story.refusal(new AssignTask("x", DEV, Optional.of(Duration.ZERO))))
                .isEqualTo("refused.task.box");
        assertThat(story.refusal(new AssignTask("x", DEV, Optional.of(Duration.ofDays(8)))))
                .isEqualTo("refused.task.box");
        assertThat(story.refusal(new FinishTask(story.last(), "x"))).isEqualTo("refused.task.none");
    }

    @Test
    void aLengthFromABrokenDeskIsCutAndNothingBreaks() {
        Story story = incident(SEV3).does(new AssignTask("x", DEV, Optional.of(Duration.ofMinutes(5))));
        FactId id = story.last();
        story.fact(new TaskExtended(id, Duration.ofSeconds(Long.MAX_VALUE)));
        story.fact(new TaskExtended(id, Duration.ofSeconds(Long.MAX_VALUE)));
        assertThat(task(story, id).due().orElseThrow())
                .isAfter(minute(5))
                .isBefore(Instant.parse("2100-01-01T00:00:00Z"));
    }

    @Test
    void aPollAsksForObjectionsAndKeepsTheLateOnes() {
        Story story = incident(SEV3).does(new AddEntry(EntryKind.DECISION, "Fail over"));
        FactId id = story.last();
        assertThat(story.refusal(new ClosePoll(id, PollResult.GOING))).isEqualTo("refused.poll.notOpen");
        story.does(new OpenPoll(id)).by(CARA).does(new RaiseObjection(id, "site B is small"));
        assertThat(story.refusal(new OpenPoll(id))).isEqualTo("refused.poll.already");
        story.by(ANA).does(new ClosePoll(id, PollResult.GOING));
        assertThat(story.refusal(new RaiseObjection(id, "wait"))).isEqualTo("refused.poll.closed");
        Decision decision = story.now().timeline().decision(id).orElseThrow();
        assertThat(decision.objections()).containsExactly(new Decision.Objection(CARA, "site B is small"));
        assertThat(decision.result()).contains(PollResult.GOING);
        assertThat(story.refusal(new OpenPoll(new FactId(Story.DESK, 99)))).isEqualTo("refused.entry.notA");
    }

    @Test
    void aQuestionIsAnsweredOnceAndAHypothesisIsJudgedWithEvidence() {
        Story story = incident(SEV3).does(new AddEntry(EntryKind.QUESTION, "Since when?"));
        FactId question = story.last();
        story.does(new AnswerQuestion(question, "13:58"));
        assertThat(story.now().timeline().answers()).containsEntry(question, "13:58");
        story.does(Story.hypothesis("disk"));
        FactId guess = story.last();
        assertThat(story.refusal(new JudgeHypothesis(guess, HypothesisStatus.SUPPORTED, " ")))
                .isEqualTo("refused.reason.needed");
        assertThat(story.refusal(new JudgeHypothesis(guess, HypothesisStatus.OPEN, "x")))
                .isEqualTo("refused.incident.same");
        assertThat(story.refusal(new AnswerQuestion(guess, "x"))).isEqualTo("refused.entry.notA");
        story.does(new JudgeHypothesis(guess, HypothesisStatus.REFUTED, "it is empty"));
        assertThat(entry(story, guess).text()).isEqualTo("disk");
    }
}
