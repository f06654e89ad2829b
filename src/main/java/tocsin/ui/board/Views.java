package tocsin.ui.board;

import java.util.List;
import java.util.concurrent.CompletableFuture;

/// Where a person's own views are kept. Nothing here is done on the JavaFX thread but asking for it.
public interface Views extends AutoCloseable {
    /// What was kept last; empty where nothing can be read.
    CompletableFuture<List<SavedView>> load();

    /// Keeps these and no others.
    CompletableFuture<Void> keep(List<SavedView> views);

    @Override
    void close();

    /// As long as the process lives.
    static Views inMemory() {
        return new Views() {
            private volatile List<SavedView> kept = List.of();

            @Override
            public CompletableFuture<List<SavedView>> load() {
                return CompletableFuture.completedFuture(kept);
            }

            @Override
            public CompletableFuture<Void> keep(List<SavedView> views) {
                kept = List.copyOf(views);
                return CompletableFuture.completedFuture(null);
            }

            @Override
            public void close() {}
        };
    }
}
