package tocsin.journal.codec;

import java.io.ByteArrayOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectWriteContext;
import tools.jackson.core.PrettyPrinter;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.util.DefaultIndenter;
import tools.jackson.core.util.DefaultPrettyPrinter;

/// JSON for the rest of the house, as plain trees: Map, List, String, Long, Double, Boolean, and an empty Optional for
/// null. Keys keep the order in which the map gives them. The same limits as for facts hold when reading.
public final class Json {
    public enum Style {
        /// One line, no blanks.
        COMPACT,
        /// Indented by two, for people.
        PRETTY
    }

    private Json() {}

    /// The tree as one text.
    ///
    /// @throws IllegalArgumentException when the tree is nested too deeply or holds what JSON has no form for
    public static String write(Object tree, Style style) {
        var bytes = new ByteArrayOutputStream();
        write(tree, style, bytes);
        return bytes.toString(StandardCharsets.UTF_8);
    }

    /// Leaves the stream open.
    public static void write(Object tree, Style style, OutputStream target) {
        try (JsonGenerator out = Streams.writer(new Unclosed(target), context(style))) {
            put(out, tree);
        } catch (JacksonIOException trouble) {
            throw new UncheckedIOException(trouble.getCause());
        } catch (JacksonException trouble) {
            throw new IllegalArgumentException(trouble.getOriginalMessage(), trouble);
        }
    }

    public static Object read(String document) throws MalformedJson {
        return read(document.getBytes(StandardCharsets.UTF_8));
    }

    public static Object read(byte[] document) throws MalformedJson {
        try (JsonParser in = Streams.reader(document)) {
            if (in.nextToken() == null) {
                throw new MalformedJson("the document is empty");
            }
            Object tree = tree(in);
            if (in.nextToken() != null) {
                throw new MalformedJson("something follows the end of the document");
            }
            return tree;
        } catch (JacksonException trouble) {
            throw MalformedJson.of(trouble);
        }
    }

    /// The usual document: an object.
    public static Map<String, Object> readObject(byte[] document) throws MalformedJson {
        if (read(document) instanceof Map<?, ?> map) {
            var object = new LinkedHashMap<String, Object>();
            map.forEach((key, value) -> object.put((String) key, value));
            return Collections.unmodifiableMap(object);
        }
        throw new MalformedJson("an object is expected");
    }

    // Nesting is at most as deep as the limits allow: reading and writing fail before the stack does.
    private static Object tree(JsonParser in) throws MalformedJson {
        return switch (in.currentToken()) {
            case START_OBJECT -> object(in);
            case START_ARRAY -> array(in);
            case VALUE_STRING -> Plain.string(in);
            case VALUE_NUMBER_INT -> in.getLongValue();
            case VALUE_NUMBER_FLOAT -> real(in);
            case VALUE_TRUE -> true;
            case VALUE_FALSE -> false;
            case VALUE_NULL -> Optional.empty();
            default -> throw new MalformedJson("a value is expected");
        };
    }

    private static Map<String, Object> object(JsonParser in) throws MalformedJson {
        var object = new LinkedHashMap<String, Object>();
        for (String name = in.nextName(); name != null; name = in.nextName()) {
            if (!Unicode.isWellFormed(name)) {
                throw new MalformedJson("a name holds half a character");
            }
            in.nextToken();
            object.put(name, tree(in));
        }
        return Collections.unmodifiableMap(object);
    }

    private static List<Object> array(JsonParser in) throws MalformedJson {
        var array = new ArrayList<Object>();
        while (in.nextToken() != JsonToken.END_ARRAY) {
            array.add(tree(in));
        }
        return List.copyOf(array);
    }

    private static Double real(JsonParser in) throws MalformedJson {
        double value = in.getDoubleValue();
        if (!Double.isFinite(value)) {
            throw new MalformedJson("a number is too large: " + in.getString());
        }
        return value;
    }

    private static void put(JsonGenerator out, @Nullable Object value) {
        switch (value) {
            case null -> out.writeNull();
            case Map<?, ?> map -> {
                out.writeStartObject();
                map.forEach((key, each) -> {
                    out.writeName(Unicode.wellFormed(key(key)));
                    put(out, each);
                });
                out.writeEndObject();
            }
            case Collection<?> list -> {
                out.writeStartArray();
                list.forEach(each -> put(out, each));
                out.writeEndArray();
            }
            case String text -> out.writeString(Unicode.wellFormed(text));
            case Boolean bool -> out.writeBoolean(bool);
            case Integer number -> out.writeNumber(number.intValue());
            case Long number -> out.writeNumber(number.longValue());
            case Double number when Double.isFinite(number) -> out.writeNumber(number.doubleValue());
            case BigDecimal number -> out.writeNumber(number);
            case BigInteger number -> out.writeNumber(number);
            case Optional<?> maybe when maybe.isPresent() -> put(out, maybe.get());
            case Optional<?> _ -> out.writeNull();
            default ->
                throw new IllegalArgumentException(
                        "no JSON form for " + value.getClass().getSimpleName() + " " + value);
        }
    }

    private static String key(Object key) {
        if (key instanceof String text) {
            return text;
        }
        throw new IllegalArgumentException("a JSON name is a string, not " + key);
    }

    private static ObjectWriteContext context(Style style) {
        return switch (style) {
            case COMPACT -> ObjectWriteContext.empty();
            case PRETTY -> new Pretty();
        };
    }

    private static final class Pretty extends ObjectWriteContext.Base {
        @Override
        public PrettyPrinter getPrettyPrinter() {
            // The same line ends on every system, so that equal trees give equal bytes.
            var lines = new DefaultIndenter("  ", "\n");
            return new DefaultPrettyPrinter().withObjectIndenter(lines).withArrayIndenter(lines);
        }

        @Override
        public boolean hasPrettyPrinter() {
            return true;
        }
    }

    private static final class Unclosed extends FilterOutputStream {
        Unclosed(OutputStream target) {
            super(target);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
