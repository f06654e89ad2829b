package tocsin.ui.due;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tocsin.app.Safe;
import tocsin.domain.checklist.Checklist;
import tocsin.domain.checklist.Checklist.Step;
import tocsin.domain.checklist.StepState;
import tocsin.domain.incident.IncidentCommand.SettleConflict;
import tocsin.domain.incident.IncidentCommand.SettleStep;
import tocsin.ui.kit.Prompt;
import tocsin.ui.kit.Words;
import tocsin.ui.sight.Asking;

/// Things that are settled by their number: steps of the checklist, and disagreements.
final class ListPrompts {
    private final Asking asking;
    private final Words words;

    ListPrompts(Asking asking) {
        this.asking = asking;
        this.words = asking.words();
    }

    private ChecklistLines list() {
        return new ChecklistLines(
                words,
                asking.incident(),
                asking.checklists().get().of(asking.incident().type()),
                asking.now());
    }

    /// `3` is done, `3s reason` left out, `3n` does not apply, `3o` open again.
    Prompt check() {
        return check("");
    }

    /// With the number of this step in the line already.
    Prompt check(String step) {
        List<Step> steps = list().steps();
        String number = "";
        for (int i = 0; i < steps.size(); i++) {
            if (steps.get(i).id().equals(step)) {
                number = Integer.toString(i + 1);
            }
        }
        return Asking.line(words.get("owed.check"), words.get("owed.check.hint"), number, this::checked);
    }

    private Prompt.Reading checked(String text) {
        List<Step> steps = list().steps();
        if (steps.isEmpty()) {
            return new Prompt.Wrong(words.get("owed.list.none"));
        }
        var said = Said.digits(text);
        Optional<Step> found =
                said.number().filter(at -> at >= 1 && at <= steps.size()).map(at -> steps.get(at - 1));
        if (found.isEmpty()) {
            return said.first().isEmpty() && said.rest().isEmpty()
                    ? new Prompt.Wanting(words.get("owed.check.which"), options(steps))
                    : new Prompt.Wrong(words.get("owed.check.digit", steps.size()));
        }
        return checked(found.get(), said.rest());
    }

    private Prompt.Reading checked(Step step, String rest) {
        String letter = Said.of(rest).first().toLowerCase(Locale.ROOT);
        StepState to = switch (letter) {
            case "s" -> StepState.SKIPPED;
            case "n" -> StepState.NOT_APPLICABLE;
            case "o" -> StepState.OPEN;
            default -> StepState.DONE;
        };
        String note = to == StepState.DONE && !letter.equals("d")
                ? rest
                : Said.of(rest).rest();
        String name = Safe.line(step.text());
        String go = switch (to) {
            case DONE -> words.get("owed.check.done", name);
            case SKIPPED -> words.get("owed.check.skipped", name);
            case NOT_APPLICABLE -> words.get("owed.check.none", name);
            case OPEN -> words.get("owed.check.open", name);
        };
        return asking.reading(new SettleStep(step.id(), to, note), go, List.of(), go);
    }

    /// What is on now first, then the rest as it stands in the list.
    private List<Prompt.Option> options(List<Step> steps) {
        List<Step> now = list().phase().map(Checklist.Phase::steps).orElse(List.of());
        var options = new ArrayList<Prompt.Option>();
        now.forEach(step -> options.add(option(steps.indexOf(step) + 1, step)));
        steps.stream()
                .filter(step -> !now.contains(step))
                .forEach(step -> options.add(option(steps.indexOf(step) + 1, step)));
        return options;
    }

    private Prompt.Option option(int place, Step step) {
        String state = switch (asking.incident().checklist().state(step.id())) {
            case OPEN -> words.get("owed.step.open");
            case DONE -> words.get("owed.step.done");
            case SKIPPED -> words.get("owed.step.skipped");
            case NOT_APPLICABLE -> words.get("owed.step.none");
        };
        String number = Integer.toString(place);
        return new Prompt.Option(number, Safe.line(step.text()), state, number);
    }

    /// Every disagreement has two digits: one for each value.
    Prompt settle() {
        return Asking.line(words.get("owed.settle"), words.get("owed.settle.hint"), "", this::settled);
    }

    private Prompt.Reading settled(String text) {
        List<Quarrel> open = asking.incident().openConflicts().stream()
                .map(conflict -> Quarrel.of(conflict, asking.incident(), words))
                .toList();
        if (open.isEmpty()) {
            return new Prompt.Wrong(words.get("owed.settle.none"));
        }
        Optional<Integer> chosen = Said.of(text).number().filter(at -> at >= 1 && at <= 2 * open.size());
        if (chosen.isEmpty()) {
            return text.isBlank()
                    ? new Prompt.Wanting(open.getFirst().words(), choices(open))
                    : new Prompt.Wrong(words.get("owed.check.digit", 2 * open.size()));
        }
        Quarrel quarrel = open.get((chosen.get() - 1) / 2);
        return settled(quarrel, chosen.get() % 2 == 1 ? quarrel.first() : quarrel.second());
    }

    Prompt.Reading settled(Quarrel quarrel, Quarrel.Choice choice) {
        return asking.reading(
                new SettleConflict(quarrel.fact(), choice.value()),
                words.get("owed.settle.go", choice.name()),
                List.of(words.get("owed.settle.effect")),
                words.get("owed.settle.done", choice.name()));
    }

    private List<Prompt.Option> choices(List<Quarrel> open) {
        var options = new ArrayList<Prompt.Option>();
        for (int i = 0; i < open.size(); i++) {
            for (Quarrel.Choice choice :
                    List.of(open.get(i).first(), open.get(i).second())) {
                String number = Integer.toString(options.size() + 1);
                options.add(new Prompt.Option(number, choice.name(), open.get(i).title(), number));
            }
        }
        return options;
    }
}
