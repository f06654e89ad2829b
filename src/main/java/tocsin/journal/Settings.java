package tocsin.journal;

import java.time.InstantSource;
import java.util.function.Consumer;

/// What a journal is told when it is opened.
///
/// @param wall the clock facts are dated by
/// @param segmentBytes a segment that has grown past this is followed by a new one
/// @param ballastBytes kept aside in a file and given up when the disk is full; 0 keeps none
/// @param lowDiskBytes usable space below this is reported before it hurts
/// @param place tells where the journal lives, so that a copy is known as one
/// @param known heads that others (the store, a hub) know; proof of what the journal must still hold
/// @param listener told of every change of health, on the journal's thread: it must return at once
/// @param worker where it works
/// @param seal what keeps the records on disk from eyes without a key
public record Settings(
        InstantSource wall,
        long segmentBytes,
        long ballastBytes,
        long lowDiskBytes,
        Fingerprint place,
        Heads known,
        Consumer<JournalHealth> listener,
        Worker worker,
        RecordSeal seal) {

    /// Where the journal works.
    public enum Worker {
        /// On one of its own, as it should.
        OWN,
        /// On that of its only caller, so that a simulation does the same each time.
        CALLERS
    }

    public static final long SEGMENT_BYTES = 64L << 20;
    public static final long BALLAST_BYTES = 16L << 20;
    public static final long LOW_DISK_BYTES = 200_000_000;

    public static Settings standard() {
        return new Settings(
                InstantSource.system(),
                SEGMENT_BYTES,
                BALLAST_BYTES,
                LOW_DISK_BYTES,
                Fingerprint.ofThisMachine(),
                Heads.NONE,
                _ -> {},
                Worker.OWN,
                RecordSeal.NONE);
    }

    public Settings withWall(InstantSource other) {
        return new Settings(other, segmentBytes, ballastBytes, lowDiskBytes, place, known, listener, worker, seal);
    }

    public Settings withSegmentBytes(long other) {
        return new Settings(wall, other, ballastBytes, lowDiskBytes, place, known, listener, worker, seal);
    }

    public Settings withBallastBytes(long other) {
        return new Settings(wall, segmentBytes, other, lowDiskBytes, place, known, listener, worker, seal);
    }

    public Settings withLowDiskBytes(long other) {
        return new Settings(wall, segmentBytes, ballastBytes, other, place, known, listener, worker, seal);
    }

    public Settings withPlace(Fingerprint other) {
        return new Settings(wall, segmentBytes, ballastBytes, lowDiskBytes, other, known, listener, worker, seal);
    }

    public Settings withKnown(Heads other) {
        return new Settings(wall, segmentBytes, ballastBytes, lowDiskBytes, place, other, listener, worker, seal);
    }

    public Settings withListener(Consumer<JournalHealth> other) {
        return new Settings(wall, segmentBytes, ballastBytes, lowDiskBytes, place, known, other, worker, seal);
    }

    public Settings onCallersThread() {
        return new Settings(
                wall, segmentBytes, ballastBytes, lowDiskBytes, place, known, listener, Worker.CALLERS, seal);
    }

    public Settings withSeal(RecordSeal other) {
        return new Settings(wall, segmentBytes, ballastBytes, lowDiskBytes, place, known, listener, worker, other);
    }
}
