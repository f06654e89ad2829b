package tocsin.app.search;

/// The index cannot be used and could not be made anew. The message is for people.
public final class SearchException extends RuntimeException {
    private static final long serialVersionUID = 1;

    SearchException(String words, Throwable cause) {
        super(words, cause);
    }
}
