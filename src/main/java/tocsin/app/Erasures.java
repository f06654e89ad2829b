package tocsin.app;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tocsin.base.FactId;
import tocsin.domain.ErasedFact;
import tocsin.domain.Fact;
import tocsin.domain.Recorded;
import tocsin.domain.UnknownFact;
import tocsin.domain.desk.DeskFact;
import tocsin.domain.desk.DeskFact.Redacted;
import tocsin.journal.codec.Encoded;
import tocsin.journal.codec.FactCodec;

/// What facts say after words of them were erased. Depends on the set of facts alone and not on the order they came in,
/// so desks that hold the same facts read the same; whatever an erasure from elsewhere claims, it can paint over words
/// and never change a state.
final class Erasures {
    private static final Set<String> ALL_WORDS = Set.of(
            "timeline.entryAdded",
            "timeline.entryCorrected",
            "review.commentMade",
            "review.commentAnswered",
            "review.suggestionMade",
            "review.meetingNoted");

    private final FactCodec codec;

    Erasures(FactCodec codec) {
        this.codec = codec;
    }

    /// Whether nothing is left of such a fact when its words go.
    boolean isAllWords(Fact fact) {
        return switch (fact) {
            case ErasedFact(var type, var _) -> ALL_WORDS.contains(type);
            case UnknownFact _ -> false;
            default -> ALL_WORDS.contains(codec.encode(fact).type());
        };
    }

    /// The facts as they read now, in the order they were given.
    List<Recorded> applied(List<Recorded> facts) {
        List<Recorded> erasures = facts.stream()
                .filter(fact -> fact.fact() instanceof Redacted)
                .sorted(Recorded.ORDER)
                .toList();
        if (erasures.isEmpty()) {
            return facts;
        }
        Set<FactId> named = new HashSet<>();
        erasures.forEach(each -> named.add(((Redacted) each.fact()).fact()));
        Map<FactId, List<Redacted>> standing = new HashMap<>();
        for (Recorded each : erasures) {
            Redacted redacted = (Redacted) each.fact();
            if (!named.contains(each.id())) {
                standing.computeIfAbsent(redacted.fact(), _ -> new ArrayList<>())
                        .add(redacted);
            }
        }
        return facts.stream()
                .map(fact -> named.contains(fact.id()) ? read(fact, standing.getOrDefault(fact.id(), List.of())) : fact)
                .toList();
    }

    /// What a fact says for good without its words: how it is written down, if anything is left.
    Optional<String> instead(Fact left) {
        return Optional.of(new String(codec.encode(left).payload(), StandardCharsets.UTF_8));
    }

    /// The fact without its words; only its type is left.
    Recorded blank(Recorded fact) {
        return switch (fact.fact()) {
            case ErasedFact _, UnknownFact _ -> fact;
            default -> {
                Encoded encoded = codec.encode(fact.fact());
                yield with(fact, new ErasedFact(encoded.type(), encoded.version()));
            }
        };
    }

    static Recorded with(Recorded fact, Fact content) {
        return new Recorded(
                fact.id(), fact.hlc(), fact.recordedAt(), fact.occurredAt(), fact.actor(), fact.command(), content);
    }

    private Recorded read(Recorded fact, List<Redacted> erasures) {
        if (fact.fact() instanceof DeskFact) {
            // An erasure that another one stands for now.
            return fact.fact() instanceof Redacted ? blank(fact) : fact;
        }
        if (isAllWords(fact.fact())
                && erasures.stream().anyMatch(each -> each.instead().isEmpty())) {
            return blank(fact);
        }
        Optional<Fact> left = Optional.empty();
        for (Redacted each : erasures) {
            Optional<Fact> now = each.instead().flatMap(said -> left(fact.fact(), said));
            if (now.isPresent()) {
                left = left.isEmpty() ? now : Optional.of(both(left.get(), now.get()));
            }
        }
        return left.map(now -> with(fact, now)).orElse(fact);
    }

    /// Nothing if it is not this fact with paint on its words.
    private Optional<Fact> left(Fact stood, String said) {
        Optional<Encoded> kind = switch (stood) {
            case ErasedFact(var type, var version) -> Optional.of(new Encoded(type, version, new byte[0]));
            case UnknownFact _ -> Optional.empty();
            default -> Optional.of(codec.encode(stood));
        };
        return kind.map(of -> codec.decode(of.type(), of.version(), said.getBytes(StandardCharsets.UTF_8)))
                .filter(now -> !(now instanceof UnknownFact) && !(now instanceof DeskFact))
                .filter(now -> stood instanceof ErasedFact || paints(stood, now));
    }

    private static boolean paints(Fact stood, Fact now) {
        List<String> words = FreeWords.of(stood);
        List<String> over = FreeWords.of(now);
        if (!FreeWords.alike(stood, now) || words.size() != over.size()) {
            return false;
        }
        for (int i = 0; i < words.size(); i++) {
            if (!Blacked.paints(words.get(i), over.get(i))) {
                return false;
            }
        }
        return true;
    }

    /// Two desks erased different words of one fact: both are gone.
    private static Fact both(Fact one, Fact other) {
        List<String> mine = FreeWords.of(one);
        List<String> theirs = FreeWords.of(other);
        var words = new ArrayList<String>();
        for (int i = 0; i < mine.size(); i++) {
            words.add(i < theirs.size() ? Blacked.both(mine.get(i), theirs.get(i)) : Blacked.shortly(mine.get(i)));
        }
        return FreeWords.with(one, words).orElse(one);
    }
}
