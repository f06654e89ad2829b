package tocsin.journal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tocsin.base.FactId;

/// A real process writes, tells what was acknowledged, and is killed in the middle of it. In a long run one life in
/// ten lasts more than a minute. `main` runs any number of kills by hand: folder, kills.
class KillTest {
    private static final int AT_ONCE = Integer.getInteger("tocsin.kills.atOnce", 2);
    private static final int VERIFY_EVERY = 10;
    private static final int LONG_LIFE_MILLIS = 61_000;

    /// A long life writes like a busy team, not like a bench.
    private static final int LONG_LIFE_PAUSE_MILLIS = 5;

    /// Shorter runs have only short lives.
    private static final int MANY_KILLS = 200;

    @TempDir
    private Path folder;

    @Test
    @Timeout(value = 12, unit = TimeUnit.HOURS) // the sizes scale, so the default limit does not fit
    void nothingAcknowledgedIsLostWhenTheProcessIsKilled() throws InterruptedException, ExecutionException {
        assertThat(kill(folder, 100 * Given.SCALE)).isPositive();
    }

    public static void main(String[] arguments) throws Exception {
        Path folder = Path.of(arguments[0]);
        int kills = Integer.parseInt(arguments[1]);
        System.out.println(kills + " kills, " + kill(folder, kills) + " facts acknowledged, none lost");
    }

    private static long kill(Path folder, int kills) throws InterruptedException, ExecutionException {
        try (var pool = Executors.newFixedThreadPool(AT_ONCE)) {
            var lives = new ArrayList<Future<Long>>();
            for (int one = 0; one < AT_ONCE; one++) {
                int number = one;
                lives.add(pool.submit(() ->
                        killAgainAndAgain(folder.resolve("j" + number), kills / AT_ONCE, kills >= MANY_KILLS, number)));
            }
            long acknowledged = 0;
            for (var life : lives) {
                acknowledged += life.get();
            }
            return acknowledged;
        }
    }

    private static long killAgainAndAgain(Path journal, int kills, boolean longLives, long seed) throws Exception {
        var random = new SplittableRandom(seed);
        long acknowledged = 0;
        for (int i = 1; i <= kills; i++) {
            boolean isLong = longLives && i % 10 == 0;
            List<String> told = isLong
                    ? oneLife(journal, LONG_LIFE_MILLIS, LONG_LIFE_PAUSE_MILLIS)
                    : oneLife(journal, random.nextInt(50, 300), 0);
            acknowledged += told.size();
            check(journal, told, i % VERIFY_EVERY == 0 || i == kills);
        }
        return acknowledged;
    }

    private static List<String> oneLife(Path journal, int millis, int pauseMillis)
            throws IOException, InterruptedException {
        Process child = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-Xshare:auto",
                        "-cp",
                        classPath(),
                        Child.class.getName(),
                        journal.toString(),
                        String.valueOf(pauseMillis))
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        var told = new ArrayList<String>();
        try (BufferedReader lines = child.inputReader(UTF_8)) {
            String first = lines.readLine();
            assertThat(first).as("the child's first word").isNotNull();
            var killer = Thread.ofPlatform().start(() -> {
                try {
                    child.waitFor(millis, TimeUnit.MILLISECONDS);
                } catch (InterruptedException early) {
                    Thread.currentThread().interrupt();
                }
                // Not Process.destroyForcibly: that would throw away what the child has told already.
                child.toHandle().destroyForcibly();
            });
            told.add(first);
            lines.lines().forEach(told::add);
            killer.join();
        }
        child.waitFor();
        return told.stream().filter(line -> line.endsWith(" .")).toList();
    }

    /// Of the classes themselves: a test launcher's own class path may be a single jar.
    private static String classPath() {
        return Stream.of(Child.class, Journal.class, NullMarked.class)
                .map(type -> Path.of(URI.create(type.getProtectionDomain()
                                .getCodeSource()
                                .getLocation()
                                .toString()))
                        .toString())
                .collect(Collectors.joining(File.pathSeparator));
    }

    private static void check(Path folder, List<String> told, boolean inFull) throws JournalException {
        try (var journal = Journal.open(new RealDisk(), folder, settings())) {
            assertThat(journal.opened().damages()).isEmpty();
            for (String line : told) {
                List<String> words = Arrays.asList(line.split(" ", -1));
                FactId id = FactId.parse(words.get(0)).orElseThrow();
                assertThat(journal.read(id).map(fact -> fact.hash().hex()))
                        .as(line)
                        .contains(words.get(1));
            }
        }
        if (inFull) {
            assertThat(Verify.run(new RealDisk(), folder, Heads.NONE).faults()).isEmpty();
        }
    }

    private static Settings settings() {
        return Settings.standard().withBallastBytes(0).withSegmentBytes(1 << 20);
    }

    /// The process that is killed.
    static final class Child {
        private Child() {}

        public static void main(String[] arguments) throws JournalException {
            Path folder = Path.of(arguments[0]);
            long pauseNanos = TimeUnit.MILLISECONDS.toNanos(Integer.parseInt(arguments[1]));
            var random = new SplittableRandom();
            var out = new PrintStream(System.out, true, UTF_8);
            try (var journal = Journal.open(new RealDisk(), folder, settings())) {
                // Nobody may be left writing when the test itself is killed.
                while (Files.exists(folder) && !out.checkError()) {
                    int facts = random.nextInt(4) == 0 ? random.nextInt(1, 20) : 1;
                    String text = "x".repeat(random.nextInt(1_000));
                    var written = journal.write(appender -> {
                                var all = new ArrayList<StoredFact>();
                                for (int i = 0; i < facts; i++) {
                                    all.add(appender.append(Given.note(text)));
                                }
                                return all;
                            })
                            .join();
                    for (StoredFact fact : written) {
                        out.print(fact.id() + " " + fact.hash().hex() + " .\n");
                    }
                    out.flush();
                    LockSupport.parkNanos(pauseNanos);
                }
            }
        }
    }
}
