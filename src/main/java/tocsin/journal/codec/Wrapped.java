package tocsin.journal.codec;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tocsin.domain.severity.Answer;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;

/// Forms of values around other values. When there is nothing inside, the field is not written.
final class Wrapped {
    private Wrapped() {}

    record Maybe<T>(Form<T> item) implements Form<Optional<T>> {
        @Override
        public Optional<T> read(JsonParser in) throws MalformedJson {
            return Optional.of(item.read(in));
        }

        @Override
        public void write(JsonGenerator out, Optional<T> value) {
            item.write(out, value.orElseThrow());
        }

        @Override
        public boolean isNothing(Optional<T> value) {
            return value.isEmpty();
        }

        @Override
        public Optional<T> nothing() {
            return Optional.empty();
        }
    }

    record Items<T>(Form<T> item) implements Form<List<T>> {
        @Override
        public List<T> read(JsonParser in) throws MalformedJson {
            Plain.expect(in, JsonToken.START_ARRAY, "a list");
            var items = new ArrayList<T>();
            while (in.nextToken() != JsonToken.END_ARRAY) {
                items.add(item.read(in));
            }
            return List.copyOf(items);
        }

        @Override
        public void write(JsonGenerator out, List<T> value) {
            out.writeStartArray();
            for (T each : value) {
                item.write(out, each);
            }
            out.writeEndArray();
        }

        @Override
        public boolean isNothing(List<T> value) {
            return value.isEmpty();
        }

        @Override
        public List<T> nothing() {
            return List.of();
        }
    }

    record Answered<T>(Form<T> item) implements Form<Answer<T>> {
        private static final String KNOWN = "known";
        private static final String GUESS = "guess";

        @Override
        public Answer<T> read(JsonParser in) throws MalformedJson {
            Plain.expect(in, JsonToken.START_OBJECT, "an answer");
            Answer<T> answer = Answer.unknown();
            for (String name = in.nextName(); name != null; name = in.nextName()) {
                in.nextToken();
                switch (name) {
                    case KNOWN -> answer = Answer.known(item.read(in));
                    case GUESS -> answer = Answer.guess(item.read(in));
                    default -> in.skipChildren();
                }
            }
            return answer;
        }

        @Override
        public void write(JsonGenerator out, Answer<T> value) {
            out.writeStartObject();
            switch (value) {
                case Answer.Known<T>(var known) -> put(out, KNOWN, known);
                case Answer.Guess<T>(var best) -> put(out, GUESS, best);
                case Answer.Unknown<T>() -> {}
            }
            out.writeEndObject();
        }

        @Override
        public boolean isNothing(Answer<T> value) {
            return value instanceof Answer.Unknown;
        }

        @Override
        public Answer<T> nothing() {
            return Answer.unknown();
        }

        private void put(JsonGenerator out, String name, T value) {
            out.writeName(name);
            item.write(out, value);
        }
    }
}
