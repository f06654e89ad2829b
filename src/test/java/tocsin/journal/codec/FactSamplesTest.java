package tocsin.journal.codec;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tocsin.base.CommandId;
import tocsin.base.FactId;
import tocsin.base.Hlc;
import tocsin.domain.Fact;
import tocsin.domain.Recorded;
import tocsin.domain.UnknownFact;
import tocsin.domain.incident.History;
import tocsin.domain.incident.IncidentFold;

/// The sample files are what journals in the field hold. They are never changed: a new form of a fact gets a new
/// version and a new file.
class FactSamplesTest {
    private final FactCodec codec = new FactCodec();

    static Set<String> types() {
        return new FactCodec().types();
    }

    @ParameterizedTest
    @MethodSource("types")
    void everyTypeHasASampleThatReadsAsExpected(String type) throws IOException {
        Fact expected = Samples.ofEveryType().get(type);
        assertThat(expected).as("an expected fact in Samples for " + type).isNotNull();
        assertThat(codec.decode(type, 1, sample(type))).isEqualTo(expected).isNotInstanceOf(UnknownFact.class);
    }

    @ParameterizedTest
    @MethodSource("types")
    void everySampleIsWrittenAgainByteForByte(String type) throws IOException {
        Encoded again = codec.encode(codec.decode(type, 1, sample(type)));
        assertThat(again.type()).isEqualTo(type);
        assertThat(new String(again.payload(), UTF_8)).isEqualTo(new String(sample(type), UTF_8));
    }

    @Test
    void everySampleFoldsInAnyOrder() throws IOException {
        var facts = new ArrayList<Recorded>();
        for (String type : types()) {
            facts.add(recorded(facts.size() + 1, codec.decode(type, 1, sample(type))));
        }
        for (long seed = 0; seed < 50; seed++) {
            Collections.shuffle(facts, new Random(seed));
            assertFolds(seed, facts);
        }
    }

    private static void assertFolds(long seed, List<Recorded> facts) {
        assertThatCode(() -> {
                    var fold = new IncidentFold(Samples.INCIDENT);
                    for (int i = 0; i < facts.size(); i++) {
                        fold.apply(recorded(i + 1, facts.get(i).fact()));
                    }
                    fold.incident();
                    History.of(Samples.INCIDENT, facts).now();
                })
                .as("seed " + seed)
                .doesNotThrowAnyException();
    }

    private static Recorded recorded(int place, Fact fact) {
        return new Recorded(
                new FactId(Samples.DESK, place),
                new Hlc(Samples.NOON.toEpochMilli() + place, 0),
                Samples.NOON.plus(Duration.ofSeconds(place)),
                Optional.empty(),
                Samples.ANA,
                new CommandId(1, place),
                fact);
    }

    private static byte[] sample(String type) throws IOException {
        String name = "/facts/" + type + ".v1.json";
        try (var in = FactSamplesTest.class.getResourceAsStream(name)) {
            assertThat(in).as("the sample src/test/resources" + name).isNotNull();
            return in.readAllBytes();
        }
    }
}
