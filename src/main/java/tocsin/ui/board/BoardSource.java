package tocsin.ui.board;

import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import tocsin.app.Console;
import tocsin.base.Feed;
import tocsin.journal.JournalException;
import tocsin.store.Filter;
import tocsin.store.StoreException;

/// Reads the board on a thread of its own, once at the start and again after every change; changes that come
/// while it reads share the next reading.
final class BoardSource implements AutoCloseable {
    private final Console console;
    private final Consumer<Reading> target;
    private final AtomicBoolean wanted = new AtomicBoolean();
    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("tocsin-board").daemon().factory());
    private final List<Feed.Subscription> subscriptions;

    BoardSource(Console console, Consumer<Reading> target) {
        this.console = console;
        this.target = target;
        this.subscriptions = List.of(
                console.changes().subscribe(_ -> want()), console.health().subscribe(_ -> want()));
        want();
    }

    @Override
    public void close() {
        subscriptions.forEach(Feed.Subscription::close);
        thread.shutdownNow();
    }

    private void want() {
        if (wanted.compareAndSet(false, true)) {
            try {
                thread.execute(this::read);
            } catch (RejectedExecutionException closed) {
                wanted.set(false);
            }
        }
    }

    private void read() {
        wanted.set(false);
        target.accept(reading());
    }

    private Reading reading() {
        try {
            return new Reading.Fresh(
                    console.settledStore().incidents(Filter.LIVE),
                    console.facts(),
                    console.journalHealth().reason());
        } catch (JournalException | StoreException unreadable) {
            return new Reading.Failed(String.valueOf(unreadable.getMessage()));
        }
    }
}
