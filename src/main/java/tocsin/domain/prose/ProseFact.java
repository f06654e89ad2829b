package tocsin.domain.prose;

import java.util.List;
import java.util.Optional;
import tocsin.domain.Fact;

/// What can happen to a text. An incident has one text for each section of its postmortem, named by the section's key.
public sealed interface ProseFact extends Fact {
    String section();

    /// Beside nothing, the words are the beginning of the text or a rival beginning.
    record TextInserted(String section, Optional<Spot> beside, Side side, String words) implements ProseFact {}

    record TextDeleted(String section, List<Stretch> stretches) implements ProseFact {}
}
