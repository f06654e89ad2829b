package tocsin.journal;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.ClosedChannelException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import tocsin.base.DeskId;
import tocsin.base.FactId;
import tocsin.base.HybridClock;

/// The one thread that appends and forces. Jobs that queue up while it forces share the next force.
final class Writer {
    private static final long SIGN_WHEN_IDLE_MILLIS = 250;
    private static final int SIGN_EVERY = 1_000;
    private static final long TURN_BYTES = 4 << 20;
    private static final int TURN_JOBS = 4_096;
    private static final long LOOK_AT_SPACE_NANOS = TimeUnit.SECONDS.toNanos(1);
    private static final int MAX_INTERRUPTS = 100;

    private final Disk disk;
    private final Path folder;
    private final Settings settings;
    private final Book book;
    private volatile DeskKey key;
    private final Tail tail;
    private final HybridClock clock;
    private final Ballast ballast;
    private final Salts salts = new Salts();
    private final LinkedBlockingQueue<Task<?>> queue = new LinkedBlockingQueue<>();
    private final Thread thread;
    private final Closeable lock;
    private Head own;
    private long signedTo;
    private long lookedAtSpace;
    private volatile boolean closing;
    private volatile @Nullable JournalStopped stopped;
    private volatile JournalHealth health;

    Writer(
            Disk disk,
            Path folder,
            Settings settings,
            Book book,
            DeskKey key,
            Tail tail,
            HybridClock clock,
            Head own,
            long usable,
            Closeable lock) {
        this.disk = disk;
        this.folder = folder;
        this.settings = settings;
        this.book = book;
        this.key = key;
        this.tail = tail;
        this.clock = clock;
        this.own = own;
        this.lock = lock;
        this.ballast = new Ballast(disk, folder, settings.ballastBytes());
        this.signedTo = book.signed(own.desk()).map(Book.Signed::seq).orElse(0L);
        this.lookedAtSpace = System.nanoTime();
        this.health = healthFor(usable);
        this.thread = Thread.ofPlatform().name("tocsin-journal").daemon().unstarted(this::run);
    }

    void start() {
        if (settings.worker() == Settings.Worker.OWN) {
            thread.start();
        } else {
            ballast.ensure(health.usableBytes(), settings.lowDiskBytes());
        }
    }

    <T> CompletableFuture<T> write(Job<T> job) {
        var task = new Task<>(job);
        queue(task);
        return task.future;
    }

    <T, R> CompletableFuture<R> write(Job<T> job, Function<T, R> forced) {
        return ask(new Task<>(job), forced);
    }

    /// What follows is chained before the task is queued, so that it runs on this thread and no other.
    private <T, R> CompletableFuture<R> ask(Task<T> task, Function<T, R> forced) {
        CompletableFuture<R> answer = task.future.thenApply(forced);
        queue(task);
        return answer;
    }

    private void queue(Task<?> task) {
        queue.add(task);
        if (stopped != null) {
            failQueued();
        } else if (settings.worker() == Settings.Worker.CALLERS) {
            serveQueue();
        }
    }

    /// The life of the journal's thread in small pieces.
    private void serveQueue() {
        try {
            while (!queue.isEmpty()) {
                turn();
            }
        } catch (JournalStopped stop) {
            stop(stop, JournalHealth.State.STOPPED);
            release();
        }
    }

    /// Disowns what a desk of ours wrote after that head, and writes it anew; under a new id when it is the one that
    /// writes now. Runs alone.
    <T, R> CompletableFuture<R> renew(Head kept, Renewal<T> renewal, Function<T, R> forced) {
        return ask(new Task<>(kept, renewal), forced);
    }

    void correctClock(Duration ahead) {
        queue(new Task<>(_ -> {
            clock.correct(ahead.toMillis());
            return true;
        }));
    }

    byte[] publicKey() {
        return key.publicKey.clone();
    }

    DeskId desk() {
        return key.desk;
    }

    Optional<HeadSignature> seal(Head head) throws JournalException {
        DeskKey mine = key;
        if (head.desk().equals(mine.desk)) {
            return Optional.of(mine.sign(head));
        }
        try {
            return DeskKey.loadFormer(disk, folder, head.desk()).map(former -> former.sign(head));
        } catch (IOException unreadable) {
            throw new JournalException("a former key of this desk cannot be read: " + unreadable.getMessage());
        }
    }

    Seal sign(String purpose, Hash hash) {
        return key.sign(purpose, hash);
    }

    CompletableFuture<Optional<HeadSignature>> signHead() {
        return write(appender -> {
            var batch = (Batch) appender;
            Head head = batch.own();
            if (head.seq() == 0) {
                return Optional.empty();
            }
            HeadSignature signature = key.sign(head);
            if (batch.isNews(signature)) {
                batch.add(signature);
            }
            return Optional.of(signature);
        });
    }

    JournalHealth health() {
        return health;
    }

    void close() {
        closing = true;
        if (settings.worker() == Settings.Worker.CALLERS) {
            if (stopped == null) {
                run();
            }
            return;
        }
        queue.add(new Task<>(_ -> true));
        boolean interrupted = false;
        while (thread.isAlive()) {
            try {
                thread.join();
            } catch (InterruptedException wait) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        try {
            ballast.ensure(health.usableBytes(), settings.lowDiskBytes());
            while (!closing || !queue.isEmpty()) {
                turn();
            }
            signTail();
            stop(new JournalStopped("the journal is closed"), JournalHealth.State.CLOSED);
        } catch (JournalStopped stop) {
            stop(stop, JournalHealth.State.STOPPED);
        } catch (RuntimeException | Error unforeseen) {
            stop(
                    new JournalStopped("the journal stopped because of a fault in Tocsin: " + unforeseen, unforeseen),
                    JournalHealth.State.STOPPED);
        } finally {
            release();
        }
    }

    private void turn() throws JournalStopped {
        Task<?> first = next();
        if (first == null) {
            signTail();
            return;
        }
        if (first.renewed != null) {
            renew(first, first.renewed);
            return;
        }
        var batch = new Batch(book, own, clock, settings.wall(), salts);
        var tasks = new ArrayList<Task<?>>();
        try {
            gather(first, batch, tasks);
            commit(batch);
        } catch (JournalStopped stop) {
            announce(stop, JournalHealth.State.STOPPED);
            tasks.forEach(task -> task.fail(stop));
            throw stop;
        }
        tasks.forEach(Task::complete);
        if (own.seq() - signedTo >= SIGN_EVERY) {
            signTail();
        }
        lookAtSpace();
    }

    private void gather(Task<?> first, Batch batch, List<Task<?>> tasks) throws JournalStopped {
        for (Task<?> task = first; task != null; task = nextOfTurn()) {
            tasks.add(task);
            try {
                task.run(batch);
            } catch (JournalException unreadable) {
                throw stopped("the journal cannot be read back", unreadable);
            }
            if (batch.bytes() > TURN_BYTES || tasks.size() == TURN_JOBS) {
                return;
            }
        }
    }

    private @Nullable Task<?> nextOfTurn() {
        Task<?> next = queue.peek();
        return next == null || next.renewed != null ? null : queue.poll();
    }

    /// The memory runs ahead of the disk here, so whatever goes wrong stops the journal; the next start finds it as it
    /// was.
    private void renew(Task<?> task, Head kept) throws JournalStopped {
        try {
            var remainder = new ArrayList<StoredFact>();
            long highest = book.highest(kept.desk());
            for (long seq = kept.seq() + 1; seq <= highest; seq++) {
                book.find(new FactId(kept.desk(), seq)).ifPresent(remainder::add);
            }
            Optional<HeadSignature> last = kept.seq() == 0 ? Optional.empty() : seal(kept);
            if (kept.desk().equals(key.desk)) {
                DeskKey fresh = DeskKey.create(key.place);
                DeskKey.putAside(disk, folder, Optional.of(key.desk));
                fresh.save(disk, folder);
                key = fresh;
                own = new Head(fresh.desk, 0, Hash.ZERO);
                book.renew(fresh.desk);
            }
            book.disown(kept);
            clock.setBack();
            var batch = new Batch(book, own, clock, settings.wall(), salts);
            batch.disown(kept);
            last.ifPresent(batch::add);
            task.rewrite(batch, remainder);
            book.add(batch.entries(), tail.appendWhole(batch.entries(), own.desk()));
            own = batch.own();
            signedTo = book.signed(own.desk()).map(Book.Signed::seq).orElse(0L);
            task.complete();
        } catch (IOException | JournalException | RuntimeException failed) {
            JournalStopped stop = stopped("what was written on a copy could not be written anew", failed);
            announce(stop, JournalHealth.State.STOPPED);
            task.fail(stop);
            throw stop;
        }
    }

    private @Nullable Task<?> next() {
        try {
            return signedTo < own.seq() && !closing
                    ? queue.poll(SIGN_WHEN_IDLE_MILLIS, TimeUnit.MILLISECONDS)
                    : queue.take();
        } catch (InterruptedException nobodyMayStopThisThread) {
            return queue.poll();
        }
    }

    private void commit(Batch batch) throws JournalStopped {
        if (!batch.isEmpty()) {
            persist(batch.entries());
            own = batch.own();
            signedTo = book.signed(own.desk()).map(Book.Signed::seq).orElse(0L);
        }
        for (Batch.Erasure erasure : batch.erasures()) {
            erase(erasure);
        }
    }

    private void persist(List<Batch.Entry> entries) throws JournalStopped {
        boolean gaveBallast = false;
        for (int interrupts = 0; ; ) {
            try {
                long[] positions = tail.append(entries);
                book.add(entries, positions);
                return;
            } catch (ClosedChannelException interrupted) {
                if (++interrupts > MAX_INTERRUPTS) {
                    throw stopped("the journal's file is closed again and again", interrupted);
                }
                comeBack();
            } catch (Tail.ForceFailed failed) {
                throw stopped("the disk could not make the last write safe", failed);
            } catch (IOException failed) {
                if (gaveBallast) {
                    cutBack();
                    throw stopped("the journal cannot be written", failed);
                }
                gaveBallast = true;
                cutBack();
                ballast.drop();
                sayLowDisk(failed);
            } catch (JournalException unreadable) {
                throw stopped("the journal cannot be read back", unreadable);
            }
        }
    }

    /// An interrupt closed the file under this thread. Nothing of the batch was acknowledged, so it is written again.
    private void comeBack() throws JournalStopped {
        for (int tries = 0; ; tries++) {
            Thread.interrupted();
            try {
                tail.reopen();
                return;
            } catch (ClosedChannelException again) {
                if (tries > MAX_INTERRUPTS) {
                    throw stopped("the journal's file is closed again and again", again);
                }
            } catch (IOException failed) {
                throw stopped("the journal's file cannot be opened again", failed);
            }
        }
    }

    private void cutBack() throws JournalStopped {
        try {
            tail.cutBack();
        } catch (ClosedChannelException interrupted) {
            comeBack();
        } catch (IOException failed) {
            throw stopped("the journal cannot be cut back to its last safe length", failed);
        }
    }

    private void erase(Batch.Erasure erasure) throws JournalStopped {
        FactId id = erasure.id();
        try {
            Thread.interrupted();
            tail.erase(book.positionOf(id).orElseThrow());
        } catch (Tail.ForceFailed failed) {
            throw stopped("the disk could not make an erasure safe", failed);
        } catch (IOException | JournalException failed) {
            erasure.task()
                    .failLater(new JournalException(
                            "the payload of " + id + " could not be erased (" + failed.getMessage()
                                    + "); what was logged with it is kept, try the erasure again",
                            failed));
            comeBack();
        }
    }

    private void signTail() throws JournalStopped {
        if (signedTo < own.seq()) {
            persist(List.of(new Batch.Entry.OfSignature(key.sign(own))));
            signedTo = own.seq();
        }
    }

    private void lookAtSpace() {
        long now = System.nanoTime();
        if (now - lookedAtSpace < LOOK_AT_SPACE_NANOS) {
            return;
        }
        lookedAtSpace = now;
        try {
            become(healthFor(disk.usableSpace(folder)));
        } catch (IOException unknown) {
            become(new JournalHealth(
                    JournalHealth.State.LOW_DISK, Optional.of("the disk does not say how much space is left"), -1));
        }
    }

    private void sayLowDisk(IOException failed) {
        become(new JournalHealth(
                JournalHealth.State.LOW_DISK,
                Optional.of("the disk is full (" + failed.getMessage() + "), free some space now"),
                0));
    }

    private JournalHealth healthFor(long usable) {
        return usable < settings.lowDiskBytes()
                ? new JournalHealth(
                        JournalHealth.State.LOW_DISK,
                        Optional.of("only " + usable / 1_000_000 + " MB are left on the disk, free some space"),
                        usable)
                : new JournalHealth(JournalHealth.State.RUNNING, Optional.empty(), usable);
    }

    private void become(JournalHealth next) {
        boolean changed = next.state() != health.state() || !next.reason().equals(health.reason());
        health = next;
        if (changed) {
            settings.listener().accept(next);
        }
    }

    private JournalStopped stopped(String words, Exception cause) {
        return new JournalStopped(words + " (" + cause.getMessage() + "); nothing more is accepted", cause);
    }

    private void announce(JournalStopped why, JournalHealth.State state) {
        if (stopped == null) {
            stopped = why;
            become(new JournalHealth(state, Optional.ofNullable(why.getMessage()), health.usableBytes()));
        }
    }

    private void stop(JournalStopped why, JournalHealth.State state) {
        try {
            announce(why, state);
        } finally {
            failQueued();
        }
    }

    private void failQueued() {
        JournalStopped why = stopped;
        for (Task<?> task = queue.poll(); task != null && why != null; task = queue.poll()) {
            task.fail(why);
        }
    }

    private void release() {
        for (Closeable each : List.<Closeable>of(tail::close, lock)) {
            try {
                each.close();
            } catch (IOException atTheEnd) {
                // Everything acknowledged is forced; the system closes the rest with the process.
            }
        }
    }

    /// A job with the promise made for it.
    static final class Task<T> {
        private final Job<T> job;
        private final CompletableFuture<T> future = new CompletableFuture<>();
        private final @Nullable Head renewed;
        private List<StoredFact> remainder = List.of();
        private @Nullable T result;
        private @Nullable Exception failure;

        Task(Job<T> job) {
            this.job = job;
            this.renewed = null;
        }

        Task(Head kept, Renewal<T> renewal) {
            this.renewed = kept;
            this.job = out -> renewal.run((Batch) out, remainder);
        }

        void rewrite(Batch batch, List<StoredFact> former) throws JournalException {
            remainder = former;
            result = job.run(batch);
        }

        void run(Batch batch) throws JournalException {
            int mark = batch.mark();
            int erasureMark = batch.erasures().size();
            try {
                batch.serve(this);
                result = job.run(batch);
            } catch (JournalException | RuntimeException failed) {
                failure = failed;
                batch.rollBack(mark, erasureMark);
            }
        }

        void failLater(Exception why) {
            failure = why;
        }

        void fail(Exception why) {
            future.completeExceptionally(failure == null ? why : failure);
        }

        @SuppressWarnings("NullAway") // a job that may answer null says so in its own type
        void complete() {
            if (failure == null) {
                future.complete(result);
            } else {
                future.completeExceptionally(failure);
            }
        }
    }
}
