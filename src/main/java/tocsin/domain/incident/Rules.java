package tocsin.domain.incident;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import tocsin.domain.clock.BusinessCalendar;
import tocsin.domain.clock.DutyTime;
import tocsin.domain.severity.Severity;
import tocsin.domain.severity.SeverityPolicy;
import tocsin.domain.severity.StakeholderMatrix;

/// What the team has agreed on: what each level demands, the business calendar, how long one person may command,
/// how long an act can be taken back, and who is told at which level.
public record Rules(
        SeverityPolicy policy,
        BusinessCalendar calendar,
        DutyTime duty,
        Duration undoWithin,
        StakeholderMatrix stakeholders) {
    private static final Duration UNDO_WITHIN = Duration.ofSeconds(30);

    /// The defaults, with business hours counted in the incident's own zone, so that every desk reckons the same.
    public static Rules shipped(ZoneId zone) {
        return new Rules(
                SeverityPolicy.shipped(zone),
                BusinessCalendar.standard(zone),
                DutyTime.STANDARD,
                UNDO_WITHIN,
                StakeholderMatrix.shipped());
    }

    public Instant postmortemDue(Severity severity, Instant from) {
        return policy.demands(severity).postmortemApproved().after(from, calendar);
    }
}
