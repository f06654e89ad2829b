package tocsin.ui.due;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import tocsin.app.Safe;
import tocsin.domain.clock.Cadence;
import tocsin.domain.clock.Clock;
import tocsin.domain.clock.ClockState;
import tocsin.domain.clock.Deadline;
import tocsin.domain.clock.Lapse;
import tocsin.domain.incident.Incident;
import tocsin.domain.incident.IncidentClocks;
import tocsin.domain.incident.Rules;
import tocsin.domain.postmortem.ActionItem;
import tocsin.domain.timeline.Task;
import tocsin.ui.kit.DueLine;
import tocsin.ui.kit.Tone;
import tocsin.ui.kit.Words;
import tocsin.ui.sight.Telling;

/// The clocks of one picture, told at any moment. What runs out first stands first; what is met or stopped stands last.
final class ClockLines {
    private static final int MOST = 14;

    private final Words words;
    private final Incident incident;
    private final Rules rules;
    private final List<Clock> clocks;

    ClockLines(Words words, Incident incident, Rules rules) {
        this.words = words;
        this.incident = incident;
        this.rules = rules;
        this.clocks = IncidentClocks.of(incident, rules);
    }

    /// The open clock that runs out first among those not told to be quiet.
    Optional<Clock> mostUrgent(Instant now, Map<String, Instant> quiet) {
        return sorted(now, quiet).stream()
                .filter(clock -> clock.isOpen() && clock.due().isPresent() && !isQuiet(clock, now, quiet))
                .findFirst();
    }

    /// @param quiet until when somebody wants to hear nothing of a clock
    /// @param explained which lines say why they run
    List<DueLine> lines(Instant now, Map<String, Instant> quiet, Predicate<String> explained) {
        List<Clock> all = sorted(now, quiet);
        Optional<String> first = mostUrgent(now, quiet).map(Clock::name);
        var lines = new ArrayList<DueLine>();
        for (Clock clock : all.stream().limit(MOST).toList()) {
            boolean answers = first.filter(clock.name()::equals).isPresent();
            lines.add(line(clock, now, quiet, explained.test(clock.name()), answers ? Key.ANSWER.cap() : ""));
        }
        if (all.size() > MOST) {
            String more = words.get("owed.clocks.more", words.number(all.size() - MOST));
            lines.add(new DueLine("more", Tone.QUIET, more, "", List.of(), ""));
        }
        return lines;
    }

    private List<Clock> sorted(Instant now, Map<String, Instant> quiet) {
        return clocks.stream()
                .sorted(Comparator.comparingInt((Clock clock) -> rank(clock, now, quiet))
                        .thenComparing(clock -> clock.due().orElse(Instant.MAX)))
                .toList();
    }

    private static int rank(Clock clock, Instant now, Map<String, Instant> quiet) {
        return clock.isOpen()
                ? isQuiet(clock, now, quiet) ? 1 : 0
                : clock.metAt().isPresent() ? 2 : 3;
    }

    private static boolean isQuiet(Clock clock, Instant now, Map<String, Instant> quiet) {
        return now.isBefore(quiet.getOrDefault(clock.name(), Instant.MIN));
    }

    private DueLine line(Clock clock, Instant now, Map<String, Instant> quiet, boolean explained, String cap) {
        var telling = new Telling(words, incident.zone(), now);
        boolean silent = isQuiet(clock, now, quiet);
        Tone tone = silent ? Tone.QUIET : tone(clock, now);
        var notes = new ArrayList<String>();
        if (explained || !cap.isEmpty()) {
            whose(clock).ifPresent(notes::add);
        }
        if (silent) {
            notes.add(words.get("owed.snoozed", telling.moment(quiet.getOrDefault(clock.name(), now))));
        }
        if (explained) {
            notes.add(why(clock));
            notes.add(resetBy(clock));
            next(clock, telling).ifPresent(notes::add);
        }
        var line = new DueLine(clock.name(), tone, name(clock, telling), value(clock, telling), notes, cap);
        return explained ? line : line.inOneRow();
    }

    /// A turn of duty runs long before anybody should worry: only its advice colours it.
    private Tone tone(Clock clock, Instant now) {
        if (clock.name().equals("command duty")) {
            return switch (rules.duty().adviceAt(clock.anchor().orElse(now), now)) {
                case NONE -> Tone.CALM;
                case SUGGEST, WARN -> Tone.SOON;
                case INSIST -> Tone.OVERDUE;
            };
        }
        return switch (clock.stateAt(now)) {
            case OVERDUE -> Tone.OVERDUE;
            case DUE_SOON -> Tone.SOON;
            case RUNNING, NOT_STARTED, ANCHOR_MISSING -> Tone.CALM;
            case MET, MET_LATE -> Tone.MET;
            case STOPPED, NOT_APPLICABLE -> Tone.QUIET;
        };
    }

    private String value(Clock clock, Telling telling) {
        Instant now = telling.now();
        Instant due = clock.due().orElse(now);
        if (clock.name().equals("command duty")) {
            return duty(clock, telling);
        }
        ClockState state = clock.stateAt(now);
        return switch (state) {
            case OVERDUE -> words.get("owed.over", telling.over(due));
            case DUE_SOON, RUNNING ->
                clock.deadline().isEmpty()
                        ? telling.running(clock.age(now))
                        : words.get(isWord(clock) ? "owed.in" : "owed.left", telling.left(due));
            case MET -> words.get("owed.met", telling.running(clock.age(now)));
            case MET_LATE ->
                words.get(
                        "owed.met.late",
                        telling.running(Lapse.between(due, clock.metAt().orElse(now))));
            case NOT_STARTED, ANCHOR_MISSING, STOPPED, NOT_APPLICABLE ->
                words.texts().name("clock", state);
        };
    }

    private String duty(Clock clock, Telling telling) {
        Instant since = clock.anchor().orElse(telling.now());
        return switch (rules.duty().adviceAt(since, telling.now())) {
            case NONE ->
                words.get(
                        "owed.duty.suggest",
                        telling.moment(since.plus(rules.duty().suggestAfter())));
            case SUGGEST -> words.get("owed.duty.time", telling.running(clock.age(telling.now())));
            case WARN -> words.get("owed.duty.warn", telling.running(clock.age(telling.now())));
            case INSIST -> words.get("owed.duty.insist", telling.running(clock.age(telling.now())));
        };
    }

    /// Something to be said is due in some time; a target has some time left.
    private static boolean isWord(Clock clock) {
        return clock.name().equals("update") || clock.name().equals("first public note");
    }

    String name(Clock clock, Instant now) {
        return name(clock, new Telling(words, incident.zone(), now));
    }

    private String name(Clock clock, Telling telling) {
        String name = clock.name();
        Duration span = clock.deadline().map(Deadline::span).orElse(Duration.ZERO);
        return switch (name) {
            case "response" -> words.get("owed.clock.response", telling.limit(span));
            case "update" -> words.get("owed.clock.update", beat(telling));
            case "first public note" -> words.get("owed.clock.note");
            case "restore" -> words.get("owed.clock.restore", telling.limit(span));
            case "soak" -> words.get("owed.clock.soak", telling.limit(span));
            case "command duty" -> words.get("owed.clock.duty");
            case "postmortem" -> words.get("owed.clock.postmortem");
            default -> rest(clock);
        };
    }

    private String rest(Clock clock) {
        String name = clock.name();
        if (name.startsWith("task ")) {
            return task(clock)
                    .map(task -> Safe.cut(Safe.line(task.text()), 120))
                    .orElse(name);
        }
        if (name.startsWith("action ")) {
            return action(clock)
                    .map(item -> Safe.cut(Safe.line(item.text()), 120))
                    .orElse(name);
        }
        return name.startsWith("call ") ? words.get("owed.clock.call", called(name.substring(5))) : Safe.line(name);
    }

    private String called(String who) {
        return switch (who) {
            case "next on-call" -> words.get("owed.call.oncall");
            case "duty commander" -> words.get("owed.call.duty");
            case "leadership" -> words.get("owed.call.leadership");
            default -> Safe.line(who);
        };
    }

    private String beat(Telling telling) {
        return switch (rules.policy().demands(incident.severity()).updates()) {
            case Cadence.Every(var period) -> words.get("owed.beat.every", telling.limit(period));
            case Cadence.BusinessDaily _ -> words.get("owed.beat.daily");
            case Cadence.Weekly _ -> words.get("owed.beat.weekly");
        };
    }

    private Optional<String> whose(Clock clock) {
        return task(clock)
                .map(task -> words.get("owed.task", Safe.line(task.owner().name())))
                .or(() -> action(clock)
                        .map(item ->
                                words.get("owed.action", Safe.line(item.owner().name()))));
    }

    Optional<Task> task(Clock clock) {
        return incident.timeline().openTasks().stream()
                .filter(task -> clock.name().equals("task " + task.id()))
                .findFirst();
    }

    private Optional<ActionItem> action(Clock clock) {
        return incident.review().actions().stream()
                .filter(item -> clock.name().equals("action " + item.id()))
                .findFirst();
    }

    private String why(Clock clock) {
        return switch (kind(clock)) {
            case "response" -> words.get("owed.why.response", incident.severity());
            case "update" -> words.get("owed.why.update");
            case "first public note" -> words.get("owed.why.note");
            case "restore" -> words.get("owed.why.restore", incident.severity());
            case "soak" -> words.get("owed.why.soak");
            case "command duty" -> words.get("owed.why.duty");
            case "postmortem" -> words.get("owed.why.postmortem");
            case "call" -> words.get("owed.why.call");
            default -> words.get("owed.why.promise");
        };
    }

    private String resetBy(Clock clock) {
        return switch (kind(clock)) {
            case "response" -> words.get("owed.reset.response");
            case "update" -> words.get("owed.reset.update");
            case "first public note" -> words.get("owed.reset.note");
            case "restore" -> words.get("owed.reset.restore");
            case "soak" -> words.get("owed.reset.soak");
            case "command duty" -> words.get("owed.reset.duty");
            case "postmortem" -> words.get("owed.reset.postmortem");
            case "call" -> words.get("owed.reset.call");
            case "task" -> words.get("owed.reset.task");
            default -> words.get("owed.reset.action");
        };
    }

    private static String kind(Clock clock) {
        String name = clock.name();
        return name.startsWith("call ")
                ? "call"
                : name.startsWith("task ") ? "task" : name.startsWith("action ") ? "action" : name;
    }

    /// The next thing this clock does by itself.
    private static Optional<String> next(Clock clock, Telling telling) {
        Optional<Deadline> running = clock.isOpen() ? clock.deadline() : Optional.empty();
        return running.map(deadline -> {
            Words words = telling.words();
            Instant now = telling.now();
            if (deadline.isOverdue(now)) {
                return words.get("owed.next.since", telling.moment(deadline.due()));
            }
            return deadline.isDueSoon(now)
                    ? words.get("owed.next.red", telling.moment(deadline.due()))
                    : words.get(
                            "owed.next.amber", telling.moment(deadline.dueSoonFrom()), telling.moment(deadline.due()));
        });
    }
}
