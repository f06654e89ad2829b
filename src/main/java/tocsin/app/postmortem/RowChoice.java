package tocsin.app.postmortem;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tocsin.base.FactId;
import tocsin.domain.incident.LifeFact;
import tocsin.domain.timeline.Entry;
import tocsin.domain.timeline.EntryKind;

/// Which rows a `{timeline: ...}` asks for: `decisions, pinned, #tag, @mara, 14:15..14:22`, or the ids of entries in an
/// order of one's own. Words add up, a span of time cuts. Said nothing, it is what usually matters: pins, decisions,
/// and every change of state, level or stamp.
record RowChoice(
        Set<EntryKind> kinds,
        Set<String> marks,
        boolean pinned,
        boolean key,
        boolean all,
        Instant from,
        Instant to,
        List<FactId> explicit) {

    private static final Pattern BETWEEN = Pattern.compile("\\s*,\\s*");
    private static final Pattern BLANKS = Pattern.compile("\\s+");
    private static final Pattern RANGE = Pattern.compile("(?<from>.*?)\\s*(?:\\.\\.|…)\\s*(?<to>.*)");
    private static final Pattern MOMENT =
            Pattern.compile("(?:(?<day>\\d{4}-\\d{2}-\\d{2})[ T]?)?(?<time>\\d{1,2}:\\d{2}(?::\\d{2})?)?");

    RowChoice {
        kinds = Set.copyOf(kinds);
        marks = Set.copyOf(marks);
        explicit = List.copyOf(explicit);
    }

    boolean takes(Entry entry) {
        return !entry.occurredAt().isBefore(from) && !entry.occurredAt().isAfter(to) && wants(entry);
    }

    private boolean wants(Entry entry) {
        return all
                || kinds.contains(entry.kind())
                || (pinned && entry.pinned())
                || (key && isKey(entry))
                || (!marks.isEmpty() && bears(entry));
    }

    private static boolean isKey(Entry entry) {
        if (entry.struck()) {
            return false;
        }
        return entry.pinned()
                || entry.kind() == EntryKind.DECISION
                || switch (entry.source().fact()) {
                    case LifeFact.Declared _,
                            LifeFact.SeverityChanged _,
                            LifeFact.PhaseChanged _,
                            LifeFact.Stamped _,
                            LifeFact.UpdateSent _ -> true;
                    default -> false;
                };
    }

    private boolean bears(Entry entry) {
        return entry.kind() != EntryKind.SYSTEM
                && (entry.words().tags().stream().anyMatch(tag -> marks.contains("#" + lower(tag)))
                        || entry.words().mentions().stream().anyMatch(who -> marks.contains("@" + lower(who)))
                        || marks.contains("@" + lower(entry.by().name())));
    }

    static RowChoice read(String words, Draft draft) {
        return new Reading(draft).read(words);
    }

    private static final class Reading {
        private final Draft draft;
        private final Set<EntryKind> kinds = EnumSet.noneOf(EntryKind.class);
        private final Set<String> marks = new HashSet<>();
        private final List<FactId> explicit = new ArrayList<>();
        private boolean pinned;
        private boolean key;
        private boolean all;
        private Instant from = Instant.MIN;
        private Instant to = Instant.MAX;

        Reading(Draft draft) {
            this.draft = draft;
        }

        RowChoice read(String words) {
            for (String word : BETWEEN.split(words.strip(), -1)) {
                word(word);
            }
            boolean nothingNamed = kinds.isEmpty() && marks.isEmpty() && !pinned && !all;
            // A span of time alone means everything people wrote in it.
            boolean spanOnly = nothingNamed && !key && (!from.equals(Instant.MIN) || !to.equals(Instant.MAX));
            return new RowChoice(
                    kinds, marks, pinned, key || (nothingNamed && !spanOnly), all || spanOnly, from, to, explicit);
        }

        private void word(String word) {
            String plain = lower(word);
            if (word.isEmpty()) {
                return;
            }
            Matcher range = RANGE.matcher(word);
            if (range.matches()) {
                range(range.group("from"), range.group("to"));
                return;
            }
            switch (plain) {
                case "pinned", "angeheftet" -> pinned = true;
                case "key", "wichtig" -> key = true;
                case "all", "alle", "alles" -> all = true;
                default -> other(word, plain);
            }
        }

        private void other(String word, String plain) {
            if (plain.startsWith("#")) {
                marks.add(plain);
            } else if (plain.startsWith("@")) {
                marks.add(plain);
                draft.organisation()
                        .initials(plain.substring(1))
                        .ifPresent(person -> marks.add("@" + lower(person.id().name())));
            } else if (kind(plain).isPresent()) {
                kinds.add(kind(plain).get());
            } else {
                for (String id : BLANKS.split(word, -1)) {
                    FactId.parse(id).ifPresent(explicit::add);
                }
            }
        }

        /// `decision` and `decisions`, and the same in the language of the document.
        private Optional<EntryKind> kind(String word) {
            for (EntryKind kind : EntryKind.values()) {
                String own = lower(draft.texts().name("kind", kind));
                if (word.equals(own) || word.equals(own + "en") || word.equals(own + "n")) {
                    return Optional.of(kind);
                }
                String english = kind.word();
                String many =
                        english.endsWith("is") ? english.substring(0, english.length() - 2) + "es" : english + "s";
                if (word.equals(english) || word.equals(many)) {
                    return Optional.of(kind);
                }
            }
            return Optional.empty();
        }

        private void range(String begin, String end) {
            LocalDate first = day();
            Optional<LocalDateTime> start = moment(begin, first, LocalTime.MIN);
            LocalDate last = start.map(LocalDateTime::toLocalDate).orElse(first);
            Optional<LocalDateTime> stop = moment(end, last, LocalTime.of(23, 59, 59))
                    .map(time ->
                            // An end before the beginning is of the next day.
                            start.filter(time::isBefore).isPresent() ? time.plusDays(1) : time);
            start.ifPresent(time -> from = time.atZone(draft.zone()).toInstant());
            stop.ifPresent(time -> to = time.atZone(draft.zone())
                    .toInstant()
                    .plusSeconds(time.getSecond() == 0 ? 59 : 0)
                    .plusMillis(999));
        }

        /// A time without a day is of the day on which the incident was declared.
        private LocalDate day() {
            return LocalDate.ofInstant(draft.incident().declaredAt().orElse(draft.asOf()), draft.zone());
        }

        private static Optional<LocalDateTime> moment(String words, LocalDate usual, LocalTime whole) {
            Matcher match = MOMENT.matcher(words.strip());
            if (!match.matches() || words.isBlank()) {
                return Optional.empty();
            }
            try {
                String day = match.group("day");
                String time = match.group("time");
                return Optional.of(LocalDateTime.of(
                        day == null ? usual : LocalDate.parse(day),
                        time == null ? whole : LocalTime.parse(time.indexOf(':') == 1 ? "0" + time : time)));
            } catch (DateTimeException noSuchTime) {
                return Optional.empty();
            }
        }
    }

    private static String lower(String word) {
        return word.toLowerCase(Locale.ROOT);
    }
}
