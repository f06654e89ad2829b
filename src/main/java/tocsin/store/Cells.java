package tocsin.store;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import tocsin.base.FactId;
import tocsin.base.IncidentId;
import tocsin.base.PersonId;

/// The values of one row, taken from left to right, and how the heart's values look as cells.
final class Cells {
    private final @Nullable Object[] values;
    private int next;

    Cells(@Nullable Object[] values) {
        this.values = values;
    }

    /// Microseconds reach 290,000 years either way; a claim beyond them is shown as the end of time.
    static long micros(Instant instant) {
        try {
            return ChronoUnit.MICROS.between(Instant.EPOCH, instant);
        } catch (DateTimeException | ArithmeticException tooFar) {
            return instant.isBefore(Instant.EPOCH) ? Long.MIN_VALUE : Long.MAX_VALUE;
        }
    }

    static @Nullable Long micros(Optional<Instant> instant) {
        return instant.map(Cells::micros).orElse(null);
    }

    /// A box of a million years is nonsense, but no reason to fail.
    static long dueMicros(Instant from, Duration box) {
        try {
            return Math.addExact(micros(from), TimeUnit.MICROSECONDS.convert(box));
        } catch (ArithmeticException tooFar) {
            return box.isNegative() ? Long.MIN_VALUE : Long.MAX_VALUE;
        }
    }

    /// To the nanosecond, for a time that is printed as the log has it.
    static String exact(Instant instant) {
        return instant.toString();
    }

    static @Nullable String exact(Optional<Instant> instant) {
        return instant.map(Cells::exact).orElse(null);
    }

    static @Nullable String person(Optional<PersonId> person) {
        return person.map(PersonId::name).orElse(null);
    }

    /// Names that mean the same person have the same key: case is taken away the way [PersonId] compares.
    static String personKey(PersonId person) {
        String name = person.name();
        var key = new StringBuilder(name.length());
        for (int i = 0; i < name.length(); i++) {
            key.append(Character.toLowerCase(Character.toUpperCase(name.charAt(i))));
        }
        return key.toString();
    }

    /// A text as far as its column reaches. Desks keep to the limits; what another program wrote need not.
    static String text(String text, int limit) {
        if (text.length() <= limit) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(limit - 2)) ? limit - 2 : limit - 1;
        return text.substring(0, end) + "…";
    }

    /// The first value, where it is the row's key; does not move on.
    long id() {
        return Objects.requireNonNull((Long) values[0]);
    }

    Cells skip(int columns) {
        next += columns;
        return this;
    }

    String text() {
        return Objects.requireNonNull((String) values[next++]);
    }

    Optional<String> someText() {
        return Optional.ofNullable((String) values[next++]);
    }

    int count() {
        return Objects.requireNonNull((Integer) values[next++]);
    }

    long number() {
        return Objects.requireNonNull((Long) values[next++]);
    }

    Instant time() {
        return instant(number());
    }

    Optional<Instant> someTime() {
        return Optional.ofNullable((Long) values[next++]).map(Cells::instant);
    }

    Instant exactTime() {
        return Instant.parse(text());
    }

    Optional<Instant> someExactTime() {
        return someText().map(Instant::parse);
    }

    PersonId person() {
        return new PersonId(text());
    }

    Optional<PersonId> somePerson() {
        return someText().map(PersonId::new);
    }

    IncidentId incident() {
        return new IncidentId(text());
    }

    FactId fact() {
        return FactId.parse(text()).orElseThrow();
    }

    <E extends Enum<E>> E constant(Class<E> type) {
        return Enum.valueOf(type, text());
    }

    private static Instant instant(long micros) {
        return Instant.EPOCH.plus(micros, ChronoUnit.MICROS);
    }
}
