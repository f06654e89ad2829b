package tocsin.app;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import tocsin.domain.incident.Refusal;
import tocsin.domain.timeline.Attachment;
import tocsin.journal.Disk;
import tocsin.journal.DiskInput;

/// The files beside the log. Each lies under the SHA-256 of its bytes, so the same bytes lie there once, and is forced
/// to the disk before anybody can name it in a fact. Methods may be called from any thread and return at once; the work
/// is done on a thread of each file's own.
public final class Attachments {
    public static final long MOST_BYTES = 512L << 20;

    private static final System.Logger LOG = System.getLogger(Attachments.class.getName());
    static final String TAKING = ".taking-";
    private static final int BUFFER = 1 << 16;
    private static final int NAME_CHARS = 200;
    private static final Executor ASIDE =
            work -> Thread.ofVirtual().name("tocsin-file").start(work);

    private final Path folder;
    private final Disk disk;
    private boolean swept;

    Attachments(Path folder, Disk disk) {
        this.folder = folder;
        this.disk = disk;
    }

    /// What came of it. Nothing half-written stays.
    public sealed interface Taken {
        record Kept(Attachment attachment) implements Taken {}

        record Refused(Refusal why) implements Taken {}
    }

    public CompletableFuture<Taken> take(Path file) {
        return CompletableFuture.supplyAsync(() -> taken(file), ASIDE);
    }

    public CompletableFuture<Taken> take(String name, byte[] bytes) {
        return CompletableFuture.supplyAsync(() -> kept(name, new ByteArrayInputStream(bytes)), ASIDE);
    }

    /// Copies one of them out to a new file; an older one of that name is never written over.
    public CompletableFuture<Taken> save(Attachment attachment, Path target) {
        return CompletableFuture.supplyAsync(() -> saved(attachment, target), ASIDE);
    }

    /// Its bytes as they were taken in, if it is here.
    public InputStream open(Attachment attachment) throws IOException {
        return DiskInput.open(disk, fileOf(attachment));
    }

    /// Where it lies, if it is here.
    Path fileOf(Attachment attachment) {
        return folder.resolve(attachment.sha256());
    }

    /// The bytes go for good. Nobody may name them any more.
    void forget(String sha256) throws IOException {
        if (sha256.matches("[0-9a-f]{64}")) {
            disk.delete(folder.resolve(sha256));
        }
    }

    private Taken taken(Path file) {
        String name = String.valueOf(file.getFileName());
        if (Files.isDirectory(file)) {
            return refused("refused.file.folder", name);
        }
        if (Files.exists(file) && !Files.isRegularFile(file)) {
            return refused("refused.file.special", name);
        }
        try (InputStream in = Files.newInputStream(file)) {
            long size = Files.size(file);
            return size > MOST_BYTES ? tooLarge(name) : size > room() ? full(name) : kept(name, in);
        } catch (NoSuchFileException gone) {
            return refused("refused.file.gone", name);
        } catch (AccessDeniedException denied) {
            return refused("refused.file.denied", name);
        } catch (IOException unreadable) {
            return refused("refused.file.unreadable", name, reason(unreadable));
        }
    }

    private Taken kept(String name, InputStream in) {
        Path copy = folder.resolve(TAKING + UUID.randomUUID());
        try {
            disk.createFolder(folder);
            sweep();
            Copied copied = copy(name, in, copy);
            if (copied.size > MOST_BYTES) {
                return tooLarge(name);
            }
            disk.rename(copy, folder.resolve(copied.sha256));
            disk.forceDirectory(folder);
            return new Taken.Kept(new Attachment(copied.sha256, plain(name), copied.size, copied.mediaType));
        } catch (SourceFailed unreadable) {
            return refused("refused.file.unreadable", name, reason(unreadable));
        } catch (IOException failed) {
            return room() < BUFFER || reason(failed).contains("space")
                    ? full(name)
                    : refused("refused.file.store", name, reason(failed));
        } finally {
            drop(copy);
        }
    }

    private record Copied(String sha256, long size, String mediaType) {}

    /// Stops one piece behind the limit, because a file may grow while it is read.
    private Copied copy(String name, InputStream in, Path to) throws IOException {
        MessageDigest digest = sha256();
        byte[] buffer = new byte[BUFFER];
        byte[] front = new byte[0];
        long size = 0;
        try (var out = disk.open(to, Disk.Access.CREATE)) {
            for (int got = read(in, buffer); got >= 0 && size <= MOST_BYTES; got = read(in, buffer)) {
                if (size == 0) {
                    front = Arrays.copyOf(buffer, got);
                }
                digest.update(buffer, 0, got);
                out.write(ByteBuffer.wrap(buffer, 0, got), size);
                size += got;
            }
            out.force();
        }
        return new Copied(HexFormat.of().formatHex(digest.digest()), size, MediaType.of(name, front));
    }

    /// What cannot be read is the file's fault, what cannot be written the disk's.
    private static final class SourceFailed extends IOException {
        private static final long serialVersionUID = 1;

        SourceFailed(IOException cause) {
            super(cause.getMessage(), cause);
        }
    }

    private static int read(InputStream in, byte[] buffer) throws SourceFailed {
        try {
            int got = in.readNBytes(buffer, 0, buffer.length);
            return got == 0 ? -1 : got;
        } catch (IOException failed) {
            throw new SourceFailed(failed);
        }
    }

    private Taken saved(Attachment attachment, Path target) {
        String name = String.valueOf(target.getFileName());
        try (InputStream in = open(attachment)) {
            Files.copy(in, target);
            return new Taken.Kept(attachment);
        } catch (FileAlreadyExistsException there) {
            return refused("refused.file.exists", name);
        } catch (NoSuchFileException gone) {
            return Files.exists(fileOf(attachment))
                    ? refused("refused.file.noFolder", String.valueOf(target.getParent()))
                    : refused("refused.file.missing", attachment.name());
        } catch (AccessDeniedException denied) {
            return refused("refused.file.denied", name);
        } catch (IOException failed) {
            return refused("refused.file.save", name, reason(failed));
        }
    }

    /// What a process left that was killed while it took something in.
    private synchronized void sweep() throws IOException {
        if (!swept) {
            swept = true;
            for (String name : disk.list(folder)) {
                if (name.startsWith(TAKING)) {
                    disk.delete(folder.resolve(name));
                }
            }
        }
    }

    private void drop(Path copy) {
        try {
            disk.delete(copy);
        } catch (IOException stays) {
            LOG.log(System.Logger.Level.WARNING, "{0} stays until the next start: {1}", copy, stays.getMessage());
        }
    }

    private long room() {
        try {
            return disk.usableSpace(Files.exists(folder) ? folder : folder.resolveSibling(""));
        } catch (IOException unknown) {
            return Long.MAX_VALUE;
        }
    }

    private static Taken tooLarge(String name) {
        return refused("refused.file.large", name, String.valueOf(MOST_BYTES >> 20));
    }

    private static Taken full(String name) {
        return refused("refused.file.full", name);
    }

    private static Taken refused(String key, String name, String... more) {
        var words = new java.util.ArrayList<>(List.of(Safe.cut(Safe.line(name), 80)));
        words.addAll(List.of(more));
        return new Taken.Refused(new Refusal(key, words));
    }

    private static String plain(String name) {
        return Safe.cut(Safe.line(name), NAME_CHARS);
    }

    private static String reason(IOException failed) {
        return Safe.line(String.valueOf(failed.getMessage()));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }
}
