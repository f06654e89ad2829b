package tocsin.ui.settings;

import javafx.scene.control.PasswordField;

/// What was typed hidden.
final class Typed {
    private Typed() {}

    /// The characters, without making a text of them. The field is empty afterwards.
    static char[] taken(PasswordField field) {
        CharSequence typed = field.getCharacters();
        char[] taken = new char[typed.length()];
        for (int at = 0; at < taken.length; at++) {
            taken[at] = typed.charAt(at);
        }
        field.clear();
        return taken;
    }
}
