package tocsin.journal;

import java.time.Instant;
import tocsin.base.DeskId;
import tocsin.base.FactId;

/// What a [Job] may do, on the journal's thread. Nothing is acknowledged before the job's result is.
public interface Appender {
    /// Whether an adopted fact must follow its desk's chain, or may stand alone because only its case was exported.
    enum Continuity {
        WHOLE_CHAIN,
        ONE_INCIDENT
    }

    DeskId desk();

    Instant now();

    /// Writes a fact of this desk.
    StoredFact append(Draft draft) throws JournalException;

    /// Takes in a fact that another desk wrote, after checking its hash and its place.
    Adopted adopt(StoredFact foreign, Continuity continuity) throws JournalException;

    /// Takes in a signature over a fact that is here. Returns false, and keeps nothing, when it is not genuine.
    boolean adopt(HeadSignature signature) throws JournalException;

    /// Blanks the payload and its salt on disk once everything this job appended is forced; the chain still holds.
    void erase(FactId id) throws JournalException;

    /// Whether the fact is here or was appended before in this run.
    boolean holds(FactId id);
}
