package tocsin.store;

import java.sql.SQLException;

/// What went wrong with the store, in one line that says what to do. Nothing is lost by it: the journal is the truth.
public final class StoreException extends RuntimeException {
    private static final long serialVersionUID = 1L;
    private static final int ALREADY_OPEN = 90020;

    /// What the caller can do about it.
    public enum Trouble {
        /// The folder cannot hold a store: tell the person.
        UNUSABLE,
        /// Another process, or another part of this one, has it open: tell the person.
        IN_USE,
        /// What it holds cannot be trusted: close it, open it with [Store#renew] and rebuild.
        BROKEN,
        /// It was closed: a mistake of the caller.
        CLOSED
    }

    private final Trouble trouble;
    private final String line;

    StoreException(Trouble trouble, String line) {
        super(line);
        this.trouble = trouble;
        this.line = line;
    }

    /// One line for a person.
    @Override
    public String getMessage() {
        return line;
    }

    public Trouble trouble() {
        return trouble;
    }

    static StoreException broken(String message) {
        return new StoreException(Trouble.BROKEN, message);
    }

    /// Keeps where it happened but not the database's own words: they quote values of rows.
    static StoreException of(Throwable cause) {
        if (cause instanceof StoreException known) {
            return known;
        }
        StoreException told = cause instanceof SQLException sql && sql.getErrorCode() == ALREADY_OPEN
                ? new StoreException(Trouble.IN_USE, StoreFolder.IN_USE)
                : broken("The store failed (%s); it can be rebuilt from the journal.".formatted(name(cause)));
        var place = new IllegalStateException(name(cause));
        place.setStackTrace(cause.getStackTrace());
        told.initCause(place);
        return told;
    }

    private static String name(Throwable cause) {
        return cause instanceof SQLException sql
                ? "H2 error " + sql.getErrorCode()
                : cause.getClass().getSimpleName();
    }
}
