package tocsin.journal;

/// Something about the journal that a person has to know; the message is one line that says what, where and what to do.
public class JournalException extends Exception {
    private static final long serialVersionUID = 1;

    public JournalException(String words) {
        super(words);
    }

    public JournalException(String words, Throwable cause) {
        super(words, cause);
    }

    /// What went wrong inside, without the line breaks that foreign bytes may bring along.
    static String oneLine(Exception cause) {
        return String.valueOf(cause.getMessage()).replaceAll("\\p{Cc}", "?");
    }
}
