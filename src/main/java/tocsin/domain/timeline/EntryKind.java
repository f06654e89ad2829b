package tocsin.domain.timeline;

import java.util.Locale;
import java.util.Optional;

/// What an entry is. The sign is what a person types first in the entry line; SYSTEM entries are written by acts
/// themselves (a severity raised, a role taken).
public enum EntryKind {
    NOTE(""),
    DECISION("="),
    ACTION(">"),
    HYPOTHESIS("~"),
    QUESTION("?"),
    TODO("!"),
    SYSTEM("");

    private final String sign;

    EntryKind(String sign) {
        this.sign = sign;
    }

    public String sign() {
        return sign;
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// The kind a person means by a word; SYSTEM cannot be asked for.
    public static Optional<EntryKind> ofWord(String word) {
        for (EntryKind kind : values()) {
            if (kind != SYSTEM && kind.word().equalsIgnoreCase(word)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }
}
