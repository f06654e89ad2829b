package tocsin.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tocsin.base.IncidentId;
import tocsin.domain.Recorded;
import tocsin.domain.incident.History;
import tocsin.store.Change.Touched;
import tocsin.store.Opening.Found;
import tocsin.store.StoreException.Trouble;

/// Whatever became of the file, opening gives a working store and says what it found; and no read shows a wrong row.
final class BrokenStoreTest {
    private static final int FLIPS = 60 * Integer.getInteger("tocsin.scale", 1);
    private static final Settings SETTINGS =
            new Settings(4_096, InstantSource.fixed(Instant.parse("2026-11-21T04:05:06Z")));
    private static final IncidentId ID = IncidentId.of(LocalDate.of(2026, 11, 21), 1, RandomLog.ANVIL);

    @TempDir
    Path temp;

    private Path file;
    private byte[] good = {};
    private List<EntryRow> lines = List.of();
    private List<IncidentRow> incidents = List.of();

    @BeforeEach
    void writeAStore() throws IOException {
        file = temp.resolve("tocsin.mv.db");
        List<Recorded> facts = new RandomLog(42).facts(400);
        try (Store store = Store.open(temp, SETTINGS).store()) {
            store.apply(new Change(
                    List.of(new Touched(History.of(ID, facts).now(), facts)),
                    List.of(new Applied(RandomLog.ANVIL, 1, "aa")),
                    1));
            lines = store.entries(ID, 0, 1_000);
            incidents = store.incidents(Filter.ALL);
        }
        good = Files.readAllBytes(file);
        assertThat(lines).hasSizeGreaterThan(100);
    }

    @Test
    void aTextFileIsSetAsideAsItWas() throws IOException {
        byte[] text = "Dear diary".getBytes(StandardCharsets.UTF_8);
        Files.write(file, text);
        assertSetAside(text);
    }

    @Test
    void randomBytesAreSetAsideAsTheyWere() throws IOException {
        byte[] noise = new byte[50_000];
        new Random(7).nextBytes(noise);
        Files.write(file, noise);
        assertSetAside(noise);
    }

    @Test
    void anEmptyFileIsSetAside() throws IOException {
        Files.write(file, new byte[0]);
        assertSetAside(new byte[0]);
    }

    @Test
    void aFileOfNothingButZerosIsSetAside() throws IOException {
        Files.write(file, new byte[good.length]);
        assertSetAside(new byte[good.length]);
    }

    @Test
    void aHeaderWithNoiseBehindItIsSetAside() throws IOException {
        byte[] noise = new byte[good.length];
        new Random(8).nextBytes(noise);
        System.arraycopy(good, 0, noise, 0, 8_192);
        Files.write(file, noise);
        assertThat(reopen().found()).isInstanceOf(Found.Unusable.class);
    }

    @Test
    void aTruncatedFileIsAnOlderStateOrIsSetAside() throws IOException {
        for (int cut = 1; cut < 12; cut++) {
            Files.write(file, Arrays.copyOf(good, good.length * cut / 12));
            honest("cut " + cut);
        }
    }

    @Test
    void aFlippedBitNeverShowsAWrongRow() throws IOException {
        long seed = System.nanoTime();
        var random = new Random(seed);
        for (int flip = 0; flip < FLIPS; flip++) {
            byte[] bad = good.clone();
            int place = random.nextInt(bad.length);
            bad[place] ^= (byte) (1 << random.nextInt(8));
            Files.write(file, bad);
            honest("seed " + seed + " flip " + flip + " at " + place);
        }
    }

    /// The store is what it was, or an earlier state of it, or says that it is not.
    private void honest(String what) throws IOException {
        Opening opening = Store.open(temp, SETTINGS);
        try (Store store = opening.store()) {
            if (!opening.mustBeRebuilt() && store.position().isPresent()) {
                assertThat(store.position()).as(what).hasValue(1);
                assertThat(store.incidents(Filter.ALL)).as(what).isEqualTo(incidents);
                assertThat(store.entries(ID, 0, 1_000)).as(what).isEqualTo(lines);
            }
        } catch (StoreException damaged) {
            assertThat(damaged.trouble()).as(what).isEqualTo(Trouble.BROKEN);
            Store.renew(temp, SETTINGS, damaged.getMessage()).store().close();
        }
    }

    @Test
    void aStoreOfAnotherSchemaIsMadeAnew() throws IOException {
        for (int schema : List.of(1, 99)) {
            Files.write(file, good);
            BrokenFiles.sql(temp, "UPDATE meta SET number = " + schema + " WHERE name = 'schema'");
            Opening opening = reopen();
            assertThat(opening.found()).isInstanceOfSatisfying(Found.Unusable.class, found -> {
                assertThat(found.reason()).contains("another version (schema " + schema);
                assertThat(found.setAside()).isEmpty();
            });
        }
        assertThat(broken()).isEmpty();
    }

    @Test
    void aForeignDatabaseIsSetAside() throws IOException {
        Files.delete(file);
        BrokenFiles.sql(temp, "CREATE TABLE diary (page INTEGER)");
        assertThat(reopen().found())
                .isInstanceOfSatisfying(
                        Found.Unusable.class,
                        found -> assertThat(found.reason()).isEqualTo("the file is not a store of this program"));
        assertThat(broken()).hasSize(1);
    }

    @Test
    void aDatabaseWithAnotherOwnerIsSetAside() throws IOException {
        Files.write(file, good);
        BrokenFiles.sql(temp, "ALTER USER tocsin SET PASSWORD 'secret'");
        assertThat(reopen().found()).isInstanceOf(Found.Unusable.class);
    }

    @Test
    void onlyTheNewestTwoAreKept() throws IOException {
        for (int i = 0; i < 5; i++) {
            Files.writeString(file, "broken " + i);
            reopen();
        }
        assertThat(broken()).hasSize(2);
        assertThat(broken().stream().map(BrokenStoreTest::read)).containsExactly("broken 3", "broken 4");
    }

    private void assertSetAside(byte[] as) throws IOException {
        assertThat(reopen().found())
                .isInstanceOfSatisfying(
                        Found.Unusable.class,
                        found -> assertThat(found.setAside())
                                .hasValueSatisfying(aside -> assertThat(aside)
                                        .hasFileName("tocsin.mv.db.broken-20261121T040506Z")
                                        .hasBinaryContent(as)));
    }

    private Opening reopen() {
        Opening opening = Store.open(temp, SETTINGS);
        try (Store store = opening.store()) {
            assertThat(store.incidents(Filter.ALL)).isEmpty();
            assertThat(store.applied()).isEmpty();
        }
        return opening;
    }

    private List<Path> broken() throws IOException {
        var all = new ArrayList<Path>();
        try (var found = Files.newDirectoryStream(temp, "*.broken-*")) {
            found.forEach(all::add);
        }
        all.sort(null);
        return all;
    }

    private static String read(Path path) {
        try {
            return Files.readString(path);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
