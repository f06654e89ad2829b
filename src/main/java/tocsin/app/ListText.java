package tocsin.app;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tocsin.domain.clock.Clock;
import tocsin.domain.incident.Incident;
import tocsin.domain.incident.IncidentClocks;
import tocsin.domain.organisation.Organisation;

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
    private final Organisation organisation;

    private ListText(Instant now, ZoneId zone, Texts texts, Organisation organisation) {
        this.now = now;
        this.zone = zone;
        this.texts = texts;
        this.organisation = organisation;
    }

    public static String of(List<Incident> incidents, Instant now, ZoneId zone, Texts texts) {
        return of(incidents, now, zone, texts, Organisation.EMPTY);
    }

    /// The same by the organisation's own rules.
    public static String of(
            List<Incident> incidents, Instant now, ZoneId zone, Texts texts, Organisation organisation) {
        var table = new ListText(now, zone, texts, organisation);
        return incidents.isEmpty() ? texts.get("list.none") + "\n" : table.table(incidents);
    }

    private String table(List<Incident> incidents) {
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

    private List<String> row(Incident incident) {
        return List.of(
                incident.id().number(),
                incident.severity().toString(),
                texts.name("phase", incident.phase()),
                Safe.cut(Safe.line(incident.title()), TITLE_CHARS),
                incident.commander()
                        .map(person -> Safe.cut(Safe.line(person.name()), NAME_CHARS))
                        .orElse("-"),
                incident.declaredAt().map(this::moment).orElse("-"),
                IncidentTree.next(IncidentClocks.of(incident, organisation.rules(incident.zone())))
                        .map(this::due)
                        .orElse("-"));
    }

    private String due(Clock clock) {
        String name = clock.name().startsWith("task ") ? "task" : clock.name();
        String shown = name.startsWith("action ") ? "action" : name;
        return clock.due()
                .map(due -> now.isAfter(due)
                        ? texts.get("list.overdue", shown, Narration.length(Duration.between(due, now)))
                        : shown + " " + moment(due))
                .orElse("-");
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
