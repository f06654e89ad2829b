package tocsin.store;

import java.util.Collection;
import tocsin.domain.incident.Incident;

/// Fills an emptied store from incidents that were folded from the whole journal, one at a time and each once. Until
/// [#finish] the store counts as unfinished: cut short, it is empty when it is opened again. Used by one thread.
public final class Rebuild implements AutoCloseable {
    private final Lane writing;
    private final Progress progress;
    private final Runnable onEnd;
    private int incidents;
    private long entries;
    private boolean ended;

    /// Told on the rebuilding thread after each incident.
    @FunctionalInterface
    public interface Progress {
        void written(int incidents, long entries);
    }

    Rebuild(Lane writing, Progress progress, Runnable onEnd) {
        this.writing = writing;
        this.progress = progress;
        this.onEnd = onEnd;
        writing.tell(Schema::tables);
    }

    public void add(Incident incident) {
        int no = incidents + 1;
        writing.tell(session -> {
            new Projection(session).write(no, incident);
            session.commit();
        });
        incidents = no;
        entries += incident.timeline().entries().size();
        progress.written(incidents, entries);
    }

    /// Everything is in: up to these heads and this place in the journal.
    public void finish(Collection<Applied> applied, long position) {
        writing.tell(session -> {
            Schema.indexes(session);
            var projection = new Projection(session);
            for (Applied head : applied) {
                projection.head(head);
            }
            Schema.position(session, position);
            Schema.whole(session);
            session.commit();
            session.run("CHECKPOINT SYNC");
        });
        close();
    }

    /// Without [#finish] before it, the store stays unfinished.
    @Override
    public void close() {
        if (!ended) {
            ended = true;
            onEnd.run();
        }
    }
}
