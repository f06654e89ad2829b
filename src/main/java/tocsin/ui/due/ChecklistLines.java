package tocsin.ui.due;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tocsin.app.Safe;
import tocsin.domain.checklist.Checklist;
import tocsin.domain.checklist.Checklist.Box;
import tocsin.domain.checklist.Checklist.Step;
import tocsin.domain.checklist.Marks;
import tocsin.domain.incident.Incident;
import tocsin.ui.kit.DueLine;
import tocsin.ui.kit.Tone;
import tocsin.ui.kit.Words;
import tocsin.ui.sight.Telling;

/// The checklist as it stands: the phase whose time it is, and how much earlier phases left open.
record ChecklistLines(Words words, Incident incident, Checklist list, Instant now) {
    /// The phase that is on: the one whose time runs, else the last one that ran over, else the next.
    Optional<Checklist.Phase> phase() {
        return first(Box.RUNNING)
                .or(() -> with(Box.EXCEEDED).reduce((_, later) -> later))
                .or(() -> first(Box.AHEAD))
                .or(() -> list.phases().stream().reduce((_, later) -> later));
    }

    private Optional<Checklist.Phase> first(Box box) {
        return with(box).findFirst();
    }

    private java.util.stream.Stream<Checklist.Phase> with(Box box) {
        return list.phases().stream().filter(phase -> box(phase) == box);
    }

    private Box box(Checklist.Phase phase) {
        return phase.box(incident.checklist(), incident.declaredAt(), now);
    }

    /// Every step of the list. Its place is its number, whichever phase is on, so that a number never means another
    /// step.
    List<Step> steps() {
        return list.steps().toList();
    }

    String head() {
        return phase().map(phase -> words.get(
                        "owed.list.head", words.texts().name("type", incident.type()), Safe.line(phase.title())))
                .orElseGet(() -> words.get("owed.list.none"))
                .toUpperCase(words.locale());
    }

    /// How far, and whether the box has run over.
    String note() {
        return phase().map(phase -> {
                    long settled = phase.settled(incident.checklist());
                    String count =
                            words.get("owed.list.count", settled, phase.steps().size());
                    return phase.to()
                            .map(end -> count + " · "
                                    + words.get(
                                            exceeded() ? "owed.list.exceeded" : "owed.list.box",
                                            new Telling(words, incident.zone(), now).limit(end)))
                            .orElse(count);
                })
                .orElse("");
    }

    boolean exceeded() {
        return phase().filter(phase -> box(phase) == Box.EXCEEDED).isPresent() || leftBehind() > 0;
    }

    /// Steps still open of phases that ran over, beside the one that is on.
    private long leftBehind() {
        Optional<Checklist.Phase> here = phase();
        return with(Box.EXCEEDED)
                .filter(phase -> !here.equals(Optional.of(phase)))
                .flatMap(phase -> phase.steps().stream())
                .filter(step -> !incident.checklist().state(step.id()).settled())
                .count();
    }

    List<DueLine> lines() {
        var lines = new ArrayList<DueLine>();
        List<Step> steps = steps();
        for (Step step : phase().map(Checklist.Phase::steps).orElse(List.of())) {
            lines.add(line(steps.indexOf(step) + 1, step));
        }
        if (leftBehind() > 0) {
            String left = words.get("owed.list.left", leftBehind());
            lines.add(new DueLine("left", Tone.WARNING, left, "", List.of(), ""));
        }
        return lines;
    }

    private DueLine line(int number, Step step) {
        Optional<Marks.Mark> mark = incident.checklist().mark(step.id());
        String name = number + "  " + Safe.line(step.text());
        return switch (incident.checklist().state(step.id())) {
            case OPEN -> new DueLine(step.id(), Tone.OPEN, name, words.get("owed.step.open"), List.of(), "");
            case DONE -> new DueLine(step.id(), Tone.MET, name, words.get("owed.step.done"), doer(mark), "");
            case SKIPPED -> new DueLine(step.id(), Tone.WAIVED, name, words.get("owed.step.skipped"), doer(mark), "");
            case NOT_APPLICABLE ->
                new DueLine(step.id(), Tone.QUIET, name, words.get("owed.step.none"), doer(mark), "");
        };
    }

    private List<String> doer(Optional<Marks.Mark> mark) {
        return mark.map(known -> {
                    String who = switch (known.state()) {
                        case SKIPPED -> words.get("owed.step.skipped") + " · ";
                        case NOT_APPLICABLE -> words.get("owed.step.none") + " · ";
                        case OPEN, DONE -> "";
                    };
                    String note = known.note().isBlank() ? "" : " · " + Safe.cut(Safe.line(known.note()), 80);
                    return who + Safe.line(known.by().name()) + " · "
                            + new Telling(words, incident.zone(), now).moment(known.at()) + note;
                })
                .map(List::of)
                .orElse(List.of());
    }
}
