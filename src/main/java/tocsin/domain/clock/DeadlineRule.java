package tocsin.domain.clock;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Optional;

/// The arithmetic of one legal or contractual limit, as data. Whether the rule applies is asked elsewhere. No `span`
/// means "without undue delay": the clock runs and shows its age but is never overdue. `chainParent` is the rule whose
/// filing, once sent, is the anchor of this one. `ceiling` is the latest moment after awareness, as long as the trigger
/// came before it.
public record DeadlineRule(
        String id,
        Optional<Span> span,
        ZoneId zone,
        Roll roll,
        HourCount hourCount,
        Optional<String> chainParent,
        Optional<Duration> ceiling,
        Warnings warnings) {

    public DeadlineRule {
        if (chainParent.filter(id::equals).isPresent()) {
            throw new IllegalArgumentException("the rule " + id + " cannot follow its own filing");
        }
        ceiling.ifPresent(length -> SaneTime.requireLength(length, Span.LONGEST, "a ceiling"));
    }

    public static DeadlineRule of(String id, Span span, ZoneId zone) {
        return of(id, Optional.of(span), zone);
    }

    public static DeadlineRule withoutUndueDelay(String id, ZoneId zone) {
        return of(id, Optional.empty(), zone);
    }

    private static DeadlineRule of(String id, Optional<Span> span, ZoneId zone) {
        return new DeadlineRule(
                id,
                span,
                zone,
                new Roll.None(),
                HourCount.STRICT,
                Optional.empty(),
                Optional.empty(),
                Warnings.STANDARD);
    }

    public DeadlineRule following(String parentId) {
        return new DeadlineRule(id, span, zone, roll, hourCount, Optional.of(parentId), ceiling, warnings);
    }

    public DeadlineRule rollingTo(LocalTime nextWorkingDayAt) {
        Roll rolling = new Roll.ToNextWorkingDay(nextWorkingDayAt);
        return new DeadlineRule(id, span, zone, rolling, hourCount, chainParent, ceiling, warnings);
    }

    public DeadlineRule atMostAfterAwareness(Duration length) {
        return new DeadlineRule(id, span, zone, roll, hourCount, chainParent, Optional.of(length), warnings);
    }

    public DeadlineRule counting(HourCount count) {
        return new DeadlineRule(id, span, zone, roll, count, chainParent, ceiling, warnings);
    }

    /// The clock of this rule for what is stamped so far. Its own filing, once sent, meets it.
    public Clock clock(Anchors anchors, BusinessCalendar calendar) {
        Clock clock = new Clock(id, start(anchors, calendar), Optional.empty(), Optional.empty(), "", "");
        return Optional.ofNullable(anchors.sent().get(id)).map(clock::met).orElse(clock);
    }

    private Clock.Start start(Anchors anchors, BusinessCalendar calendar) {
        if (chainParent.isPresent()) {
            String parent = chainParent.get();
            return Optional.ofNullable(anchors.sent().get(parent))
                    .map(sent -> startAt(sent, anchors.aware(), calendar))
                    .orElse(new Clock.NotStarted(parent));
        }
        return anchors.trigger()
                .map(trigger -> startAt(trigger, anchors.aware(), calendar))
                .orElse(new Clock.AnchorMissing(id));
    }

    private Clock.Start startAt(Instant anchor, Optional<Instant> aware, BusinessCalendar calendar) {
        return span.<Clock.Start>map(length -> new Clock.Timed(deadline(length, anchor, aware, calendar)))
                .orElseGet(() -> new Clock.OpenEnded(anchor));
    }

    private Deadline deadline(Span length, Instant anchor, Optional<Instant> aware, BusinessCalendar calendar) {
        Instant due = roll.roll(capped(length.after(anchor, calendar), anchor, aware), zone, calendar);
        Deadline strict = Deadline.of(length, anchor, due, calendar, warnings);
        return switch (hourCount) {
            case STRICT -> strict;
            case NOTE_OPENING_HOUR_EXCLUDED ->
                strict.withLaterReading(roll.roll(length.after(nextFullHour(anchor), calendar), zone, calendar));
        };
    }

    /// A trigger that comes at or after the ceiling has its own full span: a clock must not be overdue when it is born.
    private Instant capped(Instant due, Instant anchor, Optional<Instant> aware) {
        return ceiling.flatMap(length -> aware.map(SaneTime::of).map(moment -> moment.plus(length)))
                .filter(anchor::isBefore)
                .map(latest -> SaneTime.earlier(due, latest))
                .orElse(due);
    }

    private Instant nextFullHour(Instant anchor) {
        return SaneTime.of(anchor)
                .atZone(zone)
                .truncatedTo(ChronoUnit.HOURS)
                .plusHours(1)
                .toInstant();
    }
}
