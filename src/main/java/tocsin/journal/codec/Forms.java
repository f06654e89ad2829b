package tocsin.journal.codec;

import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import tocsin.base.CommandId;
import tocsin.base.DeskId;
import tocsin.base.FactId;
import tocsin.base.IncidentId;
import tocsin.base.PersonId;

/// Which form belongs to which declared type.
final class Forms {
    private static final Map<Class<?>, Form<?>> PLAIN = Map.ofEntries(
            Map.entry(String.class, new Plain.Text()),
            Map.entry(int.class, new Plain.Int()),
            Map.entry(long.class, new Plain.Whole()),
            Map.entry(FactId.class, Plain.Word.of("a fact's id", Plain::factId)),
            Map.entry(DeskId.class, Plain.Word.of("a desk's id", DeskId::new)),
            Map.entry(IncidentId.class, Plain.Word.of("an incident's key", IncidentId::new)),
            Map.entry(PersonId.class, Plain.Word.of("a person's name", PersonId::new)),
            Map.entry(CommandId.class, Plain.Word.of("a command's id", Plain::commandId)),
            Map.entry(Instant.class, Plain.Word.of("a time", Instant::parse)),
            Map.entry(Duration.class, Plain.Word.of("a length of time", Duration::parse)),
            Map.entry(LocalDate.class, Plain.Word.of("a date", LocalDate::parse)),
            Map.entry(ZoneId.class, Plain.Word.of("a time zone", ZoneId::of)));

    private Forms() {}

    /// The form of a declared type. What a document says never chooses a type: only declarations do.
    static Form<?> of(Type type) {
        if (type instanceof Class<?> plain) {
            return ofClass(plain);
        }
        if (type instanceof ParameterizedType generic) {
            Form<?> item = of(generic.getActualTypeArguments()[0]);
            return switch (((Class<?>) generic.getRawType()).getSimpleName()) {
                case "Optional" -> new Wrapped.Maybe<>(item);
                case "List" -> new Wrapped.Items<>(item);
                case "Answer" -> new Wrapped.Answered<>(item);
                default -> throw new IllegalArgumentException("no JSON form for " + type);
            };
        }
        throw new IllegalArgumentException("no JSON form for " + type);
    }

    private static Form<?> ofClass(Class<?> type) {
        Form<?> plain = PLAIN.get(type);
        if (plain != null) {
            return plain;
        }
        if (type.isEnum()) {
            return Plain.Constant.of(type);
        }
        if (type.isRecord()) {
            return new RecordForm<>(type);
        }
        throw new IllegalArgumentException("no JSON form for " + type);
    }
}
