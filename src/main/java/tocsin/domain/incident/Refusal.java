package tocsin.domain.incident;

import java.util.Arrays;
import java.util.List;

/// Why not, as a key into the texts with the words that fill it. The text says what would lift the refusal.
public record Refusal(String key, List<String> arguments) {
    static Refusal of(String key, Object... arguments) {
        return new Refusal(
                "refused." + key, Arrays.stream(arguments).map(Object::toString).toList());
    }
}
