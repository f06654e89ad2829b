package tocsin.publish;

import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.zip.CRC32;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.font.PDFont;

/// One incident on one sheet of paper. The same page gives the same bytes on every desk. Slow enough to belong on a
/// thread of its own.
public final class SituationSheet {
    private static final float MARGIN = 42;
    private static final float WIDTH = PDRectangle.A4.getWidth() - 2 * MARGIN;
    private static final float GUTTER = 22;
    private static final float SIZE = 9;
    private static final float LEADING = 12.2f;
    private static final float FOOT = 40;
    private static final float ABOUT = 112;
    private static final int MOST_LINES = 2;
    private static final Color INK = new Color(0x14181e);
    private static final Color QUIET = new Color(0x52606f);
    private static final Color RULE = new Color(0xd5dbe3);

    private final Page page;
    private final Faces faces;
    private final PDPageContentStream out;
    private float y = PDRectangle.A4.getHeight() - MARGIN;

    private SituationSheet(Page page, Faces faces, PDPageContentStream out) {
        this.page = page;
        this.faces = faces;
        this.out = out;
    }

    public static byte[] pdf(Page page) {
        try (var document = new PDDocument()) {
            var paper = new PDPage(PDRectangle.A4);
            document.addPage(paper);
            try (var out = new PDPageContentStream(document, paper)) {
                new SituationSheet(page, new Faces(document), out).draw();
            }
            describe(document, page);
            var bytes = new ByteArrayOutputStream();
            document.save(bytes, CompressParameters.NO_COMPRESSION);
            return bytes.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException("the sheet cannot be made", impossible);
        }
    }

    /// Dates and number of the document come from what it says, not from when it was printed.
    private static void describe(PDDocument document, Page page) {
        var about = new PDDocumentInformation();
        about.setTitle(page.title());
        about.setCreator("Tocsin");
        Calendar made = GregorianCalendar.from(page.made().atZone(ZoneOffset.UTC));
        about.setCreationDate(made);
        about.setModificationDate(made);
        document.setDocumentInformation(about);
        var sum = new CRC32();
        sum.update(page.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8));
        document.setDocumentId(sum.getValue());
    }

    private void draw() throws IOException {
        line(faces.strong(), SIZE, QUIET, MARGIN, WIDTH, page.label());
        y -= 8;
        for (String row : wrapped(faces.strong(), 17, page.title(), WIDTH)) {
            y -= 9;
            line(faces.strong(), 17, INK, MARGIN, WIDTH, row);
        }
        for (String row : page.head()) {
            line(faces.text(), 10, INK, MARGIN, WIDTH, row);
        }
        beside(page.beside());
        for (Page.Section section : page.below()) {
            section(section, MARGIN, WIDTH);
        }
        foot();
    }

    private void beside(Page.Beside two) throws IOException {
        float half = (WIDTH - GUTTER) / 2;
        float top = y;
        section(two.left(), MARGIN, half);
        float left = y;
        y = top;
        section(two.right(), MARGIN + half + GUTTER, half);
        y = Math.min(left, y);
    }

    private void section(Page.Section section, float x, float width) throws IOException {
        if (section.rows().isEmpty() || y < FOOT + 3 * LEADING) {
            return;
        }
        y -= 10;
        line(faces.strong(), SIZE, QUIET, x, width, section.title());
        out.setStrokingColor(RULE);
        out.setLineWidth(0.6f);
        out.moveTo(x, y - 3);
        out.lineTo(x + width, y - 3);
        out.stroke();
        y -= 4;
        for (Page.Row row : section.rows()) {
            row(row, x, width);
        }
    }

    private void row(Page.Row row, float x, float width) throws IOException {
        float indent = row.about().isEmpty() ? 0 : Math.min(ABOUT, width * 0.45f);
        List<String> lines = wrapped(faces.text(), SIZE, row.text(), width - indent);
        for (int at = 0; at < lines.size() && y - LEADING > FOOT; at++) {
            if (at == 0 && indent > 0) {
                float before = y;
                line(faces.text(), SIZE, QUIET, x, indent - 6, row.about());
                y = before;
            }
            line(faces.text(), SIZE, INK, x + indent, width - indent, lines.get(at));
        }
    }

    private void foot() throws IOException {
        y = FOOT;
        String words = faces.replacedSome() ? page.foot() + " " + page.missing() : page.foot();
        line(faces.text(), 7.5f, QUIET, MARGIN, WIDTH, words);
    }

    /// One line under what stands so far, cut where the paper ends.
    private void line(PDFont face, float size, Color colour, float x, float width, String words) throws IOException {
        y -= LEADING;
        out.beginText();
        out.setFont(face, size);
        out.setNonStrokingColor(colour);
        out.newLineAtOffset(x, y);
        out.showText(cut(face, size, faces.written(face, words), width));
        out.endText();
    }

    private static String cut(PDFont face, float size, String words, float width) throws IOException {
        if (Faces.width(face, size, words) <= width) {
            return words;
        }
        String kept = words;
        while (!kept.isEmpty() && Faces.width(face, size, kept + "…") > width) {
            kept = kept.substring(0, kept.offsetByCodePoints(kept.length(), -1));
        }
        return kept.stripTrailing() + "…";
    }

    /// Broken between words, into as many lines as a row may have; the last is cut when it is drawn.
    private List<String> wrapped(PDFont face, float size, String text, float width) throws IOException {
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        for (String word : faces.written(face, text).split(" ", -1)) {
            String longer = line.isEmpty() ? word : line + " " + word;
            boolean full = Faces.width(face, size, longer) > width && !line.isEmpty();
            if (full && lines.size() < MOST_LINES - 1) {
                lines.add(line.toString());
                line.setLength(0);
                line.append(word);
            } else {
                line.setLength(0);
                line.append(longer);
            }
        }
        lines.add(line.toString());
        return lines;
    }
}
