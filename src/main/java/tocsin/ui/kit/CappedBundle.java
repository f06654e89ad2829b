package tocsin.ui.kit;

import java.util.Enumeration;
import java.util.Locale;
import java.util.ResourceBundle;

/// The texts of the screens, each key in them as it stands on the caps of this computer.
final class CappedBundle extends ResourceBundle {
    private final ResourceBundle written;
    private final Locale language;

    CappedBundle(ResourceBundle written, Locale language) {
        this.written = written;
        this.language = language;
    }

    @Override
    protected Object handleGetObject(String key) {
        return KeyCaps.in(written.getString(key), language);
    }

    @Override
    public boolean containsKey(String key) {
        return written.containsKey(key);
    }

    @Override
    public Enumeration<String> getKeys() {
        return written.getKeys();
    }
}
