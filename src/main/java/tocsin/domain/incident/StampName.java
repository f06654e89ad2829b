package tocsin.domain.incident;

import java.util.Locale;
import java.util.Optional;

/// Moments that later reckoning stands on. A person sets them; `Hand.ACT` ones are set by the act itself.
public enum StampName {
    IMPACT_STARTED(Hand.PERSON),
    DETECTED(Hand.PERSON),
    ACKNOWLEDGED(Hand.PERSON),
    CONTAINED(Hand.PERSON),
    ISOLATED(Hand.PERSON),
    PLAN_APPROVED(Hand.PERSON),
    FIX_APPLIED(Hand.PERSON),
    IMPACT_ENDED(Hand.PERSON),
    ERADICATED(Hand.PERSON),
    CREDENTIALS_ROTATED(Hand.PERSON),
    STABILITY_VERIFIED(Hand.PERSON),
    AWARE(Hand.PERSON),
    REVIEW_HELD(Hand.PERSON),
    POSTMORTEM_APPROVED(Hand.ACT),
    RULES_MERGED(Hand.ACT);

    private enum Hand {
        PERSON,
        ACT
    }

    private final Hand hand;

    StampName(Hand hand) {
        this.hand = hand;
    }

    /// Set by approving or recording, never by hand.
    public boolean setByAct() {
        return hand == Hand.ACT;
    }

    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    public static Optional<StampName> ofWord(String word) {
        String name = word.strip().toUpperCase(Locale.ROOT).replace('-', '_').replace(' ', '_');
        for (StampName stamp : values()) {
            if (stamp.name().equals(name)) {
                return Optional.of(stamp);
            }
        }
        return switch (name) {
            case "ACK" -> Optional.of(ACKNOWLEDGED);
            case "VERIFIED" -> Optional.of(STABILITY_VERIFIED);
            case "FIXED" -> Optional.of(FIX_APPLIED);
            default -> Optional.empty();
        };
    }
}
