package tocsin.casefile;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;
import tocsin.base.DeskId;
import tocsin.base.FactId;
import tocsin.base.Limits;
import tocsin.journal.Hash;
import tocsin.journal.Head;
import tocsin.journal.HeadSignature;
import tocsin.journal.Seal;
import tocsin.journal.StoredFact;

/// Checks everything a case file can be checked for, from the container inwards. Only reads, and holds one fact at a
/// time
/// besides a number and a hash of each.
final class CaseCheck {
    static final String PURPOSE = "case manifest";
    private static final int SEAL_BYTES = 64;
    private static final int BUFFER = 1 << 16;
    private static final int MAX_NOTES = 100;

    private final Reach reach;
    private final List<CaseFault> faults = new ArrayList<>();
    private final Map<DeskId, DeskTally> desks = new TreeMap<>();
    private final MerkleRoot tree = new MerkleRoot();
    private @Nullable Manifest manifest;
    private long found;
    private long facts;
    private long redacted;
    private int attachments;

    CaseCheck(Reach reach) {
        this.reach = reach;
    }

    /// Opens the container and checks it; the reader is left open for the caller when the container and the manifest
    /// could
    /// be
    /// read at all.
    Optional<ZipReader> run(ZipReader.Source source) {
        ZipReader zip = null;
        try {
            zip = source.open();
            check(zip);
            return Optional.of(zip);
        } catch (Troubled troubled) {
            add(troubled.fault);
        } catch (IOException failed) {
            fault(CaseFault.Kind.TROUBLE, "", "it cannot be read: " + failed.getMessage());
        }
        close(zip);
        return Optional.empty();
    }

    CaseVerdict verdict() {
        return new CaseVerdict(List.copyOf(faults), found, facts, desks.size(), redacted, attachments);
    }

    Optional<Manifest> manifest() {
        return Optional.ofNullable(manifest);
    }

    static byte[] key(String base64) {
        return Base64.getDecoder().decode(base64);
    }

    private void check(ZipReader zip) throws Troubled, IOException {
        for (String name : List.of(EntryName.README, EntryName.FACTS, EntryName.MANIFEST, EntryName.SEAL)) {
            if (zip.entry(name).isEmpty()) {
                throw new Troubled(CaseFault.Kind.MISSING, name, "the entry is missing");
            }
        }
        byte[] manifestBytes = small(zip, EntryName.MANIFEST, Limits.PAYLOAD_BYTES);
        byte[] sealBytes = small(zip, EntryName.SEAL, SEAL_BYTES);
        Manifest read = ManifestText.read(manifestBytes);
        manifest = read;
        checkSeal(read, manifestBytes, sealBytes);
        if (goesOn()) {
            checkEntries(zip, read);
        }
        if (goesOn()) {
            checkFacts(zip, read);
            checkCounts(read);
        }
        if (goesOn()) {
            checkDesks(read);
        }
    }

    private boolean goesOn() {
        return reach == Reach.EVERY_FAULT
                || faults.stream().allMatch(fault -> fault.kind().isNote());
    }

    private byte[] small(ZipReader zip, String name, int limit) throws Troubled, IOException {
        Zip.Entry entry = zip.entry(name).orElseThrow();
        if (entry.size() > limit) {
            throw new Troubled(
                    CaseFault.Kind.TOO_LARGE, name, "it has " + entry.size() + " bytes, the limit is " + limit);
        }
        byte[] bytes;
        try (InputStream in = zip.open(entry)) {
            bytes = in.readNBytes(limit);
        }
        var crc = new CRC32();
        crc.update(bytes);
        checkCrc(entry, crc);
        return bytes;
    }

    private void checkSeal(Manifest read, byte[] manifestBytes, byte[] sealBytes) throws Troubled {
        Seal seal;
        try {
            seal = new Seal(key(read.publicKey()), sealBytes);
        } catch (IllegalArgumentException notBase64) {
            throw new Troubled(CaseFault.Kind.MANIFEST, EntryName.MANIFEST, "the public key is not Base64");
        }
        if (!seal.desk().equals(read.exportedBy())) {
            fault(CaseFault.Kind.SEAL, EntryName.MANIFEST, "the public key is not that of desk " + read.exportedBy());
        } else if (!seal.isGenuine(PURPOSE, Hash.sha256(manifestBytes))) {
            fault(
                    CaseFault.Kind.SEAL,
                    EntryName.SEAL,
                    "desk " + read.exportedBy() + " did not sign this manifest: it was changed after the export");
        }
    }

    private void checkEntries(ZipReader zip, Manifest read) throws IOException {
        var listed = new HashMap<String, CaseEntry>();
        read.files().forEach(entry -> listed.put(entry.name(), entry));
        read.attachments().forEach(entry -> listed.put(entry.name(), entry));
        for (Zip.Entry entry : zip.entries()) {
            CaseEntry expected = listed.remove(entry.name());
            if (EntryName.rank(entry.name()) < EntryName.rank(EntryName.MANIFEST)) {
                checkEntry(zip, entry, Optional.ofNullable(expected));
            }
        }
        listed.keySet()
                .forEach(name -> fault(
                        CaseFault.Kind.MISSING, Words.shown(name), "the manifest names it and it is not in the file"));
    }

    private void checkEntry(ZipReader zip, Zip.Entry entry, Optional<CaseEntry> expected) throws IOException {
        String name = entry.name();
        if (expected.isEmpty()) {
            fault(CaseFault.Kind.ENTRY, name, "the manifest does not name it");
            return;
        }
        Hash sha256 = sum(zip, entry);
        if (expected.get().size() != entry.size() || !expected.get().sha256().equals(sha256)) {
            fault(CaseFault.Kind.CHANGED, name, "its bytes are not those that were exported");
        }
        if (EntryName.isAttachment(name)) {
            attachments++;
            if (!EntryName.ofAttachment(sha256).equals(name)) {
                fault(CaseFault.Kind.CHANGED, name, "its bytes do not have the SHA-256 that is its name");
            }
        }
    }

    private Hash sum(ZipReader zip, Zip.Entry entry) throws IOException {
        var digest = ZipWriter.sha256();
        var crc = new CRC32();
        byte[] buffer = new byte[BUFFER];
        try (InputStream in = zip.open(entry)) {
            for (int got = in.read(buffer); got >= 0; got = in.read(buffer)) {
                digest.update(buffer, 0, got);
                crc.update(buffer, 0, got);
            }
        }
        checkCrc(entry, crc);
        return Hash.of(digest.digest());
    }

    private void checkCrc(Zip.Entry entry, CRC32 crc) {
        if ((int) crc.getValue() != entry.crc()) {
            fault(CaseFault.Kind.CHANGED, entry.name(), "its bytes do not have the sum in its header");
        }
    }

    private void checkFacts(ZipReader zip, Manifest read) throws Troubled, IOException {
        Zip.Entry entry = zip.entry(EntryName.FACTS).orElseThrow();
        if (entry.size() > FactsStream.MAX_BYTES) {
            throw new Troubled(
                    CaseFault.Kind.TOO_LARGE,
                    EntryName.FACTS,
                    "it has " + entry.size() + " bytes, the limit is " + FactsStream.MAX_BYTES);
        }
        try (var stream = new FactsStream(zip.open(entry), entry.size())) {
            FactId before = null;
            for (var next = stream.next(); next.isPresent(); next = stream.next()) {
                StoredFact fact = next.get();
                if (before != null && fact.id().compareTo(before) <= 0) {
                    throw new Troubled(
                            CaseFault.Kind.FACT,
                            fact.id().toString(),
                            fact.id().equals(before)
                                    ? "the fact is there twice"
                                    : "the fact stands in the wrong place");
                }
                checkFact(fact, read);
                before = fact.id();
            }
        }
        checkSeen(zip, entry);
    }

    private void checkFact(StoredFact fact, Manifest read) {
        String name = fact.id().toString();
        facts++;
        redacted += fact.isErased() ? 1 : 0;
        tree.add(fact.hash());
        if (!fact.header().incident().equals(Optional.of(read.incident()))) {
            fault(CaseFault.Kind.FACT, name, "it is not a fact of " + read.incident());
        }
        if (!fact.isPayloadIntact()) {
            fault(CaseFault.Kind.FACT, name, "its words are not those that were logged");
        }
        desks.computeIfAbsent(fact.id().desk(), DeskTally::new)
                .add(fact)
                .ifPresent(words -> fault(CaseFault.Kind.CHAIN, name, words));
    }

    /// A second reading, because a fact may have seen facts that stand later in the file.
    private void checkSeen(ZipReader zip, Zip.Entry entry) throws Troubled, IOException {
        try (var stream = new FactsStream(zip.open(entry), entry.size())) {
            for (var next = stream.next(); next.isPresent(); next = stream.next()) {
                StoredFact fact = next.get();
                for (Head head : fact.header().seen()) {
                    Optional<Hash> held = hash(head.id());
                    if (held.isPresent() && !held.get().equals(head.hash())) {
                        fault(
                                CaseFault.Kind.CHAIN,
                                head.id().toString(),
                                fact.id() + " saw another content of it than the one here");
                    }
                }
            }
        }
    }

    private void checkCounts(Manifest read) {
        if (read.facts() != facts) {
            fault(
                    CaseFault.Kind.COUNT,
                    EntryName.FACTS,
                    "the manifest counts " + read.facts() + " facts, here are " + facts);
        }
        if (read.redacted() != redacted) {
            fault(
                    CaseFault.Kind.COUNT,
                    EntryName.FACTS,
                    "the manifest counts " + read.redacted() + " redacted facts, here are " + redacted);
        }
        if (!read.root().equals(tree.root())) {
            fault(CaseFault.Kind.ROOT, EntryName.FACTS, "the facts are not those that were sealed");
        }
    }

    private void checkDesks(Manifest read) {
        List<DeskId> named = read.desks().stream().map(CaseDesk::desk).toList();
        if (!named.equals(List.copyOf(desks.keySet()))) {
            fault(CaseFault.Kind.COUNT, EntryName.MANIFEST, "it does not name the desks that wrote the facts");
            return;
        }
        read.desks().forEach(desk -> checkDesk(desk, read));
    }

    private void checkDesk(CaseDesk desk, Manifest read) {
        DeskTally tally = tally(desk.desk()).orElseThrow();
        String name = desk.desk().value();
        if (desk.facts() != tally.facts()
                || !desk.last().equals(tally.last())
                || !desk.lastHash().equals(tally.lastHash())) {
            fault(CaseFault.Kind.COUNT, name, "the facts of this desk do not end where the manifest says");
        }
        if (!desk.publicKey().map(key -> isKeyOf(desk.desk(), key)).orElse(true)) {
            fault(CaseFault.Kind.SEAL, name, "the public key is not that of this desk");
        }
        if (desk.signature().isPresent()) {
            checkSignature(desk.desk(), desk.signature().get());
        }
        long proved = desk.desk().equals(read.exportedBy())
                ? tally.facts()
                : desk.signature().map(tally::provedBy).orElse(0L);
        if (proved < tally.facts()) {
            fault(
                    CaseFault.Kind.VOUCHED,
                    name,
                    (tally.facts() - proved) + " of " + tally.facts() + " facts of this desk stand on the word of desk "
                            + read.exportedBy() + "; its own signature over them is not in the file");
        }
    }

    private void checkSignature(DeskId desk, HeadSignature signature) {
        Head head = signature.head();
        if (!head.desk().equals(desk) || !signature.isGenuine()) {
            fault(CaseFault.Kind.SEAL, desk.value(), "the signature was not made with the key of this desk");
        } else if (!hash(head.id()).equals(Optional.of(head.hash()))) {
            fault(CaseFault.Kind.SEAL, desk.value(), "the signature is for a fact that is not in the file");
        }
    }

    private static boolean isKeyOf(DeskId desk, String base64) {
        try {
            return DeskId.ofPublicKey(key(base64)).equals(desk);
        } catch (IllegalArgumentException notBase64) {
            return false;
        }
    }

    private Optional<Hash> hash(FactId id) {
        return tally(id.desk()).flatMap(tally -> tally.hash(id.seq()));
    }

    private Optional<DeskTally> tally(DeskId desk) {
        return Optional.ofNullable(desks.get(desk));
    }

    private void fault(CaseFault.Kind kind, String where, String words) {
        add(new CaseFault(kind, where, words));
    }

    /// Notes never take the room of a fault.
    private void add(CaseFault fault) {
        found++;
        if (faults.size() < (fault.kind().isNote() ? MAX_NOTES : CaseVerdict.MAX_FAULTS)) {
            faults.add(fault);
        }
    }

    private void close(@Nullable ZipReader zip) {
        try {
            if (zip != null) {
                zip.close();
            }
        } catch (IOException failed) {
            fault(CaseFault.Kind.TROUBLE, "", "it cannot be closed: " + failed.getMessage());
        }
    }
}
