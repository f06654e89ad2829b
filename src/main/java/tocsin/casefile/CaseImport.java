package tocsin.casefile;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import tocsin.journal.Adopted;
import tocsin.journal.Appender;
import tocsin.journal.Disk;
import tocsin.journal.DiskInput;
import tocsin.journal.Hash;
import tocsin.journal.JournalException;
import tocsin.journal.NotAccepted;
import tocsin.journal.StoredFact;

/// Takes a checked case file into a profile, whole or not at all: [#stage] copies the attachments aside, on any thread;
/// [#into] runs inside one job of the journal, which writes nothing unless every fact fits; closing clears what is
/// left.
public final class CaseImport implements Closeable {
    private static final String STAGING = ".incoming";
    private static final int BUFFER = 1 << 16;

    private final CaseFile file;
    private final Path folder;
    private final Path staging;
    private final Disk disk;
    private final List<CaseEntry> staged = new ArrayList<>();

    private CaseImport(CaseFile file, Path folder, Disk disk) {
        this.disk = disk;
        this.file = file;
        this.folder = folder;
        this.staging = folder.resolve(STAGING);
    }

    /// Copies the attachments that the folder does not hold to a place beside them, for their owner alone, and forces
    /// them to the disk. One import at a time for one folder.
    public static CaseImport stage(CaseFile file, Path attachmentFolder, Disk disk) throws CaseRefused {
        var staged = new CaseImport(file, attachmentFolder, disk);
        try {
            staged.copyAttachments();
            return staged;
        } catch (IOException | CaseRefused failed) {
            staged.sweep(failed);
            throw failed instanceof CaseRefused refused
                    ? refused
                    : file.refused(
                            CaseFault.Kind.TROUBLE,
                            "",
                            "its attachments cannot be stored: " + failed.getMessage() + "; check the free space");
        }
    }

    /// Appends what is new, in a job of the journal. When it throws, let the job fail with it: nothing was changed
    /// then.
    public Imported into(Appender appender) throws JournalException {
        var tally = new Tally();
        try {
            adoptFacts(appender, tally);
            adoptSignatures(appender);
            moveAttachments();
        } catch (IOException failed) {
            throw refused("", "it cannot be taken in: " + failed.getMessage() + "; nothing was changed");
        } catch (Troubled changed) {
            throw refused(changed.fault.where(), changed.fault.words());
        }
        Manifest manifest = file.manifest();
        return new Imported(
                manifest.incident(),
                manifest.root(),
                manifest.heads(),
                tally.added,
                tally.known,
                staged.size(),
                tally.aheadMillis);
    }

    @Override
    public void close() throws IOException {
        if (Files.isDirectory(staging)) {
            for (String name : disk.list(staging)) {
                disk.delete(staging.resolve(name));
            }
            disk.delete(staging);
        }
    }

    private void copyAttachments() throws IOException, CaseRefused {
        close();
        for (CaseEntry attachment : file.attachments()) {
            if (!isHeld(attachment)) {
                disk.createFolder(folder);
                disk.createFolder(staging);
                copy(attachment);
                staged.add(attachment);
            }
        }
    }

    /// A damaged copy does not count as held: the import heals it.
    private boolean isHeld(CaseEntry attachment) throws IOException {
        Path held = folder.resolve(attachment.sha256().hex());
        if (!Files.isRegularFile(held)) {
            return false;
        }
        try (var in = DiskInput.open(disk, held)) {
            return in.length() == attachment.size() && sum(in, (_, _) -> {}).equals(attachment.sha256());
        } catch (IOException damaged) {
            return false;
        }
    }

    private void copy(CaseEntry attachment) throws IOException, CaseRefused {
        Path copy = staging.resolve(attachment.sha256().hex());
        Hash written;
        try (var in = file.attachment(attachment);
                var out = disk.open(copy, Disk.Access.CREATE)) {
            written = sum(in, out::write);
            out.force();
        }
        // The file was checked before; this is for one that changes under our hands.
        if (!written.equals(attachment.sha256())) {
            throw file.refused(CaseFault.Kind.CHANGED, attachment.name(), "it changed while it was read");
        }
    }

    private void adoptFacts(Appender appender, Tally tally) throws JournalException, Troubled, IOException {
        var tree = new MerkleRoot();
        try (FactsStream facts = file.facts()) {
            for (var next = facts.next(); next.isPresent(); next = facts.next()) {
                StoredFact fact = next.get();
                tree.add(fact.hash());
                count(appender.adopt(fact, Appender.Continuity.ONE_INCIDENT), tally);
            }
        }
        if (!tree.root().equals(file.manifest().root())) {
            throw refused(EntryName.FACTS, "it changed while it was read; nothing was changed here");
        }
    }

    private void count(Adopted adopted, Tally tally) throws JournalException {
        switch (adopted) {
            case Adopted.Added added -> {
                tally.added++;
                tally.aheadMillis = Math.max(tally.aheadMillis, added.aheadMillis());
            }
            case Adopted.Known _ -> tally.known++;
            case Adopted.Forked forked ->
                throw refused(
                        forked.id().toString(),
                        "this profile holds another content of it ("
                                + forked.held().hex().substring(0, 12)
                                + " here, " + forked.offered().hex().substring(0, 12)
                                + " in the file): somebody wrote on a copy, or somebody lies; nothing was changed");
            case Adopted.Gap gap ->
                throw refused(
                        gap.id().toString(), "it follows " + gap.missing() + ", which is nowhere; nothing was changed");
            case Adopted.LostTail lost ->
                throw refused(
                        lost.id().toString(),
                        "this very desk wrote it and has lost it since: the profile is an older copy; start it once so "
                                + "that it takes a new desk id, then import again; nothing was changed");
            case Adopted.Refused(var id, var words) ->
                throw refused(id.toString(), Words.shown(words) + "; nothing was changed");
        }
    }

    private void adoptSignatures(Appender appender) throws JournalException {
        for (CaseDesk desk : file.manifest().desks()) {
            if (desk.signature().isPresent() && !appender.adopt(desk.signature().get())) {
                throw refused(desk.desk().value(), "its signature is not that of a fact here; nothing was changed");
            }
        }
    }

    /// Before the facts that name them are on the disk, so that no fact ever points at nothing.
    private void moveAttachments() throws IOException {
        for (CaseEntry attachment : staged) {
            String name = attachment.sha256().hex();
            disk.rename(staging.resolve(name), folder.resolve(name));
        }
        if (!staged.isEmpty()) {
            disk.forceDirectory(folder);
        }
    }

    private JournalException refused(String where, String words) {
        return new NotAccepted(file.refused(CaseFault.Kind.FACT, where, words).line());
    }

    private void sweep(Exception failed) {
        try {
            close();
        } catch (IOException alsoFailed) {
            failed.addSuppressed(alsoFailed);
        }
    }

    @FunctionalInterface
    private interface Sink {
        void write(ByteBuffer bytes, long at) throws IOException;
    }

    private static Hash sum(InputStream in, Sink sink) throws IOException {
        var digest = ZipWriter.sha256();
        byte[] buffer = new byte[BUFFER];
        long at = 0;
        for (int got = in.read(buffer); got >= 0; got = in.read(buffer)) {
            digest.update(buffer, 0, got);
            sink.write(ByteBuffer.wrap(buffer, 0, got), at);
            at += got;
        }
        return Hash.of(digest.digest());
    }

    private static final class Tally {
        private long added;
        private long known;
        private long aheadMillis;
    }
}
