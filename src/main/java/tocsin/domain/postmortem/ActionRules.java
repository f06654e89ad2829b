package tocsin.domain.postmortem;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import tocsin.base.PersonId;
import tocsin.domain.severity.Severity;

/// What an action has to be: how many, by when, and by whom.
public final class ActionRules {
    /// More than this does not get done.
    public static final int MOST = 7;

    private static final int TRAINING_DAYS = 21;
    private static final Pattern TWO_PEOPLE =
            Pattern.compile("\\s(?:and|und|or|oder)\\s|[&/;+]", Pattern.CASE_INSENSITIVE);
    private static final Pattern GROUP = Pattern.compile(
            "\\b(?:team|teams|squad|group|gruppe|department|abteilung|everybody|everyone|alle|all|on-?call"
                    + "|bereitschaft|whoever|tbd|nobody|niemand)\\b",
            Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CHARACTER_CLASS);

    private ActionRules() {}

    /// The day it is due when nobody names one: as soon as the level of the incident or the kind of the action asks.
    public static LocalDate due(ActionKind kind, String text, Severity severity, LocalDate today) {
        int byKind = switch (kind) {
            case DETECT -> 14;
            case RESPOND -> 30;
            default -> Integer.MAX_VALUE;
        };
        int byWords = ActionWords.trains(text) ? TRAINING_DAYS : Integer.MAX_VALUE;
        return today.plusDays(Math.min(days(severity), Math.min(byKind, byWords)));
    }

    private static int days(Severity severity) {
        return switch (severity) {
            case SEV1 -> 15;
            case SEV2 -> 30;
            case SEV3, SEV4 -> 60;
        };
    }

    /// What everybody owns is done by nobody.
    ///
    /// @param teams the names of the teams that there are, in small letters
    public static boolean isOnePerson(PersonId owner, Set<String> teams) {
        String name = owner.name();
        return !teams.contains(name.strip().toLowerCase(Locale.ROOT))
                && !GROUP.matcher(name).find()
                && !TWO_PEOPLE.matcher(name).find();
    }

    /// Those that count: what was dropped holds no place and meets no gate.
    public static List<ActionItem> kept(List<ActionItem> actions) {
        return actions.stream()
                .filter(item -> item.status() != ActionItem.Status.DROPPED)
                .toList();
    }

    /// Whether it keeps the case from coming back, or from going unseen, by more than training.
    public static boolean preventsOrDetects(ActionItem item) {
        return (item.kind() == ActionKind.PREVENT || item.kind() == ActionKind.DETECT)
                && !ActionWords.onlyTrains(item.text());
    }
}
