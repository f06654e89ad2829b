package tocsin.app;

import tocsin.journal.JournalException;

/// A locked profile stays shut: no passphrase, a wrong one, or no vault. Nothing was changed.
public final class LockedOut extends JournalException {
    private static final long serialVersionUID = 1;

    public LockedOut(String message) {
        super(message);
    }
}
