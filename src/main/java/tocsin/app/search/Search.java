package tocsin.app.search;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.jspecify.annotations.Nullable;
import tocsin.app.Change;
import tocsin.app.Console;
import tocsin.app.Past;
import tocsin.base.DeskId;
import tocsin.base.FactId;
import tocsin.base.Feed;
import tocsin.base.IncidentId;
import tocsin.domain.Recorded;
import tocsin.domain.desk.DeskFact;
import tocsin.domain.incident.History;
import tocsin.domain.incident.Incident;
import tocsin.domain.prose.ProseFact;
import tocsin.journal.Head;
import tocsin.journal.JournalException;
import tocsin.journal.codec.FactCodec;

/// Finds anything in a profile by its words. The index is kept in step on the thread `tocsin-search`; an entry is found
/// moments after it was acknowledged. An index that cannot be used, or that knows another past than the journal, is
/// thrown away and made anew meanwhile. Close this before the console. Methods may be called from any thread but the
/// JavaFX thread and the journal's.
public final class Search implements AutoCloseable {
    private static final long COMMIT_NANOS = TimeUnit.SECONDS.toNanos(30);

    private static final String REDACTED = new FactCodec()
            .encode(new DeskFact.Redacted(new FactId(new DeskId("a".repeat(DeskId.LENGTH)), 1), ""))
            .type();

    private final Past past;
    private final Thread thread =
            Thread.ofPlatform().name("tocsin-search").daemon().unstarted(this::run);
    private final ReentrantReadWriteLock files = new ReentrantReadWriteLock();
    private @Nullable Index index;

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Map<IncidentId, Pending> pending = new LinkedHashMap<>();
    private long offered = 1;
    private long done;
    private boolean closing;
    private boolean ended;
    private boolean erasing;
    private boolean damaged;
    private @Nullable SearchException broken;

    private volatile Standing standing = new Standing(State.BUILDING, 0, 0);
    private final Feed.Subscription news;
    private final Feed.Subscription keeping;
    private boolean asked;

    // Of the search thread alone.
    private Past.Place written = new Past.Place(-1, List.of());
    private Past.Place committed = written;
    private long lastCommit = System.nanoTime();
    private boolean whole;
    private final Manuscripts manuscripts;

    private record Pending(Incident after, Reach reach, List<Recorded> words) {
        Pending and(Pending more) {
            var both = new ArrayList<>(words);
            both.addAll(more.words());
            return new Pending(more.after(), reach.and(more.reach()), both);
        }
    }

    /// @param asked somebody waits for all of it
    private record Work(Map<IncidentId, Pending> changes, boolean anew, boolean asked, long upTo) {}

    public enum State {
        /// The index is being made; what is found so far is not all.
        BUILDING,
        READY,
        /// Nothing is found any more; the journal is as it was.
        BROKEN
    }

    /// How far the index has come, in incidents.
    public record Standing(State state, int incidents, int of) {}

    private Search(Console console) {
        this.past = console.past();
        this.manuscripts = new Manuscripts(past);
        this.keeping = past.keepIndex(this::waitUntilErased);
        this.news = console.changes().subscribe(this::offer);
    }

    /// Returns at once; the index is opened, or made, meanwhile.
    public static Search open(Console console) {
        var search = new Search(console);
        search.thread.start();
        return search;
    }

    public Standing standing() {
        return standing;
    }

    /// The best hits, at most so many. While the index is being made, what is in it so far.
    public Hits find(Query query, int limit) {
        if (query.isEmpty() || limit <= 0) {
            return Hits.NONE;
        }
        lock.lock();
        try {
            refuseWhenBroken();
        } finally {
            lock.unlock();
        }
        files.readLock().lock();
        try {
            return index == null ? Hits.NONE : index.find(query, limit);
        } catch (IOException unreadable) {
            locked(() -> {
                damaged = true;
                offered++;
            });
            throw new SearchException(
                    "the search index was damaged and is being made anew (" + unreadable.getMessage()
                            + "); search again in a moment",
                    unreadable);
        } finally {
            files.readLock().unlock();
        }
    }

    /// Waits until everything acknowledged so far can be found.
    public Search settled() {
        lock.lock();
        try {
            asked = true;
            offered++;
            changed.signalAll();
            long goal = offered;
            while (done < goal && !ended) {
                changed.awaitUninterruptibly();
            }
            refuseWhenBroken();
            return this;
        } finally {
            lock.unlock();
        }
    }

    /// Writes the rest; the console must still be open.
    @Override
    public void close() {
        locked(() -> closing = true);
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException asked) {
                interrupted = true;
            }
        }
        // Until nobody answers for the files any more, an erasure must be heard of.
        keeping.close();
        news.close();
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void refuseWhenBroken() {
        if (broken != null) {
            throw broken;
        }
    }

    /// Told on the journal's thread.
    private void offer(Change change) {
        Reach reach = Reach.of(change);
        locked(() -> {
            pending.merge(change.incident().id(), new Pending(change.incident(), reach, words(change)), Pending::and);
            erasing |= Reach.erases(change.fresh());
            offered++;
        });
    }

    private static List<Recorded> words(Change change) {
        return change.fresh().stream()
                .filter(fact -> fact.fact() instanceof ProseFact)
                .toList();
    }

    /// Called on the store's thread, which is told of an erasure before the change is; asking for the journal's place
    /// waits for the change.
    private Past.Keeper.Forgot waitUntilErased() {
        var _ = past.place();
        lock.lock();
        try {
            while (erasing && !ended) {
                changed.awaitUninterruptibly();
            }
            return erasing ? Past.Keeper.Forgot.NOT_AT_WORK : Past.Keeper.Forgot.DONE;
        } finally {
            lock.unlock();
        }
    }

    // ---- on the search thread

    private void run() {
        try {
            retrying(this::begin);
            boolean more = true;
            while (more) {
                more = turn();
            }
        } catch (IOException | JournalException | RuntimeException failed) {
            standing = new Standing(State.BROKEN, 0, 0);
            locked(() -> broken = new SearchException(
                    "nothing can be found for now: the index"
                            + past.indexFolder().map(folder -> " in " + folder).orElse("") + " cannot be made ("
                            + failed.getMessage() + ")",
                    failed));
        } finally {
            letGo();
            locked(() -> ended = true);
        }
    }

    private interface Step {
        void run() throws IOException, JournalException;
    }

    /// What fails is made anew, once: the journal has it all.
    private void retrying(Step step) throws IOException, JournalException {
        try {
            step.run();
        } catch (IOException | RuntimeException damaged) {
            startAfresh();
            rebuild();
        }
    }

    private void begin() throws IOException, JournalException {
        Index.Opened opened = Index.open(past.indexFolder());
        replace(opened.index());
        Optional<Past.Place> place = opened.place();
        if (place.isEmpty() || !knows(place.get())) {
            startAfresh();
            rebuild();
        } else {
            catchUp(place.get());
        }
    }

    private boolean knows(Past.Place place) throws JournalException {
        for (Head head : place.heads()) {
            if (!past.holds(head)) {
                return false;
            }
        }
        return past.place().filter(now -> place.position() <= now.position()).isPresent();
    }

    private void catchUp(Past.Place place) throws IOException, JournalException {
        Past.Place now = past.place().orElse(place);
        Set<IncidentId> touched = new HashSet<>();
        boolean[] erases = {false};
        past.after(place.position(), (_, fact) -> {
            fact.header().incident().ifPresent(touched::add);
            erases[0] |= fact.header().type().equals(REDACTED);
        });
        if (erases[0]) {
            startAfresh();
            rebuild();
            return;
        }
        Index open = open();
        for (IncidentId id : touched) {
            if (isClosing()) {
                return;
            }
            History history = past.history(id);
            open.put(history.now(), new Reach.All());
            Manuscripts.write(open, history);
        }
        open.show();
        written = now;
        committed = place;
        whole = true;
    }

    private void startAfresh() throws IOException {
        whole = false;
        manuscripts.forget();
        letGo();
        replace(Index.fresh(past.indexFolder()));
    }

    /// Streams the incidents one by one out of the journal. A close cuts it short, and then nothing of it is kept.
    private void rebuild() throws IOException, JournalException {
        Optional<Past.Place> now = past.place();
        if (now.isEmpty()) {
            return;
        }
        Index open = open();
        List<IncidentId> ids = past.incidents();
        int count = 0;
        for (IncidentId id : ids) {
            if (isClosing()) {
                return;
            }
            History history = past.history(id);
            open.add(history.now());
            Manuscripts.write(open, history);
            count++;
            standing = new Standing(State.BUILDING, count, ids.size());
            if (count % 256 == 0) {
                open.show();
            }
        }
        open.show();
        written = now.get();
        whole = true;
        commit();
    }

    /// Takes in what has come since the turn before. Returns false after the last turn.
    private boolean turn() throws IOException, JournalException {
        boolean last = waitForWork();
        // Asked after the closing: only then it covers every fact there will be.
        Past.Place until = past.place().orElse(written);
        Work work = take();
        if (work.anew()) {
            startAfresh();
            locked(() -> {
                erasing = false;
                damaged = false;
            });
            retrying(this::rebuild);
        }
        retrying(() -> write(work, until));
        if (last || System.nanoTime() - lastCommit > COMMIT_NANOS) {
            retrying(this::commit);
        }
        int incidents = open().incidents();
        standing = new Standing(State.READY, incidents, incidents);
        locked(() -> done = work.upTo());
        return !last;
    }

    private boolean waitForWork() {
        lock.lock();
        try {
            long patience = manuscripts.patience(COMMIT_NANOS);
            while (done == offered && !closing && patience > 0) {
                try {
                    patience = changed.awaitNanos(patience);
                } catch (InterruptedException nobodyAsked) {
                    return closing;
                }
            }
            return closing;
        } finally {
            lock.unlock();
        }
    }

    private Work take() {
        lock.lock();
        try {
            var work = new Work(new LinkedHashMap<>(pending), erasing || damaged, asked, offered);
            asked = false;
            pending.clear();
            return work;
        } finally {
            lock.unlock();
        }
    }

    private void write(Work work, Past.Place until) throws IOException, JournalException {
        Index open = open();
        boolean news = false;
        for (Pending each : work.changes().values()) {
            if (!each.reach().isNothing()) {
                open.put(each.after(), each.reach());
                news = true;
            }
            manuscripts.take(each.after().id(), each.words());
        }
        if ((work.asked() || manuscripts.isDue()) && manuscripts.write(open)) {
            news = true;
        }
        if (news) {
            open.show();
        }
        this.written = until;
    }

    private void commit() throws IOException, JournalException {
        // What is made fast holds the texts too: after the next start nobody would look for them.
        if (manuscripts.write(open())) {
            open().show();
        }
        if (whole && !written.equals(committed)) {
            open().commit(written);
            committed = written;
        }
        lastCommit = System.nanoTime();
    }

    private boolean isClosing() {
        lock.lock();
        try {
            return closing;
        } finally {
            lock.unlock();
        }
    }

    private Index open() {
        Index open = index;
        if (open == null) {
            throw new IllegalStateException("the index is not open");
        }
        return open;
    }

    private void replace(@Nullable Index by) {
        files.writeLock().lock();
        try {
            index = by;
        } finally {
            files.writeLock().unlock();
        }
    }

    /// Waits for those who are reading.
    private void letGo() {
        files.writeLock().lock();
        try {
            Index old = index;
            index = null;
            if (old != null) {
                old.close();
            }
        } catch (IOException | RuntimeException broke) {
            // It is given up in any case.
            return;
        } finally {
            files.writeLock().unlock();
        }
    }

    private void locked(Runnable change) {
        lock.lock();
        try {
            change.run();
            changed.signalAll();
        } finally {
            lock.unlock();
        }
    }
}
