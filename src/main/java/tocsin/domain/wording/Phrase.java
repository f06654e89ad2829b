package tocsin.domain.wording;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A phrase of a word list: words, choices of words, words with any ending, gaps, and somebody's name.
record Phrase(List<Part> parts) {
    /// Words that may stand in a gap.
    private static final int GAP = 8;

    sealed interface Part {}

    record OneOf(Set<String> words, List<String> stems) implements Part {
        boolean fits(String word) {
            if (words.contains(word)) {
                return true;
            }
            for (String stem : stems) {
                if (word.startsWith(stem)) {
                    return true;
                }
            }
            return false;
        }
    }

    record Gap() implements Part {}

    record Name() implements Part {}

    /// Where a name that begins at a word ends; -1 when none does.
    @FunctionalInterface
    interface Named {
        int end(int token);
    }

    /// Reads a phrase. What may be missing is written out, so that matching knows no choice but that of a gap.
    static Stream<Phrase> read(String text) {
        var all = new ArrayList<List<Part>>();
        all.add(List.of());
        for (String piece : text.strip().split(" ", -1)) {
            boolean maybe = piece.endsWith("?");
            Part part = part(maybe ? piece.substring(0, piece.length() - 1) : piece);
            List<List<Part>> longer = all.stream()
                    .map(parts -> Stream.concat(parts.stream(), Stream.of(part)).toList())
                    .toList();
            if (!maybe) {
                all.clear();
            }
            all.addAll(longer);
        }
        return all.stream().filter(parts -> !parts.isEmpty()).map(Phrase::new);
    }

    private static Part part(String piece) {
        if (piece.equals("...")) {
            return new Gap();
        }
        if (piece.equals("{name}")) {
            return new Name();
        }
        String inner = piece.startsWith("(") ? piece.substring(1, piece.length() - 1) : piece;
        Predicate<String> stem = word -> word.endsWith("*");
        return new OneOf(
                Arrays.stream(inner.split("\\|")).filter(stem.negate()).collect(Collectors.toUnmodifiableSet()),
                Arrays.stream(inner.split("\\|"))
                        .filter(stem)
                        .map(word -> word.substring(0, word.length() - 1))
                        .toList());
    }

    /// Behind the last word of this phrase when it begins at that token, else -1.
    int match(List<Token> tokens, int at, Named named) {
        return match(tokens, at, 0, named, tokens.get(at).sentence());
    }

    private int match(List<Token> tokens, int at, int part, Named named, int sentence) {
        if (part == parts.size()) {
            return at;
        }
        if (at >= tokens.size() || tokens.get(at).sentence() != sentence) {
            return -1;
        }
        return switch (parts.get(part)) {
            case OneOf words ->
                words.fits(tokens.get(at).word()) ? match(tokens, at + 1, part + 1, named, sentence) : -1;
            case Name() -> {
                int end = named.end(at);
                yield end < 0 ? -1 : match(tokens, end, part + 1, named, sentence);
            }
            case Gap() -> {
                for (int skip = 0; skip <= GAP; skip++) {
                    int end = match(tokens, at + skip, part + 1, named, sentence);
                    if (end >= 0) {
                        yield end;
                    }
                }
                yield -1;
            }
        };
    }

    /// The tokens of a match that the phrase itself names, with an ellipsis for what stands between.
    String told(List<Token> tokens, int from, int to) {
        var told = new StringBuilder();
        int at = from;
        for (int part = 0; part < parts.size() && at < to; part++) {
            if (parts.get(part) instanceof Gap) {
                Part next = parts.get(part + 1);
                int begin = at;
                while (at < to
                        && next instanceof OneOf words
                        && !words.fits(tokens.get(at).word())) {
                    at++;
                }
                told.append(at > begin ? " \u2026" : "");
            } else {
                int end = parts.get(part) instanceof Name && part == parts.size() - 1 ? to : at + 1;
                for (; at < end; at++) {
                    told.append(told.isEmpty() ? "" : " ").append(tokens.get(at).word());
                }
            }
        }
        return told.toString();
    }
}
