package tocsin.app.postmortem;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tocsin.app.Texts;
import tocsin.domain.severity.PostmortemForm;

class TemplatesTest {
    private static final Template FULL = Templates.shipped(PostmortemForm.FULL, Locale.ENGLISH);

    @TempDir
    Path folder;

    @Test
    void aTeamChangesSectionsAndWordingWithoutCode() throws IOException {
        Files.writeString(
                folder.resolve("full.md"),
                "Our own.\n\n## What went wrong {cause}\nSay it plainly.\n{timeline: decisions}\n\n## Us {us, internal}\n");

        Templates.Chosen chosen = Templates.in(folder, PostmortemForm.FULL, Texts.german());

        assertThat(chosen.complaint()).isEmpty();
        assertThat(chosen.template().sections())
                .extracting(Template.Section::heading, Template.Section::guidance, Template.Section::reach)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(
                                "What went wrong", "Say it plainly.", Template.Reach.EVERYBODY),
                        org.assertj.core.groups.Tuple.tuple("Us", "", Template.Reach.INTERNAL));
    }

    @Test
    void theOneInTheReadersLanguageGoesFirst() throws IOException {
        Files.writeString(folder.resolve("short.md"), "## Cause {cause}\n");
        Files.writeString(folder.resolve("short_de.md"), "## Ursache {cause}\n");

        assertThat(Templates.in(folder, PostmortemForm.SHORT, Texts.german())
                        .template()
                        .sections()
                        .getFirst()
                        .heading())
                .isEqualTo("Ursache");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    ## No key                        | full.md, line 1: a section begins with
                    ## A {a}~## B {a}                | full.md, line 2: this key was used before
                    ## A {a}~{weather}               | full.md, line 2: there is no record of this name
                    words                            | full.md, line 1: a template has 1 to 100 sections
                    """)
    void aBadOneIsNamedInOneLineAndTheShippedOneIsUsed(String text, String complaint) throws IOException {
        Files.writeString(folder.resolve("full.md"), text.replace('~', '\n'));

        Templates.Chosen chosen = Templates.in(folder, PostmortemForm.FULL, Texts.english());

        assertThat(chosen.template()).isEqualTo(FULL);
        assertThat(chosen.complaint().orElse(""))
                .startsWith(complaint)
                .endsWith("the shipped template is used instead");
    }

    @Test
    void aFileFromElsewhereIsTakenApartByItsHeadings() {
        MarkdownSections read = MarkdownSections.read("""
                # Outage of Friday

                Before anything.

                ## 1. Executive Summary
                The pool ran dry.
                ### Detail
                more
                ## Grundursache
                Rule PAY-07.
                ```
                # not a heading
                ```
                ## Weather
                Rain.
                ## Maßnahmen
                - [ ] alert
                ## Ours {lessons}
                A lesson.
                """, FULL);

        assertThat(read.texts())
                .containsOnlyKeys("summary", "cause", "actions", "lessons")
                .containsEntry("actions", "- [ ] alert")
                .containsEntry("lessons", "A lesson.");
        assertThat(read.texts().get("summary"))
                .isEqualTo("# Outage of Friday\n\nBefore anything.\n\nThe pool ran dry.\n### Detail\nmore");
        assertThat(read.texts().get("cause")).contains("# not a heading", "## Weather\nRain.");
        assertThat(read.unknown()).containsExactly("Weather");
    }

    @Test
    void whatWasExportedComesBackToItsSections() {
        Draft draft = Story.draft(Texts.german());
        String markdown = new String(
                Export.bytes(draft, Export.Format.MD, tocsin.publish.Pictures.NONE),
                java.nio.charset.StandardCharsets.UTF_8);

        assertThat(MarkdownSections.read(markdown, FULL).texts().keySet())
                .containsAll(FULL.sections().stream().map(Template.Section::key).toList());
    }
}
