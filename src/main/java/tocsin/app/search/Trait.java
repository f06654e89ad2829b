package tocsin.app.search;

import java.util.Locale;

/// What can be said of an entry: the word behind `is:`.
public enum Trait {
    STRUCK,
    PINNED;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
