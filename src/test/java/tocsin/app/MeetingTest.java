package tocsin.app;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.function.Predicate.not;
import static org.assertj.core.api.Assertions.assertThat;
import static tocsin.app.Desk.ANA;
import static tocsin.app.Desk.done;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tocsin.base.DeskId;
import tocsin.base.FactId;
import tocsin.base.IncidentId;
import tocsin.base.PersonId;
import tocsin.domain.incident.IncidentCommand;
import tocsin.domain.organisation.OrganisationCommand;
import tocsin.domain.timeline.Attachment;
import tocsin.domain.timeline.Entry;
import tocsin.domain.timeline.EntryKind;
import tocsin.journal.Hash;
import tocsin.journal.JournalException;
import tocsin.sync.Courier;
import tocsin.sync.Hub;
import tocsin.sync.HubTrouble;
import tocsin.sync.MemoryHub;
import tocsin.sync.Porter;
import tocsin.sync.Round;

/// Consoles that meet one hub show the same incidents.
class MeetingTest {
    private final MemoryHub.Place place = new MemoryHub.Place(Instant.now());

    @TempDir
    private Path folder;

    private Round meet(Desk desk) throws HubTrouble, JournalException {
        try (Hub hub = place.join()) {
            return new Courier(hub, desk.console().ledger(), InstantSource.system(), () -> false).round();
        }
    }

    private Desk open(String name) throws JournalException {
        return Desk.open(folder.resolve(name));
    }

    @Test
    void whatOneDeskLogsStandsInTheRoomOfTheOther() throws Exception {
        try (Desk ana = open("ana");
                Desk ben = open("ben")) {
            IncidentId fire = ana.declare("checkout is down");
            ana.log(fire, "pool exhausted");
            meet(ana);
            var told = new ArrayList<Change>();
            ben.console().changes().subscribe(told::add);
            assertThat(meet(ben).pulled()).isPositive();
            assertThat(told).isNotEmpty();
            assertThat(ben.json(fire)).isEqualTo(ana.json(fire));
            ben.log(fire, "I restart it");
            meet(ben);
            meet(ana);
            assertThat(ana.json(fire)).isEqualTo(ben.json(fire)).contains("I restart it");
            assertThat(ben.console().settledStore().incident(fire)).isPresent();
            assertThat(meet(ana).isUnfinished()).isFalse();
        }
    }

    @Test
    void peopleAndSettingsTravelToo() throws Exception {
        try (Desk ana = open("ana");
                Desk ben = open("ben")) {
            enlist(ana, "Carla");
            meet(ana);
            meet(ben);
            assertThat(ben.console().organisation()).isEqualTo(ana.console().organisation());
        }
    }

    @Test
    void aFileTravelsAfterTheFactThatNamesIt() throws Exception {
        byte[] picture = new byte[3 * Hub.CHUNK_BYTES + 17];
        new Random(1).nextBytes(picture);
        byte[] whole = new byte[Hub.CHUNK_BYTES];
        try (Desk ana = open("ana");
                Desk ben = open("ben")) {
            IncidentId fire = ana.declare("checkout is down");
            Attachment graph = attach(ana, fire, "graph.png", picture);
            Attachment exact = attach(ana, fire, "exact.bin", whole);
            Attachment empty = attach(ana, fire, "empty.txt", new byte[0]);
            meet(ana);
            meet(ben);
            assertThat(ben.console().attachments().fileOf(exact)).doesNotExist();
            carry(ana);
            try (Hub hub = place.join()) {
                var porter = new Porter(hub, ben.console().luggage(), () -> false);
                assertThat(porter.carry(Hub.CHUNK_BYTES)).isEqualTo(Hub.CHUNK_BYTES);
            }
            carry(ben);
            for (Attachment each : List.of(graph, exact, empty)) {
                assertThat(ben.console().attachments().fileOf(each))
                        .hasSameBinaryContentAs(ana.console().attachments().fileOf(each));
            }
            assertThat(ben.console().attachments().fileOf(empty)).isEmptyFile();
            try (var files = Files.list(folder.resolve("ben").resolve("attachments"))) {
                assertThat(files).hasSize(3);
            }
        }
    }

    @Test
    void aFileThatIsNotTheOneThatWasNamedIsNotKept() throws Exception {
        try (Desk ana = open("ana");
                Desk ben = open("ben")) {
            IncidentId fire = ana.declare("checkout is down");
            Attachment picture = attach(ana, fire, "graph.png", new byte[2_000]);
            meet(ana);
            meet(ben);
            try (Hub hub = place.join()) {
                hub.putChunk(
                        Hash.parse(picture.sha256()).orElseThrow(),
                        0,
                        "not so".repeat(334).substring(0, 2_000).getBytes(UTF_8));
            }
            carry(ben);
            try (var files = Files.list(folder.resolve("ben").resolve("attachments"))) {
                assertThat(files).isEmpty();
            }
        }
    }

    private static Attachment attach(Desk desk, IncidentId id, String name, byte[] bytes) {
        var taken = desk.console().attachments().take(name, bytes).join();
        Attachment attachment = ((Attachments.Taken.Kept) taken).attachment();
        done(desk.act(ANA, id, new IncidentCommand.AddEntry(EntryKind.NOTE, name, List.of(attachment))));
        return attachment;
    }

    private void carry(Desk desk) throws HubTrouble, JournalException {
        try (Hub hub = place.join()) {
            var porter = new Porter(hub, desk.console().luggage(), () -> false);
            while (porter.carry(1 << 30) > 0) {
                // On to the next.
            }
        }
    }

    /// Somebody restores an old copy of the profile and works on with it: what the copy wrote is written anew by a new
    /// desk, what the others know of the old desk comes back, and what names a fact still names it.
    @Test
    void aRestoredProfileLosesNothing() throws Exception {
        IncidentId fire;
        DeskId former;
        try (Desk ana = open("ana")) {
            fire = ana.declare("checkout is down");
            former = ana.console().desk();
        }
        copy("ana", "backup");
        try (Desk ana = open("ana")) {
            ana.log(fire, "written before the restore");
            meet(ana);
        }
        empty("ana");
        copy("backup", "ana");
        try (Desk ana = open("ana");
                Desk ben = open("ben")) {
            FactId wrong = ana.log(fire, "written on the copy");
            done(ana.act(ANA, fire, new IncidentCommand.StrikeEntry(wrong, "not so")));
            enlist(ana, "Carla");
            assertThat(meet(ana).renewed()).contains(former);
            assertThat(ana.console().desk()).isNotEqualTo(former);
            assertThat(ana.json(fire)).contains("written on the copy");
            meet(ana);
            meet(ben);
            meet(ana);
            assertThat(ana.json(fire))
                    .isEqualTo(ben.json(fire))
                    .contains("written before the restore")
                    .contains("written on the copy");
            assertThat(ben.now(fire).timeline().entries().stream()
                            .filter(Entry::struck)
                            .map(Entry::text))
                    .containsExactly("written on the copy");
            assertThat(ben.console().organisation().people()).hasSize(1);
            assertThat(ana.console().organisation()).isEqualTo(ben.console().organisation());
            assertThat(ana.console().settledStore().incident(fire)).isPresent();
            done(ana.act(ANA, fire, Desk.note("and life goes on")));
            assertThat(ana.console().verify().faults()).isEmpty();
        }
        try (Desk ana = open("ana")) {
            assertThat(ana.json(fire)).contains("and life goes on");
            assertThat(ana.console().verify().faults()).isEmpty();
        }
    }

    private static void enlist(Desk desk, String name) {
        var person = new OrganisationCommand.SetPerson(new PersonId(name), "C", "", List.of(), Optional.empty());
        assertThat(desk.console().organise(person, ANA).join()).isInstanceOf(OrganisationAnswer.Done.class);
    }

    private void copy(String from, String to) throws IOException {
        Path source = folder.resolve(from);
        List<Path> files;
        try (var walk = Files.walk(source)) {
            files = walk.filter(not(path -> path.endsWith("lock"))).toList();
        }
        for (Path each : files) {
            Path target = folder.resolve(to).resolve(source.relativize(each).toString());
            if (Files.isDirectory(each)) {
                Files.createDirectories(target);
            } else {
                Files.copy(each, target);
            }
        }
    }

    /// The folders stay: a restored copy lies where the profile lay, so that Tocsin cannot see that it is one.
    private void empty(String name) throws IOException {
        List<Path> files;
        try (var walk = Files.walk(folder.resolve(name))) {
            files = walk.filter(not(Files::isDirectory)).toList();
        }
        for (Path each : files) {
            Files.delete(each);
        }
    }
}
