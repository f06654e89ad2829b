package tocsin.app.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tocsin.app.Console;
import tocsin.app.Gesture;
import tocsin.app.Opened;
import tocsin.app.Profile;
import tocsin.app.Progress;
import tocsin.app.ShippedChecklists;
import tocsin.base.IncidentId;
import tocsin.base.PersonId;
import tocsin.domain.Recorded;
import tocsin.domain.checklist.StepState;
import tocsin.domain.incident.History;
import tocsin.domain.incident.Incident;
import tocsin.domain.incident.IncidentCommand.Report;
import tocsin.domain.incident.Phase;
import tocsin.domain.incident.View;
import tocsin.domain.organisation.Organisation;
import tocsin.domain.roster.Role;
import tocsin.domain.severity.IncidentType;
import tocsin.domain.severity.Severity;
import tocsin.domain.timeline.Decision;
import tocsin.domain.timeline.Entry;
import tocsin.domain.timeline.EntryKind;
import tocsin.domain.timeline.HypothesisStatus;
import tocsin.journal.Heads;
import tocsin.journal.JournalException;
import tocsin.journal.RealDisk;
import tocsin.journal.Verify;

/// The demo is played once, by the real rules; the tests look at what came of it.
class DemoMonthTest {
    private static final Instant NOW = Instant.parse("2026-11-21T15:10:00Z");
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final int MOMENTS = 50;

    @TempDir
    private static Path folder;

    private static Profile profile;
    private static Counts counts;
    private static Console console;
    private static final List<History> HISTORIES = new ArrayList<>();

    @BeforeAll
    static void playTheMonth() throws JournalException {
        profile = new Profile(folder.resolve("month"));
        counts = DemoMonth.play(profile, NOW, BERLIN, Progress.SILENT);
        console = Console.open(profile, Progress.SILENT);
        for (IncidentId id : console.incidents()) {
            HISTORIES.add(console.history(id));
        }
    }

    @AfterAll
    static void close() {
        console.close();
    }

    @Test
    void theCountsAreAsPromised() {
        assertThat(counts.incidents()).isGreaterThanOrEqualTo(40).isEqualTo(HISTORIES.size());
        assertThat(counts.entries()).isBetween(3_000L, 8_000L);
        assertThat(counts.facts()).isEqualTo(console.facts());
        assertThat(counts.entries())
                .isEqualTo(incidents().stream()
                        .mapToLong(one -> one.timeline().entries().size())
                        .sum());
    }

    @Test
    void theStoreIsInStepAndNothingHasToBeReplayed() {
        assertThat(console.opened().store()).isEqualTo(Opened.StoreState.IN_STEP);
        assertThat(console.opened().notes()).isEmpty();
    }

    @Test
    void theJournalIsWhole() throws JournalException {
        var verdict = Verify.run(new RealDisk(), profile.journal(), Heads.NONE);

        assertThat(verdict.isWhole()).as("%s", verdict.faults()).isTrue();
    }

    @Test
    void everyStateSeverityAndTypeIsThere() {
        assertThat(incidents())
                .extracting(Incident::phase)
                .contains(
                        Phase.REPORTED,
                        Phase.INVESTIGATING,
                        Phase.IDENTIFIED,
                        Phase.MITIGATING,
                        Phase.MONITORING,
                        Phase.RESOLVED,
                        Phase.POSTMORTEM,
                        Phase.HARDENING,
                        Phase.CLOSED,
                        Phase.FALSE_ALARM,
                        Phase.MERGED);
        assertThat(incidents()).extracting(Incident::severity).contains(Severity.values());
        assertThat(incidents()).extracting(Incident::type).contains(IncidentType.values());
    }

    @Test
    void whatIsRareIsThereToo() {
        assertSome("regressed", one -> one.regressions() > 0);
        assertSome("reopened", one -> one.reopenings() > 0);
        assertSome("with a waiver", one -> !one.waivers().isEmpty());
        assertSome("with an unsettled conflict", one -> !one.openConflicts().isEmpty());
        assertSome(
                "with a handover pending",
                one -> one.phase().responding()
                        && one.crew().openOffer(Role.COMMANDER).isPresent());
        assertSome(
                "with command handed over", one -> one.crew().offers().stream().anyMatch(offer -> !offer.open()));
        assertSome("absorbing another", one -> !one.absorbed().isEmpty());
        assertSome("linked", one -> !one.links().isEmpty());
        assertSome("with a long title", one -> one.title().length() > 150);
        assertSome("with a struck entry", one -> anyEntry(one, Entry::struck));
        assertSome(
                "with a corrected entry",
                one -> anyEntry(one, entry -> !entry.changes().isEmpty()));
        assertSome(
                "with a late entry", one -> anyEntry(one, entry -> entry.late().isPresent()));
        assertSome("with a code name", one -> one.title().startsWith("Code name"));
        assertThat(incidents()).allMatch(one -> one.unknownFacts() == 0);
    }

    @Test
    void oneSev1IsBurning() {
        List<Incident> live = incidents().stream()
                .filter(one -> one.severity() == Severity.SEV1 && one.phase().responding())
                .toList();

        assertThat(live).hasSize(1);
        Incident one = live.getFirst();
        assertThat(one.id().number()).isEqualTo(counts.liveSev1());
        assertThat(Duration.between(one.declaredAt().orElseThrow(), NOW))
                .isBetween(Duration.ofMinutes(40), Duration.ofMinutes(50));
        for (Role role : List.of(Role.COMMANDER, Role.SCRIBE, Role.OPERATIONS, Role.COMMUNICATIONS)) {
            assertThat(one.crew().holder(role)).as(role.word()).isPresent();
        }
        assertThat(one.timeline().entries()).hasSizeGreaterThan(80);
        assertThat(one.timeline().openTasks())
                .anySatisfy(task ->
                        assertThat(task.left(NOW).orElseThrow()).isBetween(Duration.ZERO, Duration.ofMinutes(5)));
        assertThat(one.timeline().hypotheses().values())
                .extracting(idea -> idea.status())
                .contains(HypothesisStatus.OPEN, HypothesisStatus.REFUTED);
        assertThat(one.timeline().decisions().values()).anySatisfy(decision -> {
            assertThat(decision.poll()).isEqualTo(Decision.Poll.OPEN);
            assertThat(decision.objections()).isNotEmpty();
        });
        assertThat(Duration.between(one.lastUpdate().orElseThrow().sentAt(), NOW))
                .as("since the last word, of 30 minutes")
                .isBetween(Duration.ofMinutes(24), Duration.ofMinutes(30));
    }

    @Test
    void theCastStandsAmongThePeopleWithTeamsAndServices() {
        Organisation organisation = console.organisation();

        assertThat(organisation.people()).hasSizeGreaterThanOrEqualTo(30).allSatisfy(person -> {
            assertThat(person.team()).isPresent();
            assertThat(person.contact()).isNotBlank();
        });
        assertThat(organisation.services()).hasSizeGreaterThanOrEqualTo(5);
        assertThat(organisation.clashes()).isEmpty();
    }

    @Test
    void theLiveSev1HasStepsDoneSkippedAndOpen() {
        Incident live = incidents().stream()
                .filter(one -> one.id().number().equals(counts.liveSev1()))
                .findFirst()
                .orElseThrow();

        assertThat(live.checklist().byStep().values())
                .extracting(mark -> mark.state())
                .contains(StepState.DONE, StepState.SKIPPED, StepState.NOT_APPLICABLE);
        assertThat(ShippedChecklists.english().of(live.type()).exceeded(live.checklist(), live.declaredAt(), NOW))
                .isNotEmpty();
    }

    @Test
    void nothingIsDatedAfterNowOrBeforeTheDemo() {
        for (History history : HISTORIES) {
            assertThat(history.facts())
                    .allSatisfy(fact -> assertThat(fact.recordedAt()).isBetween(NOW.minus(Duration.ofDays(32)), NOW));
            assertThat(history.now().timeline().entries())
                    .allMatch(entry -> entry.clockwork() == Entry.Clockwork.STEADY);
        }
    }

    @Test
    void peopleHardlyRepeatThemselves() {
        Map<String, Integer> said = new HashMap<>();
        for (Incident one : incidents()) {
            for (Entry entry : one.timeline().entries()) {
                if (entry.kind() != EntryKind.SYSTEM) {
                    said.merge(entry.text(), 1, Integer::sum);
                    assertThat(entry.text()).doesNotContain("{").doesNotContain("||");
                }
            }
        }
        assertThat(said).allSatisfy((text, times) -> assertThat(times).as(text).isLessThanOrEqualTo(4));
    }

    @Test
    void everyIncidentFoldsAtAnyMoment() {
        long seed = System.nanoTime();
        var dice = new Random(seed);
        for (History history : HISTORIES) {
            Instant first = history.facts().getFirst().recordedAt();
            long span = Duration.between(first, NOW).toSeconds() + 7200;
            for (int i = 0; i < MOMENTS; i++) {
                Instant moment = first.minusSeconds(3600).plusSeconds(dice.nextLong(span));
                assertThat(history.at(moment, View.KNOWN).id())
                        .as("seed %d", seed)
                        .isEqualTo(history.id());
                assertThat(history.at(moment, View.TRUE).id())
                        .as("seed %d", seed)
                        .isEqualTo(history.id());
            }
        }
    }

    @Test
    void theSameSeedTellsTheSameMonth() throws JournalException {
        var again = new Profile(folder.resolve("again"));
        DemoMonth.play(again, NOW, BERLIN, Progress.SILENT);

        try (Console other = Console.open(again, Progress.SILENT)) {
            for (int i = 0; i < HISTORIES.size(); i++) {
                Incident here = HISTORIES.get(i).now();
                Incident there = other.history(other.incidents().get(i)).now();
                assertThat(there.title()).isEqualTo(here.title());
                assertThat(there.timeline().entries())
                        .extracting(Entry::text, Entry::recordedAt)
                        .isEqualTo(here.timeline().entries().stream()
                                .map(entry -> org.assertj.core.groups.Tuple.tuple(entry.text(), entry.recordedAt()))
                                .toList());
            }
        }
    }

    @Test
    void aMonthThatEndsAtNightOrAfterAClockChangeIsPlayedToo() throws JournalException {
        var other = new Profile(folder.resolve("spring"));
        Counts played = DemoMonth.play(other, Instant.parse("2026-03-30T02:30:00Z"), BERLIN, Progress.SILENT);

        assertThat(played.incidents()).isEqualTo(counts.incidents());
    }

    @Test
    void aProfileWithAnIncidentIsRefusedAndStaysAsItWas() throws JournalException {
        var used = new Profile(folder.resolve("used"));
        List<Recorded> before;
        try (Console own = Console.open(used, Progress.SILENT)) {
            own.declare(new Gesture.Opening(
                            new PersonId("Ana"), Optional.empty(), BERLIN, new Report("the printer is warm", BERLIN)))
                    .join();
            before = own.history(own.incidents().getFirst()).facts();
        }

        assertThatThrownBy(() -> DemoMonth.play(used, NOW, BERLIN, Progress.SILENT))
                .isInstanceOf(JournalException.class)
                .hasMessageContaining("holds 1 incidents already")
                .hasMessageNotContaining("\n");

        try (Console own = Console.open(used, Progress.SILENT)) {
            assertThat(own.incidents()).hasSize(1);
            assertThat(own.facts()).isEqualTo(before.size() + 1L);
            assertThat(own.history(own.incidents().getFirst()).facts()).isEqualTo(before);
        }
    }

    @Test
    void aProfileInUseIsRefused() {
        long before = console.facts();

        assertThatThrownBy(() -> DemoMonth.play(profile, NOW, BERLIN, Progress.SILENT))
                .isInstanceOf(JournalException.class)
                .hasMessageNotContaining("\n");
        assertThat(console.facts()).isEqualTo(before);
    }

    private static List<Incident> incidents() {
        return HISTORIES.stream().map(History::now).toList();
    }

    private static boolean anyEntry(Incident one, Predicate<Entry> wanted) {
        return one.timeline().entries().stream().anyMatch(wanted);
    }

    private static void assertSome(String what, Predicate<Incident> wanted) {
        assertThat(incidents()).as(what).anyMatch(wanted);
    }
}
