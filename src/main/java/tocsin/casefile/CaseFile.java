package tocsin.casefile;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import tocsin.base.IncidentId;
import tocsin.journal.Journal;
import tocsin.journal.JournalException;

/// A case file that was opened and found whole. One thread at a time.
public final class CaseFile implements Closeable {
    private static final System.Logger LOG = System.getLogger(CaseFile.class.getName());

    private final Path path;
    private final ZipReader zip;
    private final Manifest manifest;
    private final CaseVerdict verdict;

    private CaseFile(Path path, ZipReader zip, Manifest manifest, CaseVerdict verdict) {
        this.path = path;
        this.zip = zip;
        this.manifest = manifest;
        this.verdict = verdict;
    }

    /// Seals an incident into a new file; a file of that name is never replaced. May run on any thread but the
    /// journal's.
    public static Sealed write(Path target, Journal journal, Export export) throws CaseRefused, JournalException {
        return new CaseWriter(target, journal, export).write();
    }

    /// Opens a file after checking all of it; the first fault refuses it. Writes nothing.
    public static CaseFile open(Path path) throws CaseRefused {
        return open(path, () -> ZipReader.open(path));
    }

    /// The same from anywhere; `path` is what it is called.
    static CaseFile open(Path path, ZipReader.Source source) throws CaseRefused {
        var check = new CaseCheck(Reach.FIRST_FAULT);
        Optional<ZipReader> zip = check.run(source);
        Optional<CaseFault> fault = check.verdict().firstFault();
        Optional<Manifest> manifest = check.manifest();
        if (zip.isPresent() && manifest.isPresent() && fault.isEmpty()) {
            return new CaseFile(path, zip.get(), manifest.get(), check.verdict());
        }
        release(zip);
        throw new CaseRefused(
                path, fault.orElse(new CaseFault(CaseFault.Kind.NOT_A_CASE_FILE, "", "it holds nothing to read")));
    }

    /// Checks a file and tells everything found. Needs no profile and writes nothing.
    public static CaseVerdict verify(Path path) {
        return verify(() -> ZipReader.open(path));
    }

    static CaseVerdict verify(ZipReader.Source source) {
        var check = new CaseCheck(Reach.EVERY_FAULT);
        release(check.run(source));
        return check.verdict();
    }

    public Manifest manifest() {
        return manifest;
    }

    public IncidentId incident() {
        return manifest.incident();
    }

    /// What the check counted and noted.
    public CaseVerdict verdict() {
        return verdict;
    }

    public Path path() {
        return path;
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    FactsStream facts() {
        Zip.Entry entry = zip.entry(EntryName.FACTS).orElseThrow();
        return new FactsStream(zip.open(entry), entry.size());
    }

    InputStream attachment(CaseEntry attachment) {
        return zip.open(zip.entry(attachment.name()).orElseThrow());
    }

    List<CaseEntry> attachments() {
        return manifest.attachments();
    }

    CaseRefused refused(CaseFault.Kind kind, String where, String words) {
        return new CaseRefused(path, new CaseFault(kind, where, words));
    }

    /// Nothing was written through it, so a failure to close it changes nothing.
    private static void release(Optional<ZipReader> zip) {
        try {
            if (zip.isPresent()) {
                zip.get().close();
            }
        } catch (IOException onlyRead) {
            LOG.log(System.Logger.Level.DEBUG, "a case file could not be closed", onlyRead);
        }
    }
}
