package tocsin.casefile;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tocsin.base.DeskId;
import tocsin.base.FactId;
import tocsin.base.IncidentId;
import tocsin.journal.Hash;

/// What a case file says of itself, under the seal of the desk that made it.
///
/// @param publicKey of the exporting desk, in Base64
/// @param redacted facts whose words were erased
/// @param root of the tree over all facts, sorted by desk and sequence
/// @param files the fixed entries that the manifest pins
/// @param missing attachments that the exporting desk did not have
public record Manifest(
        String product,
        IncidentId incident,
        Optional<String> title,
        Instant exportedAt,
        DeskId exportedBy,
        String publicKey,
        long facts,
        long redacted,
        Hash root,
        List<CaseDesk> desks,
        List<CaseEntry> files,
        List<CaseEntry> attachments,
        List<Hash> missing) {

    /// The format this Tocsin writes and the newest it reads.
    public static final int VERSION = 1;

    public Manifest {
        desks = List.copyOf(desks);
        files = List.copyOf(files);
        attachments = List.copyOf(attachments);
        missing = List.copyOf(missing);
    }

    /// The last fact of each desk.
    public List<FactId> heads() {
        return desks.stream().map(CaseDesk::last).toList();
    }
}
