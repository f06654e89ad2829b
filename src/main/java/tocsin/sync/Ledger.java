package tocsin.sync;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tocsin.journal.Adopted;
import tocsin.journal.Head;
import tocsin.journal.HeadSignature;
import tocsin.journal.Journal;
import tocsin.journal.JournalException;
import tocsin.journal.StoredFact;

/// The desk as the courier sees it: a journal to read, and the two ways to change it. Called by one thread, which waits
/// for the disk.
public interface Ledger {
    Journal journal();

    /// Takes in facts of one desk, in order, with a signature over the last, in one force. Answers what was wrong with
    /// the first that did not fit; those before it are taken in.
    Optional<Adopted> adopt(List<StoredFact> facts, HeadSignature signature) throws JournalException;

    /// Writes anew what a desk of ours wrote after that head, under a new id when it is the one that writes now, and
    /// with no time later than the one given.
    void renew(Head kept, Optional<Instant> latest) throws JournalException;
}
