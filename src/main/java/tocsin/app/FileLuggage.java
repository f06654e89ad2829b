package tocsin.app;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import tocsin.base.DeskId;
import tocsin.domain.Fact;
import tocsin.domain.timeline.Attachment;
import tocsin.domain.timeline.TimelineFact;
import tocsin.journal.Disk;
import tocsin.journal.Hash;
import tocsin.journal.Journal;
import tocsin.journal.JournalException;
import tocsin.journal.StoredFact;
import tocsin.journal.codec.FactCodec;
import tocsin.sync.Hub;
import tocsin.sync.Luggage;

/// The attachments of a profile for the sync thread. It reads the journal once for the files that facts name, and then
/// only what was added.
final class FileLuggage implements Luggage {
    private static final String COMING = ".coming-";
    private static final byte[] MARK = "sha256".getBytes(java.nio.charset.StandardCharsets.US_ASCII);

    private final Journal journal;
    private final FactCodec codec;
    private final Path folder;
    private final Disk disk;
    private final Map<Hash, Piece> wanted = new LinkedHashMap<>();
    private final Map<Hash, Piece> owed = new LinkedHashMap<>();
    private long read = -1;

    FileLuggage(Journal journal, FactCodec codec, Path folder, Disk disk) {
        this.journal = journal;
        this.codec = codec;
        this.folder = folder;
        this.disk = disk;
    }

    @Override
    public List<Piece> wanted() throws JournalException {
        look();
        wanted.keySet().removeIf(hash -> Files.exists(folder.resolve(hash.hex())));
        return List.copyOf(wanted.values());
    }

    @Override
    public List<Piece> owed() throws JournalException {
        look();
        return List.copyOf(owed.values());
    }

    private void look() throws JournalException {
        long end = journal.size() - 1;
        if (end <= read) {
            return;
        }
        Set<DeskId> ours = new TreeSet<>(journal.formerDesks());
        ours.add(journal.desk());
        journal.replay(read, (_, fact) -> note(fact, ours));
        read = end;
    }

    private void note(StoredFact fact, Set<DeskId> ours) {
        for (Piece piece : named(fact)) {
            if (!Files.exists(folder.resolve(piece.hash().hex()))) {
                wanted.put(piece.hash(), piece);
            } else if (ours.contains(fact.id().desk())) {
                owed.put(piece.hash(), piece);
            }
        }
    }

    private List<Piece> named(StoredFact fact) {
        Optional<byte[]> payload = fact.payload();
        if (payload.isEmpty() || !contains(payload.get())) {
            return List.of();
        }
        Fact read = codec.recorded(fact).fact();
        var pieces = new ArrayList<Piece>();
        if (read instanceof TimelineFact.EntryAdded added) {
            for (Attachment each : added.attachments()) {
                Hash.parse(each.sha256())
                        .filter(_ -> each.size() >= 0)
                        .ifPresent(hash -> pieces.add(new Piece(hash, each.size())));
            }
        }
        return pieces;
    }

    /// Most facts name no file, and need not be read to know it.
    private static boolean contains(byte[] payload) {
        for (int i = 0; i + MARK.length <= payload.length; i++) {
            int same = 0;
            while (same < MARK.length && payload[i + same] == MARK[same]) {
                same++;
            }
            if (same == MARK.length) {
                return true;
            }
        }
        return false;
    }

    @Override
    public byte[] read(Piece piece, int number) throws IOException {
        var bytes = ByteBuffer.allocate(piece.length(number));
        try (var file = disk.open(folder.resolve(piece.hash().hex()), Disk.Access.READ)) {
            int got = file.read(bytes, (long) number * Hub.CHUNK_BYTES);
            if (got < bytes.capacity()) {
                throw new IOException("the file is shorter than its entry says");
            }
        }
        return bytes.array();
    }

    @Override
    public long arrived(Piece piece) throws IOException {
        Path coming = coming(piece);
        if (!Files.exists(coming)) {
            return 0;
        }
        if (Files.size(coming) >= piece.size()) {
            // The power went before it was looked at.
            disk.delete(coming);
            return 0;
        }
        return Files.size(coming);
    }

    @Override
    public boolean add(Piece piece, byte[] bytes) throws IOException {
        disk.createFolder(folder);
        Path coming = coming(piece);
        boolean begins = !Files.exists(coming);
        long before = begins ? 0 : Files.size(coming) / Hub.CHUNK_BYTES * Hub.CHUNK_BYTES;
        try (var file = disk.open(coming, begins ? Disk.Access.CREATE : Disk.Access.WRITE)) {
            file.write(ByteBuffer.wrap(bytes), before);
            file.truncate(before + bytes.length);
            file.force();
        }
        return before + bytes.length < piece.size() || finish(piece, coming);
    }

    private boolean finish(Piece piece, Path coming) throws IOException {
        if (!sum(coming).equals(piece.hash())) {
            disk.delete(coming);
            return false;
        }
        disk.rename(coming, folder.resolve(piece.hash().hex()));
        disk.forceDirectory(folder);
        wanted.remove(piece.hash());
        return true;
    }

    @Override
    public void delivered(Piece piece) {
        owed.remove(piece.hash());
    }

    private Path coming(Piece piece) {
        return folder.resolve(COMING + piece.hash().hex());
    }

    private static Hash sum(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file);
                var digested = new DigestInputStream(in, MessageDigest.getInstance("SHA-256"))) {
            digested.transferTo(java.io.OutputStream.nullOutputStream());
            return Hash.of(digested.getMessageDigest().digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
