package tocsin.bench;

import java.util.ArrayList;
import java.util.List;
import tocsin.domain.Fact;
import tocsin.domain.Recorded;
import tocsin.journal.codec.Encoded;
import tocsin.journal.codec.FactCodec;

/// Facts encoded and decoded per second on one core.
final class CodecBench {
    private static final int FACTS = 200_000;

    private CodecBench() {}

    public static void main(String[] args) {
        var codec = new FactCodec();
        var entries = new ArrayList<Fact>();
        for (int i = 0; i < FACTS; i++) {
            entries.add(Incidents.entry(i));
        }
        List<Fact> mix = new Incidents().of(FACTS).stream().map(Recorded::fact).toList();
        measure(codec, "entryAdded", entries);
        measure(codec, "mix of all types", mix);
    }

    private static void measure(FactCodec codec, String name, List<Fact> facts) {
        List<Encoded> stored = facts.stream().map(codec::encode).toList();
        Median.print("decode " + name, stored.size(), () -> {
            long sum = 0;
            for (Encoded each : stored) {
                sum += codec.decode(each.type(), each.version(), each.payload()) == null ? 0 : 1;
            }
            return sum;
        });
        Median.print("encode " + name, facts.size(), () -> {
            long sum = 0;
            for (Fact each : facts) {
                sum += codec.encode(each).payload().length;
            }
            return sum;
        });
    }
}
