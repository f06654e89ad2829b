package tocsin.sync;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tocsin.base.DeskId;

/// How this desk and its hub stand to each other, for a screen or a terminal. Immutable.
///
/// @param met when the hub last answered, by this desk's clock
/// @param queued facts of this desk that the hub does not hold yet, as far as is known
/// @param waiting facts of others that this desk does not hold yet
/// @param skew how far this desk's clock runs ahead of the hub's
/// @param renewed the desk that this one was until it found itself to be a copy, since the thread started
/// @param trouble why the hub is away, in one line
public record SyncState(
        Phase phase,
        Optional<Instant> met,
        long queued,
        long waiting,
        Duration skew,
        List<Quarantined> quarantine,
        List<Presence> present,
        Optional<DeskId> renewed,
        Optional<String> trouble) {

    public enum Phase {
        /// It has not answered yet.
        KNOCKING,
        /// Much is being carried.
        CATCHING_UP,
        IN_STEP,
        /// It does not answer; it is tried again.
        AWAY,
        /// It does not let this desk in; somebody has to change something.
        REFUSED,
        /// Somebody here wants it to rest.
        STOPPED
    }

    static final SyncState KNOCKING = new SyncState(
            Phase.KNOCKING,
            Optional.empty(),
            0,
            0,
            Duration.ZERO,
            List.of(),
            List.of(),
            Optional.empty(),
            Optional.empty());

    SyncState after(Round round, Instant now, List<Presence> others) {
        return new SyncState(
                round.isUnfinished() ? Phase.CATCHING_UP : Phase.IN_STEP,
                Optional.of(now),
                round.queued(),
                round.waiting(),
                round.skew(),
                round.quarantine(),
                others,
                round.renewed().isPresent() ? round.renewed() : renewed,
                Optional.empty());
    }

    SyncState troubled(HubTrouble why, long nowQueued) {
        return new SyncState(
                why.kind() == HubTrouble.Kind.AWAY ? Phase.AWAY : Phase.REFUSED,
                met,
                nowQueued,
                waiting,
                skew,
                quarantine,
                List.of(),
                renewed,
                Optional.of(why.words()));
    }

    SyncState resting(long nowQueued) {
        return new SyncState(
                Phase.STOPPED, met, nowQueued, waiting, skew, quarantine, List.of(), renewed, Optional.empty());
    }

    SyncState queueing(long nowQueued) {
        return new SyncState(phase, met, nowQueued, waiting, skew, quarantine, present, renewed, trouble);
    }
}
