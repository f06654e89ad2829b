package tocsin.ui.timeline;

import java.util.EnumSet;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import tocsin.domain.timeline.Entry;
import tocsin.domain.timeline.EntryKind;

/// Which entries are shown. What an act logged by itself is quiet unless asked for; what is pinned always shows.
public record Sieve(
        Set<EntryKind> kinds, Optional<String> by, Optional<String> tag, Optional<String> words, Pins pins) {
    public enum Pins {
        ALL,
        ONLY
    }

    /// Everything people wrote.
    public static final Sieve PEOPLE = new Sieve(
            Set.copyOf(EnumSet.complementOf(EnumSet.of(EntryKind.SYSTEM))),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Pins.ALL);

    public Sieve {
        kinds = Set.copyOf(kinds);
        by = by.map(Sieve::folded);
        tag = tag.map(Sieve::folded);
        words = words.map(Sieve::folded);
    }

    public Sieve with(EntryKind kind) {
        var more = EnumSet.copyOf(kinds);
        if (!more.remove(kind)) {
            more.add(kind);
        }
        return new Sieve(more, by, tag, words, pins);
    }

    public boolean passes(Entry entry) {
        if (pins == Pins.ONLY && !entry.pinned()) {
            return false;
        }
        if (!kinds.contains(entry.kind()) && !entry.pinned()) {
            return false;
        }
        return by.map(name -> folded(entry.by().name()).contains(name)).orElse(true)
                && tag.map(name -> entry.words().tags().stream()
                                .anyMatch(each -> folded(each).equals(name)))
                        .orElse(true)
                && words.map(some -> folded(entry.text()).contains(some)).orElse(true);
    }

    /// Everything people wrote again, and what acts logged if that was shown.
    Sieve cleared() {
        return kinds.contains(EntryKind.SYSTEM) ? PEOPLE.with(EntryKind.SYSTEM) : PEOPLE;
    }

    /// More than the machine's own lines is hidden.
    public boolean narrows() {
        return pins == Pins.ONLY
                || by.isPresent()
                || tag.isPresent()
                || words.isPresent()
                || !kinds.containsAll(PEOPLE.kinds);
    }

    private static String folded(String text) {
        return text.toLowerCase(Locale.ROOT).strip();
    }
}
