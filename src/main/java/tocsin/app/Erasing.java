package tocsin.app;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import tocsin.base.DeskId;
import tocsin.base.FactId;
import tocsin.domain.Fact;
import tocsin.domain.Recorded;
import tocsin.domain.postmortem.ReviewFact.TalkFact;
import tocsin.domain.prose.Manuscript;
import tocsin.domain.prose.ProseFact.TextInserted;
import tocsin.domain.prose.Stretch;
import tocsin.domain.timeline.TimelineFact.EntryCorrected;

/// Which words of an incident are to be erased.
public sealed interface Erasing {
    /// Shorter words than these are not looked for elsewhere: they would stand everywhere.
    int LEAST_CHARS = 4;

    /// All words of one fact, and wherever it is quoted.
    record OfFact(FactId fact) implements Erasing {}

    /// These characters of a text of the postmortem, and where people quoted them.
    ///
    /// @param words how they read
    record Passage(String section, List<Stretch> stretches, String words) implements Erasing {
        public Passage {
            stretches = List.copyOf(stretches);
        }
    }

    /// These words wherever they stand in the incident: log, texts, comments, figures, what was deleted long ago too.
    record Words(String words) implements Erasing {}

    /// What is left of each fact that loses words; nothing where it is gone altogether.
    default Map<FactId, Optional<Fact>> left(List<Recorded> facts, Erasures erasures) {
        var left = new LinkedHashMap<FactId, Optional<Fact>>();
        switch (this) {
            case OfFact(var id) -> ofFact(facts, id, erasures, left);
            case Passage passage -> {
                paint(facts, passage.stretches(), left);
                if (passage.words().strip().length() >= LEAST_CHARS) {
                    quoted(facts, passage, left);
                }
            }
            case Words(var words) -> {
                String secret = words.strip();
                if (secret.length() >= LEAST_CHARS) {
                    var manuscript = Manuscript.of(new DeskId("a".repeat(DeskId.LENGTH)), facts);
                    for (String section : manuscript.keys()) {
                        paint(facts, manuscript.section(section).whereabouts(secret), left);
                    }
                    for (Recorded fact : facts) {
                        turn(fact, left, text -> Blacked.secret(text, secret));
                    }
                }
            }
        }
        return left;
    }

    /// The words that are gone then, as far as other places could hold them.
    default Set<String> secrets(List<Recorded> facts) {
        var secrets = new TreeSet<String>();
        switch (this) {
            case OfFact(var id) ->
                facts.stream()
                        .filter(fact -> fact.id().equals(id))
                        .forEach(fact -> secrets.addAll(FreeWords.of(fact.fact())));
            case Passage(var _, var _, var words) -> secrets.add(words);
            case Words(var words) -> secrets.add(words);
        }
        return secrets.stream()
                .map(String::strip)
                .filter(words -> words.length() >= LEAST_CHARS)
                .collect(Collectors.toUnmodifiableSet());
    }

    private static void ofFact(List<Recorded> facts, FactId id, Erasures erasures, Map<FactId, Optional<Fact>> left) {
        Optional<Recorded> found =
                facts.stream().filter(fact -> fact.id().equals(id)).findFirst();
        if (found.isEmpty()) {
            return;
        }
        Fact fact = found.get().fact();
        Set<String> said = FreeWords.of(fact).stream()
                .filter(words -> words.strip().length() >= LEAST_CHARS)
                .collect(Collectors.toUnmodifiableSet());
        if (erasures.isAllWords(fact) && !FreeWords.of(fact).isEmpty()) {
            left.put(id, Optional.empty());
        } else {
            boolean text = fact instanceof TextInserted;
            turn(found.get(), left, words -> text ? Blacked.all(words) : Blacked.shortly(words));
        }
        if (left.isEmpty()) {
            return;
        }
        for (Recorded other : facts) {
            if (other.fact() instanceof EntryCorrected correction
                    && correction.entry().equals(id)) {
                left.put(other.id(), Optional.empty());
            } else if (!other.id().equals(id)) {
                // A change quotes what it changed.
                turn(other, left, words -> said.contains(words) ? Blacked.shortly(words) : words);
            }
        }
    }

    private static void paint(List<Recorded> facts, List<Stretch> stretches, Map<FactId, Optional<Fact>> left) {
        Map<FactId, List<Stretch>> byRun = stretches.stream().collect(Collectors.groupingBy(Stretch::run));
        for (Recorded fact : facts) {
            if (byRun.containsKey(fact.id()) && fact.fact() instanceof TextInserted) {
                turn(fact, left, words -> {
                    String painted = words;
                    for (Stretch each : byRun.getOrDefault(fact.id(), List.of())) {
                        painted = Blacked.stretch(painted, each.from(), each.to());
                    }
                    return painted;
                });
            }
        }
    }

    private static void quoted(List<Recorded> facts, Passage passage, Map<FactId, Optional<Fact>> left) {
        String secret = passage.words().strip();
        for (Recorded fact : facts) {
            if (fact.fact() instanceof TalkFact) {
                turn(fact, left, text -> Blacked.secret(text, secret));
            }
        }
    }

    private static void turn(Recorded fact, Map<FactId, Optional<Fact>> left, UnaryOperator<String> to) {
        Optional<Fact> before = left.containsKey(fact.id()) ? left.get(fact.id()) : Optional.of(fact.fact());
        before.ifPresent(stood -> {
            Fact now = FreeWords.turned(stood, to);
            if (!now.equals(stood)) {
                left.put(fact.id(), Optional.of(now));
            }
        });
    }
}
