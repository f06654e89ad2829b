package tocsin.journal;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tocsin.base.CommandId;
import tocsin.base.DeskId;
import tocsin.base.FactId;
import tocsin.base.Hlc;
import tocsin.base.IncidentId;
import tocsin.base.PersonId;

/// What is hashed and signed about a fact. Its bytes have a fixed order, so that opening a large journal can pick out
/// the few fields it needs without reading the rest.
///
/// @param previousInIncident this desk's previous fact of the same incident, 0 when there is none
/// @param previous the hash of this desk's previous fact
/// @param seen heads of other desks that changed since this desk's previous fact
/// @param payloadHash over salt and payload, so that a payload can be erased while the chain still holds
public record FactHeader(
        FactId id,
        Hlc hlc,
        Instant recordedAt,
        Optional<Instant> occurredAt,
        PersonId actor,
        CommandId command,
        Optional<IncidentId> incident,
        String type,
        int version,
        long previousInIncident,
        Hash previous,
        List<Head> seen,
        Hash payloadHash) {

    public static final int TYPE_CHARS = 100;

    /// More heads than this wait for the next fact.
    public static final int MAX_SEEN = 1_000;

    static final byte FORMAT = 1;
    static final int SEQ_AT = 1 + DeskId.LENGTH;
    static final int HLC_AT = SEQ_AT + Long.BYTES;
    static final int PREVIOUS_IN_INCIDENT_AT = HLC_AT + 12 + 12 + 16;
    static final int PREVIOUS_AT = PREVIOUS_IN_INCIDENT_AT + Long.BYTES;
    static final int INCIDENT_AT = PREVIOUS_AT + 2 * Hash.BYTES + Integer.BYTES + 1 + 12;
    static final int SEEN_BYTES = DeskId.LENGTH + Long.BYTES + Hash.BYTES;
    static final int MIN_BYTES = INCIDENT_AT + 1 + 2 + 1 + 2 + 1 + 2;
    static final int MAX_BYTES = MIN_BYTES + 32 + 4 * PersonId.MAX_LENGTH + 4 * TYPE_CHARS + MAX_SEEN * SEEN_BYTES;

    public FactHeader {
        seen = List.copyOf(seen);
    }

    byte[] encode() {
        byte[] incidentBytes = incident.map(IncidentId::value).orElse("").getBytes(US_ASCII);
        byte[] actorBytes = actor.name().getBytes(UTF_8);
        byte[] typeBytes = type.getBytes(UTF_8);
        int names = incidentBytes.length + actorBytes.length + typeBytes.length;
        var out = ByteBuffer.allocate(INCIDENT_AT + 1 + 2 + 2 + 2 + names + seen.size() * SEEN_BYTES);
        out.put(FORMAT).put(id.desk().value().getBytes(US_ASCII)).putLong(id.seq());
        out.putLong(hlc.millis()).putInt(hlc.counter());
        putInstant(out, recordedAt);
        out.putLong(command.high()).putLong(command.low()).putLong(previousInIncident);
        previous.write(out);
        payloadHash.write(out);
        out.putInt(version).put((byte) (occurredAt.isPresent() ? 1 : 0));
        putInstant(out, occurredAt.orElse(Instant.EPOCH));
        out.put((byte) incidentBytes.length).put(incidentBytes);
        out.putShort((short) actorBytes.length).put(actorBytes);
        out.putShort((short) typeBytes.length).put(typeBytes);
        out.putShort((short) seen.size());
        for (Head head : seen) {
            out.put(head.desk().value().getBytes(US_ASCII)).putLong(head.seq());
            head.hash().write(out);
        }
        return out.array();
    }

    static FactHeader decode(byte[] bytes) throws JournalException {
        try {
            var in = ByteBuffer.wrap(bytes);
            FactHeader header = decode(in);
            if (in.hasRemaining()) {
                throw new JournalException("a fact's header has " + in.remaining() + " bytes too many");
            }
            return header;
        } catch (BufferUnderflowException | IllegalArgumentException | DateTimeException malformed) {
            throw new JournalException(
                    "a fact's header is malformed: " + JournalException.oneLine(malformed), malformed);
        }
    }

    private static FactHeader decode(ByteBuffer in) throws JournalException {
        byte format = in.get();
        if (format != FORMAT) {
            throw new JournalException("a fact's header has format " + format + ", this Tocsin reads " + FORMAT);
        }
        var id = new FactId(desk(in), in.getLong());
        if (id.seq() == Long.MAX_VALUE) {
            throw new JournalException("a fact's header has an impossible sequence");
        }
        var hlc = new Hlc(in.getLong(), in.getInt());
        Instant recordedAt = instant(in);
        var command = new CommandId(in.getLong(), in.getLong());
        long previousInIncident = in.getLong();
        Hash previous = Hash.read(in);
        Hash payloadHash = Hash.read(in);
        int version = in.getInt();
        byte occurred = in.get();
        Instant occurredAt = instant(in);
        String incident = text(in, in.get(), US_ASCII);
        var actor = new PersonId(text(in, in.getShort(), UTF_8));
        String type = text(in, in.getShort(), UTF_8);
        return new FactHeader(
                id,
                hlc,
                recordedAt,
                occurred == 1 ? Optional.of(occurredAt) : Optional.empty(),
                actor,
                command,
                incident.isEmpty() ? Optional.empty() : Optional.of(new IncidentId(incident)),
                type,
                version,
                previousInIncident,
                previous,
                seen(in),
                payloadHash);
    }

    private static List<Head> seen(ByteBuffer in) throws JournalException {
        int count = in.getShort();
        if (count == 0) {
            return List.of();
        }
        if (count < 0 || count > MAX_SEEN || count * SEEN_BYTES > in.remaining()) {
            throw new JournalException("a fact's header claims " + count + " seen heads");
        }
        var seen = new ArrayList<Head>(count);
        for (int i = 0; i < count; i++) {
            var id = new FactId(desk(in), in.getLong());
            seen.add(new Head(id.desk(), id.seq(), Hash.read(in)));
        }
        return seen;
    }

    private static DeskId desk(ByteBuffer in) {
        byte[] bytes = new byte[DeskId.LENGTH];
        in.get(bytes);
        return new DeskId(new String(bytes, US_ASCII));
    }

    private static String text(ByteBuffer in, int length, java.nio.charset.Charset charset) throws JournalException {
        if (length < 0 || length > in.remaining()) {
            throw new JournalException("a fact's header has a text of impossible length " + length);
        }
        byte[] bytes = new byte[length];
        in.get(bytes);
        return new String(bytes, charset);
    }

    private static void putInstant(ByteBuffer out, Instant instant) {
        out.putLong(instant.getEpochSecond()).putInt(instant.getNano());
    }

    private static Instant instant(ByteBuffer in) throws JournalException {
        long second = in.getLong();
        int nano = in.getInt();
        if (second < Instant.MIN.getEpochSecond()
                || second > Instant.MAX.getEpochSecond()
                || nano < 0
                || nano > 999_999_999) {
            throw new JournalException("a fact's header has an impossible time");
        }
        return Instant.ofEpochSecond(second, nano);
    }
}
