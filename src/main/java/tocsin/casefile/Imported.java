package tocsin.casefile;

import java.util.List;
import tocsin.base.FactId;
import tocsin.base.IncidentId;
import tocsin.journal.Hash;

/// What an import did: the values of the fact that records it.
///
/// @param added facts that are new here
/// @param known facts that were here already
/// @param attachments files that are new here
/// @param aheadMillis how far the file's latest clock runs ahead of ours beyond what we follow; 0 when we follow
public record Imported(
        IncidentId incident, Hash root, List<FactId> heads, long added, long known, int attachments, long aheadMillis) {

    /// How many facts the file holds.
    public long facts() {
        return added + known;
    }
}
