package tocsin.domain.clock;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/// When a running clock speaks up: after parts of its span, and a fixed while before the end.
public record Warnings(List<Integer> percents, Duration lastCall) {
    /// After 50 % and 80 %, and two hours before.
    public static final Warnings STANDARD = new Warnings(List.of(50, 80), Duration.ofHours(2));

    public Warnings {
        percents = List.copyOf(percents);
        percents.forEach(percent -> SaneTime.requireCount(percent, 100, "a warning's percentage"));
        SaneTime.requireLength(lastCall, Span.LONGEST, "a last call");
    }

    /// In order of time, each once. A last call that would come before the clock even starts is left out.
    List<Instant> between(Instant anchor, Instant due, Marks marks) {
        Stream<Instant> parts = percents.stream().map(marks::at);
        return Stream.concat(parts, Stream.of(due.minus(lastCall)))
                .filter(at -> at.isAfter(anchor) && at.isBefore(due))
                .sorted()
                .distinct()
                .toList();
    }

    /// Where a part of the span lies: of elapsed time, or of business time when that is what the span counts.
    @FunctionalInterface
    interface Marks {
        Instant at(int percent);

        static Marks elapsed(Instant anchor, Instant due) {
            return percent -> anchor.plus(part(Lapse.between(anchor, due), percent));
        }

        /// A due moment that was moved, by a roll or a ceiling, no longer lies at the end of the business time.
        static Marks of(Span span, Instant anchor, Instant due, BusinessCalendar calendar) {
            return span instanceof Span.BusinessTime(var length) && due.equals(span.after(anchor, calendar))
                    ? percent -> calendar.addBusinessTime(anchor, part(length, percent))
                    : elapsed(anchor, due);
        }

        private static Duration part(Duration whole, int percent) {
            return whole.multipliedBy(percent).dividedBy(100);
        }
    }
}
