package tocsin.sync;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.random.RandomGenerator;
import java.util.stream.Stream;
import tocsin.base.DeskId;
import tocsin.journal.Hash;
import tocsin.journal.Head;

/// One desk as it lies in the folder of a hub: files that begin with the sequence in their name. Where files disagree,
/// because a profile was copied, the chain goes on with the file that comes first by sequence and name; the others are
/// left lying.
final class FolderDesk {
    private static final String SUFFIX = ".facts";
    private static final int SEGMENT_BYTES = 8 << 20;
    private static final String LETTERS = "abcdefghijklmnopqrstuvwxyz234567";

    /// Old files do not change, save by the hand of a copy; they are looked at every so many times.
    private static final int OLD_FILES_EVERY = 20;

    private static final int NEWEST = 2;

    private final DeskId desk;
    private final FolderPlace place;
    private final TreeMap<String, SegmentFile> files = new TreeMap<>();
    private List<Piece> chain = List.of();
    private Optional<SegmentFile> own = Optional.empty();
    private int looks;

    /// A part of the chain, from that sequence to the end of a file or the beginning of the next part.
    private record Piece(long from, long to, SegmentFile file) {}

    FolderDesk(DeskId desk, FolderPlace place) {
        this.desk = desk;
        this.place = place;
    }

    Optional<Head> head() {
        return chain.isEmpty()
                ? Optional.empty()
                : Optional.of(new Head(desk, seq(), chain.getLast().file().lastHash()));
    }

    long seq() {
        return chain.isEmpty() ? 0 : chain.getLast().to();
    }

    Stream<String> faults() {
        return files.values().stream().flatMap(file -> file.fault().stream());
    }

    /// Reads what has come since the last look. Returns the number of bytes that were read.
    long look() throws IOException {
        List<String> names = FolderPlace.names(place.desk(desk)).stream()
                .filter(name -> name.endsWith(SUFFIX))
                .toList();
        boolean all = looks++ % OLD_FILES_EVERY == 0;
        boolean changed = files.keySet().retainAll(names);
        long bytes = 0;
        for (int i = 0; i < names.size(); i++) {
            SegmentFile known = files.get(names.get(i));
            if (known == null || all || i >= names.size() - NEWEST || !known.isWholeToTheEnd()) {
                SegmentFile file = files.computeIfAbsent(
                        names.get(i),
                        name -> new SegmentFile(desk, place.desk(desk).resolve(name)));
                long before = file.end();
                bytes += file.look();
                changed |= file.end() != before;
            }
        }
        if (changed) {
            chain();
        }
        return bytes;
    }

    private void chain() throws IOException {
        var pieces = new ArrayList<Piece>();
        long seq = 0;
        Hash hash = Hash.ZERO;
        for (SegmentFile file : files.values().stream()
                .filter(file -> !file.isEmpty())
                .sorted(Comparator.comparingLong(SegmentFile::first)
                        .thenComparing(file -> file.file().getFileName().toString()))
                .toList()) {
            if (file.last() > seq && file.first() <= seq + 1) {
                Hash link = file.first() == seq + 1 ? file.previous() : file.hash(seq);
                if (link.equals(hash)) {
                    pieces.add(new Piece(seq + 1, file.last(), file));
                    seq = file.last();
                    hash = file.lastHash();
                }
            }
        }
        chain = List.copyOf(pieces);
    }

    Optional<Hash> hash(long seq) throws IOException {
        Optional<Piece> piece = piece(seq);
        return piece.isEmpty()
                ? Optional.empty()
                : Optional.of(piece.get().file().hash(seq));
    }

    List<Parcel> pull(long after, int most) throws IOException {
        var answer = new ArrayList<Parcel>();
        long bytes = 0;
        Optional<Piece> piece = piece(after + 1);
        while (piece.isPresent() && answer.size() < most && bytes < Batch.BYTES) {
            long next = after + 1 + answer.size();
            long until = Math.min(piece.get().to() - next + 1, most - answer.size());
            List<Parcel> some = piece.get().file().parcels(next, (int) until, Batch.BYTES - bytes);
            for (Parcel each : some) {
                bytes += each.body().length;
                if (bytes > Batch.BYTES && !answer.isEmpty()) {
                    return answer;
                }
                answer.add(each);
            }
            if (some.size() < until) {
                break;
            }
            piece = piece(after + 1 + answer.size());
        }
        return answer;
    }

    private Optional<Piece> piece(long seq) {
        return chain.stream()
                .filter(piece -> piece.from() <= seq && seq <= piece.to())
                .findFirst();
    }

    /// Writes facts that follow the chain and forces them. When somebody else turns out to have written other facts in
    /// their place meanwhile, they are taken back: of two who do that at once, at least one sees the other.
    Hub.Receipt append(List<Parcel> parcels) throws IOException {
        SegmentFile file = own.filter(mine -> files.containsValue(mine)
                        && !mine.isEmpty()
                        && mine.isWholeToTheEnd()
                        && mine.last() + 1 == parcels.getFirst().id().seq()
                        && mine.end() < SEGMENT_BYTES)
                .orElse(null);
        long before = 0;
        own = Optional.empty();
        if (file == null) {
            file = create(parcels);
        } else {
            before = file.end();
            file.append(parcels);
        }
        looks = 0;
        look();
        file.force();
        if (isContested(parcels, file)) {
            file.cut(before);
            looks = 0;
            look();
            chain();
            return new Hub.Receipt.Forked();
        }
        own = Optional.of(file);
        return new Hub.Receipt.Taken();
    }

    private SegmentFile create(List<Parcel> parcels) throws IOException {
        place.make(place.desk(desk));
        Path path = place.desk(desk).resolve(name(parcels.getFirst().id().seq()));
        SegmentFile.create(path, desk, parcels);
        place.shareFile(path);
        place.force(place.desk(desk));
        var file = new SegmentFile(desk, path);
        files.put(path.getFileName().toString(), file);
        return file;
    }

    private boolean isContested(List<Parcel> parcels, SegmentFile mine) throws IOException {
        long first = parcels.getFirst().id().seq();
        long last = parcels.getLast().id().seq();
        if (mine.isEmpty() || mine.last() < last) {
            throw new IOException("what was written to " + mine.file() + " is not there");
        }
        for (SegmentFile other : files.values()) {
            long common = Math.min(last, other.last());
            if (!other.equals(mine)
                    && !other.isEmpty()
                    && common >= Math.max(first, other.first())
                    && !other.hash(common)
                            .equals(parcels.get((int) (common - first)).hash())) {
                return true;
            }
        }
        return false;
    }

    /// Makes what the chain holds between these survive a power cut, whoever wrote it.
    void force(long first, long last) throws IOException {
        for (Piece piece : chain) {
            if (piece.to() >= first && piece.from() <= last) {
                piece.file().force();
            }
        }
    }

    /// Nobody else hits upon the same name, so that no file ever has two writers.
    private static String name(long first) {
        var random = RandomGenerator.of("SecureRandom");
        var letters = new StringBuilder();
        random.ints(10, 0, LETTERS.length()).forEach(i -> letters.append(LETTERS.charAt(i)));
        return String.format(Locale.ROOT, "%012d-%s%s", first, letters, SUFFIX);
    }
}
