package tocsin.app;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import tocsin.domain.clock.Clock;
import tocsin.domain.incident.Brief;
import tocsin.domain.incident.Gate;
import tocsin.domain.roster.Role;

/// The handover brief as a person reads it. It goes into the log as it was shown, so it is told in one language and
/// with
/// its zone.
public final class BriefText {
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

    private final Brief brief;
    private final ZoneId zone;
    private final List<String> lines = new ArrayList<>();

    private BriefText(Brief brief, ZoneId zone) {
        this.brief = brief;
        this.zone = zone;
    }

    public static String of(Brief brief, ZoneId zone) {
        return new BriefText(brief, zone).text();
    }

    private String text() {
        line(brief.incident().number() + " " + brief.title());
        line(brief.severity() + ", " + brief.phase().word() + ", running " + words(brief.running()) + " at "
                + time(brief.at()) + " " + zone);
        Brief.Past past = brief.past();
        line("So far: " + past.entries() + " entries, " + past.decisions() + " decisions, " + past.updates()
                + " updates, " + past.tasksDone() + " tasks done, " + past.regressions() + " regressions, "
                + past.reopenings() + " reopenings");
        brief.plan()
                .ifPresent(plan -> line("Plan: " + plan.plan().change() + " ("
                        + plan.plan().owner() + "); way back: " + plan.plan().wayBack()));
        brief.hypotheses()
                .forEach(lead ->
                        line("Hypothesis, " + lead.status().name().toLowerCase(Locale.ROOT) + ": " + lead.text()));
        brief.roles()
                .forEach(term -> line(term.role().word() + ": " + term.person() + " since " + time(term.assumedAt())));
        if (!brief.vacancies().isEmpty()) {
            line("Vacant: " + brief.vacancies().stream().map(Role::word).collect(Collectors.joining(", ")));
        }
        brief.tasks()
                .forEach(work -> line("Task: " + work.owner() + ": " + work.text()
                        + work.left()
                                .map(left -> left.isNegative()
                                        ? ", over by " + words(left.negated())
                                        : ", " + words(left) + " left")
                                .orElse("")));
        brief.questions().forEach(ask -> line(ask.kind().word() + " by " + ask.by() + ": " + ask.text()));
        line("Last update: "
                + brief.comms().last().map(sent -> time(sent.sentAt())).orElse("none")
                + brief.comms().nextDue().map(due -> "; next due " + time(due)).orElse(""));
        for (Clock clock : brief.clocks()) {
            clock.due()
                    .filter(_ -> clock.isOpen())
                    .ifPresent(due -> line(clock.name() + ": "
                            + clock.stateAt(brief.at())
                                    .name()
                                    .toLowerCase(Locale.ROOT)
                                    .replace('_', ' ') + ", due " + time(due)));
        }
        brief.gates().stream().filter(Gate::stops).forEach(gate -> line("Next gate open: " + gate.name()));
        return String.join("\n", lines);
    }

    private void line(String words) {
        lines.add(words);
    }

    private String time(Instant instant) {
        return MINUTE.format(instant.atZone(zone));
    }

    private static String words(Duration length) {
        long minutes = length.toMinutes();
        return minutes < 60 ? minutes + " min" : minutes / 60 + " h " + minutes % 60 + " min";
    }
}
