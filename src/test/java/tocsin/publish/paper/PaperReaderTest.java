package tocsin.publish.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tocsin.publish.paper.Block.Align;
import tocsin.publish.paper.Block.Tick;
import tocsin.publish.paper.Span.Style;

class PaperReaderTest {
    private static final String SHA = "ab".repeat(32);

    @Test
    void wordsKeepTheirLooks() {
        assertThat(spans("plain **bold *both*** `code` ~~gone~~ [page](https://example.org/a)"))
                .containsExactly(
                        Span.of("plain "),
                        Span.of("bold ", Style.BOLD),
                        Span.of("both", Style.BOLD, Style.ITALIC),
                        Span.of(" "),
                        Span.of("code", Style.CODE),
                        Span.of(" "),
                        Span.of("gone", Style.STRIKE),
                        Span.of(" "),
                        new Span("page", Set.of(), Optional.of("https://example.org/a")));
    }

    @Test
    void everyKindOfBlockKnowsItsLines() {
        List<Block> blocks = PaperReader.read("""
                # Head

                Words
                go on

                - [ ] open
                - [x] done
                - plain

                3. three

                > said

                ```java
                int x;
                ```

                | a | b |
                |:-:|--:|
                | 1 |
                ---
                """);
        assertThat(blocks.stream().map(block -> block.getClass().getSimpleName()))
                .containsExactly("Heading", "Paragraph", "Bullets", "Numbered", "Quote", "Code", "Table", "Rule");
        assertThat(blocks.stream().map(Block::lines))
                .startsWith(new Lines(0, 0), new Lines(2, 3), new Lines(5, 7))
                .allMatch(Lines::known);
        assertThat(((Block.Bullets) blocks.get(2)).items().stream().map(Block.Item::tick))
                .containsExactly(Tick.OPEN, Tick.DONE, Tick.NONE);
        assertThat(((Block.Numbered) blocks.get(3)).start()).isEqualTo(3);
        assertThat(blocks.get(5)).isEqualTo(new Block.Code("java", "int x;", new Lines(13, 15)));
        var table = (Block.Table) blocks.get(6);
        assertThat(table.aligns()).containsExactly(Align.CENTRE, Align.RIGHT);
        assertThat(table.rows().getFirst()).as("filled up").hasSize(2);
    }

    @Test
    void markupOfOtherLanguagesIsWords() {
        assertThat(text("<script>alert(1)</script> & <b onclick=\"x()\">bold</b>\n\n<div>\n<iframe src=x>\n</div>"))
                .isEqualTo("<script>alert(1)</script> & <b onclick=\"x()\">bold</b><div> <iframe src=x> </div>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "javascript:alert(1)",
                "JaVaScRiPt:alert(1)",
                "data:text/html,x",
                "vbscript:x",
                "file:///etc/passwd",
                "//example.org",
                "&#106;avascript:x"
            })
    void aLinkLeadsToTheWebOrToAMailboxOrNowhere(String address) {
        assertThat(spans("[here](" + address + ") [x](https://a.example)"))
                .filteredOn(span -> span.address().isPresent())
                .extracting(span -> span.address().orElse(""))
                .containsExactly("https://a.example");
        assertThat(text("[here](" + address + ")")).startsWith("here (");
    }

    @Test
    void onlyAttachmentsOfTheIncidentArePictures() {
        assertThat(PaperReader.read("Before ![Pool graph](sha256:" + SHA + ") after"))
                .extracting(block -> block.getClass().getSimpleName())
                .containsExactly("Paragraph", "Figure", "Paragraph");
        assertThat(text("![Tracker](https://evil.example/pixel.png)"))
                .isEqualTo("Tracker (https://evil.example/pixel.png)");
        assertThat(text("| ![Pool](sha256:" + SHA + ") |\n|--|\n")).isEqualTo("Pool");
    }

    @Test
    void aDirectiveStandsOnALineOfItsOwn() {
        var asked = new ArrayList<Directive>();
        String markdown = "Before {times} and\n\n{timeline: #pool, *x*, 14:15..14:22}\n{ People }\n\n- {gates}\n";
        List<Block> blocks = PaperReader.read(markdown, directive -> {
            asked.add(directive);
            return Optional.of(List.of());
        });
        assertThat(asked)
                .extracting(Directive::name, Directive::words)
                .containsExactly(
                        tuple("timeline", "#pool, *x*, 14:15..14:22"), tuple("people", ""), tuple("gates", ""));
        assertThat(markdown.substring(asked.getFirst().from(), asked.getFirst().to()))
                .isEqualTo("{timeline: #pool, *x*, 14:15..14:22}");
        assertThat(blocks).hasSize(4);
    }

    @Test
    void aDirectiveNobodyKnowsIsShownAsItWasWritten() {
        assertThat(text("{nonsense: a b}")).isEqualTo("{nonsense: a b}");
    }

    @Test
    void lettersOfAllScriptsStayInTheirOrder() {
        String words = "שלום עולם \u202eabc\u202c مرحبا 漢字 👩‍🚒";
        assertThat(text(words)).isEqualTo(words);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"> ", "- ", "1. ", "*a **b ", "[", "![", "`", "<", "{", "| ", "~~a ", "\\", "&#", "\t", "\0"})
    @Timeout(value = 20, unit = TimeUnit.SECONDS)
    void noNestingBreaksIt(String piece) {
        assertThat(PaperReader.read(piece.repeat(50_000) + "end\n|-|\n")).isNotNull();
        assertThat(PaperReader.read((piece + "\n").repeat(5_000))).isNotNull();
    }

    @Test
    @Timeout(value = 20, unit = TimeUnit.SECONDS)
    void tenMegabytesAreReadWhole() {
        String line = "Line of a log with words and figures 0123456789 and no end in sight\n";
        String paste = line.repeat(10_000_000 / line.length());
        assertThat(text(paste)).hasSize(paste.length() - 1);
        assertThat(text("x".repeat(10_000_000))).hasSize(10_000_000);
    }

    private static List<Span> spans(String markdown) {
        return ((Block.Paragraph) PaperReader.read(markdown).getFirst()).spans();
    }

    private static String text(String markdown) {
        var text = new StringBuilder();
        for (Block block : PaperReader.read(markdown)) {
            switch (block) {
                case Block.Paragraph(var spans, var _) -> text.append(Span.text(spans));
                case Block.Table table -> table.head().forEach(cell -> text.append(Span.text(cell.spans())));
                default -> text.append(block);
            }
        }
        return text.toString();
    }
}
