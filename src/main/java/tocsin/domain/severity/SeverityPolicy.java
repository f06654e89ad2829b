package tocsin.domain.severity;

import static tocsin.domain.severity.Demands.Need.IF_TRIGGERED;
import static tocsin.domain.severity.Demands.Need.NO;
import static tocsin.domain.severity.Demands.Need.OPTIONAL;
import static tocsin.domain.severity.Demands.Need.REQUIRED;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tocsin.domain.clock.Cadence;
import tocsin.domain.clock.Ladder;
import tocsin.domain.clock.Ladder.Step;
import tocsin.domain.clock.Span;
import tocsin.domain.severity.Demands.Meeting;

/// What each level demands. The shipped values are defaults; an organisation may set its own.
public record SeverityPolicy(Map<Severity, Demands> levels, Duration securitySoak, Duration reopenWindow) {
    /// Whom the shipped ladders call.
    public static final String NEXT_ON_CALL = "next on-call";

    public static final String DUTY_COMMANDER = "duty commander";
    public static final String LEADERSHIP = "leadership";

    public SeverityPolicy {
        levels = Map.copyOf(levels);
        for (Severity severity : Severity.values()) {
            if (!levels.containsKey(severity)) {
                throw new IllegalArgumentException("the severity policy says nothing about " + severity);
            }
        }
    }

    /// The defaults, with days counted in the organisation's zone.
    public static SeverityPolicy shipped(ZoneId zone) {
        Shipped shipped = new Shipped(zone);
        return new SeverityPolicy(
                Map.of(
                        Severity.SEV1, shipped.critical(),
                        Severity.SEV2, shipped.high(),
                        Severity.SEV3, shipped.medium(),
                        Severity.SEV4, shipped.low()),
                Duration.ofHours(24),
                Duration.ofDays(7));
    }

    public Demands demands(Severity severity) {
        Demands demands = levels.get(severity);
        if (demands == null) {
            throw new IllegalStateException("the severity policy says nothing about " + severity);
        }
        return demands;
    }

    /// How long a fix must hold before it counts as stable. An intruder is more patient than a bug.
    public Duration soak(Severity severity, IncidentType type) {
        Duration plain = demands(severity).soak();
        return type == IncidentType.SECURITY && securitySoak.compareTo(plain) > 0 ? securitySoak : plain;
    }

    private record Shipped(ZoneId zone) {
        private static final LocalTime CLOSE_OF_BUSINESS = LocalTime.of(17, 0);
        private static final LocalTime DAILY_NOTE = LocalTime.of(16, 0);

        Demands critical() {
            return new Demands(
                    Span.minutes(15),
                    ladder(Span.minutes(5), Span.minutes(10), Span.minutes(15)),
                    new Cadence.Every(Duration.ofMinutes(30)),
                    Optional.of(Span.minutes(15)),
                    Optional.of(Span.minutes(30)),
                    Span.hours(4),
                    REQUIRED,
                    REQUIRED,
                    new Meeting(REQUIRED, Optional.of(new Span.CalendarDays(3, Span.END_OF_DAY, zone))),
                    businessDays(10),
                    PostmortemForm.FULL,
                    Duration.ofMinutes(60));
        }

        Demands high() {
            return new Demands(
                    Span.hours(1),
                    ladder(Span.minutes(15), Span.minutes(30), Span.minutes(60)),
                    new Cadence.Every(Duration.ofHours(2)),
                    Optional.of(Span.minutes(15)),
                    Optional.empty(),
                    Span.hours(24),
                    OPTIONAL,
                    REQUIRED,
                    new Meeting(REQUIRED, Optional.of(businessDays(5))),
                    businessDays(10),
                    PostmortemForm.FULL,
                    Duration.ofMinutes(60));
        }

        Demands medium() {
            return new Demands(
                    Span.businessHours(4),
                    ladder(Span.businessHours(1), Span.businessHours(2), Span.businessHours(4)),
                    new Cadence.BusinessDaily(DAILY_NOTE),
                    Optional.empty(),
                    Optional.empty(),
                    businessDays(5),
                    NO,
                    NO,
                    new Meeting(IF_TRIGGERED, Optional.of(businessDays(10))),
                    businessDays(15),
                    PostmortemForm.SHORT,
                    Duration.ofMinutes(30));
        }

        Demands low() {
            return new Demands(
                    businessDays(5),
                    ladder(businessDays(1), businessDays(3), businessDays(5)),
                    new Cadence.Weekly(DayOfWeek.MONDAY, DAILY_NOTE),
                    Optional.empty(),
                    Optional.empty(),
                    businessDays(20),
                    NO,
                    NO,
                    new Meeting(OPTIONAL, Optional.empty()),
                    businessDays(20),
                    PostmortemForm.SHORT,
                    Duration.ZERO);
        }

        private Span businessDays(int count) {
            return new Span.BusinessDays(count, CLOSE_OF_BUSINESS, zone);
        }

        private static Ladder ladder(Span onCall, Span commander, Span leadership) {
            return new Ladder(List.of(
                    new Step(onCall, NEXT_ON_CALL),
                    new Step(commander, DUTY_COMMANDER),
                    new Step(leadership, LEADERSHIP)));
        }
    }
}
