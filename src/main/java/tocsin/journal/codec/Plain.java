package tocsin.journal.codec;

import java.time.DateTimeException;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import tocsin.base.CommandId;
import tocsin.base.FactId;
import tocsin.base.Limits;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/// Forms of values that are one JSON string or number.
final class Plain {
    /// Longer than any id, name or time.
    private static final int WORD_CHARS = 200;

    private Plain() {}

    record Text() implements Form<String> {
        @Override
        public String read(JsonParser in) throws MalformedJson {
            return string(in);
        }

        @Override
        public void write(JsonGenerator out, String value) {
            if (value.length() > Limits.JSON_STRING_CHARS) {
                throw new IllegalArgumentException("a text of a fact has " + value.length()
                        + " characters, the limit is " + Limits.JSON_STRING_CHARS);
            }
            out.writeString(Unicode.wellFormed(value));
        }
    }

    record Int() implements Form<Integer> {
        @Override
        public Integer read(JsonParser in) throws MalformedJson {
            expect(in, JsonToken.VALUE_NUMBER_INT, "a whole number");
            return in.getIntValue();
        }

        @Override
        public void write(JsonGenerator out, Integer value) {
            out.writeNumber(value.intValue());
        }
    }

    record Whole() implements Form<Long> {
        @Override
        public Long read(JsonParser in) throws MalformedJson {
            expect(in, JsonToken.VALUE_NUMBER_INT, "a whole number");
            return in.getLongValue();
        }

        @Override
        public void write(JsonGenerator out, Long value) {
            out.writeNumber(value.longValue());
        }
    }

    /// A value that prints itself as a short string and can be made from it.
    record Word<T>(String what, Function<String, T> make) implements Form<T> {
        static <T> Word<T> of(String what, Function<String, T> make) {
            return new Word<>(what, make);
        }

        @Override
        public T read(JsonParser in) throws MalformedJson {
            String word = string(in);
            if (word.length() <= WORD_CHARS) {
                try {
                    return make.apply(word);
                } catch (IllegalArgumentException | DateTimeException | ArithmeticException unfit) {
                    // Said below.
                }
            }
            throw new MalformedJson("not " + what + ": " + word);
        }

        @Override
        public void write(JsonGenerator out, T value) {
            out.writeString(Unicode.wellFormed(value.toString()));
        }
    }

    record Constant<E extends Enum<?>>(String what, Map<String, E> byName) implements Form<E> {
        static Constant<?> of(Class<?> type) {
            var byName = new HashMap<String, Enum<?>>();
            for (Object constant : type.getEnumConstants()) {
                byName.put(((Enum<?>) constant).name(), (Enum<?>) constant);
            }
            return new Constant<>(type.getSimpleName(), Map.copyOf(byName));
        }

        @Override
        public E read(JsonParser in) throws MalformedJson {
            String name = string(in);
            E constant = byName.get(name);
            if (constant == null) {
                throw new MalformedJson("this Tocsin knows no " + what + " " + name);
            }
            return constant;
        }

        @Override
        public void write(JsonGenerator out, E value) {
            out.writeString(value.name());
        }
    }

    static FactId factId(String text) {
        return FactId.parse(text).orElseThrow(() -> new IllegalArgumentException(text));
    }

    static CommandId commandId(String text) {
        UUID uuid = UUID.fromString(text);
        if (!uuid.toString().equals(text)) {
            throw new IllegalArgumentException(text);
        }
        return CommandId.of(uuid);
    }

    static void expect(JsonParser in, JsonToken token, String what) throws MalformedJson {
        if (in.currentToken() != token) {
            throw new MalformedJson(
                    what + " is expected (at byte " + in.currentTokenLocation().getByteOffset() + ")");
        }
    }

    static String string(JsonParser in) throws MalformedJson {
        expect(in, JsonToken.VALUE_STRING, "a string");
        String text = in.getString();
        if (!Unicode.isWellFormed(text)) {
            throw new MalformedJson("a string holds half a character (at byte "
                    + in.currentTokenLocation().getByteOffset() + ")");
        }
        return text;
    }
}
