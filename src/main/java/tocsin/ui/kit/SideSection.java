package tocsin.ui.kit;

import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.scene.layout.VBox;

/// A section of a [SidePane], with what its tab says.
public final class SideSection extends VBox {
    private final StringProperty name = new SimpleStringProperty(this, "name", "");
    private final StringProperty key = new SimpleStringProperty(this, "key", "");
    private final ObjectProperty<Flag> flag = new SimpleObjectProperty<>(this, "flag", Flag.NONE);
    private final BooleanProperty present = new SimpleBooleanProperty(this, "present", true);

    public SideSection() {
        getStyleClass().add("side-section");
    }

    /// In a word, since tabs are narrow.
    public String getName() {
        return name.get();
    }

    public void setName(String name) {
        this.name.set(name);
    }

    public StringProperty nameProperty() {
        return name;
    }

    /// The key that shows it.
    public String getKey() {
        return key.get();
    }

    public void setKey(String key) {
        this.key.set(key);
    }

    public StringProperty keyProperty() {
        return key;
    }

    public Flag getFlag() {
        return flag.get();
    }

    public void setFlag(Flag flag) {
        this.flag.set(flag);
    }

    public ObjectProperty<Flag> flagProperty() {
        return flag;
    }

    /// Whether there is anything in it to show.
    public boolean isPresent() {
        return present.get();
    }

    public void setPresent(boolean present) {
        this.present.set(present);
    }

    public BooleanProperty presentProperty() {
        return present;
    }
}
