package tocsin.domain.checklist;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tocsin.domain.checklist.Checklist.Box;
import tocsin.domain.severity.IncidentType;

class ChecklistTextTest {
    private static final Instant NOON = Instant.parse("2026-03-02T12:00:00Z");
    private static final String TEXT = """
            # the first quarter of an hour counts most

            = first 0m 15m At once
            a.scope: Confirm: what and whom
            = then 1h 3d Later
            a.credits: Settle credits
            = last - - Open
            a.end: The end
            """;

    @Test
    void phasesHaveBoxesAndStepsHaveIds() {
        Checklist list = read(TEXT).orElseThrow();

        assertThat(list.phases()).extracting(Checklist.Phase::id).containsExactly("first", "then", "last");
        assertThat(list.phases().get(1).from()).contains(Duration.ofHours(1));
        assertThat(list.phases().get(1).to()).contains(Duration.ofDays(3));
        assertThat(list.phases().getLast().to()).isEmpty();
        assertThat(list.step("a.scope")).map(Checklist.Step::text).contains("Confirm: what and whom");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "a.step: before any phase",
                "= first 0m 15m Title",
                "= first 0m 15m Title\na.one: x\na.one: y",
                "= first 0m 15m Title\na.one: x\n= first 0m 15m Title\na.two: x",
                "= first soon 15m Title\na.one: x",
                "= first 0m 400d Title\na.one: x",
                "= first 0m 15m Title\nsomething else",
                "= first 0m 15m Title\nA.One: x",
            })
    void whatIsNoChecklistIsNone(String text) {
        assertThat(read(text)).isEmpty();
    }

    @Test
    void anExceededBoxTurnsAmberUntilItsStepsAreSettled() {
        Checklist.Phase first = read(TEXT).orElseThrow().phases().getFirst();
        Optional<Instant> declared = Optional.of(NOON);

        assertThat(first.box(Marks.NONE, Optional.empty(), NOON)).isEqualTo(Box.AHEAD);
        assertThat(first.box(Marks.NONE, declared, NOON.plusSeconds(15 * 60))).isEqualTo(Box.RUNNING);
        assertThat(first.box(Marks.NONE, declared, NOON.plusSeconds(15 * 60 + 1)))
                .isEqualTo(Box.EXCEEDED);
        assertThat(read(TEXT).orElseThrow().exceeded(Marks.NONE, declared, NOON.plus(Duration.ofDays(9))))
                .extracting(Checklist.Phase::id)
                .containsExactly("first", "then");
    }

    @Test
    void aPhaseWithoutABoxIsNeverExceeded() {
        Checklist.Phase last = read(TEXT).orElseThrow().phases().getLast();

        assertThat(last.box(Marks.NONE, Optional.of(NOON), NOON.plus(Duration.ofDays(900))))
                .isEqualTo(Box.RUNNING);
    }

    private static Optional<Checklist> read(String text) {
        return ChecklistText.read(IncidentType.OUTAGE, text);
    }

    @Test
    void whatIsWrittenIsReadAgainAsItWas() {
        Checklist list = ChecklistText.read(
                        IncidentType.DATA,
                        "# ours\n= first 0m 90m Begin\nown.look: Look around\n= later - - Go on\nown.call: Call\n")
                .orElseThrow();
        assertThat(ChecklistText.read(IncidentType.DATA, ChecklistText.write(list)))
                .contains(list);
    }

    @Test
    void theFirstLineThatIsOfNoKindIsNamed() {
        assertThat(ChecklistText.firstWrongLine("# ours\n\n= first 0m 15m Begin\nown.look: Look\nno step\nnor this"))
                .contains(5);
        assertThat(ChecklistText.firstWrongLine("own.look: a step without a phase"))
                .contains(1);
        assertThat(ChecklistText.firstWrongLine("= first 0m 15m Begin\nown.look: Look"))
                .isEmpty();
    }
}
