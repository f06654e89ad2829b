package tocsin.journal;

import java.util.List;
import java.util.Optional;
import tocsin.base.DeskId;

/// What was found when the journal was opened.
///
/// @param newDesk why this desk took a new id; its first fact should tell others
/// @param publicKey the desk's public key, X.509 encoded
/// @param damages places that cannot be read; kept as they are, everything else is served
@SuppressWarnings("ArrayRecordComponent")
public record OpenReport(
        DeskId desk,
        byte[] publicKey,
        Optional<NewDesk> newDesk,
        Optional<DeskId> formerDesk,
        Optional<Torn> torn,
        List<Damage> damages,
        long facts,
        boolean lowDisk) {

    public enum NewDesk {
        FIRST_START,
        /// The profile was copied or restored to another place.
        COPIED,
        /// Others know facts of this desk that the journal no longer holds.
        LOST_TAIL,
        KEY_MISSING,
        KEY_UNREADABLE
    }

    /// The end of the last segment was a write that no one had acknowledged; it was cut off.
    ///
    /// @param savedAs the file that keeps the bytes; empty when they were all zero
    public record Torn(String file, long from, long bytes, Optional<String> savedAs) {}

    /// A place that cannot be read, or that misses something.
    ///
    /// @param words one line for a person
    public record Damage(String file, long from, long to, String words) {}
}
