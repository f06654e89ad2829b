package tocsin.ui.settings;

import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tocsin.app.Safe;
import tocsin.domain.checklist.Checklist;
import tocsin.domain.checklist.ChecklistText;
import tocsin.domain.checklist.Checklists;
import tocsin.domain.organisation.Setting;
import tocsin.domain.roster.Role;
import tocsin.domain.severity.IncidentType;
import tocsin.domain.severity.Severity;
import tocsin.domain.severity.Stakeholder;
import tocsin.ui.kit.Words;

/// Settings and their values as people say them: `4bh` is four business hours.
final class SettingWords {
    private static final Pattern LENGTH = Pattern.compile("(\\d+)(s|m|h|d|bh|bd)");
    private static final Pattern LEVEL = Pattern.compile("([a-z]+)\\.sev([1-4])");
    private static final Pattern DAY = Pattern.compile("\\b(mon|tue|wed|thu|fri|sat|sun)\\b");

    private final Words words;

    SettingWords(Words words) {
        this.words = words;
    }

    Words words() {
        return words;
    }

    /// `Updates, SEV-1`.
    String name(Setting setting) {
        return severity(setting)
                .map(severity -> words.get("settings.of", row(setting), severity))
                .orElseGet(() -> row(setting));
    }

    /// What the settings of one row have in common.
    String row(Setting setting) {
        return type(setting)
                .map(type -> words.get("setting.checklist", words.texts().name("type", type)))
                .or(() -> role(setting).map(role -> words.get("setting.role", words.role(role))))
                .orElseGet(() -> words.get("setting." + family(setting)));
    }

    /// As its row says it under the heading of its group.
    String inList(Setting setting) {
        return type(setting)
                .map(type -> words.texts().name("type", type))
                .map(name -> name.substring(0, 1).toUpperCase(words.locale()) + name.substring(1))
                .or(() -> role(setting).map(words::role))
                .orElseGet(() -> row(setting));
    }

    /// What it changes, in one sentence.
    String meaning(Setting setting) {
        String family = type(setting).isPresent() ? "checklist" : role(setting).isPresent() ? "role" : family(setting);
        return words.get("setting.says." + family);
    }

    static Optional<Severity> severity(Setting setting) {
        Matcher level = LEVEL.matcher(setting.key());
        return level.matches()
                ? Optional.of(Severity.values()[Integer.parseInt(level.group(2)) - 1])
                : Optional.empty();
    }

    static Optional<IncidentType> type(Setting setting) {
        return Arrays.stream(IncidentType.values())
                .filter(type -> Setting.checklist(type) == setting)
                .findFirst();
    }

    static Optional<Role> role(Setting setting) {
        return setting.key().startsWith("role.")
                ? Role.ofWord(setting.key().substring("role.".length()))
                : Optional.empty();
    }

    private static boolean ofGroups(Setting setting) {
        return severity(setting)
                .filter(severity -> Setting.stakeholders(severity) == setting)
                .isPresent();
    }

    private static List<Stakeholder> groups(String value) {
        return Arrays.stream(value.split("[ ,]+", -1))
                .flatMap(word -> Stakeholder.ofWord(word).stream())
                .toList();
    }

    /// A value where there is room for all of it.
    String whole(Setting setting, String value, Checklists shipped) {
        List<Stakeholder> groups = ofGroups(setting) ? groups(value) : List.of();
        return groups.isEmpty()
                ? value(setting, value, shipped)
                : groups.stream()
                        .map(group -> words.texts().name("stakeholder", group))
                        .collect(Collectors.joining(", "));
    }

    private static String family(Setting setting) {
        Matcher level = LEVEL.matcher(setting.key());
        return level.matches() ? level.group(1) : setting.key();
    }

    String value(Setting setting, String value, Checklists shipped) {
        Optional<IncidentType> type = type(setting);
        if (type.isPresent()) {
            Checklist list = ChecklistText.read(type.get(), value).orElseGet(() -> shipped.of(type.get()));
            return words.get(
                    value.isBlank() ? "settings.list.shipped" : "settings.list.own",
                    words.number(list.steps().count()),
                    words.number(list.phases().size()));
        }
        return value(setting, value);
    }

    /// A value that is no checklist.
    String value(Setting setting, String value) {
        if (role(setting).isPresent()) {
            return value.isBlank() ? role(setting).map(words::role).orElse("") : Safe.line(value);
        }
        if (ofGroups(setting)) {
            List<Stakeholder> groups = groups(value);
            return groups.isEmpty()
                    ? words.get("settings.nothing")
                    : words.get("settings.groups", words.number(groups.size()));
        }
        if (value.isBlank()) {
            return words.get(setting == Setting.ZONE ? "settings.zone.none" : "settings.none");
        }
        List<String> parts = List.of(value.split(" ", -1));
        return switch (parts.getFirst()) {
            case "daily" -> words.get("settings.daily", parts.getLast());
            case "weekly" -> words.get("settings.weekly", day(parts.get(1)), parts.getLast());
            default -> {
                List<Matcher> lengths = parts.stream()
                        .map(LENGTH::matcher)
                        .filter(Matcher::matches)
                        .toList();
                if (lengths.size() == parts.size()) {
                    String said = lengths(lengths);
                    yield family(setting).equals("updates") ? words.get("settings.every.one", said) : said;
                }
                yield Safe.line(DAY.matcher(value).replaceAll(found -> day(found.group())));
            }
        };
    }

    /// The unit once where all have it: `5 / 10 / 15 min`.
    private String lengths(List<Matcher> lengths) {
        var said = new StringBuilder();
        for (int at = 0; at < lengths.size(); at++) {
            String count = lengths.get(at).group(1);
            String unit = lengths.get(at).group(2);
            if (count.equals("0")) {
                said.append(words.get("settings.nothing"));
            } else {
                said.append(count);
                boolean same =
                        at + 1 < lengths.size() && lengths.get(at + 1).group(2).equals(unit);
                said.append(same ? "" : " " + unit(unit, lengths.size() == 1 && count.equals("1")));
            }
            said.append(at + 1 < lengths.size() ? " / " : "");
        }
        return said.toString();
    }

    private String unit(String unit, boolean one) {
        return words.get("settings.unit." + unit + (one && (unit.equals("d") || unit.equals("bd")) ? ".one" : ""));
    }

    private String day(String word) {
        for (DayOfWeek day : DayOfWeek.values()) {
            if (day.name().toLowerCase(Locale.ROOT).startsWith(word)) {
                return day.getDisplayName(TextStyle.SHORT, words.locale());
            }
        }
        return word;
    }
}
