package tocsin.bench;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import tocsin.base.CommandId;
import tocsin.base.DeskId;
import tocsin.base.FactId;
import tocsin.base.Hlc;
import tocsin.base.PersonId;
import tocsin.domain.Recorded;
import tocsin.domain.prose.Manuscript;
import tocsin.domain.prose.Pen;
import tocsin.domain.prose.Prose;
import tocsin.domain.prose.ProseFact;

/// Replays 100,000 recorded text operations, and types into a text of a million characters. `ProseBench [rounds]`.
public final class ProseBench {
    private static final int OPERATIONS = 100_000;
    private static final DeskId DESK = new DeskId("abcdefghijkl2345");
    private static final PersonId ANA = new PersonId("Ana");

    private ProseBench() {}

    public static void main(String[] arguments) {
        int rounds = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 15;
        List<Recorded> typed = recorded(0);
        List<Recorded> jumping = recorded(5);
        var straight = new ArrayList<Double>();
        var mixed = new ArrayList<Double>();
        for (int i = 0; i < rounds; i++) {
            straight.add(replay(typed));
            mixed.add(replay(jumping));
        }
        System.out.printf(
                Locale.ROOT,
                "replay of %,d operations: one letter after the other %.0f ms, jumping and deleting %.0f ms%n",
                OPERATIONS,
                median(straight),
                median(mixed));
        typing();
    }

    private static double median(List<Double> all) {
        return all.stream().sorted().toList().get(all.size() / 2);
    }

    private static double replay(List<Recorded> facts) {
        long began = System.nanoTime();
        Manuscript manuscript = Manuscript.of(DESK, facts);
        int length = manuscript.section("summary").length();
        double millis = (System.nanoTime() - began) / 1e6;
        if (length == 0) {
            throw new IllegalStateException("nothing was replayed");
        }
        return millis;
    }

    private static void typing() {
        var prose = new Prose(DESK);
        var pen = new Pen(DESK, "summary", prose, ANA);
        pen.write(0, 0, "word after word, line after line\n".repeat(32_000));
        var random = new Random(5);
        long began = System.nanoTime();
        int at = 500_000;
        for (int i = 0; i < OPERATIONS; i++) {
            if (i % 50 == 0) {
                at = random.nextInt(prose.length());
            }
            pen.write(at, 0, "x");
            at++;
        }
        double micros = (System.nanoTime() - began) / 1e3 / OPERATIONS;
        System.out.printf(Locale.ROOT, "a letter typed into %,d characters: %.1f µs%n", prose.length(), micros);
    }

    /// Every letter a fact of its own; at each n-th the writer goes elsewhere or deletes.
    private static List<Recorded> recorded(int each) {
        var prose = new Prose(DESK);
        var pen = new Pen(DESK, "summary", prose, ANA);
        var random = new Random(1);
        var facts = new ArrayList<Recorded>();
        int at = 0;
        while (facts.size() < OPERATIONS) {
            if (each > 0 && random.nextInt(each) == 0 && prose.length() > 0) {
                at = random.nextInt(prose.length());
                if (random.nextInt(4) == 0) {
                    pen.write(at, 1, "");
                }
            }
            pen.write(at, 0, "x");
            at++;
            for (ProseFact fact : pen.send()) {
                int seq = facts.size() + 1;
                var recorded = new Recorded(
                        new FactId(DESK, seq),
                        new Hlc(seq, 0),
                        Instant.ofEpochSecond(seq),
                        Optional.empty(),
                        ANA,
                        new CommandId(1, seq),
                        fact);
                facts.add(recorded);
                pen.takes(recorded);
            }
        }
        return facts;
    }
}
