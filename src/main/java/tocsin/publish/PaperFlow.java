package tocsin.publish;

import java.awt.Color;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.PDPage;
import org.apache.pdfbox.pdmodel.graphics.image.PDImageXObject;
import tocsin.publish.paper.Block;
import tocsin.publish.paper.Paper;
import tocsin.publish.paper.Picture;
import tocsin.publish.paper.Span;

/// Lets the blocks of a paper flow over pages, and remembers where each heading came to stand.
final class PaperFlow {
    private static final float SIZE = 10;
    private static final float LEADING = 14.5f;
    private static final float AFTER = 6;
    private static final float CODE_SIZE = 8;
    private static final float CODE_LEADING = 11;
    private static final long MOST_PIXELS = 60_000_000;

    /// A heading and where it stands.
    record Mark(String words, int level, int page, float y) {}

    private final Paper paper;
    private final PDDocument document;
    private final Type type;
    private final Pictures pictures;
    private final Map<String, Optional<PDImageXObject>> known = new HashMap<>();
    private final List<Mark> marks = new ArrayList<>();
    private final List<PDPage> pages = new ArrayList<>();

    PaperFlow(Paper paper, PDDocument document, Type type, Pictures pictures) {
        this.paper = paper;
        this.document = document;
        this.type = type;
        this.pictures = pictures;
    }

    List<Mark> draw() throws IOException {
        try (var sheets = new Sheets(document)) {
            blocks(paper.blocks(), sheets);
            pages.addAll(sheets.pages());
        }
        return marks;
    }

    List<PDPage> pages() {
        return pages;
    }

    private void blocks(List<Block> blocks, Sheets sheets) throws IOException {
        for (Block block : blocks) {
            block(block, sheets);
        }
    }

    private void block(Block block, Sheets sheets) throws IOException {
        switch (block) {
            case Block.Heading heading -> heading(heading, sheets);
            case Block.Paragraph paragraph -> paragraph(paragraph, sheets);
            case Block.Bullets list -> {
                for (Block.Item item : list.items()) {
                    item(
                            switch (item.tick()) {
                                case NONE -> "•";
                                case OPEN -> "[  ]";
                                case DONE -> "[x]";
                            },
                            item,
                            sheets);
                }
                sheets.gap(AFTER / 2);
            }
            case Block.Numbered list -> {
                int number = list.start();
                for (Block.Item item : list.items()) {
                    item(number + ".", item, sheets);
                    number++;
                }
                sheets.gap(AFTER / 2);
            }
            case Block.Table table -> new SheetTable(sheets, type, table).draw();
            case Block.Code code -> code(code, sheets);
            case Block.Quote quote -> barred(quote.blocks(), Type.ACCENT, "", sheets);
            case Block.Figure figure -> figure(figure, sheets);
            case Block.Rule _ -> {
                sheets.need(14);
                sheets.gap(7);
                sheets.stroke(sheets.left(), sheets.y(), sheets.left() + sheets.width(), Type.RULE);
                sheets.gap(7);
            }
            case Block.FromRecord part ->
                barred(part.blocks(), Type.RULE, paper.labels().fromRecord(), sheets);
        }
    }

    private void heading(Block.Heading heading, Sheets sheets) throws IOException {
        float size = switch (heading.level()) {
            case 1, 2 -> 16;
            case 3 -> 12.5f;
            default -> 10.5f;
        };
        List<Type.Line> lines = type.strong(heading.spans(), size, Type.INK, sheets.width());
        float leading = size * 1.3f;
        // Never the last thing on a page.
        sheets.need(leading * lines.size() + size * 1.5f + 7 * LEADING);
        sheets.gap(size * 1.4f);
        marks.add(new Mark(Span.text(heading.spans()).strip(), heading.level(), sheets.page(), sheets.y()));
        sheets.lines(lines, leading);
        if (heading.level() <= 2) {
            sheets.take(2);
            sheets.stroke(sheets.left(), sheets.y(), sheets.left() + sheets.width(), Type.RULE);
        }
        sheets.gap(heading.level() <= 2 ? 8 : 4);
    }

    private void paragraph(Block.Paragraph paragraph, Sheets sheets) throws IOException {
        List<Type.Line> lines = type.lines(paragraph.spans(), SIZE, Type.INK, sheets.width());
        boolean leads =
                paragraph.spans().size() == 1 && paragraph.spans().getFirst().is(Span.Style.BOLD);
        // One line alone at the end of a page reads badly, and so does a title without what it names.
        sheets.need(Math.min(lines.size(), 2) * LEADING + (leads ? 7 * LEADING : 0));
        sheets.lines(lines, LEADING);
        sheets.gap(leads ? 1 : AFTER);
    }

    private void item(String sign, Block.Item item, Sheets sheets) throws IOException {
        sheets.need(LEADING);
        float aside = sign.length() > 2 ? 22 : 15;
        Type.Line lead = type.lines(Span.plain(sign), SIZE, Type.QUIET, 60).getFirst();
        sheets.write(lead, sheets.left() + 2, sheets.y() - LEADING + LEADING * 0.22f);
        sheets.shift(aside);
        for (Block block : item.blocks()) {
            if (block instanceof Block.Paragraph words) {
                sheets.lines(type.lines(words.spans(), SIZE, Type.INK, sheets.width()), LEADING);
                sheets.gap(2);
            } else {
                block(block, sheets);
            }
        }
        if (item.blocks().isEmpty()) {
            sheets.take(LEADING);
        }
        sheets.shift(-aside);
    }

    private void barred(List<Block> blocks, Color colour, String label, Sheets sheets) throws IOException {
        sheets.need(5 * LEADING);
        sheets.gap(4);
        sheets.bar(colour);
        if (!label.isEmpty()) {
            sheets.lines(type.lines(Span.plain(label), 7.5f, Type.QUIET, sheets.width()), 11);
        }
        blocks(blocks, sheets);
        sheets.endBar();
        sheets.gap(AFTER);
    }

    private void code(Block.Code code, Sheets sheets) throws IOException {
        sheets.need(2 * CODE_LEADING + 8);
        sheets.gap(2);
        for (String row : code.text().split("\\R", -1)) {
            String words = row.replace("\t", "    ");
            Span span = Span.of(words.isEmpty() ? " " : guarded(words), Span.Style.CODE);
            for (Type.Line line : type.lines(List.of(span), CODE_SIZE, Type.INK, sheets.width() - 16)) {
                sheets.need(CODE_LEADING);
                sheets.fill(sheets.left(), sheets.y() - CODE_LEADING, sheets.width(), CODE_LEADING + 0.2f, Type.PANEL);
                sheets.line(line, sheets.left() + 8, CODE_LEADING);
            }
        }
        sheets.gap(AFTER + 2);
    }

    /// Blanks that lead a line of code are part of it.
    private static String guarded(String row) {
        int blanks = row.length() - row.stripLeading().length();
        return "\u00a0".repeat(blanks) + row.substring(blanks);
    }

    private void figure(Block.Figure figure, Sheets sheets) throws IOException {
        List<Type.Line> caption = figure.caption().isBlank()
                ? List.of()
                : type.lines(Span.plain(figure.caption()), 8.5f, Type.QUIET, sheets.width());
        float below = caption.size() * 12f;
        sheets.gap(4);
        switch (figure.picture()) {
            case Picture.Attached(var sha256, var alt) -> attached(sha256, alt, below, sheets);
            case Picture.Drawn(var drawing, var _) -> SheetDrawing.draw(drawing, sheets, type, below);
        }
        sheets.lines(caption, 12);
        sheets.gap(AFTER);
    }

    private void attached(String sha256, String alt, float below, Sheets sheets) throws IOException {
        Optional<PDImageXObject> image = known.computeIfAbsent(sha256, this::image);
        if (image.isEmpty()) {
            String name = alt.isBlank() ? sha256 : alt;
            sheets.lines(
                    type.lines(
                            Span.plain(paper.labels().pictureMissing().replace("{0}", name)),
                            SIZE,
                            Type.QUIET,
                            sheets.width()),
                    LEADING);
            return;
        }
        float wide = image.get().getWidth();
        float high = image.get().getHeight();
        float scale = Math.min(0.75f, Math.min(sheets.width() / wide, Sheets.whole() * 0.6f / high));
        sheets.need(high * scale + below + 6);
        sheets.out().drawImage(image.get(), sheets.left(), sheets.y() - high * scale, wide * scale, high * scale);
        sheets.take(high * scale + 6);
    }

    /// A picture that would fill the memory, or that is none, is told like one that is not at hand.
    private Optional<PDImageXObject> image(String sha256) {
        Optional<byte[]> bytes =
                pictures.bytes(sha256).filter(found -> PaperHtml.type(found).isPresent());
        try {
            return bytes.isPresent() && fits(bytes.get())
                    ? Optional.of(PDImageXObject.createFromByteArray(document, bytes.get(), sha256))
                    : Optional.empty();
        } catch (IOException | IllegalArgumentException noPicture) {
            return Optional.empty();
        }
    }

    private static boolean fits(byte[] bytes) throws IOException {
        try (var in = ImageIO.createImageInputStream(new ByteArrayInputStream(bytes))) {
            Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
            if (!readers.hasNext()) {
                return false;
            }
            ImageReader reader = readers.next();
            try {
                reader.setInput(in, true, true);
                return (long) reader.getWidth(0) * reader.getHeight(0) <= MOST_PIXELS;
            } finally {
                reader.dispose();
            }
        }
    }
}
