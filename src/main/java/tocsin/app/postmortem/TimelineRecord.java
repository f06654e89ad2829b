package tocsin.app.postmortem;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import tocsin.app.Narration;
import tocsin.app.Texts;
import tocsin.domain.incident.Audience;
import tocsin.domain.incident.Incident;
import tocsin.domain.incident.LifeFact;
import tocsin.domain.timeline.Attachment;
import tocsin.domain.timeline.Entry;
import tocsin.domain.timeline.EntryKind;
import tocsin.domain.timeline.TimelineFact;
import tocsin.publish.paper.Block;
import tocsin.publish.paper.Block.Cell;
import tocsin.publish.paper.Directive;
import tocsin.publish.paper.Lines;
import tocsin.publish.paper.Span;
import tocsin.publish.paper.Span.Style;

/// Rows of the log as a table. A row keeps the way back to its entry, and says when the entry changed after it was
/// quoted.
final class TimelineRecord {
    /// Leads the address of a row's time; the rest is the id of its entry.
    static final String ENTRY = "tocsin:entry/";

    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
    private static final Set<String> FOR_EVERYBODY = Set.of("public", "extern", "external");

    private final Draft draft;
    private final Incident incident;
    private final Texts texts;
    private final Voice voice;
    private final Redaction redaction;
    private final Narration narration;

    TimelineRecord(Draft draft, Voice voice, Redaction redaction) {
        this.draft = draft;
        this.incident = draft.incident();
        this.texts = draft.texts();
        this.voice = voice;
        this.redaction = redaction;
        this.narration = Narration.within(incident, texts);
    }

    /// Those a reader of this draft may see, as the directive wants them.
    static List<Entry> chosen(Draft draft, String words) {
        RowChoice choice = RowChoice.read(words, draft);
        List<Entry> rows = choice.explicit().isEmpty()
                ? draft.incident().timeline().entries().stream()
                        .filter(choice::takes)
                        .sorted(Comparator.comparing(Entry::occurredAt))
                        .toList()
                : choice.explicit().stream()
                        .flatMap(id -> draft.incident().timeline().entry(id).stream())
                        .toList();
        return rows;
    }

    /// Outside, people's own lines stay inside unless they are tagged for everybody.
    static boolean mayLeave(Entry entry) {
        if (entry.struck()) {
            return false;
        }
        if (entry.kind() != EntryKind.SYSTEM) {
            return entry.words().tags().stream().anyMatch(tag -> FOR_EVERYBODY.contains(tag.toLowerCase(Locale.ROOT)));
        }
        return switch (entry.source().fact()) {
            case LifeFact.Declared _, LifeFact.SeverityChanged _, LifeFact.PhaseChanged _, LifeFact.Stamped _ -> true;
            case LifeFact.UpdateSent(var audience, var _) -> audience == Audience.PUBLIC;
            default -> false;
        };
    }

    List<Block> rows(Directive directive, String section) {
        List<Entry> wanted = chosen(draft, directive.words());
        List<Entry> rows = draft.isExternal()
                ? wanted.stream().filter(TimelineRecord::mayLeave).toList()
                : wanted;
        redaction.drop(Redaction.Kind.ROWS, wanted.size() - rows.size());
        if (rows.isEmpty()) {
            return List.of();
        }
        Optional<Instant> quoted = directive.stands()
                ? draft.quotes().newest(section, directive.from(), directive.to())
                : Optional.empty();
        Optional<String> oneDay = oneDay(rows);
        String time = oneDay.map(day -> texts.get("paper.time-of", day)).orElseGet(() -> texts.get("paper.time"));
        return List.of(new Block.Table(
                List.of(Block.Align.LEFT, Block.Align.LEFT, Block.Align.LEFT),
                List.of(Cell.of(time), Cell.of(texts.get("paper.entry")), Cell.of(texts.get("paper.by"))),
                rows.stream()
                        .map(entry -> row(entry, oneDay.isPresent(), quoted))
                        .toList(),
                Lines.NONE));
    }

    private List<Cell> row(Entry entry, boolean oneDay, Optional<Instant> quoted) {
        String time = oneDay ? TIME.format(entry.occurredAt().atZone(draft.zone())) : voice.exact(entry.occurredAt());
        var link = new Span(time, Set.of(), Optional.of(ENTRY + entry.id()));
        return List.of(
                draft.isExternal() ? Cell.of(time) : new Cell(List.of(link)),
                new Cell(words(entry, quoted)),
                Cell.of(entry.kind() == EntryKind.SYSTEM ? "" : entry.by().name()));
    }

    private List<Span> words(Entry entry, Optional<Instant> quoted) {
        var spans = new ArrayList<Span>();
        if (entry.kind() != EntryKind.SYSTEM && entry.kind() != EntryKind.NOTE) {
            spans.add(Span.of(capital(texts.name("kind", entry.kind())) + ". ", Style.BOLD));
        }
        if (entry.kind() == EntryKind.SYSTEM) {
            spans.add(Span.of(narration.tell(entry.source()), Style.QUIET));
        } else {
            spans.add(entry.struck() ? Span.of(entry.text(), Style.STRIKE) : Span.of(entry.text()));
        }
        entry.strike()
                .ifPresent(strike -> spans.add(
                        Span.of(" " + texts.get("paper.struck", strike.by().name(), strike.reason()), Style.QUIET)));
        attachments(entry)
                .forEach(file -> spans.add(Span.of(" " + texts.get("paper.attached", file.name()), Style.QUIET)));
        if (entry.late().isPresent()) {
            spans.add(Span.of(" " + texts.get("paper.recorded", voice.moment(entry.recordedAt())), Style.QUIET));
        }
        if (quoted.filter(when -> changedAfter(entry, when)).isPresent()) {
            spans.add(Span.of(" " + texts.get("paper.changed"), Style.ALERT));
        }
        return spans;
    }

    static boolean changedAfter(Entry entry, Instant quoted) {
        return entry.changes().stream().anyMatch(change -> change.at().isAfter(quoted))
                || entry.strike().filter(strike -> strike.at().isAfter(quoted)).isPresent();
    }

    static List<Attachment> attachments(Entry entry) {
        return entry.source().fact() instanceof TimelineFact.EntryAdded(var _, var _, var files) ? files : List.of();
    }

    /// `2026-11-21, +01:00` where that is true of every row.
    private Optional<String> oneDay(List<Entry> rows) {
        Set<LocalDate> days = new java.util.HashSet<>();
        Set<ZoneOffset> offsets = new java.util.HashSet<>();
        for (Entry entry : rows) {
            var at = entry.occurredAt().atZone(draft.zone());
            days.add(at.toLocalDate());
            offsets.add(at.getOffset());
        }
        return days.size() == 1 && offsets.size() == 1
                ? Optional.of(days.iterator().next() + ", " + offsets.iterator().next())
                : Optional.empty();
    }

    private static String capital(String word) {
        return word.isEmpty()
                ? word
                : word.substring(0, word.offsetByCodePoints(0, 1)).toUpperCase(Locale.ROOT)
                        + word.substring(word.offsetByCodePoints(0, 1));
    }
}
