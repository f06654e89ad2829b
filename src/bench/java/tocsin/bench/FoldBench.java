package tocsin.bench;

import java.util.ArrayList;
import java.util.List;
import tocsin.domain.Recorded;
import tocsin.domain.incident.History;
import tocsin.domain.incident.IncidentFold;
import tocsin.journal.codec.Encoded;
import tocsin.journal.codec.FactCodec;

/// Facts folded per second on one core: 2,000 incidents of 500 facts each, as at the start of a busy desk.
final class FoldBench {
    private static final int INCIDENTS = 2_000;
    private static final int FACTS = 500;
    private static final int LONG_FACTS = 100_000;

    private FoldBench() {}

    public static void main(String[] args) {
        var incidents = new Incidents();
        List<List<Recorded>> all = new ArrayList<>();
        for (int i = 0; i < INCIDENTS; i++) {
            all.add(incidents.of(FACTS));
        }
        Median.print("fold", (long) INCIDENTS * FACTS, () -> fold(all));
        Median.print("fold through History", (long) INCIDENTS * FACTS, () -> histories(all));
        Median.print("fold, picture after each fact", (long) INCIDENTS * FACTS, () -> pictures(all));
        Median.print("fold one incident of 100,000", LONG_FACTS, longOne(incidents.of(LONG_FACTS)));
        decoded(all);
    }

    private static long fold(List<List<Recorded>> all) {
        long sum = 0;
        for (int i = 0; i < all.size(); i++) {
            var fold = new IncidentFold(Incidents.id(i));
            all.get(i).forEach(fold::apply);
            sum += fold.incident().facts();
        }
        return sum;
    }

    private static long histories(List<List<Recorded>> all) {
        long sum = 0;
        for (int i = 0; i < all.size(); i++) {
            sum += History.of(Incidents.id(i), all.get(i)).now().facts();
        }
        return sum;
    }

    private static long pictures(List<List<Recorded>> all) {
        long sum = 0;
        for (int i = 0; i < all.size(); i++) {
            var fold = new IncidentFold(Incidents.id(i));
            for (Recorded each : all.get(i)) {
                fold.apply(each);
                sum += fold.incident().facts();
            }
        }
        return sum;
    }

    private static Median.Work longOne(List<Recorded> facts) {
        return () -> fold(List.of(facts));
    }

    private static void decoded(List<List<Recorded>> all) {
        var codec = new FactCodec();
        List<List<Encoded>> stored = all.stream()
                .map(facts ->
                        facts.stream().map(each -> codec.encode(each.fact())).toList())
                .toList();
        Median.print("decode and fold", (long) INCIDENTS * FACTS, () -> {
            long sum = 0;
            for (int i = 0; i < all.size(); i++) {
                sum += decodeAndFold(codec, all.get(i), stored.get(i), i);
            }
            return sum;
        });
    }

    private static long decodeAndFold(FactCodec codec, List<Recorded> envelopes, List<Encoded> stored, int incident) {
        var fold = new IncidentFold(Incidents.id(incident));
        for (int i = 0; i < stored.size(); i++) {
            Encoded payload = stored.get(i);
            Recorded old = envelopes.get(i);
            fold.apply(new Recorded(
                    old.id(),
                    old.hlc(),
                    old.recordedAt(),
                    old.occurredAt(),
                    old.actor(),
                    old.command(),
                    codec.decode(payload.type(), payload.version(), payload.payload())));
        }
        return fold.incident().facts();
    }
}
