package tocsin.ui.crew;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import tocsin.domain.roster.Role;
import tocsin.ui.kit.Words;

/// The one or two letters each role is typed by, the same in every language.
final class RoleLetters {
    private RoleLetters() {}

    static String of(Role role) {
        return switch (role) {
            case COMMANDER -> "ic";
            case DEPUTY -> "d";
            case SCRIBE -> "s";
            case OPERATIONS -> "o";
            case COMMUNICATIONS -> "c";
            case CUSTOMER_LIAISON -> "cl";
            case INTERNAL_LIAISON -> "il";
            case PLANNING -> "p";
            case EXPERT -> "e";
            case TEAM_LEAD -> "t";
            case SECURITY_LEAD -> "sl";
            case CUSTODIAN -> "cu";
            case THREAT_ANALYST -> "ta";
            case LEGAL -> "le";
            case PRIVACY_OFFICER -> "po";
            case DISCLOSURE -> "di";
            case HR -> "hr";
            case OUTSIDE_CONTACT -> "oc";
        };
    }

    /// The roles that a word may mean: its letters, or the beginning of its name. Letters alone are certain.
    static List<Role> read(String word, Words words) {
        String wanted = word.toLowerCase(Locale.ROOT);
        if (wanted.isEmpty()) {
            return List.of();
        }
        for (Role role : Role.values()) {
            if (of(role).equals(wanted)) {
                return List.of(role);
            }
        }
        if (wanted.length() < 3) {
            return List.of();
        }
        List<Role> known = Role.ofWord(wanted).map(List::of).orElse(List.of());
        return known.isEmpty()
                ? Arrays.stream(Role.values())
                        .filter(role -> role.word().startsWith(wanted)
                                || words.role(role).toLowerCase(words.locale()).startsWith(wanted))
                        .toList()
                : known;
    }
}
