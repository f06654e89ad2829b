package tocsin.vault;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static tocsin.vault.VaultException.Why;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tocsin.journal.MemoryDisk;
import tocsin.journal.RealDisk;

class VaultTest {
    private static final int SCALE = Integer.getInteger("tocsin.scale", 1);
    private static final Path FILE = Path.of("profile", "vault");
    private static final Settings CHEAP = Settings.standard().withCost(new Cost(64, 1, 1));
    private static final int SUM = 32;

    private final MemoryDisk disk = new MemoryDisk();

    private static char[] words(String words) {
        return words.toCharArray();
    }

    private static char[] right() {
        return words("four quiet harbour bells");
    }

    private Vault create() throws VaultException {
        return Vault.create(disk, FILE, right(), CHEAP);
    }

    private Vault open() throws VaultException {
        return Vault.open(disk, FILE, right(), CHEAP);
    }

    private static Why why(ThrowingCallable work) {
        var refused = new Why[1];
        assertThatThrownBy(work).isInstanceOfSatisfying(VaultException.class, failed -> {
            refused[0] = failed.why();
            assertThat(failed.getMessage()).doesNotContain("\n").isNotBlank();
        });
        return refused[0];
    }

    /// The file as its forger would leave it: changed, with a sum that holds.
    private static byte[] summed(byte[] file) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(file, 0, file.length - SUM);
            System.arraycopy(digest.digest(), 0, file, file.length - SUM, SUM);
            return file;
        } catch (NoSuchAlgorithmException impossible) {
            throw new AssertionError(impossible);
        }
    }

    private Why whyOf(byte[] file) {
        disk.put("vault", file);
        Why why = why(this::open);
        assertThat(disk.content("vault")).isEqualTo(file);
        assertThat(disk.names()).containsExactly("vault");
        return why;
    }

    @Test
    void whatIsPutInIsThereWhenItIsOpenedAgain() throws VaultException {
        try (var vault = create()) {
            vault.put("hub/north", "s3cret".getBytes(UTF_8));
            vault.put("desk.key", new byte[] {1, 2, 3});
            vault.put("desk.key", new byte[] {4, 5});
            vault.put("gone", new byte[0]);
            assertThat(vault.remove("gone")).isTrue();
            assertThat(vault.remove("gone")).isFalse();
        }
        try (var vault = open()) {
            assertThat(vault.names()).containsExactlyInAnyOrder("hub/north", "desk.key");
            assertThat(vault.get("hub/north")).contains("s3cret".getBytes(UTF_8));
            assertThat(vault.get("desk.key")).contains(new byte[] {4, 5});
            assertThat(vault.get("gone")).isEmpty();
        }
        assertThat(new String(disk.content("vault"), UTF_8)).doesNotContain("s3cret", "hub/north");
    }

    @Test
    void theSameLettersTypedOnTwoSystemsOpenIt() throws VaultException {
        Vault.create(disk, FILE, words("u\u0308ber den Wolken"), CHEAP).close();
        Vault.open(disk, FILE, words("\u00fcber den Wolken"), CHEAP).close();
    }

    @Test
    void aWrongPassphraseIsRefusedAndNothingIsChanged() throws VaultException {
        create().close();
        byte[] file = disk.content("vault");
        for (String wrong : new String[] {"", "four quiet harbour bell", "Four quiet harbour bells", "\0"}) {
            assertThat(why(() -> Vault.open(disk, FILE, words(wrong), CHEAP))).isEqualTo(Why.WRONG_PASSPHRASE);
        }
        assertThat(disk.content("vault")).isEqualTo(file);
    }

    @Test
    void aPassphraseThatIsTooShortMakesNoVault() {
        assertThat(why(() -> Vault.create(disk, FILE, words("elevenchars"), CHEAP)))
                .isEqualTo(Why.TOO_SHORT);
        assertThat(why(() -> Vault.create(disk, FILE, new char[1025], CHEAP))).isEqualTo(Why.TOO_SHORT);
        assertThat(disk.names()).isEmpty();
    }

    @Test
    void thereIsOneVaultAndNoneIsMadeOverIt() throws VaultException {
        assertThat(why(this::open)).isEqualTo(Why.MISSING);
        create().close();
        byte[] file = disk.content("vault");
        assertThat(why(this::create)).isEqualTo(Why.EXISTS);
        assertThat(disk.content("vault")).isEqualTo(file);
    }

    @Test
    void everyFlippedByteIsFound() throws VaultException {
        try (var vault = create()) {
            vault.put("hub/north", new byte[300]);
        }
        byte[] file = disk.content("vault");
        for (int at = 0; at < file.length; at++) {
            for (int bit : new int[] {1, 0x80, 0xff}) {
                byte[] flipped = file.clone();
                flipped[at] ^= (byte) bit;
                assertThat(whyOf(flipped)).isIn(Why.DAMAGED, Why.FOREIGN);
            }
        }
    }

    @Test
    void everyByteIsVouchedForEvenWhenTheForgerMendsTheSum() throws VaultException {
        try (var vault = create()) {
            vault.put("hub/north", new byte[300]);
        }
        byte[] file = disk.content("vault");
        for (int at = 0; at < file.length - SUM; at++) {
            byte[] flipped = file.clone();
            flipped[at] ^= 1;
            assertThat(whyOf(summed(flipped)))
                    .isIn(Why.WRONG_PASSPHRASE, Why.DAMAGED, Why.FOREIGN, Why.COST, Why.NEWER);
        }
    }

    @Test
    void aFileCutAtAnyLengthIsRefused() throws VaultException {
        create().close();
        byte[] file = disk.content("vault");
        for (int length = 0; length < file.length; length++) {
            assertThat(whyOf(Arrays.copyOf(file, length))).isEqualTo(Why.DAMAGED);
            if (length > SUM) {
                assertThat(whyOf(summed(Arrays.copyOf(file, length))))
                        .isIn(Why.DAMAGED, Why.FOREIGN, Why.WRONG_PASSPHRASE, Why.NEWER);
            }
        }
        assertThat(whyOf(Arrays.copyOf(file, file.length + 1))).isEqualTo(Why.DAMAGED);
        assertThat(whyOf(summed(Arrays.copyOf(file, file.length + 1)))).isEqualTo(Why.DAMAGED);
    }

    @Test
    void aCostThatIsTooLowOrTooHighIsRefusedBeforeAnyWork() throws VaultException {
        create().close();
        byte[] file = disk.content("vault");
        int[][] odd = {
            {63, 1, 1},
            {0, 1, 1},
            {-1, 1, 1},
            {64, 0, 1},
            {64, -1, 1},
            {64, 1, 0},
            {64, 1, 9},
            {64, 17, 1},
            {Integer.MAX_VALUE, 1, 1},
            {(512 << 10) + 1, 1, 1},
            {64, Integer.MAX_VALUE, 1}
        };
        for (int[] cost : odd) {
            byte[] forged = file.clone();
            ByteBuffer.wrap(forged).position(12).putInt(cost[0]).putInt(cost[1]).putInt(cost[2]);
            assertThat(whyOf(summed(forged))).isEqualTo(Why.COST);
        }
        disk.put("vault", file);
        assertThat(why(() -> Vault.open(disk, FILE, right(), Settings.standard())))
                .as("what a test makes is too cheap for the program")
                .isEqualTo(Why.COST);
    }

    @Test
    void otherFilesAreNoVaults() throws VaultException {
        assertThat(whyOf(new byte[0])).isEqualTo(Why.DAMAGED);
        assertThat(whyOf("PK\u0003\u0004 and so on".getBytes(UTF_8))).isEqualTo(Why.FOREIGN);
        assertThat(whyOf(new byte[5 << 20])).isEqualTo(Why.FOREIGN);
        disk.remove("vault");
        create().close();
        byte[] newer = disk.content("vault");
        newer[9] = 2;
        assertThat(whyOf(summed(newer))).isEqualTo(Why.NEWER);
    }

    @Test
    void noHeapOfNonsenseOpensOrBreaksIt() throws VaultException {
        create().close();
        byte[] file = disk.content("vault");
        var random = new Random(42);
        for (int round = 0; round < 1_000 * SCALE; round++) {
            byte[] odd = file.clone();
            for (int hits = 1 + random.nextInt(8); hits > 0; hits--) {
                int at = random.nextInt(odd.length);
                // The cost is held by its own test; a dear one would only take long here.
                odd[at >= 12 && at < 24 ? 40 : at] = (byte) random.nextInt();
            }
            byte[] forged = random.nextBoolean() ? odd : summed(odd);
            if (!Arrays.equals(forged, file)) {
                whyOf(forged);
            }
        }
    }

    @Test
    void afterAChangeTheOldPassphraseOpensNothing() throws VaultException {
        byte[] before;
        try (var vault = create()) {
            vault.put("profile", new byte[32]);
            before = disk.content("vault");
            assertThat(why(() -> vault.changePassphrase(words("not the right one"), words("a new set of words"))))
                    .isEqualTo(Why.WRONG_PASSPHRASE);
            assertThat(why(() -> vault.changePassphrase(right(), words("short"))))
                    .isEqualTo(Why.TOO_SHORT);
            assertThat(disk.content("vault")).isEqualTo(before);
            vault.changePassphrase(right(), words("a new set of words"));
            vault.put("later", new byte[] {7});
        }
        assertThat(why(this::open)).isEqualTo(Why.WRONG_PASSPHRASE);
        try (var vault = Vault.open(disk, FILE, words("a new set of words"), CHEAP)) {
            assertThat(vault.names()).containsExactlyInAnyOrder("profile", "later");
        }
        byte[] after = disk.content("vault");
        byte[] spliced = after.clone();
        System.arraycopy(before, 0, spliced, 0, 100);
        assertThat(whyOf(summed(spliced)))
                .as("the key under the old passphrase is not that of the new secrets")
                .isEqualTo(Why.DAMAGED);
    }

    @Test
    void aLockedVaultGivesNothing() throws VaultException {
        var vault = create();
        vault.put("hub/north", new byte[] {1});
        vault.lock();
        assertThat(vault.isLocked()).isTrue();
        assertThat(why(() -> vault.get("hub/north"))).isEqualTo(Why.LOCKED);
        assertThat(why(() -> vault.put("hub/north", new byte[0]))).isEqualTo(Why.LOCKED);
        assertThat(why(() -> vault.changePassphrase(right(), words("a new set of words"))))
                .isEqualTo(Why.LOCKED);
        try (var again = open()) {
            assertThat(again.get("hub/north")).contains(new byte[] {1});
        }
    }

    @Test
    void anUnusedVaultLocksItself() throws VaultException {
        var nanos = new AtomicLong();
        var vault = Vault.create(disk, FILE, right(), CHEAP.withNanos(nanos::get));
        assertThat(vault.idle()).isEqualTo(Duration.ofMinutes(15));
        vault.lockAfter(Duration.ofMinutes(2));
        nanos.addAndGet(Duration.ofSeconds(100).toNanos());
        assertThat(vault.lockIfIdle()).contains(Duration.ofSeconds(20));
        vault.get("anything");
        nanos.addAndGet(Duration.ofSeconds(119).toNanos());
        assertThat(vault.lockIfIdle()).contains(Duration.ofSeconds(1));
        nanos.addAndGet(Duration.ofSeconds(1).toNanos());
        assertThat(vault.lockIfIdle()).isEmpty();
        assertThat(vault.isLocked()).isTrue();
        try (var again = open()) {
            assertThat(again.idle()).isEqualTo(Duration.ofMinutes(2));
            again.lockAfter(Duration.ZERO);
            assertThat(again.lockIfIdle()).isEmpty();
            assertThat(again.isLocked()).isFalse();
        }
    }

    @Test
    void whatIsTooMuchIsRefusedAndTheRestStays() throws VaultException {
        try (var vault = create()) {
            vault.put("a", new byte[1]);
            byte[] file = disk.content("vault");
            assertThat(why(() -> vault.put("a", new byte[(1 << 16) + 1]))).isEqualTo(Why.TOO_LARGE);
            assertThat(why(() -> vault.put("", new byte[1]))).isEqualTo(Why.TOO_LARGE);
            assertThat(why(() -> vault.put("Ünsinn", new byte[1]))).isEqualTo(Why.TOO_LARGE);
            assertThat(disk.content("vault")).isEqualTo(file);
            assertThat(vault.get("a")).contains(new byte[1]);
        }
    }

    @Test
    void aPowerCutLeavesTheVaultOfBeforeOrOfAfter() throws VaultException {
        create().close();
        disk.put("vault", disk.content("vault"));
        var random = new Random(7);
        for (int round = 0; round < 20 * SCALE; round++) {
            var running = disk.copy();
            int stop = random.nextInt(12);
            var steps = new AtomicInteger();
            running.hook((_, _) -> {
                if (steps.getAndIncrement() >= stop) {
                    throw new IOException("the power is gone");
                }
            });
            int known = 0;
            try (var vault = Vault.open(running, FILE, right(), CHEAP)) {
                for (int next = 1; next <= 2; next++) {
                    vault.put("n", new byte[] {(byte) next});
                    known = next;
                }
            } catch (VaultException gone) {
                assertThat(gone.why()).isEqualTo(Why.DISK);
            }
            var found = running.afterPowerCut(random);
            try (var vault = Vault.open(found, FILE, right(), CHEAP)) {
                int held = vault.get("n").map(secret -> (int) secret[0]).orElse(0);
                assertThat(held).isBetween(known, known + 1);
            }
        }
    }

    @Test
    void aDiskThatFailsLeavesTheSecretsAsTheyWere() throws VaultException {
        try (var vault = create()) {
            vault.put("a", new byte[] {1});
            for (String operation : new String[] {"open CREATE", "write", "force", "rename"}) {
                disk.hook((each, file) -> {
                    if (each.equals(operation) && !file.equals(".")) {
                        throw new IOException("Input/output error");
                    }
                });
                assertThat(why(() -> vault.put("a", new byte[] {2}))).isEqualTo(Why.DISK);
                disk.hook((_, _) -> {});
                assertThat(vault.get("a")).contains(new byte[] {1});
                assertThat(disk.names()).containsExactly("vault");
                try (var again = open()) {
                    assertThat(again.get("a")).contains(new byte[] {1});
                }
            }
        }
    }

    @Test
    void noTwoNoncesAreTheSame() {
        int count = 10_000 * SCALE;
        var seen = new HashSet<ByteBuffer>(count * 2);
        for (int i = 0; i < count; i++) {
            seen.add(ByteBuffer.wrap(Sealed.nonce()));
        }
        assertThat(seen).hasSize(count);
    }

    @Test
    void everyWritingHasNewNonces() throws VaultException {
        try (var vault = create()) {
            var seen = new HashSet<ByteBuffer>();
            for (int i = 0; i < 50; i++) {
                vault.put("a", new byte[] {1});
                seen.add(ByteBuffer.wrap(disk.content("vault"), 100, 12).slice());
            }
            assertThat(seen).hasSize(50);
        }
    }

    @Test
    void theShippedVaultCostsWhatItSaysAndBelongsToItsOwner(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("vault");
        Vault.create(new RealDisk(), file, right(), Settings.standard()).close();
        assertThat(Vault.cost(new RealDisk(), file, Settings.standard()).inWords())
                .isEqualTo("64 MiB, 3 passes, 1 lane");
        Vault.open(new RealDisk(), file, right(), Settings.standard()).close();
        try (var files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
        Assumptions.assumeTrue(
                FileSystems.getDefault().supportedFileAttributeViews().contains("posix"));
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }
}
