package tocsin.ui.shell;

import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.PasswordField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import tocsin.ui.kit.Screens;

/// The field before a locked profile: nothing of the profile is on the screen before it.
public final class LockPane {
    private final LockModel model;

    @FXML
    private PasswordField passphrase;

    public LockPane(LockModel model) {
        this.model = model;
    }

    public Parent draw(Screens screens) {
        return screens.load(this);
    }

    public LockModel getModel() {
        return model;
    }

    @FXML
    void initialize() {
        passphrase.addEventFilter(KeyEvent.KEY_PRESSED, key -> {
            if (key.getCode() == KeyCode.ENTER) {
                model.submit(taken());
                key.consume();
            }
        });
    }

    /// The only thing on this screen that can be used.
    public void enter() {
        passphrase.requestFocus();
    }

    /// The characters, without making a text of them.
    private char[] taken() {
        CharSequence typed = passphrase.getCharacters();
        char[] taken = new char[typed.length()];
        for (int at = 0; at < taken.length; at++) {
            taken[at] = typed.charAt(at);
        }
        passphrase.clear();
        return taken;
    }
}
