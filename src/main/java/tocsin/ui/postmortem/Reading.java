package tocsin.ui.postmortem;

import java.text.Bidi;
import java.util.ArrayList;
import java.util.List;
import javafx.scene.text.Text;

/// Words that are read from the right. The toolkit fails when a line ends within a stretch of such words that it holds
/// as one, wherever in the paragraph that is, and they must not bring the window down. So they are handed to it in
/// parts that end where a line may end: word by word, and long words in pieces. Letters that join within a word stay
/// together up to that length.
final class Reading {
    /// A line is wider than so many letters.
    private static final int MOST = 8;

    /// Told apart from the part before and behind it by nothing one sees.
    private static final String PART = "reading-part";

    private Reading() {}

    /// Whether a line may end anywhere in it, so that a plain label can break it.
    static boolean wraps(String text) {
        return !Bidi.requiresBidi(text.toCharArray(), 0, text.length());
    }

    /// The same words, in parts that a flow of texts may hold beside each other.
    static List<String> parts(String text) {
        if (wraps(text)) {
            return List.of(text);
        }
        var parts = new ArrayList<String>();
        int begin = 0;
        for (int at = 1; at < text.length(); at++) {
            if (mayEnd(text, begin, at)) {
                parts.add(text.substring(begin, at));
                begin = at;
            }
        }
        parts.add(text.substring(begin));
        return parts;
    }

    private static boolean mayEnd(String text, int begin, int at) {
        boolean word = Character.isWhitespace(text.charAt(at - 1)) && !Character.isWhitespace(text.charAt(at));
        return word || (at - begin >= MOST && !belongs(text, at));
    }

    /// A sign on the letter before, or the other half of a pair.
    private static boolean belongs(String text, int at) {
        return switch (Character.getType(text.charAt(at))) {
            case Character.NON_SPACING_MARK, Character.COMBINING_SPACING_MARK, Character.ENCLOSING_MARK -> true;
            default -> Character.isLowSurrogate(text.charAt(at));
        };
    }

    static List<Text> texts(String words) {
        return parts(words).stream().map(Text::new).toList();
    }

    /// The parts as styles, for an area that holds as one what looks alike.
    static List<Markdown.Mark> marks(String paragraph) {
        List<String> parts = parts(paragraph);
        var marks = new ArrayList<Markdown.Mark>();
        int at = 0;
        for (int i = 0; i < parts.size(); i++) {
            int end = at + parts.get(i).length();
            if (i % 2 == 1) {
                marks.add(new Markdown.Mark(at, end, PART));
            }
            at = end;
        }
        return marks;
    }
}
