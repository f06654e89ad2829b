package tocsin.ui.board;

import java.time.InstantSource;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tocsin.app.Pulses;
import tocsin.base.PersonId;

/// Makes the picture of a board on a thread of its own: with thousands of incidents that takes too long for a frame.
/// News and wishes that come meanwhile share the next picture. Open to every thread.
final class BoardSource {
    private final Arranger arranger;
    private final InstantSource wall;
    private final Executor thread;
    private final Consumer<? super Picture> target;
    private final AtomicBoolean wanted = new AtomicBoolean();
    private volatile Pulses.@Nullable Snapshot newest;
    private volatile Set<Facet> chosen = Set.of();

    /// @param thread runs one thing after the other
    /// @param target told on that thread
    BoardSource(PersonId person, InstantSource wall, Executor thread, Consumer<? super Picture> target) {
        this.arranger = new Arranger(person);
        this.wall = wall;
        this.thread = thread;
        this.target = target;
    }

    void show(Pulses.Snapshot snapshot) {
        newest = snapshot;
        want();
    }

    void look(Set<Facet> wish) {
        chosen = wish;
        want();
    }

    private void want() {
        if (wanted.compareAndSet(false, true)) {
            try {
                thread.execute(this::draw);
            } catch (RejectedExecutionException closed) {
                wanted.set(false);
            }
        }
    }

    private void draw() {
        wanted.set(false);
        Pulses.Snapshot snapshot = newest;
        if (snapshot != null) {
            target.accept(arranger.arrange(snapshot, chosen, wall.instant()));
        }
    }
}
