package tocsin.journal;

import java.io.Closeable;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import tocsin.base.DeskId;
import tocsin.base.FactId;
import tocsin.base.IncidentId;

/// The append-only truth. Every method may be called from any thread; all writing happens on the journal's own thread.
public final class Journal implements AutoCloseable {
    private final Disk disk;
    private final Path folder;
    private final Book book;
    private final Writer writer;
    private final OpenReport report;

    private Journal(Disk disk, Path folder, Book book, Writer writer, OpenReport report) {
        this.disk = disk;
        this.folder = folder;
        this.book = book;
        this.writer = writer;
        this.report = report;
    }

    /// Opens the journal in this folder, or begins one.
    public static Journal open(Disk disk, Path folder, Settings settings) throws JournalException {
        Closeable lock = Opening.lock(disk, folder);
        try {
            var opened = Opening.open(disk, folder, settings);
            var writer = new Writer(
                    disk,
                    folder,
                    settings,
                    opened.book(),
                    opened.key(),
                    opened.tail(),
                    opened.clock(),
                    opened.own(),
                    opened.usable(),
                    lock);
            writer.start();
            return new Journal(disk, folder, opened.book(), writer, opened.report());
        } catch (JournalException | RuntimeException failed) {
            release(lock, failed);
            throw failed;
        }
    }

    public OpenReport opened() {
        return report;
    }

    public DeskId desk() {
        return writer.desk();
    }

    /// The desks that this profile wrote as before: it was copied, restored, or lost its end.
    public Set<DeskId> formerDesks() throws JournalException {
        try {
            return DeskKey.former(disk, folder);
        } catch (IOException failed) {
            throw new JournalException("the journal's folder cannot be read: " + failed.getMessage(), failed);
        }
    }

    /// Disowns what a desk of ours wrote after that head, because others know another continuation, and writes it
    /// anew; under a new id when it is the one that writes now. All at once or not at all.
    public <T, R> CompletableFuture<R> renew(Head kept, Renewal<T> renewal, Function<T, R> forced) {
        return writer.renew(kept, renewal, forced);
    }

    /// The key that others check this desk's signatures with, X.509 encoded.
    public byte[] publicKey() {
        return writer.publicKey();
    }

    /// Tells how far this machine's clock runs ahead of a better one. Facts are ordered by the better time from here
    /// on; what they say of when they were recorded stays what this machine shows.
    public void correctClock(Duration ahead) {
        writer.correctClock(ahead);
    }

    /// Signs a fact of this desk, or of one that it was before. Nothing is written.
    public Optional<HeadSignature> seal(FactId id) throws JournalException {
        Optional<StoredFact> fact = book.find(id);
        return fact.isEmpty() ? Optional.empty() : writer.seal(fact.get().head());
    }

    /// Facts of one desk after that sequence, in order and without a gap.
    public List<StoredFact> factsOf(DeskId desk, long after, int most) throws JournalException {
        var facts = new ArrayList<StoredFact>();
        long end = Math.min(heads().seq(desk), after + most);
        for (long seq = after + 1; seq <= end; seq++) {
            facts.add(book.find(new FactId(desk, seq)).orElseThrow());
        }
        return facts;
    }

    /// What the records on disk are sealed with.
    public RecordSeal seal() {
        return book.seal();
    }

    /// How far each desk is held without a gap.
    public Heads heads() {
        return book.heads();
    }

    /// The number of facts, which is one more than the last ordinal.
    public long size() {
        return book.facts();
    }

    /// Runs the job on the journal's thread. The future completes after everything the job appended is forced; what
    /// is chained to it without `Async` runs on the journal's thread, so it must be short and must not wait for a
    /// write.
    public <T> CompletableFuture<T> write(Job<T> job) {
        return writer.write(job);
    }

    /// The same, and what follows the force always runs on the journal's thread: it must be short and must not wait
    /// for a write.
    public <T, R> CompletableFuture<R> write(Job<T> job, Function<T, R> forced) {
        return writer.write(job, forced);
    }

    /// Signs this desk's last fact now, instead of when the journal next falls idle. Empty when there is none.
    public CompletableFuture<Optional<HeadSignature>> signHead() {
        return writer.signHead();
    }

    /// Signs a hash with this desk's key, for one purpose. Nothing is written.
    public Seal sign(String purpose, Hash hash) {
        return writer.sign(purpose, hash);
    }

    /// The latest signature held of a desk.
    public Optional<HeadSignature> signature(DeskId desk) throws JournalException {
        return book.signature(desk);
    }

    public Optional<StoredFact> read(FactId id) throws JournalException {
        return book.find(id);
    }

    /// All facts of an incident, in the order in which they came into this journal.
    public List<StoredFact> factsOf(IncidentId incident) throws JournalException {
        return book.factsOf(incident);
    }

    /// All facts that belong to no incident, in the order in which they came into this journal.
    public List<StoredFact> looseFacts() throws JournalException {
        return book.looseFacts();
    }

    /// Every incident that some fact names, sorted.
    public List<IncidentId> incidents() {
        return book.incidents();
    }

    /// Visits every fact whose ordinal is greater, in the order of the journal; -1 visits all.
    public void replay(long afterOrdinal, Visitor visitor) throws JournalException {
        book.replay(afterOrdinal, visitor);
    }

    public JournalHealth health() {
        return writer.health();
    }

    /// Finishes what was asked before, signs the last fact and lets go of the folder.
    @Override
    public void close() {
        writer.close();
        book.close();
    }

    /// Receives the facts of a replay.
    @FunctionalInterface
    public interface Visitor {
        void fact(long ordinal, StoredFact fact);

        /// The fact with this ordinal can no longer be read.
        default void unreadable(long ordinal, String words) {}
    }

    private static void release(Closeable lock, Exception failed) {
        try {
            lock.close();
        } catch (IOException alsoFailed) {
            failed.addSuppressed(alsoFailed);
        }
    }
}
