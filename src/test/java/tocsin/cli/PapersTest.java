package tocsin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PapersTest {
    @TempDir
    Path folder;

    private Seat seat;
    private String incident;

    @BeforeEach
    void declare() {
        seat = new Seat(folder);
        incident = seat.run("declare", "Pool <exhausted>", "--severity", "2").line();
        seat.run("log", incident, "roll back", "--kind", "decision");
    }

    @AfterEach
    void close() {
        seat.close();
    }

    @ParameterizedTest
    @CsvSource({"md, # Pool", "html, <!DOCTYPE html>", "pdf, %PDF", "json, {", "csv, 'time,kind,text'"})
    void everyFormatGoesToStandardOutputOrToAFile(String format, String begin) throws IOException {
        assertThat(seat.run("export", incident, "--format", format).out()).startsWith(begin);

        Seat.Said said = seat.run("export", incident, "--format", format, "--out", "paper." + format);
        assertThat(said.line()).isEqualTo(folder.resolve("paper." + format).toString());
        assertThat(Files.size(folder.resolve("paper." + format))).isPositive();
    }

    @Test
    void aFileThatIsThereIsNotReplaced() throws IOException {
        Files.writeString(folder.resolve("notes.md"), "mine");

        Seat.Said said = seat.run("export", incident, "--format", "md", "--out", "notes.md");

        assertThat(said.exit()).isEqualTo(1);
        assertThat(said.err()).startsWith("tocsin: there is a file already");
        assertThat(folder.resolve("notes.md")).hasContent("mine");
    }

    @Test
    void aLoweredMarkingIsNeverSilent() {
        Seat.Said said = seat.run("export", incident, "--format", "md", "--tlp", "green");

        assertThat(said.err()).contains("marking lowered from TLP:AMBER to TLP:GREEN");
        assertThat(said.out()).contains("TLP:GREEN").doesNotContain("TLP:AMBER");
    }

    @Test
    void wrongWordsAreAnsweredWithTheRightOnes() {
        assertThat(seat.run("export", incident, "--format", "docx").exit()).isEqualTo(2);
        assertThat(seat.run("export", incident, "--format", "md", "--tlp", "pink")
                        .err())
                .contains("amber+strict");
        assertThat(seat.run("export", incident, "--format", "md", "--actions").exit())
                .isEqualTo(2);
    }

    @Test
    void aBadTemplateIsSaidInOneLineAndTheShippedOneIsUsed() throws IOException {
        Files.createDirectories(folder.resolve("profile/templates"));
        Files.writeString(folder.resolve("profile/templates/full.md"), "## Without key\n");

        Seat.Said said = seat.run("export", incident, "--format", "md");

        assertThat(said.err()).startsWith("tocsin: full.md, line 1: ").hasLineCount(1);
        assertThat(said.out()).contains("## Summary");
    }

    @Test
    void aMarkdownFileComesInByItsHeadingsAndGoesOutAgain() throws IOException {
        Files.writeString(
                folder.resolve("draft.md"),
                "# Pool\n\n## Summary\nIt ran *dry*.\n\n## Weather\nRain.\n\n## Ursache\nPAY-07.\n");

        Seat.Said said = seat.run("postmortem", "import", incident, "draft.md");

        assertThat(said.line()).isEqualTo("imported: 2 sections");
        assertThat(said.err()).contains("no section is called \"Weather\"");
        assertThat(seat.run("export", incident, "--format", "md").out())
                .contains("It ran *dry*.", "### Weather", "Rain.", "PAY-07.");
    }

    @Test
    void aLongTextComesInWhole() throws IOException {
        String line = "A line of a long text with words in it.\n\n";
        Files.writeString(folder.resolve("long.md"), "## Summary\n" + line.repeat(8_000));

        assertThat(seat.run("postmortem", "import", incident, "long.md").exit()).isZero();
        assertThat(seat.run("export", incident, "--format", "md").out().split("A line of a long text", -1))
                .hasSize(8_001);
    }
}
