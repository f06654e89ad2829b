package tocsin.sync;

/// Why a hub did not do what it was asked; one line for a person.
public final class HubTrouble extends Exception {
    private static final long serialVersionUID = 1;

    /// What helps.
    public enum Kind {
        /// It will pass: try again later. Whether what was asked was done is not known.
        AWAY,
        /// The hub refuses this desk or this person; somebody has to change something.
        REFUSED,
        /// The hub is not one that this Tocsin understands: newer, older, or something else altogether.
        FOREIGN
    }

    private final Kind kind;

    public HubTrouble(Kind kind, String words) {
        super(words);
        this.kind = kind;
    }

    public HubTrouble(Kind kind, String words, Throwable cause) {
        super(words, cause);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }

    /// The line for a person.
    public String words() {
        return String.valueOf(getMessage());
    }
}
