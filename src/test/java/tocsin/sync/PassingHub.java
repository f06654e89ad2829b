package tocsin.sync;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import tocsin.base.DeskId;
import tocsin.base.FactId;
import tocsin.journal.Hash;

/// Passes everything on; tests change what they need.
class PassingHub implements Hub {
    private final Hub hub;

    PassingHub(Hub hub) {
        this.hub = hub;
    }

    @Override
    public Survey survey() throws HubTrouble {
        return hub.survey();
    }

    @Override
    public List<Parcel> pull(DeskId desk, long after, int most) throws HubTrouble {
        return hub.pull(desk, after, most);
    }

    @Override
    public Receipt push(List<Parcel> batch) throws HubTrouble {
        return hub.push(batch);
    }

    @Override
    public Optional<Hash> hashOf(FactId fact) throws HubTrouble {
        return hub.hashOf(fact);
    }

    @Override
    public void announce(Presence presence) throws HubTrouble {
        hub.announce(presence);
    }

    @Override
    public void leave(DeskId desk) throws HubTrouble {
        hub.leave(desk);
    }

    @Override
    public List<Presence> present() throws HubTrouble {
        return hub.present();
    }

    @Override
    public Set<Integer> chunks(Hash attachment) throws HubTrouble {
        return hub.chunks(attachment);
    }

    @Override
    public void putChunk(Hash attachment, int number, byte[] bytes) throws HubTrouble {
        hub.putChunk(attachment, number, bytes);
    }

    @Override
    public Optional<byte[]> chunk(Hash attachment, int number) throws HubTrouble {
        return hub.chunk(attachment, number);
    }

    @Override
    public void close() {
        hub.close();
    }
}
