package tocsin.ui.crew;

import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tocsin.app.Due;
import tocsin.app.Narration;
import tocsin.app.Pulse;
import tocsin.app.Safe;
import tocsin.domain.incident.Incident;
import tocsin.domain.incident.Rules;
import tocsin.domain.incident.Stamp;
import tocsin.domain.incident.StampName;
import tocsin.domain.incident.Vacancies;
import tocsin.domain.roster.Role;
import tocsin.domain.roster.Term;
import tocsin.domain.timeline.Entry;
import tocsin.domain.timeline.EntryKind;
import tocsin.domain.timeline.HypothesisStatus;
import tocsin.domain.timeline.Task;
import tocsin.publish.Page;
import tocsin.ui.kit.Timing;
import tocsin.ui.kit.Words;

/// Tells one incident for the situation sheet: header, roles, clocks, tasks, hypotheses, the last decisions and the
/// last entries, with the zone on every time. Pure; for a thread of its own.
final class SheetPage {
    private static final int ROLES = 14;
    private static final int CLOCKS = 10;
    private static final int TASKS = 8;
    private static final int LEADS = 5;
    private static final int DECISIONS = 5;
    private static final int ENTRIES = 10;

    private final Incident incident;
    private final Rules rules;
    private final Words words;
    private final Instant now;
    private final Moments moments;
    private final Timing timing;
    private final DateTimeFormatter clock;
    private final DateTimeFormatter dated;

    private SheetPage(Incident incident, Rules rules, Words words, Instant now) {
        this.incident = incident;
        this.rules = rules;
        this.words = words;
        this.now = now;
        this.moments = new Moments(incident.zone(), now, words);
        this.timing = new Timing(words, incident.zone());
        this.clock = DateTimeFormatter.ofPattern("HH:mm zzz", words.locale()).withZone(incident.zone());
        this.dated = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm zzz", words.locale())
                .withZone(incident.zone());
    }

    static Page of(Incident incident, Rules rules, Words words, Instant now) {
        return new SheetPage(incident, rules, words, now).page();
    }

    private Page page() {
        return new Page(
                words.get("sheet.label", dated.format(now)),
                Safe.line(incident.title()),
                head(),
                new Page.Beside(section("sheet.roles", roles(), ROLES), section("sheet.clocks", clocks(), CLOCKS)),
                List.of(
                        section("sheet.tasks", tasks(), TASKS),
                        section("sheet.hypotheses", leads(), LEADS),
                        section("sheet.decisions", last(EntryKind.DECISION, DECISIONS), DECISIONS),
                        section("sheet.entries", last(null, ENTRIES), ENTRIES)),
                words.get("sheet.foot", dated.format(now), incident.zone().getId()),
                words.get("sheet.missing"),
                now);
    }

    private Page.Section section(String title, List<Page.Row> rows, int most) {
        var shown = new ArrayList<>(rows.subList(0, Math.min(most, rows.size())));
        if (rows.size() > most) {
            shown.add(new Page.Row("", words.get("sheet.more", words.number(rows.size() - most))));
        }
        return new Page.Section(words.get(title), shown);
    }

    /// Of the day the sheet is made the time is enough; the day itself stands at the head.
    private String at(Instant moment) {
        boolean today = moment.atZone(incident.zone())
                .toLocalDate()
                .equals(now.atZone(incident.zone()).toLocalDate());
        return (today ? clock : dated).format(moment);
    }

    private List<String> head() {
        var lines = new ArrayList<String>();
        lines.add(incident.id().number() + " · " + words.texts().name("type", incident.type()) + " · "
                + words.texts().name("environment", incident.environment()));
        lines.add(words.get(
                "join.state", incident.severity(), words.phase(incident.phase()), at(incident.inPhaseSince())));
        incident.firstStamp(StampName.IMPACT_STARTED)
                .map(Stamp::at)
                .or(incident::declaredAt)
                .ifPresent(from -> lines.add(words.get("sheet.impact", at(from), words.span(moments.since(from)))));
        return lines;
    }

    private List<Page.Row> roles() {
        var rows = new ArrayList<Page.Row>();
        List<Role> needed = Vacancies.needed(incident, now);
        for (Role role : Role.values()) {
            List<Term> held = incident.crew().current().stream()
                    .filter(term -> term.role() == role)
                    .toList();
            for (Term term : held) {
                rows.add(new Page.Row(
                        words.role(role),
                        words.get("sheet.held", Safe.line(term.person().name()), at(term.assumedAt()))));
            }
            if (held.isEmpty() && needed.contains(role)) {
                rows.add(new Page.Row(words.role(role), words.get("crew.vacant")));
            }
        }
        return rows;
    }

    private List<Page.Row> clocks() {
        return Due.of(Pulse.of(incident, rules, now), now).stream()
                .filter(due -> due.kind() != Due.Kind.TASK)
                .map(due -> new Page.Row(timing.what(due), clock(due)))
                .toList();
    }

    private String clock(Due due) {
        boolean far = java.time.Duration.between(now, due.at()).toHours() >= 2;
        return far ? at(due.at()) : words.get("sheet.due", at(due.at()), timing.when(due, now));
    }

    private List<Page.Row> tasks() {
        return incident.timeline().openTasks().stream()
                .sorted(TasksModel.URGENCY)
                .map(task -> new Page.Row(Safe.line(task.owner().name()), task(task)))
                .toList();
    }

    private String task(Task task) {
        String heard = words.get(task.readBackAt().isPresent() ? "crew.task.readBack" : "crew.task.notReadBack");
        String box = task.due()
                .map(due -> words.get(
                        "sheet.box", at(due), task.left(now).map(moments::left).orElse("")))
                .orElse(words.get("crew.task.noBox"));
        return Safe.line(task.text()) + " · " + heard + " · " + box;
    }

    private List<Page.Row> leads() {
        return incident.timeline().entries().stream()
                .filter(entry -> entry.kind() == EntryKind.HYPOTHESIS && !entry.struck())
                .flatMap(entry -> incident.timeline().hypothesis(entry.id()).stream()
                        .map(standing -> java.util.Map.entry(standing, entry)))
                .sorted(Comparator.comparingInt(each -> rank(each.getKey().status())))
                .map(each -> new Page.Row(
                        words.texts().name("hypothesis", each.getKey().status()),
                        Safe.line(each.getValue().text())))
                .toList();
    }

    private static int rank(HypothesisStatus status) {
        return switch (status) {
            case SUPPORTED -> 0;
            case OPEN -> 1;
            case REFUTED -> 2;
        };
    }

    /// The newest entries of one kind, or of every kind but the system's when none is named. The newest leads: should
    /// the paper end, it is the older ones that are missing.
    private List<Page.Row> last(@Nullable EntryKind kind, int most) {
        var narration = Narration.within(incident, words.texts());
        var rows = new ArrayList<Page.Row>();
        for (Entry entry : incident.timeline().entries().reversed()) {
            boolean wanted = kind == null ? entry.kind() != EntryKind.SYSTEM : entry.kind() == kind;
            if (wanted && !entry.struck() && rows.size() < most) {
                String text = entry.text().isEmpty() ? narration.tell(entry.source()) : Safe.line(entry.text());
                String sign = Optional.of(entry.kind().sign())
                        .filter(each -> !each.isEmpty() && kind == null)
                        .map(each -> each + " ")
                        .orElse("");
                rows.add(new Page.Row(
                        at(entry.occurredAt()),
                        sign + text + " · " + Safe.line(entry.by().name())));
            }
        }
        return rows;
    }
}
