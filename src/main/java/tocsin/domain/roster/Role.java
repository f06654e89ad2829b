package tocsin.domain.roster;

import java.util.Locale;
import java.util.Optional;

/// The roles of a response. An exclusive role has one holder at a time.
public enum Role {
    COMMANDER(Holders.ONE),
    DEPUTY(Holders.ONE),
    SCRIBE(Holders.ONE),
    OPERATIONS(Holders.ONE),
    COMMUNICATIONS(Holders.ONE),
    CUSTOMER_LIAISON(Holders.MANY),
    INTERNAL_LIAISON(Holders.MANY),
    PLANNING(Holders.ONE),
    EXPERT(Holders.MANY),
    TEAM_LEAD(Holders.MANY),
    SECURITY_LEAD(Holders.ONE),
    CUSTODIAN(Holders.ONE),
    THREAT_ANALYST(Holders.MANY),
    LEGAL(Holders.MANY),
    PRIVACY_OFFICER(Holders.ONE),
    DISCLOSURE(Holders.MANY),
    HR(Holders.MANY),
    OUTSIDE_CONTACT(Holders.MANY);

    private enum Holders {
        ONE,
        MANY
    }

    private final Holders holders;

    Role(Holders holders) {
        this.holders = holders;
    }

    public boolean exclusive() {
        return holders == Holders.ONE;
    }

    /// How it is written in a terminal: `customer-liaison`.
    public String word() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /// Reads a role's word, or the short words people use for it.
    public static Optional<Role> ofWord(String word) {
        String name = word.strip().toLowerCase(Locale.ROOT).replace('_', '-').replace(' ', '-');
        for (Role role : values()) {
            if (role.word().equals(name)) {
                return Optional.of(role);
            }
        }
        return switch (name) {
            case "ic", "command", "incident-commander" -> Optional.of(COMMANDER);
            case "ops", "operations-lead" -> Optional.of(OPERATIONS);
            case "comms", "communications-lead" -> Optional.of(COMMUNICATIONS);
            case "sme", "subject-expert" -> Optional.of(EXPERT);
            case "security" -> Optional.of(SECURITY_LEAD);
            case "dpo", "privacy" -> Optional.of(PRIVACY_OFFICER);
            case "liaison" -> Optional.of(CUSTOMER_LIAISON);
            default -> Optional.empty();
        };
    }
}
