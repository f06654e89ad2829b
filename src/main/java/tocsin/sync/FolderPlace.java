package tocsin.sync;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import tocsin.base.DeskId;
import tocsin.journal.Hash;

/// Where things lie in the folder of a hub. A file tells that it is one, so that the empty place where a drive is not
/// plugged in is never taken for an empty hub.
record FolderPlace(Path root) {
    static final String MARKER = "tocsin-hub.txt";
    static final int VERSION = 1;
    private static final Pattern FIRST_LINE = Pattern.compile("tocsin hub (\\d{1,6}) ([0-9a-f-]{8,80})");
    private static final int MARKER_BYTES = 4_096;
    private static final boolean WINDOWS = System.getProperty("os.name", "").startsWith("Windows");

    /// Begins a hub in the folder, which must be there; one that has begun is left as it is.
    static void begin(Path root) throws IOException {
        var place = new FolderPlace(root);
        for (Path each : List.of(place.desks(), place.present(), place.attachments(), place.clock())) {
            place.make(each);
        }
        if (!Files.exists(root.resolve(MARKER))) {
            String words = "tocsin hub " + VERSION + " " + UUID.randomUUID() + "\n\n"
                    + "In this folder the desks of Tocsin leave their facts for each other. Each desk writes only in its\n"
                    + "own folder under `desks`. Nothing here may be changed by hand; all of it may be copied.\n";
            place.replace(root.resolve(MARKER), words.getBytes(UTF_8));
            place.force(root);
        }
    }

    /// Tells which hub lies here.
    String hub() throws IOException, HubTrouble {
        Path marker = root.resolve(MARKER);
        if (!Files.isRegularFile(marker, LinkOption.NOFOLLOW_LINKS)) {
            throw new NoSuchFileException(marker.toString());
        }
        String words = new String(head(marker, MARKER_BYTES), UTF_8);
        var line = FIRST_LINE.matcher(words.lines().findFirst().orElse(""));
        if (!line.matches()) {
            throw new HubTrouble(HubTrouble.Kind.FOREIGN, "the file " + marker + " is not that of a hub");
        }
        int version = Integer.parseInt(line.group(1));
        if (version > VERSION) {
            throw new HubTrouble(
                    HubTrouble.Kind.FOREIGN,
                    "the hub in " + root + " has format " + version + ", this Tocsin knows " + VERSION
                            + ": a newer Tocsin is needed");
        }
        return line.group(2);
    }

    Path desks() {
        return root.resolve("desks");
    }

    Path desk(DeskId desk) {
        return desks().resolve(desk.value());
    }

    Path present() {
        return root.resolve("present");
    }

    Path clock() {
        return root.resolve("clock");
    }

    Path attachments() {
        return root.resolve("attachments");
    }

    Path attachment(Hash attachment) {
        return attachments().resolve(attachment.hex());
    }

    /// Names of what lies in the folder; none when it is not there.
    static List<String> names(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            return List.of();
        }
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        } catch (java.io.UncheckedIOException failed) {
            throw failed.getCause();
        }
    }

    void make(Path folder) throws IOException {
        try {
            Files.createDirectory(folder);
            share(folder, Set.of());
            force(folder.resolveSibling("."));
        } catch (FileAlreadyExistsException alreadyThere) {
            if (!Files.isDirectory(folder)) {
                throw alreadyThere;
            }
        }
    }

    /// Gives a new file or folder the permissions of the hub's folder: who may write there decides who may join.
    void share(Path made, Set<PosixFilePermission> without) {
        try {
            var permissions = EnumSet.noneOf(PosixFilePermission.class);
            permissions.addAll(Files.getPosixFilePermissions(root));
            permissions.removeAll(without);
            Files.setPosixFilePermissions(made, permissions);
        } catch (UnsupportedOperationException | IOException theFolderDecides) {
            // sticks and foreign shares have permissions of their own
        }
    }

    void shareFile(Path made) {
        share(
                made,
                EnumSet.of(
                        PosixFilePermission.OWNER_EXECUTE,
                        PosixFilePermission.GROUP_EXECUTE,
                        PosixFilePermission.OTHERS_EXECUTE));
    }

    /// Writes a file that is either there whole or not at all.
    void replace(Path file, byte[] content) throws IOException {
        Path written = file.resolveSibling(file.getFileName() + "." + UUID.randomUUID() + ".tmp");
        try {
            try (var out = FileChannel.open(written, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
                var buffer = java.nio.ByteBuffer.wrap(content);
                while (buffer.hasRemaining()) {
                    out.write(buffer);
                }
                out.force(true);
            }
            shareFile(written);
            try {
                Files.move(written, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
            } catch (AtomicMoveNotSupportedException onThisDrive) {
                Files.move(written, file, StandardCopyOption.REPLACE_EXISTING);
            }
        } finally {
            Files.deleteIfExists(written);
        }
    }

    /// The first bytes of a file, whatever its size.
    static byte[] head(Path file, int most) throws IOException {
        try (var in = Files.newInputStream(file)) {
            return in.readNBytes(most);
        }
    }

    /// Makes new names in the folder survive a power cut, where the system offers that.
    void force(Path folder) throws IOException {
        if (!WINDOWS) {
            try (var channel = FileChannel.open(folder, StandardOpenOption.READ)) {
                channel.force(true);
            } catch (IOException notOfferedHere) {
                if (!Files.isDirectory(folder)) {
                    throw notOfferedHere;
                }
            }
        }
    }
}
