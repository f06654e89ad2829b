package tocsin.app;

import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import tocsin.app.TimeReading.Choice;
import tocsin.app.TimeReading.Read;
import tocsin.app.TimeReading.Unreadable;
import tocsin.domain.incident.Refusal;
import tocsin.domain.timeline.EntryKind;

/// Reads times as people write them in the heat: `now`, `-10m`, `14:05`, `yesterday 23:50`, `2026-11-20 23:50Z` or an
/// ISO
/// instant. Immutable; made anew for each reading, since it holds the present moment.
///
/// The log speaks of the past, so a bare `14:05` is its most recent occurrence: today's, or yesterday's while today's
/// is
/// more than a minute away. A time that the clocks skipped is refused. A time that came twice is the later one that is
/// not in the future. Each such choice is part of the answer. A time with a date, or with `today`, is taken as it
/// stands
/// even when it lies ahead; whether that is allowed is the incident's decision. An offset needs a date, because
/// `12:30-13:00` is a stretch of time to most people.
public final class TimeReader {
    /// Clocks of two people differ a little.
    private static final Duration AHEAD = Duration.ofMinutes(1);

    private static final Duration LONGEST = Duration.ofDays(36_525);
    private static final int SHOWN_CHARS = 40;

    private static final String LENGTH = "(?:\\d{1,9}d)?(?:\\d{1,9}h)?(?:\\d{1,9}m(?:in)?)?(?:\\d{1,9}s)?";
    private static final Pattern PARTS = Pattern.compile("(\\d{1,9})(d|h|m|s)");
    private static final Pattern BACK =
            Pattern.compile("[-\u2212\u2013](?=\\d)(" + LENGTH + ")", Pattern.CASE_INSENSITIVE);
    private static final Pattern BOX = Pattern.compile("(?=\\d)" + LENGTH, Pattern.CASE_INSENSITIVE);
    private static final Pattern MINUTES = Pattern.compile("\\d{1,9}");

    private static final String CLOCK =
            "(?<hour>\\d{1,2}):(?<minute>\\d{2})(?::(?<second>\\d{2})(?:[.,](?<fraction>\\d{1,9}))?)?";
    private static final String DAY = "(?<day>today|yesterday|yest|heute|gestern)";
    private static final String DATED = "(?<date>\\d{4}-\\d{2}-\\d{2})(?:T|\\s+)" + CLOCK
            + "\\s?(?<zone>Z|UTC|GMT|REGION)?(?<offset>[+-]\\d{2}(?::?\\d{2})?)?"
            + "(?<bracket>\\[[^\\]\\s]{1,60}\\])?";
    private static final String BARE =
            "(?:" + DAY + "\\s+)?" + CLOCK + "\\s?(?<zone>Z|UTC|GMT|REGION)?(?<bracket>\\[[^\\]\\s]{1,60}\\])?";
    private static final String REGION = "[A-Za-z]{2,20}(?:/[A-Za-z0-9_+-]{1,30}){1,3}";
    private static final List<Pattern> MOMENTS = List.of(pattern(DATED), pattern(BARE));

    private final Instant now;
    private final ZoneId home;

    public TimeReader(Instant now, ZoneId home) {
        this.now = now;
        this.home = home;
    }

    public TimeReading read(String text) {
        String time = text.strip();
        if (time.equalsIgnoreCase("now") || time.equalsIgnoreCase("jetzt")) {
            return new Read(now, home, Choice.NONE);
        }
        Matcher back = BACK.matcher(time);
        if (back.matches()) {
            return back(time, back.group(1));
        }
        for (Pattern form : MOMENTS) {
            Matcher match = form.matcher(time);
            if (match.matches()) {
                return moment(match, time);
            }
        }
        return unreadable("time.unreadable", time);
    }

    /// Reads `20m`, `1h30m`, `2d`, `45s` or bare minutes (`90`).
    public LengthReading readLength(String text) {
        String length = text.strip();
        Optional<Duration> read = MINUTES.matcher(length).matches()
                ? within(Duration.ofMinutes(Long.parseLong(length)))
                : BOX.matcher(length).matches() ? within(sum(length)) : Optional.empty();
        return read.<LengthReading>map(LengthReading.Read::new)
                .orElseGet(() -> new LengthReading.Unreadable(why("time.length", length)));
    }

    /// Takes a typed line apart: one sign for the kind and one time, in either order, then the words. `now` is no time
    /// here, since sentences begin with it. A backslash in front makes all that follows plain words.
    public EntryLine splitPrefix(String line) {
        String text = line.strip();
        if (text.startsWith("\\")) {
            return new EntryLine(
                    EntryKind.NOTE, Optional.empty(), text.substring(1).strip());
        }
        Optional<EntryKind> first = sign(text);
        String afterSign = first.isPresent() ? text.substring(1).strip() : text;
        int timeEnds = timePrefix(afterSign);
        String rest = afterSign.substring(timeEnds).strip();
        Optional<TimeReading> when =
                timeEnds == 0 ? Optional.empty() : Optional.of(read(afterSign.substring(0, timeEnds)));
        Optional<EntryKind> kind = first.or(() -> timeEnds == 0 ? Optional.empty() : sign(rest));
        String words = first.isEmpty() && kind.isPresent() ? rest.substring(1).strip() : rest;
        return words.isEmpty()
                ? new EntryLine(EntryKind.NOTE, Optional.empty(), text)
                : new EntryLine(kind.orElse(EntryKind.NOTE), when, words);
    }

    private static Optional<EntryKind> sign(String text) {
        for (EntryKind kind : EntryKind.values()) {
            if (!kind.sign().isEmpty() && text.startsWith(kind.sign())) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }

    /// Where the time in front of a line ends, or 0. The longest form wins, and words or nothing must follow.
    private static int timePrefix(String line) {
        int end = prefix(BACK, line);
        for (Pattern form : MOMENTS) {
            end = Math.max(end, prefix(form, line));
        }
        return end;
    }

    private static int prefix(Pattern form, String line) {
        Matcher match = form.matcher(line);
        if (!match.lookingAt()) {
            return 0;
        }
        int end = match.end();
        boolean atBorder = end == line.length()
                || Character.isWhitespace(line.charAt(end))
                || Character.isWhitespace(line.charAt(end - 1))
                || (end + 1 < line.length() && line.charAt(end) == ':' && line.charAt(end + 1) == ' ');
        return atBorder ? end : 0;
    }

    private TimeReading back(String time, String length) {
        return within(sum(length))
                .<TimeReading>map(ago -> new Read(now.minus(ago), home, Choice.NONE))
                .orElseGet(() -> unreadable("time.tooFar", time));
    }

    private TimeReading moment(Matcher match, String time) {
        try {
            LocalTime clock = LocalTime.of(
                    number(match.group("hour")),
                    number(match.group("minute")),
                    number(match.group("second")),
                    nanos(match.group("fraction")));
            ZoneId zone = zone(match);
            String date = named(match, "date");
            if (date != null) {
                return dated(match, LocalDate.parse(date).atTime(clock), zone, time);
            }
            LocalDate today = now.atZone(zone).toLocalDate();
            return switch (named(match, "day")) {
                case null -> mostRecent(today, clock, zone, time);
                case String day
                when day.startsWith("y") || day.startsWith("Y") || day.equalsIgnoreCase("gestern") ->
                    local(today.minusDays(1).atTime(clock), zone, time);
                case String _ -> local(today.atTime(clock), zone, time);
            };
        } catch (DateTimeException noSuchTime) {
            return unreadable("time.noSuch", time);
        }
    }

    private TimeReading dated(Matcher match, LocalDateTime at, ZoneId zone, String time) {
        if (at.getYear() < 1970) {
            return unreadable("time.tooFar", time);
        }
        String offset = match.group("offset");
        if (offset == null) {
            return local(at, zone, time);
        }
        boolean alone = match.group("zone") == null && match.group("bracket") == null;
        ZoneOffset said = ZoneOffset.of(offset);
        Instant instant = at.toInstant(said);
        boolean agrees = alone || zone.getRules().getOffset(instant).equals(said);
        return agrees ? new Read(instant, alone ? said : zone, Choice.NONE) : unreadable("time.offset", time);
    }

    private ZoneId zone(Matcher match) {
        String name = match.group("zone");
        String bracket = match.group("bracket");
        if (bracket != null) {
            return ZoneId.of(bracket.substring(1, bracket.length() - 1));
        }
        if (name == null) {
            return home;
        }
        return name.contains("/") ? ZoneId.of(name) : ZoneOffset.UTC;
    }

    private TimeReading mostRecent(LocalDate today, LocalTime clock, ZoneId zone, String time) {
        return firstPossible(today.atTime(clock), zone).isAfter(now.plus(AHEAD))
                ? chosen(local(today.minusDays(1).atTime(clock), zone, time))
                : local(today.atTime(clock), zone, time);
    }

    private static TimeReading chosen(TimeReading reading) {
        return reading instanceof Read(var instant, var zone, var choice) && choice == Choice.NONE
                ? new Read(instant, zone, Choice.MOST_RECENT)
                : reading;
    }

    private static Instant firstPossible(LocalDateTime at, ZoneId zone) {
        return at.atZone(zone).withEarlierOffsetAtOverlap().toInstant();
    }

    private TimeReading local(LocalDateTime at, ZoneId zone, String time) {
        List<ZoneOffset> offsets = zone.getRules().getValidOffsets(at);
        if (offsets.isEmpty()) {
            return new Unreadable(new Refusal("refused.time.gap", List.of(shown(time), zone.getId())));
        }
        Instant earlier = at.toInstant(offsets.getFirst());
        Instant later = at.toInstant(offsets.getLast());
        if (earlier.equals(later)) {
            return new Read(earlier, zone, Choice.NONE);
        }
        return later.isAfter(now.plus(AHEAD))
                ? new Read(earlier, zone, Choice.EARLIER_OF_TWO)
                : new Read(later, zone, Choice.LATER_OF_TWO);
    }

    private static Duration sum(String length) {
        Duration sum = Duration.ZERO;
        Matcher parts = PARTS.matcher(length.toLowerCase(Locale.ROOT));
        while (parts.find()) {
            long count = Long.parseLong(parts.group(1));
            sum = sum.plus(
                    switch (parts.group(2)) {
                        case "d" -> Duration.ofDays(count);
                        case "h" -> Duration.ofHours(count);
                        case "m" -> Duration.ofMinutes(count);
                        default -> Duration.ofSeconds(count);
                    });
        }
        return sum;
    }

    private static Optional<Duration> within(Duration length) {
        return length.compareTo(LONGEST) > 0 ? Optional.empty() : Optional.of(length);
    }

    private static int number(@Nullable String digits) {
        return digits == null ? 0 : Integer.parseInt(digits);
    }

    private static int nanos(@Nullable String fraction) {
        return fraction == null ? 0 : Integer.parseInt((fraction + "000000000").substring(0, 9));
    }

    private static @Nullable String named(Matcher match, String group) {
        return match.namedGroups().containsKey(group) ? match.group(group) : null;
    }

    private static Unreadable unreadable(String key, String time) {
        return new Unreadable(why(key, time));
    }

    private static Refusal why(String key, String time) {
        return new Refusal("refused." + key, List.of(shown(time)));
    }

    private static String shown(String time) {
        return Safe.cut(Safe.line(time), SHOWN_CHARS);
    }

    private static Pattern pattern(String form) {
        return Pattern.compile(form.replace("REGION", REGION), Pattern.CASE_INSENSITIVE);
    }
}
