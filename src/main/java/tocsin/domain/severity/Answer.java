package tocsin.domain.severity;

/// One answer of the size-up. "I do not know, but I would guess" is worth more than silence: it counts, one step worse.
public sealed interface Answer<T> {
    record Known<T>(T value) implements Answer<T> {}

    /// Unknown with a best guess.
    record Guess<T>(T best) implements Answer<T> {}

    /// Unknown, or not asked yet. It does not count, and is shown as unknown.
    record Unknown<T>() implements Answer<T> {}

    static <T> Answer<T> known(T value) {
        return new Known<>(value);
    }

    static <T> Answer<T> guess(T best) {
        return new Guess<>(best);
    }

    static <T> Answer<T> unknown() {
        return new Unknown<>();
    }
}
