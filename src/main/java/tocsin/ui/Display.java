package tocsin.ui;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Whether a window could be shown here. Found out without starting the toolkit, which would end in a stack
/// trace.
public sealed interface Display {
    record Available() implements Display {}

    /// No window can be shown.
    ///
    /// @param reason in plain words, without a full stop
    record Missing(String reason) implements Display {}

    static Display find() {
        return new Look(
                        System.getenv(),
                        System.getProperties().stringPropertyNames().contains("glass.platform"),
                        Path.of("/"))
                .on(System.getProperty("os.name", ""));
    }

    /// Where to look.
    ///
    /// @param drawsInMemory whether JavaFX was told to use another platform than the desktop's
    record Look(Map<String, String> environment, boolean drawsInMemory, Path root) {
        private static final String GTK = "libgtk-3.so.0";
        private static final List<String> FOLDERS =
                List.of("lib", "lib64", "usr/lib", "usr/lib64", "usr/local/lib", "usr/local/lib64");

        Display on(String system) {
            String name = system.toLowerCase(Locale.ROOT);
            if (drawsInMemory || name.contains("win") || name.contains("mac")) {
                return new Available();
            }
            return missing().<Display>map(Missing::new).orElseGet(Available::new);
        }

        private Optional<String> missing() {
            if (!has("DISPLAY")) {
                // The toolkit speaks X11 only; a Wayland session serves it through XWayland.
                return Optional.of(
                        has("WAYLAND_DISPLAY")
                                ? "this Wayland session offers no X11 display; install or enable XWayland"
                                : "DISPLAY is not set and no Wayland session was found");
            }
            return hasGtk() ? Optional.empty() : Optional.of("the GTK 3 library (" + GTK + ") is not installed");
        }

        private boolean has(String variable) {
            return !environment.getOrDefault(variable, "").isBlank();
        }

        private boolean hasGtk() {
            return cacheNamesGtk() || folders().anyMatch(folder -> Files.exists(folder.resolve(GTK)));
        }

        /// The loader's own list of libraries is binary, but names stand in it as they are.
        private boolean cacheNamesGtk() {
            try {
                byte[] cache = Files.readAllBytes(root.resolve("etc/ld.so.cache"));
                return new String(cache, StandardCharsets.ISO_8859_1).contains(GTK);
            } catch (IOException noCache) {
                return false;
            }
        }

        private Stream<Path> folders() {
            Stream<Path> named = Arrays.stream(
                            environment.getOrDefault("LD_LIBRARY_PATH", "").split(":"))
                    .filter(folder -> !folder.isBlank())
                    .map(Path::of);
            Stream<Path> usual = FOLDERS.stream().map(root::resolve).flatMap(Look::withInner);
            return Stream.concat(named, usual);
        }

        /// Some systems keep one folder for each kind of processor, such as `x86_64-linux-gnu`.
        private static Stream<Path> withInner(Path folder) {
            try (Stream<Path> inner = Files.list(folder)) {
                List<Path> found = inner.filter(
                                path -> String.valueOf(path.getFileName()).contains("-linux-"))
                        .toList();
                return Stream.concat(Stream.of(folder), found.stream());
            } catch (IOException absent) {
                return Stream.empty();
            }
        }
    }
}
