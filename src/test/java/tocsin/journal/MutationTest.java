package tocsin.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static tocsin.journal.Given.settings;

import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tocsin.base.DeskId;
import tocsin.base.PersonId;

/// Three desks work together; then somebody tampers with what one of them holds, and verify must see it every time.
class MutationTest {
    private static final int MUTATIONS = 10_000 * Given.SCALE;

    private record Log(List<StoredFact> facts, List<HeadSignature> signatures) {
        Verdict verify() {
            return Verify.run(facts, signatures, Heads.NONE);
        }
    }

    private static final List<DeskId> DESKS = new ArrayList<>();
    private static Log whole = new Log(List.of(), List.of());
    private static List<StoredFact> strangers = List.of();
    private static List<StoredFact> twins = List.of();

    @BeforeAll
    static void threeDesksWorkTogether() throws JournalException {
        var random = new SplittableRandom(1);
        var settings = settings().withWall(InstantSource.system());
        var twin = new MemoryDisk();
        try (var a = Journal.open(twin, Path.of("a"), settings);
                var b = Journal.open(new MemoryDisk(), Path.of("b"), settings);
                var c = Journal.open(new MemoryDisk(), Path.of("c"), settings)) {
            DESKS.addAll(List.of(a.desk(), b.desk(), c.desk()));
            MemoryDisk young = twin.copy();
            List<Journal> all = List.of(a, b, c);
            for (int i = 0; i < 30; i++) {
                Journal one = all.get(random.nextInt(3));
                Given.append(one, "note " + i);
                exchange(one, all.get(random.nextInt(3)));
            }
            for (int i = 0; i < 3; i++) {
                all.forEach(one -> all.forEach(other -> exchange(one, other)));
                all.forEach(one -> Given.append(one, "we are in step"));
            }
            all.forEach(other -> exchange(other, c));
            for (Journal one : all) {
                HeadSignature signature = one.signHead().join().orElseThrow();
                assertThat(Given.await(c, appender -> appender.adopt(signature)).booleanValue())
                        .isTrue();
            }
            var signatures = new ArrayList<HeadSignature>();
            for (DeskId desk : DESKS) {
                signatures.add(c.signature(desk).orElseThrow());
            }
            whole = new Log(Given.facts(c), signatures);
            strangers = someFacts(new MemoryDisk(), settings, 4);
            twins = someFacts(young, settings, 4);
        }
    }

    private static List<StoredFact> someFacts(MemoryDisk disk, Settings settings, int count) throws JournalException {
        try (var journal = Journal.open(disk, Path.of("x"), settings)) {
            for (int i = 0; i < count; i++) {
                Given.append(journal, "elsewhere " + i);
            }
            return Given.facts(journal);
        }
    }

    private static void exchange(Journal from, Journal to) {
        try {
            for (StoredFact fact : Given.facts(from)) {
                Given.adopt(to, fact);
            }
        } catch (JournalException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    @Test
    void whatNobodyTouchedIsWhole() {
        assertThat(whole.verify().faults()).isEmpty();
        assertThat(whole.verify().desks()).isEqualTo(3);
    }

    @Test
    @Timeout(value = 12, unit = TimeUnit.HOURS) // the sizes scale, so the default limit does not fit
    void everyTamperingIsFound() throws JournalException {
        for (long seed = 1; seed <= MUTATIONS; seed++) {
            var random = new SplittableRandom(seed);
            int kind = random.nextInt(11);
            Optional<Log> tampered = tamper(kind, random);
            if (tampered.isPresent()) {
                assertThat(tampered.get().verify().isWhole())
                        .as("tampering %s with seed %s goes unseen", kind, seed)
                        .isFalse();
            }
        }
    }

    /// Empty when the change cannot even be read as a fact.
    private static Optional<Log> tamper(int kind, SplittableRandom random) throws JournalException {
        var facts = new ArrayList<>(whole.facts());
        int at = random.nextInt(facts.size());
        StoredFact fact = facts.get(at);
        switch (kind) {
            case 0 -> facts.set(at, withPayload(fact, random));
            case 1 -> facts.set(at, rehashed(fact));
            case 2 -> facts.set(at, withHeader(fact, random));
            case 3 -> facts.remove(at);
            case 4 -> swap(facts, at, random);
            case 5 -> facts.add(random.nextInt(facts.size() + 1), fact);
            case 6 -> facts.add(at, strangers.get(1 + random.nextInt(strangers.size() - 1)));
            case 7 -> facts.add(at, twins.get(random.nextInt(twins.size())));
            case 8 -> {
                return resigned(facts, at, random);
            }
            case 9 -> {
                return cutTail(facts, random);
            }
            default -> {
                return flipped(facts, at, random);
            }
        }
        return Optional.of(new Log(facts, whole.signatures()));
    }

    private static StoredFact withPayload(StoredFact fact, SplittableRandom random) {
        byte[] payload = Arrays.copyOf(fact.payload().orElseThrow(), 20);
        payload[random.nextInt(5)] ^= 1;
        return StoredFact.of(fact.header(), fact.salt(), payload);
    }

    private static StoredFact rehashed(StoredFact fact) {
        byte[] payload = "it was all fine".getBytes(java.nio.charset.StandardCharsets.UTF_8);
        FactHeader header = fact.header();
        return StoredFact.of(
                header(header, header.actor(), header.previous(), StoredFact.payloadHash(fact.salt(), payload)),
                fact.salt(),
                payload);
    }

    private static StoredFact withHeader(StoredFact fact, SplittableRandom random) {
        FactHeader old = fact.header();
        FactHeader header = random.nextBoolean()
                ? header(old, new PersonId("Eve"), old.previous(), old.payloadHash())
                : header(old, old.actor(), Hash.sha256(new byte[] {1}), old.payloadHash());
        return StoredFact.of(header, fact.salt(), fact.payload().orElseThrow());
    }

    private static void swap(List<StoredFact> facts, int at, SplittableRandom random) {
        DeskId desk = facts.get(at).id().desk();
        int other = at;
        while (other == at || !facts.get(other).id().desk().equals(desk)) {
            other = random.nextInt(facts.size());
        }
        java.util.Collections.swap(facts, at, other);
    }

    /// Rewrites history from one fact on, chain and all; signs it with a stranger's key or not at all.
    private static Optional<Log> resigned(List<StoredFact> facts, int start, SplittableRandom random) {
        DeskId desk = facts.get(start).id().desk();
        boolean signs = random.nextBoolean();
        if (!signs && facts.get(start).id().seq() > witnessed(desk)) {
            return Optional.empty();
        }
        facts.set(start, rehashed(facts.get(start)));
        StoredFact last = facts.get(start);
        for (int i = start + 1; i < facts.size(); i++) {
            StoredFact fact = facts.get(i);
            if (fact.id().desk().equals(desk)) {
                FactHeader old = fact.header();
                FactHeader header = header(old, old.actor(), last.hash(), old.payloadHash());
                last = StoredFact.of(header, fact.salt(), fact.payload().orElseThrow());
                facts.set(i, last);
            }
        }
        var signatures = new ArrayList<>(whole.signatures());
        signatures.removeIf(signature -> signature.head().desk().equals(desk));
        if (signs) {
            signatures.add(DeskKey.create("there").sign(last.head()));
        }
        return Optional.of(new Log(facts, signatures));
    }

    private static Optional<Log> cutTail(List<StoredFact> facts, SplittableRandom random) {
        DeskId desk = DESKS.get(random.nextInt(DESKS.size()));
        long from = 1 + random.nextLong(witnessed(desk));
        facts.removeIf(fact -> fact.id().desk().equals(desk) && fact.id().seq() >= from);
        var signatures = new ArrayList<>(whole.signatures());
        signatures.removeIf(signature -> signature.head().desk().equals(desk));
        return Optional.of(new Log(facts, signatures));
    }

    private static long witnessed(DeskId desk) {
        return whole.facts().stream()
                .filter(fact -> !fact.id().desk().equals(desk))
                .flatMap(fact -> fact.header().seen().stream())
                .filter(head -> head.desk().equals(desk))
                .mapToLong(Head::seq)
                .max()
                .orElse(0);
    }

    /// Any bit but those of the first byte, which says how the fact arrived and nothing about it.
    private static Optional<Log> flipped(List<StoredFact> facts, int at, SplittableRandom random) {
        byte[] bytes = facts.get(at).encoded();
        bytes[1 + random.nextInt(bytes.length - 1)] ^= (byte) (1 << random.nextInt(8));
        try {
            facts.set(at, StoredFact.decode(bytes));
            return Optional.of(new Log(facts, whole.signatures()));
        } catch (JournalException found) {
            return Optional.empty();
        }
    }

    private static FactHeader header(FactHeader old, PersonId actor, Hash previous, Hash payloadHash) {
        return new FactHeader(
                old.id(),
                old.hlc(),
                old.recordedAt(),
                old.occurredAt(),
                actor,
                old.command(),
                old.incident(),
                old.type(),
                old.version(),
                old.previousInIncident(),
                previous,
                old.seen(),
                payloadHash);
    }
}
