package tocsin.sync;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BooleanSupplier;
import tocsin.base.DeskId;
import tocsin.base.FactId;
import tocsin.journal.Hash;
import tocsin.journal.Head;
import tocsin.journal.Heads;
import tocsin.journal.Journal;
import tocsin.journal.JournalException;
import tocsin.journal.StoredFact;

/// Carries facts between a desk and a hub, a bounded number in each round. It keeps nothing that matters: how far both
/// sides are is asked anew each time, so a lost answer, a restored hub or a restored desk cannot make it miss a fact.
/// What is pushed was forced before, because the journal shows nothing else. Used by one thread.
public final class Courier {
    /// The most batches that one round carries each way.
    static final int BATCHES = 20;

    /// A signature may come a little after the facts, for so many rounds.
    static final int UNSIGNED_ROUNDS = 3;

    private static final int LONGEST_PAUSE = 64;
    private static final Duration NOTABLE = Duration.ofSeconds(10);

    private final Hub hub;
    private final Ledger ledger;
    private final InstantSource wall;
    private final BooleanSupplier stopped;
    private final Map<DeskId, Head> compared = new HashMap<>();
    private final Map<DeskId, Pause> pauses = new HashMap<>();
    private final Map<DeskId, Integer> unsigned = new HashMap<>();
    private Heads there = Heads.NONE;
    private Instant hubNow = Instant.EPOCH;
    private Set<DeskId> ours = Set.of();
    private Optional<DeskId> renewed = Optional.empty();
    private Duration told = Duration.ZERO;
    private long rounds;

    /// A desk whose facts are not taken in, and from which round on to try again.
    private record Pause(Quarantined why, int rounds, long until) {}

    /// @param stopped asked between batches; what was carried stays carried
    public Courier(Hub hub, Ledger ledger, InstantSource wall, BooleanSupplier stopped) {
        this.hub = hub;
        this.ledger = ledger;
        this.wall = wall;
        this.stopped = stopped;
    }

    /// Leaves what the hub misses and fetches what this desk misses.
    public Round round() throws HubTrouble, JournalException {
        rounds++;
        renewed = Optional.empty();
        Duration skew = survey();
        knowOurs();
        long pushed = 0;
        for (DeskId desk : ours) {
            pushed += settleOurs(desk);
        }
        long pulled = 0;
        int batches = BATCHES;
        for (Head head : there.all()) {
            if (!head.desk().equals(journal().desk()) && batches > 0 && !isPaused(head.desk())) {
                var pull = new Pull(hub, ledger, head.desk(), latestAllowed());
                pulled += pull.run(head, batches, stopped);
                batches -= pull.batches();
                judge(head.desk(), pull.trouble().or(() -> lasting(head.desk(), pull.unsigned())));
            }
        }
        return new Round(hubNow, pushed, pulled, queued(), waiting(), skew, quarantine(), renewed);
    }

    /// Asks how far both sides are, and carries nothing.
    public Round look() throws HubTrouble, JournalException {
        Duration skew = survey();
        knowOurs();
        return new Round(hubNow, 0, 0, queued(), waiting(), skew, quarantine(), Optional.empty());
    }

    private Duration survey() throws HubTrouble {
        Instant before = wall.instant();
        Hub.Survey survey = hub.survey();
        Instant after = wall.instant();
        there = survey.heads();
        hubNow = survey.now();
        Duration skew = Duration.between(
                hubNow, before.plus(Duration.between(before, after).dividedBy(2)));
        if (skew.minus(told).abs().compareTo(NOTABLE) > 0) {
            told = skew;
            journal().correctClock(skew);
        }
        return skew;
    }

    private void knowOurs() throws JournalException {
        var all = new TreeSet<>(journal().formerDesks());
        all.add(journal().desk());
        ours = all;
    }

    private Journal journal() {
        return ledger.journal();
    }

    /// Whatever runs ahead of the better of two clocks by more than this has been written in a wrong time.
    private Instant latestAllowed() {
        Instant now = wall.instant();
        return (now.isAfter(hubNow) ? now : hubNow).plus(Pull.FUTURE);
    }

    // ---- what this desk wrote

    private long settleOurs(DeskId desk) throws HubTrouble, JournalException {
        Optional<Head> mine = journal().heads().of(desk);
        Optional<Head> hubs = there.of(desk);
        long here = mine.map(Head::seq).orElse(0L);
        long held = hubs.map(Head::seq).orElse(0L);
        boolean writes = desk.equals(journal().desk());
        if (held > here && !writes) {
            return 0;
        }
        if ((held > 0 && !sameAt(desk, Math.min(held, here))) || held > here) {
            renew(lastCommon(desk, Math.min(held, here)));
            return 0;
        }
        try {
            return push(desk, held, here);
        } catch (HubTrouble refused) {
            if (refused.kind() != HubTrouble.Kind.REFUSED || writes) {
                throw refused;
            }
            // What this profile was before belongs to somebody else there.
            renew(headOrNone(desk, held));
            return 0;
        }
    }

    private long push(DeskId desk, long held, long here) throws HubTrouble, JournalException {
        long at = held;
        for (int batch = 0; batch < BATCHES && at < here && !stopped.getAsBoolean(); batch++) {
            List<StoredFact> facts = journal().factsOf(desk, at, Hub.BATCH).stream()
                    .takeWhile(fact -> !isFromTheFuture(fact))
                    .toList();
            if (facts.isEmpty()) {
                renew(headOrNone(desk, at), Optional.of(hubNow));
                return at - held;
            }
            switch (push(facts)) {
                case Hub.Receipt.Taken _ -> at = facts.getLast().id().seq();
                case Hub.Receipt.Forked _ -> {
                    renew(lastCommon(desk, here));
                    return at - held;
                }
                case Hub.Receipt.Gap _ -> {
                    // Somebody set the hub back; the next survey tells how far.
                    return at - held;
                }
            }
        }
        note(desk, at);
        return at - held;
    }

    private Hub.Receipt push(List<StoredFact> facts) throws HubTrouble, JournalException {
        var parcels = new ArrayList<Parcel>(facts.size());
        for (StoredFact fact : facts.subList(0, facts.size() - 1)) {
            parcels.add(Parcel.of(fact, Optional.empty()));
        }
        StoredFact last = facts.getLast();
        parcels.add(Parcel.of(last, journal().seal(last.id())));
        return hub.push(parcels);
    }

    /// A desk whose clock was wrong by more than others accept takes its facts back and dates them now.
    private boolean isFromTheFuture(StoredFact fact) {
        return fact.header().hlc().millis() > hubNow.plus(Pull.FUTURE).toEpochMilli();
    }

    private void renew(Head kept) throws JournalException {
        renew(kept, Optional.empty());
    }

    private void renew(Head kept, Optional<Instant> latest) throws JournalException {
        renewed = Optional.of(kept.desk());
        ledger.renew(kept, latest);
    }

    /// The last place up to `most` at which the hub and this desk hold the same fact.
    private Head lastCommon(DeskId desk, long most) throws HubTrouble, JournalException {
        long same = 0;
        long other = most + 1;
        while (other - same > 1) {
            long middle = (same + other) >>> 1;
            if (hub.hashOf(new FactId(desk, middle))
                    .equals(Optional.of(head(new FactId(desk, middle)).hash()))) {
                same = middle;
            } else {
                other = middle;
            }
        }
        return headOrNone(desk, same);
    }

    private boolean sameAt(DeskId desk, long seq) throws HubTrouble, JournalException {
        if (seq == 0) {
            return true;
        }
        Head mine = head(new FactId(desk, seq));
        if (mine.equals(compared.get(desk))) {
            return true;
        }
        Optional<Head> hubs = there.of(desk).filter(head -> head.seq() == seq);
        Optional<Hash> hash = hubs.isPresent() ? hubs.map(Head::hash) : hub.hashOf(mine.id());
        boolean same = hash.equals(Optional.of(mine.hash()));
        if (same) {
            compared.put(desk, mine);
        }
        return same;
    }

    private Head headOrNone(DeskId desk, long seq) throws JournalException {
        return seq == 0 ? new Head(desk, 0, Hash.ZERO) : head(new FactId(desk, seq));
    }

    private Head head(FactId id) throws JournalException {
        return journal().read(id).orElseThrow().head();
    }

    private void note(DeskId desk, long seq) throws JournalException {
        if (seq > 0) {
            Head reached = head(new FactId(desk, seq));
            var all = new ArrayList<>(there.all());
            all.add(reached);
            there = Heads.of(all);
            compared.put(desk, reached);
        }
    }

    // ---- what others wrote

    private boolean isPaused(DeskId desk) {
        Pause pause = pauses.get(desk);
        return pause != null && rounds < pause.until();
    }

    private Optional<Quarantined> lasting(DeskId desk, Optional<Quarantined> found) {
        if (found.isEmpty()) {
            unsigned.remove(desk);
        }
        return found.filter(_ -> unsigned.merge(desk, 1, Integer::sum) >= UNSIGNED_ROUNDS);
    }

    private void judge(DeskId desk, Optional<Quarantined> trouble) throws HubTrouble, JournalException {
        Optional<Quarantined> found = trouble.isPresent() ? trouble : splitView(desk);
        if (found.isEmpty()) {
            pauses.remove(desk);
        } else if (ours.contains(desk) && found.get().reason() == Quarantined.Reason.SPLIT_VIEW) {
            renew(lastCommon(desk, Math.min(there.seq(desk), journal().heads().seq(desk))));
        } else {
            Pause last = pauses.get(desk);
            int wait = last == null ? 1 : Math.min(LONGEST_PAUSE, last.rounds() * 2);
            pauses.put(desk, new Pause(found.get(), wait, rounds + wait));
        }
    }

    /// Whether the hub shows this desk another past of the other one than it holds.
    private Optional<Quarantined> splitView(DeskId desk) throws HubTrouble, JournalException {
        long both = Math.min(there.seq(desk), journal().heads().seq(desk));
        return sameAt(desk, both)
                ? Optional.empty()
                : Optional.of(new Quarantined(
                        desk,
                        both,
                        Quarantined.Reason.SPLIT_VIEW,
                        "the hub holds another fact in place of " + new FactId(desk, both)
                                + " than this desk: somebody wrote on a copy, or somebody lies"));
    }

    private List<Quarantined> quarantine() {
        return pauses.values().stream().map(Pause::why).toList();
    }

    // ---- how far it is

    /// Facts of this desk that the hub was not known to hold when it last answered.
    long queued() {
        Heads here = journal().heads();
        return ours.stream()
                .mapToLong(desk -> Math.max(0, here.seq(desk) - there.seq(desk)))
                .sum();
    }

    private long waiting() {
        Heads here = journal().heads();
        Collection<Head> all = there.all();
        return all.stream()
                .filter(head -> !pauses.containsKey(head.desk()))
                .mapToLong(head -> Math.max(0, head.seq() - here.seq(head.desk())))
                .sum();
    }
}
