package tocsin.ui.settings;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import tocsin.app.Safe;
import tocsin.domain.checklist.Checklists;
import tocsin.domain.organisation.Clash;
import tocsin.domain.organisation.Organisation;
import tocsin.domain.organisation.Setting;
import tocsin.ui.kit.Prompt;
import tocsin.ui.kit.Words;

/// Every setting as it stands, and all there is to say of the one that is pointed at. Lives on the JavaFX thread, knows
/// no node.
public final class SettingsModel {
    private static final Duration NOTICE = Duration.ofSeconds(8);
    private static final String SUBJECT = "setting ";

    private final SettingWords said;
    private final Words words;
    private final ZoneId zone;
    private final InstantSource wall;
    private final Map<Setting, SettingModel> rows = new EnumMap<>(Setting.class);
    private final ReadOnlyStringWrapper count = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper notice = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper name = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper meaning = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper value = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper shipped = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper lastWord = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper keys = new ReadOnlyStringWrapper("");
    private final ObservableList<Apart> clashes = FXCollections.observableArrayList();
    private Organisation organisation = Organisation.EMPTY;
    private Checklists lists = Checklists.NONE;
    private Optional<Setting> chosen = Optional.empty();
    private Instant noticeUntil = Instant.MIN;

    /// Two people set this while apart.
    record Apart(Setting setting, String title, String line) {}

    SettingsModel(Words words, ZoneId zone, InstantSource wall) {
        this.words = words;
        this.zone = zone;
        this.wall = wall;
        said = new SettingWords(words);
        for (Setting setting : Setting.values()) {
            rows.put(setting, new SettingModel(setting, said));
        }
        choose(Setting.UPDATES_1);
    }

    void show(Organisation now) {
        organisation = now;
        draw();
    }

    /// The lists that came with the program have been read.
    void shipped(Checklists shippedLists) {
        lists = shippedLists;
        draw();
    }

    private void draw() {
        rows.values().forEach(row -> row.show(organisation, lists));
        long changed = Arrays.stream(Setting.values())
                .filter(setting -> !organisation.isShipped(setting))
                .count();
        count.set(
                changed == 0
                        ? words.get("settings.count.none")
                        : words.get("settings.count", words.number(changed), words.number(Setting.values().length)));
        clashes.setAll(organisation.clashes().stream()
                .flatMap(clash -> apart(clash).stream())
                .toList());
        about();
    }

    private Optional<Apart> apart(Clash clash) {
        return clash.subject().startsWith(SUBJECT)
                ? Setting.ofKey(clash.subject().substring(SUBJECT.length()))
                        .map(setting -> new Apart(
                                setting,
                                words.get("settings.apart", said.name(setting)),
                                words.get(
                                        "settings.apart.line",
                                        Safe.line(clash.by().name()),
                                        said.value(setting, organisation.value(setting), lists))))
                : Optional.empty();
    }

    /// A person points at one.
    void choose(Setting setting) {
        chosen = Optional.of(setting);
        about();
    }

    Setting chosen() {
        return chosen.orElse(Setting.UPDATES_1);
    }

    private void about() {
        Setting setting = chosen();
        boolean changed = !organisation.isShipped(setting);
        name.set(said.name(setting));
        meaning.set(said.meaning(setting));
        value.set(said.whole(setting, organisation.value(setting), lists));
        shipped.set(
                changed
                        ? words.get("settings.shipped", said.whole(setting, setting.shipped(), lists))
                        : words.get("settings.isShipped"));
        lastWord.set(organisation
                .lastWord(setting)
                .map(word -> words.get(
                        changed ? "settings.by" : "settings.by.back",
                        Safe.line(word.by().name()),
                        words.date(word.at().atZone(zone)),
                        DateTimeFormatter.ofPattern("HH:mm").format(word.at().atZone(zone))))
                .orElse(""));
        keys.set(words.get(changed ? "settings.keys.changed" : "settings.keys"));
    }

    boolean isShipped(Setting setting) {
        return organisation.isShipped(setting);
    }

    /// What came of an act that no line asked for.
    void tell(Prompt.Outcome outcome) {
        say(
                switch (outcome) {
                    case Prompt.Done(var line) -> line;
                    case Prompt.Refused(var line) -> line;
                    case Prompt.Next _ -> "";
                });
    }

    void say(String line) {
        notice.set(line);
        noticeUntil = wall.instant().plus(NOTICE);
    }

    void tick(Instant now) {
        if (now.isAfter(noticeUntil)) {
            notice.set("");
        }
    }

    boolean ready() {
        return !lists.equals(Checklists.NONE);
    }

    Organisation organisation() {
        return organisation;
    }

    Checklists lists() {
        return lists;
    }

    SettingWords said() {
        return said;
    }

    SettingModel row(Setting setting) {
        return Objects.requireNonNull(rows.get(setting));
    }

    ObservableList<Apart> clashes() {
        return clashes;
    }

    public String getCount() {
        return count.get();
    }

    public ReadOnlyStringProperty countProperty() {
        return count.getReadOnlyProperty();
    }

    public String getNotice() {
        return notice.get();
    }

    public ReadOnlyStringProperty noticeProperty() {
        return notice.getReadOnlyProperty();
    }

    public String getName() {
        return name.get();
    }

    public ReadOnlyStringProperty nameProperty() {
        return name.getReadOnlyProperty();
    }

    public String getMeaning() {
        return meaning.get();
    }

    public ReadOnlyStringProperty meaningProperty() {
        return meaning.getReadOnlyProperty();
    }

    public String getValue() {
        return value.get();
    }

    public ReadOnlyStringProperty valueProperty() {
        return value.getReadOnlyProperty();
    }

    public String getShipped() {
        return shipped.get();
    }

    public ReadOnlyStringProperty shippedProperty() {
        return shipped.getReadOnlyProperty();
    }

    public String getLastWord() {
        return lastWord.get();
    }

    public ReadOnlyStringProperty lastWordProperty() {
        return lastWord.getReadOnlyProperty();
    }

    public String getKeys() {
        return keys.get();
    }

    public ReadOnlyStringProperty keysProperty() {
        return keys.getReadOnlyProperty();
    }
}
