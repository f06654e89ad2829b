package tocsin.sync;

import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import tocsin.journal.Hash;
import tocsin.journal.JournalException;

/// Carries files in chunks, a bounded number of bytes at a time, after the facts that name them. What was carried stays
/// carried, so a cut costs one chunk at most. Used by one thread.
public final class Porter {
    /// A file that is larger stays where it is.
    public static final long MOST_BYTES = 100L << 20;

    private static final int LONGEST_PAUSE = 64;

    private final Hub hub;
    private final Luggage luggage;
    private final BooleanSupplier stopped;
    private final Map<Hash, Long> absentUntil = new HashMap<>();
    private final Map<Hash, Integer> absences = new HashMap<>();
    private long turns;

    /// @param stopped asked between chunks
    public Porter(Hub hub, Luggage luggage, BooleanSupplier stopped) {
        this.hub = hub;
        this.luggage = luggage;
        this.stopped = stopped;
    }

    /// Returns how many bytes were carried; as many as allowed means that there is probably more.
    public long carry(long most) throws HubTrouble, JournalException {
        turns++;
        long carried = 0;
        for (Luggage.Piece piece : luggage.owed()) {
            if (carried < most && !stopped.getAsBoolean() && piece.size() <= MOST_BYTES) {
                carried += deliver(piece, most - carried);
            }
        }
        for (Luggage.Piece piece : luggage.wanted()) {
            boolean mayBeThere = absentUntil.getOrDefault(piece.hash(), 0L) <= turns;
            if (carried < most && !stopped.getAsBoolean() && piece.size() <= MOST_BYTES && mayBeThere) {
                carried += fetch(piece, most - carried);
            }
        }
        return carried;
    }

    private long deliver(Luggage.Piece piece, long most) throws HubTrouble {
        Set<Integer> there = hub.chunks(piece.hash());
        long carried = 0;
        for (int number = 0; number < piece.chunks(); number++) {
            if (there.contains(number)) {
                continue;
            }
            if (carried >= most || stopped.getAsBoolean()) {
                return carried;
            }
            try {
                byte[] bytes = luggage.read(piece, number);
                hub.putChunk(piece.hash(), number, bytes);
                carried += bytes.length;
            } catch (IOException gone) {
                // Its desk has lost it; another may bring it.
                luggage.delivered(piece);
                return carried;
            }
        }
        luggage.delivered(piece);
        return carried;
    }

    private long fetch(Luggage.Piece piece, long most) throws HubTrouble {
        long carried = 0;
        try {
            if (piece.size() == 0) {
                luggage.add(piece, new byte[0]);
                return 0;
            }
            int number = (int) (luggage.arrived(piece) / Hub.CHUNK_BYTES);
            while (number < piece.chunks() && carried < most && !stopped.getAsBoolean()) {
                Optional<byte[]> bytes = hub.chunk(piece.hash(), number);
                if (bytes.isEmpty() || bytes.get().length != piece.length(number)) {
                    comeBackLater(piece);
                    return carried;
                }
                carried += bytes.get().length;
                if (!luggage.add(piece, bytes.get())) {
                    comeBackLater(piece);
                    return carried;
                }
                number++;
            }
            absences.remove(piece.hash());
            return carried;
        } catch (IOException disk) {
            comeBackLater(piece);
            return carried;
        }
    }

    /// Its desk has not brought it yet, or it is not what it should be.
    private void comeBackLater(Luggage.Piece piece) {
        int pause = Math.min(LONGEST_PAUSE, absences.merge(piece.hash(), 2, (one, _) -> one * 2));
        absentUntil.put(piece.hash(), turns + pause);
    }
}
