package tocsin.domain.prose;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tocsin.base.DeskId;
import tocsin.base.FactId;
import tocsin.base.PersonId;
import tocsin.domain.Recorded;
import tocsin.domain.prose.ProseFact.TextDeleted;
import tocsin.domain.prose.ProseFact.TextInserted;
import tocsin.domain.prose.Run.Place;

/// One text as folded from its facts, in whatever order and however often they come: desks that hold the same facts
/// hold
/// the same text. The order of the characters is Fugue's: each hangs before or after another, a run of typing hangs on
/// one
/// place, and rivals for a place stand in the order of their desks and numbers.
///
/// What a person is typing here and no fact holds yet is in it too, planted by a [Pen], so that an editor has one text
/// and
/// never two. Places are in Java's chars, as editors count; facts count code points. Mutable and confined to one
/// thread.
/// Nothing recurses: plain typing makes chains as deep as the text is long.
public final class Prose {
    private final Pieces pieces = new Pieces();
    private final List<Run> beginnings = new ArrayList<>();
    private final Map<FactId, Run> runs = new HashMap<>();
    private final Map<FactId, List<Recorded>> waitingWords = new HashMap<>();
    private final Map<FactId, List<Stretch>> waitingDeletions = new HashMap<>();
    private final Deque<Recorded> ready = new ArrayDeque<>();
    private final DeskId here;
    private @Nullable List<Change> changes;

    /// At this place so many chars went, and these words came.
    public record Change(int at, int removed, String words) {}

    /// Neighbouring characters that came with one fact, as they stand in the text.
    public record Passage(int from, int to, PersonId author, Instant at, Optional<FactId> fact) {}

    public Prose(DeskId here) {
        this.here = here;
    }

    public int length() {
        return pieces.chars();
    }

    public String text() {
        return pieces.text(0, pieces.chars());
    }

    public String text(int from, int to) {
        return pieces.text(from, to);
    }

    /// Takes in a fact; twice is once, and one that hangs on an unknown fact waits for it.
    public void take(Recorded recorded) {
        ready.add(recorded);
        settle();
    }

    private void settle() {
        for (Recorded next = ready.poll(); next != null; next = ready.poll()) {
            switch (next.fact()) {
                case TextInserted inserted -> insert(next, inserted);
                case TextDeleted deleted -> deleted.stretches().forEach(this::delete);
                default -> {}
            }
        }
    }

    /// The same, telling what became of the text, one change after the other.
    public List<Change> taking(Recorded recorded) {
        var told = new ArrayList<Change>();
        changes = told;
        take(recorded);
        changes = null;
        return List.copyOf(told);
    }

    /// How many facts that have come hang on facts that have not.
    public int waiting() {
        return waitingWords.values().stream().mapToInt(List::size).sum()
                + waitingDeletions.values().stream().mapToInt(List::size).sum();
    }

    public boolean holds(FactId fact) {
        return runs.containsKey(fact);
    }

    /// The whole text in passages, from the beginning.
    public List<Passage> passages() {
        var all = new ArrayList<Passage>();
        var at = new int[1];
        pieces.forEach(piece -> {
            int size = piece.chars();
            if (size > 0) {
                Passage last = all.isEmpty() ? null : all.getLast();
                Optional<FactId> fact = piece.run.fact();
                if (last != null
                        && last.author().equals(piece.run.author)
                        && last.fact().equals(fact)) {
                    all.set(all.size() - 1, new Passage(last.from(), at[0] + size, last.author(), last.at(), fact));
                } else {
                    all.add(new Passage(at[0], at[0] + size, piece.run.author, piece.run.at, fact));
                }
                at[0] += size;
            }
        });
        return List.copyOf(all);
    }

    /// The same for a stretch of it, without a walk through the rest; passages may go on beyond its ends.
    public List<Passage> passages(int from, int to) {
        var all = new ArrayList<Passage>();
        int at = from;
        while (at < Math.min(to, length())) {
            Pieces.Found found = pieces.at(at);
            if (found == null) {
                break;
            }
            Run run = found.piece().run;
            int begin = at - found.within();
            int end = begin + found.piece().chars();
            all.add(new Passage(begin, end, run.author, run.at, run.fact()));
            at = end;
        }
        return List.copyOf(all);
    }

    /// The character at this place, for as long as there is a text; nothing at the end or where no fact holds it yet.
    public Optional<Spot> spot(int place) {
        Pieces.Found found = pieces.at(place);
        if (found == null) {
            return Optional.empty();
        }
        int offset = offset(found);
        return found.piece().run.fact().map(fact -> new Spot(fact, offset));
    }

    /// The characters of a stretch of the text, as far as facts hold them.
    public List<Stretch> stretches(int from, int to) {
        var all = new ArrayList<Stretch>();
        for (Part part : parts(from, to)) {
            part.run().fact().ifPresent(fact -> all.add(new Stretch(fact, part.from(), part.to())));
        }
        return List.copyOf(all);
    }

    /// Every place where these words stand, also where some or all of their letters have been deleted since. For what
    /// must
    /// not be kept; a walk through everything that was ever written here.
    public List<Stretch> whereabouts(String words) {
        return words.isEmpty() ? List.of() : Whereabouts.in(pieces).of(words);
    }

    /// Where this character stands, or where it stood if it is gone; nothing if it never came.
    public OptionalInt place(Spot spot) {
        Run run = runs.get(spot.run());
        return run == null ? OptionalInt.empty() : OptionalInt.of(place(run, within(run, spot.offset())));
    }

    int place(Run run, int offset) {
        Piece piece = run.piece(offset);
        int within = piece.gone ? 0 : run.chars(offset) - run.chars(piece.from);
        return pieces.place(piece) + within;
    }

    private void insert(Recorded recorded, TextInserted fact) {
        if (runs.containsKey(recorded.id()) || fact.words().isEmpty()) {
            return;
        }
        Optional<FactId> beside = fact.beside().map(Spot::run);
        Run parent = beside.map(runs::get).orElse(null);
        if (beside.isPresent() && parent == null) {
            waitingWords.computeIfAbsent(beside.get(), _ -> new ArrayList<>()).add(recorded);
            return;
        }
        Place place = parent == null
                ? new Place(null, 0, Side.AFTER)
                : hangsAt(parent, within(parent, fact.beside().get().offset()), fact.side());
        var run = new Run(recorded.id(), fact.words(), place, recorded.actor(), recorded.recordedAt());
        hang(run);
        tell(() -> new Change(place(run, 0), 0, fact.words()));
        known(recorded.id(), run);
    }

    /// After a character that has a next one in its run is the same as before that one.
    private static Place hangsAt(Run parent, int offset, Side side) {
        return side == Side.AFTER && offset < parent.points() - 1
                ? new Place(parent, offset + 1, Side.BEFORE)
                : new Place(parent, offset, side);
    }

    /// A fact from outside may name a character that its run never had.
    private static int within(Run run, int offset) {
        return Math.clamp(offset, 0, run.points() - 1);
    }

    private void known(FactId fact, Run run) {
        runs.put(fact, run);
        List<Stretch> gone = waitingDeletions.remove(fact);
        if (gone != null) {
            gone.forEach(this::delete);
        }
        List<Recorded> words = waitingWords.remove(fact);
        if (words != null) {
            ready.addAll(words);
        }
    }

    private void delete(Stretch stretch) {
        Run run = runs.get(stretch.run());
        if (run == null) {
            waitingDeletions
                    .computeIfAbsent(stretch.run(), _ -> new ArrayList<>())
                    .add(stretch);
            return;
        }
        remove(run, Math.max(0, stretch.from()), Math.min(run.points(), stretch.to()));
    }

    private void remove(Run run, int from, int to) {
        int offset = from;
        while (offset < to) {
            Piece piece = run.piece(offset);
            if (!piece.gone) {
                piece = pieces.cut(piece, offset);
                if (piece.to > to) {
                    pieces.cut(piece, to);
                }
                int size = piece.chars();
                pieces.goes(piece);
                Piece went = piece;
                tell(() -> new Change(pieces.place(went), size, ""));
            }
            offset = piece.to;
        }
    }

    private void tell(Supplier<Change> change) {
        List<Change> listening = changes;
        if (listening != null) {
            listening.add(change.get());
        }
    }

    /// Puts a run among its rivals and its characters into the text.
    private void hang(Run run) {
        Place place = run.place();
        Run parent = place.run();
        List<Run> rivals = parent == null ? beginnings : parent.hangers(place.offset(), place.side());
        int index = rivals.size();
        while (index > 0 && rank(run, rivals.get(index - 1)) < 0) {
            index--;
        }
        var piece = new Piece(run, 0, run.points());
        run.pieces.add(piece);
        if (index < rivals.size()) {
            pieces.before(first(rivals.get(index)), piece);
        } else if (place.side() == Side.BEFORE && parent != null) {
            Piece standing = parent.piece(place.offset());
            pieces.before(pieces.cut(standing, place.offset()), piece);
        } else if (index > 0) {
            pieces.after(last(rivals.get(index - 1)), piece);
        } else if (parent == null) {
            pieces.first(piece);
        } else {
            pieces.after(parent.pieces.getLast(), piece);
        }
        rivals.add(index, run);
    }

    /// Those that no fact holds yet will get this desk's next numbers: among this desk's they come last, in the order
    /// they
    /// were typed.
    private int rank(Run one, Run other) {
        int byDesk = desk(one).compareTo(desk(other));
        return byDesk != 0 ? byDesk : Long.compare(number(one), number(other));
    }

    private DeskId desk(Run run) {
        return run.fact().map(FactId::desk).orElse(here);
    }

    private static long number(Run run) {
        return run.fact().map(FactId::seq).orElse(Long.MAX_VALUE);
    }

    private static Piece first(Run run) {
        Run first = run;
        while (!first.before(0).isEmpty()) {
            first = first.before(0).getFirst();
        }
        return first.pieces.getFirst();
    }

    private static Piece last(Run run) {
        Run last = run;
        while (!last.after().isEmpty()) {
            last = last.after().getLast();
        }
        return last.pieces.getLast();
    }

    /// Neighbouring characters of one run.
    record Part(Run run, int from, int to) {}

    List<Part> parts(int from, int to) {
        var all = new ArrayList<Part>();
        int at = from;
        while (at < to) {
            Pieces.Found found = pieces.at(at);
            if (found == null) {
                break;
            }
            Piece piece = found.piece();
            Run run = piece.run;
            int begin = run.chars(piece.from) + found.within();
            int end = Math.min(run.chars(piece.to), begin + to - at);
            int first = run.offset(begin);
            // Half of a pair is the whole of it.
            int last = Math.max(first + 1, run.offset(end));
            all.add(new Part(run, first, last));
            at += Math.max(1, run.chars(last) - begin);
        }
        return all;
    }

    /// All characters that came with a fact.
    Optional<Part> part(FactId fact) {
        return Optional.ofNullable(runs.get(fact)).map(run -> new Part(run, 0, run.points()));
    }

    Optional<Part> part(Stretch stretch) {
        return part(stretch.run())
                .map(all -> new Part(all.run(), Math.max(0, stretch.from()), Math.min(all.to(), stretch.to())))
                .filter(part -> part.from() < part.to());
    }

    /// What is left of these characters, from the first to the last.
    List<Part> standing(Part part) {
        var left = new ArrayList<Part>();
        int offset = part.from();
        while (offset < part.to()) {
            Piece piece = part.run().piece(offset);
            int end = Math.min(piece.to, part.to());
            if (!piece.gone) {
                left.add(new Part(part.run(), offset, end));
            }
            offset = end;
        }
        return left;
    }

    void remove(Part part) {
        remove(part.run(), part.from(), part.to());
    }

    /// Where words typed at this place hang: after the character before it, or before the next one where something
    /// hangs
    /// there already.
    Place placeFor(int at) {
        Pieces.Found left = at == 0 ? null : pieces.at(at - 1);
        if (left == null) {
            return beginnings.isEmpty()
                    ? new Place(null, 0, Side.AFTER)
                    : new Place(leftmost(beginnings.getFirst()), 0, Side.BEFORE);
        }
        Run run = left.piece().run;
        int offset = offset(left);
        if (offset < run.points() - 1) {
            List<Run> between = run.before(offset + 1);
            return between.isEmpty()
                    ? new Place(run, offset + 1, Side.BEFORE)
                    : new Place(leftmost(between.getFirst()), 0, Side.BEFORE);
        }
        return run.after().isEmpty()
                ? new Place(run, offset, Side.AFTER)
                : new Place(leftmost(run.after().getFirst()), 0, Side.BEFORE);
    }

    private static Run leftmost(Run run) {
        return first(run).run;
    }

    private static int offset(Pieces.Found found) {
        Run run = found.piece().run;
        return run.offset(run.chars(found.piece().from) + found.within());
    }

    /// Typed words, before any fact holds them.
    void plant(Run run) {
        hang(run);
    }

    /// More words at the end of a run that is still being typed.
    void grow(Run run, String words) {
        Piece piece = run.pieces.getLast();
        run.grow(words);
        piece.to = run.points();
        pieces.grew(piece, words.length());
    }

    /// A fact holds now what was typed.
    void named(Run run, FactId fact) {
        run.name(fact);
        known(fact, run);
        settle();
    }
}
