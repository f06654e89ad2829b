package tocsin.ui.board;

import java.util.Optional;
import java.util.Set;
import tocsin.domain.severity.IncidentType;

/// A way to see fewer incidents at once. Types add to each other; everything else narrows.
public enum Facet {
    MINE("Alt+1"),
    NEEDS_A_WORD("Alt+2"),
    CLOSED("Alt+3"),
    OUTAGE("Alt+5", IncidentType.OUTAGE),
    SECURITY("Alt+6", IncidentType.SECURITY),
    PERFORMANCE("Alt+7", IncidentType.PERFORMANCE),
    DATA("Alt+8", IncidentType.DATA),
    INTEGRATION("Alt+9", IncidentType.INTEGRATION);

    private final String key;
    private final Optional<IncidentType> type;

    Facet(String key) {
        this.key = key;
        this.type = Optional.empty();
    }

    Facet(String key, IncidentType type) {
        this.key = key;
        this.type = Optional.of(type);
    }

    /// What turns it on and off.
    String key() {
        return key;
    }

    boolean ofType() {
        return type.isPresent();
    }

    /// Alone.
    boolean takes(Reckoned each) {
        return switch (this) {
            case MINE -> each.mine();
            case NEEDS_A_WORD -> each.needy();
            case CLOSED -> !each.pulse().live();
            default -> type.filter(each.pulse().type()::equals).isPresent();
        };
    }

    static boolean all(Set<Facet> chosen, Reckoned each) {
        boolean anyType = chosen.stream().noneMatch(Facet::ofType);
        for (Facet facet : chosen) {
            boolean takes = facet.takes(each);
            if (facet.ofType()) {
                anyType |= takes;
            } else if (!takes) {
                return false;
            }
        }
        return anyType;
    }
}
