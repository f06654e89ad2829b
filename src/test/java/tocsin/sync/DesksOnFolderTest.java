package tocsin.sync;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Collections;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/// Desks as processes of their own share a folder while one of them is killed in the middle of its writing, again and
/// again: afterwards every desk holds every fact.
class DesksOnFolderTest {
    private static final int DESKS = 4;
    private static final int FACTS = 20_000 * Math.min(20, Integer.getInteger("tocsin.scale", 1));

    @TempDir
    private Path folder;

    @Test
    @Timeout(value = 1, unit = TimeUnit.HOURS) // the sizes scale, so the default limit does not fit
    void noFactIsMissedThoughADeskIsKilledWhileItWrites() throws Exception {
        Path hub = Files.createDirectory(folder.resolve("hub"));
        HubSetup.run(hub.toString(), "", () -> new char[0]);
        var random = new SplittableRandom();
        int killed = 0;
        try (var fleet = new Fleet(folder, hub.toString(), Collections.nCopies(DESKS, ""), FACTS / DESKS)) {
            double next = 0.02;
            while (!fleet.isDone(Duration.ofMillis(random.nextInt(1, 100)))) {
                if (fleet.progress() > next && fleet.killAndRestart(0)) {
                    killed++;
                    next = fleet.progress() + 0.2;
                }
            }
            assertThat(fleet.check()).isEqualTo(FACTS);
        }
        assertThat(killed).isPositive();
    }
}
