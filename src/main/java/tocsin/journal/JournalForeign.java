package tocsin.journal;

/// A file has the name of a journal segment and nothing else of one; it is refused rather than touched.
public final class JournalForeign extends JournalException {
    private static final long serialVersionUID = 1;

    JournalForeign(String words) {
        super(words);
    }
}
