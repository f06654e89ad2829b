package tocsin.ui.due;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tocsin.app.LengthReading;
import tocsin.app.TimeReader;
import tocsin.app.TimeReading;
import tocsin.ui.sight.Asking;

/// A line as typed, with its first word apart.
record Said(String first, String rest) {
    private static final Pattern DAYS = Pattern.compile("today|yesterday|yest|heute|gestern");
    private static final Pattern TIME =
            Pattern.compile("[-\u2212\u2013]\\d.*|\\d{1,2}:\\d{2}.*|\\d{4}-\\d{2}-\\d{2}.*");

    static Said of(String text) {
        String line = text.strip();
        int end = 0;
        while (end < line.length() && !Character.isWhitespace(line.charAt(end))) {
            end++;
        }
        return new Said(line.substring(0, end), line.substring(end).strip());
    }

    /// Digits in front of letters come apart: `3s reason` names the third and says s.
    static Said digits(String text) {
        String line = text.strip();
        int end = 0;
        while (end < line.length() && Character.isDigit(line.charAt(end))) {
            end++;
        }
        return new Said(line.substring(0, end), line.substring(end).strip());
    }

    Optional<Integer> number() {
        return first.isEmpty() || first.length() > 3 || !first.chars().allMatch(Character::isDigit)
                ? Optional.empty()
                : Optional.of(Integer.parseInt(first));
    }

    /// A time in front of words, if there is one.
    ///
    /// @param rest the words behind it
    record Timed(Optional<TimeReading> when, String rest) {
        static Timed of(String text, Instant now, ZoneId zone) {
            Said said = Said.of(text);
            String token = said.first();
            String rest = said.rest();
            if (DAYS.matcher(token.toLowerCase(Locale.ROOT)).matches()) {
                Said clock = Said.of(rest);
                token = token + " " + clock.first();
                rest = clock.rest();
            } else if (!TIME.matcher(token).matches()) {
                return new Timed(Optional.empty(), text.strip());
            }
            return new Timed(Optional.of(new TimeReader(now, zone).read(token)), rest);
        }
    }

    /// Until when: a length from now, or a time of day that is still to come.
    static Optional<Instant> until(String text, Instant now, ZoneId zone) {
        var reader = new TimeReader(now, zone);
        if (reader.readLength(text) instanceof LengthReading.Read(var length)) {
            return length.isZero() ? Optional.empty() : Optional.of(now.plus(length));
        }
        return reader.read(text) instanceof TimeReading.Read(var at, var _, var _)
                ? Optional.of(at.isAfter(now) ? at : at.plus(Duration.ofDays(1)))
                : Optional.empty();
    }

    /// A person named behind an `@`, and the words without them.
    record Named(Optional<String> name, String rest) {
        private static final Pattern AT = Pattern.compile("(?:^|\\s)@(\\S.*)$", Pattern.DOTALL);

        /// The longest known name that follows the sign, else one word.
        static Named of(String text, Asking asking) {
            Matcher at = AT.matcher(text);
            if (!at.find()) {
                return new Named(Optional.empty(), text.strip());
            }
            String before = text.substring(0, at.start()).strip();
            String behind = at.group(1);
            Optional<String> whole = asking.people().stream()
                    .map(person -> person.name())
                    .filter(name -> behind.toLowerCase(Locale.ROOT).startsWith(name.toLowerCase(Locale.ROOT)))
                    .max(java.util.Comparator.comparingInt(String::length));
            String name = whole.orElseGet(() -> Said.of(behind).first());
            String after = behind.substring(name.length()).strip();
            return new Named(Optional.of(name), (before + " " + after).strip());
        }
    }
}
