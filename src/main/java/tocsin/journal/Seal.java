package tocsin.journal;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import tocsin.base.DeskId;

/// A desk's Ed25519 signature over a hash and the purpose it was made for, so that a signature made for one thing is
/// never taken for another. Immutable; do not change the arrays it hands out.
public final class Seal {
    private final byte[] publicKey;
    private final byte[] signature;

    /// A seal as somebody presents it; nothing is said yet of whether it is genuine.
    public Seal(byte[] publicKey, byte[] signature) {
        this.publicKey = publicKey;
        this.signature = signature;
    }

    /// The desk whose key this is.
    public DeskId desk() {
        return DeskId.ofPublicKey(publicKey);
    }

    public byte[] publicKey() {
        return publicKey;
    }

    public byte[] signature() {
        return signature;
    }

    /// Whether this key signed this hash for this purpose.
    public boolean isGenuine(String purpose, Hash hash) {
        try {
            var verifier = Signature.getInstance("Ed25519");
            verifier.initVerify(KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(publicKey)));
            verifier.update(message(purpose, hash));
            return verifier.verify(signature);
        } catch (GeneralSecurityException notASignature) {
            return false;
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Seal that
                && Arrays.equals(publicKey, that.publicKey)
                && Arrays.equals(signature, that.signature);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(signature);
    }

    @Override
    public String toString() {
        return "seal of " + desk();
    }

    /// Longer than a bare hash, so it can never be read as the signature of a fact.
    static byte[] message(String purpose, Hash hash) {
        byte[] words = ("tocsin " + purpose + "\n").getBytes(UTF_8);
        byte[] message = Arrays.copyOf(words, words.length + Hash.BYTES);
        System.arraycopy(hash.bytes(), 0, message, words.length, Hash.BYTES);
        return message;
    }
}
