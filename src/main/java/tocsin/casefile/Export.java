package tocsin.casefile;

import java.nio.file.Path;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import tocsin.base.IncidentId;
import tocsin.journal.Disk;
import tocsin.journal.Hash;

/// What is to be sealed.
///
/// @param product the name and version of the program, as people know it
/// @param title the incident's title now; a claim like the time
/// @param attachments the files that the incident's entries name
/// @param attachmentFolder where they lie, each under its SHA-256 in hexadecimal
/// @param disk how they are read there
public record Export(
        IncidentId incident,
        Optional<String> title,
        String product,
        Instant exportedAt,
        Set<Hash> attachments,
        Path attachmentFolder,
        Disk disk) {

    public Export {
        attachments = Set.copyOf(attachments);
    }
}
