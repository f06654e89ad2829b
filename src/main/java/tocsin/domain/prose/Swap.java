package tocsin.domain.prose;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import tocsin.domain.prose.ProseFact.TextDeleted;
import tocsin.domain.prose.ProseFact.TextInserted;
import tocsin.domain.prose.Run.Place;

/// Other words in the place of some, as the facts it takes while the text stands as it does. For whoever decides about
/// words and does not type them.
///
/// @param gone what still stands of the words that go; empty if somebody has taken them away already
public record Swap(List<Stretch> gone, List<ProseFact> facts) {
    public Swap {
        gone = List.copyOf(gone);
        facts = List.copyOf(facts);
    }

    /// Words that are to stand instead of some, and beside which character if of those none is left.
    public record Wish(List<Stretch> gone, Optional<Spot> beside, Side side, String words) {}

    /// Nothing while the place hangs on words that no fact holds yet. What old and new words begin and end with alike
    /// stays, and with it whatever is said about it.
    public static Optional<Swap> of(String section, Prose prose, Wish wish) {
        List<Stretch> standing = standing(prose, wish.gone());
        if (standing.isEmpty() && wish.words().isEmpty()) {
            return Optional.of(new Swap(standing, List.of()));
        }
        OptionalInt at = at(prose, standing, wish);
        if (at.isEmpty()) {
            return Optional.empty();
        }
        int from = at.getAsInt();
        String old = together(prose, standing, from);
        int alike = alike(old, wish.words());
        int behind = alikeBehind(old.substring(alike), wish.words().substring(alike));
        List<Stretch> goes = old.isEmpty() ? standing : prose.stretches(from + alike, from + old.length() - behind);
        String comes = wish.words().substring(alike, wish.words().length() - behind);
        var facts = new ArrayList<ProseFact>();
        if (!comes.isEmpty()) {
            Place place = prose.placeFor(from + alike);
            Run beside = place.run();
            Optional<Spot> spot =
                    Optional.ofNullable(beside).flatMap(Run::fact).map(fact -> new Spot(fact, place.offset()));
            if (beside != null && spot.isEmpty()) {
                return Optional.empty();
            }
            facts.add(new TextInserted(section, spot, place.side(), comes));
        }
        if (!goes.isEmpty()) {
            facts.add(new TextDeleted(section, goes));
        }
        return Optional.of(new Swap(standing, facts));
    }

    /// What stands of the words as one; nothing if somebody wrote between them.
    private static String together(Prose prose, List<Stretch> standing, int from) {
        if (standing.isEmpty()) {
            return "";
        }
        Stretch last = standing.getLast();
        OptionalInt end = prose.place(new Spot(last.run(), last.to() - 1));
        int to = end.isPresent() ? end(prose, end.getAsInt()) : from;
        return points(prose.stretches(from, to)) == points(standing) ? prose.text(from, to) : "";
    }

    private static int points(List<Stretch> stretches) {
        return stretches.stream().mapToInt(part -> part.to() - part.from()).sum();
    }

    /// How many chars both begin with, no half of a pair among them.
    private static int alike(String one, String other) {
        int most = Math.min(one.length(), other.length());
        int same = 0;
        while (same < most && one.charAt(same) == other.charAt(same)) {
            same++;
        }
        return same > 0 && Character.isHighSurrogate(one.charAt(same - 1)) ? same - 1 : same;
    }

    private static int alikeBehind(String one, String other) {
        int most = Math.min(one.length(), other.length());
        int same = 0;
        while (same < most && one.charAt(one.length() - 1 - same) == other.charAt(other.length() - 1 - same)) {
            same++;
        }
        return same > 0 && Character.isLowSurrogate(one.charAt(one.length() - same)) ? same - 1 : same;
    }

    private static OptionalInt at(Prose prose, List<Stretch> standing, Wish wish) {
        if (!standing.isEmpty()) {
            return prose.place(first(standing.getFirst()));
        }
        if (wish.beside().isEmpty()) {
            return OptionalInt.of(0);
        }
        Spot beside = wish.beside().get();
        OptionalInt place = prose.place(beside);
        boolean after = wish.side() == Side.AFTER
                && place.isPresent()
                && prose.spot(place.getAsInt()).equals(wish.beside());
        return after ? OptionalInt.of(end(prose, place.getAsInt())) : place;
    }

    /// After this character, which may be a pair.
    private static int end(Prose prose, int place) {
        return place
                + Character.charCount(
                        prose.text(place, Math.min(prose.length(), place + 2)).codePointAt(0));
    }

    /// What is left of these characters, in the order of the text.
    public static List<Stretch> standing(Prose prose, List<Stretch> stretches) {
        var left = new ArrayList<Stretch>();
        for (Stretch stretch : stretches) {
            OptionalInt from = prose.place(first(stretch));
            OptionalInt last = prose.place(new Spot(stretch.run(), stretch.to() - 1));
            if (from.isEmpty() || last.isEmpty()) {
                continue;
            }
            int to = Math.min(prose.length(), last.getAsInt() + 1);
            for (Stretch part : prose.stretches(from.getAsInt(), to)) {
                int begin = Math.max(part.from(), stretch.from());
                int end = Math.min(part.to(), stretch.to());
                if (part.run().equals(stretch.run()) && begin < end) {
                    left.add(new Stretch(part.run(), begin, end));
                }
            }
        }
        return left;
    }

    private static Spot first(Stretch stretch) {
        return new Spot(stretch.run(), stretch.from());
    }
}
