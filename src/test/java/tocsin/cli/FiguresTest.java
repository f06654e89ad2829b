package tocsin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tocsin.cli.Seat.Said;

class FiguresTest {
    @TempDir
    Path folder;

    private Seat seat;
    private String incident = "";

    @BeforeEach
    void sitDown() {
        seat = new Seat(folder);
        incident = ok("declare", "Orders twice", "--severity", "2").split(" ", 2)[0];
    }

    @AfterEach
    void standUp() {
        seat.close();
    }

    @Test
    void whysAreAskedAnsweredAndShownWithWhatIsStillToBeAsked() {
        String top = part("whys", "Orders were written twice");
        String writers = part("whys", "Both writers live", "--under", top);
        part("whys", "Rule PAY-07 is silent on rollouts", "--under", writers, "--rule");
        String operator = part("whys", "The operator error", "--under", top);

        assertThat(shown())
                .containsExactly(
                        "five whys",
                        top + "  Orders were written twice",
                        writers + "    Both writers live",
                        ids().get(2) + "      Rule PAY-07 is silent on rollouts [a rule, gate or design]",
                        operator + "    The operator error",
                        " ".repeat(operator.length() + 4) + "^ this rests at somebody: what let it through?");
    }

    @Test
    void aPartIsRewordedMarkedMovedAndDropped() {
        String top = part("whys", "top");
        String one = part("whys", "one", "--under", top);
        String two = part("whys", "two", "--under", top);

        ok("analysis", "reword", incident, one, "first");
        ok("analysis", "mark", incident, two, "rule");
        ok("analysis", "move", incident, two, "--under", top, "--before", one);
        assertThat(shown())
                .filteredOn(line -> !line.contains("^"))
                .containsExactly(
                        "five whys", top + "  top", two + "    two [a rule, gate or design]", one + "    first");

        ok("analysis", "drop", incident, top, "--reason", "drawn elsewhere");
        assertThat(shown()).containsExactly("No figure has been drawn yet. See how with: tocsin analysis --help");
        assertThat(no(1, "analysis", "drop", incident, top)).contains("There is no part");
    }

    @Test
    void theOtherFiguresTakeTheirOwnWords() {
        String pool = part("fishbone", "pool of 50", "--category", "config");
        part("fishbone", "defaults are not in the diff", "--under", pool);
        part("factors", "nothing counts orders", "--code", "detection-gap", "--part", "latent");
        String top = part("fault", "Orders twice", "--join", "and");
        part("fault", "Two writers", "--under", top);
        part("fault", "No key", "--under", top);
        part("change", "pool size", "--good", "50", "--bad", "20");
        part("barrier", "canary", "--should", "halt", "--held", "failed", "--why", "error rates only");

        assertThat(String.join("\n", shown()))
                .contains(
                        "pool of 50 [Configuration]",
                        "nothing counts orders [was waiting, gap in detection]",
                        "  No key + Two writers",
                        "pool size | 50 | 20 [yes]",
                        "canary | halt | error rates only [failed]");
        assertThat(ok("show", incident, "--json"))
                .contains("\"figure\" : \"fishbone\"", "\"marks\" : [", "\"detection-gap\"");
    }

    @Test
    void aWrongWordIsAnsweredWithTheRightOnes() {
        assertThat(no(2, "analysis", "fishbone", incident, "x", "--category", "blame"))
                .contains("environment");
        assertThat(no(2, "analysis", "barrier", incident, "x", "--should", "y", "--held", "well"))
                .contains("bypassed");
        assertThat(no(1, "analysis", "fishbone", incident, "x")).contains("tocsin analysis fishbone --help");
        assertThat(no(2, "analysis")).contains("which figure?");
    }

    private String part(String figure, String text, String... more) {
        var words = new java.util.ArrayList<>(List.of("analysis", figure, incident, text));
        words.addAll(List.of(more));
        return ok(words.toArray(String[]::new)).substring("ok ".length()).strip();
    }

    private List<String> shown() {
        return ok("analysis", "show", incident).lines().toList();
    }

    private List<String> ids() {
        return shown().stream()
                .filter(line -> line.matches("[a-z2-7]{16}-\\d+ .*"))
                .map(line -> line.split(" ", 2)[0])
                .toList();
    }

    private String ok(String... words) {
        Said said = seat.run(words);
        assertThat(said.exit()).as("%s: %s", List.of(words), said.err()).isZero();
        return said.out();
    }

    private String no(int exit, String... words) {
        Said said = seat.run(words);
        assertThat(said.exit()).isEqualTo(exit);
        return said.err();
    }
}
