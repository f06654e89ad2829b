package tocsin.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import tocsin.base.IncidentId;
import tocsin.domain.clock.Clock;
import tocsin.domain.clock.Deadline;
import tocsin.domain.incident.Phase;
import tocsin.domain.severity.IncidentType;
import tocsin.domain.severity.Severity;

class AgendaTest {
    private static final Instant NOW = Instant.parse("2026-11-21T13:22:07Z");

    private final Agenda agenda = new Agenda();
    private final List<Pulse> pulses = new ArrayList<>();

    @Test
    void whateverTurnsWithTheTimeItSaysWhatAFreshReckoningSays() {
        for (int number = 1; number <= 60; number++) {
            pulses.add(pulse(number, Severity.values()[number % 4], number % 23));
        }
        // Forward over every turn, and once back, as when somebody sets the machine's clock.
        Stream.of(0, 1, 2, 5, 9, 10, 11, 20, 30, 3)
                .map(minutes -> NOW.plus(Duration.ofMinutes(minutes)))
                .flatMap(then -> Stream.of(then, then.plusNanos(1)))
                .forEach(this::agrees);
    }

    @Test
    void anIncidentThatChangedIsReckonedAnew() {
        pulses.add(pulse(1, Severity.SEV2, 5));
        pulses.add(pulse(2, Severity.SEV2, 7));
        agrees(NOW);
        pulses.set(0, pulse(1, Severity.SEV1, 30));
        agrees(NOW);
        pulses.removeLast();
        agrees(NOW);
        assertThat(agenda.total()).isEqualTo(2);
    }

    private void agrees(Instant now) {
        agenda.take(pulses, now);
        List<Due> all = Due.of(pulses, now);
        assertThat(agenda.total()).isEqualTo(all.size());
        assertThat(agenda.first(25)).isEqualTo(all.stream().limit(25).toList());
    }

    private static Pulse pulse(int number, Severity severity, int minutes) {
        return new Pulse(
                new IncidentId("INC-2026-1121-%03d~abcdefgh".formatted(number)),
                "title",
                severity,
                Phase.INVESTIGATING,
                IncidentType.OUTAGE,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Set.of(),
                List.of(),
                Optional.of(NOW),
                Optional.empty(),
                NOW,
                0,
                0,
                List.of(clock("update", minutes), clock("restore", 2 * minutes + 1)),
                Map.of(),
                0,
                Optional.empty(),
                Optional.empty(),
                Pulse.Depth.WHOLE);
    }

    private static Clock clock(String name, int minutes) {
        return Clock.running(
                name, Deadline.between(NOW.minus(Duration.ofMinutes(3)), NOW.plus(Duration.ofMinutes(minutes))));
    }
}
