package tocsin.journal;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// Writes anew what a desk wrote on a copy, on the journal's thread. All of it becomes part of the journal at once, or
/// nothing does.
///
/// @param <T> what it answers
@FunctionalInterface
public interface Renewal<T> {
    /// Writes all of it again.
    ///
    /// @param remainder what was disowned, in the order in which it was written; each has to be written again
    T run(Rewriter out, List<StoredFact> remainder) throws JournalException;

    /// What a renewal may do beside appending.
    interface Rewriter extends Appender {
        /// Writes a fact of a desk that is ours again, as a fact of this desk, with the times it had, or the latest
        /// that is allowed when its clock ran ahead.
        StoredFact again(StoredFact former, byte[] payload, Optional<Instant> latest) throws JournalException;
    }
}
