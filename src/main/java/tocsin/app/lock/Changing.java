package tocsin.app.lock;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import tocsin.app.Cover;
import tocsin.app.Profile;
import tocsin.journal.Disk;
import tocsin.journal.DiskInput;
import tocsin.journal.Fingerprint;
import tocsin.journal.JournalException;
import tocsin.journal.Reseal;

/// A profile's folder on its way from one cover to another. Copies are made and read back beside what is there; the
/// file
/// `changing` is the moment from which on they count. Killed before it, the profile is as it was; killed after it, the
/// next start finishes. The caller holds the profile's turn, and nobody has the profile open.
final class Changing {
    static final String MARK = "changing";
    private static final String NEXT = ".next";
    private static final String FORMER = ".former";
    private static final String ATTACHMENTS = "attachments";
    private static final String JOURNAL = "journal";
    private static final List<String> WINDOWS = List.of("session.properties", "views.txt");
    private static final List<String> ALL = List.of(JOURNAL, ATTACHMENTS, "session.properties", "views.txt");

    /// What is folded anew, and what a line of trouble or a draft may have left of words.
    private static final List<String> LEFT =
            List.of("store", "index", "logs", "session.properties.new", "views.txt.new");

    private static final long SPARE_BYTES = 64L << 20;
    private static final int BUFFER = 1 << 16;

    private final Profile profile;
    private final Disk disk;
    private final Path folder;

    Changing(Profile profile, Disk disk) {
        this.profile = profile;
        this.disk = disk;
        this.folder = profile.folder();
    }

    /// Finishes what was begun, or clears it away.
    void settle() throws IOException {
        if (there(folder.resolve(MARK))) {
            finish();
        } else {
            delete(folder.resolve(MARK + ".tmp"));
            for (String name : ALL) {
                delete(folder.resolve(name + NEXT));
            }
        }
    }

    /// Makes the copies. Returns the number of the journal's records.
    long prepare(Cover from, Cover to, Fingerprint place) throws IOException, JournalException {
        settle();
        ensureRoom();
        long records = Reseal.copy(
                new Reseal.Side(from.over(disk), profile.journal(), from.seal()),
                new Reseal.Side(to.over(disk), folder.resolve(JOURNAL + NEXT), to.seal()),
                place);
        if (Files.isDirectory(profile.attachments())) {
            Path next = folder.resolve(ATTACHMENTS + NEXT);
            disk.createFolder(next);
            for (String name : disk.list(profile.attachments())) {
                if (name.matches("[0-9a-f]{64}")) {
                    copy(from, to, profile.attachments().resolve(name), next.resolve(name));
                }
            }
            disk.forceDirectory(next);
        }
        for (String name : WINDOWS) {
            if (there(folder.resolve(name))) {
                copy(from, to, folder.resolve(name), folder.resolve(name + NEXT));
            }
        }
        disk.forceDirectory(folder);
        return records;
    }

    /// From here on there is no way back.
    void decide() throws IOException {
        Path draft = folder.resolve(MARK + ".tmp");
        try (var file = disk.open(draft, Disk.Access.CREATE)) {
            file.write(ByteBuffer.wrap(new byte[] {'1', '\n'}), 0);
            file.force();
        }
        disk.rename(draft, folder.resolve(MARK));
        disk.forceDirectory(folder);
    }

    private void finish() throws IOException {
        for (String name : ALL) {
            Path next = folder.resolve(name + NEXT);
            Path here = folder.resolve(name);
            if (there(next)) {
                if (there(here)) {
                    disk.rename(here, folder.resolve(name + FORMER));
                }
                disk.rename(next, here);
            }
        }
        disk.forceDirectory(folder);
        for (String name : ALL) {
            delete(folder.resolve(name + FORMER));
        }
        for (String name : LEFT) {
            delete(folder.resolve(name));
        }
        disk.forceDirectory(folder);
        disk.delete(folder.resolve(MARK));
        disk.forceDirectory(folder);
    }

    private void ensureRoom() throws IOException {
        long needed = SPARE_BYTES + bytes(profile.journal()) + bytes(profile.attachments());
        long room = disk.usableSpace(folder);
        if (room < needed) {
            throw new IOException("the copies need " + (needed >> 20) + " MB, and " + (room >> 20) + " MB are free");
        }
    }

    private long bytes(Path inner) throws IOException {
        long sum = 0;
        if (Files.isDirectory(inner)) {
            for (String name : disk.list(inner)) {
                Path file = inner.resolve(name);
                sum += Files.isRegularFile(file) ? Files.size(file) : 0;
            }
        }
        return sum;
    }

    private void copy(Cover from, Cover to, Path source, Path target) throws IOException {
        byte[] written;
        try (var in = DiskInput.open(from.over(disk), source);
                var out = to.over(disk).open(target, Disk.Access.CREATE)) {
            MessageDigest digest = sha256();
            byte[] buffer = new byte[BUFFER];
            long at = 0;
            for (int got = in.read(buffer); got >= 0; got = in.read(buffer)) {
                digest.update(buffer, 0, got);
                out.write(ByteBuffer.wrap(buffer, 0, got), at);
                at += got;
            }
            out.force();
            written = digest.digest();
        }
        if (!MessageDigest.isEqual(written, sum(to, target))) {
            throw new IOException("the copy of " + source.getFileName() + " reads back as something else");
        }
    }

    private byte[] sum(Cover cover, Path file) throws IOException {
        try (var in = DiskInput.open(cover.over(disk), file)) {
            MessageDigest digest = sha256();
            byte[] buffer = new byte[BUFFER];
            for (int got = in.read(buffer); got >= 0; got = in.read(buffer)) {
                digest.update(buffer, 0, got);
            }
            return digest.digest();
        }
    }

    private void delete(Path path) throws IOException {
        if (Files.isDirectory(path, LinkOption.NOFOLLOW_LINKS)) {
            for (String name : disk.list(path)) {
                delete(path.resolve(name));
            }
        }
        if (there(path)) {
            disk.delete(path);
        }
    }

    private static boolean there(Path path) {
        return Files.exists(path, LinkOption.NOFOLLOW_LINKS);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
