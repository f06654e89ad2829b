package tocsin.journal;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.Signature;
import java.security.spec.X509EncodedKeySpec;
import java.util.Arrays;
import tocsin.base.DeskId;
import tocsin.base.FactId;

/// A desk's Ed25519 signature over the hash of one of its facts, and through the chain over all before it. It carries
/// the public key; the desk id is cut from that key, so it needs no other proof of whose key it is.
public final class HeadSignature {
    static final byte MARKER = 2;
    static final int MIN_BODY = 1 + FactHeader.SEEN_BYTES + 2 + 2;
    static final int MAX_BODY = MIN_BODY + 1024;

    private final Head head;
    private final byte[] publicKey;
    private final byte[] signature;

    HeadSignature(Head head, byte[] publicKey, byte[] signature) {
        this.head = head;
        this.publicKey = publicKey;
        this.signature = signature;
    }

    /// Reads what [#encoded] wrote.
    public static HeadSignature decode(byte[] body) throws JournalException {
        try {
            var in = ByteBuffer.wrap(body);
            if (body.length < MIN_BODY || body.length > MAX_BODY || in.get() != MARKER) {
                throw new JournalException("a record of " + body.length + " bytes is not a signature");
            }
            byte[] desk = new byte[DeskId.LENGTH];
            in.get(desk);
            var id = new FactId(new DeskId(new String(desk, US_ASCII)), in.getLong());
            var head = new Head(id.desk(), id.seq(), Hash.read(in));
            byte[] publicKey = part(in);
            byte[] signature = part(in);
            if (in.hasRemaining()) {
                throw new JournalException("a signature has " + in.remaining() + " bytes too many");
            }
            return new HeadSignature(head, publicKey, signature);
        } catch (BufferUnderflowException | IllegalArgumentException malformed) {
            throw new JournalException("a signature is malformed: " + JournalException.oneLine(malformed), malformed);
        }
    }

    public byte[] encoded() {
        var out = ByteBuffer.allocate(MIN_BODY + publicKey.length + signature.length);
        out.put(MARKER).put(head.desk().value().getBytes(US_ASCII)).putLong(head.seq());
        head.hash().write(out);
        out.putShort((short) publicKey.length).put(publicKey);
        out.putShort((short) signature.length).put(signature);
        return out.array();
    }

    public Head head() {
        return head;
    }

    public byte[] publicKey() {
        return publicKey;
    }

    /// Whether the key belongs to the desk and the signature to the hash.
    public boolean isGenuine() {
        if (!DeskId.ofPublicKey(publicKey).equals(head.desk())) {
            return false;
        }
        try {
            var verifier = Signature.getInstance("Ed25519");
            verifier.initVerify(KeyFactory.getInstance("Ed25519").generatePublic(new X509EncodedKeySpec(publicKey)));
            verifier.update(head.hash().bytes());
            return verifier.verify(signature);
        } catch (GeneralSecurityException notASignature) {
            return false;
        }
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof HeadSignature that && Arrays.equals(encoded(), that.encoded());
    }

    @Override
    public int hashCode() {
        return head.hashCode();
    }

    @Override
    public String toString() {
        return "signature of " + head.id();
    }

    private static byte[] part(ByteBuffer in) {
        byte[] part = new byte[Math.min(Short.toUnsignedInt(in.getShort()), MAX_BODY)];
        in.get(part);
        return part;
    }
}
