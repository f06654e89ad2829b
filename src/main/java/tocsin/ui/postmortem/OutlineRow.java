package tocsin.ui.postmortem;

import java.util.Optional;
import tocsin.domain.analysis.Figure;

/// A place in the document, as the list at the left shows it, or the heading of a group of them.
///
/// @param note what is in it: a count, `empty`, or nothing
record OutlineRow(Kind kind, String key, String heading, String note, Mark mark) {
    private static final String FIGURE = "figure.";

    enum Kind {
        SECTION,
        FIGURE,
        HEADING
    }

    enum Mark {
        /// Something stands there.
        WRITTEN,
        EMPTY,
        /// The closing waits for it.
        OWED
    }

    OutlineRow(String key, String heading, String note, Mark mark) {
        this(Kind.SECTION, key, heading, note, mark);
    }

    static OutlineRow heading(String words) {
        return new OutlineRow(Kind.HEADING, "", words, "", Mark.EMPTY);
    }

    static OutlineRow figure(Figure figure, String name, String note) {
        return new OutlineRow(Kind.FIGURE, key(figure), name, note, Mark.EMPTY);
    }

    static String key(Figure figure) {
        return FIGURE + figure.word();
    }

    /// The figure a key names, if it names one.
    static Optional<Figure> figure(String key) {
        return key.startsWith(FIGURE) ? Figure.ofWord(key.substring(FIGURE.length())) : Optional.empty();
    }

    boolean isPlace() {
        return kind != Kind.HEADING;
    }
}
