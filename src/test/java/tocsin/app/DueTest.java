package tocsin.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import tocsin.base.IncidentId;
import tocsin.base.PersonId;
import tocsin.domain.clock.Clock;
import tocsin.domain.clock.ClockState;
import tocsin.domain.clock.Deadline;
import tocsin.domain.incident.Phase;
import tocsin.domain.severity.IncidentType;
import tocsin.domain.severity.Severity;

class DueTest {
    private static final Instant NOW = Instant.parse("2026-11-21T13:22:07Z");

    @Test
    void theReddestComesFirst() {
        List<Due> due = Due.of(
                List.of(
                        pulse(1, Severity.SEV2, clock("update", -60, 60), clock("soak", -10, 45)),
                        pulse(2, Severity.SEV1, clock("update", -60, -2), clock("restore", -60, 5)),
                        pulse(3, Severity.SEV4, clock("update", -600, -100))),
                NOW);
        assertThat(due)
                .extracting(each -> each.severity() + " " + each.kind() + " " + each.state())
                .containsExactly(
                        "SEV-1 UPDATE OVERDUE",
                        "SEV-4 UPDATE OVERDUE",
                        "SEV-1 RESTORE DUE_SOON",
                        "SEV-2 SOAK RUNNING",
                        "SEV-2 UPDATE RUNNING");
    }

    @Test
    void whatOneActWouldQuietIsOneThing() {
        Pulse unacknowledged = pulse(
                1,
                Severity.SEV1,
                clock("response", -20, -5),
                clock("call next on call", -20, -15),
                clock("call leadership", -20, -5),
                clock("update", -20, 10),
                clock("first public note", -20, -5));
        assertThat(Due.of(unacknowledged, NOW))
                .extracting(Due::kind)
                .containsExactly(Due.Kind.RESPONSE, Due.Kind.UPDATE);
        assertThat(Due.of(unacknowledged, NOW).getFirst().at()).isEqualTo(minutes(-15));
    }

    @Test
    void eachTaskIsAThingOfItsOwnAndNamesItsOwner() {
        Pulse pulse = pulse(1, Severity.SEV1, clock("task a", -20, -1), clock("task b", -20, 2));
        assertThat(Due.of(pulse, NOW)).hasSize(2);
        assertThat(Due.of(pulse, NOW).getFirst().whose()).contains(new PersonId("R. Okafor"));
        assertThat(Due.of(pulse, NOW).getFirst().words()).isEqualTo("Roll back");
        assertThat(pulse.tasksOverBox(NOW)).isEqualTo(1);
    }

    @Test
    void aSoakThatIsOverAccusesNobody() {
        Pulse pulse = pulse(1, Severity.SEV1, clock("soak", -90, -30));
        assertThat(Due.of(pulse, NOW)).extracting(Due::state).containsExactly(ClockState.DUE_SOON);
        assertThat(pulse.needsAWord(NOW)).isFalse();
    }

    @Test
    void aClockThatWasMetAsksNothing() {
        Pulse pulse = pulse(1, Severity.SEV1, clock("update", -90, -30).met(minutes(-40)));
        assertThat(Due.of(pulse, NOW)).isEmpty();
    }

    private static Clock clock(String name, int from, int to) {
        return Clock.running(name, Deadline.between(minutes(from), minutes(to)));
    }

    private static Instant minutes(int minutes) {
        return NOW.plus(Duration.ofMinutes(minutes));
    }

    private static Pulse pulse(int number, Severity severity, Clock... clocks) {
        return new Pulse(
                new IncidentId("INC-2026-1121-%03d~abcdefgh".formatted(number)),
                "title",
                severity,
                Phase.INVESTIGATING,
                IncidentType.OUTAGE,
                Optional.of(new PersonId("M. Duval")),
                Optional.empty(),
                Optional.empty(),
                Set.of(),
                List.of(),
                Optional.of(NOW),
                Optional.empty(),
                NOW,
                0,
                0,
                Arrays.asList(clocks),
                Map.of("task a", new Pulse.Ask("Roll back", new PersonId("R. Okafor"))),
                0,
                Optional.empty(),
                Optional.empty(),
                Pulse.Depth.WHOLE);
    }
}
