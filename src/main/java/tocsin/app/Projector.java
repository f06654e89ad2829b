package tocsin.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.concurrent.CompletionException;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;
import tocsin.base.FactId;
import tocsin.base.IncidentId;
import tocsin.domain.Recorded;
import tocsin.domain.desk.DeskFact;
import tocsin.domain.incident.History;
import tocsin.domain.incident.Incident;
import tocsin.journal.Head;
import tocsin.journal.Journal;
import tocsin.journal.JournalException;
import tocsin.journal.StoredFact;
import tocsin.store.Applied;
import tocsin.store.Opening;
import tocsin.store.Rebuild;
import tocsin.store.Settings;
import tocsin.store.Store;
import tocsin.store.StoreException;

/// Keeps the store in step with the journal, on a thread of its own, so that a slow store never keeps an
/// acknowledgement
/// waiting. A store that fails is set aside and folded again; nobody loses anything by it.
final class Projector implements AutoCloseable {
    /// A longer tail than this is folded quicker from the beginning.
    private static final long LONGEST_TAIL = 50_000;

    private final Profile profile;
    private final Cover cover;
    private final Journal journal;
    private final Histories histories;
    private final IndexFolder index;
    private final Thread thread =
            Thread.ofPlatform().name("tocsin-projector").daemon().unstarted(this::run);
    private final Object storeTurn = new Object();
    private final ReentrantLock lock = new ReentrantLock();
    private final Condition changed = lock.newCondition();
    private final Map<IncidentId, Pending> pending = new LinkedHashMap<>();
    private Store store;
    private volatile Mark written = new Mark(-1, List.of());
    private long offered;
    private long done;
    private boolean closing;
    private boolean rebuildWanted;
    private @Nullable StoreException broken;
    private @Nullable JournalException unreadable;
    private long replayed;

    /// Folds one incident from the journal.
    interface Histories {
        History of(IncidentId id) throws JournalException;
    }

    /// A place in the journal up to which everything has been offered, with the heads there.
    record Mark(long position, List<Applied> heads) {}

    private record Pending(Incident after, List<Recorded> news) {}

    private record Work(List<tocsin.store.Change.Touched> touched, boolean anew, long upTo) {}

    Projector(Profile profile, Cover cover, Store store, Journal journal, Histories histories, IndexFolder index) {
        this.cover = cover;
        this.index = index;
        this.profile = profile;
        this.store = store;
        this.journal = journal;
        this.histories = histories;
    }

    void start() {
        thread.start();
    }

    /// Called on the journal's thread, right after these changes were forced.
    void offer(List<Change> changes) {
        locked(() -> {
            for (Change change : changes) {
                pending.merge(
                        change.incident().id(),
                        new Pending(change.incident(), change.fresh()),
                        (old, more) -> new Pending(more.after(), joined(old.news(), more.news())));
            }
            offered++;
        });
    }

    /// The store after everything offered so far is in it.
    Store settled() throws JournalException {
        lock.lock();
        try {
            long goal = offered;
            while (done < goal && broken == null && unreadable == null) {
                changed.awaitUninterruptibly();
            }
            StoreException noStore = broken;
            JournalException noJournal = unreadable;
            if (noStore != null) {
                throw noStore;
            }
            if (noJournal != null) {
                throw noJournal;
            }
        } finally {
            lock.unlock();
        }
        synchronized (storeTurn) {
            return store;
        }
    }

    long replayed() {
        return replayed;
    }

    /// Brings the store in step before anybody reads it. Runs on the opening thread.
    Opened.StoreState catchUp(Opening.Found found, Progress progress) throws JournalException {
        OptionalLong position = found instanceof Opening.Found.Whole ? store.position() : OptionalLong.empty();
        long last = journal.size() - 1;
        boolean usable = position.isPresent()
                && position.getAsLong() <= last
                && last - position.getAsLong() <= LONGEST_TAIL
                && knowsOurPast();
        if (!usable) {
            if (last >= 0 || found instanceof Opening.Found.Whole) {
                rebuild(progress);
            }
            return last < 0 ? Opened.StoreState.IN_STEP : Opened.StoreState.REBUILT;
        }
        if (position.getAsLong() == last) {
            written = mark();
            return Opened.StoreState.IN_STEP;
        }
        return replay(position.getAsLong(), progress);
    }

    /// Throws everything away and folds the journal again; returns the number of facts.
    long rebuild(Progress progress) throws JournalException {
        synchronized (storeTurn) {
            Mark end = mark();
            List<IncidentId> ids = journal.incidents();
            long facts = 0;
            try (Rebuild rebuild = store.rebuild((_, _) -> {})) {
                for (IncidentId id : ids) {
                    Incident incident = histories.of(id).now();
                    rebuild.add(incident);
                    facts += incident.facts();
                    progress.at(facts, end.position() + 1);
                }
                rebuild.finish(end.heads(), end.position());
            }
            written = end;
            return end.position() + 1;
        }
    }

    /// Words were erased from the journal. The store's file may still hold them on old pages, so it is deleted and
    /// folded again. Called on the journal's thread, before the erasure is told to anybody.
    void forgetWords() {
        locked(() -> {
            rebuildWanted = true;
            offered++;
        });
    }

    /// Writes the rest; the journal must still be open.
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
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
        synchronized (storeTurn) {
            store.close();
        }
    }

    private boolean knowsOurPast() throws JournalException {
        for (Applied applied : store.applied().values()) {
            boolean same = journal.read(new FactId(applied.desk(), applied.seq()))
                    .map(StoredFact::hash)
                    .filter(hash -> hash.hex().equals(applied.hashHex()))
                    .isPresent();
            if (!same) {
                return false;
            }
        }
        return true;
    }

    private Opened.StoreState replay(long after, Progress progress) throws JournalException {
        Set<FactId> ids = new HashSet<>();
        Set<IncidentId> touched = new HashSet<>();
        journal.replay(after, (_, fact) -> {
            ids.add(fact.id());
            fact.header().incident().ifPresent(touched::add);
        });
        var changes = new ArrayList<tocsin.store.Change.Touched>();
        for (IncidentId id : touched) {
            History history = histories.of(id);
            List<Recorded> news = history.facts().stream()
                    .filter(fact -> ids.contains(fact.id()))
                    .toList();
            changes.add(new tocsin.store.Change.Touched(history.now(), news));
        }
        replayed = ids.size();
        if (changes.stream().flatMap(change -> change.news().stream()).anyMatch(Projector::erases)) {
            deleteStore();
            rebuild(progress);
            return Opened.StoreState.REBUILT;
        }
        Mark end = mark();
        store.apply(new tocsin.store.Change(changes, end.heads(), end.position()));
        written = end;
        return Opened.StoreState.CAUGHT_UP;
    }

    private static boolean erases(Recorded fact) {
        return fact.fact() instanceof DeskFact.Redacted;
    }

    private void run() {
        try {
            boolean more = true;
            while (more) {
                more = turn();
            }
        } catch (RuntimeException unforeseen) {
            // Nobody may wait for a thread that is gone.
            fail(new JournalException("the store stopped because of a fault in Tocsin: " + unforeseen, unforeseen));
        }
    }

    /// Writes what has come in since the turn before. Returns false after the last turn.
    private boolean turn() {
        boolean last;
        lock.lock();
        try {
            while (done == offered && !closing) {
                changed.awaitUninterruptibly();
            }
            // Asked before the mark: only a mark taken after the closing began covers every fact there will be.
            last = closing;
        } finally {
            lock.unlock();
        }
        Mark until = currentMark();
        Work work = take();
        if (work.anew() || !work.touched().isEmpty() || !until.equals(written)) {
            write(work, until);
        }
        locked(() -> done = work.upTo());
        return !last;
    }

    private Work take() {
        lock.lock();
        try {
            var touched = new ArrayList<tocsin.store.Change.Touched>();
            pending.forEach((id, each) -> touched.add(new tocsin.store.Change.Touched(each.after(), each.news())));
            pending.clear();
            var work = new Work(touched, rebuildWanted, offered);
            rebuildWanted = false;
            return work;
        } finally {
            lock.unlock();
        }
    }

    /// Asked on the journal's thread, between two batches: up to here everything has been offered, so what is taken
    /// afterwards is complete. A journal that has stopped writes no more facts, and the mark before stays true.
    private Mark currentMark() {
        try {
            return journal.write(_ -> mark()).join();
        } catch (CompletionException stopped) {
            return written;
        }
    }

    private Mark mark() {
        var heads = new ArrayList<Applied>();
        for (Head head : journal.heads().all()) {
            heads.add(new Applied(head.desk(), head.seq(), head.hash().hex()));
        }
        return new Mark(journal.size() - 1, heads);
    }

    private void write(Work work, Mark until) {
        try {
            if (work.anew()) {
                deleteStore();
                rebuild(Progress.SILENT);
            } else {
                synchronized (storeTurn) {
                    store.apply(new tocsin.store.Change(work.touched(), until.heads(), until.position()));
                    written = until;
                }
            }
        } catch (StoreException trouble) {
            renew(trouble);
        } catch (JournalException trouble) {
            fail(trouble);
        }
    }

    /// Also what was set aside earlier: it holds the same words. So does the search index, which goes first: whatever
    /// cuts this short, the store still lacks the erasure and all of it is done again.
    private void deleteStore() throws JournalException {
        index.forgetWords();
        synchronized (storeTurn) {
            store.close();
            try (var files = Files.newDirectoryStream(profile.store(), "tocsin.*")) {
                for (Path file : files) {
                    Files.deleteIfExists(file);
                }
            } catch (IOException kept) {
                throw new JournalException(
                        "the words were erased from the journal, but old files of the store may still hold them ("
                                + kept.getMessage() + "); close Tocsin and delete " + profile.store(),
                        kept);
            }
            store = Store.open(profile.store(), cover.over(Settings.usual())).store();
        }
    }

    private void renew(StoreException failed) {
        try {
            synchronized (storeTurn) {
                store.close();
                store = Store.renew(profile.store(), Settings.usual(), String.valueOf(failed.getMessage()))
                        .store();
            }
            rebuild(Progress.SILENT);
        } catch (StoreException again) {
            locked(() -> broken = again);
        } catch (JournalException trouble) {
            fail(trouble);
        }
    }

    /// The journal cannot be read any more: the store stays as it is, and whoever asks is told.
    private void fail(JournalException trouble) {
        locked(() -> {
            unreadable = trouble;
            closing = true;
        });
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

    private static List<Recorded> joined(List<Recorded> first, List<Recorded> second) {
        var all = new ArrayList<Recorded>(first.size() + second.size());
        all.addAll(first);
        all.addAll(second);
        return all;
    }
}
