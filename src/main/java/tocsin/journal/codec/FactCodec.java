package tocsin.journal.codec;

import java.io.ByteArrayOutputStream;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import tocsin.base.CommandId;
import tocsin.base.IncidentId;
import tocsin.base.Limits;
import tocsin.base.PersonId;
import tocsin.domain.ErasedFact;
import tocsin.domain.Fact;
import tocsin.domain.Recorded;
import tocsin.journal.Draft;
import tocsin.journal.FactHeader;
import tocsin.journal.StoredFact;
import tocsin.journal.codec.Decoded.Malformed;
import tocsin.journal.codec.Decoded.Newer;
import tocsin.journal.codec.Decoded.Understood;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonGenerator;
import tools.jackson.core.JsonParser;

/// Facts to stored payloads and back. Reading is total: bytes of any kind give a value, in bounded time. Any thread may
/// use one codec.
public final class FactCodec {
    private static final int USUAL_BYTES = 256;

    private final FactTypes types = new FactTypes();

    /// The fact as the folds see it; one that is not understood keeps its place as an unknown fact.
    public Fact decode(String type, int version, byte[] payload) {
        return decodeStrictly(type, version, payload).fact();
    }

    /// The same, telling a fact from a newer Tocsin apart from a broken one, which the caller should show.
    public Decoded decodeStrictly(String type, int version, byte[] payload) {
        Optional<Form<? extends Fact>> form = types.form(type);
        if (form.isEmpty() || version > FactTypes.VERSION) {
            return new Newer(type, version);
        }
        if (version < 1) {
            return new Malformed(type, version, "no fact has version " + version);
        }
        try {
            return new Understood(read(form.get(), payload));
        } catch (MalformedJson malformed) {
            return new Malformed(type, version, malformed.reason());
        }
    }

    /// A text that cannot be written as UTF-8 is written with U+FFFD in the place of each half character.
    ///
    /// @throws IllegalArgumentException when the fact is not of a listed type or is larger than a payload may be
    public Encoded encode(Fact fact) {
        String type = types.nameOf(fact)
                .orElseThrow(() -> new IllegalArgumentException(
                        "not a fact this Tocsin writes: " + fact.getClass().getSimpleName()));
        byte[] payload = bytes(types.form(type).orElseThrow(), fact);
        if (payload.length > Limits.PAYLOAD_BYTES) {
            throw new IllegalArgumentException("a fact of type " + type + " has " + payload.length
                    + " bytes, the limit is " + Limits.PAYLOAD_BYTES);
        }
        return new Encoded(type, FactTypes.VERSION, payload);
    }

    /// A stored fact with its envelope, as the folds take it.
    public Recorded recorded(StoredFact stored) {
        return recorded(stored, fact(stored));
    }

    /// The same for whoever still holds the fact that was just stored, and need not read it again.
    public static Recorded recorded(StoredFact stored, Fact fact) {
        FactHeader header = stored.header();
        return new Recorded(
                header.id(),
                header.hlc(),
                header.recordedAt(),
                header.occurredAt(),
                header.actor(),
                header.command(),
                fact);
    }

    /// What the journal takes.
    ///
    /// @throws IllegalArgumentException as [#encode] does
    public Draft draft(
            Optional<IncidentId> incident, Fact fact, Optional<Instant> occurredAt, PersonId actor, CommandId command) {
        Encoded encoded = encode(fact);
        return new Draft(incident, encoded.type(), encoded.version(), encoded.payload(), occurredAt, actor, command);
    }

    /// Why this stored fact cannot be understood although its type and version are known; for a verification.
    public Optional<String> fault(StoredFact stored) {
        return stored.payload().flatMap(payload -> switch (decodeStrictly(stored, payload)) {
            case Malformed malformed -> Optional.of(malformed.reason());
            case Newer _, Understood _ -> Optional.empty();
        });
    }

    /// The names of all types on the list.
    public Set<String> types() {
        return types.names();
    }

    private Fact fact(StoredFact stored) {
        return stored.payload()
                .map(payload -> decodeStrictly(stored, payload).fact())
                .orElseGet(() ->
                        new ErasedFact(stored.header().type(), stored.header().version()));
    }

    private Decoded decodeStrictly(StoredFact stored, byte[] payload) {
        return decodeStrictly(stored.header().type(), stored.header().version(), payload);
    }

    private static Fact read(Form<? extends Fact> form, byte[] payload) throws MalformedJson {
        try (JsonParser in = Streams.reader(payload)) {
            in.nextToken();
            Fact fact = form.read(in);
            if (in.nextToken() != null) {
                throw new MalformedJson("something follows the end of the fact");
            }
            return fact;
        } catch (JacksonException trouble) {
            throw MalformedJson.of(trouble);
        } catch (RuntimeException fault) {
            // Should hostile bytes ever find a fault in the library, one fact must not keep a whole desk from opening.
            throw new MalformedJson("cannot be read: " + fault);
        }
    }

    @SuppressWarnings("unchecked") // A form is asked to write only facts of the class it was made from.
    private static byte[] bytes(Form<? extends Fact> form, Fact fact) {
        var bytes = new ByteArrayOutputStream(USUAL_BYTES);
        try (JsonGenerator out = Streams.writer(bytes)) {
            ((Form<Fact>) form).write(out, fact);
        }
        return bytes.toByteArray();
    }
}
