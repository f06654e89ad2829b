package tocsin.sync;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.security.InvalidKeyException;
import java.security.Key;
import java.security.KeyFactorySpi;
import java.security.KeyPair;
import java.security.KeyPairGeneratorSpi;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.PublicKey;
import java.security.SecureRandom;
import java.security.Security;
import java.security.SignatureSpi;
import java.security.spec.AlgorithmParameterSpec;
import java.security.spec.EncodedKeySpec;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.KeySpec;

/// Stands in for the curve while hundreds of thousands of schedules are played, which would spend nine tenths of their
/// time on it: "signing" is a hash over the key and the message. Everything around it is the real code.
public final class QuickSignatures extends Provider {
    private static final long serialVersionUID = 1;

    private QuickSignatures() {
        super("QuickSignatures", "1", "for simulations only");
        put("KeyPairGenerator.Ed25519", Generator.class.getName());
        put("KeyFactory.Ed25519", Factory.class.getName());
        put("Signature.Ed25519", Quick.class.getName());
    }

    static void install() {
        Security.insertProviderAt(new QuickSignatures(), 1);
    }

    /// The same keys come in the same order on this thread from here on.
    static void begin(long seed) {
        Generator.SEED.set(new long[] {seed, 0});
    }

    static void remove() {
        Security.removeProvider("QuickSignatures");
    }

    @SuppressWarnings("ArrayRecordComponent") // never compared
    private record Plain(byte[] bytes) implements PublicKey, PrivateKey {
        @Override
        public String getAlgorithm() {
            return "Ed25519";
        }

        @Override
        public String getFormat() {
            return "plain";
        }

        @Override
        public byte[] getEncoded() {
            return bytes.clone();
        }
    }

    /// Makes keys.
    public static final class Generator extends KeyPairGeneratorSpi {
        private static final ThreadLocal<long[]> SEED = ThreadLocal.withInitial(() -> new long[2]);

        @Override
        public void initialize(int size, SecureRandom random) {
            // Keys have one size.
        }

        @Override
        public void initialize(AlgorithmParameterSpec params, SecureRandom random) {
            // Keys have one size.
        }

        @Override
        public KeyPair generateKeyPair() {
            long[] seed = SEED.get();
            var key = new Plain(("quick key " + seed[0] + "." + seed[1]++).getBytes(US_ASCII));
            return new KeyPair(key, key);
        }
    }

    /// Reads keys.
    public static final class Factory extends KeyFactorySpi {
        @Override
        protected PublicKey engineGeneratePublic(KeySpec spec) throws InvalidKeySpecException {
            return new Plain(((EncodedKeySpec) spec).getEncoded());
        }

        @Override
        protected PrivateKey engineGeneratePrivate(KeySpec spec) throws InvalidKeySpecException {
            return new Plain(((EncodedKeySpec) spec).getEncoded());
        }

        @Override
        protected <T extends KeySpec> T engineGetKeySpec(Key key, Class<T> spec) throws InvalidKeySpecException {
            throw new InvalidKeySpecException("not asked for");
        }

        @Override
        protected Key engineTranslateKey(Key key) throws InvalidKeyException {
            return key;
        }
    }

    /// Signs and verifies.
    public static final class Quick extends SignatureSpi {
        private final MessageDigest digest;
        private byte[] key = new byte[0];

        public Quick() throws NoSuchAlgorithmException {
            digest = MessageDigest.getInstance("SHA-256");
        }

        @Override
        protected void engineInitVerify(PublicKey publicKey) {
            key = publicKey.getEncoded();
            digest.reset();
        }

        @Override
        protected void engineInitSign(PrivateKey privateKey) {
            key = privateKey.getEncoded();
            digest.reset();
        }

        @Override
        protected void engineUpdate(byte b) {
            digest.update(b);
        }

        @Override
        protected void engineUpdate(byte[] bytes, int from, int length) {
            digest.update(bytes, from, length);
        }

        @Override
        protected byte[] engineSign() {
            return digest.digest(key);
        }

        @Override
        protected boolean engineVerify(byte[] signature) {
            return MessageDigest.isEqual(signature, digest.digest(key));
        }

        @Override
        @Deprecated
        protected void engineSetParameter(String name, Object value) {
            throw new UnsupportedOperationException();
        }

        @Override
        @Deprecated
        protected Object engineGetParameter(String name) {
            throw new UnsupportedOperationException();
        }
    }
}
