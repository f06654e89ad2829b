package tocsin.ui.kit;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import javafx.scene.text.Font;

/// The faces the product brings along, so that spacing and pictures are the same on every desk. Their figures are all
/// equally wide. Other scripts and emoji come from the system, letter by letter.
final class Fonts {
    static final String TEXT = "IBM Plex Sans";
    static final String STRONG = "IBM Plex Sans SmBld";
    static final String MONO = "IBM Plex Mono";

    private static final List<String> FILES = List.of(
            "IBMPlexSans-Regular.ttf", "IBMPlexSans-Italic.ttf", "IBMPlexSans-SemiBold.ttf", "IBMPlexMono-Regular.ttf");

    private static boolean loaded;

    private Fonts() {}

    /// Makes the faces known to the toolkit, once; who comes second waits until they are. On any thread.
    static synchronized void load() {
        if (!loaded) {
            FILES.forEach(Fonts::load);
            loaded = true;
        }
    }

    private static void load(String file) {
        try (InputStream in = Fonts.class.getResourceAsStream("/tocsin/ui/fonts/" + file)) {
            if (in == null || Font.loadFont(in, Font.getDefault().getSize()) == null) {
                throw new IllegalStateException("the program is incomplete: the face " + file + " cannot be loaded");
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
