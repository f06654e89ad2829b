package tocsin.casefile;

import java.nio.file.Path;
import java.util.List;
import tocsin.journal.Hash;

/// What was written: the values of the fact that records the export.
///
/// @param missing attachments that entries name and that were not there, or were damaged; the file says so too
/// @param bytes the size of the file
public record Sealed(
        Path file, Hash root, long facts, int desks, long redacted, int attachments, List<Hash> missing, long bytes) {}
