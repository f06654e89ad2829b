package tocsin.ui.settings;

import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import tocsin.domain.checklist.Checklists;
import tocsin.domain.organisation.Organisation;
import tocsin.domain.organisation.Setting;

/// One setting as it is shown. Lives on the JavaFX thread, knows no node.
final class SettingModel {
    private final Setting setting;
    private final SettingWords words;
    private final ReadOnlyStringWrapper value = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper shipped = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper spoken = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper changed = new ReadOnlyBooleanWrapper();

    SettingModel(Setting setting, SettingWords words) {
        this.setting = setting;
        this.words = words;
    }

    void show(Organisation organisation, Checklists lists) {
        boolean other = !organisation.isShipped(setting);
        value.set(words.value(setting, organisation.value(setting), lists));
        shipped.set(other ? words.words().get("settings.shipped", words.value(setting, setting.shipped(), lists)) : "");
        changed.set(other);
        spoken.set((words.name(setting) + ": " + value.get() + ". " + shipped.get()).strip());
    }

    Setting setting() {
        return setting;
    }

    String name() {
        return words.inList(setting);
    }

    ReadOnlyStringProperty valueProperty() {
        return value.getReadOnlyProperty();
    }

    ReadOnlyStringProperty shippedProperty() {
        return shipped.getReadOnlyProperty();
    }

    /// What a screen reader says.
    ReadOnlyStringProperty spokenProperty() {
        return spoken.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty changedProperty() {
        return changed.getReadOnlyProperty();
    }
}
