package tocsin.domain.prose;

import static org.assertj.core.api.Assertions.assertThat;
import static tocsin.domain.prose.Writers.desk;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import tocsin.domain.Recorded;
import tocsin.domain.prose.Writers.Desk;

/// Three desks write, save, hear of each other late, twice and in any order, and take things back. In the end all hold
/// what the definition says, and each editor shows it.
class ProseSchedulesTest {
    private static final int SCHEDULES = Math.min(10, Integer.getInteger("tocsin.scale", 1)) * 100_000;
    private static final String[] WORDS = {"a", "b", "xy", "wörd", "😀", "\n", "12345"};

    @Test
    void everyScheduleEndsInWhatTheDefinitionSays() {
        for (int seed = 1; seed <= SCHEDULES; seed++) {
            run(seed);
        }
    }

    private static void run(int seed) {
        var random = new Random(seed);
        List<Desk> desks = List.of(desk('a'), desk('b'), desk('c'));
        int steps = 4 + random.nextInt(20);
        for (int i = 0; i < steps; i++) {
            Desk desk = desks.get(random.nextInt(3));
            switch (random.nextInt(10)) {
                case 0, 1, 2, 3 -> types(desk, random);
                case 4 -> deletes(desk, random);
                case 5 -> desk.saves();
                case 6 -> desk.takesBack();
                case 7 -> desk.doesAgain();
                default -> hears(desk, desks.get(random.nextInt(3)), random);
            }
        }
        var all = new ArrayList<Recorded>();
        for (Desk desk : desks) {
            check(seed, desk.screen.toString(), desk.text());
            desk.saves();
            all.addAll(desk.journal);
        }
        String right = Definition.text(all);
        for (Desk desk : desks) {
            Collections.shuffle(all, random);
            all.forEach(desk::hears);
            check(seed, right, desk.text());
            check(seed, right, desk.screen.toString());
        }
    }

    private static void check(int seed, String expected, String found) {
        if (!expected.equals(found)) {
            assertThat(found).as("seed %s", seed).isEqualTo(expected);
        }
    }

    private static void types(Desk desk, Random random) {
        int at = place(desk, random);
        desk.types(at, WORDS[random.nextInt(WORDS.length)]);
    }

    private static void deletes(Desk desk, Random random) {
        int from = place(desk, random);
        int to = place(desk, random);
        if (from < to) {
            desk.writes(from, to - from, random.nextBoolean() ? "" : "new");
        }
    }

    /// An editor never stands within a pair.
    private static int place(Desk desk, Random random) {
        int at = random.nextInt(desk.screen.length() + 1);
        boolean within = at > 0 && at < desk.screen.length() && Character.isLowSurrogate(desk.screen.charAt(at));
        return within ? at - 1 : at;
    }

    private static void hears(Desk desk, Desk other, Random random) {
        var some = new ArrayList<>(other.journal);
        Collections.shuffle(some, random);
        some.subList(0, random.nextInt(some.size() + 1)).forEach(desk::hears);
    }
}
