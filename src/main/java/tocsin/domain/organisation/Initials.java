package tocsin.domain.organisation;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tocsin.base.PersonId;

/// The initials that a name gives by itself.
public final class Initials {
    private static final int MOST = 3;

    private Initials() {}

    /// First letters of the first words; empty where the name has no letters.
    public static String of(PersonId person) {
        return Stream.of(person.name().split("[^\\p{L}\\p{N}]+", -1))
                .filter(word -> !word.isEmpty())
                .map(word -> word.substring(0, word.offsetByCodePoints(0, 1)).toUpperCase(Locale.ROOT))
                .limit(MOST)
                .collect(Collectors.joining());
    }
}
