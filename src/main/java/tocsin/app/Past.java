package tocsin.app;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import tocsin.base.Feed;
import tocsin.base.IncidentId;
import tocsin.domain.incident.History;
import tocsin.journal.Head;
import tocsin.journal.Journal;
import tocsin.journal.JournalException;
import tocsin.journal.StoredFact;

/// What a projection beside the store needs to keep in step with the journal: where the journal stands, whether it
/// holds what the projection holds, and what came since. Reads only. Safe from every thread but the journal's, since it
/// reads the disk and waits for the journal.
public final class Past {
    private final Journal journal;
    private final Projector.Histories histories;
    private final IndexFolder index;

    /// A place in the journal up to which every change has been told, with the heads there.
    public record Place(long position, List<Head> heads) {}

    /// Has the index open and takes erased words out of it.
    @FunctionalInterface
    public interface Keeper {
        enum Forgot {
            DONE,
            NOT_AT_WORK
        }

        /// Waits until the words that were erased so far are in no file of the index.
        Forgot forgetWords();
    }

    Past(Journal journal, Projector.Histories histories, IndexFolder index) {
        this.journal = journal;
        this.histories = histories;
        this.index = index;
    }

    /// Asked on the journal's thread, between two batches: whatever was told before this returns covers it. Empty when
    /// the
    /// journal has stopped.
    public Optional<Place> place() {
        try {
            return Optional.of(journal.write(_ -> new Place(
                            journal.size() - 1, List.copyOf(journal.heads().all())))
                    .join());
        } catch (CompletionException stopped) {
            return Optional.empty();
        }
    }

    public boolean holds(Head head) throws JournalException {
        return journal.read(head.id())
                .map(StoredFact::hash)
                .filter(head.hash()::equals)
                .isPresent();
    }

    /// Visits every fact behind the position.
    public void after(long position, Journal.Visitor visitor) throws JournalException {
        journal.replay(position, visitor);
    }

    public List<IncidentId> incidents() {
        return journal.incidents();
    }

    public History history(IncidentId id) throws JournalException {
        return histories.of(id);
    }

    /// Empty when the index must live in memory.
    public Optional<Path> indexFolder() {
        return index.folder();
    }

    /// Until the subscription is closed, this keeper answers for the files of the index.
    public Feed.Subscription keepIndex(Keeper keeper) {
        return index.keptBy(keeper);
    }
}
