package tocsin.domain.checklist;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tocsin.domain.checklist.Checklist.Phase;
import tocsin.domain.checklist.Checklist.Step;
import tocsin.domain.severity.IncidentType;

/// A checklist as people write it. `= immediate 0m 15m First quarter of an hour` begins a phase: its id, its box from
/// the declaration (`-` where it varies), its title. `outage.scope: Confirm scope` is a step: its id and its words.
/// Blank lines and lines that begin with `#` are passed over.
public final class ChecklistText {
    /// What every refused text is answered with.
    public static final String FORM = "= first 0m 15m TITLE | step.id: TEXT";

    public static final int MOST_STEPS = 200;
    private static final int MOST_DAYS = 365;
    private static final Pattern PHASE = Pattern.compile(
            "=\\s*(?<id>[a-z][a-z0-9.-]{0,59})\\s+(?<from>\\S+)\\s+(?<to>\\S+)\\s+(?<title>\\S.{0,199})");
    private static final Pattern STEP = Pattern.compile("(?<id>[a-z][a-z0-9.-]{0,59})\\s*:\\s*(?<text>\\S.{0,499})");
    private static final Pattern TIME = Pattern.compile("(\\d{1,4})([mhd])");

    private ChecklistText() {}

    /// Empty when the text is no checklist: a line of no kind, a step before the first phase, an id twice, no steps.
    public static Optional<Checklist> read(IncidentType type, String text) {
        var phases = new ArrayList<Phase>();
        var steps = new ArrayList<Step>();
        Set<String> ids = new HashSet<>();
        for (String raw : text.lines().toList()) {
            String line = raw.strip();
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            Optional<Phase> phase = phase(line);
            Optional<Step> step = phase.isPresent() ? Optional.empty() : step(line);
            if (phase.isPresent() && ids.add("= " + phase.get().id())) {
                close(phases, steps);
                phases.add(phase.get());
            } else if (step.isPresent()
                    && !phases.isEmpty()
                    && ids.add(step.get().id())) {
                steps.add(step.get());
            } else {
                return Optional.empty();
            }
        }
        close(phases, steps);
        var list = new Checklist(type, phases);
        long count = list.steps().count();
        return count == 0 || count > MOST_STEPS ? Optional.empty() : Optional.of(list);
    }

    /// As [#read] reads it.
    public static String write(Checklist list) {
        var text = new StringBuilder();
        for (Phase phase : list.phases()) {
            text.append(text.isEmpty() ? "" : "\n")
                    .append("= %s %s %s %s%n"
                            .formatted(phase.id(), time(phase.from()), time(phase.to()), phase.title())
                            .replace("\r", ""));
            phase.steps().forEach(step -> text.append(step.id() + ": " + step.text() + "\n"));
        }
        return text.toString().strip();
    }

    /// The first line that is neither a phase nor a step of one, counted from 1; empty where every line is.
    public static Optional<Integer> firstWrongLine(String text) {
        List<String> lines = text.lines().toList();
        int right = 0;
        int wrong = lines.size() + 1;
        while (wrong - right > 1) {
            int middle = (right + wrong) / 2;
            if (couldGoOn(lines.subList(0, middle))) {
                right = middle;
            } else {
                wrong = middle;
            }
        }
        return wrong > lines.size() ? Optional.empty() : Optional.of(wrong);
    }

    private static boolean couldGoOn(List<String> lines) {
        boolean begun = lines.stream().map(String::strip).anyMatch(line -> !line.isEmpty() && !line.startsWith("#"));
        return !begun
                || read(IncidentType.OUTAGE, String.join("\n", lines) + "\nz..z: z")
                        .isPresent();
    }

    private static String time(Optional<Duration> time) {
        return time.map(length -> length.toMinutes() % 60 != 0 || length.isZero()
                        ? length.toMinutes() + "m"
                        : length.toHours() % 24 != 0 ? length.toHours() + "h" : length.toDays() + "d")
                .orElse("-");
    }

    private static void close(List<Phase> phases, List<Step> steps) {
        if (!phases.isEmpty()) {
            Phase last = phases.removeLast();
            phases.add(new Phase(last.id(), last.title(), last.from(), last.to(), steps));
            steps.clear();
        }
    }

    private static Optional<Phase> phase(String line) {
        Matcher match = PHASE.matcher(line);
        if (!match.matches()) {
            return Optional.empty();
        }
        Optional<Optional<Duration>> from = time(match.group("from"));
        Optional<Optional<Duration>> to = time(match.group("to"));
        return from.isEmpty() || to.isEmpty()
                ? Optional.empty()
                : Optional.of(new Phase(match.group("id"), match.group("title"), from.get(), to.get(), List.of()));
    }

    private static Optional<Step> step(String line) {
        Matcher match = STEP.matcher(line);
        return match.matches() ? Optional.of(new Step(match.group("id"), match.group("text"))) : Optional.empty();
    }

    /// Empty for what is no time; a time that varies is an empty time.
    private static Optional<Optional<Duration>> time(String word) {
        if (word.equals("-")) {
            return Optional.of(Optional.empty());
        }
        Matcher match = TIME.matcher(word);
        if (!match.matches()) {
            return Optional.empty();
        }
        long count = Long.parseLong(match.group(1));
        Duration time = switch (match.group(2)) {
            case "m" -> Duration.ofMinutes(count);
            case "h" -> Duration.ofHours(count);
            default -> Duration.ofDays(count);
        };
        return time.toDays() > MOST_DAYS ? Optional.empty() : Optional.of(Optional.of(time));
    }
}
