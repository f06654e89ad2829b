package tocsin.journal;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import tocsin.base.DeskId;
import tocsin.base.FactId;
import tocsin.base.Hlc;
import tocsin.base.HybridClock;

/// Brings a journal up: reads every segment, tells a torn end from damage, and settles under which id to write.
final class Opening {
    private final Disk disk;
    private final Path folder;
    private final Settings settings;
    private final List<OpenReport.Damage> damages = new ArrayList<>();
    private final List<Long> holes = new ArrayList<>();
    private Optional<OpenReport.Torn> torn = Optional.empty();
    private Optional<OpenReport.NewDesk> newDesk = Optional.empty();
    private Optional<DeskId> formerDesk = Optional.empty();
    private Optional<DeskKey> found = Optional.empty();
    private long claimedOwnSeq;
    private boolean mayResume;
    private long lastLength;
    private Hlc latest = Hlc.ZERO;
    private long mayFollowMillis;
    private int factsBefore;

    private Opening(Disk disk, Path folder, Settings settings) {
        this.disk = disk;
        this.folder = folder;
        this.settings = settings;
    }

    record Opened(Book book, DeskKey key, Tail tail, HybridClock clock, Head own, OpenReport report, long usable) {}

    /// The caller holds the lock.
    static Opened open(Disk disk, Path folder, Settings settings) throws JournalException {
        try {
            return new Opening(disk, folder, settings).run();
        } catch (IOException failed) {
            throw new JournalException(
                    "the journal in " + folder + " cannot be opened: " + failed.getMessage(), failed);
        }
    }

    static Closeable lock(Disk disk, Path folder) throws JournalException {
        try {
            disk.createFolder(folder);
            Optional<Closeable> lock = disk.tryLock(folder.resolve("lock"));
            return lock.orElseThrow(() -> new JournalBusy("the journal in " + folder
                    + " is open in another Tocsin; close that one or choose another profile"));
        } catch (IOException failed) {
            throw new JournalException(
                    "the journal in " + folder + " cannot be locked: " + failed.getMessage(), failed);
        }
    }

    private Opened run() throws IOException, JournalException {
        mayFollowMillis = settings.wall().millis() + HybridClock.MAX_AHEAD_MILLIS;
        List<String> names = new ArrayList<>(disk.list(folder));
        clearDrafts(names);
        String place = settings.place().of(folder);
        loadKey(names, place);
        var book = new Book(disk, settings.seal(), DeskId.ofPublicKey(new byte[0]));
        int lastNumber = readSegments(book, names);
        int repeats = book.index().settle();
        DeskKey key = settleKey(book, names, place);
        book.settle(key.desk);
        if (repeats > 0) {
            damages.add(new OpenReport.Damage("", 0, 0, repeats + " facts stand in the journal twice"));
        }
        long usable = disk.usableSpace(folder);
        Head own = ownHead(book, key.desk);
        checkOwnTail(book, key.desk, own);
        var clock = new HybridClock(settings.wall(), latest);
        Tail tail = mayResume
                ? Tail.resume(disk, folder, book, key.desk, settings.segmentBytes(), lastLength)
                : Tail.begin(disk, folder, book, key.desk, settings.segmentBytes(), lastNumber + 1);
        var report = new OpenReport(
                key.desk,
                key.publicKey,
                newDesk,
                formerDesk,
                torn,
                List.copyOf(damages),
                book.facts(),
                usable < settings.lowDiskBytes());
        return new Opened(book, key, tail, clock, own, report, usable);
    }

    private void clearDrafts(List<String> names) throws IOException {
        for (String name : List.copyOf(names)) {
            if (name.endsWith(".tmp")) {
                disk.delete(folder.resolve(name));
                names.remove(name);
            }
        }
    }

    // ---- segments

    private int readSegments(Book book, List<String> names) throws IOException, JournalException {
        List<String> files = names.stream().filter(SegmentHeader::isFileName).toList();
        int expected = 1;
        for (String name : files) {
            int number = SegmentHeader.numberOf(name);
            for (; expected < number; expected++) {
                String missing = SegmentHeader.fileName(expected);
                hole(book.slots(), 0, missing, 0, missing + " is missing; its facts have to come from another desk");
            }
            expected = number + 1;
            boolean last = name.equals(files.getLast());
            if (last) {
                readLast(book, name, number, names);
            } else {
                readInner(book, name, number);
            }
        }
        return expected - 1;
    }

    private void readInner(Book book, String name, int number) throws IOException, JournalException {
        int slot = book.addSegment(number, folder.resolve(name));
        var outcome = scan(book, slot, Long.MAX_VALUE);
        checkHeader(book, slot, name, number, outcome);
        if (outcome.length() < SegmentHeader.BYTES) {
            hole(slot, 0, name, outcome.length(), name + " is empty; its facts have to come from another desk");
        }
        noteDamages(slot, name, outcome.bad());
    }

    private void readLast(Book book, String name, int number, List<String> names) throws IOException, JournalException {
        int slot = book.addSegment(number, folder.resolve(name));
        var outcome = scan(book, slot, Long.MAX_VALUE);
        if (outcome.records() == 0 && outcome.blank()) {
            mayResume = false;
            hole(slot, 0, name, outcome.length(), name + " is empty");
            return;
        }
        checkHeader(book, slot, name, number, outcome);
        boolean headed = outcome.header() instanceof SegmentHeader.Reading.Whole;
        lastLength = outcome.length();
        mayResume = headed;
        if (!outcome.isTorn() || !headed) {
            noteDamages(slot, name, outcome.bad());
            return;
        }
        if (othersKnowMore(book)) {
            mayResume = false;
            noteDamages(slot, name, outcome.bad());
            return;
        }
        noteDamages(slot, name, outcome.damages());
        cut(book.segment(slot), outcome, names);
        lastLength = outcome.tornFrom();
        rescan(book, slot, outcome.tornFrom());
    }

    /// Whole records behind the torn place were never acknowledged either; they go with it.
    private void rescan(Book book, int lastSlot, long end) throws IOException {
        book.forgetIndex();
        claimedOwnSeq = 0;
        latest = Hlc.ZERO;
        for (int slot = 0; slot <= lastSlot; slot++) {
            scan(book, slot, slot == lastSlot ? end : Long.MAX_VALUE);
        }
    }

    private SegmentScan.Outcome scan(Book book, int slot, long end) throws IOException {
        Book.Segment segment = book.segment(slot);
        long length = segment.reader().length();
        factsBefore = book.index().facts();
        String own = found.map(key -> key.desk.value()).orElse("");
        byte[] ownName = own.getBytes(US_ASCII);
        var scan = new SegmentScan(segment.reader(), segment.number(), length, settings.seal());
        return scan.run(Math.min(end, length), (bytes, at, size, offset) -> {
            if (bytes[at] == HeadSignature.MARKER) {
                noteSignature(book, bytes, at, Book.position(slot, offset));
            } else if (bytes[at] == Disowned.MARKER) {
                book.disownUnsettled(Disowned.read(bytes, at).kept());
            } else {
                noteFact(book, bytes, at, Book.position(slot, offset), ownName);
            }
        });
    }

    private static void noteSignature(Book book, byte[] bytes, int at, long position) {
        var desk = new DeskId(new String(bytes, at + 1, DeskId.LENGTH, US_ASCII));
        book.noteSignature(desk, ByteBuffer.wrap(bytes).getLong(at + 1 + DeskId.LENGTH), position);
    }

    private void noteFact(Book book, byte[] bytes, int at, long position, byte[] own) {
        var view = ByteBuffer.wrap(bytes);
        int header = at + StoredFact.HEADER_AT;
        book.index().addUnsettled(bytes, at, view.getLong(header + FactHeader.SEQ_AT), position);
        long millis = view.getLong(header + FactHeader.HLC_AT);
        int counter = view.getInt(header + FactHeader.HLC_AT + Long.BYTES);
        boolean isLater = millis > latest.millis() || (millis == latest.millis() && counter > latest.counter());
        if (isLater && millis <= mayFollowMillis) {
            latest = new Hlc(millis, counter);
        }
        noteClaim(bytes, header, view.getInt(at + 1), own);
    }

    /// Another desk's fact may name a later fact of this desk than this journal holds.
    private void noteClaim(byte[] bytes, int header, int length, byte[] own) {
        var view = ByteBuffer.wrap(bytes);
        int end = header + length;
        int at = header + FactHeader.INCIDENT_AT + 1 + view.get(header + FactHeader.INCIDENT_AT);
        for (int text = 0; text < 2 && at + 2 <= end; text++) {
            at += 2 + Short.toUnsignedInt(view.getShort(at));
        }
        for (at += 2; at + FactHeader.SEEN_BYTES <= end; at += FactHeader.SEEN_BYTES) {
            if (Arrays.equals(bytes, at, at + DeskId.LENGTH, own, 0, own.length)) {
                claimedOwnSeq = Math.max(claimedOwnSeq, view.getLong(at + DeskId.LENGTH));
            }
        }
    }

    private void cut(Book.Segment segment, SegmentScan.Outcome outcome, List<String> names) throws IOException {
        long from = outcome.tornFrom();
        long bytes = outcome.length() - from;
        Optional<String> savedAs = isBlank(segment.reader(), from, outcome.length())
                ? Optional.empty()
                : Optional.of(save(segment, from, outcome.length(), names));
        try (var file = disk.open(segment.path(), Disk.Access.WRITE)) {
            file.truncate(from);
            file.force();
        }
        String name = String.valueOf(segment.path().getFileName());
        torn = Optional.of(new OpenReport.Torn(name, from, bytes, savedAs));
    }

    private String save(Book.Segment segment, long from, long to, List<String> names) throws IOException {
        int number = 1;
        while (names.contains("torn-" + number + ".bin")) {
            number++;
        }
        String name = "torn-" + number + ".bin";
        try {
            saveAs(segment, from, to, name);
        } catch (IOException noRoom) {
            new Ballast(disk, folder, 0).drop();
            saveAs(segment, from, to, name);
        }
        return name;
    }

    private void saveAs(Book.Segment segment, long from, long to, String name) throws IOException {
        try (var copy = disk.open(folder.resolve(name), Disk.Access.CREATE)) {
            Tail.copyBytes(segment.reader(), from, copy, to - from);
            copy.force();
        }
        disk.forceDirectory(folder);
    }

    private static boolean isBlank(Disk.OpenFile file, long from, long to) throws IOException {
        byte[] piece = new byte[1 << 16];
        for (long at = from; at < to; at += piece.length) {
            int got = file.read(ByteBuffer.wrap(piece), at);
            for (int i = 0; i < got; i++) {
                if (piece[i] != 0) {
                    return false;
                }
            }
        }
        return true;
    }

    private void checkHeader(Book book, int slot, String name, int number, SegmentScan.Outcome outcome)
            throws JournalException {
        switch (outcome.header()) {
            case SegmentHeader.Reading.Whole(var header)
            when header.number() != number ->
                damages.add(new OpenReport.Damage(
                        name, 0, SegmentHeader.BYTES, name + " was written as segment " + header.number()));
            case SegmentHeader.Reading.Whole(var header) -> checkBefore(book, slot, name, header);
            case SegmentHeader.Reading.Newer(int format) ->
                throw new JournalException(name + " has format " + format + " and was written by a newer Tocsin; "
                        + "open this profile with that one");
            case SegmentHeader.Reading.Locked _ ->
                throw new JournalException(
                        name + " is locked, and not with the key at hand; unlock the profile with its passphrase");
            case SegmentHeader.Reading.Unlocked _ ->
                throw new JournalException(name
                        + " is not locked, though the profile is; nothing was read of it, move it out of the folder");
            case SegmentHeader.Reading.Foreign _
            when outcome.records() == 0 && !outcome.blank() ->
                throw new JournalForeign(
                        folder.resolve(name) + " is not a segment of a Tocsin journal; move it out of the folder");
            case SegmentHeader.Reading.Foreign _, SegmentHeader.Reading.Broken _ ->
                damages.add(new OpenReport.Damage(
                        name, 0, SegmentHeader.BYTES, "the first bytes of " + name + " are damaged"));
        }
    }

    /// The segment names the last fact before it; when that is not the last one here, the end of the one before is cut.
    private void checkBefore(Book book, int slot, String name, SegmentHeader header) throws JournalException {
        Hash last = factsBefore == 0 ? Hash.ZERO : book.at(factsBefore - 1).hash();
        boolean explained = holes.stream().anyMatch(hole -> Book.slotOf(hole) >= slot - 1);
        if (!last.equals(header.before()) && !explained) {
            hole(slot, 0, name, 0, "facts are missing before " + name + "; they have to come from another desk");
        }
    }

    /// Everything older is covered by a signature and is checked by [Verify].
    private void checkOwnTail(Book book, DeskId desk, Head own) throws JournalException {
        Optional<HeadSignature> signature = book.signature(desk);
        long seq = signature.map(each -> each.head().seq()).orElse(0L);
        Hash expected = signature.map(each -> each.head().hash()).orElse(Hash.ZERO);
        for (long next = Math.max(seq, 1); next <= own.seq(); next++) {
            Optional<StoredFact> fact = book.find(new FactId(desk, next));
            if (fact.isEmpty()) {
                return;
            }
            Hash named = next == seq ? fact.get().hash() : fact.get().header().previous();
            if (!named.equals(expected)) {
                damages.add(new OpenReport.Damage(
                        "", 0, 0, fact.get().id() + " does not continue the chain of this desk; run verify"));
                return;
            }
            expected = fact.get().hash();
        }
    }

    private void noteDamages(int slot, String name, List<SegmentScan.Bad> bad) {
        for (SegmentScan.Bad each : bad) {
            hole(
                    slot,
                    each.from(),
                    name,
                    each.to(),
                    (each.to() - each.from()) + " bytes at " + each.from() + " of " + name
                            + " are damaged; the rest is served");
        }
    }

    private void hole(int slot, long from, String file, long to, String words) {
        holes.add(Book.position(slot, from));
        damages.add(new OpenReport.Damage(file, from, to, words));
    }

    // ---- the desk

    private boolean othersKnowMore(Book book) {
        for (Head head : settings.known().all()) {
            if (head.seq() > highest(book, head.desk())) {
                return true;
            }
        }
        return false;
    }

    private static long highest(Book book, DeskId desk) {
        return book.index().desk(desk).map(DeskIndex::highest).orElse(0L);
    }

    private void loadKey(List<String> names, String place) throws IOException {
        boolean written = names.stream().anyMatch(SegmentHeader::isFileName);
        if (!names.contains(DeskKey.FILE)) {
            newDesk = Optional.of(written ? OpenReport.NewDesk.KEY_MISSING : OpenReport.NewDesk.FIRST_START);
            return;
        }
        found = DeskKey.load(disk, folder);
        if (found.isEmpty()) {
            newDesk = Optional.of(OpenReport.NewDesk.KEY_UNREADABLE);
        } else if (!found.get().place.equals(place)) {
            newDesk = Optional.of(OpenReport.NewDesk.COPIED);
        }
    }

    private DeskKey settleKey(Book book, List<String> names, String place) throws IOException, JournalException {
        if (newDesk.isEmpty() && found.isPresent() && lostTail(book, found.get().desk)) {
            newDesk = Optional.of(OpenReport.NewDesk.LOST_TAIL);
        }
        if (newDesk.isEmpty() && found.isPresent()) {
            if (highest(book, found.get().desk) == 0) {
                // The power went between the key and the first fact.
                newDesk = Optional.of(OpenReport.NewDesk.FIRST_START);
            }
            return found.get();
        }
        formerDesk = found.map(key -> key.desk);
        if (names.contains(DeskKey.FILE)) {
            DeskKey.putAside(disk, folder, formerDesk);
        }
        DeskKey fresh = DeskKey.create(place);
        fresh.save(disk, folder);
        return fresh;
    }

    /// Whether a later fact of this desk may exist somewhere than the journal holds: its number must not be used twice.
    private boolean lostTail(Book book, DeskId desk) throws JournalException {
        long highest = highest(book, desk);
        long signedTo = book.signed(desk).map(Book.Signed::seq).orElse(0L);
        if (highest < signedTo
                || highest < claimedOwnSeq
                || highest < settings.known().seq(desk)) {
            return true;
        }
        long lastPosition =
                highest == 0 ? -1 : book.positionOf(new FactId(desk, highest)).orElse(-1L);
        if (holes.stream().anyMatch(hole -> hole > lastPosition)) {
            return true;
        }
        Optional<Head> known = settings.known().of(desk);
        if (known.isEmpty()) {
            return false;
        }
        Optional<StoredFact> held = book.find(known.get().id());
        return held.isPresent() && !held.get().hash().equals(known.get().hash());
    }

    private Head ownHead(Book book, DeskId desk) throws JournalException {
        long highest = highest(book, desk);
        if (highest == 0) {
            return new Head(desk, 0, Hash.ZERO);
        }
        StoredFact last = book.find(new FactId(desk, highest)).orElseThrow();
        Hlc written = last.header().hlc();
        latest = written.compareTo(latest) > 0 ? written : latest;
        return last.head();
    }
}
