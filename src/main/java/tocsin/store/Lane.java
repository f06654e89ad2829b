package tocsin.store;

import java.sql.SQLException;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import tocsin.store.StoreException.Trouble;

/// One connection and the one daemon thread that uses it. An interrupt inside H2 closes its file for everybody, and
/// callers do get interrupted, so they only ever wait for this thread, and nobody else knows it.
final class Lane {
    private final ExecutorService thread;
    private final Session session;

    interface Work<T> {
        T on(Session session) throws SQLException;
    }

    interface Chore {
        void on(Session session) throws SQLException;
    }

    private Lane(ExecutorService thread, Session session) {
        this.thread = thread;
        this.session = session;
    }

    static Lane open(String name, String url, Optional<StoreKey> key) {
        ExecutorService thread = Executors.newSingleThreadExecutor(
                Thread.ofPlatform().daemon().name(name).factory());
        try {
            return new Lane(thread, await(thread.submit(() -> Session.open(url, key))));
        } catch (StoreException failed) {
            thread.shutdown();
            throw failed;
        }
    }

    /// The caller's interrupt waits until the answer is there: the work goes on either way, and who asked must know how
    /// it
    /// ended.
    <T> T ask(Work<T> work) {
        return await(submit(work));
    }

    void tell(Chore chore) {
        ask(session -> {
            chore.on(session);
            return true;
        });
    }

    void close() {
        if (!thread.isShutdown()) {
            Future<Boolean> closed = submit(session -> {
                session.close();
                return true;
            });
            thread.shutdown();
            await(closed);
        }
    }

    /// Closes the file under every connection without writing to it, whatever state it is in.
    void abandon() {
        Future<Boolean> closed = submit(session -> session.drop());
        thread.shutdown();
        await(closed);
    }

    private <T> Future<T> submit(Work<T> work) {
        try {
            return thread.submit(() -> work.on(session));
        } catch (RejectedExecutionException closed) {
            throw new StoreException(Trouble.CLOSED, "The store was asked after it was closed.");
        }
    }

    private static <T> T await(Future<T> answer) {
        boolean interrupted = false;
        try {
            while (true) {
                try {
                    return answer.get();
                } catch (InterruptedException later) {
                    interrupted = true;
                } catch (ExecutionException failed) {
                    Throwable cause = failed.getCause();
                    throw StoreException.of(cause == null ? failed : cause);
                }
            }
        } finally {
            if (interrupted) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
