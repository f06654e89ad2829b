package tocsin.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tocsin.cli.Seat.Said;
import tocsin.journal.codec.Json;

/// The review from the terminal: what it takes to close an incident, and the ways that do not lead there.
class LearnTest {
    private static final String FACT = "[a-z2-7]{16}-\\d+";

    @TempDir
    Path folder;

    private Seat seat;

    @BeforeEach
    void sitDown() {
        seat = new Seat(folder.resolve("here"));
    }

    @AfterEach
    void standUp() {
        seat.close();
    }

    private Said done(String... words) {
        return done(seat, words);
    }

    private static Said done(Seat at, String... words) {
        Said said = at.run(words);
        assertThat(said.exit()).as("%s: %s", List.of(words), said.err()).isZero();
        assertThat(said.err().lines()).allMatch(line -> line.startsWith("tocsin: warning: "));
        return said;
    }

    private String refused(String... words) {
        return fails(1, words);
    }

    private String fails(int exit, String... words) {
        Said said = seat.run(words);
        assertThat(said.exit())
                .as("%s: %s%s", List.of(words), said.out(), said.err())
                .isEqualTo(exit);
        assertThat(said.err()).startsWith("tocsin: ");
        assertThat(said.err().lines()).hasSize(1);
        return said.err();
    }

    private static String id(Said said) {
        assertThat(said.out()).matches("ok " + FACT + "\n");
        return said.line().substring(3);
    }

    private Map<?, ?> review(String incident) throws Exception {
        var tree = (Map<?, ?>) Json.read(done("show", incident, "--json").out());
        return (Map<?, ?>) tree.get("review");
    }

    private String resolved(String level) {
        String incident =
                done("declare", "Checkout is down", "--severity", level).line();
        done("log", incident, "pool exhausted, confidence low", "--kind", "hypothesis");
        done("state", incident, "identified");
        done("plan", incident, "roll back", "--owner", "Ben", "--back", "roll forward");
        done("state", incident, "mitigating");
        done("stamp", incident, "fix-applied", "--by", "Ben");
        done("state", incident, "monitoring");
        done("stamp", incident, "stability-verified", "--by", "Eve");
        done("stamp", incident, "impact-ended");
        seat.later(Duration.ofMinutes(61));
        done("state", incident, "resolved");
        return incident;
    }

    private String action(String incident) {
        return id(done(
                "review",
                "action",
                incident,
                "prevent",
                "Show defaults in the diff",
                "--owner",
                "Ben",
                "--measure",
                "the old case fails"));
    }

    private String hardening(String level) {
        String incident = resolved(level);
        done("review", "owner", incident, "Ana");
        done("review", "impact", incident, "--domain", "checkout", "--data", "none", "--business", "412 orders");
        done("review", "cause", incident, "CR-7", "defaults are not in the diff");
        action(incident);
        done("review", "submit", incident);
        done("review", "approve", incident, "--as", "Eve");
        return incident;
    }

    private void harden(String incident) {
        done(
                "review",
                "harden",
                incident,
                "--rule",
                "CR-7",
                "--said",
                "changes are shown",
                "--slip",
                "too-weak",
                "--wording",
                "defaults too",
                "--gate",
                "ci",
                "--proof",
                "run 8 fails",
                "--reviewer",
                "Eve");
    }

    // The way to the end

    @ParameterizedTest
    @CsvSource({"1", "2", "3", "4"})
    void everyGateIsRefusedByNameAndThenMet(String level) {
        String incident = resolved(level);
        assertThat(refused("state", incident, "postmortem")).contains("postmortem.owner", "tocsin review owner INC");
        done("review", "owner", incident, "Ana");
        assertThat(refused("state", incident, "hardening"))
                .contains("hardening.cause", "hardening.impact", "hardening.actions", "hardening.approved");
        assertThat(refused("close", incident)).isNotBlank();
        done("review", "submit", incident);
        assertThat(refused("review", "approve", incident, "--as", "Eve"))
                .contains("hardening.cause", "hardening.impact", "hardening.actions")
                .doesNotContain("hardening.approved");
        done("review", "cause", incident, "CR-7", "defaults are not in the diff");
        done("review", "impact", incident, "--domain", "checkout", "--data", "none", "--business", "412 orders");
        assertThat(refused("review", "approve", incident, "--as", "Eve")).contains("tocsin review action INC");
        action(incident);
        assertThat(refused("review", "approve", incident)).contains("Ana");
        done("review", "approve", incident, "--as", "Eve");
        assertThat(refused("close", incident)).contains("closed.stop3", "tocsin review harden");
        done("review", "merged", incident, "commit-1", "--old-case-fails");
        assertThat(refused("close", incident)).contains("closed.stop3");
        harden(incident);
        done("review", "merged", incident, "commit-1");
        assertThat(refused("close", incident)).contains("closed.stop3");
        done("review", "merged", incident, "commit-1", "--old-case-fails");
        assertThat(done("review", "show", incident).out())
                .contains("[x] closed.stop1", "[x] closed.stop2", "[x] closed.stop3", "postmortem: approved, Ana");
        assertThat(done("close", incident).out()).isEqualTo(incident + " CLOSED SEV-" + level + "\n");
    }

    @Test
    void anEditAfterTheApprovalOpensStopTwoAgain() {
        String incident = hardening("1");
        harden(incident);
        done("review", "merged", incident, "commit-1", "--old-case-fails");
        done("review", "impact", incident, "--users", "about 4 000");
        assertThat(refused("close", incident)).contains("closed.stop2").doesNotContain("closed.stop1", "closed.stop3");
        done("review", "submit", incident);
        done("review", "approve", incident, "--as", "Eve");
        done("close", incident);
    }

    @Test
    void stopOneIsAskedAgainWhenTheVerifierFixedItToo() {
        String incident = hardening("2");
        harden(incident);
        done("review", "merged", incident, "commit-1", "--old-case-fails");
        done("stamp", incident, "fix-applied", "--by", "Eve");
        assertThat(refused("close", incident)).contains("closed.stop1", "tocsin stamp INC stability-verified");
        assertThat(refused("stamp", incident, "stability-verified", "--by", "Eve"))
                .isNotBlank();
        done("stamp", incident, "stability-verified", "--by", "Cara");
        done("close", incident);
    }

    @ParameterizedTest
    @CsvSource({"closed.stop1", "closed.stop2", "closed.stop3"})
    void aSevereOneIsWaivedByTwoNamesOnly(String gate) {
        String incident = hardening("1");
        assertThat(refused("waive", incident, gate, "--reason", "vendor")).contains("--second");
        refused("waive", incident, gate, "--reason", "vendor", "--second", "Ana");
        done("severity", incident, "4", "--reason", "small after all");
        assertThat(refused("waive", incident, gate, "--reason", "vendor")).contains("--second");
        done("waive", incident, gate, "--reason", "vendor", "--second", "Eve");
        assertThat(done("show", incident, "--json").out()).containsPattern("\"gate\" ?: \"" + gate + "\"");
    }

    @Test
    void noOtherPathCloses() {
        String incident = hardening("2");
        String other = done("declare", "Another", "--severity", "3").line();
        assertThat(refused("stamp", incident, "rules-merged")).contains("review");
        String entry = done("log", incident, "a line").line().substring(3);
        done("redact", incident, entry, "--reason", "a secret");
        assertThat(refused("redact", incident, entry.replaceAll("\\d+$", "1"), "--reason", "x"))
                .isNotBlank();
        done("merge", incident, other, "--reason", "same pool");
        refused("close", incident);
        done("unmerge", incident);
        assertThat(refused("close", incident)).contains("closed.stop3");
        harden(incident);
        done("review", "merged", incident, "commit-1", "--old-case-fails");
        done("undo", incident);
        assertThat(refused("close", incident)).contains("closed.stop3");
        done("state", incident, "investigating", "--reason", "it is back");
        assertThat(refused("state", incident, "false-alarm", "--reason", "never mind"))
                .contains("state INC closed");
    }

    @Test
    void aCaseFileBringsItsOpenStopsAlong() {
        String incident = hardening("1");
        done("case", "export", incident, "a.tocsin");
        try (var there = new Seat(folder.resolve("there"))) {
            String file = folder.resolve("here").resolve("a.tocsin").toString();
            done(there, "case", "import", file);
            Said said = there.run("close", incident);
            assertThat(said.exit()).isEqualTo(1);
            assertThat(said.err()).contains("closed.stop3");
        }
    }

    // The parts

    @Test
    void figuresAndTriggersAreNamed() throws Exception {
        String incident = resolved("3");
        done("review", "impact", incident, "--users", "4 000", "--sla", "2 of 14");
        var figures = (Map<?, ?>) review(incident).get("figures");
        assertThat(figures.get("users")).isEqualTo("4 000");
        assertThat(figures.get("slaBreaches")).isEqualTo("2 of 14");
        assertThat(refused("review", "impact", incident, "--domain", "checkout"))
                .contains("three");
        fails(2, "review", "impact", incident);
        assertThat(review(incident).get("form")).isEqualTo("short");
        assertThat(review(incident).get("proposedTriggers")).hasToString("[rollback]");
        done("review", "full-form", incident, "rollback");
        assertThat(review(incident).get("form")).isEqualTo("full");
        assertThat(review(incident).get("proposedTriggers")).hasToString("[]");
    }

    @Test
    void anActionIsWorkedOffFromTheTerminal() throws Exception {
        String incident = resolved("2");
        String action = action(incident);
        refused("review", "action-set", incident, action, "verify", "--note", "seen");
        done("review", "action-set", incident, action, "begin");
        done("review", "action-set", incident, action, "reassign", "--to", "Eve");
        done("review", "action-set", incident, action, "move", "--due", "2031-01-02", "--note", "freeze");
        done("review", "action-set", incident, action, "reword", "--measure", "run 812 fails");
        done("review", "action-set", incident, action, "tie", "--ticket", "OPS-7", "--hardens", "yes");
        done("review", "action-set", incident, action, "tie", "--priority", "high");
        done("review", "action-set", incident, action, "done", "--note", "merged");
        done("review", "action-set", incident, action, "verify", "--note", "it failed", "--as", "Cara");
        fails(2, "review", "action-set", incident, action, "move", "--note", "x");
        fails(2, "review", "action-set", incident, action, "tie");
        fails(2, "review", "action-set", incident, action, "perhaps");
        var item = (Map<?, ?>) ((List<?>) review(incident).get("actions")).getFirst();
        assertThat(item.get("status")).isEqualTo("done");
        assertThat(item.get("owner")).isEqualTo("Eve");
        assertThat(item.get("due")).isEqualTo("2031-01-02");
        assertThat(item.get("measure")).isEqualTo("run 812 fails");
        assertThat(item.get("ticket")).isEqualTo("OPS-7");
        assertThat(item.get("priority")).isEqualTo("high");
        assertThat(item.get("hardens")).isEqualTo(true);
        assertThat((Map<?, ?>) item.get("verified")).extracting("by").isEqualTo("Cara");
    }

    @Test
    void aTeamOwnsNothingAndAnEmptyWishIsAdvisedUpon() {
        String incident = resolved("3");
        done("people", "team", "Payments");
        assertThat(refused(
                        "review", "action", incident, "prevent", "Test it", "--owner", "payments", "--measure", "ok"))
                .contains("payments", "one person");
        assertThat(refused("review", "action", incident, "investigate", "Find it", "--owner", "Ben", "--measure", "ok"))
                .contains("--due");
        assertThat(done("review", "action", incident, "prevent", "Be more careful", "--owner", "Ben", "--measure", "ok")
                        .err())
                .contains("promises nothing: be more careful", "score ");
        done("review", "decline", incident, "repair", "A second site", "--reason", "too dear");
    }

    @Test
    void reviewersAreAskedAndSayTheyAreDone() throws Exception {
        String incident = resolved("2");
        done("review", "owner", incident, "Ana");
        refused("review", "ask", incident, "Ana");
        done("review", "ask", incident, "Ben");
        done("review", "ask", incident, "Cara");
        done("review", "release", incident, "Cara");
        done("review", "submit", incident);
        refused("review", "reviewed", incident, "--as", "Cara");
        done("review", "reviewed", incident, "--as", "Ben", "--note", "good");
        assertThat(review(incident).get("status")).isEqualTo("reviewed");
        done("review", "return", incident, "--reason", "thin");
        assertThat(review(incident).get("status")).isEqualTo("draft");
    }

    @Test
    void peopleTalkAboutTheDocument() throws Exception {
        String incident = resolved("2");
        String comment = id(done("review", "comment", incident, "summary", "which pool?", "--quote", "the pool"));
        done("review", "comment-set", incident, comment, "answer", "--note", "orders");
        done("review", "comment-set", incident, comment, "settle");
        done("review", "comment-set", incident, comment, "reopen");
        refused("review", "comment", incident, "No Section", "x");
        String slip = id(done("review", "comment", incident, "summary", "the password is swordfish"));
        done("redact", incident, slip, "--reason", "a password");
        assertThat(done("show", incident, "--json").out()).doesNotContain("swordfish");
        String parked = id(done("review", "note", incident, "who pays", "--parked"));
        id(done("review", "unpark", incident, parked, "--reason", "the budget round has it"));
        refused("review", "unpark", incident, parked, "--reason", "again");
        done("review", "held", incident, "--from", "-50m", "--to", "-1m");
        fails(2, "review", "held", incident, "--from", "never", "--to", "now");
        Map<?, ?> review = review(incident);
        assertThat((List<?>) review.get("comments")).hasSize(1);
        assertThat((List<?>) review.get("meetingNotes")).hasSize(1);
        assertThat((List<?>) review.get("meetings")).hasSize(1);
    }

    @Test
    void aHardeningSaysWhereItStandsAndWhoWasTold() throws Exception {
        String incident = hardening("3");
        assertThat(refused(
                        "review",
                        "harden",
                        incident,
                        "--rule",
                        "CR-7",
                        "--slip",
                        "too-weak",
                        "--wording",
                        "new",
                        "--gate",
                        "ci",
                        "--proof",
                        "run 8",
                        "--reviewer",
                        "Eve"))
                .contains("absent");
        done(
                "review",
                "harden",
                incident,
                "--rule",
                "CR-8",
                "--slip",
                "absent",
                "--wording",
                "new",
                "--gate",
                "ci",
                "--proof",
                "run 8",
                "--reviewer",
                "Eve",
                "--place",
                "rules.md",
                "--effective",
                "2026-12-01");
        var rule = (Map<?, ?>) ((List<?>) review(incident).get("hardenings")).getFirst();
        assertThat(rule.get("place")).isEqualTo("rules.md");
        assertThat(rule.get("effectiveFrom")).isEqualTo("2026-12-01");
        done("review", "rollout", incident, String.valueOf(rule.get("id")), "--told", "all on call");
        fails(2, "review", "rollout", incident, String.valueOf(rule.get("id")));
    }

    @Test
    void theSameRuleWithinNinetyDaysIsSaid() {
        String first = hardening("3");
        harden(first);
        done("review", "merged", first, "commit-1", "--old-case-fails");
        done("close", first);
        seat.later(Duration.ofDays(40));
        String second = resolved("3");
        assertThat(done("review", "show", second).out()).doesNotContain("hardening failed");
        done("review", "cause", second, "cr 7", "it was bypassed");
        assertThat(done("review", "show", second).out())
                .contains("! hardening failed: CR-7, hardened in " + first + ", let " + second);
    }

    // All incidents

    @Test
    void actionsOfAllIncidentsAreListedAndFiltered() {
        assertThat(done("actions", "list").out()).isEqualTo("No actions.\n");
        String first = resolved("1");
        String second = resolved("3");
        String late = id(done(
                "review",
                "action",
                first,
                "detect",
                "Alarm on a full pool",
                "--owner",
                "Eve",
                "--due",
                "2020-01-02",
                "--measure",
                "it rings",
                "--factor",
                "detection-gap"));
        action(second);
        assertThat(done("actions", "list").out().lines())
                .hasSize(3)
                .element(1)
                .asString()
                .contains(first, "! 2020-01-02", "Eve", late);
        assertThat(done("actions", "list", "--overdue").out()).contains(late).doesNotContain(second);
        assertThat(done("actions", "list", "--owner", "ben").out())
                .contains(second)
                .doesNotContain(late);
        assertThat(done("actions", "list", "--factor", "detection-gap").out())
                .contains(late)
                .doesNotContain(second);
        assertThat(done("actions", "list", "--incident", second).out()).doesNotContain(late);
        assertThat(done("actions", "list", "--json").out())
                .containsPattern("\"overdue\" ?: true")
                .containsPattern("\"score\" ?: \\d");
        done("review", "action-set", first, late, "done", "--note", "it rings");
        assertThat(done("actions", "list").out()).doesNotContain(late);
        assertThat(done("actions", "list", "--all").out()).contains(late);
        fails(2, "actions", "list", "--json", "--csv");
        fails(2, "actions");
    }

    @Test
    void actionsGoOutAsATableAndComeBack() throws IOException {
        String incident = resolved("2");
        String action = action(incident);
        String table = done("actions", "list", "--csv").out();
        Path file = folder.resolve("here").resolve("actions.csv");
        Files.writeString(file, table, UTF_8);
        assertThat(done("actions", "import", "actions.csv").out()).isEqualTo("ok, nothing to change\n");
        String changed = table.replace(",Ben,", ",Eve,").replace(",open,,", ",done,merged,") + incident
                + ",,detect,Alarm on a full pool,Cara,,it rings,,,low,OPS-9,,no,,\r\n";
        Files.writeString(file, changed, UTF_8);
        assertThat(done("actions", "import", "actions.csv").out()).isEqualTo("imported: 2 actions\n");
        assertThat(done("actions", "list", "--all", "--csv").out())
                .contains(action + ",prevent,Show defaults in the diff,Eve,", ",done,merged,")
                .contains(",detect,Alarm on a full pool,Cara,", ",low,OPS-9,,no,,");
    }

    @Test
    void everyBadRowIsNamedAndNothingIsTakenIn() throws IOException {
        String incident = resolved("2");
        done("people", "team", "Payments");
        String heading = "incident,kind,text,owner,due,measure\r\n";
        Files.writeString(
                folder.resolve("here").resolve("bad.csv"),
                heading
                        + incident + ",prevent,Good one,Ben,2026-12-05,it works well\r\n"
                        + "INC-1999-0101-001,prevent,x,Ben,,m\r\n"
                        + incident + ",sometimes,x,Ben,,m\r\n"
                        + incident + ",prevent,x,Payments,,m\r\n"
                        + incident + ",prevent,x,Ben,soon,m\r\n"
                        + incident + ",investigate,x,Ben,,m\r\n"
                        + incident + ",prevent,,Ben,,m\r\n",
                UTF_8);
        assertThat(refused("actions", "import", "bad.csv"))
                .contains("line 3", "line 4", "line 5", "line 6", "line 7", "line 8")
                .doesNotContain("line 2:");
        assertThat(done("actions", "list").out()).isEqualTo("No actions.\n");
        var many = new StringBuilder(heading);
        for (int i = 0; i < 8; i++) {
            many.append(incident).append(",prevent,Do thing ").append(i).append(",Ben,,it works\r\n");
        }
        Files.writeString(folder.resolve("here").resolve("many.csv"), many, UTF_8);
        assertThat(refused("actions", "import", "many.csv")).contains("line 9").doesNotContain("line 8:");
        assertThat(done("actions", "list").out()).isEqualTo("No actions.\n");
    }

    @Test
    void aFormulaLeavesAsWordsAndComesBackAsItWas() throws IOException {
        String incident = resolved("3");
        done("review", "action", incident, "repair", "=cmd|calc", "--owner", "Ben", "--measure", "+1 works");
        String table = done("actions", "list", "--csv").out();
        assertThat(table).contains(",'=cmd|calc,").contains(",'+1 works,");
        Files.writeString(folder.resolve("here").resolve("a.csv"), table, UTF_8);
        assertThat(done("actions", "import", "a.csv").out()).isEqualTo("ok, nothing to change\n");
    }
}
