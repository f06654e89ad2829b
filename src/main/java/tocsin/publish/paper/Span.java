package tocsin.publish.paper;

import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// Words of one look. A line break that its author wanted is `\n`.
///
/// @param address where a link leads: `http`, `https` or `mailto`, and from the record `tocsin:entry/ID`; never
///     anything else
public record Span(String text, Set<Style> styles, Optional<String> address) {
    public Span {
        var kept = EnumSet.noneOf(Style.class);
        kept.addAll(styles);
        styles = Collections.unmodifiableSet(kept);
    }

    public enum Style {
        BOLD,
        ITALIC,
        CODE,
        STRIKE,
        /// Said in passing: what leads or explains other words.
        QUIET,
        /// Asks to be looked at, such as a row that changed since it was quoted.
        ALERT
    }

    public static Span of(String text, Style... styles) {
        return new Span(text, Set.of(styles), Optional.empty());
    }

    public static List<Span> plain(String text) {
        return text.isEmpty() ? List.of() : List.of(of(text));
    }

    public boolean is(Style style) {
        return styles.contains(style);
    }

    /// The bare words of all of them.
    public static String text(List<Span> spans) {
        return spans.stream().map(Span::text).collect(Collectors.joining());
    }
}
