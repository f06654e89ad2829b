package tocsin.vault;

import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.Arrays;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/// How a passphrase becomes a key. The characters stay their owner's to wipe; what is made of them here is wiped here.
final class Passphrase {
    static final int LEAST = 12;
    static final int MOST = 1024;
    private static final int MOST_BYTES_A_CHAR = 3;

    private Passphrase() {}

    static void check(char[] passphrase) throws VaultException {
        int count = Character.codePointCount(passphrase, 0, passphrase.length);
        if (count < LEAST || count > MOST) {
            throw VaultException.tooShort();
        }
    }

    static byte[] key(char[] passphrase, byte[] salt, Cost cost) throws VaultException {
        byte[] bytes = utf8(passphrase);
        byte[] key = new byte[Sealed.KEY_BYTES];
        try {
            var generator = new Argon2BytesGenerator();
            generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                    .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                    .withMemoryAsKB(cost.memoryKib())
                    .withIterations(cost.passes())
                    .withParallelism(cost.lanes())
                    .withSalt(salt)
                    .build());
            generator.generateBytes(bytes, key);
            return key;
        } catch (OutOfMemoryError scarce) {
            throw VaultException.tooLarge("a passphrase of this cost in the memory there is (" + cost.inWords()
                    + "); give Tocsin more memory");
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }

    /// The same letters typed on two systems are the same bytes.
    private static byte[] utf8(char[] passphrase) {
        CharBuffer chars = CharBuffer.wrap(passphrase);
        CharBuffer composed = Normalizer.isNormalized(chars, Normalizer.Form.NFC)
                ? chars
                : CharBuffer.wrap(Normalizer.normalize(chars, Normalizer.Form.NFC));
        byte[] room = new byte[composed.remaining() * MOST_BYTES_A_CHAR];
        var buffer = ByteBuffer.wrap(room);
        var _ = StandardCharsets.UTF_8
                .newEncoder()
                .onMalformedInput(CodingErrorAction.REPLACE)
                .encode(composed, buffer, true);
        byte[] bytes = Arrays.copyOf(room, buffer.position());
        Arrays.fill(room, (byte) 0);
        return bytes;
    }
}
