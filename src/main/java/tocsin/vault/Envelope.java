package tocsin.vault;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;

/// The file's bytes: what the passphrase costs, the data key under the passphrase, the secrets under the data key, and
/// a
/// sum that tells a rotten file from a wrong passphrase. Every block vouches for all bytes before it.
@SuppressWarnings("ArrayRecordComponent") // Bytes of a file, made once and handed on.
record Envelope(Cost cost, byte[] salt, byte[] keyNonce, byte[] sealedKey, byte[] nonce, byte[] sealed) {
    static final int VERSION = 1;
    static final int MOST_BYTES = 4 << 20;
    static final int SALT_BYTES = 16;
    private static final byte[] MAGIC = "TOCSINVT".getBytes(US_ASCII);
    private static final short ARGON2ID_13 = 0x0113;
    private static final int KEY_AT = MAGIC.length + 2 + 2 + 3 * Integer.BYTES + SALT_BYTES + Sealed.NONCE_BYTES;
    private static final int SEALED_KEY_BYTES = Sealed.KEY_BYTES + Sealed.TAG_BYTES;
    private static final int CONTENT_AT = KEY_AT + SEALED_KEY_BYTES + Sealed.NONCE_BYTES + Integer.BYTES;
    private static final int SUM_BYTES = 32;

    static Envelope of(Cost cost, byte[] passphraseKey, byte[] salt, byte[] dataKey, byte[] plain) {
        byte[] keyNonce = Sealed.nonce();
        byte[] beside = beforeKey(cost, salt, keyNonce);
        return new Envelope(
                        cost,
                        salt,
                        keyNonce,
                        Sealed.seal(passphraseKey, keyNonce, beside, dataKey),
                        new byte[0],
                        new byte[0])
                .holding(dataKey, plain);
    }

    /// The same passphrase over other secrets.
    Envelope holding(byte[] dataKey, byte[] plain) {
        byte[] fresh = Sealed.nonce();
        byte[] beside = beforeContent(fresh, plain.length + Sealed.TAG_BYTES);
        return new Envelope(cost, salt, keyNonce, sealedKey, fresh, Sealed.seal(dataKey, fresh, beside, plain));
    }

    byte[] bytes() {
        byte[] before = beforeContent(nonce, sealed.length);
        var file = ByteBuffer.allocate(before.length + sealed.length + SUM_BYTES);
        file.put(before).put(sealed);
        return file.put(sum(file.array(), file.position())).array();
    }

    /// The key that the secrets lie under.
    byte[] dataKey(byte[] passphraseKey) throws VaultException {
        return Sealed.open(passphraseKey, keyNonce, beforeKey(cost, salt, keyNonce), sealedKey)
                .orElseThrow(VaultException::wrongPassphrase);
    }

    byte[] plain(byte[] dataKey, Path file) throws VaultException {
        return Sealed.open(dataKey, nonce, beforeContent(nonce, sealed.length), sealed)
                .orElseThrow(() -> VaultException.damaged(file, "its secrets were changed"));
    }

    /// Reads without working out any key: what is absurd is refused before it costs anything.
    static Envelope read(byte[] bytes, Path file, Cost least) throws VaultException {
        if (bytes.length == 0) {
            throw VaultException.damaged(file, "it is empty");
        }
        int known = Math.min(bytes.length, MAGIC.length);
        if (!Arrays.equals(bytes, 0, known, MAGIC, 0, known)) {
            throw VaultException.foreign(file);
        }
        var view = ByteBuffer.wrap(bytes);
        if (bytes.length >= MAGIC.length + Short.BYTES) {
            int newer = Short.toUnsignedInt(view.getShort(MAGIC.length));
            if (newer > VERSION && isWhole(bytes)) {
                throw VaultException.newer(file, newer);
            }
        }
        if (bytes.length < CONTENT_AT + Sealed.TAG_BYTES + SUM_BYTES) {
            throw VaultException.damaged(file, "it is cut short");
        }
        if (!isWhole(bytes)) {
            throw VaultException.damaged(file, "its sum does not hold");
        }
        view.position(MAGIC.length);
        int version = view.getShort();
        int derivation = view.getShort();
        var cost = new Cost(view.getInt(), view.getInt(), view.getInt());
        if (version != VERSION || derivation != ARGON2ID_13) {
            throw VaultException.damaged(file, "its first bytes make no sense");
        }
        if (!cost.within(least, Cost.MOST)) {
            throw VaultException.cost(file, cost);
        }
        byte[] salt = take(view, SALT_BYTES);
        byte[] keyNonce = take(view, Sealed.NONCE_BYTES);
        byte[] sealedKey = take(view, SEALED_KEY_BYTES);
        byte[] nonce = take(view, Sealed.NONCE_BYTES);
        if (view.getInt() != bytes.length - CONTENT_AT - SUM_BYTES) {
            throw VaultException.damaged(file, "its length is another");
        }
        return new Envelope(cost, salt, keyNonce, sealedKey, nonce, take(view, bytes.length - CONTENT_AT - SUM_BYTES));
    }

    private static boolean isWhole(byte[] bytes) {
        int end = bytes.length - SUM_BYTES;
        return end > 0 && Arrays.equals(bytes, end, bytes.length, sum(bytes, end), 0, SUM_BYTES);
    }

    private static byte[] beforeKey(Cost cost, byte[] salt, byte[] keyNonce) {
        return ByteBuffer.allocate(KEY_AT)
                .put(MAGIC)
                .putShort((short) VERSION)
                .putShort(ARGON2ID_13)
                .putInt(cost.memoryKib())
                .putInt(cost.passes())
                .putInt(cost.lanes())
                .put(salt)
                .put(keyNonce)
                .array();
    }

    private byte[] beforeContent(byte[] contentNonce, int length) {
        return ByteBuffer.allocate(CONTENT_AT)
                .put(beforeKey(cost, salt, keyNonce))
                .put(sealedKey)
                .put(contentNonce)
                .putInt(length)
                .array();
    }

    private static byte[] take(ByteBuffer view, int count) {
        byte[] taken = new byte[count];
        view.get(taken);
        return taken;
    }

    private static byte[] sum(byte[] bytes, int length) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(bytes, 0, length);
            return digest.digest();
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
