package tocsin.journal;

import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tocsin.base.FactId;
import tocsin.base.Limits;

/// One fact exactly as it lies on disk. The header bytes are kept as they are, because they and not a second writing
/// of them are what was hashed and signed. Immutable; do not change the arrays it hands out.
public final class StoredFact {
    static final int SALT_BYTES = 16;
    static final byte PRESENT = 1;
    static final byte ERASED = 0;

    /// Marker byte, header length.
    static final int HEADER_AT = 1 + Integer.BYTES;

    static final int MIN_BODY = HEADER_AT + FactHeader.MIN_BYTES + 1 + SALT_BYTES;
    static final int MAX_BODY = HEADER_AT + FactHeader.MAX_BYTES + 1 + SALT_BYTES + Limits.PAYLOAD_BYTES;

    /// How a fact came into this journal: next in its desk's chain, or out of that order. Not part of the hash.
    public enum Arrival {
        CHAINED((byte) 1),
        LATE((byte) 3);

        final byte marker;

        Arrival(byte marker) {
            this.marker = marker;
        }
    }

    private final Arrival arrival;
    private final FactHeader header;
    private final byte[] headerBytes;
    private final boolean erased;
    private final byte[] salt;
    private final byte[] payload;
    private @Nullable Hash hash;

    private StoredFact(
            Arrival arrival, FactHeader header, byte[] headerBytes, boolean erased, byte[] salt, byte[] payload) {
        this.arrival = arrival;
        this.header = header;
        this.headerBytes = headerBytes;
        this.erased = erased;
        this.salt = salt;
        this.payload = payload;
    }

    /// A new fact; the header must already carry the hash of this salt and payload.
    static StoredFact of(FactHeader header, byte[] salt, byte[] payload) {
        return new StoredFact(Arrival.CHAINED, header, header.encode(), false, salt, payload);
    }

    /// Reads what [#encoded] wrote.
    public static StoredFact decode(byte[] body) throws JournalException {
        if (body.length < MIN_BODY || body.length > MAX_BODY) {
            throw new JournalException("a fact cannot have " + body.length + " bytes");
        }
        var in = ByteBuffer.wrap(body);
        byte marker = in.get();
        if (!isMarker(marker)) {
            throw new JournalException("a record with marker " + marker + " is not a fact");
        }
        int headerLength = in.getInt();
        if (headerLength < FactHeader.MIN_BYTES || headerLength > in.remaining() - 1 - SALT_BYTES) {
            throw new JournalException("a fact's header cannot have " + headerLength + " bytes");
        }
        byte[] headerBytes = new byte[headerLength];
        in.get(headerBytes);
        byte state = in.get();
        if (state != PRESENT && state != ERASED) {
            throw new JournalException("a fact's payload has the unknown state " + state);
        }
        byte[] salt = new byte[SALT_BYTES];
        in.get(salt);
        byte[] payload = new byte[in.remaining()];
        in.get(payload);
        if (payload.length > Limits.PAYLOAD_BYTES) {
            throw new JournalException("a fact's payload cannot have " + payload.length + " bytes");
        }
        var arrival = marker == Arrival.LATE.marker ? Arrival.LATE : Arrival.CHAINED;
        return new StoredFact(arrival, FactHeader.decode(headerBytes), headerBytes, state == ERASED, salt, payload);
    }

    /// The bytes that case files receive.
    public byte[] encoded() {
        return encoded(arrival);
    }

    /// The bytes that hubs receive: the same whatever way the fact came here.
    public byte[] travelling() {
        return encoded(Arrival.CHAINED);
    }

    private byte[] encoded(Arrival how) {
        var out = ByteBuffer.allocate(bodyLength());
        out.put(how.marker).putInt(headerBytes.length).put(headerBytes);
        out.put(erased ? ERASED : PRESENT).put(salt).put(payload);
        return out.array();
    }

    public FactHeader header() {
        return header;
    }

    public FactId id() {
        return header.id();
    }

    public byte[] headerBytes() {
        return headerBytes;
    }

    /// What the next fact of this desk and every signature name.
    public Hash hash() {
        Hash known = hash;
        if (known == null) {
            known = Hash.sha256(headerBytes);
            hash = known;
        }
        return known;
    }

    /// Empty when the payload was erased.
    public Optional<byte[]> payload() {
        return erased ? Optional.empty() : Optional.of(payload);
    }

    public byte[] salt() {
        return salt;
    }

    public Arrival arrival() {
        return arrival;
    }

    public boolean isErased() {
        return erased;
    }

    /// Whether the payload is the one that the header promises; an erased payload cannot be checked and must be blank.
    public boolean isPayloadIntact() {
        return erased
                ? isBlank(salt) && isBlank(payload)
                : payloadHash(salt, payload).equals(header.payloadHash());
    }

    public Head head() {
        return new Head(header.id().desk(), header.id().seq(), hash());
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof StoredFact fact
                && erased == fact.erased
                && Arrays.equals(headerBytes, fact.headerBytes)
                && Arrays.equals(salt, fact.salt)
                && Arrays.equals(payload, fact.payload);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(headerBytes);
    }

    @Override
    public String toString() {
        return header.id() + " " + header.type();
    }

    static boolean isMarker(byte marker) {
        return marker == Arrival.CHAINED.marker || marker == Arrival.LATE.marker;
    }

    static Hash payloadHash(byte[] salt, byte[] payload) {
        return Hash.sha256(salt, payload);
    }

    StoredFact arrived(Arrival how) {
        return how == arrival ? this : new StoredFact(how, header, headerBytes, erased, salt, payload);
    }

    StoredFact erasedCopy() {
        return new StoredFact(arrival, header, headerBytes, true, new byte[SALT_BYTES], new byte[payload.length]);
    }

    int bodyLength() {
        return HEADER_AT + headerBytes.length + 1 + SALT_BYTES + payload.length;
    }

    private static boolean isBlank(byte[] bytes) {
        for (byte each : bytes) {
            if (each != 0) {
                return false;
            }
        }
        return true;
    }
}
