package tocsin.ui.lessons;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tocsin.base.PersonId;
import tocsin.ui.kit.Words;

/// What was typed to narrow the lists. `overdue`, `all`, `@owner`, `factor:` and `inc:` mean what they say, in the
/// reader's language or in English; anything else is a word to be found.
record Sieve(
        boolean overdue,
        boolean all,
        List<String> owners,
        List<String> factors,
        List<String> incidents,
        List<String> words) {
    private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}\\p{N}]");

    static Sieve of(String typed, Words language) {
        boolean overdue = false;
        boolean all = false;
        var owners = new ArrayList<String>();
        var factors = new ArrayList<String>();
        var incidents = new ArrayList<String>();
        var words = new ArrayList<String>();
        for (String part : typed.strip().toLowerCase(Locale.ROOT).split("\\s+", -1)) {
            String factor = after(part, "factor:", language.get("lessons.word.factor"));
            String incident = after(part, "inc:", "inc:");
            if (part.equals("overdue") || part.equals(language.get("lessons.word.overdue"))) {
                overdue = true;
            } else if (part.equals("all") || part.equals(language.get("lessons.word.all"))) {
                all = true;
            } else if (part.startsWith("@")) {
                owners.add(part.substring(1));
            } else if (!factor.equals(part)) {
                factors.add(factor);
            } else if (!incident.equals(part)) {
                incidents.add(incident);
            } else if (!part.isEmpty()) {
                words.add(part);
            }
        }
        return new Sieve(
                overdue, all, List.copyOf(owners), List.copyOf(factors), List.copyOf(incidents), List.copyOf(words));
    }

    private static String after(String part, String english, String other) {
        return Stream.of(english, other)
                .filter(part::startsWith)
                .findFirst()
                .map(sign -> part.substring(sign.length()))
                .orElse(part);
    }

    /// What is settled is only seen by whoever asks for all.
    boolean fits(Owed owed, Instant now) {
        return (all || owed.item().open())
                && (!overdue || owed.overdue(now))
                && owners.stream().allMatch(name -> begins(owed.item().owner(), name))
                && factors.stream()
                        .allMatch(code -> owed.item()
                                .ties()
                                .factor()
                                .toLowerCase(Locale.ROOT)
                                .startsWith(code))
                && incidents.stream().allMatch(owed.lesson().incident().value().toLowerCase(Locale.ROOT)::contains)
                && words.stream().allMatch(owed.words()::contains);
    }

    /// A factor belongs to an action, so that nothing here is asked for by one.
    boolean fits(Case one, Instant now) {
        return factors.isEmpty()
                && (!overdue || one.overdue(now))
                && owners.stream()
                        .allMatch(name ->
                                one.owner().filter(owner -> begins(owner, name)).isPresent())
                && incidents.stream().allMatch(one.lesson().incident().value().toLowerCase(Locale.ROOT)::contains)
                && words.stream().allMatch(one.words()::contains);
    }

    /// A name is begun by any of its words, or by all of it written without spaces and points.
    private static boolean begins(PersonId owner, String begun) {
        String name = owner.name().toLowerCase(Locale.ROOT);
        return name.startsWith(begun)
                || name.contains(" " + begun)
                || (!letters(begun).isEmpty() && letters(name).startsWith(letters(begun)));
    }

    static String letters(String name) {
        return NO_LETTERS.matcher(name).replaceAll("");
    }

    /// The line with this part put in, or taken out where it stood.
    static String toggled(String typed, String part) {
        List<String> parts = Stream.of(typed.strip().split("\\s+", -1))
                .filter(each -> !each.isEmpty())
                .toList();
        return String.join(
                " ",
                parts.stream().anyMatch(part::equalsIgnoreCase)
                        ? parts.stream()
                                .filter(each -> !each.equalsIgnoreCase(part))
                                .toList()
                        : Stream.concat(parts.stream(), Stream.of(part)).toList());
    }
}
