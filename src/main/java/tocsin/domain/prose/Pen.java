package tocsin.domain.prose;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tocsin.base.DeskId;
import tocsin.base.PersonId;
import tocsin.domain.Recorded;
import tocsin.domain.prose.Prose.Change;
import tocsin.domain.prose.Prose.Part;
import tocsin.domain.prose.ProseFact.TextDeleted;
import tocsin.domain.prose.ProseFact.TextInserted;
import tocsin.domain.prose.Run.Place;

/// One person's hand in one text: what was typed and is not on disk yet, and what can be taken back. Taking back undoes
/// this hand's own acts and nobody else's, wherever the others have moved them meanwhile. Confined to one thread.
public final class Pen {
    /// As long as a run of typing grows before a new one begins.
    private static final int RUN_CHARS = 200;
    /// As long as a pasted run may be: 64 KB, however many bytes a char needs.
    private static final int PASTE_CHARS = 16_384;
    private static final int MOST_STEPS = 1_000;
    /// Of a step that is taken back by itself.
    public static final long ALONE = 0;

    /// What goes to the disk in one go, and into one fact.
    private static final int MOST_FACTS = 5_000;
    private static final int MOST_STRETCHES = 2_000;

    private final DeskId here;
    private final String section;
    private final Prose prose;
    private final PersonId author;
    private final Deque<Edit> unsent = new ArrayDeque<>();
    private final Deque<Sent> sent = new ArrayDeque<>();
    private final Deque<Step> past = new ArrayDeque<>();
    private final Deque<Step> future = new ArrayDeque<>();
    private @Nullable Run open;

    private sealed interface Edit {
        record Typed(Run run) implements Edit {}

        record Gone(Part part) implements Edit {}
    }

    /// Edits under way to the disk, as the one fact that holds them.
    private record Sent(ProseFact fact, List<Edit> edits) {}

    /// What is taken back in one go: characters that came, and characters that went with the words they were.
    ///
    /// @param together names what was done in several texts at once, or is [#ALONE]
    private record Step(List<Part> came, List<Went> went, long together) {}

    private record Went(Part part, String words) {}

    public Pen(DeskId here, String section, Prose prose, PersonId author) {
        this.here = here;
        this.section = section;
        this.prose = prose;
        this.author = author;
    }

    /// Words as a text can hold them: lines end with one sign, no half of a pair, no sign that only machines read.
    public static String fit(String words) {
        String lines =
                words.indexOf('\r') < 0 ? words : words.replace("\r\n", "\n").replace('\r', '\n');
        return lines.codePoints().allMatch(Pen::fits)
                ? lines
                : lines.codePoints()
                        .map(point -> fits(point) ? point : 0xFFFD)
                        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                        .toString();
    }

    private static boolean fits(int point) {
        boolean half = point >= Character.MIN_SURROGATE && point <= Character.MAX_SURROGATE;
        return !half && (point >= ' ' || point == '\n' || point == '\t');
    }

    /// What the editor did: at this place so many chars went and these [fit][#fit] words came.
    public void write(int at, int removed, String words) {
        Step step = change(at, removed, words);
        future.clear();
        Step last = past.peekLast();
        if (last != null && goesOn(last, step, words)) {
            past.pollLast();
            var came = new ArrayList<>(last.came());
            came.addAll(step.came());
            past.addLast(new Step(came, last.went(), ALONE));
        } else {
            keep(step);
        }
    }

    /// The same for several changes, each on what the ones before it left: they are taken back in one go.
    public void writeAll(List<Change> all) {
        writeAll(all, ALONE);
    }

    /// The same as a part of what is done in several texts at once, and is [taken back][#undo(long)] in all of them.
    /// Without changes it only keeps the place of it among this hand's acts.
    public void writeAll(List<Change> all, long together) {
        var came = new ArrayList<Part>();
        var went = new ArrayList<Went>();
        for (Change each : all) {
            Step step = change(each.at(), each.removed(), each.words());
            came.addAll(step.came());
            went.addAll(step.went());
        }
        open = null;
        future.clear();
        keep(new Step(came, went, together));
    }

    /// What this hand did by another way than writing: facts that came just now. They are taken back like the rest.
    public void adopt(List<Recorded> facts) {
        var came = new ArrayList<Part>();
        var went = new ArrayList<Went>();
        for (Recorded recorded : facts) {
            switch (recorded.fact()) {
                case TextInserted _ -> prose.part(recorded.id()).ifPresent(came::add);
                case TextDeleted(var _, var stretches) ->
                    stretches.forEach(stretch -> prose.part(stretch)
                            .ifPresent(part ->
                                    went.add(new Went(part, part.run().words(part.from(), part.to())))));
                default -> {}
            }
        }
        open = null;
        future.clear();
        keep(new Step(came, went, ALONE));
    }

    private void keep(Step step) {
        past.addLast(step);
        if (past.size() > MOST_STEPS) {
            past.pollFirst();
        }
    }

    /// A word is taken back at once and not letter by letter.
    private static boolean goesOn(Step last, Step step, String words) {
        boolean joined = last.together() != ALONE;
        if (joined
                || !last.went().isEmpty()
                || !step.went().isEmpty()
                || last.came().isEmpty()
                || words.length() > 2) {
            return false;
        }
        Part end = last.came().getLast();
        Part next = step.came().getFirst();
        boolean follows = next.run() == end.run() && next.from() == end.to();
        boolean newWord =
                !words.isBlank() && end.run().words(end.to() - 1, end.to()).isBlank();
        return follows && !newWord && !words.contains("\n");
    }

    private Step change(int at, int removed, String words) {
        var went = new ArrayList<Went>();
        for (Part part : prose.parts(at, at + removed)) {
            went.add(new Went(part, part.run().words(part.from(), part.to())));
            remove(part);
        }
        return new Step(insert(at, words), went, ALONE);
    }

    private void remove(Part part) {
        prose.remove(part);
        unsent.add(new Edit.Gone(part));
    }

    private List<Part> insert(int at, String words) {
        var came = new ArrayList<Part>();
        int begin = 0;
        while (begin < words.length()) {
            int end = Math.min(words.length(), begin + PASTE_CHARS);
            if (end < words.length() && Character.isHighSurrogate(words.charAt(end - 1))) {
                end--;
            }
            came.add(insertRun(at + begin, words.substring(begin, end)));
            begin = end;
        }
        return came;
    }

    private Part insertRun(int at, String words) {
        Place place = prose.placeFor(at);
        Run going = open;
        if (going != null
                && place.run() == going
                && place.side() == Side.AFTER
                && !going.pieces.getLast().gone
                && going.chars(going.points()) + words.length() <= RUN_CHARS) {
            int from = going.points();
            prose.grow(going, words);
            return new Part(going, from, going.points());
        }
        var run = new Run(null, words, place, author, Instant.EPOCH);
        prose.plant(run);
        unsent.add(new Edit.Typed(run));
        open = run;
        return new Part(run, 0, run.points());
    }

    /// Whether everything typed is on disk.
    public boolean clean() {
        return unsent.isEmpty() && sent.isEmpty();
    }

    /// What can be written down now; it is under way until its facts [come back][#takes] or it is
    /// [given back][#giveBack]. Words that hang on others under way wait until those have their facts.
    public List<ProseFact> send() {
        open = null;
        var gone = new ArrayList<Edit>();
        var stretches = new ArrayList<Stretch>();
        var rest = new ArrayList<Edit>();
        var facts = new ArrayList<ProseFact>();
        for (Edit edit : unsent) {
            switch (edit) {
                case Edit.Typed(var run) -> {
                    Optional<ProseFact> fact = facts.size() < MOST_FACTS ? inserted(run) : Optional.empty();
                    if (fact.isPresent()) {
                        sent.add(new Sent(fact.get(), List.of(edit)));
                        facts.add(fact.get());
                    } else {
                        rest.add(edit);
                    }
                }
                case Edit.Gone(var part) -> {
                    if (part.run().fact().isPresent() && stretches.size() < MOST_STRETCHES) {
                        gone.add(edit);
                        add(stretches, new Stretch(part.run().fact().get(), part.from(), part.to()));
                    } else {
                        rest.add(edit);
                    }
                }
            }
        }
        if (!gone.isEmpty()) {
            var fact = new TextDeleted(section, List.copyOf(stretches));
            sent.add(new Sent(fact, List.copyOf(gone)));
            facts.add(fact);
        }
        unsent.clear();
        unsent.addAll(rest);
        return facts;
    }

    private Optional<ProseFact> inserted(Run run) {
        Place place = run.place();
        Run parent = place.run();
        if (parent == null) {
            return Optional.of(new TextInserted(section, Optional.empty(), place.side(), run.words(0, run.points())));
        }
        return parent.fact()
                .map(fact -> new TextInserted(
                        section,
                        Optional.of(new Spot(fact, place.offset())),
                        place.side(),
                        run.words(0, run.points())));
    }

    /// Deleting backwards letter by letter is one stretch.
    private static void add(List<Stretch> stretches, Stretch next) {
        Stretch last = stretches.isEmpty() ? null : stretches.getLast();
        if (last != null && last.run().equals(next.run()) && last.from() == next.to()) {
            stretches.set(stretches.size() - 1, new Stretch(next.run(), next.from(), last.to()));
        } else if (last != null && last.run().equals(next.run()) && last.to() == next.from()) {
            stretches.set(stretches.size() - 1, new Stretch(next.run(), last.from(), next.to()));
        } else {
            stretches.add(next);
        }
    }

    /// Whether this fact is what was under way; its characters have their names then.
    public boolean takes(Recorded recorded) {
        Sent first = sent.peekFirst();
        if (first == null || !recorded.id().desk().equals(here) || !first.fact().equals(recorded.fact())) {
            return false;
        }
        sent.pollFirst();
        for (Edit edit : first.edits()) {
            if (edit instanceof Edit.Typed(var run)) {
                prose.named(run, recorded.id());
            }
        }
        return true;
    }

    /// What was under way did not arrive, and is to be sent again.
    public void giveBack() {
        var again = new ArrayList<Edit>();
        sent.forEach(under -> again.addAll(under.edits()));
        again.addAll(unsent);
        sent.clear();
        unsent.clear();
        unsent.addAll(again);
    }

    /// Takes the last act back and tells what became of the text; empty if there is none.
    public List<Change> undo() {
        return turn(past, future);
    }

    public List<Change> redo() {
        return turn(future, past);
    }

    /// What the next [#undo] would take back was done in several texts under this name, or [#ALONE].
    public long undoes() {
        return past.isEmpty() ? ALONE : past.getLast().together();
    }

    public long redoes() {
        return future.isEmpty() ? ALONE : future.getLast().together();
    }

    /// Takes back what was done here under this name, whatever was written since.
    public List<Change> undo(long together) {
        return turn(together, past, future);
    }

    public List<Change> redo(long together) {
        return turn(together, future, past);
    }

    private List<Change> turn(long together, Deque<Step> from, Deque<Step> to) {
        Optional<Step> found =
                from.stream().filter(step -> step.together() == together).findFirst();
        if (found.isEmpty()) {
            return List.of();
        }
        from.remove(found.get());
        var changes = new ArrayList<Change>();
        to.addLast(turned(found.get(), changes));
        open = null;
        return changes;
    }

    private List<Change> turn(Deque<Step> from, Deque<Step> to) {
        var changes = new ArrayList<Change>();
        // What somebody else has deleted meanwhile leaves nothing to take back.
        while (changes.isEmpty() && !from.isEmpty()) {
            Step turned = turned(from.pollLast(), changes);
            if (!changes.isEmpty()) {
                to.addLast(turned);
            }
        }
        open = null;
        return changes;
    }

    /// Takes a step back, tells the changes, and returns the step the other way.
    private Step turned(Step step, List<Change> changes) {
        var came = new ArrayList<Part>();
        var went = new ArrayList<Went>();
        for (Part part : step.came().reversed()) {
            for (Part standing : prose.standing(part)) {
                String words = standing.run().words(standing.from(), standing.to());
                remove(standing);
                went.addFirst(new Went(standing, words));
                changes.add(new Change(prose.place(standing.run(), standing.from()), words.length(), ""));
            }
        }
        // From the first to the last: each stands where it stood, behind the ones that came back before it.
        for (Went gone : step.went()) {
            int at = prose.place(gone.part().run(), gone.part().from());
            came.addAll(insert(at, gone.words()));
            changes.add(new Change(at, 0, gone.words()));
        }
        return new Step(came, went, step.together());
    }
}
