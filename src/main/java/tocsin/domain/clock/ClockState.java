package tocsin.domain.clock;

/// What a clock can say of itself. Only [#OVERDUE] and [#MET_LATE] accuse anybody, so a clock says them as late as is
/// true.
public enum ClockState {
    /// What starts it has not happened yet, for example the filing that it follows is not stamped sent.
    NOT_STARTED,
    /// It may well be running, but the entitled person has not stamped the moment it counts from.
    ANCHOR_MISSING,
    RUNNING,
    DUE_SOON,
    OVERDUE,
    MET,
    MET_LATE,
    STOPPED,
    NOT_APPLICABLE
}
