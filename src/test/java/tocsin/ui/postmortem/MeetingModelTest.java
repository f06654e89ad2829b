package tocsin.ui.postmortem;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import tocsin.domain.incident.IncidentCommand.HoldMeeting;
import tocsin.domain.incident.IncidentCommand.NoteMeeting;
import tocsin.domain.incident.Story;
import tocsin.domain.postmortem.MeetingNote;
import tocsin.domain.severity.Severity;
import tocsin.ui.kit.Drafts;
import tocsin.ui.kit.Prompt;
import tocsin.ui.kit.Words;

class MeetingModelTest {
    private static final Words WORDS = Words.in(Locale.ENGLISH);
    private static final Instant START = Story.minute(0);

    private final Map<String, String> kept = new HashMap<>();
    private final Drafts drafts = new Drafts() {
        @Override
        public Optional<String> get(String line) {
            return Optional.ofNullable(kept.get(line));
        }

        @Override
        public void keep(String line, String words) {
            if (words.isEmpty()) {
                kept.remove(line);
            } else {
                kept.put(line, words);
            }
        }
    };
    private final MeetingModel model = new MeetingModel(WORDS, drafts, START);
    private final MeetingPrompts prompts = new MeetingPrompts(WORDS);

    @ParameterizedTest
    @EnumSource(Agenda.class)
    void anAgendaIsAnHour(Agenda agenda) {
        assertThat(agenda.length()).isEqualTo(Duration.ofHours(1));
    }

    @Test
    void moreThanHalfOfTheHourGoesToTheTimelineIfOneWantsItSoAndFixesWait() {
        assertThat(Agenda.TIMELINE.slots())
                .filteredOn(slot -> slot.point() == Agenda.Point.TIMELINE)
                .singleElement()
                .satisfies(slot -> assertThat(slot.minutes()).isBetween(35, 40));
        model.begin(Agenda.TIMELINE, START);
        assertThat(strip(0).says()).isEqualTo("Fixes wait until the actions: park them");
        model.step(2, START);
        assertThat(strip(0).says()).startsWith("one owner");
    }

    @Test
    void thePointAndItsTimeAreSaidAndTheTimeOfAll() {
        model.begin(Agenda.GIVEN, START);
        MeetingModel.Strip strip = strip(150);
        assertThat(strip.place()).isEqualTo("1 of 5");
        assertThat(strip.name()).isEqualTo("Overview");
        assertThat(strip.left()).isEqualTo("7:30 left");
        assertThat(strip.whole()).isEqualTo("of all: 57:30 left");
        assertThat(strip.time()).isEqualTo(MeetingModel.Time.CALM);
        assertThat(strip.segments().getFirst().share()).isEqualTo(0.25);
        assertThat(strip.segments())
                .extracting(MeetingModel.Segment::name)
                .containsExactly("Overview 10", "Root cause 20", "Actions 15", "Learning 10", "Follow-up 5");
    }

    @Test
    void beingOverIsAWordAndAColour() {
        model.begin(Agenda.GIVEN, START);
        assertThat(strip(8 * 60).time()).isEqualTo(MeetingModel.Time.NEARLY);
        assertThat(strip(12 * 60 + 5).left()).isEqualTo("2:05 over");
        assertThat(strip(12 * 60 + 5).time()).isEqualTo(MeetingModel.Time.OVER);
        assertThat(strip(12 * 60 + 5).wholeTime()).isEqualTo(MeetingModel.Time.CALM);
        assertThat(strip(61 * 60).whole()).isEqualTo("of all: 1:00 over");
    }

    @Test
    void aPointOneComesBackToGoesOnWhereItWasLeft() {
        model.begin(Agenda.GIVEN, START);
        model.step(1, at(4 * 60));
        assertThat(strip(5 * 60).left()).isEqualTo("19:00 left");
        model.step(-1, at(6 * 60));
        assertThat(strip(7 * 60).left()).isEqualTo("5:00 left");
        assertThat(strip(7 * 60).segments())
                .extracting(MeetingModel.Segment::stage)
                .startsWith(MeetingModel.Stage.HERE, MeetingModel.Stage.AHEAD);
    }

    @Test
    void beforeTheFirstAndBehindTheLastThereIsNothing() {
        model.begin(Agenda.GIVEN, START);
        model.step(-1, at(60));
        assertThat(strip(60).place()).isEqualTo("1 of 5");
        model.step(9, at(60));
        model.step(1, at(120));
        assertThat(strip(120).place()).isEqualTo("5 of 5");
        assertThat(strip(120).left()).isEqualTo("4:00 left");
    }

    @Test
    void itOutlivesTheWindowWithItsHalfWrittenNote() {
        model.begin(Agenda.TIMELINE, START);
        model.step(1, at(90));
        model.draft("p the gate");
        var again = new MeetingModel(WORDS, drafts, at(200));
        assertThat(again.course()).isEqualTo(model.course());
        assertThat(again.draft()).isEqualTo("p the gate");

        again.end();
        assertThat(new MeetingModel(WORDS, drafts, at(300)).running()).isFalse();
    }

    @Test
    void oneThatWasForgottenForHalfADayIsNotGoneOnWith() {
        model.begin(Agenda.GIVEN, START);
        assertThat(new MeetingModel(WORDS, drafts, at(13 * 3600)).running()).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "x", "GIVEN 1 9 1 0,0,0,0,0", "GIVEN 1 0 1 0", "NONE 1 0 1 0", "GIVEN a 0 1 0,0,0,0,0"})
    void whatIsKeptAndIsNoMeetingIsNone(String broken) {
        assertThat(Course.read(broken)).isEmpty();
    }

    @Test
    void aLineIsANoteOrParked() {
        assertThat(MeetingModel.Line.of(" the pool "))
                .isEqualTo(new MeetingModel.Line(MeetingNote.Kind.NOTE, "the pool"));
        assertThat(MeetingModel.Line.of("p the pool"))
                .isEqualTo(new MeetingModel.Line(MeetingNote.Kind.PARKED, "the pool"));
        assertThat(MeetingModel.Line.of(">the pool"))
                .isEqualTo(new MeetingModel.Line(MeetingNote.Kind.PARKED, "the pool"));
        assertThat(MeetingModel.Line.of("pool").kind()).isEqualTo(MeetingNote.Kind.NOTE);
        assertThat(MeetingModel.Line.of("> ").text()).isEmpty();
    }

    @Test
    void whatIsParkedStaysInSightAndTheNotesOfThisMeetingToo() {
        Story story = Story.incident(Severity.SEV2)
                .at(1)
                .does(new NoteMeeting(MeetingNote.Kind.NOTE, "from another time"))
                .does(new NoteMeeting(MeetingNote.Kind.PARKED, "pager rules"))
                .at(10)
                .does(new HoldMeeting(Story.minute(0), Story.minute(10)))
                .at(20)
                .does(new NoteMeeting(MeetingNote.Kind.NOTE, "one"))
                .does(new NoteMeeting(MeetingNote.Kind.NOTE, "two"));
        model.begin(Agenda.GIVEN, Story.minute(15));
        model.know(story.now().review().talk());
        assertThat(model.notes()).isEqualTo(new MeetingModel.Notes(List.of("pager rules"), List.of("two", "one")));
    }

    @Test
    void itBeginsByItsAgendaAndEnterAloneTakesTheGivenOne() {
        var begun = new ArrayList<Agenda>();
        Prompt prompt = prompts.begin(begun::add);
        assertThat(Table.ready(prompt, "").effects())
                .containsExactly("It is led by somebody who was not part of it, and somebody else takes the notes.");
        assertThat(prompt.read("").options())
                .extracting(Prompt.Option::note)
                .containsExactly(
                        "Overview 10, Root cause 20, Actions 15, Learning 10, Follow-up 5",
                        "Overview 5, Timeline 35, Actions 12, Learning 5, Follow-up 3");
        Table.enter(prompt, "");
        Table.enter(prompt, "2");
        Table.enter(prompt, "time");
        assertThat(begun).containsExactly(Agenda.GIVEN, Agenda.TIMELINE, Agenda.TIMELINE);
        assertThat(prompt.read("9")).isInstanceOf(Prompt.Wrong.class);
    }

    @Test
    void aQuestionIsFoundByItsCueAndBeginsTheNextNote() {
        var asked = new ArrayList<String>();
        Prompt deck = prompts.deck(asked::add);
        assertThat(deck.read("").options()).hasSize(15);
        assertThat(deck.read("noticed").options())
                .extracting(Prompt.Option::name)
                .contains("What signal told you?");
        Table.enter(deck, deck.read("decided").options().getFirst().fill());
        Table.enter(deck, "tipped");
        assertThat(asked).containsExactly("What options did you see?", "What tipped it?");
        assertThat(deck.read("whose fault")).isInstanceOf(Prompt.Wrong.class);
    }

    private MeetingModel.Strip strip(int second) {
        return model.strip(at(second)).orElseThrow();
    }

    private static Instant at(int second) {
        return START.plusSeconds(second);
    }
}
