package tocsin.app.search;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import tocsin.domain.incident.Phase;
import tocsin.domain.incident.Refusal;
import tocsin.domain.severity.Severity;

/// What somebody is looking for. All of the words must be there, and every sort of chip that was given must hold; of
/// two
/// chips of one sort either may, but of tags and mentions all must. Immutable.
///
/// @param incidents parts of incident numbers
/// @param people parts of names
/// @param from the earliest moment, `before` the first that is too late
public record Query(
        List<Wanted> words,
        List<String> incidents,
        Set<Kind> kinds,
        List<Wanted> people,
        Optional<Instant> from,
        Optional<Instant> before,
        Set<Severity> severities,
        Set<Phase> states,
        Set<String> tags,
        Set<String> mentions,
        Set<Trait> traits) {

    /// What became of the words in the search line.
    public sealed interface Reading {
        record Read(Query query) implements Reading {}

        /// A chip that says nothing; the refusal names it and what it may say.
        record Unreadable(Refusal why) implements Reading {}
    }

    /// Words that must follow each other.
    record Wanted(List<Words.Word> words, Ending ending) {
        boolean isOpen() {
            return ending == Ending.OPEN;
        }
    }

    /// Whether the last word may go on: it is still being typed.
    enum Ending {
        WHOLE,
        OPEN
    }

    /// Reads a search line: words, `"phrases"`, `#tag`, `@person` and chips such as `kind:decision`. Times are read as
    /// of
    /// this moment in this zone.
    public static Reading read(String line, Instant now, ZoneId zone) {
        return new QueryReader(now, zone).read(line);
    }

    /// Nothing is asked for yet.
    public boolean isEmpty() {
        return words.isEmpty()
                && incidents.isEmpty()
                && kinds.isEmpty()
                && people.isEmpty()
                && from.isEmpty()
                && before.isEmpty()
                && severities.isEmpty()
                && states.isEmpty()
                && tags.isEmpty()
                && mentions.isEmpty()
                && traits.isEmpty();
    }
}
