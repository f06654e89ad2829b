package tocsin.app.search;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import tocsin.app.Safe;
import tocsin.app.TimeReader;
import tocsin.app.TimeReading;
import tocsin.domain.incident.Phase;
import tocsin.domain.incident.Refusal;
import tocsin.domain.severity.Severity;

/// Reads one search line. Used once.
final class QueryReader {
    private static final int LONGEST = 400;
    private static final int SHOWN_CHARS = 40;
    private static final Pattern PART = Pattern.compile(
            "(?:(?<chip>inc|kind|by|after|before|severity|sev|state|tag|is):)?(?:\"(?<quoted>[^\"]*)(?<end>\"?)|(?<bare>[^\\s\"]*))",
            Pattern.CASE_INSENSITIVE);
    private static final Pattern LEVEL = Pattern.compile("(?:sev-?)?([1-4])", Pattern.CASE_INSENSITIVE);
    private static final Pattern TAG = Pattern.compile("#[\\p{L}\\p{N}_-]{1,60}");
    private static final Pattern MENTION = Pattern.compile("@[\\p{L}\\p{N}._-]{1,60}");

    private final Instant now;
    private final ZoneId zone;
    private final List<Query.Wanted> words = new ArrayList<>();
    private final List<String> incidents = new ArrayList<>();
    private final Set<Kind> kinds = EnumSet.noneOf(Kind.class);
    private final List<Query.Wanted> people = new ArrayList<>();
    private final Set<Severity> severities = EnumSet.noneOf(Severity.class);
    private final Set<Phase> states = EnumSet.noneOf(Phase.class);
    private final Set<String> tags = new LinkedHashSet<>();
    private final Set<String> mentions = new LinkedHashSet<>();
    private final Set<Trait> traits = EnumSet.noneOf(Trait.class);
    private @Nullable Instant from;
    private @Nullable Instant before;
    private @Nullable Refusal why;

    QueryReader(Instant now, ZoneId zone) {
        this.now = now;
        this.zone = zone;
    }

    Query.Reading read(String line) {
        if (line.length() > LONGEST) {
            return new Query.Reading.Unreadable(
                    new Refusal("refused.search.tooLong", List.of(String.valueOf(LONGEST))));
        }
        Matcher part = PART.matcher(line);
        int at = 0;
        while (at < line.length()) {
            part.region(at, line.length());
            if (Character.isWhitespace(line.charAt(at)) || !part.lookingAt() || part.end() == at) {
                at++;
            } else {
                at = part.end();
                take(part, at == line.length());
            }
        }
        return why != null ? new Query.Reading.Unreadable(why) : new Query.Reading.Read(query());
    }

    private Query query() {
        return new Query(
                List.copyOf(words),
                List.copyOf(incidents),
                Set.copyOf(kinds),
                List.copyOf(people),
                Optional.ofNullable(from),
                Optional.ofNullable(before),
                Set.copyOf(severities),
                Set.copyOf(states),
                Set.copyOf(tags),
                Set.copyOf(mentions),
                Set.copyOf(traits));
    }

    private void take(Matcher part, boolean last) {
        String chip = part.group("chip");
        String quoted = part.group("quoted");
        String value = quoted != null ? quoted : String.valueOf(part.group("bare"));
        if (chip != null) {
            chip(chip.toLowerCase(Locale.ROOT), value.strip(), part.group());
        } else if (quoted != null) {
            boolean closed = !String.valueOf(part.group("end")).isEmpty();
            want(words, value, closed ? Query.Ending.WHOLE : Query.Ending.OPEN);
        } else if (TAG.matcher(value).matches()) {
            tags.add(Words.folded(value.substring(1)));
        } else if (MENTION.matcher(value).matches()) {
            mentions.add(Words.folded(value.substring(1)));
        } else {
            want(words, value, last ? Query.Ending.OPEN : Query.Ending.WHOLE);
        }
    }

    private static void want(List<Query.Wanted> where, String value, Query.Ending ending) {
        List<Words.Word> each = Words.of(value);
        if (!each.isEmpty()) {
            where.add(new Query.Wanted(each, ending));
        }
    }

    private void chip(String chip, String value, String said) {
        if (value.isEmpty() && !allowed(chip).isEmpty()) {
            refuse("refused.search.chip", said, allowed(chip));
            return;
        }
        if (value.isEmpty()) {
            refuse("refused.search.empty", said, chip);
            return;
        }
        switch (chip) {
            case "inc" -> incidents.add(value.toUpperCase(Locale.ROOT));
            case "by" -> want(people, value, Query.Ending.OPEN);
            case "tag" -> tags.add(Words.folded(value.startsWith("#") ? value.substring(1) : value));
            case "after" -> moment(value, said).ifPresent(time -> from = later(from, time));
            case "before" -> moment(value, said).ifPresent(time -> before = earlier(before, time));
            case "kind" -> oneOf(Kind.ofWord(value), kinds, chip, said);
            case "state" -> states(value, said);
            case "is" -> oneOf(trait(value), traits, chip, said);
            default -> oneOf(level(value), severities, chip, said);
        }
    }

    private <T> void oneOf(Optional<T> value, Set<T> chosen, String chip, String said) {
        value.ifPresentOrElse(chosen::add, () -> refuse("refused.search.chip", said, allowed(chip)));
    }

    private void states(String value, String said) {
        if (value.equalsIgnoreCase("live")) {
            Arrays.stream(Phase.values()).filter(Phase::live).forEach(states::add);
        } else {
            oneOf(Phase.ofWord(value), states, "state", said);
        }
    }

    private static String allowed(String chip) {
        return switch (chip) {
            case "kind" -> list(Arrays.stream(Kind.values()).map(Kind::word));
            case "state" ->
                list(Stream.concat(
                        Stream.of("live"),
                        Arrays.stream(Phase.values())
                                .filter(phase -> phase != Phase.UNDECLARED)
                                .map(Phase::word)));
            case "is" -> list(Arrays.stream(Trait.values()).map(Trait::word));
            case "severity", "sev" -> "1, 2, 3, 4";
            default -> "";
        };
    }

    private static String list(Stream<String> words) {
        return words.collect(Collectors.joining(", "));
    }

    private static Optional<Trait> trait(String word) {
        return Arrays.stream(Trait.values())
                .filter(trait -> trait.word().equalsIgnoreCase(word))
                .findFirst();
    }

    private static Optional<Severity> level(String word) {
        Matcher level = LEVEL.matcher(word);
        return level.matches() ? Severity.ofLevel(Integer.parseInt(level.group(1))) : Optional.empty();
    }

    /// A plain date is the beginning of that day.
    private Optional<Instant> moment(String value, String said) {
        LocalDate today = LocalDate.ofInstant(now, zone);
        return switch (value.toLowerCase(Locale.ROOT)) {
            case "today", "heute" -> Optional.of(today.atStartOfDay(zone).toInstant());
            case "yesterday", "gestern" ->
                Optional.of(today.minusDays(1).atStartOfDay(zone).toInstant());
            default -> date(value).or(() -> time(value, said));
        };
    }

    private Optional<Instant> date(String value) {
        try {
            return Optional.of(LocalDate.parse(value).atStartOfDay(zone).toInstant());
        } catch (DateTimeParseException notADate) {
            return Optional.empty();
        }
    }

    private Optional<Instant> time(String value, String said) {
        return switch (new TimeReader(now, zone).read(value)) {
            case TimeReading.Read read -> Optional.of(read.instant());
            case TimeReading.Unreadable _ -> {
                refuse("refused.search.time", said, "");
                yield Optional.empty();
            }
        };
    }

    private static Instant later(@Nullable Instant one, Instant other) {
        return one == null || other.isAfter(one) ? other : one;
    }

    private static Instant earlier(@Nullable Instant one, Instant other) {
        return one == null || other.isBefore(one) ? other : one;
    }

    /// The first chip that cannot be read is the one to put right first.
    private void refuse(String key, String said, String allowed) {
        if (why == null) {
            why = new Refusal(key, List.of(Safe.cut(Safe.line(said), SHOWN_CHARS), allowed));
        }
    }
}
