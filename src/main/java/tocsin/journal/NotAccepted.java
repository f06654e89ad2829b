package tocsin.journal;

/// What was asked does not fit what is here; nothing was changed, and nothing is broken.
public final class NotAccepted extends JournalException {
    private static final long serialVersionUID = 1;

    public NotAccepted(String words) {
        super(words);
    }
}
