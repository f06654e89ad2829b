package tocsin.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tocsin.base.FactId;
import tocsin.base.IncidentId;
import tocsin.domain.clock.ClockState;
import tocsin.domain.incident.IncidentCommand;
import tocsin.domain.incident.Phase;
import tocsin.domain.incident.Rules;
import tocsin.domain.postmortem.ActionKind;
import tocsin.domain.roster.Role;
import tocsin.domain.severity.Severity;
import tocsin.journal.JournalException;

class PulsesTest {
    @TempDir
    Path folder;

    @Test
    void whatWasThereIsFoldedWhole() throws JournalException {
        try (var desk = Desk.open(folder)) {
            IncidentId id = desk.declare("disk full");
            Desk.done(desk.act(Desk.ANA, id, new IncidentCommand.AssignRole(Role.OPERATIONS, Desk.BEN, none())));
            try (var pulses = pulses(desk)) {
                await().until(() -> pulses.newest().live().stream().anyMatch(Pulse::whole));
                Pulse pulse = pulses.newest().live().getFirst();
                assertThat(pulse.title()).isEqualTo("disk full");
                assertThat(pulse.operations()).contains(Desk.BEN);
                assertThat(pulse.vacancies()).contains(Role.COMMUNICATIONS).doesNotContain(Role.OPERATIONS);
                assertThat(pulse.clocks()).isNotEmpty();
                assertThat(pulses.newest().facts()).isEqualTo(desk.console().facts());
            }
        }
    }

    @Test
    void newsArriveWithoutAskingAndTheLateComerHearsTheNewest() throws JournalException {
        try (var desk = Desk.open(folder);
                var pulses = pulses(desk)) {
            IncidentId id = desk.declare("disk full");
            Desk.done(desk.act(Desk.ANA, id, new IncidentCommand.ChangeSeverity(Severity.SEV1, "")));
            await().until(() -> pulses.newest().live().stream()
                    .anyMatch(pulse -> pulse.severity() == Severity.SEV1 && pulse.whole()));
            var heard = new AtomicReference<>(Pulses.Snapshot.NOTHING_YET);
            try (var _ = pulses.follow(heard::set)) {
                await().until(() -> heard.get().live().size() == 1);
            }
        }
    }

    @Test
    void whatEndedTodayIsKeptApart() throws JournalException {
        try (var desk = Desk.open(folder);
                var pulses = pulses(desk)) {
            IncidentId id = desk.declare("only a test alert");
            Desk.done(desk.act(Desk.ANA, id, new IncidentCommand.Move(Phase.FALSE_ALARM, "the probe was broken")));
            await().until(() -> pulses.newest().ended().size() == 1);
            assertThat(pulses.newest().live()).isEmpty();
            InstantSource later = InstantSource.offset(InstantSource.system(), Duration.ofHours(25));
            assertThat(Pulses.now(desk.console(), Rules::shipped, later).ended())
                    .isEmpty();
        }
    }

    @Test
    void anEndedIncidentStaysAsLongAsAnActionIsOwed() throws JournalException {
        InstantSource later = InstantSource.offset(InstantSource.system(), Duration.ofDays(40));
        try (var desk = Desk.open(folder)) {
            IncidentId id = desk.declare("only a test alert");
            Desk.done(desk.act(Desk.ANA, id, new IncidentCommand.Move(Phase.FALSE_ALARM, "the probe was broken")));
            FactId action = Desk.done(desk.act(
                            Desk.ANA,
                            id,
                            new IncidentCommand.AddAction(
                                    ActionKind.REPAIR, "Mend the probe", Desk.BEN, Optional.empty(), "it is quiet")))
                    .facts()
                    .getFirst();
            try (var pulses = new Pulses(desk.console(), Rules::shipped, later)) {
                await().until(() -> pulses.newest().owing().size() == 1);
                assertThat(pulses.newest().live()).isEmpty();
                assertThat(pulses.newest().ended()).isEmpty();
                assertThat(Pulses.now(desk.console(), Rules::shipped, later).owing())
                        .hasSize(1);
                assertThat(Due.of(pulses.newest().owing(), later.instant()))
                        .singleElement()
                        .satisfies(due -> {
                            assertThat(due.kind()).isEqualTo(Due.Kind.ACTION);
                            assertThat(due.state()).isEqualTo(ClockState.OVERDUE);
                            assertThat(due.whose()).contains(Desk.BEN);
                            assertThat(due.words()).isEqualTo("Mend the probe");
                        });
                assertThat(Due.of(
                                pulses.newest().owing(), InstantSource.system().instant()))
                        .isEmpty();
                Desk.done(desk.act(Desk.BEN, id, new IncidentCommand.FinishAction(action, "it is quiet")));
                await().until(() -> pulses.newest().owing().isEmpty());
            }
        }
    }

    @Test
    void whoStopsFollowingLeavesNobodyListening() throws JournalException {
        try (var desk = Desk.open(folder)) {
            pulses(desk).close();
            assertThat(desk.console().changes().listeners()).isZero();
            assertThat(desk.console().health().listeners()).isZero();
        }
    }

    private static Pulses pulses(Desk desk) {
        return new Pulses(desk.console(), Rules::shipped, InstantSource.system());
    }

    private static Optional<String> none() {
        return Optional.empty();
    }
}
