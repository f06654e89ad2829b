package tocsin.journal.codec;

import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.RecordComponent;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.io.SerializedString;
import tools.jackson.core.sym.PropertyNameMatcher;

/// A record as a JSON object: its components by name, in their order. Names it does not know are passed over. Reads and
/// makes records by method handles of its own: for the sake of its screens the program is started with a plain
/// reflection that is quick to begin with and slow for a million facts.
final class RecordForm<R> implements Form<R> {
    private static final MethodHandles.Lookup LOOKUP = MethodHandles.lookup();

    private final Class<R> type;
    private final MethodHandle constructor;
    private final Component[] components;
    private final PropertyNameMatcher names;

    private record Component(SerializedString name, Form<Object> form, MethodHandle accessor) {
        @SuppressWarnings("unchecked") // The form was made from the component's own type.
        static Component of(RecordComponent component) throws IllegalAccessException {
            return new Component(
                    new SerializedString(component.getName()),
                    (Form<Object>) Forms.of(component.getGenericType()),
                    LOOKUP.unreflect(component.getAccessor())
                            .asType(MethodType.methodType(Object.class, Object.class)));
        }
    }

    RecordForm(Class<R> type) {
        this.type = type;
        RecordComponent[] parts = type.getRecordComponents();
        components = new Component[parts.length];
        try {
            constructor = LOOKUP.unreflectConstructor(type.getDeclaredConstructor(
                            Stream.of(parts).map(RecordComponent::getType).toArray(Class<?>[]::new)))
                    .asSpreader(Object[].class, parts.length)
                    .asType(MethodType.methodType(Object.class, Object[].class));
            for (int i = 0; i < parts.length; i++) {
                components[i] = Component.of(parts[i]);
            }
        } catch (NoSuchMethodException | IllegalAccessException impossible) {
            throw new IllegalStateException(impossible);
        }
        names = Streams.matcher(Stream.of(parts).map(RecordComponent::getName).toList());
    }

    @Override
    public R read(JsonParser in) throws MalformedJson {
        Plain.expect(in, JsonToken.START_OBJECT, "an object");
        var values = new @Nullable Object[components.length];
        int match = in.nextNameMatch(names);
        while (match != PropertyNameMatcher.MATCH_END_OBJECT) {
            JsonToken value = in.nextToken();
            if (match < 0) {
                in.skipChildren();
            } else if (value != JsonToken.VALUE_NULL) {
                values[match] = components[match].form.read(in);
            }
            match = in.nextNameMatch(names);
        }
        fillGaps(values);
        return make(values);
    }

    @Override
    public void write(JsonGenerator out, R value) {
        out.writeStartObject();
        for (Component component : components) {
            Object part = part(component, value);
            if (!component.form.isNothing(part)) {
                out.writeName(component.name);
                component.form.write(out, part);
            }
        }
        out.writeEndObject();
    }

    private void fillGaps(@Nullable Object[] values) throws MalformedJson {
        for (int i = 0; i < values.length; i++) {
            if (values[i] == null) {
                Object nothing = components[i].form.nothing();
                if (nothing == null) {
                    throw new MalformedJson("the field " + components[i].name.getValue() + " is missing");
                }
                values[i] = nothing;
            }
        }
    }

    private R make(@Nullable Object[] values) throws MalformedJson {
        try {
            return type.cast((Object) constructor.invokeExact(values));
        } catch (RuntimeException refused) {
            throw new MalformedJson("no " + type.getSimpleName() + ": " + refused.getMessage());
        } catch (Throwable impossible) {
            throw unexpected(impossible);
        }
    }

    private static Object part(Component component, Object value) {
        try {
            return (Object) component.accessor.invokeExact(value);
        } catch (Throwable impossible) {
            throw unexpected(impossible);
        }
    }

    /// Records throw nothing that is checked.
    private static RuntimeException unexpected(Throwable thrown) {
        return switch (thrown) {
            case RuntimeException plain -> plain;
            case Error error -> throw error;
            default -> new IllegalStateException(thrown);
        };
    }
}
