package tocsin.ui.settings;

import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Supplier;
import tocsin.app.Safe;
import tocsin.domain.checklist.ChecklistText;
import tocsin.domain.checklist.Checklists;
import tocsin.domain.incident.Outcome;
import tocsin.domain.organisation.Organisation;
import tocsin.domain.organisation.OrganisationCommand.ChangeSetting;
import tocsin.domain.organisation.OrganisationCommand.ResetSetting;
import tocsin.domain.organisation.Setting;
import tocsin.domain.severity.IncidentType;
import tocsin.ui.kit.Asked;
import tocsin.ui.kit.Prompt;
import tocsin.ui.sight.Office;

/// The line in which a setting gets another value. What is refused is said while it is typed.
final class SettingPrompts {
    private static final int LIST_ROWS = 14;
    private static final int MOST_ZONES = 40;

    private final Office office;
    private final SettingWords words;
    private final Supplier<Organisation> organisation;
    private final Supplier<Checklists> shipped;

    SettingPrompts(
            Office office, SettingWords words, Supplier<Organisation> organisation, Supplier<Checklists> shipped) {
        this.office = office;
        this.words = words;
        this.organisation = organisation;
        this.shipped = shipped;
    }

    Prompt change(Setting setting) {
        return SettingWords.type(setting).map(type -> list(setting, type)).orElseGet(() -> line(setting));
    }

    private Prompt line(Setting setting) {
        return new Asked(
                words.name(setting),
                said("settings.like", setting.form()),
                organisation.get().value(setting),
                1,
                text -> line(setting, text));
    }

    private Prompt.Reading line(Setting setting, String text) {
        String standing = organisation.get().value(setting);
        if (text.isBlank() && !setting.accepts("")) {
            return new Prompt.Wanting(said("settings.like", setting.form()), examples(setting, text));
        }
        if (text.strip().equals(standing)) {
            return new Prompt.Wanting(said("settings.stands", words.value(setting, standing)), examples(setting, text));
        }
        List<Prompt.Option> zones = setting == Setting.ZONE ? zones(text) : List.of();
        return switch (organisation.get().decide(new ChangeSetting(setting.key(), text))) {
            case Outcome.Refused(var why, var _) ->
                zones.isEmpty() || text.isBlank()
                        ? new Prompt.Wrong(Safe.line(words.words().refusal(why)))
                        : new Prompt.Wanting(said("settings.zones"), zones);
            case Outcome.Accepted _ ->
                new Prompt.Ready(
                        said(
                                "settings.becomes",
                                words.value(setting, standing),
                                words.value(setting, text.strip().replaceAll("\\s+", " "))),
                        List.of(words.meaning(setting)),
                        zones,
                        () -> office.does(
                                List.of(new ChangeSetting(setting.key(), text)),
                                said("settings.done", words.name(setting))));
        };
    }

    /// What is shipped, then examples of how it is written.
    private List<Prompt.Option> examples(Setting setting, String text) {
        if (setting == Setting.ZONE) {
            return zones(text);
        }
        String usual = setting.shipped();
        var examples = Arrays.stream(setting.form().split(" \\| ", -1))
                .filter(example -> !example.equals(usual))
                .map(example -> Prompt.Option.of(example, example, words.value(setting, example)));
        return java.util.stream.Stream.concat(
                        Optional.of(usual)
                                .filter(value -> !value.isEmpty())
                                .map(value -> Prompt.Option.of(
                                        value, value, said("settings.shipped", words.value(setting, value))))
                                .stream(),
                        examples)
                .filter(option -> !option.fill().equals(text.strip()))
                .toList();
    }

    private static List<Prompt.Option> zones(String text) {
        String wanted = text.strip().toLowerCase(Locale.ROOT).replace(' ', '_');
        return ZoneId.getAvailableZoneIds().stream()
                .filter(zone -> zone.toLowerCase(Locale.ROOT).contains(wanted) && !zone.equals(text.strip()))
                .sorted()
                .limit(MOST_ZONES)
                .map(zone -> Prompt.Option.of(zone, zone, ""))
                .toList();
    }

    private Prompt list(Setting setting, IncidentType type) {
        String usual = ChecklistText.write(shipped.get().of(type));
        String own = organisation.get().value(setting);
        return new Asked(
                words.name(setting),
                said("settings.list.hint"),
                own.isBlank() ? usual : own,
                LIST_ROWS,
                text -> list(setting, type, usual, text));
    }

    private Prompt.Reading list(Setting setting, IncidentType type, String usual, String text) {
        String standing = organisation.get().value(setting);
        List<Prompt.Option> back = text.strip().equals(usual)
                ? List.of()
                : List.of(new Prompt.Option(
                        usual, said("settings.list.back"), words.value(setting, "", shipped.get()), "Tab"));
        if (text.strip().equals(usual)) {
            return standing.isBlank()
                    ? new Prompt.Wanting(said("settings.list.same"), back)
                    : Prompt.Ready.of(
                            said("settings.list.reset"),
                            () -> office.does(
                                    List.of(new ResetSetting(setting.key())),
                                    said("settings.back", words.name(setting), said("settings.list.back"))));
        }
        var read = ChecklistText.read(type, text);
        if (read.isEmpty()) {
            // Not a plain refusal: the way back to the shipped text stays open.
            return new Prompt.Wanting(
                    ChecklistText.firstWrongLine(text)
                            .map(line ->
                                    said("settings.list.line", words.words().number(line), ChecklistText.FORM))
                            .orElseGet(() -> said("settings.list.empty", ChecklistText.MOST_STEPS)),
                    back);
        }
        return text.strip().equals(standing)
                ? new Prompt.Wanting(said("settings.list.same"), back)
                : new Prompt.Ready(
                        said(
                                "settings.list.ready",
                                words.words().number(read.get().steps().count()),
                                words.words().number(read.get().phases().size())),
                        List.of(),
                        back,
                        () -> office.does(
                                List.of(new ChangeSetting(setting.key(), text)),
                                said("settings.done", words.name(setting))));
    }

    private String said(String key, Object... arguments) {
        return words.words().get(key, arguments);
    }
}
