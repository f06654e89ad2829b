package tocsin.sync;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;
import tocsin.base.DeskId;
import tocsin.base.FactId;
import tocsin.journal.Hash;

/// A network between a desk and its hub that cuts, loses requests and answers, repeats, and delivers late.
final class FaultyHub extends PassingHub {
    private final RandomGenerator chance;
    private final List<List<Parcel>> late = new ArrayList<>();
    private boolean cut;
    private boolean healed;

    FaultyHub(Hub hub, RandomGenerator chance) {
        super(hub);
        this.chance = chance;
    }

    void cut(boolean now) {
        cut = now;
    }

    /// From now on everything arrives, what was late first.
    void heal() throws HubTrouble {
        cut = false;
        deliverLate();
        healed = true;
    }

    @Override
    public Survey survey() throws HubTrouble {
        travel();
        return super.survey();
    }

    @Override
    public List<Parcel> pull(DeskId desk, long after, int most) throws HubTrouble {
        travel();
        // Small answers, so that a schedule sees many of them.
        return super.pull(desk, after, healed ? most : 1 + chance.nextInt(4));
    }

    @Override
    public Receipt push(List<Parcel> batch) throws HubTrouble {
        travel();
        if (!healed) {
            switch (chance.nextInt(10)) {
                case 0 -> {
                    super.push(batch);
                    throw lost("the answer was lost");
                }
                case 1 -> {
                    late.add(batch);
                    throw lost("the request comes late");
                }
                case 2 -> super.push(batch);
                default -> deliverLate();
            }
        }
        return super.push(batch);
    }

    @Override
    public Optional<Hash> hashOf(FactId fact) throws HubTrouble {
        travel();
        return super.hashOf(fact);
    }

    private void deliverLate() throws HubTrouble {
        for (List<Parcel> each : List.copyOf(late)) {
            late.remove(each);
            super.push(each);
        }
    }

    private void travel() throws HubTrouble {
        if (cut) {
            throw lost("the network is cut");
        }
        if (!healed && chance.nextInt(12) == 0) {
            throw lost("the request was lost");
        }
    }

    private static HubTrouble lost(String words) {
        return new HubTrouble(HubTrouble.Kind.AWAY, words);
    }
}
