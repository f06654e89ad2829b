package tocsin.app.demo;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import tocsin.app.Answer;
import tocsin.app.Console;
import tocsin.app.Progress;

/// All acts of the month in the order of their times, whatever order the tales were told in.
final class Script {
    /// So many acts are under way before the oldest are looked at.
    private static final int BATCH = 256;

    private final Instant end;
    private final List<Beat> beats = new ArrayList<>();

    /// Something somebody does. `words` tell which, should the rules refuse it.
    @FunctionalInterface
    interface Act {
        CompletableFuture<Answer> on(Console console);
    }

    private record Beat(Instant at, int place, Ref ref, Act act) {}

    Script(Instant end) {
        this.end = end;
    }

    Instant end() {
        return end;
    }

    Ref add(Instant at, String words, Act act) {
        if (at.isAfter(end)) {
            throw new IllegalStateException("it has not come to this yet, at " + at + ": " + words);
        }
        var ref = new Ref(at + " " + words);
        beats.add(new Beat(at, beats.size(), ref, act));
        return ref;
    }

    Instant begin() {
        return beats.stream().map(Beat::at).min(Comparator.naturalOrder()).orElse(end);
    }

    /// The clock moves on the journal's thread between two acts, so nothing has to be waited for in between.
    void play(Console console, Clockhand clock, Progress progress) {
        var order = new ArrayList<>(beats);
        order.sort(Comparator.comparing(Beat::at).thenComparingInt(Beat::place));
        var unseen = new ArrayList<Ref>();
        int done = 0;
        for (Beat beat : order) {
            var moved = console.adopt(out -> {
                clock.moveTo(beat.at());
                return out.now();
            });
            beat.ref().answeredBy(beat.act().on(console));
            unseen.add(beat.ref());
            done++;
            if (unseen.size() >= BATCH || done == order.size()) {
                moved.join();
                unseen.forEach(Ref::done);
                unseen.clear();
                progress.at(done, order.size());
            }
        }
    }
}
