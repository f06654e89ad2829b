package tocsin.domain.postmortem;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What forces the full form at any severity. Others may be said in free words.
public enum Trigger {
    DATA_LOSS,
    /// Whoever was on call rolled back or moved traffic.
    ROLLBACK,
    /// People noticed it before monitoring did.
    NOTICED_BY_PEOPLE,
    OVER_TIME;

    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<Trigger> ofWord(String word) {
        String name = word.strip().toUpperCase(Locale.ROOT).replace('-', '_').replace(' ', '_');
        return Arrays.stream(values()).filter(each -> each.name().equals(name)).findFirst();
    }
}
