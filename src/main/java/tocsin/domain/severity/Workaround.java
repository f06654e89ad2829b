package tocsin.domain.severity;

/// Can customers get by today? A workaround eases the function answer by one step and no other.
public enum Workaround {
    NONE("none"),
    USABLE_TODAY("usable today");

    private final String words;

    Workaround(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }
}
