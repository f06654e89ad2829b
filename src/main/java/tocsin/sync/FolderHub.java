package tocsin.sync;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import java.nio.file.ReadOnlyFileSystemException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import tocsin.base.DeskId;
import tocsin.base.FactId;
import tocsin.journal.Hash;
import tocsin.journal.Head;
import tocsin.journal.Heads;
import tocsin.sync.HubTrouble.Kind;

/// A hub in a folder: a network drive, or a stick that is carried about. Every desk writes only files of its own, so
/// nothing has to be locked, and whatever is copied in whole is enough.
public final class FolderHub implements Hub {
    private final FolderPlace place;
    private final FolderClock clock;
    private final FolderPresence presence;
    private final FolderChunks attachments;
    private final Map<DeskId, FolderDesk> desks = new TreeMap<>();
    private String hub = "";
    private long bytesRead;
    private boolean closed;

    /// Reads and writes nothing yet.
    public FolderHub(Path root) {
        place = new FolderPlace(root);
        clock = new FolderClock(place);
        presence = new FolderPresence(place, clock);
        attachments = new FolderChunks(place);
    }

    /// Files that cannot be read to their end, a line each. Their desks leave what is missing again.
    public List<String> faults() {
        return desks.values().stream().flatMap(FolderDesk::faults).toList();
    }

    @Override
    public Survey survey() throws HubTrouble {
        return attempt(() -> {
            var heads = new ArrayList<Head>();
            List<DeskId> there = FolderPlace.names(place.desks()).stream()
                    .filter(DeskId::isWellFormed)
                    .map(DeskId::new)
                    .toList();
            desks.keySet().retainAll(there);
            for (DeskId each : there) {
                desk(each).head().ifPresent(heads::add);
            }
            return new Survey(Heads.of(heads), clock.now());
        });
    }

    @Override
    public List<Parcel> pull(DeskId desk, long after, int most) throws HubTrouble {
        return attempt(() -> desk(desk).pull(after, Math.min(most, BATCH)));
    }

    @Override
    public Receipt push(List<Parcel> parcels) throws HubTrouble {
        var batch = new Batch(parcels);
        return attempt(() -> {
            FolderDesk desk = desk(batch.desk());
            Receipt receipt = batch.against(desk.seq(), desk::hash);
            if (!(receipt instanceof Receipt.Taken)) {
                return receipt;
            }
            desk.force(batch.first() - 1, batch.last());
            List<Parcel> rest = batch.after(desk.seq());
            return rest.isEmpty() ? receipt : desk.append(rest);
        });
    }

    @Override
    public Optional<Hash> hashOf(FactId fact) throws HubTrouble {
        return attempt(() -> desk(fact.desk()).hash(fact.seq()));
    }

    @Override
    public void announce(Presence here) throws HubTrouble {
        attempt(() -> presence.announce(PlainText.of(here)));
    }

    @Override
    public void leave(DeskId desk) throws HubTrouble {
        attempt(() -> presence.leave(desk));
    }

    @Override
    public List<Presence> present() throws HubTrouble {
        return attempt(presence::present);
    }

    @Override
    public Set<Integer> chunks(Hash attachment) throws HubTrouble {
        return attempt(() -> attachments.numbers(attachment));
    }

    @Override
    public void putChunk(Hash attachment, int number, byte[] bytes) throws HubTrouble {
        Chunks.check(number, bytes);
        attempt(() -> attachments.put(attachment, number, bytes));
    }

    @Override
    public Optional<byte[]> chunk(Hash attachment, int number) throws HubTrouble {
        return attempt(() -> attachments.get(attachment, number));
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            clock.close();
        }
    }

    /// How many bytes of facts were read, for the test that an idle hub costs nothing.
    long bytesRead() {
        return bytesRead;
    }

    private FolderDesk desk(DeskId id) throws IOException {
        FolderDesk desk = desks.computeIfAbsent(id, _ -> new FolderDesk(id, place));
        bytesRead += desk.look();
        return desk;
    }

    private interface Work<T> {
        T run() throws IOException, HubTrouble;
    }

    private <T> T attempt(Work<T> work) throws HubTrouble {
        if (closed) {
            throw new HubTrouble(Kind.AWAY, "this hub was closed");
        }
        try {
            String now = place.hub();
            if (!now.equals(hub)) {
                desks.clear();
                hub = now;
            }
            return work.run();
        } catch (AccessDeniedException | ReadOnlyFileSystemException denied) {
            desks.clear();
            throw new HubTrouble(
                    Kind.REFUSED, "the folder " + place.root() + " of the hub may not be read or written", denied);
        } catch (IOException away) {
            desks.clear();
            throw new HubTrouble(Kind.AWAY, "no hub can be reached in " + place.root() + ": is the drive there?", away);
        }
    }
}
