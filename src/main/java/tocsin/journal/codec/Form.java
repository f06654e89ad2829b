package tocsin.journal.codec;

import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;

/// How the values of one Java type stand in JSON.
interface Form<T> {
    /// The parser stands on the value's first token, and is left on its last.
    T read(JsonParser in) throws MalformedJson;

    void write(JsonGenerator out, T value);

    /// A value that says "nothing here" is not written.
    default boolean isNothing(T value) {
        return false;
    }

    /// What a field that was not written reads as; null when it must be there.
    default @Nullable T nothing() {
        return null;
    }
}
