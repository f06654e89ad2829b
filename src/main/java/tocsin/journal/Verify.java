package tocsin.journal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;

/// Checks everything that can be checked: sums, chains, payload hashes, signatures, and what desks saw of each other.
/// Only reads. What it cannot show is what was never entered, or an end cut off that nobody else saw.
public final class Verify {
    public static final int MAX_FAULTS = 1_000;

    private Verify() {}

    /// Checks a journal's folder. Best done while nobody writes to it; a write under way looks like a torn end.
    public static Verdict run(Disk disk, Path folder, Heads known) throws JournalException {
        return run(disk, folder, known, RecordSeal.NONE);
    }

    /// The same where records are sealed.
    public static Verdict run(Disk disk, Path folder, Heads known, RecordSeal seal) throws JournalException {
        try {
            return new FolderCheck(disk, folder, seal).run(known);
        } catch (IOException failed) {
            throw new JournalException("the journal in " + folder + " cannot be read: " + failed.getMessage(), failed);
        }
    }

    /// Checks facts in the order in which they were received.
    public static Verdict run(Collection<StoredFact> facts, Collection<HeadSignature> signatures, Heads known) {
        var check = new Evidence();
        facts.forEach(check::add);
        signatures.forEach(check::add);
        return check.judge(known);
    }

    private static final class FolderCheck {
        private final Disk disk;
        private final Path folder;
        private final RecordSeal seal;
        private final Evidence evidence = new Evidence();
        private Hash last = Hash.ZERO;

        FolderCheck(Disk disk, Path folder, RecordSeal seal) {
            this.disk = disk;
            this.folder = folder;
            this.seal = seal;
        }

        Verdict run(Heads known) throws IOException {
            List<String> names =
                    disk.list(folder).stream().filter(SegmentHeader::isFileName).toList();
            int expected = 1;
            for (String name : names) {
                int number = SegmentHeader.numberOf(name);
                for (; expected < number; expected++) {
                    String missing = SegmentHeader.fileName(expected);
                    evidence.fault(Fault.Kind.MISSING_SEGMENT, missing, missing + " is missing");
                }
                expected = number + 1;
                check(name, number, name.equals(names.getLast()));
            }
            return evidence.judge(known);
        }

        private void check(String name, int number, boolean isLast) throws IOException {
            Hash before = last;
            try (var file = disk.open(folder.resolve(name), Disk.Access.READ)) {
                var scan = new SegmentScan(file, number, file.length(), seal);
                var outcome = scan.run(file.length(), (bytes, at, size, offset) -> take(bytes, at, size, name, offset));
                checkHeader(name, number, outcome.header(), before);
                for (SegmentScan.Bad bad : outcome.bad()) {
                    boolean torn = isLast && bad.from() >= outcome.tornFrom();
                    evidence.fault(
                            torn ? Fault.Kind.TORN_TAIL : Fault.Kind.DAMAGE,
                            name,
                            (bad.to() - bad.from()) + " bytes at " + bad.from() + " of " + name
                                    + (torn ? " are a write that was never finished" : " are damaged"));
                }
            }
        }

        private void checkHeader(String name, int number, SegmentHeader.Reading reading, Hash before) {
            switch (reading) {
                case SegmentHeader.Reading.Whole(var header)
                when header.number() != number ->
                    evidence.fault(Fault.Kind.DAMAGE, name, name + " was written as segment " + header.number());
                case SegmentHeader.Reading.Whole(var header)
                when !header.before().equals(before) ->
                    evidence.fault(Fault.Kind.TAIL_CUT, name, "facts are missing before " + name);
                case SegmentHeader.Reading.Whole _ -> {}
                case SegmentHeader.Reading.Newer(int format) ->
                    evidence.fault(Fault.Kind.UNREADABLE, name, name + " has the newer format " + format);
                case SegmentHeader.Reading.Locked _ ->
                    evidence.fault(Fault.Kind.UNREADABLE, name, name + " is locked with another key");
                case SegmentHeader.Reading.Unlocked _ ->
                    evidence.fault(Fault.Kind.UNREADABLE, name, name + " is not locked, though the others are");
                case SegmentHeader.Reading.Broken _, SegmentHeader.Reading.Foreign _ ->
                    evidence.fault(Fault.Kind.DAMAGE, name, "the first bytes of " + name + " are damaged");
            }
        }

        private void take(byte[] bytes, int at, int size, String name, long offset) {
            byte[] body = Arrays.copyOfRange(bytes, at, at + size);
            try {
                if (body[0] == HeadSignature.MARKER) {
                    evidence.add(HeadSignature.decode(body));
                } else if (body[0] == Disowned.MARKER) {
                    evidence.disown(Disowned.read(body, 0).kept());
                } else {
                    StoredFact fact = StoredFact.decode(body);
                    last = fact.hash();
                    evidence.add(fact);
                }
            } catch (JournalException malformed) {
                evidence.fault(Fault.Kind.UNREADABLE, name, "the record at " + offset + ": " + malformed.getMessage());
            }
        }
    }
}
