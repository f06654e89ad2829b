package tocsin.journal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;

/// Says where a journal lives. Two copies of one profile must not write under one desk id, so a journal that wakes up
/// in another place takes a new id first.
@FunctionalInterface
public interface Fingerprint {
    String of(Path folder) throws IOException;

    /// The machine's id with the folder's number on its disk. The device number is left out: it may change at a reboot.
    static Fingerprint ofThisMachine() {
        return folder -> Hash.sha256((machine() + "\n" + folderMark(folder)).getBytes(UTF_8))
                .hex();
    }

    private static String machine() throws IOException {
        for (String file : List.of("/etc/machine-id", "/var/lib/dbus/machine-id")) {
            Path path = Path.of(file);
            if (Files.isReadable(path)) {
                return Files.readString(path).strip();
            }
        }
        String name = System.getenv("COMPUTERNAME");
        return System.getProperty("os.name", "") + " " + (name == null ? "" : name);
    }

    private static String folderMark(Path folder) throws IOException {
        if (FileSystems.getDefault().supportedFileAttributeViews().contains("unix")) {
            return String.valueOf(Files.getAttribute(folder, "unix:ino"));
        }
        var created = Files.readAttributes(folder, BasicFileAttributes.class).creationTime();
        return folder.toRealPath() + " " + created.toMillis();
    }
}
