package tocsin;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tocsin.app.Call;
import tocsin.app.Profile;
import tocsin.app.Progress;
import tocsin.base.IncidentId;
import tocsin.domain.timeline.Entry;

/// Real processes on one profile: the one that owns it, and others that hand it their commands.
class OwnedProfileTest {
    @TempDir
    Path folder;

    private Profile profile;
    private final List<Process> children = new ArrayList<>();

    private record Said(int exit, String out, String err) {}

    @BeforeEach
    void choose() {
        profile = new Profile(folder.resolve("profile"));
    }

    @AfterEach
    void end() {
        children.forEach(Process::destroyForcibly);
    }

    private Process start(String... words) throws IOException {
        List<String> command = Stream.concat(
                        Stream.of(
                                Path.of(System.getProperty("java.home"), "bin", "java")
                                        .toString(),
                                "-XX:TieredStopAtLevel=1",
                                "-XX:+UseSerialGC",
                                "-cp",
                                System.getProperty("java.class.path"),
                                Main.class.getName(),
                                "--profile=" + profile.folder()),
                        Stream.of(words))
                .toList();
        var builder = new ProcessBuilder(command).directory(folder.toFile());
        builder.environment().put("TOCSIN_OPERATOR", "Ben");
        Process child = builder.start();
        children.add(child);
        return child;
    }

    private Said run(String... words) throws Exception {
        return ended(start(words));
    }

    private static Said ended(Process child) throws Exception {
        child.getOutputStream().close();
        String out = new String(child.getInputStream().readAllBytes(), UTF_8);
        String err = new String(child.getErrorStream().readAllBytes(), UTF_8);
        return new Said(child.waitFor(), out, err);
    }

    private Wiring.Home owner() throws Exception {
        var home = new Wiring.Home(profile, Progress.SILENT, _ -> Optional.empty());
        var nobody = new PrintStream(OutputStream.nullOutputStream(), false, UTF_8);
        OptionalInt answered =
                home.enter(new Call(List.of(), folder, "Ana", InputStream.nullInputStream(), nobody, nobody));
        assertThat(answered).isEmpty();
        return home;
    }

    private static List<Entry> entries(Wiring.Home home) throws Exception {
        IncidentId id = home.console().incidents().getFirst();
        return home.console().history(id).now().timeline().entries();
    }

    @Test
    void commandsOfOtherProcessesAreDoneByTheOwner() throws Exception {
        try (var home = owner()) {
            Said declared = run("declare", "Checkout is down", "--severity", "1");
            assertThat(declared.err()).isEmpty();
            String id = declared.out().strip();
            assertThat(id).matches("INC-\\d{4}-\\d{4}-001");

            assertThat(run("log", id, "ünï 🔥").out()).matches("ok [a-z2-7]{16}-\\d+\n");
            assertThat(entries(home).getLast().text()).isEqualTo("ünï 🔥");
            assertThat(entries(home).getLast().by().name()).isEqualTo("Ben");

            Said refused = run("state", id, "identified");
            assertThat(refused.exit()).isEqualTo(1);
            assertThat(refused.out()).isEmpty();
            assertThat(refused.err()).startsWith("tocsin: Not identified yet");
            assertThat(run("log", id, "x", "--kind", "song").exit()).isEqualTo(2);

            // A relative name means the caller's folder.
            assertThat(run("case", "export", id, "case.zip").exit()).isZero();
            assertThat(folder.resolve("case.zip")).isRegularFile();
        }
    }

    @Test
    void everyLineIsAnsweredBeforeTheNextIsSentWhetherOrNotAnotherHasBegun() throws Exception {
        try (var home = owner()) {
            String id = run("declare", "Checkout is down").out().strip();
            Process child = start("log", id, "-");
            BufferedReader answers = child.inputReader(UTF_8);
            OutputStream lines = child.getOutputStream();
            for (String piece : List.of("one\n", "two\nthr", "ee\n")) {
                lines.write(piece.getBytes(UTF_8));
                lines.flush();
                assertThat(answers.readLine()).startsWith("ok ");
            }
            assertThat(entries(home)).extracting(Entry::text).endsWith("one", "two", "three");
            lines.close();
            assertThat(answers.readLine()).isNull();
            assertThat(child.waitFor()).isZero();
        }
    }

    @Test
    void aCallerThatDiesLeavesWhatWasAnsweredAndAnOwnerThatGoesOn() throws Exception {
        try (var home = owner()) {
            String id = run("declare", "Checkout is down").out().strip();
            Process child = start("log", id, "-");
            child.getOutputStream().write("one\nhalf a li".getBytes(UTF_8));
            child.getOutputStream().flush();
            assertThat(child.inputReader(UTF_8).readLine()).startsWith("ok ");
            child.destroyForcibly().waitFor();
            assertThat(run("log", id, "after").exit()).isZero();
            assertThat(entries(home)).extracting(Entry::text).contains("one", "after");
        }
    }

    @Test
    void aKilledOwnerLosesNothingThatWasAnsweredAndIsSucceeded() throws Exception {
        String id = run("declare", "Checkout is down").out().strip();
        Process owner = start("log", id, "-");
        owner.getOutputStream().write("one\n".getBytes(UTF_8));
        owner.getOutputStream().flush();
        assertThat(owner.inputReader(UTF_8).readLine()).startsWith("ok ");
        // The stream owns the profile, and others are served by it.
        assertThat(run("log", id, "two").exit()).isZero();
        owner.destroyForcibly().waitFor();
        assertThat(profile.socket()).exists();

        assertThat(run("log", id, "three").exit()).isZero();
        assertThat(profile.socket()).doesNotExist();
        try (var home = owner()) {
            assertThat(entries(home)).extracting(Entry::text).endsWith("one", "two", "three");
        }
    }

    @Test
    void commandsThatStartAtTheSameMomentAllSucceed() throws Exception {
        var all = new ArrayList<Process>();
        for (int i = 0; i < 6; i++) {
            all.add(start("declare", "number " + i));
        }
        var ids = new ArrayList<String>();
        for (Process each : all) {
            Said said = ended(each);
            assertThat(said.err()).isEmpty();
            assertThat(said.exit()).isZero();
            ids.add(said.out());
        }
        assertThat(ids).doesNotHaveDuplicates().hasSize(6);
    }

    @Test
    void aProfileThatCannotBeIsOneLine() throws Exception {
        Files.writeString(profile.folder(), "a file");
        Said said = run("list");
        assertThat(said).isEqualTo(new Said(3, "", said.err()));
        assertThat(said.err()).startsWith("tocsin: the profile folder ").hasLineCount(1);
        assertThat(run("--profile=", "list").exit()).isEqualTo(2);
        assertThat(run("list", "--profile").err()).startsWith("tocsin: ").hasLineCount(1);
    }
}
