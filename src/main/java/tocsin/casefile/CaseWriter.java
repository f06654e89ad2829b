package tocsin.casefile;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tocsin.base.DeskId;
import tocsin.base.Limits;
import tocsin.journal.DiskInput;
import tocsin.journal.Hash;
import tocsin.journal.HeadSignature;
import tocsin.journal.Journal;
import tocsin.journal.JournalException;
import tocsin.journal.RealDisk;
import tocsin.journal.Seal;
import tocsin.journal.StoredFact;

/// Writes one case file: beside its place first, checked as a stranger would check it, then moved there in one step.
final class CaseWriter {
    private final Path target;
    private final Journal journal;
    private final Export export;
    private final List<CaseEntry> attached = new ArrayList<>();
    private final List<Hash> missing = new ArrayList<>();

    CaseWriter(Path target, Journal journal, Export export) {
        this.target = target.toAbsolutePath();
        this.journal = journal;
        this.export = export;
    }

    Sealed write() throws CaseRefused, JournalException {
        if (Files.exists(target, LinkOption.NOFOLLOW_LINKS)) {
            throw exists();
        }
        List<StoredFact> facts = facts();
        try {
            return write(facts);
        } catch (FileAlreadyExistsException inTheMeantime) {
            throw exists();
        } catch (IOException failed) {
            throw refused(
                    CaseFault.Kind.TROUBLE,
                    "",
                    "it cannot be written: " + failed.getMessage() + "; check the folder and its free space");
        }
    }

    private List<StoredFact> facts() throws CaseRefused, JournalException {
        List<StoredFact> facts = journal.factsOf(export.incident()).stream()
                .sorted(Comparator.comparing(StoredFact::id))
                .toList();
        if (facts.isEmpty()) {
            throw refused(CaseFault.Kind.MISSING, "", "this journal holds no fact of " + export.incident());
        }
        long bytes = facts.stream().mapToLong(FactsStream::bytes).sum();
        if (bytes > FactsStream.MAX_BYTES) {
            throw refused(
                    CaseFault.Kind.TOO_LARGE,
                    "",
                    "the facts of " + export.incident() + " have " + bytes + " bytes, a case file takes "
                            + FactsStream.MAX_BYTES);
        }
        return facts;
    }

    private Sealed write(List<StoredFact> facts) throws CaseRefused, JournalException, IOException {
        Path folder = Optional.ofNullable(target.getParent()).orElse(target);
        Path draft = Files.createTempFile(folder, ".tocsin-", ".part");
        try {
            Manifest manifest = fill(draft, facts);
            check(draft);
            Files.move(draft, target);
            new RealDisk().forceDirectory(folder);
            return new Sealed(
                    target,
                    manifest.root(),
                    manifest.facts(),
                    manifest.desks().size(),
                    manifest.redacted(),
                    attached.size(),
                    manifest.missing(),
                    Files.size(target));
        } finally {
            Files.deleteIfExists(draft);
        }
    }

    private Manifest fill(Path draft, List<StoredFact> facts) throws CaseRefused, JournalException, IOException {
        try (var zip = new ZipWriter(FileChannel.open(draft, StandardOpenOption.WRITE))) {
            var files = List.of(
                    zip.add(EntryName.README, Readme::writeTo),
                    zip.add(EntryName.FACTS, out -> FactsStream.write(out, facts)));
            for (Hash attachment : export.attachments().stream().sorted().toList()) {
                attach(zip, attachment);
            }
            Manifest manifest = manifest(facts, files);
            byte[] bytes = ManifestText.write(manifest);
            checkLimits(zip, bytes);
            zip.add(EntryName.MANIFEST, out -> out.write(bytes));
            Seal seal = journal.sign(CaseCheck.PURPOSE, Hash.sha256(bytes));
            zip.add(EntryName.SEAL, out -> out.write(seal.signature()));
            zip.finish();
            return manifest;
        }
    }

    /// An attachment that is gone or damaged must not keep the log from being exported; the manifest says so instead.
    private void attach(ZipWriter zip, Hash sha256) throws IOException, CaseRefused {
        Path file = export.attachmentFolder().resolve(sha256.hex());
        if (!Files.isRegularFile(file)) {
            missing.add(sha256);
            return;
        }
        CaseEntry entry;
        try (DiskInput in = DiskInput.open(export.disk(), file)) {
            if (zip.size() + in.length() > Zip.MAX_BYTES) {
                throw tooLarge();
            }
            entry = zip.add(EntryName.ofAttachment(sha256), in::transferTo);
        }
        if (entry.sha256().equals(sha256)) {
            attached.add(entry);
        } else {
            zip.dropLast();
            missing.add(sha256);
        }
    }

    private void checkLimits(ZipWriter zip, byte[] manifest) throws CaseRefused {
        if (manifest.length > Limits.PAYLOAD_BYTES || attached.size() > Zip.MAX_ENTRIES - 4) {
            throw refused(
                    CaseFault.Kind.TOO_LARGE,
                    "",
                    export.incident() + " has " + attached.size() + " attachments and its desks, more than a case file "
                            + "can list");
        }
        if (zip.size() + manifest.length > Zip.MAX_BYTES - Zip.END_BYTES) {
            throw tooLarge();
        }
    }

    private Manifest manifest(List<StoredFact> facts, List<CaseEntry> files) throws JournalException {
        var tree = new MerkleRoot();
        var tallies = new TreeMap<DeskId, DeskTally>();
        long redacted = 0;
        for (StoredFact fact : facts) {
            tree.add(fact.hash());
            tallies.computeIfAbsent(fact.id().desk(), DeskTally::new).add(fact);
            redacted += fact.isErased() ? 1 : 0;
        }
        Seal seal = journal.sign(CaseCheck.PURPOSE, tree.root());
        return new Manifest(
                export.product(),
                export.incident(),
                export.title(),
                export.exportedAt(),
                seal.desk(),
                base64(seal.publicKey()),
                facts.size(),
                redacted,
                tree.root(),
                desks(tallies),
                files,
                attached,
                missing);
    }

    private List<CaseDesk> desks(Map<DeskId, DeskTally> tallies) throws JournalException {
        var desks = new ArrayList<CaseDesk>();
        for (DeskTally tally : tallies.values()) {
            Optional<HeadSignature> signature = journal.signature(tally.desk());
            desks.add(new CaseDesk(
                    tally.desk(),
                    tally.facts(),
                    tally.last(),
                    tally.lastHash(),
                    signature.map(each -> base64(each.publicKey())),
                    signature.filter(each -> tally.hash(each.head().seq())
                            .equals(Optional.of(each.head().hash())))));
        }
        return desks;
    }

    private void check(Path draft) throws CaseRefused {
        Optional<CaseFault> fault = CaseFile.verify(draft).firstFault();
        if (fault.isPresent()) {
            throw refused(
                    fault.get().kind(),
                    fault.get().where(),
                    fault.get().words() + ": this journal does not hold the incident whole; sync, or verify it");
        }
    }

    private CaseRefused exists() {
        return refused(
                CaseFault.Kind.TROUBLE, "", "a file of this name is there already; choose another name or remove it");
    }

    private CaseRefused tooLarge() {
        return refused(
                CaseFault.Kind.TOO_LARGE, "", "with its attachments it passes " + Zip.MAX_BYTES + " bytes, the limit");
    }

    private CaseRefused refused(CaseFault.Kind kind, String where, String words) {
        return new CaseRefused(target, new CaseFault(kind, where, words));
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }
}
