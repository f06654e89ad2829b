package tocsin.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tocsin.app.Call;

class SafekeepingTest {
    private static final String RIGHT = "four quiet harbour bells";

    @TempDir
    Path folder;

    private Seat seat;

    @BeforeEach
    void sit() {
        seat = new Seat(folder);
    }

    @AfterEach
    void leave() {
        seat.close();
    }

    private static void refused(Seat.Said said, int exit, String... words) {
        assertThat(said.exit()).isEqualTo(exit);
        assertThat(said.out()).isEmpty();
        assertThat(said.err()).startsWith("tocsin: ").contains(words).hasLineCount(1);
    }

    @Test
    void aVaultIsMadeLockedAndOpened() {
        assertThat(seat.run("vault", "status").line()).isEqualTo("none");
        assertThat(seat.typed(RIGHT + "\n", "vault", "create").line()).isEqualTo("ok");
        assertThat(seat.run("vault", "status").line())
                .isEqualTo("open, Argon2id 64 KiB, 1 pass, 1 lane, 0 secrets, locks after 15 min");
        assertThat(seat.run("vault", "lock-after", "5").line()).endsWith("locks after 5 min");
        assertThat(seat.run("vault", "lock").line()).isEqualTo("locked, Argon2id 64 KiB, 1 pass, 1 lane");
        assertThat(seat.typed(RIGHT, "vault", "unlock").line()).startsWith("open");
    }

    @Test
    void thePassphraseIsChanged() {
        seat.typed(RIGHT + "\n", "vault", "create");
        assertThat(seat.typed(RIGHT + "\na new set of words\n", "vault", "passphrase")
                        .line())
                .isEqualTo("ok");
        seat.run("vault", "lock");
        refused(seat.typed(RIGHT + "\n", "vault", "unlock"), 1, "not the passphrase");
        assertThat(seat.typed("a new set of words\r\n", "vault", "unlock").exit())
                .isZero();
    }

    @Test
    void aFileCanHoldBothPassphrases() throws IOException {
        Files.writeString(folder.resolve("words"), RIGHT + "\na new set of words\n");
        assertThat(seat.run("vault", "create", "--passphrase-file", "words").line())
                .isEqualTo("ok");
        assertThat(seat.run("--passphrase-file=words", "vault", "passphrase").line())
                .isEqualTo("ok");
        seat.run("vault", "lock");
        refused(seat.run("vault", "unlock", "--passphrase-file", "none"), 3, "no such file");
    }

    @Test
    void whatCannotBeDoneSaysWhy() {
        refused(seat.run("vault", "create"), 2, "a passphrase is needed", "TOCSIN_PASSPHRASE");
        refused(seat.typed("too short\n", "vault", "create"), 1, "12 to 1024 characters");
        refused(seat.typed(RIGHT, "vault", "unlock"), 1, "no vault yet");
        refused(seat.run("vault", "lock"), 1, "no vault yet");
        refused(seat.run("vault"), 2, "create, unlock");
        seat.typed(RIGHT, "vault", "create");
        refused(seat.typed(RIGHT, "vault", "create"), 1, "already");
        refused(seat.typed(RIGHT, "vault", "passphrase"), 2, "the old and the new");
        refused(seat.run("vault", "lock-after", "--", "-1"), 2, "10080 minutes");
        refused(seat.run("vault", "lock-after", "10081"), 2, "0 (never) to 10080");
    }

    @Test
    void aDamagedVaultIsSaidToBeDamaged() throws IOException {
        seat.typed(RIGHT, "vault", "create");
        seat.run("vault", "lock");
        Path file = seat.profile().vault();
        byte[] bytes = Files.readAllBytes(file);
        bytes[50] ^= 1;
        Files.write(file, bytes);
        refused(seat.typed(RIGHT, "vault", "unlock"), 1, "is damaged");
        refused(seat.run("vault", "status"), 1, "is damaged");
        assertThat(Files.readAllBytes(file)).isEqualTo(bytes);
    }

    @Test
    void thePassphraseOfTheEnvironmentIsReadWhereThePersonIs() {
        var environment = Map.of("TOCSIN_PASSPHRASE", RIGHT, "TOCSIN_NEW_PASSPHRASE", "a new set of words");
        assertThat(given(environment, "vault", "create")).isEqualTo(RIGHT + "\n");
        assertThat(given(environment, "--as", "Ben", "vault", "unlock")).isEqualTo(RIGHT + "\n");
        assertThat(given(environment, "vault", "passphrase")).isEqualTo(RIGHT + "\na new set of words\n");
        assertThat(given(environment, "log", "INC", "-")).isEqualTo("typed");
        assertThat(given(Map.of(), "vault", "unlock")).isEqualTo("typed");
    }

    private String given(Map<String, String> environment, String... words) {
        var nobody = new PrintStream(OutputStream.nullOutputStream(), false, UTF_8);
        var call = new Call(
                List.of(words), folder, "Ana", new ByteArrayInputStream("typed".getBytes(UTF_8)), nobody, nobody);
        try (InputStream in = Passphrases.over(call, environment).in()) {
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException failed) {
            throw new AssertionError(failed);
        }
    }
}
