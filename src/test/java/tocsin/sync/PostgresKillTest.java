package tocsin.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The server is killed with SIGKILL while desks push, and started again: what was acknowledged is there.
class PostgresKillTest {
    private static final int KILLS = 3 * Integer.getInteger("tocsin.scale", 1);
    private static final int DESKS = 3;

    @TempDir
    private Path folder;

    @Test
    void noAcknowledgedFactIsLost() throws Exception {
        try (var server = RealPostgres.another()) {
            server.hub("kills");
            var over = new AtomicBoolean();
            var acknowledged = new AtomicLong();
            var work = new ArrayList<Callable<Boolean>>();
            var authors = new ArrayList<Author>();
            for (int i = 0; i < DESKS; i++) {
                var author = new Author(folder.resolve("desk" + i));
                authors.add(author);
                work.add(() -> pushUntil(over, server, author, acknowledged));
            }
            work.add(() -> {
                var random = new SplittableRandom(3);
                for (int i = 0; i < KILLS; i++) {
                    long until = acknowledged.get() + random.nextInt(200, 2_000);
                    Awaitility.await().atMost(60, TimeUnit.SECONDS).until(() -> acknowledged.get() > until);
                    server.kill();
                    server.restart();
                }
                over.set(true);
                return true;
            });
            HubContract.atOnce(work);
            try (Hub reader = server.join("kills", "ben")) {
                for (Author author : authors) {
                    assertThat(all(reader, author)).isEqualTo(author.all());
                    author.close();
                }
            }
        }
    }

    private static boolean pushUntil(AtomicBoolean over, RealPostgres server, Author author, AtomicLong acknowledged)
            throws Exception {
        try (Hub hub = server.join("kills", "ana")) {
            while (!over.get()) {
                List<Parcel> batch = author.writes(20);
                Awaitility.await()
                        .pollInSameThread()
                        .atMost(60, TimeUnit.SECONDS)
                        .until(() -> isTaken(hub, batch));
                acknowledged.addAndGet(20);
            }
        }
        return true;
    }

    private static boolean isTaken(Hub hub, List<Parcel> batch) {
        try {
            assertThat(hub.push(batch)).isEqualTo(HubContract.TAKEN);
            return true;
        } catch (HubTrouble trouble) {
            assertThat(trouble.kind()).as(trouble.words()).isEqualTo(HubTrouble.Kind.AWAY);
            return false;
        }
    }

    private static List<Parcel> all(Hub reader, Author author) throws HubTrouble {
        var all = new ArrayList<Parcel>();
        List<Parcel> some = reader.pull(author.desk(), 0, Hub.BATCH);
        while (!some.isEmpty()) {
            all.addAll(some);
            some = reader.pull(author.desk(), all.size(), Hub.BATCH);
        }
        return all;
    }
}
