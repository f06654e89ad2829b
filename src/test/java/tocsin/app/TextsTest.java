package tocsin.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tocsin.domain.analysis.Advice;
import tocsin.domain.analysis.Category;
import tocsin.domain.analysis.Differs;
import tocsin.domain.analysis.Ends;
import tocsin.domain.analysis.FactorCode;
import tocsin.domain.analysis.FactorPart;
import tocsin.domain.analysis.Figure;
import tocsin.domain.analysis.Held;
import tocsin.domain.analysis.Join;
import tocsin.domain.checklist.StepState;
import tocsin.domain.clock.ClockState;
import tocsin.domain.incident.Audience;
import tocsin.domain.incident.Gates;
import tocsin.domain.incident.Phase;
import tocsin.domain.incident.Refusal;
import tocsin.domain.incident.Relation;
import tocsin.domain.incident.StampName;
import tocsin.domain.incident.StepResult;
import tocsin.domain.postmortem.ActionItem;
import tocsin.domain.postmortem.ActionKind;
import tocsin.domain.postmortem.ActionScore;
import tocsin.domain.postmortem.Damage;
import tocsin.domain.postmortem.Hardening;
import tocsin.domain.postmortem.OldCase;
import tocsin.domain.postmortem.Priority;
import tocsin.domain.postmortem.Review;
import tocsin.domain.postmortem.Trigger;
import tocsin.domain.roster.Role;
import tocsin.domain.severity.Answer;
import tocsin.domain.severity.CustomerShare;
import tocsin.domain.severity.Environment;
import tocsin.domain.severity.FunctionImpact;
import tocsin.domain.severity.IncidentType;
import tocsin.domain.severity.Phrases;
import tocsin.domain.severity.RevenueImpact;
import tocsin.domain.severity.SeverityAnswers;
import tocsin.domain.severity.SeverityPolicy;
import tocsin.domain.severity.SeverityScheme;
import tocsin.domain.severity.Stakeholder;
import tocsin.domain.severity.Workaround;
import tocsin.domain.timeline.EntryKind;
import tocsin.domain.timeline.HypothesisStatus;
import tocsin.domain.timeline.PollResult;
import tocsin.publish.figure.Caption;

class TextsTest {
    private static final Path MAIN = Path.of("src/main/java/tocsin");
    private static final Pattern REFUSED = Pattern.compile("(?:refuse|Refusal\\.of)\\(\\s*\"([a-zA-Z.]+)\"");
    private static final Pattern UNREADABLE = Pattern.compile("(?:unreadable|why)\\(\"(time\\.[a-zA-Z]+)\"");
    private static final Pattern WHOLE =
            Pattern.compile("\"((?:refused|told|show|list|paper|time\\.choice)\\.[a-zA-Z0-9.-]+[a-zA-Z0-9])\"");
    private static final Pattern TOLD =
            Pattern.compile("say\\(\\s*(?:[^\"()]*\\? )?\"([a-z.-]+)\"(?: : \"([a-z.-]+)\")?");
    private static final Pattern TOLD_CHOICE =
            Pattern.compile("say\\(to\\.isWorseThan\\(from\\) \\? \"([a-z]+)\" : \"([a-z]+)\"");
    private static final Pattern WARNING = Pattern.compile("(?:warning|planWarning)\\(\\s*\"([a-z.-]+)\"");
    private static final Pattern SLOT = Pattern.compile("\\{(\\d)}");

    private static final List<String> CLOCKS = List.of(
            "response",
            "update",
            "first public note",
            "restore",
            "soak",
            "command duty",
            "postmortem",
            "call " + SeverityPolicy.NEXT_ON_CALL,
            "call " + SeverityPolicy.DUTY_COMMANDER,
            "call " + SeverityPolicy.LEADERSHIP,
            "task",
            "action");

    private final Map<String, String> english = new TreeMap<>(Texts.load("texts.properties"));
    private final Map<String, String> german = new TreeMap<>(Texts.load("texts_de.properties"));

    @Test
    void everyKeyOfTheCodeHasATextAndNoTextIsUnused() throws IOException {
        assertThat(english.keySet()).isEqualTo(used());
    }

    @Test
    void bothLanguagesHaveTheSameKeysAndSlots() {
        assertThat(german.keySet()).isEqualTo(english.keySet());
        english.forEach(
                (key, text) -> assertThat(slots(german.get(key))).as(key).isEqualTo(slots(text)));
    }

    @Test
    void everyTextIsOnePlainLine() {
        Stream.of(english, german)
                .forEach(texts -> texts.forEach((key, text) -> assertThat(text)
                        .as(key)
                        .isNotBlank()
                        .doesNotContain("\n", "''", "�", "Ã")
                        .hasSizeLessThan(240)));
    }

    @Test
    void theClosingRuleIsNamedWithItsThreeStops() {
        var refusal = new Refusal("refused.gates", List.of("closed", Gates.STOP_1, Gates.STOP_2, Gates.STOP_3));

        for (Texts texts : List.of(Texts.english(), Texts.german())) {
            assertThat(texts.refusal(refusal))
                    .contains("STOP 1", "STOP 2", "STOP 3", "closed.stop3", "tocsin stamp INC stability-verified")
                    .doesNotContain("\n", "{");
        }
    }

    @Test
    void fillingIsPlainAndSurvivesWhatPeopleWrite() {
        assertThat(Texts.fill("{0} it's {1}{1} {2} {x} {", List.of("{1}", "'b'")))
                .isEqualTo("{1} it's 'b''b' {2} {x} {");
        assertThat(Texts.english().refusal(new Refusal("refused.notYetWritten", List.of())))
                .isEqualTo("refused.notYetWritten");
        assertThat(Texts.english().refusal(new Refusal("refused.gates", List.of())))
                .isNotBlank();
    }

    @Test
    void otherLanguagesReadEnglish() {
        assertThat(Texts.in(Locale.FRENCH).get("phase.closed")).isEqualTo("closed");
        assertThat(Texts.in(Locale.forLanguageTag("de-AT")).get("phase.closed")).isEqualTo("geschlossen");
    }

    @Test
    void whatTheTerminalIsToldToTypeIsSaidOtherwiseWhereThereIsNone() {
        Texts window = Texts.english().away(command -> "<" + command + ">");

        assertThat(window.get("refused.task.none", "T-1"))
                .isEqualTo("There is no task T-1 here. See the ids with: <show>");
        assertThat(window.gateFix("mitigating.poll")).isEqualTo("<log>; then: <poll>");
        assertThat(window.get("refused.entry.none", "tocsin log INC"))
                .as("what people wrote stays")
                .contains("tocsin log INC");
    }

    @Test
    void whyALevelWasChosenIsToldInTheReadersLanguage() {
        var answers = SeverityAnswers.in(Environment.PRODUCTION)
                .withFunction(Answer.known(FunctionImpact.PARTIAL))
                .withCustomers(Answer.known(CustomerShare.OVER_50))
                .withRevenue(Answer.guess(RevenueImpact.POTENTIAL))
                .withWorkaround(Answer.known(Workaround.NONE));
        String explanation = SeverityScheme.assess(answers).explanation();

        assertThat(Texts.english().because(explanation)).isEqualTo(explanation);
        assertThat(Texts.german().because(explanation))
                .startsWith("SEV-1: >50 % der Kunden")
                .contains("Umgehung: keiner.", "Umsatz (geschätzt: möglicher Verlust)")
                .doesNotContain("Workaround", "guess");
        assertThat(Texts.german().because("SEV-1: because I say so.")).isEqualTo("SEV-1: because I say so.");
    }

    @Test
    void aClockHasANameInEveryLanguageAndAnUnknownOneKeepsItsOwn() {
        for (String clock : CLOCKS) {
            assertThat(Texts.english().clock(clock)).isEqualTo(clock);
            assertThat(Texts.german().clock(clock)).isNotEqualTo(clock);
        }
        assertThat(Texts.german().clock("tea")).isEqualTo("tea");
    }

    private static Set<String> used() throws IOException {
        Set<String> used = new TreeSet<>();
        String domain = source(MAIN.resolve("domain"));
        String app = source(MAIN.resolve("app"));
        find(REFUSED, domain).forEach(key -> used.add("refused." + key));
        find(UNREADABLE, app).forEach(key -> used.add("refused." + key));
        find(TOLD, app).forEach(key -> used.add("told." + key));
        find(TOLD_CHOICE, app).forEach(key -> used.add("told." + key));
        used.addAll(find(WHOLE, app));
        Stream.concat(Gates.waivable().stream(), find(WARNING, domain).stream()).forEach(gate -> {
            used.add("gate." + gate);
            used.add("gate." + gate + ".fix");
        });
        family(used, "phase", Phase.values());
        family(used, "stamp", StampName.values());
        family(used, "role", Role.values());
        family(used, "type", IncidentType.values());
        family(used, "environment", Environment.values());
        family(used, "kind", EntryKind.values());
        family(used, "audience", Audience.values());
        family(used, "relation", Relation.values());
        family(used, "step", StepResult.values());
        family(used, "check", StepState.values());
        family(used, "hypothesis", HypothesisStatus.values());
        family(used, "poll", PollResult.values());
        family(used, "action", ActionKind.values());
        family(used, "old-case", OldCase.values());
        family(used, "figure", Figure.values());
        family(used, "ends", Ends.values());
        family(used, "category", Category.values());
        family(used, "factor", FactorCode.values());
        family(used, "part", FactorPart.values());
        family(used, "join", Join.values());
        family(used, "differs", Differs.values());
        family(used, "held", Held.values());
        family(used, "caption", Caption.values());
        family(used, "advice", Advice.Reason.values());
        family(used, "clock", ClockState.values());
        for (String kind : List.of("people", "hosts", "addresses", "rows", "sections", "pictures")) {
            used.add("paper-dropped." + kind);
        }
        family(used, "damage", Damage.values());
        family(used, "priority", Priority.values());
        family(used, "trigger", Trigger.values());
        family(used, "score", ActionScore.Point.values());
        family(used, "action-status", ActionItem.Status.values());
        family(used, "review-status", Review.Status.values());
        family(used, "slip", Hardening.Slip.values());
        family(used, "stakeholder", Stakeholder.values());
        Phrases.all().forEach(phrase -> used.add("because." + Texts.slug(phrase)));
        used.addAll(List.of("because.workaround-is", "because.unknown-is", "because.guess-is"));
        CLOCKS.forEach(clock -> used.add("clockname." + Texts.slug(clock)));
        for (TimeReading.Choice choice : TimeReading.Choice.values()) {
            if (choice != TimeReading.Choice.NONE) {
                used.add("time.choice." + choice.word());
            }
        }
        return used;
    }

    private static void family(Set<String> used, String family, Enum<?>... constants) {
        for (Enum<?> constant : constants) {
            used.add(family + "." + constant.name().toLowerCase(Locale.ROOT).replace('_', '-'));
        }
    }

    private static List<String> find(Pattern pattern, String source) {
        return pattern.matcher(source)
                .results()
                .flatMap(match -> Stream.iterate(1, i -> i <= match.groupCount(), i -> i + 1)
                        .filter(i -> match.group(i) != null)
                        .map(match::group))
                .toList();
    }

    private static String source(Path room) throws IOException {
        try (Stream<Path> files = Files.walk(room)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .map(TextsTest::read)
                    .collect(Collectors.joining("\n"));
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException broken) {
            throw new java.io.UncheckedIOException(broken);
        }
    }

    private static Set<String> slots(String text) {
        return SLOT.matcher(text).results().map(match -> match.group(1)).collect(Collectors.toCollection(TreeSet::new));
    }
}
