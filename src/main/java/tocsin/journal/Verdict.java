package tocsin.journal;

import java.util.List;

/// What [Verify] says of a journal or a list of facts.
///
/// @param faults the first of them, at most [Verify#MAX_FAULTS]
/// @param found how many there were
/// @param erased facts whose payload was blanked
/// @param sparse facts that stand without their desk's chain, from case files
public record Verdict(
        List<Fault> faults, long found, long facts, int desks, long erased, long sparse, long signatures) {

    /// Nothing but notes.
    public boolean isWhole() {
        return faults.stream().allMatch(fault -> fault.kind().isNote());
    }
}
