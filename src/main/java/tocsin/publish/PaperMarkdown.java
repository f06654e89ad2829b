package tocsin.publish;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tocsin.publish.paper.Block;
import tocsin.publish.paper.Drawing;
import tocsin.publish.paper.Paper;
import tocsin.publish.paper.Picture;
import tocsin.publish.paper.Span;
import tocsin.publish.paper.Span.Style;

/// A paper as Markdown that reads back as the same blocks. What a letter of the text could start, it starts no more.
public final class PaperMarkdown {
    private static final Pattern INLINE = Pattern.compile("[\\\\`*_\\[\\]<>~|&!]");
    private static final Pattern LINE_BEGIN = Pattern.compile("^(\\s*)([#+=-]|\\d{1,9}(?=[.)])|\\{)");
    private static final Pattern BARE_BAR = Pattern.compile("(?<!\\\\)\\|");
    private static final Pattern TICKS = Pattern.compile("`+");
    private static final Pattern BREAKS = Pattern.compile("\\R");

    private PaperMarkdown() {}

    public static String of(Paper paper) {
        var page = new StringBuilder();
        page.append("# ").append(escaped(oneLine(paper.title()))).append("\n\n");
        page.append("**").append(escaped(paper.marking().words())).append("** ");
        page.append(escaped(paper.label())).append("\n\n");
        for (Paper.Meta meta : paper.meta()) {
            page.append("- ")
                    .append(escaped(meta.name()))
                    .append(": ")
                    .append(escaped(oneLine(meta.value())))
                    .append('\n');
        }
        page.append('\n').append(blocks(paper.blocks()));
        return page.append("\n**")
                .append(escaped(paper.marking().words()))
                .append("**\n")
                .toString();
    }

    /// Without title and frame: what a record is when it is written out into a person's own text.
    public static String blocks(List<Block> blocks) {
        var lines = new ArrayList<String>();
        blocks.forEach(block -> {
            if (!lines.isEmpty()) {
                lines.add("");
            }
            lines.addAll(lines(block));
        });
        return lines.stream().map(line -> line + "\n").collect(Collectors.joining());
    }

    private static List<String> lines(Block block) {
        return switch (block) {
            case Block.Heading heading -> List.of("#".repeat(heading.level()) + " " + oneLine(spans(heading.spans())));
            case Block.Paragraph paragraph -> paragraph(paragraph);
            case Block.Bullets list ->
                list.items().stream().flatMap(item -> item("- ", item).stream()).toList();
            case Block.Numbered list -> numbered(list);
            case Block.Table table -> table(table);
            case Block.Code code -> code(code);
            case Block.Quote quote ->
                blocks(quote.blocks())
                        .lines()
                        .map(line -> ("> " + line).stripTrailing())
                        .toList();
            case Block.Figure figure -> figure(figure);
            case Block.Rule _ -> List.of("---");
            case Block.FromRecord part -> blocks(part.blocks()).lines().toList();
        };
    }

    private static List<String> paragraph(Block.Paragraph paragraph) {
        var lines = new ArrayList<String>();
        List<String> all = BREAKS.splitAsStream(spans(paragraph.spans())).toList();
        for (int at = 0; at < all.size(); at++) {
            String line = LINE_BEGIN.matcher(all.get(at).strip()).replaceFirst("$1\\\\$2");
            lines.add(numbered(line) + (at + 1 < all.size() && !line.isBlank() ? "\\" : ""));
        }
        return lines.stream().filter(line -> !line.isBlank()).toList();
    }

    /// A backslash before a digit is a letter; the point behind the number has to be the one that is disarmed.
    private static String numbered(String line) {
        return line.startsWith("\\") && line.length() > 1 && Character.isDigit(line.charAt(1))
                ? line.substring(1).replaceFirst("([.)])", "\\\\$1")
                : line;
    }

    private static List<String> numbered(Block.Numbered list) {
        var lines = new ArrayList<String>();
        int number = list.start();
        for (Block.Item item : list.items()) {
            lines.addAll(item(number + ". ", item));
            number++;
        }
        return lines;
    }

    private static List<String> item(String sign, Block.Item item) {
        String tick = switch (item.tick()) {
            case NONE -> "";
            case OPEN -> "[ ] ";
            case DONE -> "[x] ";
        };
        var lines = new ArrayList<String>();
        String indent = " ".repeat(sign.length());
        for (String line : blocks(item.blocks()).lines().toList()) {
            lines.add(lines.isEmpty() ? sign + tick + line : line.isEmpty() ? "" : indent + line);
        }
        return lines.isEmpty() ? List.of((sign + tick).stripTrailing()) : lines;
    }

    private static List<String> table(Block.Table table) {
        var lines = new ArrayList<String>();
        lines.add(row(table.head()));
        lines.add(table.aligns().stream()
                .map(align -> switch (align) {
                    case LEFT -> "---";
                    case CENTRE -> ":-:";
                    case RIGHT -> "--:";
                })
                .collect(Collectors.joining(" | ", "| ", " |")));
        table.rows().forEach(row -> lines.add(row(row)));
        return lines;
    }

    private static String row(List<Block.Cell> cells) {
        return cells.stream()
                .map(cell ->
                        BARE_BAR.matcher(oneLine(spans(cell.spans())).strip()).replaceAll("\\\\|"))
                .collect(Collectors.joining(" | ", "| ", " |"));
    }

    private static List<String> code(Block.Code code) {
        String fence = "`".repeat(Math.max(3, longest(code.text()) + 1));
        var lines = new ArrayList<String>();
        lines.add(fence + oneLine(code.language()).replace("`", ""));
        lines.addAll(BREAKS.splitAsStream(code.text()).toList());
        lines.add(fence);
        return lines;
    }

    private static List<String> figure(Block.Figure figure) {
        String caption = oneLine(figure.caption());
        return switch (figure.picture()) {
            case Picture.Attached(var sha256, var alt) ->
                List.of("![" + escaped(alt.isEmpty() ? caption : oneLine(alt)) + "](sha256:" + sha256 + ")");
            case Picture.Drawn(var drawing, var alt) -> drawn(drawing, caption, alt);
        };
    }

    /// A drawing in words: what stands in its boxes, in the order it was drawn.
    private static List<String> drawn(Drawing drawing, String caption, String alt) {
        var lines = new ArrayList<String>();
        lines.add("*" + escaped(caption.isEmpty() ? oneLine(alt) : caption) + "*");
        lines.add("");
        drawing.shapes().forEach(shape -> {
            if (shape instanceof Drawing.Box box && !box.lines().isEmpty()) {
                lines.add("- " + escaped(oneLine(String.join(" ", box.lines()))));
            }
        });
        return lines;
    }

    private static String spans(List<Span> spans) {
        return spans.stream().map(PaperMarkdown::span).collect(Collectors.joining());
    }

    /// Blanks at the edges stay outside the signs, where Markdown wants them.
    private static String span(Span span) {
        String text = span.text();
        String bare = text.strip();
        if (bare.isEmpty()) {
            return text;
        }
        int begin = text.indexOf(bare);
        String words = span.is(Style.CODE) ? ticked(bare) : escaped(bare);
        words = span.is(Style.STRIKE) ? "~~" + words + "~~" : words;
        words = span.is(Style.ITALIC) ? "*" + words + "*" : words;
        words = span.is(Style.BOLD) || span.is(Style.ALERT) ? "**" + words + "**" : words;
        Optional<String> address = span.address().filter(to -> !to.startsWith("tocsin:"));
        if (address.isPresent()) {
            words = "[" + words + "](<" + address.get().replace("<", "%3C").replace(">", "%3E") + ">)";
        }
        return text.substring(0, begin) + words + text.substring(begin + bare.length());
    }

    private static String ticked(String text) {
        String fence = "`".repeat(longest(text) + 1);
        boolean edge = text.startsWith("`") || text.endsWith("`");
        String plain = oneLine(text);
        return fence + (edge ? " " : "") + plain + (edge ? " " : "") + fence;
    }

    private static int longest(String text) {
        return TICKS.matcher(text)
                .results()
                .mapToInt(match -> match.end() - match.start())
                .max()
                .orElse(0);
    }

    private static String escaped(String text) {
        return INLINE.matcher(text)
                .replaceAll(match -> match.group().equals("\\") ? "\\\\\\\\" : "\\\\" + match.group());
    }

    private static String oneLine(String text) {
        return BREAKS.matcher(text).replaceAll(" ");
    }
}
