package tocsin.publish;

import java.awt.Color;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneOffset;
import java.util.Calendar;
import java.util.GregorianCalendar;
import java.util.List;
import java.util.zip.CRC32;
import org.apache.pdfbox.pdfwriter.compress.CompressParameters;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDDocumentInformation;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.PDPageContentStream;
import org.apache.pdfbox.pdmodel.PDPageContentStream.AppendMode;
import org.apache.pdfbox.pdmodel.PageMode;
import org.apache.pdfbox.pdmodel.common.PDRectangle;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.destination.PDPageXYZDestination;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDDocumentOutline;
import org.apache.pdfbox.pdmodel.interactive.documentnavigation.outline.PDOutlineItem;
import org.apache.pdfbox.pdmodel.interactive.viewerpreferences.PDViewerPreferences;
import tocsin.publish.paper.Marking;
import tocsin.publish.paper.Paper;
import tocsin.publish.paper.Span;

/// A paper as pages to print: title and contents first, its marking at the head and the foot of every page. The same
/// paper and pictures give the same bytes. Slow enough to belong on a thread of its own.
public final class PaperPdf {
    private static final float SIZE = 10;
    private static final float LEADING = 15;

    private final Paper paper;
    private final PDDocument document;
    private final Type type;

    private PaperPdf(Paper paper, PDDocument document) throws IOException {
        this.paper = paper;
        this.document = document;
        this.type = new Type(new Faces(document));
    }

    public static byte[] of(Paper paper, Pictures pictures) {
        try (var document = new PDDocument()) {
            new PaperPdf(paper, document).draw(pictures);
            var bytes = new ByteArrayOutputStream();
            document.save(bytes, CompressParameters.NO_COMPRESSION);
            return bytes.toByteArray();
        } catch (IOException impossible) {
            throw new UncheckedIOException("the pages cannot be made", impossible);
        }
    }

    private void draw(Pictures pictures) throws IOException {
        var flow = new PaperFlow(paper, document, type, pictures);
        List<PaperFlow.Mark> marks = flow.draw();
        List<PDPage> body = List.copyOf(flow.pages());
        front(marks, body);
        outline(marks, body);
        frames();
        describe();
    }

    /// Drawn last, for only now it is known where everything stands; put in front of the rest.
    private void front(List<PaperFlow.Mark> marks, List<PDPage> body) throws IOException {
        List<PaperFlow.Mark> listed =
                marks.stream().filter(mark -> mark.level() <= 3).toList();
        // How many pages the contents fill decides the numbers in them: drawn once to count and once to keep.
        int pages = counted(listed, body, false);
        boolean missing = type.faces().replacedSome();
        pages = missing ? counted(listed, body, true) : pages;
        try (var sheets = new Sheets(document)) {
            contents(this, sheets, listed, body, new Front(pages, missing));
            PDPage first = body.getFirst();
            for (PDPage page : sheets.pages()) {
                document.getPages().remove(page);
                document.getPages().insertBefore(page, first);
            }
        }
    }

    private int counted(List<PaperFlow.Mark> listed, List<PDPage> body, boolean missing) throws IOException {
        try (var sheets = new Sheets(document)) {
            contents(this, sheets, listed, body, new Front(0, missing));
            sheets.pages().forEach(document.getPages()::remove);
            return sheets.pages().size();
        }
    }

    /// What is known about the front before it is drawn: its own pages, and whether letters were missing behind it.
    private record Front(int pages, boolean missing) {}

    private static void contents(
            PaperPdf self, Sheets sheets, List<PaperFlow.Mark> marks, List<PDPage> body, Front front)
            throws IOException {
        Type type = self.type;
        Paper paper = self.paper;
        sheets.take(30);
        sheets.lines(type.strong(Span.plain(paper.label()), 10, Type.QUIET, sheets.width()), 14);
        sheets.gap(4);
        sheets.lines(type.strong(Span.plain(paper.title()), 24, Type.INK, sheets.width()), 30);
        sheets.gap(10);
        for (Paper.Meta meta : paper.meta()) {
            sheets.need(LEADING);
            float y = sheets.y() - LEADING;
            Type.Line name =
                    type.lines(Span.plain(meta.name()), SIZE, Type.QUIET, 110).getFirst();
            sheets.write(name, sheets.left(), y + 3.3f);
            sheets.shift(120);
            sheets.lines(type.lines(Span.plain(meta.value()), SIZE, Type.INK, sheets.width()), LEADING);
            sheets.shift(-120);
        }
        if (front.missing()) {
            sheets.gap(6);
            sheets.lines(type.lines(Span.plain(paper.labels().missing()), 8.5f, Type.QUIET, sheets.width()), 12);
        }
        sheets.gap(26);
        sheets.lines(type.strong(Span.plain(paper.labels().contents()), 13, Type.INK, sheets.width()), 20);
        sheets.gap(2);
        for (PaperFlow.Mark mark : marks) {
            entry(type, sheets, mark, body, front.pages());
        }
    }

    private static void entry(Type type, Sheets sheets, PaperFlow.Mark mark, List<PDPage> body, int pagesBefore)
            throws IOException {
        boolean section = mark.level() <= 2;
        float aside = section ? 0 : 16;
        List<Span> words = Span.plain(mark.words());
        float room = sheets.width() - aside - 40;
        List<Type.Line> lines = type.lines(words, section ? SIZE : 9, section ? Type.INK : Type.QUIET, room);
        Type.Line number = type.lines(Span.plain(String.valueOf(mark.page() + 1 + pagesBefore)), SIZE, Type.QUIET, 40)
                .getFirst();
        float leading = section ? 17 : 14;
        sheets.need(leading * lines.size());
        float top = sheets.y();
        sheets.shift(aside);
        sheets.lines(lines, leading);
        sheets.shift(-aside);
        float base = sheets.y() + leading * 0.22f;
        sheets.write(number, Sheets.MARGIN + Sheets.WIDTH - number.width(), base);
        var link = Sheets.link(Sheets.MARGIN, sheets.y(), Sheets.WIDTH, top - sheets.y());
        link.setDestination(destination(mark, body));
        if (pagesBefore > 0) {
            sheets.pages().getLast().getAnnotations().add(link);
        }
    }

    private static PDPageXYZDestination destination(PaperFlow.Mark mark, List<PDPage> body) {
        var to = new PDPageXYZDestination();
        to.setPage(body.get(mark.page()));
        to.setTop((int) mark.y() + 4);
        return to;
    }

    private void outline(List<PaperFlow.Mark> marks, List<PDPage> body) {
        var outline = new PDDocumentOutline();
        PDOutlineItem section = null;
        for (PaperFlow.Mark mark : marks) {
            var item = new PDOutlineItem();
            item.setTitle(mark.words());
            item.setDestination(destination(mark, body));
            if (mark.level() <= 2 || section == null) {
                outline.addLast(item);
                section = item;
            } else {
                section.addLast(item);
            }
        }
        document.getDocumentCatalog().setDocumentOutline(outline);
        document.getDocumentCatalog().setPageMode(PageMode.USE_OUTLINES);
    }

    private void frames() throws IOException {
        int count = document.getNumberOfPages();
        int number = 0;
        for (PDPage page : document.getPages()) {
            number++;
            try (var out = new PDPageContentStream(document, page, AppendMode.APPEND, true, true)) {
                String pages = paper.labels()
                        .page()
                        .replace("{0}", String.valueOf(number))
                        .replace("{1}", String.valueOf(count));
                float top = PDRectangle.A4.getHeight() - 40;
                marking(out, top);
                marking(out, 34);
                if (number > 1) {
                    words(out, paper.title(), Sheets.MARGIN, top, Sheets.WIDTH - 130);
                }
                Type.Line line =
                        type.lines(Span.plain(pages), 8, Type.QUIET, 200).getFirst();
                put(out, line, Sheets.MARGIN, 34);
            }
        }
    }

    private void marking(PDPageContentStream out, float base) throws IOException {
        Marking marking = paper.marking();
        Type.Line line = type.strong(Span.plain(marking.words()), 8.5f, new Color(marking.colour()), 200)
                .getFirst();
        float x = Sheets.MARGIN + Sheets.WIDTH - line.width() - 6;
        out.setNonStrokingColor(Color.BLACK);
        out.addRect(x - 6, base - 4, line.width() + 12, 15);
        out.fill();
        put(out, line, x, base);
    }

    private void words(PDPageContentStream out, String words, float x, float base, float width) throws IOException {
        List<Type.Line> lines = type.lines(Span.plain(words), 8, Type.QUIET, width);
        put(out, lines.getFirst(), x, base);
    }

    private static void put(PDPageContentStream out, Type.Line line, float x, float base) throws IOException {
        float at = x;
        for (Type.Piece piece : line.pieces()) {
            out.beginText();
            out.setFont(piece.look().face(), piece.look().size());
            out.setNonStrokingColor(piece.look().colour());
            out.newLineAtOffset(at, base);
            out.showText(piece.text());
            out.endText();
            at += piece.width();
        }
    }

    /// Dates and number of the document come from what it says, not from when it was printed.
    private void describe() {
        var about = new PDDocumentInformation();
        about.setTitle(paper.title());
        about.setAuthor(paper.author());
        about.setSubject(paper.label() + ", " + paper.marking().words());
        about.setCreator("Tocsin");
        Calendar made = GregorianCalendar.from(paper.made().atZone(ZoneOffset.UTC));
        about.setCreationDate(made);
        about.setModificationDate(made);
        document.setDocumentInformation(about);
        document.getDocumentCatalog().setLanguage(paper.language());
        var wishes = new PDViewerPreferences(new org.apache.pdfbox.cos.COSDictionary());
        wishes.setDisplayDocTitle(true);
        document.getDocumentCatalog().setViewerPreferences(wishes);
        var sum = new CRC32();
        sum.update(paper.toString().getBytes(StandardCharsets.UTF_8));
        document.setDocumentId(sum.getValue());
    }
}
