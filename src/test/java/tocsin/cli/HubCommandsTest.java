package tocsin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Two desks and a hub, from the terminal.
class HubCommandsTest {
    @TempDir
    Path folder;

    private Seat ana;
    private Seat ben;
    private String hub;

    @BeforeEach
    void sit() throws IOException {
        ana = new Seat(Files.createDirectory(folder.resolve("ana")));
        ben = new Seat(Files.createDirectory(folder.resolve("ben")));
        hub = Files.createDirectory(folder.resolve("hub")).toString();
    }

    @AfterEach
    void leave() {
        ana.close();
        ben.close();
    }

    private static void refused(Seat.Said said, int exit, String... words) {
        assertThat(said.exit()).isEqualTo(exit);
        assertThat(said.out()).isEmpty();
        assertThat(said.err()).startsWith("tocsin: ").contains(words).hasLineCount(1);
    }

    @Test
    void whatOneDeskLogsIsShownByTheOther() {
        assertThat(ana.run("hub", "setup", hub).out()).contains("is a hub");
        assertThat(ana.run("hub", "join", hub).line()).isEqualTo("joined " + hub);
        assertThat(ben.run("hub", "join", hub).exit()).isZero();
        String fire = ana.run("declare", "checkout is down").line();
        ana.run("log", fire, "pool exhausted");
        assertThat(ana.run("hub", "status").out()).contains("catching up", "clock    as the hub's");
        assertThat(ana.run("sync", "--once").line()).matches("sent \\d+, fetched 0, to send 0, to fetch 0");
        assertThat(ben.run("sync", "--once").line()).matches("sent 1, fetched \\d+, to send 0, to fetch 0");
        assertThat(ben.run("show", fire, "--json").out())
                .isEqualTo(ana.run("show", fire, "--json").out());
        assertThat(ana.run("sync", "--once").exit()).isZero();
        assertThat(ana.run("hub", "status").out()).contains("in step", "to send  0", "to fetch 0");
        assertThat(ana.run("verify").out()).contains("2 desks");
    }

    @Test
    void aDeskThatKeepsToItselfIsToldHowToJoin() {
        refused(ana.run("sync", "--once"), 1, "hub join");
        refused(ana.run("hub", "status"), 1, "hub join");
        refused(ana.run("hub", "leave"), 1, "hub join");
        refused(ana.run("hub"), 2, "setup, join, leave or status");
    }

    @Test
    void whatIsNoHubIsSaidInOneLineAndNotJoined() {
        refused(ana.run("hub", "join", folder.resolve("nowhere").toString()), 3, "nowhere");
        refused(ana.run("hub", "join", "ftp://example.org/hub"), 1, "postgresql://host/database");
        refused(ana.run("hub", "join", "postgresql://localhost/tocsin", "--user", "ana"), 2, "--password-file");
        refused(ana.run("hub", "status"), 1, "joined no hub");
    }

    @Test
    void aHubThatIsAwayIsTrouble() throws IOException {
        ana.run("hub", "setup", hub);
        ana.run("hub", "join", hub);
        Files.move(Path.of(hub), folder.resolve("pulled out"));
        refused(ana.run("sync", "--once"), 3, "no hub can be reached");
        assertThat(ana.run("declare", "still works").exit()).isZero();
        Files.move(folder.resolve("pulled out"), Path.of(hub));
        assertThat(ana.run("sync", "--once").exit()).isZero();
        assertThat(ana.run("hub", "leave").line()).isEqualTo("left " + hub);
    }

    @Test
    void aPasswordNeedsTheVault() throws IOException {
        Path password = Files.writeString(folder.resolve("ana/password.txt"), "canary-of-the-hub\n");
        refused(
                ana.run(
                        "hub",
                        "join",
                        "postgresql://localhost:1/tocsin?sslmode=disable",
                        "--user",
                        "ana",
                        "--password-file",
                        password.toString()),
                1,
                "vault");
    }

    @Test
    void anAdministratorGetsTheLinesThatLetAPersonIn() {
        assertThat(ana.run("hub", "setup", "postgresql://localhost/tocsin", "--admit", "ben")
                        .out())
                .contains("CREATE ROLE \"ben\" LOGIN;", "GRANT tocsin_desk TO \"ben\";");
    }
}
