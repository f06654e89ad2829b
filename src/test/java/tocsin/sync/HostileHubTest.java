package tocsin.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tocsin.base.DeskId;
import tocsin.base.FactId;
import tocsin.journal.Hash;
import tocsin.journal.Head;
import tocsin.journal.HeadSignature;
import tocsin.journal.Heads;
import tocsin.journal.Journal;
import tocsin.journal.JournalException;
import tocsin.journal.MemoryDisk;
import tocsin.journal.Settings;
import tocsin.journal.StoredFact;

/// Whatever a hub hands out, only what another desk really wrote and signed gets in; the rest is held back with a
/// reason, and what others left is not held up by it.
class HostileHubTest {
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    private static final int MUTATIONS = 5_000 * Integer.getInteger("tocsin.scale", 1);
    private static final int FACTS = 8;

    private final MemoryHub.Place place = new MemoryHub.Place(NOON);
    private Journal ana;
    private Journal ben;
    private Journal victim;
    private int opened;

    @BeforeEach
    void begin() throws HubTrouble, JournalException {
        ana = journal();
        ben = journal();
        victim = journal();
        for (Journal each : List.of(ana, ben)) {
            for (int i = 0; i < FACTS; i++) {
                int number = i;
                each.write(out -> out.append(JournalLedger.draft("fact " + number)))
                        .join();
            }
            try (Hub hub = place.join()) {
                courier(hub, each).round();
            }
        }
    }

    @AfterEach
    void end() {
        List.of(ana, ben, victim).forEach(Journal::close);
    }

    private Journal journal() throws JournalException {
        String where = "place " + opened++;
        return Journal.open(
                new MemoryDisk(),
                Path.of("journal"),
                Settings.standard()
                        .withWall(InstantSource.fixed(NOON))
                        .withBallastBytes(0)
                        .withLowDiskBytes(0)
                        .withPlace(_ -> where)
                        .onCallersThread());
    }

    private static Courier courier(Hub hub, Journal journal) {
        return new Courier(hub, new JournalLedger(journal), InstantSource.fixed(NOON), () -> false);
    }

    /// What the victim gets of Ana, instead of what she left.
    private interface Lie {
        List<Parcel> of(List<Parcel> truth);
    }

    /// Hands out Ana's facts as the lie tells them, and Ben's as they are.
    private Hub lying(Lie lie) {
        var truth = place.join();
        return new PassingHub(truth) {
            @Override
            public List<Parcel> pull(DeskId desk, long after, int most) throws HubTrouble {
                List<Parcel> honest = super.pull(desk, after, most);
                return desk.equals(ana.desk()) ? lie.of(honest) : honest;
            }
        };
    }

    private Quarantined heldBack(Lie lie) throws HubTrouble, JournalException {
        try (Hub hub = lying(lie)) {
            Courier courier = courier(hub, victim);
            Round round = courier.round();
            for (int i = 1; i < Courier.UNSIGNED_ROUNDS && round.quarantine().isEmpty(); i++) {
                round = courier.round();
            }
            assertThat(victim.heads().seq(ben.desk())).as("Ben's facts come in").isEqualTo(FACTS);
            assertThat(round.quarantine()).hasSize(1);
            Quarantined why = round.quarantine().getFirst();
            assertThat(why.desk()).isEqualTo(ana.desk());
            assertThat(why.words()).isNotBlank().doesNotContain("\n");
            return why;
        }
    }

    @Test
    void aFactThatWasChangedIsHeldBack() throws HubTrouble, JournalException {
        assertThat(heldBack(truth -> changed(truth, 3, body -> body[body.length - 1] ^= 1))
                        .words())
                .contains("payload");
        assertThat(victim.heads().seq(ana.desk())).isZero();
    }

    @Test
    void aFactThatWasLeftOutIsHeldBack() throws HubTrouble, JournalException {
        assertThat(heldBack(truth -> {
                            var less = new ArrayList<>(truth);
                            less.remove(2);
                            return less;
                        })
                        .words())
                .contains("in place of");
    }

    @Test
    void factsWithoutASignatureAreHeldBack() throws HubTrouble, JournalException {
        assertThat(heldBack(truth -> truth.stream()
                                .map(each -> sealed(each, Optional.empty()))
                                .toList())
                        .words())
                .contains("not signed");
    }

    @Test
    void whatComesBetweenTheSurveyAndTheFetchIsNotTakenForUnsigned() throws HubTrouble, JournalException {
        try (Hub mine = place.join();
                Hub hub = new PassingHub(place.join()) {
                    @Override
                    public List<Parcel> pull(DeskId desk, long after, int most) throws HubTrouble {
                        if (desk.equals(ana.desk()) && ana.heads().seq(desk) == FACTS) {
                            anaWritesMoreThanOneBatch(mine);
                        }
                        return super.pull(desk, after, most);
                    }
                }) {
            Courier courier = courier(hub, victim);
            assertThat(courier.round().quarantine()).isEmpty();
            assertThat(victim.heads().seq(ana.desk())).isEqualTo(FACTS);
            assertThat(courier.round().quarantine()).isEmpty();
            assertThat(victim.heads().seq(ana.desk())).isEqualTo(FACTS + Hub.BATCH + 1);
        }
    }

    private void anaWritesMoreThanOneBatch(Hub hub) throws HubTrouble {
        for (int i = 0; i <= Hub.BATCH; i++) {
            ana.write(out -> out.append(JournalLedger.draft("one more"))).join();
        }
        try {
            courier(hub, ana).round();
        } catch (JournalException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    @Test
    void anothersSignatureIsNoSignature() throws HubTrouble, JournalException {
        HeadSignature bens = ben.seal(new FactId(ben.desk(), FACTS)).orElseThrow();
        assertThat(heldBack(truth -> truth.stream()
                                .map(each -> sealed(each, each.seal().map(_ -> bens.encoded())))
                                .toList())
                        .words())
                .contains("signature");
    }

    @Test
    void nothingWhereFactsAreClaimedIsHeldBackAndDoesNotHang() throws HubTrouble, JournalException {
        assertThat(heldBack(_ -> List.of()).words()).contains("does not hand out");
    }

    @Test
    void factsFromTheYear2099WaitUntilTheirTimeComes() throws HubTrouble, JournalException {
        var future = Settings.standard()
                .withWall(InstantSource.fixed(Instant.parse("2099-01-01T00:00:00Z")))
                .withBallastBytes(0)
                .withLowDiskBytes(0)
                .withPlace(_ -> "future")
                .onCallersThread();
        try (Journal late = Journal.open(new MemoryDisk(), Path.of("journal"), future);
                Hub hub = place.join()) {
            StoredFact fact =
                    late.write(out -> out.append(JournalLedger.draft("I win"))).join();
            hub.push(List.of(Parcel.of(fact, late.seal(fact.id()))));
            Round round = courier(hub, victim).round();
            assertThat(round.quarantine()).extracting(Quarantined::reason).containsExactly(Quarantined.Reason.FUTURE);
            assertThat(victim.heads().seq(late.desk())).isZero();
        }
    }

    @Test
    void twoPastsOfOneDeskAreASplitView() throws HubTrouble, JournalException {
        try (Hub hub = place.join()) {
            courier(hub, victim).round();
        }
        Head fake = new Head(ana.desk(), FACTS, Hash.sha256(new byte[] {1}));
        var truth = place.join();
        try (Hub hub = new PassingHub(truth) {
            @Override
            public Survey survey() throws HubTrouble {
                Survey honest = super.survey();
                var heads = new ArrayList<>(honest.heads().all());
                heads.removeIf(head -> head.desk().equals(ana.desk()));
                heads.add(fake);
                return new Survey(Heads.of(heads), honest.now());
            }
        }) {
            assertThat(courier(hub, victim).round().quarantine())
                    .extracting(Quarantined::reason)
                    .containsExactly(Quarantined.Reason.SPLIT_VIEW);
        }
    }

    @Test
    void whatIsHeldBackComesInAsSoonAsTheHubTellsTheTruth() throws HubTrouble, JournalException {
        boolean[] lies = {true};
        try (Hub hub = lying(truth -> lies[0] ? List.of() : truth)) {
            Courier courier = courier(hub, victim);
            courier.round();
            courier.round();
            lies[0] = false;
            for (int i = 0; i < 4; i++) {
                courier.round();
            }
            assertThat(victim.heads().seq(ana.desk())).isEqualTo(FACTS);
            assertThat(courier.round().quarantine()).isEmpty();
        }
    }

    /// Everything that chance does to rows: either they are still the truth, or they are held back. Nothing hangs.
    @Test
    void noMutationGetsInOrHangs() throws HubTrouble, JournalException {
        Set<Hash> genuine = new HashSet<>();
        ana.replay(-1, (_, fact) -> genuine.add(fact.hash()));
        ben.replay(-1, (_, fact) -> genuine.add(fact.hash()));
        long longest = 0;
        for (int seed = 0; seed < MUTATIONS; seed++) {
            var chance = new Random(seed);
            if (seed % 50 == 0) {
                victim.close();
                victim = journal();
            }
            long before = System.nanoTime();
            try (Hub hub = lying(truth -> mutated(truth, chance))) {
                Round round = courier(hub, victim).round();
                boolean whole = victim.heads().seq(ana.desk()) == FACTS;
                assertThat(whole || !round.quarantine().isEmpty())
                        .as("mutation %s: neither taken in nor held back", seed)
                        .isTrue();
            }
            longest = Math.max(longest, System.nanoTime() - before);
            int mutation = seed;
            victim.replay(
                    -1,
                    (_, fact) -> assertThat(genuine).as("mutation %s", mutation).contains(fact.hash()));
        }
        assertThat(Duration.ofNanos(longest)).isLessThan(Duration.ofSeconds(20));
    }

    private static List<Parcel> mutated(List<Parcel> truth, Random chance) {
        var rows = new ArrayList<>(truth);
        for (int i = chance.nextInt(3); i >= 0 && !rows.isEmpty(); i--) {
            int at = chance.nextInt(rows.size());
            Parcel row = rows.get(at);
            switch (chance.nextInt(9)) {
                case 0 -> rows.set(at, body(row, flipped(row.body(), chance)));
                case 1 -> rows.set(at, body(row, Arrays.copyOf(row.body(), chance.nextInt(row.body().length + 40))));
                case 2 -> rows.remove(at);
                case 3 -> rows.add(at, row);
                case 4 -> rows.add(chance.nextInt(rows.size()), rows.remove(at));
                case 5 -> rows.set(at, body(row, random(chance)));
                case 6 -> rows.set(at, sealed(row, Optional.of(random(chance))));
                case 7 -> rows.set(at, sealed(row, row.seal().map(seal -> flipped(seal, chance))));
                default ->
                    rows.set(
                            at,
                            new Parcel(
                                    new FactId(row.id().desk(), 1 + chance.nextInt(20)),
                                    Hash.sha256(random(chance)),
                                    row.previous(),
                                    row.body(),
                                    row.seal()));
            }
        }
        return rows;
    }

    private interface Change {
        void to(byte[] body);
    }

    private static List<Parcel> changed(List<Parcel> truth, int at, Change change) {
        var rows = new ArrayList<>(truth);
        byte[] body = rows.get(at).body().clone();
        change.to(body);
        rows.set(at, body(rows.get(at), body));
        return rows;
    }

    private static byte[] flipped(byte[] bytes, Random chance) {
        byte[] other = bytes.clone();
        if (other.length > 0) {
            other[chance.nextInt(other.length)] ^= (byte) (1 << chance.nextInt(8));
        }
        return other;
    }

    private static byte[] random(Random chance) {
        byte[] bytes = new byte[chance.nextInt(600)];
        chance.nextBytes(bytes);
        return bytes;
    }

    private static Parcel body(Parcel row, byte[] body) {
        return new Parcel(row.id(), row.hash(), row.previous(), body, row.seal());
    }

    private static Parcel sealed(Parcel row, Optional<byte[]> seal) {
        return new Parcel(row.id(), row.hash(), row.previous(), row.body(), seal);
    }
}
