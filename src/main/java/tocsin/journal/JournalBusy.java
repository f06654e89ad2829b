package tocsin.journal;

/// Another process, or another part of this one, has the journal open.
public final class JournalBusy extends JournalException {
    private static final long serialVersionUID = 1;

    JournalBusy(String words) {
        super(words);
    }
}
