package tocsin.app;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tocsin.store.IncidentRow;
import tocsin.store.NextDue;

/// Incidents as a table for a terminal, most severe first. Columns are as wide as their longest cell; letters that take
/// two
/// columns on a terminal are counted as one.
public final class ListText {
    private static final int TITLE_CHARS = 44;
    private static final int NAME_CHARS = 20;
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final DateTimeFormatter DAY_MINUTE = DateTimeFormatter.ofPattern("MM-dd HH:mm", Locale.ROOT);

    private final Instant now;
    private final ZoneId zone;
    private final Texts texts;

    private ListText(Instant now, ZoneId zone, Texts texts) {
        this.now = now;
        this.zone = zone;
        this.texts = texts;
    }

    public static String of(List<IncidentRow> incidents, Instant now, ZoneId zone, Texts texts) {
        var table = new ListText(now, zone, texts);
        return incidents.isEmpty() ? texts.get("list.none") + "\n" : table.table(incidents);
    }

    private String table(List<IncidentRow> incidents) {
        var rows = new ArrayList<List<String>>();
        rows.add(List.of(
                texts.get("list.id"),
                texts.get("list.severity"),
                texts.get("list.state"),
                texts.get("list.title"),
                texts.get("list.commander"),
                texts.get("list.since"),
                texts.get("list.due")));
        incidents.stream().sorted(IncidentOrder.WORST_FIRST).map(this::row).forEach(rows::add);
        int[] widths = new int[rows.getFirst().size()];
        for (List<String> row : rows) {
            for (int column = 0; column < widths.length; column++) {
                widths[column] = Math.max(widths[column], width(row.get(column)));
            }
        }
        var table = new StringBuilder();
        rows.forEach(row -> table.append(aligned(row, widths)).append('\n'));
        return table.toString();
    }

    private List<String> row(IncidentRow incident) {
        return List.of(
                incident.number(),
                incident.severity().toString(),
                texts.name("phase", incident.phase()),
                Safe.cut(Safe.line(incident.title()), TITLE_CHARS),
                incident.commander()
                        .map(person -> Safe.cut(Safe.line(person.name()), NAME_CHARS))
                        .orElse("-"),
                incident.declaredAt().map(this::moment).orElse("-"),
                incident.nextDue().map(this::due).orElse("-"));
    }

    private String due(NextDue next) {
        String name = next.clock().startsWith("task ") ? "task" : next.clock();
        String shown = texts.clock(name.startsWith("action ") ? "action" : name);
        return now.isAfter(next.due())
                ? texts.get("list.overdue", shown, Narration.length(Duration.between(next.due(), now)))
                : shown + " " + moment(next.due());
    }

    private String moment(Instant instant) {
        boolean today = LocalDate.ofInstant(instant, zone).equals(LocalDate.ofInstant(now, zone));
        return (today ? MINUTE : DAY_MINUTE).format(instant.atZone(zone));
    }

    private static String aligned(List<String> row, int[] widths) {
        var line = new StringBuilder();
        for (int column = 0; column < widths.length; column++) {
            String cell = row.get(column);
            line.append(cell).append(" ".repeat(widths[column] - width(cell) + 2));
        }
        return line.toString().stripTrailing();
    }

    private static int width(String cell) {
        return cell.codePointCount(0, cell.length());
    }
}
