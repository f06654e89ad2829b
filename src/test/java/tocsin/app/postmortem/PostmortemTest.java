package tocsin.app.postmortem;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.TimeZone;
import java.util.regex.Pattern;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tocsin.app.Texts;
import tocsin.app.postmortem.Export.Format;
import tocsin.domain.organisation.Organisation;
import tocsin.domain.severity.PostmortemForm;
import tocsin.journal.codec.Json;
import tocsin.publish.Pictures;
import tocsin.publish.paper.Block;
import tocsin.publish.paper.Directive;
import tocsin.publish.paper.Marking;
import tocsin.publish.paper.Paper;
import tocsin.publish.paper.PaperReader;
import tocsin.publish.paper.Span;

class PostmortemTest {
    private static final Pictures PICTURES =
            sha256 -> sha256.equals(Story.GRAPH) ? Optional.of(Story.picture(1)) : Optional.empty();
    private static final Texts ENGLISH = Texts.english();

    @Test
    void itHasTheFourteenSectionsInBothLanguages() {
        for (Texts texts : List.of(ENGLISH, Texts.german())) {
            Template full = Templates.shipped(PostmortemForm.FULL, texts.locale());
            assertThat(full.sections())
                    .hasSize(14)
                    .allSatisfy(section -> assertThat(section.heading()).isNotBlank());
            assertThat(full.sections())
                    .extracting(Template.Section::key)
                    .startsWith("summary", "impact", "timeline", "cause", "factors")
                    .endsWith("hardening", "messages", "people", "evidence");
            assertThat(Templates.shipped(PostmortemForm.SHORT, texts.locale()).sections())
                    .extracting(Template.Section::key)
                    .containsExactly("timeline", "cause", "impact", "actions", "hardening");
        }
    }

    @Test
    void durationsComeFromStampsAlone() {
        String text = text(record("durations"));
        assertThat(text)
                .contains("Time to detect 10 min", "Impact ended after 1 h 12 min", "Time to restore 1 h 2 min")
                .contains("Time to explain not stamped");
    }

    @Test
    void theTimesNameTheirSource() {
        assertThat(text(record("times")))
                .contains("detected 2026-11-20 14:00 +01:00 L. Haddad: support ticket 4711 (recorded 2026-11-20 14:14");
    }

    @Test
    void rowsArePickedByKindPinTagPersonAndTime() {
        assertThat(rows("decisions")).containsExactly("Flag off instead of rollback: artefact gone #public");
        assertThat(rows("pinned")).containsExactly("No new doubles; 1 900 remain");
        assertThat(rows("#orders")).containsExactly("graph from db-07 #orders");
        assertThat(rows("hypotheses, 14:19..14:19"))
                .containsExactly("flag new-writer writes beside the old one, confidence high");
        assertThat(rows("2026-11-20 14:17..14:18, notes")).containsExactly("graph from db-07 #orders");
        assertThat(rows("@L. Haddad")).isEmpty();
        assertThat(rows("notes, 15:00..14:00")).as("over midnight").isEmpty();
        assertThat(rows(Story.id(22) + " " + Story.id(9)))
                .as("an order of one's own")
                .hasSize(2);
    }

    @Test
    void whatAPersonPlacedIsNotShownTwiceInItsSection() {
        Paper paper = Composer.compose(Story.draft(ENGLISH));
        assertThat(records(section(paper, "cause"), "timeline")).hasSize(1);
        assertThat(records(section(paper, "timeline"), "timeline")).hasSize(1);
    }

    @Test
    void aRowThatChangedAfterItWasQuotedSaysSo() {
        var draft = Story.draft(ENGLISH);
        Draft early = draft.with((_, _, _) -> Optional.of(Story.START.plusSeconds(60 * 180)));
        Draft late = draft.with((_, _, _) -> Optional.of(Story.START.plusSeconds(60 * 201)));

        assertThat(text(section(Composer.compose(early), "cause"))).contains("changed since quoted");
        assertThat(text(section(Composer.compose(late), "cause"))).doesNotContain("changed since quoted");
    }

    @Test
    void wordsOfPeopleStayAsTheyAre() {
        String markdown = utf8(Story.draft(ENGLISH), Format.MD);
        assertThat(markdown)
                .contains("For **72 minutes** some orders were written twice.")
                .contains("select order_id, count(*)\n  from orders");
    }

    @Test
    void headingsOfPeopleStandBelowTheirSection() {
        assertThat(headings(Composer.compose(Story.draft(ENGLISH)).blocks()))
                .contains("2 Why the gates let it through", "3 What the dashboard showed");
    }

    @ParameterizedTest
    @EnumSource(Format.class)
    void nobodyAndNoHostLeavesTheHouse(Format format) throws IOException {
        Draft draft = Story.draft(ENGLISH).external();
        byte[] bytes = Export.bytes(draft, format, PICTURES);
        String text = format == Format.PDF ? pdf(bytes) : new String(bytes, StandardCharsets.UTF_8);

        assertThat(text)
                .doesNotContain("Mara", "Duval", "Haddad", "Sven", "Lindqvist", "Novak")
                .doesNotContain("db-07", "10.20.30.40", "wiki.example", "#public", Story.GRAPH)
                .doesNotContain("wrong window", "No new doubles", "refunds not needed", "the old writer is slower");
    }

    @Test
    void itSaysWhatItLeftOut() {
        Paper paper = Composer.compose(Story.draft(ENGLISH).external());
        String left = text(section(paper, "left-out"));
        assertThat(left)
                .contains("Names of hosts 1", "Sections 4", "Pictures 1")
                .containsPattern("Names of people [1-9]")
                .containsPattern("Rows of the log and messages [1-9]");
        assertThat(headings(paper.blocks())).doesNotContain("2 People by role", "2 Evidence");
    }

    @Test
    void aNameInTwoLooksIsStillAName() {
        Draft draft = words("Mara **Du**val and @mara on web-3.shop.internal or ::1:2:3:4, mail a@b.example")
                .external();
        assertThat(text(Composer.section(draft, "summary")))
                .contains("[commander] and [commander] on [host] or [address], mail [address]");
    }

    @ParameterizedTest
    @EnumSource(Format.class)
    void theSameFactsGiveTheSameBytes(Format format) {
        byte[] here = Export.bytes(Story.draft(ENGLISH), format, PICTURES);
        TimeZone usual = TimeZone.getDefault();
        java.util.Locale tongue = java.util.Locale.getDefault();
        try {
            TimeZone.setDefault(TimeZone.getTimeZone("Pacific/Apia"));
            java.util.Locale.setDefault(java.util.Locale.forLanguageTag("ar-EG"));
            assertThat(Export.bytes(Story.draft(ENGLISH), format, PICTURES)).isEqualTo(here);
        } finally {
            TimeZone.setDefault(usual);
            java.util.Locale.setDefault(tongue);
        }
    }

    @Test
    void securityIsForNamedPeopleUntilSomebodySaysOtherwise() {
        assertThat(Story.draft(ENGLISH).marking()).isEqualTo(Marking.AMBER);
        assertThat(Story.draft(ENGLISH).external().marking())
                .as("outside it stays as strict")
                .isEqualTo(Marking.AMBER);
    }

    @Test
    void theFormFollowsTheWorstLevel() {
        assertThat(Draft.form(
                        Story.incident(),
                        Organisation.EMPTY.rules(Story.incident().zone())))
                .isEqualTo(PostmortemForm.FULL);
    }

    @Test
    void aMarkdownParserFindsTheSameHeadings() {
        Paper paper = Composer.compose(Story.draft(ENGLISH));
        List<String> again = headings(PaperReader.read(utf8(Story.draft(ENGLISH), Format.MD)));
        assertThat(again.subList(1, again.size())).isEqualTo(headings(paper.blocks()));
        assertThat(again.getFirst()).isEqualTo("1 " + paper.title());
    }

    @Test
    void aPdfReaderFindsEverySectionTitleAndMarking() throws IOException {
        byte[] bytes = Export.bytes(Story.draft(Texts.german()), Format.PDF, PICTURES);
        try (PDDocument pdf = Loader.loadPDF(bytes)) {
            String text = new PDFTextStripper().getText(pdf);
            Templates.shipped(PostmortemForm.FULL, java.util.Locale.GERMAN)
                    .sections()
                    .forEach(section -> assertThat(text).contains(section.heading()));
            assertThat(pdf.getDocumentInformation().getTitle()).isEqualTo("Doubled orders from feature flag rollout");
            assertThat(pdf.getDocumentInformation().getAuthor()).isEqualTo("A. Novak");
            assertThat(Pattern.compile("TLP:AMBER").matcher(text).results().count())
                    .as("header and footer of every page")
                    .isEqualTo(2L * pdf.getNumberOfPages());
            assertThat(text).contains("Seite 1 von " + pdf.getNumberOfPages());
            assertThat(pdf.getDocumentCatalog().getDocumentOutline().children()).hasSize(14);
        }
    }

    @Test
    void aCsvReaderGetsTheSameRows() throws IOException {
        Draft draft = Story.draft(ENGLISH);
        try (var parser = CSVParser.parse(
                new StringReader(utf8(draft, Format.CSV)),
                CSVFormat.RFC4180
                        .builder()
                        .setHeader()
                        .setSkipHeaderRecord(true)
                        .get())) {
            var rows = parser.getRecords();
            assertThat(rows).hasSameSizeAs(draft.incident().timeline().entries());
            assertThat(rows)
                    .allSatisfy(
                            row -> assertThat(Instant.parse(row.get("time"))).isBeforeOrEqualTo(draft.asOf()));
        }
        assertThat(utf8(draft, Format.ACTIONS))
                .contains("detect,Alert on orders per customer and minute,Sven Lindqvist,2026-12-04");
    }

    @Test
    void theJsonKeepsItsPromises() throws Exception {
        var tree = Json.readObject(Export.bytes(Story.draft(ENGLISH), Format.JSON, PICTURES));
        assertThat(tree.keySet())
                .containsExactly(
                        "schema",
                        "id",
                        "title",
                        "variant",
                        "marking",
                        "language",
                        "zone",
                        "asOf",
                        "durations",
                        "sections",
                        "incident");
        var outside = Json.readObject(Export.bytes(Story.draft(ENGLISH).external(), Format.JSON, PICTURES));
        assertThat(outside).doesNotContainKey("incident").containsEntry("variant", "external");
    }

    @Test
    void aDirectiveNobodyKnowsSaysWhichThereAre() {
        assertThat(text(Composer.section(words("{weather: berlin}"), "summary")))
                .contains("There is no record called {weather: berlin}; there are times");
    }

    private static Draft words(String summary) {
        return Draft.of(
                Story.incident(),
                key -> key.equals("summary") ? summary : "",
                Organisation.EMPTY,
                ENGLISH,
                Templates.shipped(PostmortemForm.FULL, ENGLISH.locale()));
    }

    private static List<Block> record(String name) {
        return Composer.record(Story.draft(ENGLISH), Directive.of(name, "")).orElseThrow();
    }

    private static List<String> rows(String words) {
        return TimelineRecord.chosen(Story.draft(ENGLISH), words).stream()
                .map(entry -> entry.text())
                .toList();
    }

    private static List<Block> section(Paper paper, String key) {
        var body = new java.util.ArrayList<Block>();
        boolean within = false;
        for (Block block : paper.blocks()) {
            if (block instanceof Block.Heading heading && !heading.key().isEmpty()) {
                within = heading.key().equals(key);
            } else if (within) {
                body.add(block);
            }
        }
        return body;
    }

    private static List<Block> records(List<Block> blocks, String name) {
        return blocks.stream()
                .filter(block -> block instanceof Block.FromRecord part
                        && part.directive().name().equals(name))
                .toList();
    }

    private static List<String> headings(List<Block> blocks) {
        return blocks.stream()
                .filter(Block.Heading.class::isInstance)
                .map(Block.Heading.class::cast)
                .map(heading -> heading.level() + " " + Span.text(heading.spans()))
                .toList();
    }

    private static String text(List<Block> blocks) {
        var text = new StringBuilder();
        blocks.forEach(block -> text(block, text));
        return text.toString();
    }

    private static void text(Block block, StringBuilder text) {
        switch (block) {
            case Block.Paragraph paragraph ->
                text.append(Span.text(paragraph.spans())).append('\n');
            case Block.Table table ->
                table.rows().forEach(row -> {
                    row.forEach(cell -> text.append(Span.text(cell.spans())).append(' '));
                    text.append('\n');
                });
            case Block.FromRecord part -> part.blocks().forEach(inner -> text(inner, text));
            case Block.Bullets list ->
                list.items().forEach(item -> item.blocks().forEach(inner -> text(inner, text)));
            default -> {}
        }
    }

    private static String utf8(Draft draft, Format format) {
        return new String(Export.bytes(draft, format, PICTURES), StandardCharsets.UTF_8);
    }

    private static String pdf(byte[] bytes) throws IOException {
        try (PDDocument pdf = Loader.loadPDF(bytes)) {
            return new PDFTextStripper().getText(pdf);
        }
    }
}
