package tocsin.ui.sight;

import java.time.Instant;
import java.util.Optional;

/// What others at the same hub look at too. Lives on the JavaFX thread.
public interface Shared {
    /// Who else is there now. Nothing that a person reads may move for it.
    void meet(Company company);

    /// Where a person writes here at this moment, as others are told it.
    default Optional<String> writing(Instant now) {
        return Optional.empty();
    }
}
