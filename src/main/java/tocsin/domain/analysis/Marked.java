package tocsin.domain.analysis;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A mark that a node may carry, written in facts as a word so that a later version may have more of them.
public sealed interface Marked permits Ends, Category, FactorCode, FactorPart, Join, Differs, Held {
    String name();

    default String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    static <M extends Enum<M> & Marked> Optional<M> find(Class<M> family, List<String> words) {
        return Arrays.stream(family.getEnumConstants())
                .filter(mark -> words.contains(mark.word()))
                .findFirst();
    }
}
