package tocsin.publish.paper;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.commonmark.ext.gfm.strikethrough.Strikethrough;
import org.commonmark.node.Code;
import org.commonmark.node.Emphasis;
import org.commonmark.node.HardLineBreak;
import org.commonmark.node.HtmlInline;
import org.commonmark.node.Image;
import org.commonmark.node.Link;
import org.commonmark.node.Node;
import org.commonmark.node.SoftLineBreak;
import org.commonmark.node.StrongEmphasis;
import org.commonmark.node.Text;
import tocsin.publish.paper.Span.Style;

/// Gathers the words of one paragraph, heading or cell. Neighbours of one look become one span.
final class Inlines {
    private static final Pattern ATTACHED = Pattern.compile("sha256:([0-9a-fA-F]{64})");
    private static final Pattern SAFE = Pattern.compile("(?:https?://|mailto:)[^\\s\\p{Cntrl}]+");
    private static final int MOST_ADDRESS_CHARS = 2_000;

    private final List<Span> spans = new ArrayList<>();
    private final List<Block> done = new ArrayList<>();
    private final StringBuilder pending = new StringBuilder();
    private final Lines lines;
    private final boolean figures;
    private Set<Style> pendingStyles = Set.of();
    private Optional<String> pendingAddress = Optional.empty();

    private Inlines(Lines lines, boolean figures) {
        this.lines = lines;
        this.figures = figures;
    }

    /// Words only: a picture becomes what it is called.
    static List<Span> words(Node parent) {
        var inlines = new Inlines(Lines.NONE, false);
        inlines.children(parent, EnumSet.noneOf(Style.class), Optional.empty());
        inlines.flush();
        return List.copyOf(inlines.spans);
    }

    /// A picture among words stands between two paragraphs.
    static void paragraphs(Node parent, Lines lines, List<Block> blocks) {
        var inlines = new Inlines(lines, true);
        inlines.children(parent, EnumSet.noneOf(Style.class), Optional.empty());
        inlines.paragraph();
        blocks.addAll(inlines.done);
    }

    private void children(Node parent, EnumSet<Style> styles, Optional<String> address) {
        for (Node node = parent.getFirstChild(); node != null; node = node.getNext()) {
            switch (node) {
                case Text text -> add(text.getLiteral(), styles, address);
                case Code code -> add(code.getLiteral(), with(styles, Style.CODE), address);
                case HtmlInline html -> add(html.getLiteral(), styles, address);
                case SoftLineBreak _ -> add(" ", styles, address);
                case HardLineBreak _ -> add("\n", styles, address);
                case Emphasis part -> children(part, with(styles, Style.ITALIC), address);
                case StrongEmphasis part -> children(part, with(styles, Style.BOLD), address);
                case Strikethrough part -> children(part, with(styles, Style.STRIKE), address);
                case Link link -> link(link, styles, address);
                case Image image -> image(image, styles, address);
                default -> children(node, styles, address);
            }
        }
    }

    /// An address that may be dangerous is said, not linked.
    private void link(Link link, EnumSet<Style> styles, Optional<String> address) {
        String to = link.getDestination() == null ? "" : link.getDestination();
        Optional<String> safe = safe(to);
        children(link, styles, safe.or(() -> address));
        if (safe.isEmpty() && !to.isEmpty()) {
            add(" (" + to + ")", styles, address);
        }
    }

    private void image(Image image, EnumSet<Style> styles, Optional<String> address) {
        String to = image.getDestination() == null ? "" : image.getDestination();
        String alt = Span.text(words(image));
        var attached = ATTACHED.matcher(to);
        if (attached.matches() && figures) {
            paragraph();
            String title = image.getTitle();
            done.add(new Block.Figure(
                    title == null || title.isBlank() ? alt : title,
                    new Picture.Attached(attached.group(1).toLowerCase(Locale.ROOT), alt),
                    lines));
        } else {
            String where = attached.matches() || to.isEmpty() ? "" : alt.isEmpty() ? to : " (" + to + ")";
            add(alt + where, styles, address);
        }
    }

    static Optional<String> safe(String address) {
        return address.length() <= MOST_ADDRESS_CHARS
                        && SAFE.matcher(address.toLowerCase(Locale.ROOT)).matches()
                ? Optional.of(address)
                : Optional.empty();
    }

    private void add(String text, EnumSet<Style> styles, Optional<String> address) {
        if (!styles.equals(pendingStyles) || !address.equals(pendingAddress)) {
            flush();
            pendingStyles = styles.clone();
            pendingAddress = address;
        }
        pending.append(text);
    }

    private void flush() {
        if (!pending.isEmpty()) {
            spans.add(new Span(pending.toString(), pendingStyles, pendingAddress));
            pending.setLength(0);
        }
    }

    private void paragraph() {
        flush();
        if (!Span.text(spans).isBlank()) {
            done.add(new Block.Paragraph(spans, lines));
        }
        spans.clear();
    }

    private static EnumSet<Style> with(EnumSet<Style> styles, Style more) {
        EnumSet<Style> all = styles.clone();
        all.add(more);
        return all;
    }
}
