package tocsin.cli;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import tocsin.app.Safe;

/// Reads one of a few words. A wrong one is answered with all that would have been right.
final class Word {
    private Word() {}

    static <E extends Enum<E>> E of(String what, E[] values, String word) {
        String name = word.strip().toUpperCase(Locale.ROOT).replace('-', '_');
        return Arrays.stream(values)
                .filter(value -> value.name().equals(name))
                .findFirst()
                .orElseThrow(() -> unknown(what, word, values, Word::spelled));
    }

    static <E> E of(String what, E[] values, Optional<E> read, String word, Function<E, String> spelling) {
        return read.orElseThrow(() -> unknown(what, word, values, spelling));
    }

    static String spelled(Enum<?> value) {
        return value.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    private static <E> Trouble unknown(String what, String word, E[] values, Function<E, String> spelling) {
        return Trouble.usage("no " + what + " is called \"" + Safe.cut(word, 40) + "\"; there are "
                + Arrays.stream(values).map(spelling).distinct().collect(Collectors.joining(", ")));
    }
}
