package tocsin.casefile;

import java.util.List;
import java.util.Optional;

/// What a check says of a case file.
///
/// @param faults the first of them, at most [#MAX_FAULTS]; notes are among them
/// @param found how many there were
/// @param redacted facts whose words were erased; their place in the chain is still proved
public record CaseVerdict(List<CaseFault> faults, long found, long facts, int desks, long redacted, int attachments) {
    public static final int MAX_FAULTS = 1_000;

    /// Nothing but notes.
    public boolean isWhole() {
        return firstFault().isEmpty();
    }

    /// The first that is more than a note.
    public Optional<CaseFault> firstFault() {
        return faults.stream().filter(fault -> !fault.kind().isNote()).findFirst();
    }
}
