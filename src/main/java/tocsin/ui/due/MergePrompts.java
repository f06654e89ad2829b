package tocsin.ui.due;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tocsin.app.Gesture;
import tocsin.app.Safe;
import tocsin.base.IncidentId;
import tocsin.domain.incident.IncidentCommand;
import tocsin.domain.incident.Outcome;
import tocsin.domain.incident.Relation;
import tocsin.ui.due.Neighbours.Neighbour;
import tocsin.ui.kit.Prompt;
import tocsin.ui.kit.Words;
import tocsin.ui.sight.Asking;

/// What two incidents have to do with each other: joined, parted again, linked.
final class MergePrompts {
    private static final int MOST = 30;

    private final Asking asking;
    private final Neighbours neighbours;
    private final Words words;

    MergePrompts(Asking asking, Neighbours neighbours) {
        this.asking = asking;
        this.neighbours = neighbours;
        this.words = asking.words();
    }

    /// `003 reason` or the first word of a title.
    Prompt merge(List<Neighbour> live) {
        return Asking.line(words.get("owed.merge"), words.get("owed.merge.hint"), "", text -> {
            Picked picked = pick(live, text);
            if (picked.other().isEmpty()) {
                return picked.reading();
            }
            Neighbour other = picked.other().get();
            var into = new IncidentCommand.MergeInto(other.id(), picked.rest());
            if (asking.tried(into, Optional.empty()) instanceof Outcome.Refused(var refusal, var _)) {
                return asking.refused(refusal);
            }
            IncidentId here = asking.incident().id();
            return new Prompt.Ready(
                    words.get("owed.merge.go", named(other)),
                    List.of(words.get("owed.merge.effect")),
                    List.of(),
                    () -> neighbours.does(
                            List.of(
                                    new Gesture.Step(here, into),
                                    new Gesture.Step(other.id(), new IncidentCommand.Absorb(here))),
                            words.get("owed.merge.done", other.id().number())));
        });
    }

    Prompt part() {
        return Asking.line(words.get("owed.part"), words.get("owed.part.hint"), "", text -> {
            var command = new IncidentCommand.Unmerge(text.strip());
            if (asking.tried(command, Optional.empty()) instanceof Outcome.Refused(var refusal, var _)) {
                return asking.refused(refusal);
            }
            IncidentId here = asking.incident().id();
            IncidentId from = asking.incident().mergedInto().orElseThrow();
            return Prompt.Ready.of(
                    words.get("owed.part.go", from.number()),
                    () -> neighbours.does(
                            List.of(
                                    new Gesture.Step(here, command),
                                    new Gesture.Step(from, new IncidentCommand.Release(here))),
                            words.get("owed.part.done", from.number())));
        });
    }

    /// `003` links, `003 caused-by` says how; a link that stands already is taken away.
    Prompt link(List<Neighbour> live) {
        return Asking.line(words.get("owed.link"), words.get("owed.link.hint"), "", text -> {
            Picked picked = pick(live, text);
            if (picked.other().isEmpty()) {
                return picked.reading();
            }
            Neighbour other = picked.other().get();
            if (asking.incident().links().containsKey(other.id())
                    && picked.rest().isEmpty()) {
                return asking.reading(
                        new IncidentCommand.Unlink(other.id()),
                        words.get("owed.link.off", named(other)),
                        List.of(),
                        words.get("owed.link.off.done", other.id().number()));
            }
            Optional<Relation> relation = relation(picked.rest());
            return relation.isEmpty()
                    ? new Prompt.Wrong(words.get("owed.link.how"))
                    : asking.reading(
                            new IncidentCommand.Link(other.id(), relation.get()),
                            words.get("owed.link.go", word(relation.get()), named(other)),
                            List.of(),
                            words.get("owed.link.done", other.id().number()));
        });
    }

    private static Optional<Relation> relation(String said) {
        if (said.isEmpty()) {
            return Optional.of(Relation.RELATED);
        }
        String word = said.toLowerCase(Locale.ROOT).replace(' ', '-');
        for (Relation relation : Relation.values()) {
            if (spelled(relation).startsWith(word)) {
                return Optional.of(relation);
            }
        }
        return Optional.empty();
    }

    private static String spelled(Relation relation) {
        return relation.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private String word(Relation relation) {
        return switch (relation) {
            case RELATED -> words.get("owed.relation.related");
            case CAUSED_BY -> words.get("owed.relation.caused");
            case FOLLOWS -> words.get("owed.relation.follows");
            case PART_OF -> words.get("owed.relation.part");
        };
    }

    /// One that was meant, or what to read while it is not clear which.
    private record Picked(Optional<Neighbour> other, String rest, Prompt.Reading reading) {}

    private Picked pick(List<Neighbour> live, String text) {
        var said = Said.of(text);
        String wanted = said.first().toLowerCase(Locale.ROOT);
        List<Neighbour> found = live.stream()
                .filter(other -> matches(other, wanted))
                .limit(MOST)
                .toList();
        var options = new ArrayList<Prompt.Option>();
        for (Neighbour other : found) {
            options.add(Prompt.Option.of(
                    other.id().number() + " ",
                    Safe.cut(Safe.line(other.title()), 80),
                    other.id().number()));
        }
        Prompt.Reading reading = found.isEmpty()
                ? new Prompt.Wrong(
                        live.isEmpty() ? words.get("owed.merge.alone") : words.get("owed.merge.none", said.first()))
                : new Prompt.Wanting(words.get("owed.merge.which"), options);
        return found.size() == 1 && !wanted.isEmpty()
                ? new Picked(Optional.of(found.getFirst()), said.rest(), reading)
                : new Picked(Optional.empty(), said.rest(), reading);
    }

    /// By the end of its number, the whole of it, or how a word of its title begins.
    private static boolean matches(Neighbour other, String wanted) {
        String number = other.id().number().toLowerCase(Locale.ROOT);
        String title = " " + other.title().toLowerCase(Locale.ROOT);
        return wanted.isEmpty()
                || number.equals(wanted)
                || number.endsWith("-" + wanted)
                || title.contains(" " + wanted);
    }

    private static String named(Neighbour other) {
        return other.id().number() + ", " + Safe.cut(Safe.line(other.title()), 60);
    }
}
