package tocsin.domain.postmortem;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// Reads the words of an action, English or German, by lists and endings. It guesses, so what it finds is said and
/// never stops anybody, but for an investigation without an end.
public final class ActionWords {
    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final Pattern EDGES = Pattern.compile("^[^\\p{L}]+|[^\\p{L}]+$");
    private static final int FEWEST_WORDS = 4;

    private static final List<String> EMPTY = List.of(
            "be more careful",
            "be careful",
            "be mindful",
            "pay attention",
            "pay more attention",
            "remind everybody",
            "remind everyone",
            "remind the team",
            "remind people",
            "raise awareness",
            "communicate better",
            "improve communication",
            "monitor closely",
            "keep an eye on",
            "look into",
            "think about",
            "try to",
            "do better",
            "consider",
            "vorsichtiger sein",
            "besser aufpassen",
            "mehr aufpassen",
            "aufmerksamer sein",
            "alle erinnern",
            "das team erinnern",
            "sensibilisieren",
            "besser kommunizieren",
            "kommunikation verbessern",
            "genau beobachten",
            "im auge behalten",
            "nachdenken über",
            "in betracht ziehen",
            "erwägen");

    private static final Pattern INVESTIGATE = Pattern.compile(
            "\\b(?:re-?)?investigat(?:e|es|ing)\\b|\\buntersuch(?:en|t)\\b|\\bfind out\\b" + "|\\bherausfinden\\b",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CHARACTER_CLASS);
    private static final Pattern TRAIN = Pattern.compile(
            "\\b(?:re-?)?train(?:s|ing|ings)?\\b|\\bteach\\b|\\bworkshops?\\b|\\bbrief the team\\b"
                    + "|\\b(?:nach|ein)?schul(?:en|ung|ungen)\\b|\\bunterweis(?:en|ung)\\b",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CHARACTER_CLASS);
    private static final Pattern BESIDES = Pattern.compile("\\b(?:and|und)\\b", Pattern.CASE_INSENSITIVE);

    /// First words that no order begins with.
    private static final Set<String> NO_VERBS = Set.of(
            "the",
            "a",
            "an",
            "we",
            "our",
            "my",
            "i",
            "it",
            "this",
            "that",
            "these",
            "those",
            "there",
            "all",
            "every",
            "each",
            "no",
            "not",
            "new",
            "better",
            "more",
            "less",
            "some",
            "someone",
            "somebody",
            "everyone",
            "everybody",
            "people",
            "team",
            "teams",
            "maybe",
            "possibly",
            "please",
            "should",
            "must",
            "need",
            "needs",
            "can",
            "could",
            "would",
            "will",
            "to",
            "for",
            "from",
            "of",
            "in",
            "on",
            "at",
            "with",
            "without",
            "and",
            "or",
            "if",
            "when",
            "because",
            "is",
            "are",
            "was",
            "were",
            "dashboard",
            "runbook",
            "der",
            "die",
            "das",
            "den",
            "dem",
            "ein",
            "eine",
            "einen",
            "wir",
            "unser",
            "unsere",
            "ich",
            "es",
            "alle",
            "jeder",
            "jede",
            "jedes",
            "kein",
            "keine",
            "nicht",
            "neue",
            "neuer",
            "neues",
            "bessere",
            "mehr",
            "weniger",
            "jemand",
            "vielleicht",
            "bitte",
            "sollte",
            "sollten",
            "muss",
            "müssen",
            "kann",
            "können",
            "zu",
            "für",
            "von",
            "im",
            "am",
            "mit",
            "ohne",
            "und",
            "oder",
            "wenn",
            "weil",
            "ist",
            "sind",
            "war",
            "waren");
    private static final List<String> NOUN_ENDINGS = List.of(
            "tion", "sion", "ment", "ness", "ity", "ance", "ence", "ship", "ful", "ous", "ing", "ung", "heit", "keit");
    private static final Set<String> VERBS_LIKE_NOUNS =
            Set.of("bring", "ring", "string", "mention", "position", "condition", "implement", "document", "enhance");
    private static final List<String> GERMAN_VERB_ENDINGS = List.of("en", "ern", "eln");

    private ActionWords() {}

    /// What these words promise without promising anything.
    public static List<String> empty(String text) {
        String plain = plain(text);
        var found = new ArrayList<String>();
        for (String phrase : EMPTY) {
            if ((" " + plain + " ").contains(" " + phrase + " ")
                    && found.stream().noneMatch(longer -> longer.contains(phrase))) {
                found.add(phrase);
            }
        }
        if (onlyTrains(text)) {
            found.add(plain.split(" ", 2)[0]);
        }
        return List.copyOf(found);
    }

    /// Whether it asks to find something out, which never ends by itself.
    public static boolean investigates(String text) {
        return INVESTIGATE.matcher(text).find();
    }

    public static boolean trains(String text) {
        return TRAIN.matcher(text).find();
    }

    /// Training alone changes no rule, gate or tool.
    public static boolean onlyTrains(String text) {
        return trains(text) && !BESIDES.matcher(text).find();
    }

    public static boolean beginsWithAVerb(String text) {
        List<String> words = words(text);
        if (words.isEmpty()) {
            return false;
        }
        String first = words.getFirst();
        boolean order = !NO_VERBS.contains(first)
                && (VERBS_LIKE_NOUNS.contains(first) || NOUN_ENDINGS.stream().noneMatch(first::endsWith));
        return (order && (words.size() > 1 || endsLikeAGermanVerb(first))) || endsInAGermanVerb(words);
    }

    /// In German notes the verb often comes last: "Lasttest bei jeder Änderung ausführen".
    private static boolean endsInAGermanVerb(List<String> words) {
        return words.size() > 1 && !words.getLast().endsWith("ungen") && endsLikeAGermanVerb(words.getLast());
    }

    private static boolean endsLikeAGermanVerb(String word) {
        return word.length() > 4 && GERMAN_VERB_ENDINGS.stream().anyMatch(word::endsWith);
    }

    /// Enough words to know what is meant.
    static boolean specific(String text) {
        return words(text).size() >= FEWEST_WORDS && empty(text).isEmpty();
    }

    private static List<String> words(String text) {
        return BLANKS.splitAsStream(text.strip().toLowerCase(Locale.ROOT))
                .map(word -> EDGES.matcher(word).replaceAll(""))
                .filter(word -> !word.isEmpty())
                .toList();
    }

    private static String plain(String text) {
        return String.join(" ", words(text));
    }
}
