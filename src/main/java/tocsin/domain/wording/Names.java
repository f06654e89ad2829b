package tocsin.domain.wording;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Who there is, as they may be called in a text: by the whole name, by one part of it, by initials. Letters count as
/// written, since a mark is not Mark.
public final class Names {
    public static final Names NONE = new Names(Map.of());

    private final Map<String, List<Called>> byFirstWord;

    /// `whole` needs no second look; a part may also be an ordinary word, initials also a usual abbreviation.
    private record Called(List<String> words, Sort sort) {}

    enum Sort {
        WHOLE,
        PART,
        INITIALS
    }

    private Names(Map<String, List<Called>> byFirstWord) {
        this.byFirstWord = byFirstWord;
    }

    public static Names of(Collection<String> fullNames, Collection<String> initials) {
        var all = new HashMap<String, List<Called>>();
        for (String name : fullNames) {
            List<String> parts = parts(name);
            if (parts.size() > 1) {
                put(all, parts, Sort.WHOLE);
            }
            parts.stream()
                    .filter(part -> part.length() > 1 && Character.isUpperCase(part.charAt(0)))
                    .forEach(part -> put(all, List.of(part), Sort.PART));
        }
        initials.stream()
                .map(String::strip)
                .filter(letters -> letters.length() > 1 && letters.length() < 4)
                .filter(letters -> letters.equals(letters.toUpperCase(Locale.ROOT)))
                .forEach(letters -> put(all, List.of(letters), Sort.INITIALS));
        all.values().forEach(list -> list.sort(Comparator.comparingInt((Called called) -> -called.words.size())));
        return new Names(all);
    }

    private static List<String> parts(String name) {
        return Token.of(name.toCharArray()).stream().map(Token::raw).toList();
    }

    private static void put(Map<String, List<Called>> all, List<String> words, Sort sort) {
        List<Called> there = all.computeIfAbsent(words.getFirst(), _ -> new ArrayList<>());
        var called = new Called(words, sort);
        if (!there.contains(called)) {
            there.add(called);
        }
    }

    /// Behind the name that begins at this word, or -1.
    int end(List<Token> tokens, int at, WordList list) {
        if (byFirstWord.isEmpty()) {
            return -1;
        }
        Token first = tokens.get(at);
        List<Called> all = byFirstWord.get(bare(first));
        for (Called called : all == null ? List.<Called>of() : all) {
            if (fits(tokens, at, called) && !isSomethingElse(first, called, list)) {
                return at + called.words.size();
            }
        }
        return -1;
    }

    private static boolean fits(List<Token> tokens, int at, Called called) {
        if (at + called.words.size() > tokens.size()) {
            return false;
        }
        for (int i = 0; i < called.words.size(); i++) {
            if (!bare(tokens.get(at + i)).equals(called.words.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isSomethingElse(Token first, Called called, WordList list) {
        return switch (called.sort) {
            case WHOLE -> false;
            case PART -> first.starts() && list.isAlsoAWord(first.word());
            case INITIALS -> list.isUsualAbbreviation(first.raw());
        };
    }

    /// Without the ending of a genitive.
    private static String bare(Token token) {
        String raw = token.raw();
        boolean genitive = raw.endsWith("'s") || raw.endsWith("\u2019s");
        return genitive ? raw.substring(0, raw.length() - 2) : raw;
    }
}
