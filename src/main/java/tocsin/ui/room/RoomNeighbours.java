package tocsin.ui.room;

import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import tocsin.app.Console;
import tocsin.app.Gesture;
import tocsin.base.IncidentId;
import tocsin.journal.JournalException;
import tocsin.store.Filter;
import tocsin.ui.due.Neighbours;
import tocsin.ui.kit.Prompt;

/// The other live incidents, read from the store on a thread of their own.
record RoomNeighbours(Console console, IncidentId here, RoomDeeds deeds) implements Neighbours {
    @Override
    public CompletableFuture<List<Neighbour>> live() {
        return CompletableFuture.supplyAsync(
                this::read, task -> Thread.ofVirtual().name("tocsin-neighbours").start(task));
    }

    private List<Neighbour> read() {
        try {
            return console.settledStore().incidents(Filter.LIVE).stream()
                    .filter(row -> !row.id().equals(here))
                    .map(row -> new Neighbour(row.id(), row.title()))
                    .toList();
        } catch (JournalException unreadable) {
            throw new CompletionException(unreadable);
        }
    }

    @Override
    public CompletableFuture<Prompt.Outcome> does(List<Gesture.Step> steps, String done) {
        return deeds.does(steps, done);
    }
}
