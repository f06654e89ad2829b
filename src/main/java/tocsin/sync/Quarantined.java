package tocsin.sync;

import tocsin.base.DeskId;

/// Facts of another desk that are not taken in, and why; one line for a person.
public record Quarantined(DeskId desk, long seq, Reason reason, String words) {
    public enum Reason {
        /// What the hub holds is not sound: changed, cut, malformed, or signed by nobody.
        UNSOUND,
        /// The hub and this desk hold different facts in the same place.
        SPLIT_VIEW,
        /// Written with a clock that runs far ahead: it waits until its time comes.
        FUTURE
    }
}
