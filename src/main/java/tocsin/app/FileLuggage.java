package tocsin.app;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
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
import tocsin.journal.DiskInput;
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
    static final String COMING = ".coming-";
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
        int count = here(piece);
        if ((long) count * Hub.CHUNK_BYTES >= piece.size()) {
            // The power went before it was looked at.
            drop(piece);
            return 0;
        }
        return (long) count * Hub.CHUNK_BYTES;
    }

    /// A chunk that is there is there whole.
    private int here(Piece piece) {
        int count = 0;
        while (Files.exists(coming(piece, count))) {
            count++;
        }
        return count;
    }

    @Override
    public boolean add(Piece piece, byte[] bytes) throws IOException {
        disk.createFolder(folder);
        int number = here(piece);
        Path draft = folder.resolve(COMING + piece.hash().hex() + ".draft");
        try (var file = disk.open(draft, Disk.Access.CREATE)) {
            file.write(ByteBuffer.wrap(bytes), 0);
            file.force();
        }
        disk.rename(draft, coming(piece, number));
        return (long) number * Hub.CHUNK_BYTES + bytes.length < piece.size() || finish(piece, number + 1);
    }

    /// Puts the chunks together, in a file that is sealed on a locked profile like they are.
    private boolean finish(Piece piece, int count) throws IOException {
        Path whole = folder.resolve(COMING + piece.hash().hex());
        if (!joined(piece, count, whole).equals(piece.hash())) {
            disk.delete(whole);
            drop(piece);
            return false;
        }
        disk.rename(whole, folder.resolve(piece.hash().hex()));
        disk.forceDirectory(folder);
        drop(piece);
        wanted.remove(piece.hash());
        return true;
    }

    private Hash joined(Piece piece, int count, Path whole) throws IOException {
        try (var out = disk.open(whole, Disk.Access.CREATE)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            long at = 0;
            for (int number = 0; number < count; number++) {
                try (var in = DiskInput.open(disk, coming(piece, number))) {
                    byte[] bytes = in.readNBytes(Hub.CHUNK_BYTES);
                    digest.update(bytes);
                    out.write(ByteBuffer.wrap(bytes), at);
                    at += bytes.length;
                }
            }
            out.force();
            return Hash.of(digest.digest());
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    /// From the last to the first, so that a power cut leaves no gap.
    private void drop(Piece piece) throws IOException {
        for (int number = here(piece) - 1; number >= 0; number--) {
            disk.delete(coming(piece, number));
        }
    }

    @Override
    public void delivered(Piece piece) {
        owed.remove(piece.hash());
    }

    private Path coming(Piece piece, int number) {
        return folder.resolve(COMING + piece.hash().hex() + "." + number);
    }
}
