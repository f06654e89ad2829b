package tocsin.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import tocsin.base.Feed;
import tocsin.journal.JournalException;

/// The folder of the search index, which is open only while somebody searches. Erased words must leave it all the same:
/// its keeper sees to that, and while it has none, the files are deleted here. Safe from every thread.
final class IndexFolder {
    private final Path folder;
    private final AtomicReference<Past.@Nullable Keeper> keeper = new AtomicReference<>();

    private final Kind kind;

    /// Where the index lives.
    enum Kind {
        FILES,
        /// Made anew at each start, and gone with the program.
        MEMORY
    }

    IndexFolder(Path folder, Kind kind) {
        this.folder = folder;
        this.kind = kind;
    }

    Optional<Path> folder() {
        return kind == Kind.FILES ? Optional.of(folder) : Optional.empty();
    }

    /// There is one keeper at a time.
    Feed.Subscription keptBy(Past.Keeper who) {
        if (!keeper.compareAndSet(null, who)) {
            throw new IllegalStateException("the search index is open already");
        }
        return () -> keeper.compareAndSet(who, null);
    }

    /// Returns when no file of the index holds words that the journal does not.
    void forgetWords() throws JournalException {
        Past.Keeper who = keeper.get();
        if (who == null || who.forgetWords() == Past.Keeper.Forgot.NOT_AT_WORK) {
            delete();
        }
    }

    private void delete() throws JournalException {
        if (!Files.isDirectory(folder)) {
            return;
        }
        try (var files = Files.newDirectoryStream(folder)) {
            for (Path file : files) {
                Files.deleteIfExists(file);
            }
        } catch (IOException kept) {
            throw new JournalException(
                    "the words were erased from the journal, but the search index may still hold them ("
                            + kept.getMessage() + "); close Tocsin and delete " + folder,
                    kept);
        }
    }
}
