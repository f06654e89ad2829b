package tocsin.domain.clock;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/// A stretch of time with an end. `laterReading` is the end under another reading of the same rule; it is shown beside
/// the strict one and never replaces it.
///
/// It is due soon from 80 % of its span, whatever its length. Two hours before the end would be too late an amber for a
/// filing that takes a day to write, and for a span of under ten hours 80 % is the later of the two, so that a clock of
/// fifteen minutes is not born amber. The last call two hours before comes on top, as a warning.
public record Deadline(
        Instant anchor, Instant due, Instant dueSoonFrom, List<Instant> warnings, Optional<Instant> laterReading) {
    private static final int DUE_SOON_PERCENT = 80;

    public Deadline {
        warnings = List.copyOf(warnings);
    }

    /// A plain stretch of elapsed time with the standard warnings.
    public static Deadline between(Instant anchor, Instant due) {
        return marked(anchor, due, Warnings.STANDARD, Warnings.Marks.elapsed(SaneTime.of(anchor), SaneTime.of(due)));
    }

    /// The span from the anchor with the standard warnings, which for business hours fall into business hours too.
    public static Deadline of(Span span, Instant anchor, BusinessCalendar calendar) {
        return of(span, anchor, span.after(anchor, calendar), calendar, Warnings.STANDARD);
    }

    static Deadline of(Span span, Instant anchor, Instant due, BusinessCalendar calendar, Warnings warnings) {
        return marked(anchor, due, warnings, Warnings.Marks.of(span, SaneTime.of(anchor), due, calendar));
    }

    private static Deadline marked(Instant anchor, Instant due, Warnings warnings, Warnings.Marks marks) {
        Instant from = SaneTime.of(anchor);
        Instant end = SaneTime.of(due);
        return new Deadline(
                from, end, marks.at(DUE_SOON_PERCENT), warnings.between(from, end, marks), Optional.empty());
    }

    Deadline withLaterReading(Instant later) {
        return new Deadline(anchor, due, dueSoonFrom, warnings, Optional.of(later));
    }

    public Duration span() {
        return Lapse.between(anchor, due);
    }

    /// The time left, never more than the whole span even when the machine's clock has jumped back before the anchor.
    public Duration left(Instant now) {
        Duration left = Lapse.between(now, due);
        return left.compareTo(span()) > 0 ? span() : left;
    }

    public Duration overdueBy(Instant now) {
        return Lapse.between(due, now);
    }

    /// The due moment itself is still in time.
    public boolean isOverdue(Instant now) {
        return now.isAfter(due);
    }

    public boolean isDueSoon(Instant now) {
        return !now.isBefore(dueSoonFrom) && !isOverdue(now);
    }
}
