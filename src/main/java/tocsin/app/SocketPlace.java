package tocsin.app;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;

/// Where the owner of a profile listens. A socket's path may have about a hundred bytes; when the profile's own is
/// longer,
/// the socket lies in a private temporary folder and a file in the profile says where.
final class SocketPlace {
    private static final int LONGEST = 100;

    private SocketPlace() {}

    /// Where to listen; makes a temporary folder if it must.
    static Path toListen(Profile profile) throws IOException {
        Path usual = profile.socket();
        Files.deleteIfExists(pointer(profile));
        if (bytes(usual) <= LONGEST) {
            Files.deleteIfExists(usual);
            return usual;
        }
        return elsewhere(profile);
    }

    /// A private temporary folder, with a file in the profile that says where.
    static Path elsewhere(Profile profile) throws IOException {
        boolean posix = FileSystems.getDefault().supportedFileAttributeViews().contains("posix");
        Path folder = posix
                ? Files.createTempDirectory(
                        "tocsin", PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")))
                : Files.createTempDirectory("tocsin");
        Path elsewhere = folder.resolve("s");
        Files.writeString(pointer(profile), elsewhere.toString(), StandardCharsets.UTF_8);
        return elsewhere;
    }

    /// Where somebody may be listening. A place that cannot be read is answered like one where nobody is: the journal's
    /// lock tells the truth.
    static Optional<Path> toCall(Profile profile) {
        Path pointer = pointer(profile);
        try {
            Path place =
                    Files.exists(pointer) ? Path.of(Files.readString(pointer).strip()) : profile.socket();
            return Files.exists(place) ? Optional.of(place) : Optional.empty();
        } catch (IOException | InvalidPathException unreadable) {
            return Optional.empty();
        }
    }

    static void clear(Profile profile, Path place) throws IOException {
        Files.deleteIfExists(place);
        if (!place.equals(profile.socket())) {
            Files.deleteIfExists(parent(place));
            Files.deleteIfExists(pointer(profile));
        }
    }

    private static Path parent(Path place) {
        Path parent = place.getParent();
        return parent == null ? place : parent;
    }

    private static Path pointer(Profile profile) {
        return profile.folder().resolve("socket.at");
    }

    private static int bytes(Path path) {
        return path.toString().getBytes(StandardCharsets.UTF_8).length;
    }
}
