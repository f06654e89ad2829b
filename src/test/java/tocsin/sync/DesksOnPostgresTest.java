package tocsin.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Desks as processes of their own share a real server while connections are cut, the server is killed and desks are
/// killed: afterwards every desk holds every fact. `main` runs it by hand: folder, facts.
class DesksOnPostgresTest {
    private static final int DESKS = 8;
    private static final int FACTS = Math.min(1_000_000, 100_000 * Integer.getInteger("tocsin.scale", 1));
    private static final Duration PATIENCE = Duration.ofHours(2);

    @TempDir
    private Path folder;

    @Test
    @Timeout(value = 3, unit = TimeUnit.HOURS) // the sizes scale, so the default limit does not fit
    void noFactIsMissedThoughConnectionsTheServerAndDesksAreKilled() throws Exception {
        try (var server = RealPostgres.another()) {
            assertThat(meet(server, folder, FACTS)).startsWith(String.valueOf(FACTS));
        }
    }

    public static void main(String[] arguments) throws Exception {
        try (var server = RealPostgres.start()) {
            long start = System.nanoTime();
            String what = meet(server, Path.of(arguments[0]), Integer.parseInt(arguments[1]));
            System.out.println(what + ", " + (System.nanoTime() - start) / 1_000_000 + " ms");
        }
    }

    private static String meet(RealPostgres server, Path folder, int facts) throws Exception {
        server.hub("fleet");
        List<String> roles = IntStream.range(0, DESKS).mapToObj(i -> "desk" + i).toList();
        for (String role : roles) {
            server.admit("fleet", role, "red");
        }
        try (var fleet = new Fleet(folder, server.address("fleet"), roles, facts / DESKS)) {
            String harm = harm(server, fleet);
            return fleet.check() + " facts on " + fleet + ", " + harm;
        }
    }

    private static String harm(RealPostgres server, Fleet fleet) throws Exception {
        var random = new SplittableRandom();
        var serverKills = new ArrayDeque<>(List.of(0.15, 0.35, 0.6, 0.85));
        var deskKills = new ArrayDeque<>(List.of(0.05, 0.1, 0.25, 0.4, 0.5, 0.7));
        int cuts = 0;
        int killed = 0;
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!fleet.isDone(Duration.ofMillis(random.nextInt(50, 500)))) {
            assertThat(System.nanoTime())
                    .as(() -> "stuck at " + fleet.progress())
                    .isLessThan(end);
            // The last ones would be cut off again and again: nobody else is left.
            if (fleet.progress() < 0.97) {
                cut(server);
                cuts++;
            }
            if (!serverKills.isEmpty() && fleet.progress() > serverKills.peek()) {
                serverKills.poll();
                server.kill();
                server.restart();
            }
            if (!deskKills.isEmpty() && fleet.progress() > deskKills.peek()) {
                deskKills.poll();
                killed += fleet.killAndRestart(random.nextInt(DESKS)) ? 1 : 0;
            }
        }
        assertThat(serverKills.size())
                .as("kills of the server that were left over")
                .isLessThan(2);
        assertThat(killed).isGreaterThan(2);
        return cuts + " connections cut, server killed " + (4 - serverKills.size()) + " times, desks " + killed;
    }

    private static void cut(RealPostgres server) throws SQLException {
        server.execute("postgres", """
                SELECT pg_terminate_backend(pid) FROM (
                    SELECT pid FROM pg_stat_activity WHERE datname = 'fleet' ORDER BY random() LIMIT 1) AS one""");
    }
}
