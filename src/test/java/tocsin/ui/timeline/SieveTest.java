package tocsin.ui.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tocsin.domain.incident.IncidentCommand.AddEntry;
import tocsin.domain.incident.IncidentCommand.PinEntry;
import tocsin.domain.timeline.Entry;
import tocsin.domain.timeline.EntryKind;
import tocsin.journal.JournalException;
import tocsin.ui.Given;
import tocsin.ui.kit.Prompt;
import tocsin.ui.kit.Words;

class SieveTest {
    @TempDir
    Path folder;

    private final List<Sieve> wishes = new ArrayList<>();
    private final TimelineModel model = new TimelineModel(Given.BERLIN, Words.in(Locale.ENGLISH), wishes::add);
    private OneRoom room;

    @BeforeEach
    void open() throws JournalException {
        room = new OneRoom(folder);
        said(EntryKind.NOTE, "40 tickets #customers", 20);
        said(EntryKind.DECISION, "roll back 14.02", 15);
        said(EntryKind.ACTION, "rollback started #db", 10);
        said(EntryKind.NOTE, "errors at 3 %", 5);
    }

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void aSignShowsOneKindAndSeveralShowSeveral() throws JournalException {
        assertThat(shown("=")).containsExactly("roll back 14.02");
        assertThat(shown("=>")).containsExactly("roll back 14.02", "rollback started #db");
        assertThat(shown("= >")).isEqualTo(shown("=>"));
        assertThat(shown(".")).containsExactly("40 tickets #customers", "errors at 3 %");
    }

    @Test
    void tagsPeopleAndWordsNarrowTogether() throws JournalException {
        assertThat(shown("#db")).containsExactly("rollback started #db");
        assertThat(shown("@duval")).hasSize(4);
        assertThat(shown("@nobody")).isEmpty();
        assertThat(shown("Roll > back")).isEmpty();
        assertThat(shown("ROLL back")).containsExactly("roll back 14.02");
    }

    @Test
    void onlyPinnedOnesWithAStar() throws JournalException {
        room.act(new PinEntry(room.entries().getLast().id())).join();
        assertThat(shown("*")).containsExactly("errors at 3 %");
        assertThat(shown("* #db")).isEmpty();
    }

    @Test
    void whatActsLoggedComesWithAPlus() throws JournalException {
        show(SievePrompt.parse("+"));
        assertThat(model.getRows()).hasSizeGreaterThan(5);
        assertThat(model.isFiltered()).isFalse();
    }

    @Test
    void theFilterSaysWhatItLetsThroughAndHowMuchItHidesAndEscOpensItAgain() throws JournalException {
        var prompt = new SievePrompt(model, room.words);
        var ready = (Prompt.Ready) prompt.read("= #db");
        assertThat(ready.summary()).isEqualTo("Enter shows only: decision, #db");
        ready.run().get().join();
        show(model.sieve());
        assertThat(model.getFilter()).isEqualTo("Only decision, #db");
        assertThat(model.isNone()).isTrue();
        assertThat(model.getHeading()).endsWith("hidden by the filter");
        assertThat(model.unsift()).isTrue();
        show(model.sieve());
        assertThat(model.isFiltered()).isFalse();
        assertThat(model.isNone()).isFalse();
        assertThat(model.unsift()).isFalse();
        assertThat(wishes).hasSize(2);
    }

    @Test
    void peopleAndTagsThatAreThereAreOffered() throws JournalException {
        show(Sieve.PEOPLE);
        var prompt = new SievePrompt(model, room.words);
        assertThat(prompt.read("= #").options())
                .extracting(Prompt.Option::fill)
                .containsExactly("= #customers ", "= #db ");
        assertThat(prompt.read("@d").options()).extracting(Prompt.Option::fill).containsExactly("@Duval ");
    }

    @Test
    void aTimePointsAtWhatHappenedThen() throws JournalException {
        show(Sieve.PEOPLE);
        var pointed = new ArrayList<String>();
        var prompt = new JumpPrompt(
                model,
                Given.NOW.plus(Duration.ofDays(3)),
                room.words,
                () -> pointed.add(model.chosenEntry().map(Entry::text).orElse("")));
        ((Prompt.Ready) prompt.read("14:08")).run().get().join();
        assertThat(pointed).containsExactly("rollback started #db");
        assertThat(prompt.read("25:99")).isInstanceOf(Prompt.Wrong.class);
        assertThat(((Prompt.Ready) prompt.read("2026-11-24 10:00")).run().get().join())
                .isEqualTo(new Prompt.Refused("Nothing was logged then or later"));
    }

    @Test
    void onlyWhatCameAfterTheRowsWereFirstShownIsNews() throws JournalException {
        show(Sieve.PEOPLE);
        assertThat(model.arrived(room.entries().getLast().id())).isFalse();
        said(EntryKind.NOTE, "late but new", 40);
        show(Sieve.PEOPLE);
        assertThat(room.entries())
                .filteredOn(entry -> model.arrived(entry.id()))
                .extracting(Entry::text)
                .containsExactly("late but new");
    }

    private List<String> shown(String text) throws JournalException {
        show(SievePrompt.parse(text));
        return model.getRows().stream()
                .flatMap(row -> row instanceof Row.Line(var entry, var _) ? List.of(entry.text()).stream() : null)
                .toList();
    }

    private void show(Sieve sieve) throws JournalException {
        model.show(
                new Rows.Maker(Given.BERLIN)
                        .of(room.timeline(), sieve, Function.<Entry>identity().andThen(Entry::text)),
                Given.BERLIN);
    }

    private void said(EntryKind kind, String text, int minutesAgo) {
        Optional<Instant> then = Optional.of(Given.NOW.minus(Duration.ofMinutes(minutesAgo)));
        room.act(new AddEntry(kind, text), then).join();
    }
}
