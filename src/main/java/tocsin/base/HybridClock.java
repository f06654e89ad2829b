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

    public HybridClock(InstantSource wall, Hlc last) {
        this.wall = wall;
        this.last = last;
    }

    public Hlc next() {
        var now = new Hlc(wall.millis(), 0);
        last = now.compareTo(last) > 0 ? now : last.next();
        return last;
    }

    /// Learns another desk's reading. Returns false when it lies too far ahead to be followed.
    public boolean observe(Hlc seen) {
        if (seen.millis() > wall.millis() + MAX_AHEAD_MILLIS) {
            return false;
        }
        if (seen.compareTo(last) > 0) {
            last = seen;
        }
        return true;
    }
}
