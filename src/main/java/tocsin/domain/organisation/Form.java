package tocsin.domain.organisation;

import java.time.ZoneOffset;
import java.util.Optional;
import tocsin.domain.checklist.ChecklistText;
import tocsin.domain.severity.IncidentType;

/// How the value of a setting is written.
enum Form {
    BEAT("30m | 2h | daily 16:00 | weekly mon 16:00"),
    SPAN("15m | 2h | 4bh | 5bd"),
    LADDER("5m 10m 15m | 1bh 2bh 4bh"),
    TIME("0m | 60m | 24h | 7d"),
    UNDO("10s | 30s | 5m"),
    DUTY("4h 8h 12h"),
    HOURS("mon-fri 09:00-17:00 | mon,wed,sat 08:00-00:00"),
    DATES("2026-12-25 2026-12-26"),
    ZONE("Europe/Berlin | UTC"),
    GROUPS("executive-team engineering-leads on-call-engineers customer-support external-customers security-team legal"
            + " vendor-manager privacy-officer | nobody"),
    NAME("Duty officer"),
    LIST(ChecklistText.FORM);

    private final String examples;

    Form(String examples) {
        this.examples = examples;
    }

    String examples() {
        return examples;
    }

    boolean accepts(String text) {
        return read(text).isPresent();
    }

    private Optional<?> read(String text) {
        return switch (this) {
            case BEAT -> Values.beat(text);
            case SPAN -> Values.span(text, ZoneOffset.UTC);
            case LADDER -> Values.spans(text, ZoneOffset.UTC);
            case TIME -> Values.time(text);
            case UNDO -> Values.undo(text);
            case DUTY -> Values.duty(text);
            case HOURS -> Values.calendar(text, "", ZoneOffset.UTC);
            case DATES -> Values.dates(text);
            case ZONE -> Values.zone(text);
            case GROUPS -> Values.groups(text);
            case NAME -> Values.name(text);
            case LIST -> ChecklistText.read(IncidentType.OUTAGE, text);
        };
    }
}
