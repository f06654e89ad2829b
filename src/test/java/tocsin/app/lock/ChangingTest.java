package tocsin.app.lock;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tocsin.app.Cover;
import tocsin.app.Profile;
import tocsin.app.Session;
import tocsin.base.CommandId;
import tocsin.base.DeskId;
import tocsin.base.PersonId;
import tocsin.domain.desk.DeskFact;
import tocsin.journal.DiskInput;
import tocsin.journal.Journal;
import tocsin.journal.JournalException;
import tocsin.journal.RealDisk;
import tocsin.journal.Settings;
import tocsin.journal.StoredFact;
import tocsin.journal.codec.FactCodec;

/// The conversion is killed at every single step; the next start finds every fact, the file and the half-typed line,
/// under the one cover or the other.
class ChangingTest {
    private static final Cover ONE = Cover.of("thirty-two bytes make up one key".getBytes(UTF_8));
    private static final Cover OTHER = Cover.of("another thirty-two bytes for you".getBytes(UTF_8));
    private static final String FILE = "ab".repeat(32);
    private static final byte[] PICTURE = "canary picture ".repeat(5_000).getBytes(UTF_8);
    private static final Settings SMALL =
            Settings.standard().withBallastBytes(0).withLowDiskBytes(0).withPlace(_ -> "here");

    @TempDir
    Path folder;

    private Path origin;
    private List<StoredFact> facts = List.of();
    private Optional<DeskId> desk = Optional.empty();

    @BeforeEach
    void write() throws IOException, JournalException {
        origin = folder.resolve("origin");
        var profile = new Profile(origin);
        Files.createDirectories(profile.attachments());
        Files.write(profile.attachments().resolve(FILE), PICTURE);
        Files.createDirectories(profile.store());
        Files.write(profile.store().resolve("tocsin.mv.db"), PICTURE);
        Files.createDirectories(profile.logs());
        Files.write(profile.logs().resolve("trouble.log"), PICTURE);
        Files.writeString(origin.resolve("session.properties.new"), "canary");
        try (var session = Session.open(profile)) {
            session.put("half", "canary typed");
        }
        var codec = new FactCodec();
        try (var journal = Journal.open(new RealDisk(), profile.journal(), SMALL.withSegmentBytes(2_000))) {
            for (int i = 0; i < 20; i++) {
                var fact = new DeskFact.DeskOpened("canary " + i, Optional.empty(), "TEST");
                journal.write(out -> out.append(codec.draft(
                                Optional.empty(),
                                fact,
                                Optional.empty(),
                                new PersonId("Ana"),
                                CommandId.of(java.util.UUID.randomUUID()))))
                        .join();
            }
            facts = facts(journal);
            desk = Optional.of(journal.desk());
        }
    }

    private static List<StoredFact> facts(Journal journal) throws JournalException {
        var all = new ArrayList<StoredFact>();
        journal.replay(-1, (_, fact) -> all.add(fact));
        return all;
    }

    private static void change(Profile profile, tocsin.journal.Disk disk, Cover from, Cover to)
            throws IOException, JournalException {
        var changing = new Changing(profile, disk);
        changing.prepare(from, to, _ -> "here");
        changing.decide();
        changing.settle();
    }

    private void holdsAll(Profile profile, Cover cover) throws IOException, JournalException {
        var disk = cover.over(new RealDisk());
        try (var journal = Journal.open(disk, profile.journal(), SMALL.withSeal(cover.seal()))) {
            assertThat(journal.opened().newDesk()).isEmpty();
            assertThat(journal.opened().damages()).isEmpty();
            assertThat(Optional.of(journal.desk())).isEqualTo(desk);
            assertThat(facts(journal)).isEqualTo(facts);
        }
        try (var in = DiskInput.open(disk, profile.attachments().resolve(FILE))) {
            assertThat(in.readAllBytes()).isEqualTo(PICTURE);
        }
        try (var session = Session.open(profile, disk)) {
            assertThat(session.get("half")).contains("canary typed");
        }
        try (Stream<Path> names = Files.list(profile.folder())) {
            assertThat(names.map(name -> name.getFileName().toString()))
                    .isSubsetOf(
                            "journal", "attachments", "session.properties", "store", "logs", "session.properties.new");
        }
    }

    private static void speaksNowhere(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                assertThat(Files.readString(file, java.nio.charset.StandardCharsets.ISO_8859_1))
                        .as(file.toString())
                        .doesNotContain("canary");
            }
        }
    }

    private Profile copy(Path from, String name) throws IOException {
        Path to = folder.resolve(name);
        try (Stream<Path> files = Files.walk(from)) {
            for (Path each : files.toList()) {
                Files.copy(each, to.resolve(from.relativize(each).toString()));
            }
        }
        return new Profile(to);
    }

    private static void drop(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path each : files.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }

    @Test
    void lockedRekeyedAndUnlockedItIsTheSame() throws IOException, JournalException {
        Profile profile = copy(origin, "there");
        change(profile, new RealDisk(), Cover.NONE, ONE);
        speaksNowhere(profile.folder());
        holdsAll(profile, ONE);
        change(profile, new RealDisk(), ONE, OTHER);
        speaksNowhere(profile.folder());
        holdsAll(profile, OTHER);
        assertThat(ONE.seal().fits(new RealDisk(), profile.journal())).isFalse();
        change(profile, new RealDisk(), OTHER, Cover.NONE);
        holdsAll(profile, Cover.NONE);
    }

    @Test
    void killedAtEveryStepOfLocking() throws IOException, JournalException {
        killedEverywhere(origin, Cover.NONE, ONE);
    }

    @Test
    void killedAtEveryStepOfAnotherKeyAndOfUnlocking() throws IOException, JournalException {
        Profile locked = copy(origin, "locked");
        change(locked, new RealDisk(), Cover.NONE, ONE);
        killedEverywhere(locked.folder(), ONE, OTHER);
        killedEverywhere(locked.folder(), ONE, Cover.NONE);
    }

    private void killedEverywhere(Path from, Cover before, Cover after) throws IOException, JournalException {
        int finished = 0;
        int undone = 0;
        boolean survived = false;
        for (int step = 1; !survived; step++) {
            Profile profile = copy(from, "step" + step);
            var disk = new DyingDisk(step);
            try {
                change(profile, disk, before, after);
            } catch (IOException | JournalException killed) {
                assertThat(disk.survived()).isFalse();
            }
            survived = disk.survived();
            // The first start after it is killed as well.
            try {
                new Changing(profile, new DyingDisk(1 + step % 7)).settle();
            } catch (IOException killedAgain) {
                assertThat(killedAgain).hasMessageContaining("killed");
            }
            new Changing(profile, new RealDisk()).settle();
            boolean changed = after.seal().fits(new RealDisk(), profile.journal());
            holdsAll(profile, changed ? after : before);
            if (changed && after.isOn()) {
                speaksNowhere(profile.folder());
            }
            finished += changed ? 1 : 0;
            undone += changed ? 0 : 1;
            drop(profile.folder());
        }
        assertThat(finished).isGreaterThan(5);
        assertThat(undone).isGreaterThan(20);
    }
}
