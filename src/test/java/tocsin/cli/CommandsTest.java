package tocsin.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;
import tocsin.app.Texts;
import tocsin.cli.Seat.Said;

/// Every promise of the terminal: words, output, exit codes, one line of trouble.
class CommandsTest {
    private static final String NUMBER = "INC-\\d{4}-\\d{4}-\\d{3}";
    private static final String FACT = "[a-z2-7]{16}-\\d+";

    @TempDir
    Path folder;

    private Seat seat;

    @BeforeEach
    void sitDown() {
        seat = new Seat(folder);
    }

    @AfterEach
    void standUp() {
        seat.close();
    }

    private Said done(String... words) {
        Said said = seat.run(words);
        assertThat(said.err().lines().filter(line -> !line.startsWith("tocsin: warning: ")))
                .as("standard error of %s", List.of(words))
                .isEmpty();
        assertThat(said.exit()).as("exit of %s", List.of(words)).isZero();
        return said;
    }

    private Said fails(int exit, String... words) {
        Said said = seat.run(words);
        assertThat(said.exit())
                .as("exit of %s: %s%s", List.of(words), said.out(), said.err())
                .isEqualTo(exit);
        assertThat(said.out()).as("standard output of %s", List.of(words)).isEmpty();
        assertThat(said.err()).startsWith("tocsin: ").endsWith("\n");
        assertThat(said.err().lines())
                .as("standard error of %s", List.of(words))
                .hasSize(1);
        return said;
    }

    private Said refused(String... words) {
        return fails(1, words);
    }

    private String declare(String level) {
        return done("declare", "Checkout is down", "--severity", level).line();
    }

    private String logged(String id, String... more) {
        String[] words = Stream.concat(Stream.of("log", id), Stream.of(more)).toArray(String[]::new);
        return done(words).line().substring("ok ".length());
    }

    // Help

    static List<List<String>> everyCommand() {
        var paths = new ArrayList<List<String>>();
        try (var nowhere = new Seat(Path.of("nowhere"))) {
            var call = new tocsin.app.Call(
                    List.of(), Path.of(""), "Ana", java.io.InputStream.nullInputStream(), System.out, System.err);
            collect(Commands.line(new Terminal(call, nowhere, Texts.english())), List.of(), paths);
        }
        return paths;
    }

    private static void collect(CommandLine line, List<String> path, List<List<String>> paths) {
        paths.add(path);
        line.getSubcommands()
                .forEach((name, command) -> collect(
                        command, Stream.concat(path.stream(), Stream.of(name)).toList(), paths));
    }

    @ParameterizedTest
    @MethodSource("everyCommand")
    void everyCommandHelpsWithAnExampleAndNeedsNoProfile(List<String> path) {
        Said said = seat.run(Stream.concat(path.stream(), Stream.of("--help")).toArray(String[]::new));
        assertThat(said.exit()).isZero();
        assertThat(said.err()).isEmpty();
        assertThat(said.out()).startsWith("Usage: tocsin ").contains("Example: ");
        assertThat(said.out().lines()).allMatch(line -> line.startsWith("Example: ") || line.length() <= 120);
        assertThat(said.out().lines().filter(line -> line.startsWith("Example: ")))
                .allMatch(line -> line.contains("tocsin " + String.join(" ", path)) || line.contains("| tocsin "));
        assertThat(folder).isEmptyDirectory();
        assertThat(seat.run(Stream.concat(Stream.of("help"), path.stream()).toArray(String[]::new))
                        .out())
                .isEqualTo(said.out());
    }

    @Test
    void theListOfCommandsIsWholeWhateverElseIsSaid() {
        String all = done("--help").out();
        assertThat(all)
                .contains("Usage: tocsin ", "[COMMAND]")
                .contains(everyCommand().stream()
                        .filter(path -> path.size() == 1)
                        .map(path -> "\n  " + path.getFirst() + " ")
                        .toList());
        assertThat(done("--help", "log").out()).isEqualTo(all);
        assertThat(done("-h", "show", "--json").out()).isEqualTo(all);
    }

    @Test
    void theVersionIsOneLine() {
        assertThat(done("--version").out()).isEqualTo("tocsin 1.2.3\n");
    }

    // Wrong usage

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "lst | no command lst",
                "declare | TITLE",
                "declare x --severity 5 | 1, 2, 3 or 4",
                "declare x --severity urgent | 1, 2, 3 or 4",
                "declare x --type fire | outage, security, performance, data, integration",
                "declare x --env moon | production, staging, development, all",
                "declare x --at never | never",
                "declare one two | quotes",
                "log | INC",
                "log INC-2026-1121-001 | TEXT",
                "log INC-2026-1121-001 x --kind song | note, decision, action, hypothesis, question, todo",
                "log INC-2026-1121-001 -cold | put -- before",
                "log INC-2026-1121-001 x -cold | put -- before",
                "log INC-2026-1121-001 x --kind | --kind",
                "list --loud | no option --loud",
                "show INC-2026-1121-001 --view true | --at",
                "waive INC-2026-1121-001 closed.stop3 | --reason",
                "waive INC-2026-1121-001 closed.stop3 --reason x --days soon | --days",
                "case | export or import",
                "people | list, add",
                "setting | list, set or reset",
                "review | which part",
                "case export INC-2026-1121-001 | FILE",
                "verify a b | one word too many",
                "rebuild now | one word too many",
            })
    void wrongUsageSaysWhatIsRight(String words, String hint) {
        assertThat(fails(2, words.split(" ")).err()).contains(hint);
    }

    @ParameterizedTest
    @ValueSource(strings = {"song", "system"})
    void wrongWordsAreAnsweredWithTheRightOnes(String kind) {
        String id = declare("3");
        assertThat(fails(2, "log", id, "x", "--kind", kind).err())
                .contains("hypothesis")
                .doesNotContain("system,");
        assertThat(fails(2, "stamp", id, "birthday").err()).contains("impact-started", "stability-verified");
        assertThat(fails(2, "state", id, "happy").err()).contains("investigating", "closed");
        assertThat(fails(2, "assign", id, "king", "Ben").err()).contains("scribe", "deputy");
        assertThat(fails(2, "show", id, "--at", "12:00", "--view", "rosy").err())
                .contains("known, true");
        assertThat(fails(2, "pin", id, "nonsense").err()).contains("not a fact id");
        assertThat(fails(2, "assign", id, "scribe", "").err()).contains("name");
        assertThat(fails(2, "log", id, "x", "--as", " ").err()).contains("name");
        assertThat(seat.run(new ByteArrayInputStream(new byte[] {'x', '\n'}), List.of("log", id, "-", "--as", ""))
                        .exit())
                .isEqualTo(2);
    }

    @Test
    void wordsThatBeginWithADashGoBehindTwoDashes() {
        String id = declare("3");
        logged(id, "--", "-5 degrees");
        logged(id, "--at", "-5m", "--", "--kind");
        assertThat(done("show", id).out()).contains("-5 degrees", "--kind");
        assertThat(fails(2, "log", id, "- dash").err()).contains("put -- before");
    }

    @Test
    void moreThanACommandLineHoldsIsRefused() {
        assertThat(fails(2, "log", "INC-2026-1121-001", "x".repeat(300_000)).err())
                .contains("log INC -");
    }

    // Trouble

    @Test
    void aProfileThatCannotBeIsOneLineAndThree() throws IOException {
        Files.writeString(folder.resolve("profile"), "a file");
        assertThat(fails(3, "list").err()).contains("a file has its name", "--profile");
    }

    @Test
    void aProfileOfAnotherOwnerIsOneLineAndThree() {
        declare("3");
        try (var other = new Seat(folder)) {
            Said said = other.run("list");
            assertThat(said.exit()).isEqualTo(3);
            assertThat(said.err()).startsWith("tocsin: the profile ").hasLineCount(1);
        }
    }

    @Test
    void aFileThatIsNotThereIsTrouble() {
        assertThat(fails(3, "verify", "none.zip").err()).contains("no such file", "none.zip");
        assertThat(fails(3, "case", "import", "none.zip").err()).contains("no such file");
        assertThat(fails(3, "case", "import", ".").err()).contains("not a file");
    }

    @Test
    void anIncidentThatIsNotThereIsRefused() {
        for (String command : List.of("show", "undo", "accept", "withdraw", "unmerge")) {
            assertThat(refused(command, "INC-2020-0101-001").err()).contains("tocsin list --all");
        }
        assertThat(refused("log", "\u001b[31m", "x").err()).contains("<U+001B>").doesNotContain("\u001b");
    }

    // The forms of output

    @Test
    void declareAndReportPrintTheNumberAlone() {
        assertThat(done("declare", "One", "--severity", "2", "--type", "data", "--env", "staging")
                        .out())
                .matches(NUMBER + "\n");
        assertThat(done("report", "Two").out()).matches(NUMBER + "\n");
        assertThat(done("declare", "Three", "--severity", "sev-1", "--at", "-10m")
                        .out())
                .matches(NUMBER + "\n");
        assertThat(refused("declare", " ").err()).isNotBlank();
    }

    @Test
    void aReportedSignalIsDeclaredByItsId() {
        String id = done("report", "Slow search").line();
        Said said = seat.run("declare", id, "--severity", "2");
        assertThat(said.exit()).isZero();
        assertThat(said.out()).isEqualTo(id + "\n");
        assertThat(done("list").out()).contains(id, "SEV-2", "Slow search");
    }

    @Test
    void logPrintsOkAndTheFact() {
        String id = declare("3");
        for (String kind : List.of("note", "decision", "action", "hypothesis", "question", "todo")) {
            assertThat(done("log", id, "a " + kind, "--kind", kind).out()).matches("ok " + FACT + "\n");
        }
        assertThat(done("log", id.toLowerCase(java.util.Locale.ROOT), "late", "--at", "-1h")
                        .out())
                .matches("ok " + FACT + "\n");
        refused("log", id, " ");
        refused("log", id, "x".repeat(70_000));
    }

    @Test
    void listShowsRowsAndJson() {
        assertThat(done("list", "--json").out()).matches("\\[ ?]\n");
        String third = declare("3");
        String first = declare("1");
        String ended = done("report", "noise").line();
        done("state", ended, "false-alarm", "--reason", "a test");
        List<String> lines = done("list").out().lines().toList();
        assertThat(lines).hasSize(3);
        assertThat(lines.get(1)).contains(first, "SEV-1", "Checkout is down", "Ana");
        assertThat(lines.get(2)).contains(third, "SEV-3");
        assertThat(done("list", "--all").out()).contains(ended);
        String json = done("list", "--json").out();
        assertThat(json.replaceAll("\\s", ""))
                .startsWith("[{\"id\":\"" + first + "\",\"title\":\"Checkoutisdown\",\"severity\":1,"
                        + "\"state\":\"INVESTIGATING\",\"type\":\"outage\",\"commander\":\"Ana\",\"declaredAt\":\"");
        assertThat(done("list", "--all", "--json").out()).contains("FALSE_ALARM");
    }

    @Test
    void showTellsJsonWithThePromisedFieldsAndTheSameAtEveryAsking() {
        String id = declare("2");
        logged(id, "errors at 40 % \"quoted\" \\ \u0007");
        done("assign", id, "scribe", "Ben Okri");
        String json = done("show", id, "--json").out();
        for (String field : List.of(
                "id",
                "title",
                "severity",
                "state",
                "type",
                "commander",
                "declaredAt",
                "entries",
                "roles",
                "tasks",
                "stamps",
                "clocks",
                "gates",
                "kind",
                "text",
                "occurredAt",
                "recordedAt",
                "by",
                "struck")) {
            assertThat(json).contains("\"" + field + "\"");
        }
        assertThat(done("show", id, "--json").out()).isEqualTo(json);
        assertThat(done("show", id).out())
                .contains("Checkout is down", "scribe: Ben Okri")
                .doesNotContain("\u0007");
    }

    @Test
    void showLooksAtThePastInTwoWays() {
        String id = declare("3");
        seat.later(Duration.ofHours(2));
        logged(id, "known later", "--at", Instant.now().plusSeconds(600).toString());
        String minute = Instant.now().plusSeconds(1_200).toString();
        assertThat(done("show", id, "--at", minute).out()).doesNotContain("known later");
        assertThat(done("show", id, "--at", minute, "--view", "known", "--json").out())
                .doesNotContain("known later");
        assertThat(done("show", id, "--at", minute, "--view", "true").out()).contains("known later");
        assertThat(refused("show", id, "--at", "2020-01-01T00:00:00Z").err()).contains("first fact");
    }

    @Test
    void actsOfCommandPrintTheNewState() {
        String id = declare("3");
        assertThat(done("severity", id, "2").out()).isEqualTo(id + " INVESTIGATING SEV-2\n");
        assertThat(done("assign", id, "scribe", "Ben").out()).isEqualTo(id + " INVESTIGATING SEV-2\n");
        assertThat(done("release", id, "scribe", "Ben").out()).isEqualTo(id + " INVESTIGATING SEV-2\n");
        assertThat(done("stamp", id, "detected", "--at", "-10m").exit()).isZero();
        assertThat(done("handover", id, "Ben").out()).startsWith(id);
        assertThat(refused("accept", id, "--as", "Cara").err()).isNotBlank();
        assertThat(done("accept", id, "--as", "Ben").out()).startsWith(id);
        assertThat(done("show", id).out()).contains("Commander Ben");
        assertThat(done("change", id, "--title", "Checkout down", "--type", "data", "--env", "all")
                        .out())
                .startsWith(id);
        assertThat(done("show", id).out()).contains("Checkout down", "data");
        fails(2, "change", id);
        done("handover", id, "Cara", "--as", "Ben");
        done("decline", id, "--reason", "off shift", "--as", "Cara");
        done("handover", id, "Cara", "--as", "Ben");
        done("withdraw", id, "--as", "Ben");
        assertThat(done("take-command", id, "--reason", "unreachable", "--as", "Cara")
                        .out())
                .startsWith(id);
    }

    @Test
    void whatCameOfLinesOfTheLog() {
        String id = declare("3");
        String note = logged(id, "host db-2");
        done("correct", id, note, "host db-3", "--time", "-5m");
        done("pin", id, note);
        done("pin", id, note, "--off");
        done("strike", id, note, "--reason", "wrong host");
        String question = logged(id, "who deployed?", "--kind", "question");
        done("answer", id, question, "Ben did");
        String guess = logged(id, "pool too small", "--kind", "hypothesis");
        done("judge", id, guess, "supported", "--evidence", "pool at 100 of 100");
        String decision = logged(id, "roll back", "--kind", "decision");
        done("poll", id, decision);
        done("poll", id, decision, "--object", "the cache is cold", "--as", "Ben");
        done("poll", id, decision, "--close", "going");
        String task =
                done("task", id, "Ben", "check the pool", "--box", "10m").line().substring(3);
        done("task-set", id, task, "read-back", "--as", "Ben");
        done("task-set", id, task, "extend", "--by", "5m");
        done("task-set", id, task, "reassign", "--to", "Cara");
        done("task-set", id, task, "done", "--note", "limit is 200");
        assertThat(fails(2, "task-set", id, task, "extend").err()).contains("--by");
        assertThat(fails(2, "task-set", id, task, "reassign").err()).contains("--to");
        String shown = done("show", id, "--json").out();
        assertThat(shown)
                .contains("host db-3", "wrong host", "Ben did", "pool at 100 of 100", "cache is cold", "limit is 200");
        logged(id, "taken back");
        done("undo", id);
        assertThat(done("show", id).out()).doesNotContain("  Ana: taken back");
        done("update", id, "We see errors.", "--to", "public");
    }

    @Test
    void redactPrintsOkAndTheWordsAreGone() {
        String id = declare("3");
        String secret = logged(id, "hunter2-canary");
        assertThat(done("redact", id, secret, "--reason", "password").out()).matches("ok " + FACT + "\n");
        assertThat(done("show", id, "--json").out()).doesNotContain("hunter2-canary");
        assertThat(done("show", id).out()).doesNotContain("hunter2-canary");
        refused("redact", id, secret, "--reason", "again");
        fails(2, "redact", id, secret);
        fails(2, "redact", id, secret, "--words", "x", "--reason", "both");
        fails(2, "redact", id, "--reason", "neither");
        logged(id, "it was hunter3-canary, all day");
        assertThat(done("redact", id, "--words", "hunter3-canary", "--reason", "password")
                        .out())
                .matches("ok " + FACT + "\n");
        assertThat(done("show", id).out()).contains("it was ██████████████, all day");
        refused("redact", id, "--words", "hunter3-canary", "--reason", "again");
        fails(2, "redact", id, secret, "--reason", " ");
    }

    @Test
    void incidentsAreTiedTogetherAndApart() {
        String one = declare("3");
        String two = declare("3");
        assertThat(done("link", two, one, "--relation", "caused-by").out()).startsWith(two);
        done("link", two, one, "--off");
        assertThat(done("merge", two, one, "--reason", "same pool").out()).startsWith(two + " MERGED");
        refused("merge", two, one);
        assertThat(done("unmerge", two).out()).startsWith(two + " INVESTIGATING");
        refused("unmerge", two);
        refused("merge", one, one);
    }

    @Test
    void caseFilesGoOutAndIn() throws IOException {
        String id = declare("3");
        logged(id, "a line");
        assertThat(done("case", "export", id, "case.zip").out()).matches("exported: 2 facts\n");
        assertThat(folder.resolve("case.zip")).isRegularFile();
        refused("case", "export", id, "case.zip");
        assertThat(done("verify", "case.zip").out()).isEqualTo("whole: 2 facts, 1 desks\n");
        try (var other = new Seat(Files.createDirectory(folder.resolve("other")))) {
            assertThat(other.run("case", "import", "../case.zip").out())
                    .isEqualTo("imported " + id + ": 2 new facts, 0 known, 0 new attachments\n");
            assertThat(other.run("case", "import", "../case.zip").out())
                    .isEqualTo("imported " + id + ": 0 new facts, 2 known, 0 new attachments\n");
            assertThat(other.run("show", id, "--json").out())
                    .isEqualTo(done("show", id, "--json").out());
        }
        Files.writeString(folder.resolve("bad.zip"), "no zip");
        Said bad = seat.run("verify", "bad.zip");
        assertThat(bad.exit()).isEqualTo(1);
        assertThat(bad.err()).startsWith("tocsin: damaged: ").hasLineCount(1);
        refused("case", "import", "bad.zip");
    }

    @Test
    void aRoleWithANameOfTheTeamsOwnIsReadAndAssignedByIt() {
        String id = done("declare", "Checkout errors").line();
        done("setting", "set", "role.scribe", "Log keeper");
        done("assign", id, "log keeper", "Ben");
        assertThat(done("show", id).out()).contains("Log keeper: Ben");
        assertThat(refused("setting", "set", "role.deputy", "Log keeper").err()).contains("Log keeper");
        done("setting", "reset", "role.scribe");
        assertThat(done("show", id).out()).contains("scribe: Ben");
    }

    @Test
    void peopleAreListedAddedImportedAndExported() throws IOException {
        done("people", "team", "Payments");
        done("people", "add", "Ana Kovač", "AK", "--contact", "+49 30 555", "--role", "ic", "--team", "payments");
        assertThat(done("people", "list").line()).isEqualTo("AK  Ana Kovač  Payments  +49 30 555  commander");
        Files.writeString(folder.resolve("bad.csv"), "name,initials\nBen,AK\n,X\n");
        done("people", "rename", "Ana Kovač", "Ana Novak");
        assertThat(done("people", "list").line()).startsWith("AN  Ana Novak");
        assertThat(refused("people", "rename", "Nobody", "Eva").err()).contains("tocsin people add");
        done("people", "rename", "Ana Novak", "Ana Kovač");
        assertThat(refused("people", "import", "bad.csv").err()).contains("line 2: ", "line 3: ");
        assertThat(done("people", "list").out().lines()).hasSize(1);
        Files.writeString(folder.resolve("good.csv"), "name,initials\nBen,B\n");
        done("people", "import", "good.csv");
        done("people", "export", "out.csv");
        assertThat(Files.readString(folder.resolve("out.csv"))).contains("Ana Kovač,AK,'+49 30 555,commander,Payments");
        fails(3, "people", "export", "out.csv");
        done("people", "leave", "ben");
        refused("people", "leave", "ben");
        fails(2, "people", "add", "Cara", "C", "--role", "king");
    }

    @Test
    void settingsAreListedSetAndReset() {
        assertThat(done("setting", "list").out()).contains("  updates.sev1 = 30m\n");
        assertThat(refused("setting", "set", "updates.sev1", "never").err()).contains("daily 16:00");
        done("setting", "set", "updates.sev1", "20m");
        assertThat(done("setting", "list").out()).contains("* updates.sev1 = 20m\n");
        done("setting", "reset", "updates.sev1");
        assertThat(done("setting", "list").out()).doesNotContain("* ");
    }

    @Test
    void stepsOfTheChecklistAreShownAndMarked() {
        String id = declare("1");
        assertThat(done("check", id, "outage.scope", "done").out()).isEqualTo(id + " INVESTIGATING SEV-1\n");
        refused("check", id, "outage.team", "skipped");
        done("check", id, "outage.team", "skipped", "--reason", "all are here");
        done("check", id, "outage.channels", "na");
        done("check", id, "outage.scope", "open");
        assertThat(done("check", id).out())
                .contains("(2/7)", "[ ] outage.scope: ", "[x] outage.team: ", "[x] outage.channels: ");
        refused("check", id, "no.such", "done");
        fails(2, "check", id, "outage.scope");
        fails(2, "check", id, "outage.scope", "perhaps");
    }

    @Test
    void theProfileLooksAfterItself() {
        String id = declare("3");
        logged(id, "a line");
        assertThat(done("verify").out()).isEqualTo("whole: 3 facts, 1 desks\n");
        assertThat(done("rebuild").out()).endsWith("rebuilt: 3 facts, 1 incidents\n");
        Said doctor = seat.run("doctor");
        assertThat(doctor.out()).contains("java ", "display ", "profile ", "disk ", "clock ", "journal ", "store ");
        assertThat(doctor.out().lines()).hasSizeGreaterThanOrEqualTo(7);
        assertThat(done("tour", "pictures").out()).endsWith("board-dark.png\n");
    }

    // The whole life of a SEV-1

    private String monitored() {
        String id = declare("1");
        assertThat(refused("state", id, "identified").err()).contains("identified.hypothesis");
        logged(id, "pool exhausted, confidence low", "--kind", "hypothesis");
        Said identified = done("state", id, "identified");
        assertThat(identified.out()).isEqualTo(id + " IDENTIFIED SEV-1\n");
        assertThat(identified.err()).contains("tocsin: warning: ");
        assertThat(refused("state", id, "mitigating").err()).contains("mitigating.plan");
        done(
                "plan",
                id,
                "roll back",
                "--owner",
                "Ben",
                "--back",
                "roll forward",
                "--step",
                "drain",
                "--step",
                "switch");
        done("state", id, "mitigating");
        assertThat(refused("state", id, "monitoring").err()).contains("monitoring.steps");
        done("step", id, "1", "done");
        refused("step", id, "3", "done");
        refused("step", id, "2", "abandoned");
        done("step", id, "2", "abandoned", "--reason", "not needed");
        done("stamp", id, "fix-applied", "--by", "Ben");
        done("state", id, "monitoring");
        return id;
    }

    private String inHardening() {
        String id = monitored();
        assertThat(refused("state", id, "resolved").err())
                .contains("resolved.verified", "resolved.soak", "resolved.impact-ended");
        assertThat(refused("stamp", id, "stability-verified", "--by", "Ben").err())
                .isNotBlank();
        done("stamp", id, "stability-verified", "--by", "Eve");
        done("stamp", id, "impact-ended");
        assertThat(refused("state", id, "resolved").err())
                .contains("resolved.soak")
                .doesNotContain("resolved.verified");
        seat.later(Duration.ofMinutes(61));
        done("state", id, "resolved");
        assertThat(refused("state", id, "postmortem").err()).contains("postmortem.owner");
        done("review", "owner", id, "Ana");
        assertThat(refused("state", id, "hardening").err())
                .contains("hardening.cause", "hardening.impact", "hardening.actions", "hardening.approved");
        done("review", "impact", id, "--domain", "checkout", "--data", "none", "--business", "412 orders");
        done("review", "cause", id, "config review", "defaults are not in the diff");
        assertThat(done(
                                "review",
                                "action",
                                id,
                                "prevent",
                                "show defaults",
                                "--owner",
                                "Ben",
                                "--due",
                                "2030-12-05",
                                "--measure",
                                "old case fails")
                        .out())
                .matches("ok " + FACT + "\n");
        fails(2, "review", "action", id, "prevent", "x", "--owner", "Ben", "--due", "soon", "--measure", "y");
        done("review", "submit", id);
        refused("review", "approve", id);
        done("review", "return", id, "--reason", "impact is thin", "--as", "Eve");
        done("review", "submit", id);
        done("review", "approve", id, "--as", "Eve");
        assertThat(done("show", id, "--json").out()).containsPattern("\"state\" ?: \"HARDENING\"");
        return id;
    }

    @Test
    void aSevereIncidentPassesEveryGateToItsEnd() {
        String id = inHardening();
        assertThat(refused("state", id, "closed").err()).contains("closed.stop3");
        done("review", "merged", id, "commit-1");
        assertThat(refused("state", id, "closed").err()).contains("closed.stop3");
        done(
                "review",
                "harden",
                id,
                "--rule",
                "CR-7",
                "--said",
                "show the changes",
                "--slip",
                "too-weak",
                "--wording",
                "defaults count",
                "--gate",
                "ci/config",
                "--proof",
                "run 812 fails",
                "--reviewer",
                "Eve");
        done("review", "merged", id, "commit-1", "--old-case-fails");
        assertThat(done("state", id, "closed").out()).isEqualTo(id + " CLOSED SEV-1\n");
        assertThat(done("list").out()).doesNotContain(id);
        assertThat(done("list", "--all").out()).contains(id);
    }

    @Test
    void twoPeopleMayWaiveTheLastGateOnTheRecord() {
        String id = inHardening();
        assertThat(refused("waive", id, "closed.stop3", "--reason", "vendor rule")
                        .err())
                .contains("--second");
        assertThat(refused("waive", id, "closed.stop9", "--reason", "x", "--second", "Eve")
                        .err())
                .isNotBlank();
        assertThat(done("waive", id, "closed.stop3", "--reason", "vendor rule", "--second", "Eve")
                        .out())
                .isEqualTo(id + " HARDENING SEV-1\n");
        assertThat(done("state", id, "closed").out()).isEqualTo(id + " CLOSED SEV-1\n");
        assertThat(done("show", id, "--json").out()).contains("vendor rule").containsPattern("\"second\" ?: \"Eve\"");
    }

    // Standard input

    private List<String> texts(String id) {
        return done("show", id, "--json")
                .out()
                .lines()
                .map(String::strip)
                .filter(line -> line.matches("\"text\" ?: .*"))
                .map(line -> line.substring(line.indexOf(": ") + 3, line.lastIndexOf('"')))
                .toList();
    }

    @Test
    void everyLineOfStandardInputBecomesAnEntry() {
        String id = declare("3");
        Said said = seat.typed("\ufeffone\r\n\n   \ntwo\nünï 🔥\nlast without end", "log", id, "-", "--kind", "action");
        assertThat(said.exit()).isZero();
        assertThat(said.err()).isEmpty();
        assertThat(said.out().lines())
                .hasSize(4)
                .allMatch(line -> line.matches("ok " + FACT))
                .doesNotHaveDuplicates();
        assertThat(texts(id)).containsSubsequence("one", "two", "ünï 🔥", "last without end");
        assertThat(seat.typed("", "log", id, "-").exit()).isZero();
    }

    @Test
    void aLineThatIsTooLongIsRefusedByItsNumberAndTheOthersAreKept() {
        String id = declare("3");
        Said said = seat.typed("before\n" + "x".repeat(70_000) + "\n\nafter\n", "log", id, "-");
        assertThat(said.exit()).isEqualTo(1);
        assertThat(said.out().lines()).hasSize(2);
        assertThat(said.err().lines()).hasSize(2).allMatch(line -> line.startsWith("tocsin: "));
        assertThat(said.err()).contains("line 2: ").contains("1 line was not written");
        assertThat(texts(id)).contains("before", "after");
    }

    @Test
    void theLongestLineThatFitsFitsWithEitherLineEnd() {
        String id = declare("3");
        String longest = "x".repeat(65_536);
        assertThat(seat.typed(longest + "\r\n" + longest + "\n", "log", id, "-").exit())
                .isZero();
    }

    @Test
    void bytesThatAreNoTextAreKeptAsFarAsTheyAre() {
        String id = declare("3");
        var in = new ByteArrayInputStream(new byte[] {'a', (byte) 0xff, (byte) 0xc3, '\n', 'b', '\n'});
        Said said = seat.run(in, List.of("log", id, "-"));
        assertThat(said.exit()).isZero();
        assertThat(said.out().lines()).hasSize(2);
    }

    @Test
    void tenThousandLinesAreAnsweredInTheirOrder() {
        String id = declare("3");
        String all =
                IntStream.range(0, 10_000).mapToObj(i -> "line " + i + "\n").collect(Collectors.joining());
        Said said = seat.typed(all, "log", id, "-");
        assertThat(said.exit()).isZero();
        List<Long> numbers = said.out()
                .lines()
                .map(line -> Long.valueOf(line.substring(line.lastIndexOf('-') + 1)))
                .toList();
        assertThat(numbers).hasSize(10_000).isSorted();
    }

    // Searching

    @Test
    void searchFindsWhatWasLoggedAndNamesABadChip() {
        String id = declare("2");
        logged(id, "connection pool exhausted");
        assertThat(done("search", "pool", "exh").line()).contains(id, "note", "connection pool exhausted");
        assertThat(done("search", "pool", "--json").out()).contains("\"total\" : 1", "\"incident\" : \"" + id + "\"");
        assertThat(done("search", "nowhere").line()).isEqualTo("Nothing found.");
        assertThat(refused("search", "pool", "kind:nte").err()).contains("kind:nte", "hypothesis");
        assertThat(done("doctor").out()).contains("index ");
    }
}
