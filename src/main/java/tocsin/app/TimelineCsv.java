package tocsin.app;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tocsin.base.Limits;
import tocsin.base.PersonId;
import tocsin.domain.incident.IncidentCommand.AddEntry;
import tocsin.domain.timeline.EntryKind;

/// Timeline entries from a spreadsheet: time, text, and if there are any kind and by. Every bad row is named and then
/// nothing comes of it. Times are read as people write them; those without a zone are the reader's own.
public final class TimelineCsv {
    private TimelineCsv() {}

    /// An entry with the moment it happened, and whose it is where the file says so.
    public record Line(Instant occurredAt, Optional<PersonId> by, AddEntry entry) {}

    public static List<Line> read(String text, Instant now, ZoneId zone, Texts texts) throws CsvRefused {
        CsvTable table = CsvTable.read(text);
        table.require("time", "text");
        var reader = new TimeReader(now, zone);
        var faults = new ArrayList<String>();
        var lines = new ArrayList<Line>();
        for (CsvTable.Row row : table.rows()) {
            try {
                lines.add(line(row, reader, now, texts));
            } catch (IllegalArgumentException wrong) {
                faults.add("line " + row.line() + ": " + Safe.line(String.valueOf(wrong.getMessage())));
            }
        }
        if (!faults.isEmpty()) {
            throw new CsvRefused(faults);
        }
        return List.copyOf(lines);
    }

    private static Line line(CsvTable.Row row, TimeReader reader, Instant now, Texts texts) {
        Instant at = switch (reader.read(row.cell("time"))) {
            case TimeReading.Read read -> read.instant();
            case TimeReading.Unreadable(var why) -> throw new IllegalArgumentException(texts.refusal(why));
        };
        if (at.isAfter(now.plusSeconds(60))) {
            throw new IllegalArgumentException(row.cell("time") + " has not come yet");
        }
        String words = row.cell("text");
        if (words.isEmpty() || words.length() > Limits.TEXT_CHARS) {
            throw new IllegalArgumentException("a text has 1 to " + Limits.TEXT_CHARS + " characters");
        }
        String kind = row.cell("kind");
        EntryKind read = kind.isEmpty()
                ? EntryKind.NOTE
                : EntryKind.ofWord(kind)
                        .orElseThrow(() -> new IllegalArgumentException("no kind is called \"" + kind
                                + "\"; there are note, decision, action, hypothesis, question, todo"));
        String by = row.cell("by");
        if (!by.isEmpty() && !PersonId.isWellFormed(by)) {
            throw new IllegalArgumentException("a name has 1 to " + PersonId.MAX_LENGTH + " plain characters");
        }
        return new Line(at, by.isEmpty() ? Optional.empty() : Optional.of(new PersonId(by)), new AddEntry(read, words));
    }
}
