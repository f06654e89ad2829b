package tocsin.app;

import java.lang.reflect.Modifier;
import java.util.Locale;

/// Tells Java by name which of its own socket implementations to use. Not told, it looks for others in every jar of the
/// class path, and opening those takes longer than all the rest of a command that the owner runs. A name that this Java
/// does not know is never told, so the worst that can happen is the long way.
final class PlainSockets {
    private static final String PROPERTY = "java.nio.channels.spi.SelectorProvider";

    private PlainSockets() {}

    /// Has an effect only before the first channel is opened.
    static void choose() {
        if (System.getProperty(PROPERTY) == null) {
            String name = "sun.nio.ch." + kind() + "SelectorProvider";
            if (canBeMade(name)) {
                System.setProperty(PROPERTY, name);
            }
        }
    }

    private static String kind() {
        String system = System.getProperty("os.name", "").toLowerCase(Locale.ROOT);
        return system.contains("win") ? "WEPoll" : system.contains("mac") ? "KQueue" : "EPoll";
    }

    private static boolean canBeMade(String name) {
        try {
            Class<?> provider = Class.forName(name, false, null);
            return Modifier.isPublic(provider.getModifiers())
                    && Modifier.isPublic(provider.getConstructor().getModifiers());
        } catch (ClassNotFoundException | NoSuchMethodException unknown) {
            return false;
        }
    }
}
