package tocsin.ui.postmortem;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tocsin.domain.incident.Story;
import tocsin.domain.postmortem.Reviewer;
import tocsin.ui.kit.DueLine;
import tocsin.ui.kit.Tone;
import tocsin.ui.kit.Words;
import tocsin.ui.sight.Telling;

class ReadersCornerTest {
    @Test
    void whoWasAskedAndWhoHasReadItIsToldApartByWordAndShape() {
        Words words = Words.in(Locale.ENGLISH);
        List<DueLine> lines = ReadersCorner.lines(
                List.of(
                        new Reviewer(Story.BEN, Optional.of(Story.minute(5)), "Clear."),
                        new Reviewer(Story.EVE, Optional.empty(), "")),
                words,
                new Telling(words, ZoneOffset.UTC, Story.minute(6)));
        assertThat(lines)
                .extracting(DueLine::name, DueLine::tone, DueLine::notes)
                .containsExactly(
                        tuple("Ben has read it, " + clock(), Tone.MET, List.of("Clear.")),
                        tuple("Eve was asked", Tone.OPEN, List.of()));
    }

    @Test
    void anEditAfterTheClosingIsSaidInOneLine() {
        DueLine late = ReadersCorner.late(Words.in(Locale.ENGLISH));
        assertThat(late.name()).isEqualTo("Edited after closing");
        assertThat(late.tone()).isEqualTo(Tone.WARNING);
        assertThat(late.notes()).singleElement().asString().contains("Nobody has approved");
    }

    private static String clock() {
        return Story.minute(5).toString().substring(11, 16);
    }
}
