package tocsin.store;

import java.nio.file.Path;
import java.util.Optional;

/// An open store, and what was found in its folder.
public record Opening(Store store, Found found) {

    public sealed interface Found {
        /// Nothing was there; the journal has to be folded in.
        record Nothing() implements Found {}

        /// A whole store was there; what came after [Store#applied] has to be folded in.
        record Whole() implements Found {}

        /// What was there could not be used; the journal has to be folded in. `setAside` is where the old file lies,
        /// when it
        /// was kept.
        record Unusable(String reason, Optional<Path> setAside) implements Found {}
    }

    public boolean mustBeRebuilt() {
        return !(found instanceof Found.Whole);
    }
}
