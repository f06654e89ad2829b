package tocsin.domain.organisation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tocsin.base.CommandId;
import tocsin.base.DeskId;
import tocsin.base.FactId;
import tocsin.base.Hlc;
import tocsin.base.PersonId;
import tocsin.domain.Fact;
import tocsin.domain.Recorded;
import tocsin.domain.checklist.Checklists;
import tocsin.domain.clock.Cadence;
import tocsin.domain.clock.Span;
import tocsin.domain.incident.Outcome;
import tocsin.domain.incident.Rules;
import tocsin.domain.organisation.OrganisationCommand.ChangeSetting;
import tocsin.domain.organisation.OrganisationCommand.DropTeam;
import tocsin.domain.organisation.OrganisationCommand.LetGo;
import tocsin.domain.organisation.OrganisationCommand.Rename;
import tocsin.domain.organisation.OrganisationCommand.ResetSetting;
import tocsin.domain.organisation.OrganisationCommand.SetPerson;
import tocsin.domain.organisation.OrganisationCommand.SetService;
import tocsin.domain.organisation.OrganisationCommand.SetTeam;
import tocsin.domain.roster.Role;
import tocsin.domain.severity.IncidentType;
import tocsin.domain.severity.Severity;
import tocsin.domain.severity.Stakeholder;

/// People, teams, services and settings: what may be set, how it folds, and what the rules make of it.
class OrganisationTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final ZoneId TOKYO = ZoneId.of("Asia/Tokyo");
    private static final DeskId HERE = new DeskId("aaaaaaaaaaaaaaaa");
    private static final DeskId THERE = new DeskId("bbbbbbbbbbbbbbbb");
    private static final PersonId ANA = new PersonId("Ana");
    private static final PersonId BEN = new PersonId("Ben");

    private final Office office = new Office(HERE);

    /// A desk that writes down what people ask of the organisation.
    private static final class Office {
        private final DeskId desk;
        private final OrganisationHistory history = new OrganisationHistory();
        private final List<Recorded> facts = new ArrayList<>();
        private long minute;

        Office(DeskId desk) {
            this.desk = desk;
        }

        Office at(long later) {
            minute = later;
            return this;
        }

        Office does(OrganisationCommand... commands) {
            for (OrganisationCommand command : commands) {
                switch (now().decide(command)) {
                    case Outcome.Accepted(var accepted) -> accepted.forEach(this::write);
                    case Outcome.Refused(var refusal, var _) -> fail(command + " was refused: " + refusal);
                }
            }
            return this;
        }

        void write(Fact fact) {
            minute++;
            Instant at = Instant.EPOCH.plus(Duration.ofMinutes(minute));
            var id = new FactId(desk, facts.size() + 1L);
            var recorded = new Recorded(
                    id, new Hlc(at.toEpochMilli(), 0), at, Optional.empty(), ANA, new CommandId(1, minute), fact);
            facts.add(recorded);
            history.add(recorded);
        }

        Organisation now() {
            return history.now();
        }

        String refusal(OrganisationCommand command) {
            return now().decide(command) instanceof Outcome.Refused(var refusal, var _) ? refusal.key() : "accepted";
        }
    }

    // People, teams, services

    @Test
    void aPersonIsFoundByNameAndByInitials() {
        office.does(new SetTeam("Payments", Optional.empty()), person(ANA, "AK", Optional.of("payments")));

        assertThat(office.now().initials("ak")).hasValueSatisfying(ana -> {
            assertThat(ana.id()).isEqualTo(ANA);
            assertThat(ana.team()).contains("Payments");
            assertThat(ana.isTrainedAs(Role.SCRIBE)).isTrue();
        });
        assertThat(office.now().person(new PersonId("ANA"))).isPresent();
    }

    @Test
    void aRenamedPersonKeepsEverythingAndIsFoundByTheOldNameToo() {
        var novak = new PersonId("Ana Novak");
        office.does(
                person(new PersonId("Ana Kovac"), "AK", Optional.empty()),
                new SetTeam("Payments", Optional.of(new PersonId("Ana Kovac"))),
                new SetService("checkout", Optional.empty(), Optional.of(new PersonId("Ana Kovac"))),
                new Rename(new PersonId("Ana Kovac"), novak));

        Organisation now = office.now();
        assertThat(now.people()).extracting(Person::id).containsExactly(novak);
        assertThat(now.person(new PersonId("ana kovac")))
                .hasValueSatisfying(ana -> assertThat(ana.initials()).isEqualTo("AN"));
        assertThat(now.team("payments").orElseThrow().lead()).contains(novak);
        assertThat(now.service("checkout").orElseThrow().owner()).contains(novak);
        assertThat(now.clashes()).isEmpty();
        office.does(new LetGo(novak));
        assertThat(office.now().people()).isEmpty();
    }

    @Test
    void initialsThatWereChosenStayAndTakenOnesAreLeftToTheirOwner() {
        office.does(person(ANA, "BOSS", Optional.empty()), new Rename(ANA, new PersonId("Eva")));
        assertThat(office.now().initials("boss")).isPresent();
        office.does(person(BEN, "B", Optional.empty()), person(new PersonId("Zoe"), "Z", Optional.empty()));
        office.does(new Rename(BEN, new PersonId("Zed")));
        assertThat(office.now().person(BEN).orElseThrow().initials()).isEqualTo("B");
    }

    @Test
    void nobodyGetsTheNameOfSomebodyElse() {
        office.does(person(ANA, "AK", Optional.empty()), person(BEN, "BO", Optional.empty()));
        assertThat(office.refusal(new Rename(ANA, BEN))).isEqualTo("refused.person.nameTaken");
        assertThat(office.refusal(new Rename(ANA, ANA))).isEqualTo("refused.person.sameName");
        assertThat(office.refusal(new Rename(new PersonId("Zoe"), new PersonId("Eva"))))
                .isEqualTo("refused.person.none");
        office.does(new Rename(ANA, new PersonId("ANA")));
        assertThat(office.now().people())
                .extracting(person -> person.id().name())
                .contains("ANA");
    }

    @Test
    void whoChangedAPersonThatWasRenamedMeanwhileMeansTheSamePerson() {
        office.does(person(ANA, "AK", Optional.empty()));
        FactId seen = office.now().person(ANA).orElseThrow().fact();
        office.does(new Rename(ANA, new PersonId("Eva")));
        office.write(new OrganisationFact.PersonSet(ANA, "AK", "555", List.of(), Optional.empty(), Optional.of(seen)));
        assertThat(office.now().people()).singleElement().satisfies(eva -> {
            assertThat(eva.id().name()).isEqualTo("Eva");
            assertThat(eva.contact()).isEqualTo("555");
        });
        assertThat(office.now().clashes()).hasSize(1);
        office.write(new OrganisationFact.PersonSet(ANA, "AX", "", List.of(), Optional.empty(), Optional.empty()));
        assertThat(office.now().people()).as("somebody new of that name").hasSize(2);
    }

    @Test
    void namesThatGoRoundAreReadToTheEnd() {
        var eva = new PersonId("Eva");
        office.does(person(ANA, "AK", Optional.empty()), new Rename(ANA, eva), new Rename(eva, ANA));
        assertThat(office.now().person(eva).orElseThrow().id()).isEqualTo(ANA);
        office.write(new OrganisationFact.PersonRenamed(BEN, eva, "E", Optional.empty()));
        office.write(new OrganisationFact.PersonRenamed(eva, BEN, "B", Optional.empty()));
        assertThat(office.now().person(BEN)).isEmpty();
    }

    @Test
    void initialsStandForOnePersonAlone() {
        office.does(person(ANA, "AK", Optional.empty()));

        assertThat(office.refusal(person(BEN, "ak", Optional.empty()))).isEqualTo("refused.person.initialsTaken");
        office.does(person(ANA, "ak", Optional.empty()));
        office.does(new LetGo(ANA), person(BEN, "AK", Optional.empty()));
        assertThat(office.now().people()).extracting(Person::id).containsExactly(BEN);
    }

    @ParameterizedTest
    @CsvSource({"''", "A B", "TOOLONG", "=AK"})
    void whatIsNoInitialsIsRefused(String initials) {
        assertThat(office.refusal(person(ANA, initials, Optional.empty()))).isEqualTo("refused.person.initials");
    }

    @Test
    void teamsAndServicesNameOnlyWhoIsKnown() {
        assertThat(office.refusal(person(ANA, "A", Optional.of("Payments")))).isEqualTo("refused.team.none");
        assertThat(office.refusal(new SetTeam("Payments", Optional.of(BEN)))).isEqualTo("refused.person.none");
        assertThat(office.refusal(new SetTeam(" ", Optional.empty()))).isEqualTo("refused.name.bad");
        assertThat(office.refusal(new SetService("checkout", Optional.of("Payments"), Optional.empty())))
                .isEqualTo("refused.team.none");
        assertThat(office.refusal(new LetGo(ANA))).isEqualTo("refused.person.none");
    }

    @Test
    void aTeamThatSomebodyBelongsToIsNotDropped() {
        office.does(
                new SetTeam("Payments", Optional.empty()),
                new SetService("checkout", Optional.of("Payments"), Optional.empty()));

        assertThat(office.refusal(new DropTeam("payments"))).isEqualTo("refused.team.inUse");
        office.does(new SetService("Checkout", Optional.empty(), Optional.empty()), new DropTeam("payments"));
        assertThat(office.now().teams()).isEmpty();
        assertThat(office.now().services()).hasSize(1);
    }

    // Folding

    @Test
    void twoDesksThatSetTheSamePersonApartLeaveAClashUntilSomebodySetsItAnew() {
        office.does(person(ANA, "AK", Optional.empty()));
        Office other = elsewhere();
        office.at(10).does(person(ANA, "A1", Optional.empty()));
        other.at(20).does(person(ANA, "A2", Optional.empty()));
        other.facts.forEach(office.history::add);

        assertThat(office.now().initials("A2")).isPresent();
        assertThat(office.now().clashes()).extracting(Clash::subject).containsExactly("person Ana");
        office.at(30).does(person(ANA, "A3", Optional.empty()));
        assertThat(office.now().clashes()).isEmpty();
    }

    @Test
    void twoDesksThatChangeTheSameSettingApartLeaveAClash() {
        Office other = elsewhere();
        office.at(10).does(new ChangeSetting("updates.sev1", "20m"));
        other.at(20).does(new ChangeSetting("updates.sev1", "10m"));
        other.facts.forEach(office.history::add);

        assertThat(office.now().value(Setting.UPDATES_1)).isEqualTo("10m");
        assertThat(office.now().clashes()).extracting(Clash::subject).containsExactly("setting updates.sev1");
    }

    @Test
    void everyOrderOfArrivalFoldsToTheSame() {
        Office other = elsewhere();
        office.does(
                new SetTeam("Payments", Optional.empty()),
                person(ANA, "AK", Optional.of("Payments")),
                new ChangeSetting("soak.sev1", "2h"),
                new ResetSetting("soak.sev1"));
        other.at(2)
                .does(
                        person(ANA, "A2", Optional.empty()),
                        new ChangeSetting("soak.sev1", "90m"),
                        new LetGo(ANA),
                        person(BEN, "B", Optional.empty()));
        var all = new ArrayList<>(office.facts);
        all.addAll(other.facts);
        Organisation expected = fold(all);
        long seed = System.nanoTime();
        var dice = new Random(seed);
        for (int i = 0; i < 200; i++) {
            var shuffled = new ArrayList<>(all);
            shuffled.add(all.get(dice.nextInt(all.size())));
            Collections.shuffle(shuffled, dice);
            assertThat(fold(shuffled)).as("seed %d", seed).isEqualTo(expected);
        }
    }

    @Test
    void factsThatNoRuleWouldAllowStillFold() {
        office.write(new OrganisationFact.SettingChanged("updates.sev1", "", "whenever"));
        office.write(new OrganisationFact.SettingChanged("of.a.later.version", "a", "b"));
        office.write(new OrganisationFact.PersonLeft(BEN, Optional.empty()));
        office.write(new OrganisationFact.TeamDropped("nobody", Optional.of(new FactId(THERE, 7))));

        assertThat(office.now().value(Setting.UPDATES_1)).isEqualTo("30m");
        assertThat(office.now().rules(BERLIN)).isEqualTo(Rules.shipped(BERLIN));
    }

    // Settings

    @Test
    void nothingSetMeansTheShippedRules() {
        assertThat(Organisation.EMPTY.rules(BERLIN)).isEqualTo(Rules.shipped(BERLIN));
        assertThat(Organisation.EMPTY.checklists(Checklists.NONE)).isEqualTo(Checklists.NONE);
    }

    @Test
    void writingDownEveryShippedValueChangesNothing() {
        for (Setting setting : Setting.values()) {
            assertThat(setting.accepts(setting.shipped())).as(setting.key()).isTrue();
            office.write(new OrganisationFact.SettingChanged(setting.key(), setting.shipped(), setting.shipped()));
        }

        assertThat(office.now().rules(BERLIN)).isEqualTo(Rules.shipped(BERLIN));
        assertThat(office.now().rules(TOKYO)).isEqualTo(Rules.shipped(TOKYO));
    }

    @ParameterizedTest
    @EnumSource(Setting.class)
    void noSettingIsListedThatNothingReads(Setting setting) {
        String other = other(setting);
        office.does(new ChangeSetting(setting.key(), other));

        Organisation now = office.now();
        assertThat(now.value(setting)).isEqualTo(other);
        assertThat(now.rules(BERLIN).equals(Rules.shipped(BERLIN))
                        && Arrays.stream(Role.values())
                                .allMatch(role -> now.roleName(role).isEmpty())
                        && now.checklists(Checklists.NONE).equals(Checklists.NONE))
                .as(setting.key())
                .isFalse();
        assertThat(office.refusal(new ChangeSetting(setting.key(), other))).isEqualTo("refused.setting.same");
        office.does(new ResetSetting(setting.key()));
        assertThat(office.now().rules(BERLIN)).isEqualTo(Rules.shipped(BERLIN));
    }

    private static String other(Setting setting) {
        String key = setting.key();
        return switch (key.substring(0, key.indexOf('.'))) {
            case "updates" -> "45m";
            case "ladder" -> "7m 8m 9m";
            case "checklist" -> "= first 0m 15m At once\nour.step: Ring the bell";
            case "duty" -> "2h 3h 4h";
            case "business" ->
                switch (setting) {
                    case HOURS -> "sun-thu 08:00-16:00";
                    case HOLIDAYS -> "2026-12-25";
                    default -> "Asia/Tokyo";
                };
            case "undo" -> "60s";
            case "stakeholders" -> "legal";
            case "role" -> "Our " + setting.key();
            default -> "3h";
        };
    }

    @Test
    void aRoleIsCalledAsTheTeamCallsItAndNoTwoAreCalledTheSame() {
        office.does(new ChangeSetting("role.scribe", "  Log   keeper "));
        assertThat(office.now().roleName(Role.SCRIBE)).contains("Log keeper");
        assertThat(office.now().roleNamed("LOG KEEPER")).contains(Role.SCRIBE);
        assertThat(office.now().roleName(Role.DEPUTY)).isEmpty();
        assertThat(office.refusal(new ChangeSetting("role.deputy", "log keeper")))
                .isEqualTo("refused.setting.roleTaken");
        assertThat(office.refusal(new ChangeSetting("role.deputy", "scribe"))).isEqualTo("refused.setting.roleTaken");
        assertThat(office.refusal(new ChangeSetting("role.deputy", "x".repeat(41))))
                .isEqualTo("refused.setting.value");
    }

    @Test
    void whoIsToldAtALevelIsTheOrganisationsOwnChoice() {
        office.does(new ChangeSetting("stakeholders.sev4", "nobody"), new ChangeSetting("stakeholders.sev1", "legal"));
        var told = office.now().rules(BERLIN).stakeholders();
        assertThat(told.informed(Severity.SEV4, IncidentType.OUTAGE)).isEmpty();
        assertThat(told.informed(Severity.SEV1, IncidentType.OUTAGE)).containsExactly(Stakeholder.LEGAL);
        assertThat(told.informed(Severity.SEV2, IncidentType.OUTAGE)).hasSize(6);
        assertThat(office.refusal(new ChangeSetting("stakeholders.sev2", "legal everybody")))
                .isEqualTo("refused.setting.value");
    }

    @Test
    void whatIsSetIsWhatTheRulesSay() {
        office.does(
                new ChangeSetting("updates.sev2", " daily   09:30 "),
                new ChangeSetting("response.sev3", "2bd"),
                new ChangeSetting("business.zone", "Asia/Tokyo"),
                new ChangeSetting("business.hours", "mon,wed,fri 08:00-00:00"),
                new ChangeSetting("business.holidays", "2026-12-25, 2026-12-26"),
                new ChangeSetting("soak.security", "48h"));
        Rules rules = office.now().rules(BERLIN);

        assertThat(rules.policy().demands(Severity.SEV2).updates())
                .isEqualTo(new Cadence.BusinessDaily(LocalTime.of(9, 30)));
        assertThat(rules.policy().demands(Severity.SEV3).response())
                .isEqualTo(new Span.BusinessDays(2, LocalTime.of(17, 0), TOKYO));
        assertThat(rules.calendar().zone()).isEqualTo(TOKYO);
        assertThat(rules.calendar().days())
                .containsExactlyInAnyOrder(DayOfWeek.MONDAY, DayOfWeek.WEDNESDAY, DayOfWeek.FRIDAY);
        assertThat(rules.calendar().holidays()).contains(LocalDate.of(2026, 12, 26));
        assertThat(rules.policy().soak(Severity.SEV1, IncidentType.SECURITY)).isEqualTo(Duration.ofDays(2));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "updates.sev1 | whenever",
                "updates.sev1 | 1m",
                "updates.sev4 | weekly someday 16:00",
                "response.sev1 | -5m",
                "ladder.sev1 | 5m 10m",
                "soak.sev1 | 400d",
                "undo.within | 2h",
                "duty.commander | 8h 4h 12h",
                "business.hours | mon-fri 17:00-09:00",
                "business.hours | mon-xyz 09:00-17:00",
                "business.holidays | 2026-02-30",
                "business.zone | Mars/Olympus",
                "checklist.data | a step without a phase",
            })
    void aBadValueIsAnsweredWithWhatIsAllowed(String key, String value) {
        assertThat(office.now().decide(new ChangeSetting(key, value)))
                .isInstanceOfSatisfying(Outcome.Refused.class, refused -> {
                    assertThat(refused.refusal().key()).isEqualTo("refused.setting.value");
                    assertThat(refused.refusal().arguments())
                            .containsExactly(
                                    key, Setting.ofKey(key).orElseThrow().form());
                });
    }

    @Test
    void anUnknownSettingIsRefused() {
        assertThat(office.refusal(new ChangeSetting("updates.sev9", "1h"))).isEqualTo("refused.setting.none");
        assertThat(office.refusal(new ResetSetting("soak.sev1"))).isEqualTo("refused.setting.same");
    }

    private Office elsewhere() {
        var other = new Office(THERE);
        office.facts.forEach(other.history::add);
        return other;
    }

    private static Organisation fold(List<Recorded> facts) {
        var history = new OrganisationHistory();
        facts.forEach(history::add);
        return history.now();
    }

    private static SetPerson person(PersonId id, String initials, Optional<String> team) {
        return new SetPerson(id, initials, "+49 30 555", List.of(Role.SCRIBE), team);
    }
}
