package tocsin.ui.crew;

import static org.assertj.core.api.Assertions.assertThat;
import static tocsin.ui.crew.Desks.BEN;
import static tocsin.ui.crew.Desks.MARA;
import static tocsin.ui.crew.Desks.NOW;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tocsin.base.FactId;
import tocsin.domain.incident.IncidentCommand;
import tocsin.domain.roster.Role;
import tocsin.domain.severity.Severity;
import tocsin.domain.timeline.EntryKind;
import tocsin.domain.timeline.HypothesisStatus;
import tocsin.journal.JournalException;
import tocsin.publish.Page;

/// What is told to somebody who comes in, on the screen and on paper.
class JoinAndSheetTest {
    @TempDir
    Path folder;

    private Desks desks;

    @BeforeEach
    void open() throws JournalException {
        desks = new Desks(folder, Severity.SEV2);
        desks.assigned(Role.SCRIBE, MARA);
        FactId pool = desks.did(new IncidentCommand.AddEntry(EntryKind.HYPOTHESIS, "pool exhausted"), 15);
        desks.did(new IncidentCommand.JudgeHypothesis(pool, HypothesisStatus.SUPPORTED, "412 of 420"), 5);
        desks.did(new IncidentCommand.AddEntry(EntryKind.QUESTION, "may I restart eu-2?"), 4);
        desks.did(new IncidentCommand.AddEntry(EntryKind.DECISION, "roll back 14.02"), 3);
        desks.task("roll back", BEN, 5, 6);
    }

    @AfterEach
    void close() {
        desks.close();
    }

    @Test
    void fiveLinesTellANewcomerWhatTheyWouldAsk() {
        assertThat(JoinText.of(desks.sight(), NOW, desks.words))
                .containsExactly(
                        new JoinText.Told("What", "Checkout errors · outage · production"),
                        new JoinText.Told("How bad", "SEV-2, Investigating since 13:39; impact since 13:39, 43 min"),
                        new JoinText.Told(
                                "Command", "M. Duval commands since 13:39. Believed: pool exhausted (supported)"),
                        new JoinText.Told(
                                "Being done", "roll back (Ben Okafor, 1:00 over); next due: Acknowledge overdue 28:00"),
                        new JoinText.Told(
                                "Needed", "Vacant: Operations, Communications; Unanswered: may I restart eu-2?"));
    }

    @Test
    void theSheetSaysTheZoneWithEveryTime() {
        Page page = page();
        assertThat(page.head())
                .contains("SEV-2, Investigating since 13:39 CET")
                .contains("Impact since 13:39 CET, 43 min");
        assertThat(page.beside().left().rows())
                .contains(new Page.Row("Scribe", "Mara Lind, since 13:52 CET"), new Page.Row("Operations", "vacant"));
        assertThat(rows(page, "TASKS"))
                .containsExactly(
                        new Page.Row("Ben Okafor", "roll back · not read back yet · until 14:21 CET, 1:00 over"));
        assertThat(rows(page, "LAST DECISIONS, NEWEST FIRST"))
                .containsExactly(new Page.Row("14:19 CET", "roll back 14.02 · M. Duval"));
        assertThat(rows(page, "LAST ENTRIES, NEWEST FIRST"))
                .extracting(Page.Row::text)
                .containsExactly(
                        "= roll back 14.02 · M. Duval",
                        "? may I restart eu-2? · M. Duval",
                        "~ pool exhausted · M. Duval");
        assertThat(page.label()).contains("2026-11-21 14:22 CET");
        assertThat(page.foot()).contains("2026-11-21 14:22 CET");
    }

    @Test
    void theSheetIsAFileAmongTheReportsAndTheSameWhenWrittenAgain() throws IOException {
        Path reports = folder.resolve("reports");
        var sheets = new Sheets(reports, desks.words);
        Path file = sheets.write(desks.sight(), NOW).join();
        byte[] first = Files.readAllBytes(file);
        assertThat(file.getFileName()).hasToString(desks.incident().id().number() + "-20261121-132207Z.pdf");
        assertThat(sheets.write(desks.sight(), NOW).join()).isEqualTo(file);
        assertThat(Files.readAllBytes(file)).isEqualTo(first);
        try (var files = Files.list(reports)) {
            assertThat(files).containsExactly(file);
        }
    }

    private Page page() {
        return SheetPage.of(desks.incident(), desks.sight().rules(), desks.words, NOW);
    }

    private static List<Page.Row> rows(Page page, String title) {
        return page.below().stream()
                .filter(section -> section.title().equals(title))
                .findFirst()
                .orElseThrow()
                .rows();
    }
}
