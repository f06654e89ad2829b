package tocsin.journal;

/// One thing that [Verify] found.
///
/// @param where a fact, a file or a desk
/// @param words one line for a person
public record Fault(Kind kind, String where, String words) {
    public enum Kind {
        DAMAGE,
        MISSING_SEGMENT,
        UNREADABLE,
        PAYLOAD_CHANGED,
        DUPLICATE,
        /// One desk, one number, two contents.
        SPLIT_VIEW,
        REORDERED,
        MISSING_FACT,
        CHAIN_BROKEN,
        INCIDENT_CHAIN_BROKEN,
        BAD_SIGNATURE,
        /// Someone saw later facts of this desk.
        TAIL_CUT,
        /// Bytes of a write nobody acknowledged; the next start cuts them off.
        TORN_TAIL,
        /// The last facts of a desk carry no signature yet.
        UNSIGNED_TAIL;

        /// Notes are worth knowing and accuse nobody.
        public boolean isNote() {
            return this == TORN_TAIL || this == UNSIGNED_TAIL;
        }
    }
}
