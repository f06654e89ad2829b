package tocsin.app;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Builds one object of a JSON tree in the order of its calls. Times, ids and people go in as their text, so that
/// whoever
/// writes the tree needs to know strings, numbers, truth values, lists and maps only.
final class Tree {
    private final Map<String, @Nullable Object> fields = new LinkedHashMap<>();

    Tree put(String name, Object value) {
        fields.put(name, plain(value));
        return this;
    }

    /// A promised field: null when absent.
    Tree promise(String name, Optional<?> value) {
        fields.put(name, value.isPresent() ? plain(value.get()) : null);
        return this;
    }

    /// A field that is left out when absent.
    Tree putIfPresent(String name, Optional<?> value) {
        value.ifPresent(present -> put(name, present));
        return this;
    }

    Tree putUnlessEmpty(String name, String text) {
        return text.isEmpty() ? this : put(name, text);
    }

    Tree putUnlessEmpty(String name, List<?> values) {
        return values.isEmpty() ? this : put(name, values);
    }

    Map<String, @Nullable Object> map() {
        return fields;
    }

    private static Object plain(Object value) {
        return switch (value) {
            case Tree tree -> tree.map();
            case List<?> list -> list.stream().map(Tree::plain).toList();
            case Map<?, ?> map -> map;
            case Integer _, Long _, Boolean _, String _ -> value;
            case Enum<?> constant -> word(constant);
            case Instant instant -> instant.toString();
            default -> value.toString();
        };
    }

    static String word(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
