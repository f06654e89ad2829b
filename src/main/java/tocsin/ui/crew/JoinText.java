package tocsin.ui.crew;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import tocsin.app.Due;
import tocsin.app.Pulse;
import tocsin.app.Safe;
import tocsin.domain.incident.Incident;
import tocsin.domain.incident.Stamp;
import tocsin.domain.incident.StampName;
import tocsin.domain.incident.Vacancies;
import tocsin.domain.roster.Role;
import tocsin.domain.roster.Term;
import tocsin.domain.timeline.Entry;
import tocsin.domain.timeline.EntryKind;
import tocsin.domain.timeline.HypothesisStatus;
import tocsin.domain.timeline.Task;
import tocsin.domain.timeline.Timeline;
import tocsin.ui.kit.Timing;
import tocsin.ui.kit.Words;
import tocsin.ui.sight.Sight;

/// Five lines for somebody who just came in: what, how bad, who commands and what is believed, what is being done, what
/// is needed. So nobody has to be asked.
final class JoinText {
    private static final int CUT = 90;
    private static final int TASKS = 2;

    private final Sight sight;
    private final Incident incident;
    private final Words words;
    private final Moments moments;

    /// One of the five.
    record Told(String about, String line) {}

    private JoinText(Sight sight, Instant now, Words words) {
        this.sight = sight;
        this.incident = sight.incident();
        this.words = words;
        this.moments = new Moments(incident.zone(), now, words);
    }

    static List<Told> of(Sight sight, Instant now, Words words) {
        var text = new JoinText(sight, now, words);
        return List.of(
                new Told(words.get("join.what"), text.what()),
                new Told(words.get("join.bad"), text.bad()),
                new Told(words.get("join.lead"), text.lead()),
                new Told(words.get("join.doing"), text.doing()),
                new Told(words.get("join.needed"), text.needed()));
    }

    private String what() {
        return Safe.line(incident.title()) + " · " + words.texts().name("type", incident.type()) + " · "
                + words.texts().name("environment", incident.environment());
    }

    private String bad() {
        String state = words.get(
                "join.state", incident.severity(), words.phase(incident.phase()), moments.at(incident.inPhaseSince()));
        Optional<Instant> impact =
                incident.firstStamp(StampName.IMPACT_STARTED).map(Stamp::at).or(incident::declaredAt);
        return impact.map(from ->
                        state + "; " + words.get("join.impact", moments.at(from), words.span(moments.since(from))))
                .orElse(state);
    }

    private String lead() {
        String commands = incident.crew().current().stream()
                .filter(term -> term.role() == Role.COMMANDER)
                .findFirst()
                .map(term -> words.get("join.commands", name(term), moments.at(term.assumedAt())))
                .orElse(words.get("crew.nobody"));
        return commands + ". "
                + belief().map(lead -> words.get("join.believed", lead)).orElse(words.get("join.noBelief"));
    }

    private static String name(Term term) {
        return Safe.line(term.person().name());
    }

    /// The newest that is supported, else the newest that is open.
    private Optional<String> belief() {
        Timeline timeline = incident.timeline();
        Optional<String> open = Optional.empty();
        for (Entry entry : timeline.entries().reversed()) {
            if (entry.kind() != EntryKind.HYPOTHESIS || entry.struck()) {
                continue;
            }
            HypothesisStatus status = timeline.hypothesis(entry.id())
                    .map(standing -> standing.status())
                    .orElse(HypothesisStatus.REFUTED);
            String told = cut(entry.text()) + " (" + words.texts().name("hypothesis", status) + ")";
            if (status == HypothesisStatus.SUPPORTED) {
                return Optional.of(told);
            }
            if (status == HypothesisStatus.OPEN && open.isEmpty()) {
                open = Optional.of(told);
            }
        }
        return open;
    }

    private String doing() {
        List<Task> tasks = incident.timeline().openTasks().stream()
                .sorted(TasksModel.URGENCY)
                .toList();
        var parts = new ArrayList<String>();
        tasks.stream().limit(TASKS).map(this::task).forEach(parts::add);
        if (tasks.isEmpty()) {
            parts.add(words.get("crew.tasks.none"));
        } else if (tasks.size() > TASKS) {
            parts.add(words.get("join.more", words.number(tasks.size() - TASKS)));
        }
        var timing = new Timing(words, incident.zone());
        Due.of(Pulse.of(incident, sight.rules(), moments.now()), moments.now()).stream()
                .filter(due -> due.kind() != Due.Kind.TASK)
                .findFirst()
                .ifPresent(due -> parts.add(words.get("join.next", timing.line(due, moments.now()))));
        return String.join("; ", parts);
    }

    private String task(Task task) {
        String left =
                task.left(moments.now()).map(time -> ", " + moments.left(time)).orElse("");
        return cut(task.text()) + " (" + Safe.line(task.owner().name()) + left + ")";
    }

    private String needed() {
        var parts = new ArrayList<String>();
        List<Role> vacant = Vacancies.needed(incident, moments.now());
        if (!vacant.isEmpty()) {
            parts.add(words.get("join.vacant", vacant.stream().map(words::role).collect(Collectors.joining(", "))));
        }
        List<Entry> open = incident.timeline().entries().stream()
                .filter(entry -> entry.kind() == EntryKind.QUESTION
                        && !entry.struck()
                        && !incident.timeline().answers().containsKey(entry.id()))
                .toList();
        if (!open.isEmpty()) {
            parts.add(words.get("join.asked", cut(open.getLast().text())));
        }
        if (open.size() > 1) {
            parts.add(words.get("join.more", words.number(open.size() - 1)));
        }
        return parts.isEmpty() ? words.get("join.nothing") : String.join("; ", parts);
    }

    private static String cut(String text) {
        return Safe.cut(Safe.line(text), CUT);
    }
}
