package tocsin.domain.severity;

import java.util.Optional;

/// The four levels. SEV-1 is the worst.
public enum Severity {
    SEV1,
    SEV2,
    SEV3,
    SEV4;

    public int level() {
        return ordinal() + 1;
    }

    public static Optional<Severity> ofLevel(int level) {
        return level < 1 || level > 4 ? Optional.empty() : Optional.of(values()[level - 1]);
    }

    public boolean isWorseThan(Severity other) {
        return ordinal() < other.ordinal();
    }

    public boolean isAtLeast(Severity other) {
        return ordinal() <= other.ordinal();
    }

    @Override
    public String toString() {
        return "SEV-" + level();
    }
}
