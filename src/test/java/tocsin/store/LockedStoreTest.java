package tocsin.store;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tocsin.base.IncidentId;
import tocsin.domain.Recorded;
import tocsin.domain.incident.History;
import tocsin.store.Change.Touched;
import tocsin.store.Opening.Found;

/// A store under a key: the same rows, and not a word of them in any file.
class LockedStoreTest {
    private static final Settings OPEN =
            new Settings(4_096, InstantSource.fixed(Instant.parse("2026-11-21T04:05:06Z")));
    private static final Settings LOCKED = OPEN.withKey(StoreKey.of(new byte[32]));
    private static final IncidentId ID = IncidentId.of(LocalDate.of(2026, 11, 21), 1, RandomLog.ANVIL);

    @TempDir
    Path folder;

    private List<EntryRow> filled(Settings settings) {
        List<Recorded> facts = new RandomLog(42).facts(400);
        try (Store store = Store.open(folder, settings).store()) {
            store.apply(new Change(
                    List.of(new Touched(History.of(ID, facts).now(), facts)),
                    List.of(new Applied(RandomLog.ANVIL, 1, "aa")),
                    1));
            return store.entries(ID, 0, 1_000);
        }
    }

    private static String word(List<EntryRow> rows) {
        return rows.stream()
                .map(EntryRow::text)
                .filter(text -> text.chars().allMatch(each -> each < 128))
                .max(Comparator.comparingInt(String::length))
                .orElseThrow();
    }

    private boolean anyFileHolds(String word) throws IOException {
        try (var files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String bytes = new String(Files.readAllBytes(file), ISO_8859_1);
                for (var charset : List.of(UTF_8, StandardCharsets.UTF_16BE, StandardCharsets.UTF_16LE)) {
                    if (bytes.contains(new String(word.getBytes(charset), ISO_8859_1))) {
                        return true;
                    }
                }
            }
            return false;
        }
    }

    @Test
    void whatItHoldsIsThereAgainAndNoFileShowsIt() throws IOException {
        List<EntryRow> rows = filled(LOCKED);
        assertThat(anyFileHolds(word(rows))).isFalse();
        var opening = Store.open(folder, LOCKED);
        try (Store store = opening.store()) {
            assertThat(opening.found()).isEqualTo(new Found.Whole());
            assertThat(store.entries(ID, 0, 1_000)).isEqualTo(rows);
        }
    }

    @Test
    void anOpenStoreShowsItAndIsNotKeptBesideALockedOne() throws IOException {
        List<EntryRow> rows = filled(OPEN);
        assertThat(anyFileHolds(word(rows))).isTrue();
        var opening = Store.open(folder, LOCKED);
        opening.store().close();
        assertThat(opening.found()).isEqualTo(new Found.Nothing());
        assertThat(anyFileHolds(word(rows))).isFalse();
    }

    @Test
    void aLockedStoreNobodyHasTheKeyOfGivesWayToAFreshOne() {
        filled(LOCKED);
        byte[] other = new byte[32];
        Arrays.fill(other, (byte) 1);
        var opening = Store.open(folder, OPEN.withKey(StoreKey.of(other)));
        opening.store().close();
        assertThat(opening.found()).isInstanceOf(Found.Unusable.class);
        filled(LOCKED);
        opening = Store.open(folder, OPEN);
        opening.store().close();
        assertThat(opening.found()).isEqualTo(new Found.Nothing());
    }

    @Test
    void aKeyIsNeverPartOfATextAboutIt() {
        assertThat(LOCKED.toString()).doesNotContain("0000");
        assertThat(OPEN.key()).isEmpty();
    }
}
