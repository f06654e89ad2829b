package tocsin.publish;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;

class SituationSheetTest {
    private static final Instant MADE = Instant.parse("2026-11-21T13:22:07Z");

    private static Page page(String title, int rows, String text) {
        List<Page.Row> many = IntStream.range(0, rows)
                .mapToObj(number -> new Page.Row("2026-11-21 14:" + (10 + number), number + " " + text))
                .toList();
        var section = new Page.Section("LAST ENTRIES", many);
        var roles = new Page.Section("ROLES", List.of(new Page.Row("Scribe", "Mara Lind, since 14:02 CET")));
        return new Page(
                "SITUATION SHEET",
                title,
                List.of("INC-2026-1121-003 · outage"),
                new Page.Beside(roles, roles),
                Collections.nCopies(4, section),
                "Tocsin at 14:22 CET",
                "a box is a letter that cannot be printed",
                MADE);
    }

    @Test
    void theSameFactsGiveTheSameBytes() {
        Page page = page("Checkout errors 62 %", 5, "errors down");
        assertThat(SituationSheet.pdf(page)).isEqualTo(SituationSheet.pdf(page));
        assertThat(SituationSheet.pdf(page)).isNotEqualTo(SituationSheet.pdf(page("Another", 5, "errors down")));
    }

    @Test
    void everyWordCanBeReadOutAgain() throws IOException {
        String text = read(SituationSheet.pdf(page("Störung ≥ 5 % · żółć", 3, "errors down to 3 %")));
        assertThat(text)
                .contains("Störung ≥ 5 % · żółć", "INC-2026-1121-003 · outage", "Mara Lind, since 14:02 CET")
                .contains("errors down to 3 %", "Tocsin at 14:22 CET")
                .doesNotContain("cannot be printed");
    }

    @Test
    void howeverMuchThereIsToSayItIsOnePage() throws IOException {
        byte[] sheet =
                SituationSheet.pdf(page("The payment provider answers, but ".repeat(20), 40, "long ".repeat(80)));
        try (PDDocument document = Loader.loadPDF(sheet)) {
            assertThat(document.getNumberOfPages()).isEqualTo(1);
        }
        assertThat(read(sheet)).contains("Tocsin at 14:22 CET");
    }

    @Test
    void aLetterWithoutAFormIsReplacedForEveryoneToSee() throws IOException {
        String text = read(SituationSheet.pdf(page("تعطل checkout 🔥", 1, "x")));
        assertThat(text).contains("checkout").contains("a box is a letter that cannot be printed");
        assertThat(text).doesNotContain("🔥");
    }

    @Test
    void itsFacesComeWithIt() throws IOException {
        try (PDDocument document = Loader.loadPDF(SituationSheet.pdf(page("Checkout", 1, "x")))) {
            var resources = document.getPage(0).getResources();
            for (var name : resources.getFontNames()) {
                PDFont face = resources.getFont(name);
                assertThat(face.isEmbedded()).as(face.getName()).isTrue();
            }
        }
    }

    private static String read(byte[] sheet) throws IOException {
        try (PDDocument document = Loader.loadPDF(sheet)) {
            return new PDFTextStripper().getText(document);
        }
    }
}
