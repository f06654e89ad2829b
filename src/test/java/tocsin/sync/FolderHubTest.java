package tocsin.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tocsin.base.DeskId;
import tocsin.journal.Hash;

/// A folder as a hub: the contract, and what happens to folders.
class FolderHubTest extends HubContract {
    private static final int SCALE = Integer.getInteger("tocsin.scale", 1);

    private Path hub;

    @BeforeEach
    void begin() throws IOException {
        hub = Files.createDirectory(folder.resolve("hub"));
        FolderPlace.begin(hub);
    }

    @Override
    Hub another() {
        return new FolderHub(hub);
    }

    private FolderHub joined() throws Exception {
        return (FolderHub) join();
    }

    @Override
    void pass(Duration time) throws IOException {
        for (String name : FolderPlace.names(hub.resolve("present"))) {
            Path file = hub.resolve("present").resolve(name);
            Instant earlier = Files.getLastModifiedTime(file).toInstant().minus(time);
            Files.setLastModifiedTime(file, FileTime.from(earlier));
        }
    }

    private List<Path> segments(DeskId desk) throws IOException {
        Path own = hub.resolve("desks").resolve(desk.value());
        return FolderPlace.names(own).stream().map(own::resolve).toList();
    }

    private void cut(Path file, long length) throws IOException {
        byte[] all = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(all, (int) length));
    }

    private void flip(Path file, long at) throws IOException {
        byte[] all = Files.readAllBytes(file);
        all[(int) at] ^= 4;
        Files.write(file, all);
    }

    // ---- a drive that comes and goes

    @Test
    void aStickThatIsPulledOutIsAwayAndComesBack() throws Exception {
        Hub here = join();
        Author ana = author("ana");
        here.push(ana.writes(3));
        Path elsewhere = folder.resolve("elsewhere");
        Files.move(hub, elsewhere);
        assertAway(here, ana);
        Files.createDirectory(hub);
        assertAway(here, ana);
        assertThat(hub).isEmptyDirectory();
        Files.delete(hub);
        Files.move(elsewhere, hub);
        assertThat(here.push(ana.all())).isEqualTo(TAKEN);
        assertThat(here.survey().heads().seq(ana.desk())).isEqualTo(ana.all().size());
    }

    private void assertAway(Hub here, Author ana) {
        assertThatThrownBy(() -> here.push(ana.writes(1))).isInstanceOfSatisfying(HubTrouble.class, trouble -> {
            assertThat(trouble.kind()).isEqualTo(HubTrouble.Kind.AWAY);
            assertThat(trouble.words()).contains(hub.toString()).doesNotContain("\n");
        });
        assertThatThrownBy(here::survey).isInstanceOf(HubTrouble.class);
        assertThatThrownBy(here::present).isInstanceOf(HubTrouble.class);
    }

    @Test
    void anotherStickInTheSamePlaceIsAnotherHub() throws Exception {
        Hub here = join();
        Author ana = author("ana");
        here.push(ana.writes(3));
        Files.move(hub, folder.resolve("elsewhere"));
        Files.createDirectory(hub);
        FolderPlace.begin(hub);
        assertThat(here.survey().heads().isEmpty()).isTrue();
        assertThat(here.push(ana.all())).isEqualTo(TAKEN);
        assertThat(join().pull(ana.desk(), 0, Hub.BATCH)).isEqualTo(ana.all());
    }

    @Test
    void aHubOfANewerTocsinIsForeign() throws Exception {
        Hub here = join();
        Path marker = hub.resolve(FolderPlace.MARKER);
        Files.writeString(marker, Files.readString(marker).replace("tocsin hub 1", "tocsin hub 2"));
        assertThatThrownBy(here::survey)
                .isInstanceOfSatisfying(
                        HubTrouble.class, trouble -> assertThat(trouble.kind()).isEqualTo(HubTrouble.Kind.FOREIGN));
        Files.writeString(marker, "a shopping list");
        assertThatThrownBy(here::survey)
                .isInstanceOfSatisfying(
                        HubTrouble.class, trouble -> assertThat(trouble.kind()).isEqualTo(HubTrouble.Kind.FOREIGN));
    }

    @Test
    void whatIsMadeInTheFolderMayBeUsedByThoseWhoMayUseTheFolder() throws Exception {
        Path shared = Files.createDirectory(folder.resolve("shared"));
        Files.setPosixFilePermissions(shared, PosixFilePermissions.fromString("rwxrwx---"));
        FolderPlace.begin(shared);
        try (var here = new FolderHub(shared)) {
            here.push(author("ana").writes(1));
        }
        try (var files = Files.walk(shared)) {
            assertThat(files)
                    .allSatisfy(file -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                            .isEqualTo(Files.isDirectory(file) ? "rwxrwx---" : "rw-rw----"));
        }
    }

    // ---- files that are not whole

    @Test
    void aFileThatIsCopiedInHalfIsNotYetThereFromThere() throws Exception {
        Hub writer = join();
        Author ana = author("ana");
        writer.push(ana.writes(10));
        Path segment = segments(ana.desk()).getFirst();
        byte[] whole = Files.readAllBytes(segment);
        FolderHub reader = joined();
        var seen = new ArrayList<Long>();
        Files.write(segment, new byte[0]);
        for (int length = 0; length < whole.length; length += 97) {
            int from = length;
            Files.write(
                    segment,
                    Arrays.copyOfRange(whole, from, Math.min(whole.length, from + 97)),
                    StandardOpenOption.APPEND);
            long seq = reader.survey().heads().seq(ana.desk());
            assertThat(reader.pull(ana.desk(), 0, Hub.BATCH))
                    .isEqualTo(ana.all().subList(0, (int) seq));
            assertThat(reader.faults()).isEmpty();
            seen.add(seq);
        }
        assertThat(seen).isSorted().contains(0L, 5L, 10L);
    }

    /// As a copying program does that asks for the room first.
    @Test
    void aFileThatIsFilledLaterIsReadWhenItIsFull() throws Exception {
        Author ana = author("ana");
        join().push(ana.writes(4));
        Path segment = segments(ana.desk()).getFirst();
        byte[] whole = Files.readAllBytes(segment);
        FolderHub reader = joined();
        Files.write(segment, new byte[whole.length]);
        assertThat(reader.survey().heads().isEmpty()).isTrue();
        assertThat(reader.faults()).isEmpty();
        Files.write(segment, whole);
        assertThat(reader.survey().heads().seq(ana.desk())).isEqualTo(4);
    }

    @Test
    void damageIsNamedHidesNothingOfOthersAndIsHealedByItsDesk() throws Exception {
        Hub writer = join();
        Author ana = author("ana");
        Author ben = author("ben");
        writer.push(ana.writes(10));
        writer.push(ben.writes(5));
        FolderHub reader = joined();
        reader.survey();
        Path segment = segments(ana.desk()).getFirst();
        flip(segment, Files.size(segment) / 2);
        FolderHub later = joined();
        long held = later.survey().heads().seq(ana.desk());
        assertThat(held).isBetween(3L, 6L);
        assertThat(later.faults()).singleElement().asString().contains(segment.toString(), "damaged at byte");
        assertThat(later.pull(ana.desk(), 0, Hub.BATCH)).isEqualTo(ana.all().subList(0, (int) held));
        assertThat(later.pull(ben.desk(), 0, Hub.BATCH)).isEqualTo(ben.all());
        assertThat(reader.pull(ana.desk(), 0, Hub.BATCH)).isEqualTo(ana.all().subList(0, (int) held));
        assertThat(joined().push(ana.all().subList((int) held, 10))).isEqualTo(TAKEN);
        assertThat(later.pull(ana.desk(), 0, Hub.BATCH)).isEqualTo(ana.all());
        assertThat(reader.survey().heads().seq(ana.desk())).isEqualTo(10);
        assertThat(reader.pull(ana.desk(), 0, Hub.BATCH)).isEqualTo(ana.all());
    }

    @Test
    void afterATornEndTheDeskGoesOnInANewFile() throws Exception {
        Hub writer = join();
        Author ana = author("ana");
        writer.push(ana.writes(5));
        writer.push(ana.writes(5));
        Path segment = segments(ana.desk()).getFirst();
        cut(segment, Files.size(segment) - 7);
        assertThat(writer.survey().heads().seq(ana.desk())).isEqualTo(9);
        assertThat(writer.push(ana.all())).isEqualTo(TAKEN);
        assertThat(segments(ana.desk())).hasSize(2);
        assertThat(joined().pull(ana.desk(), 0, Hub.BATCH)).isEqualTo(ana.all());
        assertThat(joined().faults()).isEmpty();
    }

    @Test
    void filesOfNobodyAndOfOtherThingsAreLeftOut() throws Exception {
        Hub writer = join();
        Author ana = author("ana");
        Author ben = author("ben");
        writer.push(ana.writes(2));
        Path desks = hub.resolve("desks");
        Files.createDirectory(desks.resolve("not-a-desk"));
        Files.writeString(desks.resolve("readme.txt"), "hello");
        Path own = desks.resolve(ana.desk().value());
        Files.writeString(own.resolve("notes.txt"), "hello");
        Files.writeString(own.resolve("000000000001-aaaa.facts"), "this is no segment, however long it may be");
        Files.createDirectory(own.resolve("000000000001-bbbb.facts"));
        Path stolen = Files.createDirectory(desks.resolve(ben.desk().value()));
        Files.copy(segments(ana.desk()).getLast(), stolen.resolve("000000000001-cccc.facts"));
        FolderHub reader = joined();
        assertThat(reader.survey().heads().all()).hasSize(1);
        assertThat(reader.pull(ana.desk(), 0, Hub.BATCH)).isEqualTo(ana.all());
        assertThat(reader.faults()).isNotEmpty().allMatch(line -> line.contains("is not one of desk"));
    }

    @Test
    void noChangeOfBytesBreaksAReader() throws Exception {
        Author ana = author("ana");
        List<Parcel> written = ana.writes(6);
        join().push(written);
        Path segment = segments(ana.desk()).getFirst();
        byte[] whole = Files.readAllBytes(segment);
        var random = new SplittableRandom(7);
        for (int i = 0; i < 300 * SCALE; i++) {
            byte[] changed = whole.clone();
            for (int flips = random.nextInt(1, 4); flips > 0; flips--) {
                changed[random.nextInt(changed.length)] = (byte) random.nextInt();
            }
            if (random.nextInt(3) == 0) {
                changed = Arrays.copyOf(changed, random.nextInt(whole.length + 200));
            }
            Files.write(segment, changed);
            try (var reader = new FolderHub(hub)) {
                long held = reader.survey().heads().seq(ana.desk());
                List<Parcel> pulled = reader.pull(ana.desk(), 0, Hub.BATCH);
                assertThat(pulled).isEqualTo(written.subList(0, (int) held));
            }
        }
    }

    // ---- two writers

    @Test
    void everyClientWritesAFileOfItsOwn() throws Exception {
        Author ana = author("ana");
        Hub first = join();
        Hub second = join();
        first.push(ana.writes(2));
        second.push(ana.writes(2));
        first.push(ana.writes(2));
        first.push(ana.writes(2));
        assertThat(segments(ana.desk())).hasSize(3);
        assertThat(joined().pull(ana.desk(), 0, Hub.BATCH)).isEqualTo(ana.all());
    }

    /// A cloud folder brings together what two machines wrote while apart.
    @Test
    void whatTwoCopiesWroteApartReadsAsOneOfThem() throws Exception {
        Author ana = author("ana");
        join().push(ana.writes(3));
        Author twin = copy(ana, "twin");
        Path apart = folder.resolve("apart");
        copyTree(hub, apart);
        Hub there = new FolderHub(apart);
        ana.writes(4);
        twin.writes(6);
        join().push(ana.all());
        there.push(twin.all());
        there.close();
        copyTree(apart, hub);
        List<Parcel> held = joined().pull(ana.desk(), 0, Hub.BATCH);
        assertThat(List.of(ana.all(), twin.all())).contains(held);
        assertThat(joined().pull(ana.desk(), 0, Hub.BATCH)).isEqualTo(held);
        boolean anaIsThere = held.equals(ana.all());
        assertThat(join().push(ana.all())).isEqualTo(anaIsThere ? TAKEN : FORKED);
        assertThat(join().push(twin.all())).isEqualTo(anaIsThere ? FORKED : TAKEN);
    }

    private static void copyTree(Path from, Path to) throws IOException {
        try (var files = Files.walk(from)) {
            for (Path each : files.toList()) {
                Path target = to.resolve(from.relativize(each).toString());
                if (Files.isDirectory(each)) {
                    Files.createDirectories(target);
                } else if (!Files.exists(target)) {
                    Files.copy(each, target);
                }
            }
        }
    }

    // ---- the pace

    @Test
    void aHubWhereNothingHappensIsNotReadAgain() throws Exception {
        Author ana = author("ana");
        Hub writer = join();
        writer.push(ana.writes(400));
        FolderHub reader = joined();
        reader.survey();
        long first = reader.bytesRead();
        assertThat(first).isGreaterThan(100_000);
        for (int i = 0; i < 50; i++) {
            reader.survey();
        }
        assertThat(reader.bytesRead()).isEqualTo(first);
        writer.push(ana.writes(1));
        reader.survey();
        assertThat(reader.bytesRead() - first).isBetween(100L, 1_000L);
    }

    @Test
    void aChunkThatWasCopiedInHalfIsAskedForAgain() throws Exception {
        Hub here = join();
        Hash picture = Hash.sha256(new byte[] {1});
        here.putChunk(picture, 0, new byte[1_000]);
        Path chunk = hub.resolve("attachments").resolve(picture.hex()).resolve("00000.chunk");
        cut(chunk, 500);
        assertThat(here.chunk(picture, 0)).isEmpty();
        assertThat(here.chunks(picture)).isEmpty();
        here.putChunk(picture, 0, new byte[1_000]);
        assertThat(here.chunk(picture, 0)).contains(new byte[1_000]);
    }
}
