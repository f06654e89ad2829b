package tocsin.ui.postmortem;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tocsin.domain.prose.Prose;

/// What Enter and Tab do in a line of a list: it goes on or ends, and its items nest. Knows no node.
///
/// @param lines the text line by line
/// @param count of the lines
record LineKeys(IntFunction<String> lines, int count) {
    /// As far up as one looks for the item that another is nested in.
    private static final int FARTHEST = 500;

    private static final Pattern ITEM = Pattern.compile(
            "(?<indent>[ \\t]*)(?<sign>[-*+]|(?<number>\\d{1,8})(?<dot>[.)]))(?<gap> {1,4})(?<box>\\[[ xX]] )?(?<words>.*)");

    /// Where the caret is.
    ///
    /// @param begin of its line in the whole text
    record Caret(int line, int column, int begin) {}

    /// Changes that belong together, each on what the ones before it left, and where the caret is then.
    record Done(List<Prose.Change> changes, int caret) {
        static Done of(int at, int removed, String words, int caret) {
            return new Done(List.of(new Prose.Change(at, removed, words)), caret);
        }
    }

    /// An item of a list.
    ///
    /// @param body where its words begin in the line
    private record Item(int indent, int body, Matcher parts) {
        static Optional<Item> of(String line) {
            Matcher parts = ITEM.matcher(line);
            return parts.matches()
                    ? Optional.of(new Item(
                            parts.group("indent").length(),
                            parts.group("indent").length() + width(parts),
                            parts))
                    : Optional.empty();
        }

        /// Without its box, which is words to Markdown.
        private static int width(Matcher parts) {
            return parts.group("sign").length() + parts.group("gap").length();
        }

        int words() {
            return parts.start("words");
        }

        boolean isEmpty() {
            return parts.group("words").isBlank();
        }

        String next() {
            String number = parts.group("number");
            String sign = number == null ? parts.group("sign") : (Integer.parseInt(number) + 1) + parts.group("dot");
            return parts.group("indent") + sign + parts.group("gap") + (parts.group("box") == null ? "" : "[ ] ");
        }
    }

    /// A list goes on with its next item; Enter on one without words ends it.
    Optional<Done> enter(Caret caret) {
        String line = lines.apply(caret.line());
        Optional<Item> found = Item.of(line);
        if (found.isEmpty()) {
            return TableKeys.isRow(line) ? new TableKeys(lines, count).enter(caret) : Optional.empty();
        }
        Item item = found.get();
        if (caret.column() < item.words()) {
            return Optional.empty();
        }
        if (item.isEmpty()) {
            return Optional.of(Done.of(caret.begin(), line.length(), "", caret.begin()));
        }
        String words = "\n" + item.next();
        int at = caret.begin() + caret.column();
        return Optional.of(Done.of(at, 0, words, at + words.length()));
    }

    /// An item goes into the one above it, with all that is nested in it.
    Optional<Done> tab(Caret caret) {
        String line = lines.apply(caret.line());
        Optional<Item> found = Item.of(line);
        if (found.isEmpty()) {
            return TableKeys.isRow(line) ? new TableKeys(lines, count).tab(caret) : Optional.empty();
        }
        int indent = found.get().indent();
        int inner = above(caret.line(), indent)
                .filter(item -> item.indent() >= indent)
                .map(Item::body)
                .orElse(indent);
        return Optional.of(moved(caret, indent, inner));
    }

    /// An item goes out of the one it is nested in.
    Optional<Done> shiftTab(Caret caret) {
        String line = lines.apply(caret.line());
        Optional<Item> found = Item.of(line);
        if (found.isEmpty()) {
            return TableKeys.isRow(line) ? new TableKeys(lines, count).shiftTab(caret) : Optional.empty();
        }
        int indent = found.get().indent();
        if (indent == 0) {
            return Optional.empty();
        }
        int outer = above(caret.line(), indent - 1).map(Item::indent).orElse(0);
        return Optional.of(moved(caret, indent, outer));
    }

    /// The nearest item above that is not indented further; nothing where the list begins.
    private Optional<Item> above(int from, int most) {
        for (int i = from - 1; i >= Math.max(0, from - FARTHEST); i--) {
            String line = lines.apply(i);
            Optional<Item> item = Item.of(line);
            if (item.isPresent() && item.get().indent() <= most) {
                return item;
            }
            if (!line.isBlank() && indent(line) == 0 && item.isEmpty()) {
                return Optional.empty();
            }
        }
        return Optional.empty();
    }

    private Done moved(Caret caret, int old, int fresh) {
        var changes = new ArrayList<Prose.Change>();
        int begin = caret.begin();
        int shift = 0;
        for (int i = caret.line(); i < count; i++) {
            String line = lines.apply(i);
            if (i > caret.line() && (line.isBlank() || indent(line) <= old)) {
                break;
            }
            if (fresh > old) {
                changes.add(new Prose.Change(begin + shift, 0, " ".repeat(fresh - old)));
            } else if (fresh < old) {
                changes.add(new Prose.Change(begin + shift, old - fresh, ""));
            }
            shift += fresh - old;
            begin += line.length() + 1;
        }
        return new Done(changes, caret.begin() + Math.max(0, caret.column() + fresh - old));
    }

    private static int indent(String line) {
        int indent = 0;
        while (indent < line.length() && (line.charAt(indent) == ' ' || line.charAt(indent) == '\t')) {
            indent++;
        }
        return indent;
    }
}
