package tocsin.domain.wording;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tocsin.domain.wording.Finding.Rewrite;
import tocsin.domain.wording.WordList.Indexed;
import tocsin.domain.wording.WordList.Known;

/// One paragraph read with one word list.
final class Reading {
    /// How far before a verb its subject is looked for.
    private static final int SUBJECT_REACH = 8;

    private static final int DETERMINER_REACH = 3;

    private final WordList list;
    private final String words;
    private final List<Token> tokens;

    /// For each word of a name where the name begins, else -1; and for each beginning of a name where it ends.
    private final int[] nameOf;

    private final int[] nameEnd;
    private final List<Known> known;
    private final Set<Integer> causeSentences = new HashSet<>();

    private record Match(Indexed indexed, int from, int to) {}

    Reading(WordList list, String words, List<Token> tokens, Names names) {
        this.list = list;
        this.words = words;
        this.tokens = tokens;
        nameOf = new int[tokens.size()];
        nameEnd = new int[tokens.size()];
        Arrays.fill(nameOf, -1);
        Arrays.fill(nameEnd, -1);
        known = new ArrayList<>(tokens.size());
        var seen = new HashMap<String, Known>();
        for (int at = 0; at < tokens.size(); at++) {
            int end = nameOf[at] >= 0 ? -1 : names.end(tokens, at, list);
            for (int i = at; i < end; i++) {
                nameOf[i] = at;
            }
            nameEnd[at] = end;
            Known word = seen.computeIfAbsent(tokens.get(at).word(), list::known);
            known.add(word);
            if (word.cause()) {
                causeSentences.add(tokens.get(at).sentence());
            }
        }
    }

    List<Finding> findings() {
        var found = new ArrayList<Finding>();
        var accused = new HashSet<>(causeSentences);
        var covered = new HashSet<Integer>();
        for (int at = 0; at < tokens.size(); ) {
            Match match = best(at);
            if (match == null) {
                at++;
                continue;
            }
            found.add(finding(match));
            if (match.indexed.rule().kind().accuses()) {
                accused.add(tokens.get(at).sentence());
            }
            for (int i = match.from; i < match.to; i++) {
                covered.add(i);
            }
            at = match.to;
        }
        names(accused, covered, found);
        return found;
    }

    private @Nullable Match best(int at) {
        Match best = best(at, known.get(at).begins(), null);
        return nameEnd[at] < 0 ? best : best(at, list.beginningWithAName(), best);
    }

    private @Nullable Match best(int at, List<Indexed> candidates, @Nullable Match before) {
        Match best = before;
        for (Indexed indexed : candidates) {
            int end = indexed.phrase().match(tokens, at, token -> nameEnd[token]);
            if (end > at && (best == null || isBetter(indexed, end, best)) && holds(indexed.rule(), at, end)) {
                best = new Match(indexed, at, end);
            }
        }
        return best;
    }

    private static boolean isBetter(Indexed indexed, int end, Match best) {
        return end > best.to
                || (end == best.to
                        && indexed.rule().kind().compareTo(best.indexed.rule().kind()) < 0);
    }

    private boolean holds(Rule rule, int from, int to) {
        boolean fits = switch (rule.when()) {
            case ALWAYS -> true;
            case PERSON -> person(from, to) >= 0;
            case START -> tokens.get(from).starts();
            case END ->
                to == tokens.size()
                        || tokens.get(to).clause() != tokens.get(to - 1).clause();
            case CAUSE -> causeSentences.contains(tokens.get(from).sentence());
        };
        return fits
                && rule.unless().stream().noneMatch(phrase -> phrase.match(tokens, from, token -> nameEnd[token]) >= 0);
    }

    /// The word that says whom the phrase is about: the nearest person before it in the same clause, if no thing is
    /// nearer; or one in the midst of it, where a language puts its subject there.
    private int person(int from, int to) {
        Token verb = tokens.get(from);
        for (int at = from - 1; at >= Math.max(0, from - SUBJECT_REACH); at--) {
            Token token = tokens.get(at);
            if (token.clause() != verb.clause() || list.breaks(token.word())) {
                break;
            }
            if (isPerson(at)) {
                return at;
            }
            if (list.isThing(token.word()) || token.word().endsWith("'s")) {
                return -1;
            }
        }
        for (int at = from + 1; at < to; at++) {
            if (isPerson(at)) {
                return at;
            }
        }
        return -1;
    }

    private boolean isPerson(int at) {
        Token token = tokens.get(at);
        boolean owns = token.word().endsWith("'s");
        return !owns && (nameOf[at] >= 0 || list.isPerson(token.word()));
    }

    private Finding finding(Match match) {
        Token first = tokens.get(match.from);
        Token last = tokens.get(match.to - 1);
        Rule rule = match.indexed.rule();
        Optional<Sentence> sentence = rule.rewrite().flatMap(pattern -> rewritten(pattern, match.from, match.to));
        return new Finding(
                first.from(),
                last.to(),
                rule.kind(),
                match.indexed.phrase().told(tokens, match.from, match.to),
                sentence.map(Sentence::words).orElse(rule.say()),
                sentence.map(Sentence::rewrite));
    }

    private record Sentence(String words, int from, int to, boolean starts) {
        Rewrite rewrite() {
            String first = words.substring(0, words.offsetByCodePoints(0, 1));
            return new Rewrite(
                    from, to, starts ? first.toUpperCase(Locale.ROOT) + words.substring(first.length()) : words);
        }
    }

    /// The clause said in another way: from its subject to its end.
    private Optional<Sentence> rewritten(String pattern, int from, int to) {
        int person = person(from, from);
        if (person < 0) {
            return Optional.empty();
        }
        int begin = begin(person);
        int end = to;
        while (end < tokens.size()
                && tokens.get(end).clause() == tokens.get(to - 1).clause()) {
            end++;
        }
        int stop = tokens.get(end - 1).to();
        String rest = words.substring(tokens.get(to - 1).to(), stop).strip();
        String told = pattern.replace("{subject}", object(begin, person))
                .replace("{rest}", rest)
                .strip();
        Token first = tokens.get(begin);
        return Optional.of(new Sentence(told, first.from(), stop, first.starts()));
    }

    private int begin(int person) {
        if (nameOf[person] >= 0) {
            return nameOf[person];
        }
        for (int at = person - 1; at >= Math.max(0, person - DETERMINER_REACH); at--) {
            Token token = tokens.get(at);
            if (token.clause() != tokens.get(person).clause()) {
                break;
            }
            if (list.isDeterminer(token.word())) {
                return at;
            }
        }
        return person;
    }

    private String object(int begin, int person) {
        Token first = tokens.get(begin);
        String all = words.substring(first.from(), tokens.get(person).to());
        boolean named = nameOf[begin] >= 0;
        if (!named && list.changesAsObject(first.word())) {
            return list.object(first.word()) + all.substring(first.raw().length());
        }
        boolean lower = !named && list.isDeterminer(first.word());
        return lower ? first.word() + all.substring(first.raw().length()) : all;
    }

    private void names(Set<Integer> sentences, Set<Integer> covered, List<Finding> found) {
        for (int at = 0; at < tokens.size(); at++) {
            int end = nameEnd[at];
            Token first = tokens.get(at);
            if (end > at && sentences.contains(first.sentence()) && !covered.contains(at)) {
                Token last = tokens.get(end - 1);
                int to = last.to() - (last.word().endsWith("'s") ? 2 : 0);
                String name = words.substring(first.from(), to);
                found.add(new Finding(
                        first.from(),
                        to,
                        Kind.NAME,
                        name.toLowerCase(Locale.ROOT),
                        list.role(),
                        Optional.of(new Rewrite(first.from(), to, capital(list.role(), first.starts())))));
            }
        }
    }

    private static String capital(String text, boolean starts) {
        return starts && !text.isEmpty() ? text.substring(0, 1).toUpperCase(Locale.ROOT) + text.substring(1) : text;
    }
}
