package tocsin.ui.kit;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// Several things asked in one prompt: each row is a name, a colon and what is said; a row without a name goes on with
/// the
/// one above it. The rows may stand in any order, and one may be left out.
public record Fields(List<Field> fields) {
    /// One row.
    ///
    /// @param key by which the program knows it
    /// @param name as it stands in the row, in the reader's language
    public record Field(String key, String name, String value) {}

    /// What was said in the rows.
    public record Said(Map<String, String> byKey) {
        /// Blank where nothing was said.
        public String of(String key) {
            return byKey.getOrDefault(key, "");
        }
    }

    public Fields {
        fields = List.copyOf(fields);
    }

    /// What stands in the prompt when it opens.
    public String draft() {
        return fields.stream().map(field -> field.name() + ": " + field.value()).collect(Collectors.joining("\n"));
    }

    public int rows() {
        return Math.min(9, fields.size() + 1);
    }

    /// What is said now, by key; blank where nothing is.
    public Said read(String text) {
        var said = new LinkedHashMap<String, String>();
        fields.forEach(field -> said.put(field.key(), ""));
        Optional<Field> last = Optional.empty();
        for (String row : text.split("\n", -1)) {
            Optional<Field> named = named(row);
            if (named.isPresent()) {
                last = named;
                said.put(named.get().key(), row.substring(row.indexOf(':') + 1).strip());
            } else if (!row.isBlank()) {
                Field field = last.orElse(fields.getFirst());
                said.merge(field.key(), row.strip(), (above, more) -> (above + " " + more).strip());
            }
        }
        return new Said(said);
    }

    private Optional<Field> named(String row) {
        int colon = row.indexOf(':');
        if (colon < 0) {
            return Optional.empty();
        }
        String name = row.substring(0, colon).strip().toLowerCase(Locale.ROOT);
        return fields.stream()
                .filter(field -> field.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst();
    }

    /// The names of what nothing was said about, of those that are asked for.
    public String missing(Said said, List<String> needed) {
        return fields.stream()
                .filter(field ->
                        needed.contains(field.key()) && said.of(field.key()).isBlank())
                .map(Field::name)
                .collect(Collectors.joining(", "));
    }
}
