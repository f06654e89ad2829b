package tocsin.ui.postmortem;

import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.function.Consumer;
import tocsin.app.Change;
import tocsin.app.Console;
import tocsin.app.Texts;
import tocsin.app.postmortem.Templates;
import tocsin.base.Feed;
import tocsin.base.IncidentId;
import tocsin.domain.desk.DeskFact;
import tocsin.domain.incident.History;
import tocsin.domain.incident.Incident;
import tocsin.domain.incident.ReviewForm;
import tocsin.domain.prose.Manuscript;
import tocsin.journal.JournalException;
import tocsin.ui.kit.FxRelay;

/// Reads one postmortem on a thread of its own, and from then on hands over every fact in its order.
final class PostmortemSource implements AutoCloseable {
    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("tocsin-postmortem").daemon().factory());
    private final Console console;
    private final IncidentId id;
    private final FxRelay relay;
    private final Consumer<String> trouble;
    private final Feed.Subscription changes;

    /// What was read first.
    ///
    /// @param template its sections, as the team has them, and why they cannot be used if so
    record Found(Incident incident, Manuscript manuscript, Templates.Chosen template) {}

    /// All three are called on the JavaFX thread.
    record Target(Consumer<Found> found, Consumer<Change> changed, Consumer<String> trouble) {}

    PostmortemSource(Console console, IncidentId id, Texts texts, FxRelay relay, Target target) {
        this.console = console;
        this.id = id;
        this.relay = relay;
        trouble = target.trouble();
        // Followed before it is read: a fact that comes both ways is taken once.
        changes = console.changes().subscribe(change -> {
            if (change.incident().id().equals(id)) {
                relay.execute(() -> target.changed().accept(change));
            }
        });
        thread.execute(() -> {
            try {
                History history = console.history(id);
                Incident incident = history.now();
                var form = ReviewForm.of(
                        incident, console.organisation().rules(incident.zone()).policy());
                var found = new Found(
                        incident,
                        Manuscript.of(console.desk(), history.facts()),
                        Templates.in(console.profile().folder().resolve("templates"), form, texts));
                relay.execute(() -> target.found().accept(found));
            } catch (JournalException unreadable) {
                relay.execute(() -> target.trouble().accept(String.valueOf(unreadable.getMessage())));
            }
        });
    }

    /// Reads the texts once more, for example because words of them were erased.
    void reread(Consumer<Manuscript> then) {
        slowly(() -> {
            try {
                var read = Manuscript.of(console.desk(), console.history(id).facts());
                relay.execute(() -> then.accept(read));
            } catch (JournalException unreadable) {
                relay.execute(() -> trouble.accept(String.valueOf(unreadable.getMessage())));
            }
        });
    }

    static boolean erases(Change change) {
        return change.fresh().stream().anyMatch(fact -> fact.fact() instanceof DeskFact.Redacted);
    }

    /// Does slow work here, and nothing any more once it is closed.
    void slowly(Runnable work) {
        try {
            thread.execute(work);
        } catch (RejectedExecutionException closed) {
            // Nobody is there to see it.
        }
    }

    @Override
    public void close() {
        changes.close();
        thread.shutdownNow();
    }
}
