package tocsin.journal;

/// Work for the journal's thread. What it appends is written whole or, when it throws, not at all.
@FunctionalInterface
public interface Job<T> {
    T run(Appender appender) throws JournalException;
}
