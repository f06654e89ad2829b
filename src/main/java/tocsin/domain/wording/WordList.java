package tocsin.domain.wording;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What one language looks for, made from lines `kind.name.find = phrases` and their like. Immutable.
public final class WordList {
    private static final int LONGEST_STEM = 24;

    private final Map<String, List<Indexed>> byWord = new HashMap<>();
    private final Map<String, List<Indexed>> byStem = new HashMap<>();
    private final List<Indexed> byName = new ArrayList<>();
    private final Map<String, String> said;
    private final Map<String, Set<String>> sets = new HashMap<>();
    private final Map<String, String> objects;
    private final Phrase.OneOf cause;

    /// A phrase with the rule it belongs to.
    record Indexed(Phrase phrase, Rule rule) {}

    private WordList(Map<String, String> lines) {
        said = Map.copyOf(lines);
        for (String set : List.of("persons", "things", "determiners", "breaks", "said", "initials", "common-names")) {
            sets.put(set, words(set).collect(Collectors.toUnmodifiableSet()));
        }
        objects = words("objects")
                .map(pair -> pair.split(">", 2))
                .collect(Collectors.toUnmodifiableMap(pair -> pair[0], pair -> pair[1].replace('\u00a0', ' ')));
        cause = new Phrase.OneOf(
                words("cause").filter(word -> !word.endsWith("*")).collect(Collectors.toUnmodifiableSet()),
                words("cause")
                        .filter(word -> word.endsWith("*"))
                        .map(word -> word.substring(0, word.length() - 1))
                        .toList());
        lines.keySet().stream()
                .filter(key -> key.endsWith(".find"))
                .map(key -> key.substring(0, key.length() - ".find".length()))
                .forEach(this::rule);
    }

    public static WordList of(Map<String, String> lines) {
        return new WordList(new TreeMap<>(lines));
    }

    private void rule(String name) {
        var rule = new Rule(
                Kind.valueOf(name.substring(0, name.indexOf('.')).toUpperCase(Locale.ROOT)),
                phrases(name + ".find"),
                said.getOrDefault(name + ".say", ""),
                Optional.ofNullable(said.get(name + ".rewrite")),
                Rule.When.valueOf(said.getOrDefault(name + ".when", "always").toUpperCase(Locale.ROOT)),
                phrases(name + ".unless"));
        for (Phrase phrase : rule.phrases()) {
            var indexed = new Indexed(phrase, rule);
            switch (phrase.parts().getFirst()) {
                case Phrase.OneOf(var words, var stems) -> {
                    words.forEach(word -> put(byWord, word, indexed));
                    stems.forEach(stem -> put(byStem, stem, indexed));
                }
                case Phrase.Name() -> byName.add(indexed);
                case Phrase.Gap() -> throw new IllegalArgumentException("a phrase begins with a word: " + name);
            }
        }
    }

    private static void put(Map<String, List<Indexed>> index, String key, Indexed indexed) {
        index.computeIfAbsent(key, _ -> new ArrayList<>()).add(indexed);
    }

    private List<Phrase> phrases(String key) {
        return Arrays.stream(said.getOrDefault(key, "").split(";"))
                .filter(text -> !text.isBlank())
                .flatMap(Phrase::read)
                .toList();
    }

    private Stream<String> words(String key) {
        return Arrays.stream(said.getOrDefault(key, "").split(" +")).filter(word -> !word.isEmpty());
    }

    /// What the list knows of one word before any other is looked at.
    record Known(List<Indexed> begins, boolean cause) {}

    Known known(String word) {
        var begins = new ArrayList<>(byWord.getOrDefault(word, List.of()));
        for (int end = 3; end <= Math.min(word.length(), LONGEST_STEM); end++) {
            begins.addAll(byStem.getOrDefault(word.substring(0, end), List.of()));
        }
        return new Known(begins, cause.fits(word));
    }

    /// The phrases that begin with somebody's name.
    List<Indexed> beginningWithAName() {
        return byName;
    }

    boolean isPerson(String word) {
        return has("persons", word);
    }

    boolean isThing(String word) {
        return has("things", word);
    }

    boolean isDeterminer(String word) {
        return has("determiners", word);
    }

    boolean breaks(String word) {
        return has("breaks", word);
    }

    boolean isAlsoAWord(String word) {
        return has("common-names", word);
    }

    boolean isUsualAbbreviation(String word) {
        return has("initials", word);
    }

    Set<String> saying() {
        return sets.getOrDefault("said", Set.of());
    }

    /// A subject as the object of another sentence.
    String object(String word) {
        return objects.getOrDefault(word, word);
    }

    boolean changesAsObject(String word) {
        return objects.containsKey(word);
    }

    String role() {
        return said.getOrDefault("role", "");
    }

    private boolean has(String set, String word) {
        return sets.getOrDefault(set, Set.of()).contains(word);
    }
}
