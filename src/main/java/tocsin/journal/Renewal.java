package tocsin.journal;

import java.util.List;

/// Writes anew what a desk wrote on a copy, on the journal's thread. All of it becomes part of the journal at once, or
/// nothing does.
///
/// @param <T> what it answers
@FunctionalInterface
public interface Renewal<T> {
    /// @param remainder what was disowned, in the order in which it was written; each has to be written again
    T run(Rewriter out, List<StoredFact> remainder) throws JournalException;

    /// What a renewal may do beside appending.
    interface Rewriter extends Appender {
        /// Writes a fact of a desk that is ours again, as a fact of this desk, with the times it had.
        StoredFact again(StoredFact former, byte[] payload) throws JournalException;
    }
}
