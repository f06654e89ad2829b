package tocsin.journal.codec;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import tocsin.domain.Fact;
import tocsin.domain.UnknownFact;

/// Bytes of any kind give a value. What is understood can be written, and reads back equal.
class FactFuzzTest {
    private static final int SCALE = Integer.getInteger("tocsin.scale", 1);
    private static final List<String> TRICKS = List.of(
            "\"@class\":\"java.lang.ProcessBuilder\",",
            "\"@type\":\"com.sun.rowset.JdbcRowSetImpl\",\"dataSourceName\":\"ldap://127.0.0.1/a\",",
            "\"@c\":\".EntryAdded\",",
            "[\"javax.swing.JEditorPane\",{}]",
            "\"\\ud800\"",
            "\"\\udfff\\ud800\"",
            "1e999999999",
            "-0.0e-999999999",
            "9".repeat(400),
            "NaN",
            "-Infinity",
            "null",
            "{\"a\":1,\"a\":1}",
            "[".repeat(100_000),
            "{\"a\":".repeat(10_000),
            "\u0000",
            "\ufeff",
            "\"" + "\\u0041".repeat(20_000) + "\"",
            "}",
            ",",
            "\\");

    private final FactCodec codec = new FactCodec();
    private final List<Encoded> samples =
            Samples.others().stream().map(codec::encode).toList();
    private final List<String> types = codec.types().stream().sorted().toList();

    @Test
    void mutatedSamplesAlwaysGiveAValue() {
        for (long seed = 0; seed < 100_000L * SCALE; seed++) {
            var random = new Random(seed);
            Encoded sample = samples.get(random.nextInt(samples.size()));
            check(seed, sample.type(), mutated(sample.payload(), random));
        }
    }

    @Test
    void randomBytesAlwaysGiveAValue() {
        for (long seed = 0; seed < 100_000L * SCALE; seed++) {
            var random = new Random(seed);
            byte[] bytes = new byte[random.nextInt(200)];
            random.nextBytes(bytes);
            check(seed, types.get(random.nextInt(types.size())), bytes);
        }
    }

    @Test
    void everyTrickInEveryPlaceOfEverySampleGivesAValue() {
        for (Encoded sample : samples) {
            String json = new String(sample.payload(), UTF_8);
            for (int trick = 0; trick < TRICKS.size(); trick++) {
                for (int at = 0; at <= json.length(); at += 1 + json.length() / 20) {
                    String tricked = json.substring(0, at) + TRICKS.get(trick) + json.substring(at);
                    check(trick, sample.type(), tricked.getBytes(UTF_8));
                }
            }
        }
    }

    private void check(long seed, String type, byte[] payload) {
        Fact fact;
        try {
            fact = codec.decode(type, 1, payload);
        } catch (RuntimeException | StackOverflowError broken) {
            throw new AssertionError("seed " + seed + " of " + type, broken);
        }
        if (!(fact instanceof UnknownFact)) {
            Encoded again = codec.encode(fact);
            assertThat(codec.decode(again.type(), again.version(), again.payload()))
                    .as("seed %s of %s", seed, type)
                    .isEqualTo(fact);
        }
    }

    private static byte[] mutated(byte[] sample, Random random) {
        byte[] bytes = sample.clone();
        for (int i = random.nextInt(4); i >= 0; i--) {
            bytes = once(bytes, random);
        }
        return bytes;
    }

    private static byte[] once(byte[] bytes, Random random) {
        if (bytes.length == 0) {
            return bytes;
        }
        int at = random.nextInt(bytes.length);
        return switch (random.nextInt(5)) {
            case 0 -> spliced(bytes, at, at, new byte[] {(byte) random.nextInt()});
            case 1 -> spliced(bytes, at, at + 1, new byte[] {(byte) random.nextInt()});
            case 2 -> spliced(bytes, at, Math.min(bytes.length, at + random.nextInt(20)), new byte[0]);
            case 3 -> spliced(bytes, at, at, java.util.Arrays.copyOfRange(bytes, random.nextInt(at + 1), at));
            default -> spliced(bytes, at, at, TRICKS.get(random.nextInt(11)).getBytes(UTF_8));
        };
    }

    private static byte[] spliced(byte[] bytes, int from, int to, byte[] middle) {
        byte[] all = new byte[bytes.length - (to - from) + middle.length];
        System.arraycopy(bytes, 0, all, 0, from);
        System.arraycopy(middle, 0, all, from, middle.length);
        System.arraycopy(bytes, to, all, from + middle.length, bytes.length - to);
        return all;
    }
}
