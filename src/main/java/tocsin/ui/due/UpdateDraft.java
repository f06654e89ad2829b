package tocsin.ui.due;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import tocsin.domain.incident.Audience;
import tocsin.domain.incident.Incident;
import tocsin.domain.incident.Phase;
import tocsin.domain.incident.Rules;
import tocsin.domain.incident.Stamp;
import tocsin.domain.incident.StampName;
import tocsin.domain.timeline.Entry;
import tocsin.domain.timeline.EntryKind;
import tocsin.domain.timeline.HypothesisStatus;
import tocsin.domain.timeline.Task;
import tocsin.ui.kit.Words;
import tocsin.ui.sight.Telling;

/// A word to people, put together from the facts so that nobody has to begin with a blank page. The public one names no
/// level, no person and no guess.
record UpdateDraft(Words words, Incident incident, Rules rules, Instant now) {
    private static final int MOST_TASKS = 3;

    String text(Audience audience) {
        return audience == Audience.PUBLIC ? outward() : inward(audience);
    }

    private String outward() {
        var lines = new ArrayList<String>();
        lines.add(words.get("owed.draft.felt", incident.title()));
        lines.add(words.get("owed.draft.public.state", publicStatus(), since()));
        lines.add(publicDoing());
        lines.add(next());
        return joined(lines);
    }

    private String inward(Audience audience) {
        var lines = new ArrayList<String>();
        lines.add(words.get("owed.draft.level", incident.severity(), incident.title()));
        lines.add(words.get("owed.draft.state", words.phase(incident.phase()), since()));
        believed().forEach(lines::add);
        lines.add(doing(audience));
        lines.add(next());
        return joined(lines);
    }

    private static String joined(List<String> lines) {
        return lines.stream().filter(line -> !line.isBlank()).collect(Collectors.joining("\n"));
    }

    private String since() {
        return incident.firstStamp(StampName.IMPACT_STARTED)
                .map(Stamp::at)
                .or(incident::declaredAt)
                .map(at -> telling().moment(at) + " " + zone())
                .orElse("");
    }

    private String publicStatus() {
        return switch (incident.phase()) {
            case UNDECLARED, REPORTED, INVESTIGATING -> words.get("owed.draft.investigating");
            case IDENTIFIED, MITIGATING -> words.get("owed.draft.identified");
            case MONITORING -> words.get("owed.draft.monitoring");
            default -> words.get("owed.draft.resolved");
        };
    }

    private String publicDoing() {
        return switch (incident.phase()) {
            case UNDECLARED, REPORTED, INVESTIGATING -> words.get("owed.draft.doing.investigating");
            case IDENTIFIED -> words.get("owed.draft.doing.identified");
            case MITIGATING -> words.get("owed.draft.doing.mitigating");
            case MONITORING -> words.get("owed.draft.doing.monitoring");
            default -> words.get("owed.draft.doing.resolved");
        };
    }

    private List<String> believed() {
        return incident.timeline().entries().stream()
                .filter(entry -> entry.kind() == EntryKind.HYPOTHESIS && !entry.struck() && standing(entry))
                .reduce((_, later) -> later)
                .map(entry -> List.of(words.get("owed.draft.believed", entry.text())))
                .orElse(List.of());
    }

    private boolean standing(Entry entry) {
        return incident.timeline()
                .hypothesis(entry.id())
                .filter(judged -> judged.status() != HypothesisStatus.REFUTED)
                .isPresent();
    }

    private String doing(Audience audience) {
        var doing = new ArrayList<String>();
        incident.standingPlan().ifPresent(plan -> doing.add(plan.plan().change()));
        if (audience == Audience.INTERNAL) {
            incident.timeline().openTasks().stream()
                    .limit(MOST_TASKS)
                    .map(UpdateDraft::task)
                    .forEach(doing::add);
        }
        return doing.isEmpty() ? publicDoing() : words.get("owed.draft.doing", String.join("; ", doing));
    }

    private static String task(Task task) {
        return task.text() + " (" + task.owner().name() + ")";
    }

    /// When people will hear again, by the beat of the level.
    private String next() {
        if (!incident.phase().responding()) {
            return "";
        }
        Instant due = rules.policy().demands(incident.severity()).updates().dueAfterSending(now, rules.calendar());
        return words.get("owed.draft.next", telling().moment(due) + " " + zone());
    }

    /// Over several zones a bare time of day misleads.
    private String zone() {
        return java.time.format.DateTimeFormatter.ofPattern("zzz", words.locale())
                .format(now.atZone(incident.zone()));
    }

    private Telling telling() {
        return new Telling(words, incident.zone(), now);
    }

    /// Who is asked for first: the public where it is owed a word and may be told one.
    static Audience first(Incident incident, Rules rules, boolean mayPublish) {
        boolean owed = rules.policy().demands(incident.severity()).statusPage()
                == tocsin.domain.severity.Demands.Need.REQUIRED;
        return owed && mayPublish && !incident.type().isConfidential() && incident.phase() != Phase.REPORTED
                ? Audience.PUBLIC
                : Audience.INTERNAL;
    }
}
