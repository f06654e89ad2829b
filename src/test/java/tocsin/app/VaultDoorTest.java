package tocsin.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tocsin.app.VaultDoor.State;
import tocsin.journal.RealDisk;
import tocsin.vault.Cost;
import tocsin.vault.Settings;
import tocsin.vault.VaultException;

class VaultDoorTest {
    @TempDir
    Path folder;

    private final AtomicLong ahead = new AtomicLong();
    private final List<State> told = new CopyOnWriteArrayList<>();
    private VaultDoor door;

    @BeforeEach
    void stand() {
        door = door();
        door.states().subscribe(told::add);
    }

    @AfterEach
    void leave() {
        door.close();
    }

    private VaultDoor door() {
        var cheap = Settings.standard().withCost(new Cost(64, 1, 1)).withNanos(() -> System.nanoTime() + ahead.get());
        return new VaultDoor(new RealDisk(), folder.resolve("vault"), cheap);
    }

    private static char[] right() {
        return "four quiet harbour bells".toCharArray();
    }

    private static VaultException.Why why(CompletableFuture<State> coming) {
        try {
            throw new AssertionError("became " + coming.join());
        } catch (CompletionException failed) {
            return ((VaultException) failed.getCause()).why();
        }
    }

    @Test
    void aProfileThatIsNotThereYetHasNoVault() {
        try (var early =
                new VaultDoor(new RealDisk(), folder.resolve("not made yet").resolve("vault"), Settings.standard())) {
            assertThat(early.state()).isEqualTo(VaultDoor.State.NONE);
        }
    }

    @Test
    void itIsMadeLockedAndOpenedAgain() throws VaultException {
        assertThat(door.state()).isEqualTo(State.NONE);
        assertThat(door.create(right()).join()).isEqualTo(State.OPEN);
        door.put("hub", new byte[] {1});
        door.lock();
        assertThat(door.state()).isEqualTo(State.LOCKED);
        assertThatThrownBy(() -> door.get("hub")).hasMessageContaining("locked");
        assertThat(why(door.unlock("some other words".toCharArray()))).isEqualTo(VaultException.Why.WRONG_PASSPHRASE);
        assertThat(door.unlock(right()).join()).isEqualTo(State.OPEN);
        assertThat(door.get("hub")).contains(new byte[] {1});
        assertThat(told).containsExactly(State.OPEN, State.LOCKED, State.OPEN);
    }

    @Test
    void aProfileThatHasOneStartsLocked() {
        door.create(right()).join();
        try (var next = door()) {
            assertThat(next.state()).isEqualTo(State.LOCKED);
            assertThat(why(next.create(right()))).isEqualTo(VaultException.Why.EXISTS);
            assertThat(next.state()).isEqualTo(State.LOCKED);
        }
    }

    @Test
    void passphrasesAreWipedHoweverItEnds() {
        char[] one = right();
        door.create(one).join();
        char[] wrong = "some other words".toCharArray();
        char[] fresh = "a new set of words".toCharArray();
        assertThat(why(door.changePassphrase(wrong, fresh))).isEqualTo(VaultException.Why.WRONG_PASSPHRASE);
        assertThat(one).containsOnly('\0');
        assertThat(wrong).containsOnly('\0');
        assertThat(fresh).containsOnly('\0');
    }

    @Test
    void thePassphraseOfALockedVaultCanBeChanged() {
        door.create(right()).join();
        door.lock();
        assertThat(door.changePassphrase(right(), "a new set of words".toCharArray())
                        .join())
                .isEqualTo(State.OPEN);
        door.lock();
        assertThat(why(door.unlock(right()))).isEqualTo(VaultException.Why.WRONG_PASSPHRASE);
    }

    @Test
    void itLocksItselfWhenNobodyUsesIt() {
        door.create(right()).join();
        door.lockAfter(Duration.ofSeconds(1)).join();
        ahead.set(Duration.ofSeconds(2).toNanos());
        Awaitility.await().until(() -> door.state() == State.LOCKED);
        assertThat(told).containsExactly(State.OPEN, State.LOCKED);
    }

    @Test
    void afterTheEndNothingIsOpen() {
        door.create(right()).join();
        door.close();
        assertThat(door.state()).isEqualTo(State.LOCKED);
        assertThat(door.unlock(right())).isCompletedExceptionally();
    }
}
