package tocsin.domain.organisation;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tocsin.domain.clock.BusinessCalendar;
import tocsin.domain.clock.Cadence;
import tocsin.domain.clock.DutyTime;
import tocsin.domain.clock.Span;
import tocsin.domain.severity.Stakeholder;

/// Reads the values of settings. Whatever is not one is empty; nothing throws.
final class Values {
    private static final LocalTime CLOSE_OF_BUSINESS = LocalTime.of(17, 0);
    private static final Duration SHORTEST_BEAT = Duration.ofMinutes(5);
    private static final Duration LONGEST = Duration.ofDays(366);
    private static final Duration LONGEST_UNDO = Duration.ofHours(1);
    private static final int LONGEST_NAME = 40;
    private static final Pattern LENGTH = Pattern.compile("(\\d{1,5})([smhd])");
    private static final Pattern BUSINESS = Pattern.compile("(\\d{1,3})(bh|bd)");
    private static final Pattern DAILY = Pattern.compile("daily (\\d\\d:\\d\\d)");
    private static final Pattern WEEKLY = Pattern.compile("weekly ([a-z]{3}) (\\d\\d:\\d\\d)");
    private static final Pattern HOURS = Pattern.compile("([a-z,-]+) (\\d\\d:\\d\\d)-(\\d\\d:\\d\\d)");
    private static final Pattern BLANK = Pattern.compile("[ ,]+");

    private Values() {}

    static Optional<Duration> time(String text) {
        return length(text).filter(time -> time.compareTo(LONGEST) <= 0);
    }

    static Optional<Duration> undo(String text) {
        return length(text).filter(time -> time.compareTo(LONGEST_UNDO) <= 0);
    }

    static Optional<Span> span(String text, ZoneId zone) {
        Matcher business = BUSINESS.matcher(text);
        if (!business.matches()) {
            return time(text).map(Span.Elapsed::new);
        }
        int count = Integer.parseInt(business.group(1));
        return Optional.of(
                business.group(2).equals("bh")
                        ? Span.businessHours(count)
                        : new Span.BusinessDays(count, CLOSE_OF_BUSINESS, zone));
    }

    /// Three of them: on-call, duty commander, leadership.
    static Optional<List<Span>> spans(String text, ZoneId zone) {
        List<Span> spans =
                words(text).stream().flatMap(word -> span(word, zone).stream()).toList();
        return spans.size() == 3 && words(text).size() == 3 ? Optional.of(spans) : Optional.empty();
    }

    static Optional<Cadence> beat(String text) {
        Matcher daily = DAILY.matcher(text);
        if (daily.matches()) {
            return tried(() -> new Cadence.BusinessDaily(LocalTime.parse(daily.group(1))));
        }
        Matcher weekly = WEEKLY.matcher(text);
        if (weekly.matches()) {
            return day(weekly.group(1))
                    .flatMap(day -> tried(() -> new Cadence.Weekly(day, LocalTime.parse(weekly.group(2)))));
        }
        return time(text).filter(beat -> beat.compareTo(SHORTEST_BEAT) >= 0).map(Cadence.Every::new);
    }

    static Optional<DutyTime> duty(String text) {
        List<Duration> times =
                words(text).stream().flatMap(word -> time(word).stream()).toList();
        return times.size() == 3 && words(text).size() == 3 && times.getFirst().isPositive()
                ? tried(() -> new DutyTime(times.get(0), times.get(1), times.get(2)))
                : Optional.empty();
    }

    static Optional<Set<LocalDate>> dates(String text) {
        return tried(() -> {
                    Set<LocalDate> dates = new HashSet<>();
                    words(text).forEach(word -> dates.add(LocalDate.parse(word)));
                    return dates;
                })
                .filter(dates -> dates.size() <= BusinessCalendar.MOST_HOLIDAYS);
    }

    /// Who is told, by the words of the groups.
    static Optional<Set<Stakeholder>> groups(String text) {
        List<String> words = words(text);
        if (words.equals(List.of("nobody"))) {
            return Optional.of(Set.of());
        }
        Set<Stakeholder> groups = EnumSet.noneOf(Stakeholder.class);
        words.forEach(word -> Stakeholder.ofWord(word).ifPresent(groups::add));
        return !words.isEmpty() && groups.size() == words.size() ? Optional.of(groups) : Optional.empty();
    }

    static Optional<String> name(String text) {
        boolean plain = text.chars().noneMatch(Character::isISOControl);
        return plain && !text.isBlank() && text.length() <= LONGEST_NAME ? Optional.of(text.strip()) : Optional.empty();
    }

    static Optional<ZoneId> zone(String text) {
        return ZoneId.getAvailableZoneIds().contains(text) ? Optional.of(ZoneId.of(text)) : Optional.empty();
    }

    static Optional<BusinessCalendar> calendar(String hours, String holidays, ZoneId zone) {
        Matcher match = HOURS.matcher(hours);
        return match.matches()
                ? days(match.group(1))
                        .flatMap(days -> tried(() -> new BusinessCalendar(
                                zone,
                                LocalTime.parse(match.group(2)),
                                LocalTime.parse(match.group(3)),
                                days,
                                dates(holidays).orElse(Set.of()))))
                : Optional.empty();
    }

    private static Optional<Set<DayOfWeek>> days(String text) {
        Set<DayOfWeek> days = EnumSet.noneOf(DayOfWeek.class);
        for (String part : words(text)) {
            List<Optional<DayOfWeek>> ends = new ArrayList<>();
            for (String end : part.split("-", -1)) {
                ends.add(day(end));
            }
            if (ends.size() > 2 || ends.stream().anyMatch(Optional::isEmpty)) {
                return Optional.empty();
            }
            DayOfWeek last = ends.getLast().orElseThrow();
            DayOfWeek day = ends.getFirst().orElseThrow();
            days.add(day);
            while (day != last) {
                day = day.plus(1);
                days.add(day);
            }
        }
        return days.isEmpty() ? Optional.empty() : Optional.of(days);
    }

    private static Optional<DayOfWeek> day(String word) {
        for (DayOfWeek day : DayOfWeek.values()) {
            if (word.equals(day.name().substring(0, 3).toLowerCase(Locale.ROOT))) {
                return Optional.of(day);
            }
        }
        return Optional.empty();
    }

    private static Optional<Duration> length(String text) {
        Matcher match = LENGTH.matcher(text);
        if (!match.matches()) {
            return Optional.empty();
        }
        long count = Long.parseLong(match.group(1));
        return Optional.of(
                switch (match.group(2)) {
                    case "s" -> Duration.ofSeconds(count);
                    case "m" -> Duration.ofMinutes(count);
                    case "h" -> Duration.ofHours(count);
                    default -> Duration.ofDays(count);
                });
    }

    private static List<String> words(String text) {
        return BLANK.splitAsStream(text.strip()).filter(word -> !word.isEmpty()).toList();
    }

    private static <T> Optional<T> tried(Supplier<T> make) {
        try {
            return Optional.of(make.get());
        } catch (DateTimeException | IllegalArgumentException refused) {
            return Optional.empty();
        }
    }
}
