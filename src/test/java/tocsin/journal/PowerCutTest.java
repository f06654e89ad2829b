package tocsin.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static tocsin.journal.Given.FOLDER;
import static tocsin.journal.Given.note;
import static tocsin.journal.Given.settings;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import tocsin.base.FactId;

/// The power goes at any moment of a journal's life; what was forced is kept, of the rest chance decides.
class PowerCutTest {
    private static final int IMAGES = 10_000 * Given.SCALE;
    private static final int IMAGES_A_LIFE = 25;

    private record Image(MemoryDisk disk, Map<FactId, Hash> acknowledged, long seed) {}

    @Test
    @Timeout(value = 12, unit = TimeUnit.HOURS) // the sizes scale, so the default limit does not fit
    void nothingAcknowledgedIsLostAndEveryImageOpens() throws JournalException {
        int images = 0;
        for (long seed = 1; images < IMAGES; seed++) {
            for (Image image : imagesOfOneLife(seed)) {
                images++;
                check(image, images);
            }
        }
    }

    /// One short life with pictures taken right before some of the disk's operations.
    private static List<Image> imagesOfOneLife(long seed) throws JournalException {
        var random = new SplittableRandom(seed);
        var disk = new MemoryDisk();
        var acknowledged = new ConcurrentHashMap<FactId, Hash>();
        var images = new ArrayList<Image>();
        var operations = new AtomicInteger();
        var chance = new SplittableRandom(seed + 1);
        disk.hook((_, _) -> {
            operations.incrementAndGet();
            for (int i = chance.nextInt(3); i > 0 && images.size() < IMAGES_A_LIFE; i--) {
                images.add(new Image(disk.afterPowerCut(chance), Map.copyOf(acknowledged), seed));
            }
        });
        var settings = settings().withSegmentBytes(3_000);
        try (var journal = Journal.open(disk, FOLDER, settings)) {
            for (int i = 0; i < 12; i++) {
                liveOn(journal, random, acknowledged);
            }
        }
        return images;
    }

    private static void liveOn(Journal journal, SplittableRandom random, Map<FactId, Hash> acknowledged) {
        var writes = new ArrayList<CompletableFuture<List<StoredFact>>>();
        int jobs = 1 + random.nextInt(4);
        for (int job = 0; job < jobs; job++) {
            int facts = 1 + random.nextInt(5);
            String text = "x".repeat(random.nextInt(1_200));
            writes.add(journal.write(appender -> {
                var written = new ArrayList<StoredFact>();
                for (int i = 0; i < facts; i++) {
                    written.add(appender.append(note(text)));
                }
                return written;
            }));
        }
        for (var write : writes) {
            write.join().forEach(fact -> acknowledged.put(fact.id(), fact.hash()));
        }
        if (random.nextInt(6) == 0 && journal.size() > 0) {
            var id = Given.id(journal, 1 + random.nextLong(journal.size()));
            journal.write(appender -> {
                        appender.erase(id);
                        return true;
                    })
                    .join();
        }
    }

    private static void check(Image image, int number) throws JournalException {
        String seed = "seed " + image.seed() + ", image " + number;
        try (var journal = Journal.open(image.disk(), FOLDER, settings().withSegmentBytes(3_000))) {
            for (var each : image.acknowledged().entrySet()) {
                assertThat(journal.read(each.getKey()).map(StoredFact::hash))
                        .as("%s of %s", each.getKey(), seed)
                        .contains(each.getValue());
            }
            assertThat(journal.opened().damages()).as(seed).isEmpty();
            assertThat(Given.append(journal, "after the cut").header().hlc())
                    .as(seed)
                    .isNotNull();
        }
        assertThat(Given.verify(image.disk()).faults()).as(seed).isEmpty();
    }
}
