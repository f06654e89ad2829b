package tocsin.journal.codec;

import java.lang.reflect.Constructor;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.io.SerializedString;
import tools.jackson.core.sym.PropertyNameMatcher;

/// A record as a JSON object: its components by name, in their order. Names it does not know are passed over.
final class RecordForm<R> implements Form<R> {
    private final Class<R> type;
    private final Constructor<R> constructor;
    private final Component[] components;
    private final PropertyNameMatcher names;

    private record Component(SerializedString name, Form<Object> form, Method accessor) {
        @SuppressWarnings("unchecked") // The form was made from the component's own type.
        static Component of(RecordComponent component) {
            return new Component(
                    new SerializedString(component.getName()),
                    (Form<Object>) Forms.of(component.getGenericType()),
                    component.getAccessor());
        }
    }

    RecordForm(Class<R> type) {
        this.type = type;
        RecordComponent[] parts = type.getRecordComponents();
        try {
            constructor = type.getDeclaredConstructor(
                    Stream.of(parts).map(RecordComponent::getType).toArray(Class<?>[]::new));
        } catch (NoSuchMethodException impossible) {
            throw new IllegalStateException(impossible);
        }
        components = Stream.of(parts).map(Component::of).toArray(Component[]::new);
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
            return constructor.newInstance(values);
        } catch (ReflectiveOperationException refused) {
            Throwable cause = refused.getCause() == null ? refused : refused.getCause();
            throw new MalformedJson("no " + type.getSimpleName() + ": " + cause.getMessage());
        }
    }

    private static Object part(Component component, Object value) {
        try {
            return component.accessor.invoke(value);
        } catch (ReflectiveOperationException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
