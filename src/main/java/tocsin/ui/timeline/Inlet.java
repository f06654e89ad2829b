package tocsin.ui.timeline;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import tocsin.app.Answer;
import tocsin.app.Attachments;
import tocsin.domain.incident.IncidentCommand.AddEntry;

/// The door for what is more than a typed line: many entries at once, and files. Called on the JavaFX thread; futures
/// complete on any.
public interface Inlet {
    /// An entry with its own time, if it says one.
    record Line(AddEntry entry, Optional<Instant> occurredAt) {}

    /// All of them are written in one gesture, or none.
    CompletableFuture<Answer> write(List<Line> lines);

    Attachments files();

    /// The line that asks reads its words again, because what they mean became known meanwhile.
    void readAgain();
}
