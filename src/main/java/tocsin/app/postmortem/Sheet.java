package tocsin.app.postmortem;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.apache.commons.csv.CSVFormat;
import tocsin.app.Narration;
import tocsin.domain.postmortem.ActionItem;
import tocsin.domain.timeline.Entry;
import tocsin.domain.timeline.EntryKind;

/// The log and the actions for a spreadsheet. A cell that a spreadsheet would take for a formula leaves with an
/// apostrophe in front; times are ISO-8601 in UTC, so that a sheet sorts them.
final class Sheet {
    private static final String GUARD = "'";
    private static final String FORMULA = "=+-@\t\r\n|%";

    private final Draft draft;
    private final Redaction redaction;

    Sheet(Draft draft) {
        this.draft = draft;
        this.redaction = new Redaction(draft);
    }

    /// Every row, struck ones marked; outside, only those that may leave.
    String timeline() {
        var rows = new ArrayList<List<String>>();
        rows.add(List.of("time", "kind", "text", "by", "recorded", "pinned", "struck", "corrected", "files", "id"));
        Narration narration = Narration.within(draft.incident(), draft.texts());
        draft.incident().timeline().entries().stream()
                .filter(entry -> !draft.isExternal() || TimelineRecord.mayLeave(entry))
                .sorted(Comparator.comparing(Entry::occurredAt))
                .forEach(entry -> rows.add(row(entry, narration)));
        return written(rows);
    }

    private List<String> row(Entry entry, Narration narration) {
        boolean system = entry.kind() == EntryKind.SYSTEM;
        return List.of(
                entry.occurredAt().toString(),
                entry.kind().word(),
                redaction.text(system ? narration.tell(entry.source()) : entry.text()),
                redaction.text(entry.by().name()),
                entry.recordedAt().toString(),
                entry.pinned() ? "yes" : "",
                redaction.text(entry.strike().map(Entry.Strike::reason).orElse("")),
                entry.changes().isEmpty() ? "" : "yes",
                draft.isExternal()
                        ? ""
                        : TimelineRecord.attachments(entry).stream()
                                .map(file -> file.name() + " " + file.sha256())
                                .collect(Collectors.joining("; ")),
                entry.id().toString());
    }

    String actions() {
        var rows = new ArrayList<List<String>>();
        rows.add(List.of("id", "incident", "type", "text", "owner", "due", "measure", "status", "outcome"));
        for (ActionItem item : draft.incident().review().actions()) {
            rows.add(List.of(
                    item.id().toString(),
                    draft.incident().id().number(),
                    item.kind().name().toLowerCase(Locale.ROOT),
                    redaction.text(item.text()),
                    redaction.text(item.owner().name()),
                    item.due().toString(),
                    redaction.text(item.measure()),
                    item.status().name().toLowerCase(Locale.ROOT),
                    redaction.text(item.outcome())));
        }
        return written(rows);
    }

    private static String written(List<List<String>> rows) {
        return rows.stream()
                .map(row -> CSVFormat.RFC4180.format(
                                row.stream().map(Sheet::guarded).toArray())
                        + "\r\n")
                .collect(Collectors.joining());
    }

    private static String guarded(String cell) {
        return !cell.isEmpty() && FORMULA.indexOf(cell.charAt(0)) >= 0 ? GUARD + cell : cell;
    }
}
