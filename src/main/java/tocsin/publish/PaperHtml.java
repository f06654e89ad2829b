package tocsin.publish;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import tocsin.publish.paper.Block;
import tocsin.publish.paper.Paper;
import tocsin.publish.paper.Picture;
import tocsin.publish.paper.Span;
import tocsin.publish.paper.Span.Style;

/// A paper as one file of HTML: no script, nothing loaded from anywhere, pictures inside it. A policy in its head
/// forbids
/// the reader's browser the rest.
public final class PaperHtml {
    private static final String STYLE = "/tocsin/publish/paper.css";
    private static final String POLICY = "default-src 'none'; img-src data:; style-src 'unsafe-inline'";
    private static final Pattern NOT_A_LETTER =
            Pattern.compile("[\\x00-\\x08\\x0B\\x0C\\x0E-\\x1F\\x7F\\uFFFE\\uFFFF]");
    private static final int CHARS_OF_TEN_MEGABYTES = 14_000_000;

    private final Paper paper;
    private final Pictures pictures;
    private final StringBuilder out = new StringBuilder();
    private int headings;

    private PaperHtml(Paper paper, Pictures pictures) {
        this.paper = paper;
        this.pictures = pictures;
    }

    public static String of(Paper paper, Pictures pictures) {
        return new PaperHtml(paper, pictures).page();
    }

    private String page() {
        String marking = "<p class=\"tlp\" style=\"color:#%06x\">%s</p>\n"
                .formatted(paper.marking().colour(), text(paper.marking().words()));
        out.append("<!DOCTYPE html>\n<html lang=\"")
                .append(text(paper.language()))
                .append("\">\n<head>\n");
        out.append("<meta charset=\"utf-8\">\n<meta http-equiv=\"Content-Security-Policy\" content=\"")
                .append(POLICY)
                .append("\">\n<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n");
        out.append("<meta name=\"generator\" content=\"Tocsin\">\n<meta name=\"referrer\" content=\"no-referrer\">\n");
        out.append("<title>").append(text(paper.title())).append("</title>\n");
        out.append("<style>\n")
                .append(style())
                .append("</style>\n</head>\n<body>\n<header>\n")
                .append(marking);
        out.append("<p class=\"label\">").append(text(paper.label())).append("</p>\n");
        out.append("<h1 dir=\"auto\">").append(text(paper.title())).append("</h1>\n<dl>\n");
        for (Paper.Meta meta : paper.meta()) {
            out.append("<div><dt>")
                    .append(text(meta.name()))
                    .append("</dt><dd dir=\"auto\">")
                    .append(text(meta.value()))
                    .append("</dd></div>\n");
        }
        out.append("</dl>\n</header>\n");
        contents();
        out.append("<main>\n");
        blocks(paper.blocks());
        out.append("</main>\n<footer>\n").append(marking).append("</footer>\n</body>\n</html>\n");
        return out.toString();
    }

    private void contents() {
        out.append("<nav aria-label=\"").append(text(paper.labels().contents())).append("\">\n<h2>");
        out.append(text(paper.labels().contents())).append("</h2>\n<ol>\n");
        var counted = new int[] {0};
        headings(paper.blocks(), heading -> {
            counted[0]++;
            if (heading.level() == 2) {
                out.append("<li><a href=\"#s").append(counted[0]).append("\">");
                out.append(text(Span.text(heading.spans()))).append("</a></li>\n");
            }
        });
        out.append("</ol>\n</nav>\n");
    }

    /// In the order in which they are written; those within other blocks too.
    private static void headings(List<Block> blocks, java.util.function.Consumer<Block.Heading> each) {
        for (Block block : blocks) {
            switch (block) {
                case Block.Heading heading -> each.accept(heading);
                case Block.Quote quote -> headings(quote.blocks(), each);
                case Block.FromRecord part -> headings(part.blocks(), each);
                case Block.Bullets list -> list.items().forEach(item -> headings(item.blocks(), each));
                case Block.Numbered list -> list.items().forEach(item -> headings(item.blocks(), each));
                default -> {}
            }
        }
    }

    private void blocks(List<Block> blocks) {
        blocks.forEach(this::block);
    }

    private void block(Block block) {
        switch (block) {
            case Block.Heading heading -> heading(heading);
            case Block.Paragraph paragraph -> {
                out.append("<p dir=\"auto\">");
                spans(paragraph.spans());
                out.append("</p>\n");
            }
            case Block.Bullets list -> {
                out.append("<ul>\n");
                list.items().forEach(this::item);
                out.append("</ul>\n");
            }
            case Block.Numbered list -> {
                out.append("<ol start=\"").append(list.start()).append("\">\n");
                list.items().forEach(this::item);
                out.append("</ol>\n");
            }
            case Block.Table table -> table(table);
            case Block.Code code ->
                out.append("<pre dir=\"ltr\"><code>").append(text(code.text())).append("</code></pre>\n");
            case Block.Quote quote -> {
                out.append("<blockquote>\n");
                blocks(quote.blocks());
                out.append("</blockquote>\n");
            }
            case Block.Figure figure -> figure(figure);
            case Block.Rule _ -> out.append("<hr>\n");
            case Block.FromRecord part -> {
                out.append("<section class=\"record\">\n<p class=\"from\">");
                out.append(text(paper.labels().fromRecord())).append("</p>\n");
                blocks(part.blocks());
                out.append("</section>\n");
            }
        }
    }

    private void heading(Block.Heading heading) {
        headings++;
        int level = Math.clamp(heading.level(), 2, 6);
        out.append("<h")
                .append(level)
                .append(" dir=\"auto\" id=\"s")
                .append(headings)
                .append("\">");
        spans(heading.spans());
        out.append("</h").append(level).append(">\n");
    }

    private void item(Block.Item item) {
        out.append(
                switch (item.tick()) {
                    case NONE -> "<li>";
                    case OPEN -> "<li class=\"box\">☐ ";
                    case DONE -> "<li class=\"box\">☑ ";
                });
        if (item.blocks().size() == 1 && item.blocks().getFirst() instanceof Block.Paragraph only) {
            out.append("<span dir=\"auto\">");
            spans(only.spans());
            out.append("</span>");
        } else {
            out.append('\n');
            blocks(item.blocks());
        }
        out.append("</li>\n");
    }

    private void table(Block.Table table) {
        out.append("<div class=\"wide\"><table>\n<thead>\n");
        row("th scope=\"col\"", "th", table.head(), table.aligns());
        out.append("</thead>\n<tbody>\n");
        table.rows().forEach(row -> row("td", "td", row, table.aligns()));
        out.append("</tbody>\n</table></div>\n");
    }

    private void row(String open, String close, List<Block.Cell> cells, List<Block.Align> aligns) {
        out.append("<tr>");
        for (int at = 0; at < cells.size(); at++) {
            String side = switch (at < aligns.size() ? aligns.get(at) : Block.Align.LEFT) {
                case LEFT -> "";
                case CENTRE -> " class=\"centre\"";
                case RIGHT -> " class=\"right\"";
            };
            out.append('<').append(open).append(" dir=\"auto\"").append(side).append('>');
            spans(cells.get(at).spans());
            out.append("</").append(close).append('>');
        }
        out.append("</tr>\n");
    }

    private void figure(Block.Figure figure) {
        out.append("<figure>\n");
        switch (figure.picture()) {
            case Picture.Attached(var sha256, var alt) -> attached(sha256, alt);
            case Picture.Drawn(var drawing, var alt) -> PaperSvg.write(drawing, alt, out);
        }
        if (!figure.caption().isBlank()) {
            out.append("<figcaption dir=\"auto\">")
                    .append(text(figure.caption()))
                    .append("</figcaption>\n");
        }
        out.append("</figure>\n");
    }

    private void attached(String sha256, String alt) {
        Optional<byte[]> bytes = pictures.bytes(sha256);
        Optional<String> type = bytes.flatMap(PaperHtml::type);
        if (type.isPresent() && bytes.get().length < CHARS_OF_TEN_MEGABYTES) {
            out.append("<img alt=\"")
                    .append(text(alt))
                    .append("\" src=\"data:")
                    .append(type.get())
                    .append(";base64,");
            out.append(Base64.getEncoder().encodeToString(bytes.get())).append("\">\n");
        } else {
            String name = alt.isBlank() ? sha256 : alt;
            out.append("<p>")
                    .append(text(paper.labels().pictureMissing().replace("{0}", name)))
                    .append("</p>\n");
        }
    }

    /// By the first bytes, never by what a file says of itself; SVG could carry scripts.
    static Optional<String> type(byte[] bytes) {
        if (begins(bytes, 0x89, 'P', 'N', 'G')) {
            return Optional.of("image/png");
        }
        if (begins(bytes, 0xff, 0xd8, 0xff)) {
            return Optional.of("image/jpeg");
        }
        return begins(bytes, 'G', 'I', 'F', '8') ? Optional.of("image/gif") : Optional.empty();
    }

    private static boolean begins(byte[] bytes, int... first) {
        for (int at = 0; at < first.length; at++) {
            if (at >= bytes.length || (bytes[at] & 0xff) != first[at]) {
                return false;
            }
        }
        return true;
    }

    private void spans(List<Span> spans) {
        spans.forEach(this::span);
    }

    private void span(Span span) {
        var close = new ArrayList<String>();
        Optional<String> address = span.address().filter(PaperHtml::leadsOut);
        address.ifPresent(to -> open("a href=\"" + text(to) + "\" rel=\"noreferrer noopener\"", "a", close));
        tag(span, Style.BOLD, "strong", close);
        tag(span, Style.ITALIC, "em", close);
        tag(span, Style.STRIKE, "s", close);
        tag(span, Style.CODE, "code", close);
        if (span.is(Style.QUIET)) {
            open("span class=\"quiet\"", "span", close);
        }
        if (span.is(Style.ALERT)) {
            open("mark", "mark", close);
        }
        out.append(text(span.text()).replace("\n", "<br>\n"));
        close.reversed().forEach(name -> out.append("</").append(name).append('>'));
    }

    private void tag(Span span, Style style, String name, List<String> close) {
        if (span.is(style)) {
            open(name, name, close);
        }
    }

    private void open(String tag, String name, List<String> close) {
        out.append('<').append(tag).append('>');
        close.add(name);
    }

    static boolean leadsOut(String address) {
        String lower = address.toLowerCase(java.util.Locale.ROOT);
        return lower.startsWith("http://") || lower.startsWith("https://") || lower.startsWith("mailto:");
    }

    static String text(String words) {
        return NOT_A_LETTER
                .matcher(words)
                .replaceAll("\uFFFD")
                .replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }

    private static String style() {
        try (InputStream in = PaperHtml.class.getResourceAsStream(STYLE)) {
            if (in == null) {
                throw new IllegalStateException("the program is incomplete: " + STYLE + " is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException("cannot read " + STYLE, broken);
        }
    }
}
