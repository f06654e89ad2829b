package tocsin.domain.wording;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.ResourceBundle;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Finds words of blame in a text and says what to write instead. Immutable and quick: an editor may ask for each
/// paragraph that changes, by [#paragraph], or for a whole text.
public final class Wording {
    private final List<WordList> lists;
    private final Set<String> saying;

    private Wording(List<WordList> lists) {
        this.lists = List.copyOf(lists);
        this.saying = lists.stream().flatMap(list -> list.saying().stream()).collect(Collectors.toUnmodifiableSet());
    }

    private static final class Shipped {
        static final Wording BOTH = of(List.of(load("english"), load("german")));

        private static WordList load(String language) {
            ResourceBundle lines = ResourceBundle.getBundle("tocsin.wording." + language, Locale.ROOT);
            var all = new HashMap<String, String>();
            lines.keySet().forEach(key -> all.put(key, lines.getString(key)));
            return WordList.of(all);
        }
    }

    /// The lists that come with the program: a document may be in either language or in both.
    public static Wording shipped() {
        return Shipped.BOTH;
    }

    public static Wording of(List<WordList> lists) {
        return new Wording(lists);
    }

    /// Everything in a Markdown text, from its beginning to its end. `ignored` are phrases as findings told them.
    public List<Finding> check(String markdown, Names names, Set<String> ignored) {
        var all = new ArrayList<Finding>();
        for (Paragraph paragraph : Paragraph.of(markdown)) {
            paragraph(paragraph.words(), names, ignored).forEach(finding -> all.add(finding.moved(paragraph.from())));
        }
        return all;
    }

    /// The same for one paragraph; the offsets are its own.
    public List<Finding> paragraph(String words, Names names, Set<String> ignored) {
        char[] plain = Plain.of(words, saying);
        List<Token> tokens = Token.of(plain);
        if (tokens.isEmpty()) {
            return List.of();
        }
        Map<Integer, Finding> found = new HashMap<>();
        for (WordList list : lists) {
            // The same words in two lists are one finding.
            for (Finding finding : new Reading(list, words, tokens, names).findings()) {
                found.merge(finding.from(), finding, (one, other) -> other.to() > one.to() ? other : one);
            }
        }
        return found.values().stream()
                .filter(finding -> !ignored.contains(finding.phrase()))
                .sorted(Comparator.comparingInt(Finding::from).thenComparingInt(Finding::to))
                .toList();
    }

    /// What makes an action an empty one, if anything does.
    public Optional<Finding> emptyAction(String text) {
        return Stream.of(text.strip())
                .flatMap(words -> paragraph(words, Names.NONE, Set.of()).stream())
                .filter(finding -> finding.kind() == Kind.EMPTY_ACTION)
                .findFirst();
    }
}
