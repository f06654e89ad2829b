package tocsin.base;

import java.time.InstantSource;

/// Gives every fact a time that never runs backwards on this desk and is later than every fact the desk has seen,
/// except facts from a desk that lives in the future: those move this clock by at most [#MAX_AHEAD_MILLIS].
/// Confined to the thread that writes the journal.
public final class HybridClock {
    /// How far ahead of our wall clock another desk's reading may pull us.
    public static final long MAX_AHEAD_MILLIS = 60_000;

    private final InstantSource wall;
    private Hlc last;
    private long aheadMillis;

    public HybridClock(InstantSource wall, Hlc last) {
        this.wall = wall;
        this.last = last;
    }

    public Hlc next() {
        var now = new Hlc(millis(), 0);
        last = now.compareTo(last) > 0 ? now : last.next();
        return last;
    }

    /// Learns that the wall clock runs ahead of a better one, or behind it. What was given out stays: until the better
    /// time has caught up with it, only the counter moves.
    public void correct(long wallIsAheadMillis) {
        aheadMillis = Math.abs(wallIsAheadMillis) > MAX_AHEAD_MILLIS ? wallIsAheadMillis : 0;
    }

    /// Forgets readings that lie in the future of the corrected clock; for a desk that begins anew.
    public void setBack() {
        if (last.millis() > millis() + MAX_AHEAD_MILLIS) {
            last = new Hlc(millis(), 0);
        }
    }

    private long millis() {
        return wall.millis() - aheadMillis;
    }

    /// Learns another desk's reading. Returns false when it lies too far ahead to be followed.
    public boolean observe(Hlc seen) {
        if (seen.millis() > millis() + MAX_AHEAD_MILLIS) {
            return false;
        }
        if (seen.compareTo(last) > 0) {
            last = seen;
        }
        return true;
    }
}
