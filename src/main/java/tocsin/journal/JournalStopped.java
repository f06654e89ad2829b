package tocsin.journal;

/// The journal accepts nothing more; what it acknowledged is on disk and can still be read.
public final class JournalStopped extends JournalException {
    private static final long serialVersionUID = 1;

    JournalStopped(String words, Throwable cause) {
        super(words, cause);
    }

    JournalStopped(String words) {
        super(words);
    }
}
