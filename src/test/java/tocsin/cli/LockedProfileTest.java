package tocsin.cli;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_16BE;
import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tocsin.app.Answer;
import tocsin.app.Attachments;
import tocsin.app.Console;
import tocsin.app.Gesture;
import tocsin.app.Session;
import tocsin.base.IncidentId;
import tocsin.base.PersonId;
import tocsin.domain.incident.IncidentCommand;
import tocsin.domain.timeline.Attachment;
import tocsin.domain.timeline.EntryKind;

/// A whole profile is locked, used and unlocked from the terminal.
class LockedProfileTest {
    private static final String RIGHT = "four quiet harbour bells";
    private static final String CANARY = "zebrafinch";

    @TempDir
    Path folder;

    private Seat seat;
    private String incident;

    @BeforeEach
    void sit() throws IOException {
        Files.writeString(folder.resolve("words"), RIGHT + "\n");
        Files.writeString(folder.resolve("wrong"), "four wrong harbour bells\n");
        seat = new Seat(folder);
        incident = seat.run("declare", CANARY + " one").line();
        seat.run("log", incident, CANARY + " two");
        seat.run("vault", "create", "--passphrase-file", "words");
    }

    @AfterEach
    void leave() {
        seat.close();
    }

    private Seat.Said with(String... words) {
        return seat.run(Stream.concat(Stream.of("--passphrase-file", "words"), Stream.of(words))
                .toArray(String[]::new));
    }

    private static void refused(Seat.Said said, int exit, String... words) {
        assertThat(said.exit()).isEqualTo(exit);
        assertThat(said.out()).isEmpty();
        assertThat(said.err()).startsWith("tocsin: ").contains(words).hasLineCount(1);
    }

    private void stop() {
        seat.close();
    }

    private void attach(String name, byte[] bytes) {
        Console console = seat.console();
        var taken = console.attachments().take(name, bytes).join();
        Attachment attachment = ((Attachments.Taken.Kept) taken).attachment();
        IncidentId id = console.incidents().getFirst();
        var command = new IncidentCommand.AddEntry(EntryKind.NOTE, CANARY + " file", List.of(attachment));
        assertThat(console.act(Gesture.of(new PersonId("Ana"), id, command)).join())
                .isInstanceOf(Answer.Done.class);
    }

    private void speaksNowhere() throws IOException {
        try (Stream<Path> files = Files.walk(seat.profile().folder())) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                String bytes = new String(Files.readAllBytes(file), ISO_8859_1).toLowerCase(java.util.Locale.ROOT);
                for (Charset each : List.of(UTF_8, UTF_16LE, UTF_16BE)) {
                    assertThat(bytes.contains(new String(CANARY.getBytes(each), ISO_8859_1)))
                            .as(file + " " + each)
                            .isFalse();
                }
            }
        }
    }

    @Test
    void lockedUsedAndUnlockedNothingIsLost() {
        String before = with("show", incident, "--json").out();
        assertThat(with("profile", "lock").out()).startsWith("locked: ");
        assertThat(with("show", incident, "--json").out()).isEqualTo(before);
        assertThat(with("log", incident, "after").out()).startsWith("ok ");
        assertThat(with("verify").exit()).isZero();
        assertThat(with("rebuild").out()).contains("1 incidents");
        assertThat(with("search", CANARY).out()).contains(incident);
        assertThat(with("profile", "rekey").out()).startsWith("locked with another key: ");
        String locked = with("show", incident, "--json").out();
        assertThat(locked).contains("after");
        assertThat(with("profile", "unlock").out()).startsWith("unlocked: ");
        assertThat(seat.run("show", incident, "--json").out()).isEqualTo(locked);
        assertThat(seat.run("verify").exit()).isZero();
    }

    @Test
    void nothingOfItCanBeReadOnTheDisk() throws IOException {
        Path outside = Files.createDirectory(folder.resolve("outside"));
        attach(CANARY + ".txt", (CANARY + " ").repeat(20_000).getBytes(UTF_8));
        try (var session = Session.open(seat.profile())) {
            session.put("half", CANARY + " typed");
        }
        with("search", CANARY);
        assertThatThrownBy(this::speaksNowhere).isInstanceOf(AssertionError.class);
        with("profile", "lock");
        speaksNowhere();

        with("log", incident, CANARY + " three");
        with("people", "add", CANARY + " Smith", "--contact", CANARY);
        Files.writeString(folder.resolve("draft.md"), "# Pool\n\n## Summary\n" + CANARY + " ran dry.\n");
        assertThat(with("postmortem", "import", incident, "draft.md").exit()).isZero();
        attach("b.txt", (CANARY + "! ").repeat(50_000).getBytes(UTF_8));
        assertThat(with("search", CANARY).out()).contains(incident);
        assertThat(with("export", incident, "--format", "md", "--out", "outside/it.md")
                        .exit())
                .isZero();
        assertThat(outside.resolve("it.md")).content().contains(CANARY);
        try (var session = Session.open(seat.profile(), seat.console().files())) {
            assertThat(session.get("half")).contains(CANARY + " typed");
            session.put("more", CANARY + " typed again");
        }
        speaksNowhere();
        stop();
        speaksNowhere();
        with("profile", "rekey");
        with("show", incident);
        speaksNowhere();
    }

    @Test
    void whoHasNoPassphraseComesNotIn() throws IOException {
        with("profile", "lock");
        refused(seat.run("show", incident), 1, "a passphrase is needed", "TOCSIN_PASSPHRASE");
        refused(seat.run("--passphrase-file", "wrong", "log", incident, "x"), 1, "not the passphrase");
        refused(seat.typed(RIGHT + "\n", "log", incident, "-"), 1, "a passphrase is needed");
        refused(seat.run("demo"), 1, "is locked");
        Path vault = seat.profile().vault();
        Files.move(vault, folder.resolve("aside"));
        refused(with("show", incident), 1, "its vault is missing");
        Files.move(folder.resolve("aside"), vault);
        assertThat(with("show", incident).out()).contains(CANARY);
    }

    @Test
    void whatCannotBeDoneSaysWhyAndChangesNothing() throws IOException {
        refused(with("profile", "unlock"), 1, "not locked");
        refused(with("profile", "rekey"), 1, "not locked");
        refused(seat.run("profile"), 2, "lock, unlock or rekey");
        refused(seat.run("--passphrase-file", "wrong", "profile", "lock"), 1, "not the passphrase");
        assertThat(seat.run("show", incident).out()).contains(CANARY);
        with("profile", "lock");
        refused(with("profile", "lock"), 1, "locked already");
        refused(seat.run("--passphrase-file", "wrong", "profile", "unlock"), 1, "not the passphrase");
        var bare = new Seat(Files.createDirectory(folder.resolve("bare")));
        Files.copy(folder.resolve("words"), folder.resolve("bare").resolve("words"));
        refused(bare.run("--passphrase-file", "words", "profile", "lock"), 1, "tocsin vault create");
        bare.close();
    }

    @Test
    void casesAndHubsWorkOnALockedProfile() throws IOException {
        attach("graph.bin", new byte[600_000]);
        with("profile", "lock");
        assertThat(with("case", "export", incident, "fire.case").exit()).isZero();
        String hub = Files.createDirectory(folder.resolve("hub")).toString();
        var ben = new Seat(Files.createDirectory(folder.resolve("ben")));
        var carla = new Seat(Files.createDirectory(folder.resolve("carla")));
        for (Seat each : List.of(ben, carla)) {
            Path home = each.profile().folder().getParent();
            Files.copy(folder.resolve("words"), home.resolve("words"));
            each.run("--passphrase-file", "words", "vault", "create");
            assertThat(each.run("--passphrase-file", "words", "profile", "lock").exit())
                    .isZero();
        }
        String file = folder.resolve("fire.case").toString();
        assertThat(carla.run("--passphrase-file", "words", "case", "import", file)
                        .out())
                .contains("1 new attachments");
        assertThat(with("hub", "setup", hub).exit()).isZero();
        assertThat(with("hub", "join", hub).exit()).isZero();
        assertThat(with("sync", "--once").exit()).isZero();
        assertThat(ben.run("--passphrase-file", "words", "hub", "join", hub).exit())
                .isZero();
        assertThat(ben.run("--passphrase-file", "words", "sync", "--once").exit())
                .isZero();
        Attachment graph = attached(seat.console()).orElseThrow();
        for (Seat each : List.of(ben, carla)) {
            try (var in = each.console().attachments().open(graph)) {
                assertThat(in.readAllBytes()).isEqualTo(new byte[600_000]);
            }
            assertThat(each.run("verify").exit()).isZero();
            each.close();
        }
    }

    private static Optional<Attachment> attached(Console console) {
        try {
            return console.history(console.incidents().getFirst()).now().timeline().entries().stream()
                    .map(entry -> entry.source().fact())
                    .filter(tocsin.domain.timeline.TimelineFact.EntryAdded.class::isInstance)
                    .flatMap(fact -> ((tocsin.domain.timeline.TimelineFact.EntryAdded) fact).attachments().stream())
                    .findFirst();
        } catch (tocsin.journal.JournalException unreadable) {
            throw new AssertionError(unreadable);
        }
    }
}
