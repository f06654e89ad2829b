package tocsin.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DisplayTest {
    private static final Map<String, String> X11 = Map.of("DISPLAY", ":0");

    @TempDir
    Path root;

    @Test
    void withoutAnySessionThereIsNoDisplay() {
        assertThat(linux(Map.of()))
                .isEqualTo(new Display.Missing("DISPLAY is not set and no Wayland session was found"));
    }

    @Test
    void aWaylandSessionAloneIsNotEnough() {
        assertThat(linux(Map.of("WAYLAND_DISPLAY", "wayland-0")))
                .isEqualTo(
                        new Display.Missing("this Wayland session offers no X11 display; install or enable XWayland"));
    }

    @Test
    void withoutGtkThereIsNoDisplay() {
        assertThat(linux(X11)).isEqualTo(new Display.Missing("the GTK 3 library (libgtk-3.so.0) is not installed"));
    }

    @Test
    void gtkIsFoundInTheFolderOfTheProcessor() throws IOException {
        Path folder = Files.createDirectories(root.resolve("usr/lib/x86_64-linux-gnu"));
        Files.createFile(folder.resolve("libgtk-3.so.0"));
        assertThat(linux(X11)).isEqualTo(new Display.Available());
    }

    @Test
    void gtkIsFoundInTheListOfTheLoader() throws IOException {
        Path cache = Files.createDirectories(root.resolve("etc")).resolve("ld.so.cache");
        Files.write(cache, "\0\u00ff/opt/libgtk-3.so.0\0".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(linux(X11)).isEqualTo(new Display.Available());
    }

    @Test
    void windowsAndMacAlwaysHaveOne() {
        assertThat(new Display.Look(Map.of(), false, root).on("Windows 11")).isEqualTo(new Display.Available());
        assertThat(new Display.Look(Map.of(), false, root).on("Mac OS X")).isEqualTo(new Display.Available());
    }

    @Test
    void drawingInMemoryNeedsNone() {
        assertThat(Display.find()).isEqualTo(new Display.Available());
    }

    private Display linux(Map<String, String> environment) {
        return new Display.Look(environment, false, root).on("Linux");
    }
}
