package tocsin.app;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import tocsin.base.PersonId;
import tocsin.domain.clock.Clock;
import tocsin.domain.clock.ClockState;
import tocsin.domain.incident.Gate;
import tocsin.domain.incident.Gates;
import tocsin.domain.incident.Incident;
import tocsin.domain.incident.IncidentClocks;
import tocsin.domain.incident.Phase;
import tocsin.domain.incident.Rules;
import tocsin.domain.roster.Term;
import tocsin.domain.timeline.Entry;
import tocsin.domain.timeline.EntryKind;
import tocsin.domain.timeline.Task;

/// One incident as plain text for a terminal: what a newcomer needs first, the log last. Times are those of the
/// reader's
/// zone, which the first line names; words of people are made harmless.
public final class IncidentText {
    private static final int LAST_ENTRIES = 30;
    private static final int WIDE_TEXT = 2_000;
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("HH:mm", Locale.ROOT);
    private static final DateTimeFormatter DAY_MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

    private final Incident incident;
    private final Instant asOf;
    private final ZoneId zone;
    private final Texts texts;
    private final Rules rules;
    private final StringBuilder page = new StringBuilder();

    private IncidentText(Incident incident, Instant asOf, ZoneId zone, Texts texts, Rules rules) {
        this.incident = incident;
        this.asOf = asOf;
        this.zone = zone;
        this.texts = texts;
        this.rules = rules;
    }

    public static String of(Incident incident, Instant asOf, ZoneId zone, Texts texts) {
        return of(incident, asOf, zone, texts, Rules.shipped(incident.zone()));
    }

    /// The same by the organisation's own rules.
    public static String of(Incident incident, Instant asOf, ZoneId zone, Texts texts, Rules rules) {
        return new IncidentText(incident, asOf, zone, texts, rules).page();
    }

    private String page() {
        header();
        section("show.roles", incident.crew().current().stream().map(this::role).toList());
        section("show.clocks", clocks());
        section("show.gates", gates());
        section(
                "show.tasks",
                incident.timeline().openTasks().stream().map(this::task).toList());
        section(
                "show.conflicts",
                incident.openConflicts().stream()
                        .map(open -> texts.get(
                                "show.conflict",
                                open.field().name().toLowerCase(Locale.ROOT).replace('_', ' '),
                                Safe.line(open.standing()),
                                Safe.line(open.wanted()),
                                safe(open.by())))
                        .toList());
        entries();
        return page.toString();
    }

    private void header() {
        line(incident.id().number() + "  " + incident.severity() + "  " + texts.name("phase", incident.phase()) + "  "
                + texts.name("type", incident.type()) + ", "
                + texts.name("environment", incident.environment()));
        line(Safe.line(incident.title()));
        line(texts.get("show.asOf", DAY_MINUTE.format(asOf.atZone(zone)), zone));
        String commander = incident.commander().map(IncidentText::safe).orElseGet(() -> texts.get("show.nobody"));
        line(incident.declaredAt()
                .map(since ->
                        texts.get("show.command", commander, DAY_MINUTE.format(since.atZone(zone)), elapsed(since)))
                .orElseGet(() -> texts.get("show.undeclared", commander)));
        incident.mergedInto().ifPresent(target -> line(texts.get("told.merged", target.number())));
        incident.links()
                .forEach((other, relation) ->
                        line(texts.get("told.linked", texts.name("relation", relation), other.number())));
    }

    private String role(Term term) {
        return texts.get("show.role", texts.name("role", term.role()), safe(term.person()), moment(term.assumedAt()))
                + term.team()
                        .map(team -> texts.get("told.role.team", Safe.line(team)))
                        .orElse("");
    }

    private List<String> clocks() {
        return IncidentClocks.of(incident, rules).stream()
                .filter(Clock::isOpen)
                .sorted(Comparator.comparing(clock -> clock.due().orElse(Instant.MAX)))
                .map(this::clock)
                .toList();
    }

    private String clock(Clock clock) {
        ClockState state = clock.stateAt(asOf);
        String when = clock.deadline()
                .map(limit -> state == ClockState.OVERDUE
                        ? texts.get("show.overdue", Narration.length(limit.overdueBy(asOf)), moment(limit.due()))
                        : texts.get("show.due", Narration.length(limit.left(asOf)), moment(limit.due())))
                .orElse("");
        String mark = state == ClockState.OVERDUE ? "!! " : state == ClockState.DUE_SOON ? "!  " : "   ";
        return mark + name(clock) + ": " + when + " [" + texts.name("clock", state) + "]";
    }

    /// Clocks of tasks and actions carry an id; people know them by their words.
    private String name(Clock clock) {
        boolean byId = clock.name().startsWith("task ") || clock.name().startsWith("action ");
        return byId
                ? texts.clock(clock.name().substring(0, clock.name().indexOf(' '))) + " "
                        + Safe.cut(Safe.line(clock.why()), 60)
                : texts.clock(clock.name());
    }

    /// The next step forward, and what of it is still open.
    private List<String> gates() {
        return Gates.next(incident.phase()).stream()
                .filter(to -> to.ordinal() > incident.phase().ordinal())
                .findFirst()
                .map(this::gates)
                .orElse(List.of());
    }

    private List<String> gates(Phase to) {
        return Gates.before(to, incident, asOf, rules.policy()).stream()
                .map(gate -> gate(to, gate))
                .toList();
    }

    private String gate(Phase to, Gate gate) {
        String box = gate.open() ? gate.stops() ? "[ ]" : "[-]" : "[x]";
        String fix = gate.open() ? " - " + texts.gateFix(gate.name()) : "";
        return box + " " + texts.name("phase", to) + ": " + texts.gate(gate.name()) + fix;
    }

    private String task(Task task) {
        String due = task.due()
                .map(end -> end.isBefore(asOf)
                        ? texts.get("show.overdue", Narration.length(Duration.between(end, asOf)), moment(end))
                        : texts.get("show.due", Narration.length(Duration.between(asOf, end)), moment(end)))
                .orElseGet(() -> texts.get("show.noBox"));
        return safe(task.owner()) + ": " + Safe.cut(Safe.line(task.text()), 100) + " (" + due + ")";
    }

    private void entries() {
        List<Entry> all = incident.timeline().entries().stream()
                .sorted(Comparator.comparing(Entry::occurredAt))
                .toList();
        List<Entry> last = all.subList(Math.max(0, all.size() - LAST_ENTRIES), all.size());
        line("");
        line(texts.get("show.entries", last.size(), all.size()));
        Narration narration = Narration.within(incident, texts);
        Optional<LocalDate> before = Optional.empty();
        for (Entry entry : last) {
            LocalDate day = LocalDate.ofInstant(entry.occurredAt(), zone);
            if (!before.equals(Optional.of(day))) {
                line("-- " + day + " --");
            }
            before = Optional.of(day);
            entry(entry, narration);
        }
    }

    private void entry(Entry entry, Narration narration) {
        String time = MINUTE.format(entry.occurredAt().atZone(zone));
        if (entry.kind() == EntryKind.SYSTEM) {
            line(time + "  . " + Safe.line(narration.tell(entry.source())) + late(entry));
            return;
        }
        String lines =
                Safe.cut(entry.text(), WIDE_TEXT).lines().map(Safe::line).collect(Collectors.joining("\n           "));
        String said = safe(entry.by()) + ": " + lines;
        line(time + "  " + sign(entry) + " "
                + entry.strike()
                        .map(strike -> texts.get("show.struck", said, safe(strike.by()), Safe.line(strike.reason())))
                        .orElse(said)
                + late(entry)
                + (entry.changes().isEmpty() ? "" : " " + texts.get("show.corrected"))
                + (entry.pinned() ? " " + texts.get("show.pinned") : ""));
    }

    private static String sign(Entry entry) {
        return entry.struck()
                ? "x"
                : entry.kind().sign().isEmpty() ? " " : entry.kind().sign();
    }

    private String late(Entry entry) {
        return entry.late()
                .map(lag -> " " + texts.get("show.late", Narration.length(lag)))
                .orElse("");
    }

    private void section(String key, List<String> lines) {
        if (!lines.isEmpty()) {
            line("");
            line(texts.get(key));
            lines.forEach(text -> line("  " + text));
        }
    }

    private void line(String text) {
        page.append(text.stripTrailing()).append('\n');
    }

    private String elapsed(Instant since) {
        return Narration.length(asOf.isAfter(since) ? Duration.between(since, asOf) : Duration.ZERO);
    }

    /// The time of day, with the date when it is another day than the one looked at.
    private String moment(Instant instant) {
        boolean sameDay = LocalDate.ofInstant(instant, zone).equals(LocalDate.ofInstant(asOf, zone));
        return (sameDay ? MINUTE : DAY_MINUTE).format(instant.atZone(zone));
    }

    private static String safe(PersonId person) {
        return Safe.line(person.name());
    }
}
