package tocsin.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;

/// Folders that a measurement made and takes away again.
final class Folders {
    private Folders() {}

    /// The files of a profile that nobody has open; what is no file, as a socket, stays behind.
    static void copy(Path from, Path to) throws IOException {
        delete(to);
        try (var files = Files.walk(from)) {
            for (Path file : files.sorted().toList()) {
                Path there = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(there);
                } else if (Files.isRegularFile(file)) {
                    Files.copy(file, there);
                }
            }
        }
    }

    static void delete(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (var files = Files.walk(folder)) {
                for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(file);
                }
            }
        }
    }
}
