package tocsin.publish.paper;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.commonmark.ext.gfm.strikethrough.StrikethroughExtension;
import org.commonmark.ext.gfm.tables.TableBlock;
import org.commonmark.ext.gfm.tables.TableCell;
import org.commonmark.ext.gfm.tables.TableHead;
import org.commonmark.ext.gfm.tables.TablesExtension;
import org.commonmark.node.BlockQuote;
import org.commonmark.node.BulletList;
import org.commonmark.node.FencedCodeBlock;
import org.commonmark.node.Heading;
import org.commonmark.node.IndentedCodeBlock;
import org.commonmark.node.LinkReferenceDefinition;
import org.commonmark.node.ListBlock;
import org.commonmark.node.Node;
import org.commonmark.node.OrderedList;
import org.commonmark.node.Paragraph;
import org.commonmark.node.SourceSpan;
import org.commonmark.node.ThematicBreak;
import org.commonmark.parser.IncludeSourceSpans;
import org.commonmark.parser.Parser;
import tocsin.publish.paper.Block.Align;
import tocsin.publish.paper.Block.Cell;
import tocsin.publish.paper.Block.Item;
import tocsin.publish.paper.Block.Tick;

/// Reads Markdown into blocks. Total: whatever the text, blocks come of it and none of its letters is lost. HTML is
/// words,
/// nothing is loaded, and a link leads to the web or to a mailbox or nowhere. May be called on any thread.
public final class PaperReader {
    /// Quotes and lists inside each other, at most.
    private static final int MOST_BLOCKS_DEEP = 40;

    private static final int MOST_INLINES_DEEP = 40;

    /// Wider tables are hostile, not helpful.
    private static final int MOST_COLUMNS = 60;

    private static final Pattern DIRECTIVE =
            Pattern.compile("\\{\\s*([\\p{L}][\\p{L}\\p{N} -]{0,40}?)\\s*(?::\\s*(.*?))?\\s*\\}");

    private static final Parser PARSER = Parser.builder()
            .extensions(List.of(TablesExtension.create(), StrikethroughExtension.create()))
            .enabledBlockTypes(Set.of(
                    Heading.class,
                    ThematicBreak.class,
                    FencedCodeBlock.class,
                    IndentedCodeBlock.class,
                    BlockQuote.class,
                    ListBlock.class))
            .includeSourceSpans(IncludeSourceSpans.BLOCKS)
            .maxOpenBlockParsers(MOST_BLOCKS_DEEP)
            .maxInlineNesting(MOST_INLINES_DEEP)
            .build();

    private final String markdown;
    private final Function<Directive, Optional<List<Block>>> record;

    private PaperReader(String markdown, Function<Directive, Optional<List<Block>>> record) {
        this.markdown = markdown;
        this.record = record;
    }

    /// Directives stay the words they are.
    public static List<Block> read(String markdown) {
        return read(markdown, _ -> Optional.empty());
    }

    /// Reads a text that asks for parts of the record.
    ///
    /// @param record what a directive stands for; one that it does not know is shown as it was written
    public static List<Block> read(String markdown, Function<Directive, Optional<List<Block>>> record) {
        return new PaperReader(markdown, record).children(PARSER.parse(markdown));
    }

    /// The directive that this line is, if it is one.
    public static Optional<Directive> directive(String line) {
        Matcher match = DIRECTIVE.matcher(line.strip());
        return match.matches() ? Optional.of(directive(match, Lines.NONE, -1, -1)) : Optional.empty();
    }

    private static Directive directive(Matcher match, Lines lines, int from, int to) {
        String words = match.group(2);
        return new Directive(match.group(1).toLowerCase(Locale.ROOT), words == null ? "" : words, lines, from, to);
    }

    private List<Block> children(Node parent) {
        var blocks = new ArrayList<Block>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
            block(node, blocks);
        }
        return List.copyOf(blocks);
    }

    private void block(Node node, List<Block> blocks) {
        Lines lines = lines(node);
        switch (node) {
            case Heading heading ->
                blocks.add(new Block.Heading(heading.getLevel(), Inlines.words(heading), "", lines));
            case Paragraph paragraph -> paragraph(paragraph, lines, blocks);
            case BulletList list -> blocks.add(new Block.Bullets(items(list), lines));
            case OrderedList list -> blocks.add(new Block.Numbered(start(list), items(list), lines));
            case BlockQuote quote -> blocks.add(new Block.Quote(children(quote), lines));
            case FencedCodeBlock code ->
                blocks.add(new Block.Code(first(code.getInfo()), bare(code.getLiteral()), lines));
            case IndentedCodeBlock code -> blocks.add(new Block.Code("", bare(code.getLiteral()), lines));
            case ThematicBreak _ -> blocks.add(new Block.Rule(lines));
            case TableBlock table -> blocks.add(table(table, lines));
            // No document has words here; they only say where links lead.
            case LinkReferenceDefinition _ -> {}
            default -> blocks.addAll(children(node));
        }
    }

    private void paragraph(Paragraph paragraph, Lines lines, List<Block> blocks) {
        if (!directives(paragraph, blocks)) {
            Inlines.paragraphs(paragraph, lines, blocks);
        }
    }

    /// Only a paragraph that is nothing but directives, one a line.
    private boolean directives(Paragraph paragraph, List<Block> blocks) {
        var found = new ArrayList<Directive>();
        for (SourceSpan span : paragraph.getSourceSpans()) {
            int from = span.getInputIndex();
            int to = from + span.getLength();
            if (from >= to || markdown.charAt(from) != '{') {
                return false;
            }
            Matcher match = DIRECTIVE.matcher(markdown.substring(from, to).stripTrailing());
            if (!match.matches()) {
                return false;
            }
            int line = span.getLineIndex();
            found.add(directive(match, new Lines(line, line), from, to));
        }
        found.forEach(directive -> blocks.add(resolved(directive)));
        return !found.isEmpty();
    }

    private Block resolved(Directive directive) {
        return record.apply(directive)
                .<Block>map(blocks -> new Block.FromRecord(directive, blocks, directive.lines()))
                .orElseGet(() ->
                        new Block.Paragraph(List.of(Span.of(directive.source(), Span.Style.CODE)), directive.lines()));
    }

    private List<Item> items(Node list) {
        var items = new ArrayList<Item>();
        for (Node item = list.getFirstChild(); item != null; item = item.getNext()) {
            items.add(item(children(item)));
        }
        return items;
    }

    /// `[ ]` and `[x]` before a point are its box.
    private static Item item(List<Block> blocks) {
        if (blocks.isEmpty() || !(blocks.getFirst() instanceof Block.Paragraph(var spans, var lines))) {
            return new Item(Tick.NONE, blocks);
        }
        String begin = spans.isEmpty() ? "" : spans.getFirst().text();
        Tick tick = begin.startsWith("[ ] ")
                ? Tick.OPEN
                : begin.startsWith("[x] ") || begin.startsWith("[X] ") ? Tick.DONE : Tick.NONE;
        if (tick == Tick.NONE) {
            return new Item(Tick.NONE, blocks);
        }
        var rest = new ArrayList<>(spans);
        Span first = spans.getFirst();
        rest.set(0, new Span(begin.substring(4), first.styles(), first.address()));
        var all = new ArrayList<>(blocks);
        all.set(0, new Block.Paragraph(rest, lines));
        return new Item(tick, all);
    }

    private Block.Table table(TableBlock table, Lines lines) {
        var rows = new ArrayList<List<Cell>>();
        var aligns = new ArrayList<Align>();
        for (Node part = table.getFirstChild(); part != null; part = part.getNext()) {
            for (Node row = part.getFirstChild(); row != null; row = row.getNext()) {
                rows.add(cells(row));
                if (part instanceof TableHead) {
                    aligns(row, aligns);
                }
            }
        }
        List<Cell> head = rows.isEmpty() ? List.of() : rows.removeFirst();
        return new Block.Table(
                aligns, head, rows.stream().map(row -> filled(row, head.size())).toList(), lines);
    }

    private static List<Cell> cells(Node row) {
        var cells = new ArrayList<Cell>();
        for (Node cell = row.getFirstChild(); cell != null && cells.size() < MOST_COLUMNS; cell = cell.getNext()) {
            cells.add(new Cell(Inlines.words(cell)));
        }
        return cells;
    }

    private static List<Cell> filled(List<Cell> row, int columns) {
        var cells = new ArrayList<>(row.subList(0, Math.min(row.size(), columns)));
        while (cells.size() < columns) {
            cells.add(new Cell(List.of()));
        }
        return cells;
    }

    private static void aligns(Node row, List<Align> aligns) {
        for (Node cell = row.getFirstChild(); cell != null && aligns.size() < MOST_COLUMNS; cell = cell.getNext()) {
            TableCell.Alignment said = cell instanceof TableCell head ? head.getAlignment() : null;
            aligns.add(
                    said == TableCell.Alignment.RIGHT
                            ? Align.RIGHT
                            : said == TableCell.Alignment.CENTER ? Align.CENTRE : Align.LEFT);
        }
    }

    private static int start(OrderedList list) {
        Integer start = list.getMarkerStartNumber();
        return start == null ? 1 : start;
    }

    private static String first(String info) {
        String language = info.strip();
        int blank = language.indexOf(' ');
        return blank < 0 ? language : language.substring(0, blank);
    }

    private static String bare(String code) {
        return code.endsWith("\n") ? code.substring(0, code.length() - 1) : code;
    }

    private static Lines lines(Node node) {
        List<SourceSpan> spans = node.getSourceSpans();
        return spans.isEmpty()
                ? Lines.NONE
                : new Lines(spans.getFirst().getLineIndex(), spans.getLast().getLineIndex());
    }
}
