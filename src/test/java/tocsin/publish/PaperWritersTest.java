package tocsin.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tocsin.publish.paper.Block;
import tocsin.publish.paper.Drawing;
import tocsin.publish.paper.Drawing.Ink;
import tocsin.publish.paper.Lines;
import tocsin.publish.paper.Marking;
import tocsin.publish.paper.Paper;
import tocsin.publish.paper.PaperReader;
import tocsin.publish.paper.Picture;
import tocsin.publish.paper.Span;

class PaperWritersTest {
    private static final String SHA = "ab".repeat(32);

    /// What a page of HTML may hold: these tags, and of attributes only what cannot load or run anything.
    private static final Pattern TAG =
            Pattern.compile("<(/?)([a-zA-Z][a-zA-Z0-9]*)((?:\\s+[a-zA-Z:-]+(?:=\"[^\"]*\")?)*)\\s*/?>");

    private static final Pattern LOAD = Pattern.compile(
            "(?i)\\s(?:src|href|srcset|data|poster|action|background)=\"(?!#|data:image/png|mailto:|https?://)");
    private static final Pattern HANDLER = Pattern.compile("(?i)\\son[a-z]+\\s*=");

    static String hostile() {
        return """
                # <script>alert(1)</script> *head*

                <img src=x onerror=alert(1)> & "quoted" 'single' </main></body>

                [click](javascript:alert(1)) [ok](https://example.org/?a="b"&c=<d>) ![t](https://evil.example/p.png)

                | =1+1 | \u202eabc |
                |--|--|
                | <svg onload=x> | שלום |

                ```html
                </code></pre><script>x</script>
                ```

                `</code>` **<b>** 1. no list \\# no head

                ![gone](sha256:%s)
                """.formatted(SHA);
    }

    @Test
    void aPageOfHtmlHoldsNoScriptAndLoadsNothing() {
        String html = PaperHtml.of(paper(PaperReader.read(hostile())), Pictures.NONE);
        String body = html.substring(html.indexOf("</style>"));

        assertThat(TAG.matcher(body).results().map(match -> match.group(2)))
                .doesNotContain("script", "img", "iframe", "object", "link", "b")
                .contains("h2", "table", "pre", "nav", "header", "footer");
        assertThat(TAG.matcher(body).replaceAll(""))
                .as("every other sign is escaped")
                .doesNotContain("<", ">");
        TAG.matcher(body).results().forEach(match -> {
            assertThat(HANDLER.matcher(match.group(3)).find()).as(match.group()).isFalse();
            assertThat(LOAD.matcher(match.group(3)).find()).as(match.group()).isFalse();
        });
        assertThat(html).contains("default-src 'none'").doesNotContain("@import", "url(");
        assertThat(html).contains("<html lang=\"en\">", "<title>&lt;b&gt; Title</title>", "[no gone]");
    }

    @Test
    void picturesAreInsideTheFile() {
        byte[] png = {(byte) 0x89, 'P', 'N', 'G'};
        Paper paper = paper(List.of(new Block.Figure("Graph", new Picture.Attached(SHA, "a \"graph\""), Lines.NONE)));
        assertThat(PaperHtml.of(paper, _ -> Optional.of(png)))
                .contains("<img alt=\"a &quot;graph&quot;\" src=\"data:image/png;base64,iVBORw==\">");
        byte[] svg = "<svg onload=alert(1)>".getBytes(java.nio.charset.StandardCharsets.UTF_8);
        assertThat(PaperHtml.of(paper, _ -> Optional.of(svg)))
                .doesNotContain("<img")
                .contains("[no a &quot;graph");
    }

    @Test
    void markdownReadsBackAsTheSameBlocks() {
        List<Block> blocks = PaperReader.read("""
                ### Head \\# with *look*

                1\\. no list, \\- none, \\<b\\> and \\[x\\](y) \\`c\\` a_b_c \\{times}

                **bold** *it* ~~gone~~ `co|de` [a](https://a.example/x_(y)) hard\\
                break

                - one

                  two paragraphs
                - [x] done
                  1. deep

                > said
                >
                > twice

                | a \\| b | c |
                |:-:|--:|
                | 1 | **2** |

                ````
                ```
                fence
                ````

                ![Graph](sha256:%s)

                ---
                """.formatted(SHA));
        assertThat(bare(PaperReader.read(PaperMarkdown.blocks(blocks)))).isEqualTo(bare(blocks));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "# x",
                "- x",
                "+ x",
                "1. x",
                "=== x",
                "> x",
                "| a | b |",
                "{times}",
                "    x",
                "***",
                "a  \nb",
                "<b>",
                "&amp;",
                "~~~",
                "\\",
                "!["
            })
    void plainWordsStayPlainWords(String words) {
        Block paragraph = Block.Paragraph.of(Span.of(words));
        String markdown = PaperMarkdown.blocks(List.of(paragraph));
        List<Block> again = PaperReader.read(markdown, _ -> Optional.of(List.of()));
        assertThat(again).as(markdown).hasSize(1).first().isInstanceOf(Block.Paragraph.class);
        assertThat(Span.text(((Block.Paragraph) again.getFirst()).spans()).strip())
                .isEqualTo(words.replace("  \n", "\n").strip());
    }

    @Test
    void aDrawingIsInEveryFormat() throws IOException {
        var drawing = new Drawing(
                900,
                200,
                List.of(
                        new Drawing.Box(0, 0, 200, 40, List.of("Orders <twice>"), Ink.PANEL, Ink.RULE, Ink.TEXT),
                        new Drawing.Line(200, 20, 300, 20, Ink.RULE, Drawing.Dash.DASHED),
                        new Drawing.Polyline(
                                List.of(new Drawing.Point(0, 0), new Drawing.Point(Double.NaN, 9e30)),
                                Ink.NONE,
                                Ink.BAD,
                                Drawing.Dash.SOLID),
                        new Drawing.Circle(30, 120, 10, Ink.GOOD, Ink.NONE),
                        new Drawing.Words(890, 190, "luck", 9, Drawing.Weight.STRONG, Drawing.Anchor.END, Ink.QUIET)));
        Paper paper =
                paper(List.of(new Block.Figure("Five whys", new Picture.Drawn(drawing, "why \"so\""), Lines.NONE)));

        assertThat(PaperHtml.of(paper, Pictures.NONE))
                .contains("Orders &lt;twice&gt;</text>", "aria-label=\"why &quot;so&quot;\"", "<figcaption");
        assertThat(PaperMarkdown.of(paper)).contains("*Five whys*", "- Orders \\<twice\\>");
        assertThat(text(PaperPdf.of(paper, Pictures.NONE))).contains("Orders <twice>", "luck", "Five whys");
    }

    @Test
    void pagesCarryEverythingAndLongTablesRepeatTheirHead() throws IOException {
        var rows = new java.util.ArrayList<List<Block.Cell>>();
        for (int row = 0; row < 200; row++) {
            rows.add(List.of(Block.Cell.of("row " + row), Block.Cell.of("x".repeat(row * 7))));
        }
        var table = new Block.Table(
                List.of(Block.Align.LEFT, Block.Align.RIGHT),
                List.of(Block.Cell.of("Name of row"), Block.Cell.of("Words")),
                rows,
                Lines.NONE);
        byte[] bytes = PaperPdf.of(
                paper(List.of(new Block.Heading(2, Span.plain("First"), "first", Lines.NONE), table)), Pictures.NONE);
        try (var pdf = Loader.loadPDF(bytes)) {
            var stripper = new PDFTextStripper();
            for (int page = 2; page <= pdf.getNumberOfPages(); page++) {
                stripper.setStartPage(page);
                stripper.setEndPage(page);
                assertThat(stripper.getText(pdf)).as("page %s", page).contains("Name of row", "TLP:GREEN");
            }
            stripper.setStartPage(1);
            assertThat(stripper.getText(pdf)).contains("row 199", "First 2");
        }
    }

    @Test
    void hostileTextIsPrintedAndMissingLettersAreSaid() throws IOException {
        String text = text(PaperPdf.of(paper(PaperReader.read(hostile())), Pictures.NONE));
        assertThat(text).contains("<script>alert(1)</script> head", "[no gone]", "=1+1", " is missing");
    }

    @Test
    void whatIsNoPictureIsSaidToBeMissing() throws IOException {
        Paper paper = paper(List.of(new Block.Figure("", new Picture.Attached(SHA, "bomb"), Lines.NONE)));
        byte[] broken = {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 1, 2, 3};
        assertThat(text(PaperPdf.of(paper, _ -> Optional.of(broken)))).contains("[no bomb]");
    }

    @Test
    @Timeout(value = 100, unit = TimeUnit.SECONDS)
    void tenMegabytesBecomePages() {
        String line = "Line of a log with words and figures 0123456789 and no end in sight\n";
        Paper paper = paper(PaperReader.read(line.repeat(2_000_000 / line.length())));
        assertThat(PaperPdf.of(paper, Pictures.NONE)).isNotEmpty();
        assertThat(PaperHtml.of(paper(PaperReader.read("x".repeat(10_000_000))), Pictures.NONE))
                .hasSizeGreaterThan(10_000_000);
    }

    private static Paper paper(List<Block> blocks) {
        return new Paper(
                "en",
                "Postmortem",
                "<b> Title",
                Marking.GREEN,
                "",
                Instant.parse("2026-11-21T13:00:00Z"),
                List.of(new Paper.Meta("Incident", "INC-1")),
                new Paper.Labels("Contents", "Page {0} of {1}", "from the record", "□ is missing", "[no {0}]"),
                blocks);
    }

    /// Without the lines they stand on.
    private static String bare(List<Block> blocks) {
        return blocks.toString().replaceAll("Lines\\[[^]]*]", "");
    }

    private static String text(byte[] bytes) throws IOException {
        try (var pdf = Loader.loadPDF(bytes)) {
            return new PDFTextStripper().getText(pdf);
        }
    }
}
