package tocsin.ui.due;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tocsin.app.LengthReading;
import tocsin.app.Safe;
import tocsin.app.TimeReader;
import tocsin.base.PersonId;
import tocsin.domain.incident.EmergencyPlan;
import tocsin.domain.incident.Incident;
import tocsin.domain.incident.IncidentCommand.ProposePlan;
import tocsin.domain.incident.IncidentCommand.SettlePlanStep;
import tocsin.domain.incident.StepResult;
import tocsin.ui.kit.Prompt;
import tocsin.ui.kit.Words;
import tocsin.ui.sight.Asking;

/// The emergency plan in one line, and its steps.
final class PlanPrompts {
    private static final int LINES = 2;

    private final Asking asking;
    private final Words words;

    PlanPrompts(Asking asking) {
        this.asking = asking;
        this.words = asking.words();
    }

    /// `change / owner / way back / step; step / goal ... / risk ... / verify ... / box 20m`.
    Prompt propose() {
        return Asking.lines(LINES, words.get("owed.plan"), words.get("owed.plan.hint"), standing(), this::plan);
    }

    /// What is planned already stands in the line, to be made better.
    private String standing() {
        return asking.incident()
                .standingPlan()
                .map(known -> {
                    EmergencyPlan plan = known.plan();
                    var parts = new ArrayList<String>(
                            List.of(plan.change(), plan.owner().name(), plan.wayBack()));
                    if (!plan.steps().isEmpty()) {
                        parts.add(String.join("; ", plan.steps()));
                    }
                    plan.goal().ifPresent(goal -> parts.add("goal " + goal));
                    plan.risk().ifPresent(risk -> parts.add("risk " + risk));
                    plan.verification().ifPresent(check -> parts.add("verify " + check));
                    plan.box().ifPresent(box -> parts.add("box " + box.toMinutes() + "m"));
                    return String.join(" / ", parts);
                })
                .orElse("");
    }

    private Prompt.Reading plan(String text) {
        List<String> parts = Arrays.stream(text.split("\\s+/(?:\\s+|$)|\\n", -1))
                .map(String::strip)
                .toList();
        if (parts.getFirst().isEmpty()) {
            return new Prompt.Wanting(words.get("owed.plan.change"), List.of());
        }
        if (parts.size() < 2 || parts.get(1).isEmpty()) {
            return new Prompt.Wanting(words.get("owed.plan.owner"), owners(parts.getFirst()));
        }
        if (parts.size() < 3 || parts.get(2).isEmpty()) {
            return new Prompt.Wanting(words.get("owed.plan.back"), List.of());
        }
        if (!PersonId.isWellFormed(parts.get(1))) {
            return new Prompt.Wrong(words.get("owed.person.unknown", Safe.cut(Safe.line(parts.get(1)), 40)));
        }
        PersonId owner = asking.person(parts.get(1)).orElseGet(() -> new PersonId(parts.get(1)));
        return whole(parts, owner);
    }

    private List<Prompt.Option> owners(String change) {
        return asking.people().stream()
                .limit(8)
                .map(person -> Prompt.Option.of(change + " / " + person.name() + " / ", person.name(), ""))
                .toList();
    }

    private Prompt.Reading whole(List<String> parts, PersonId owner) {
        Optional<String> goal = Optional.empty();
        Optional<String> risk = Optional.empty();
        Optional<String> check = Optional.empty();
        Optional<Duration> box = Optional.empty();
        var steps = new ArrayList<String>();
        for (String part : parts.subList(3, parts.size())) {
            var said = Said.of(part);
            switch (said.first().toLowerCase(Locale.ROOT)) {
                case "goal", "ziel" -> goal = Optional.of(said.rest());
                case "risk", "risiko" -> risk = Optional.of(said.rest());
                case "verify", "pr\u00fcfung" -> check = Optional.of(said.rest());
                case "box", "zeit" -> {
                    var read = new TimeReader(asking.now(), asking.incident().zone()).readLength(said.rest());
                    if (read instanceof LengthReading.Unreadable(var why)) {
                        return new Prompt.Wrong(words.refusal(why));
                    }
                    box = Optional.of(((LengthReading.Read) read).length());
                }
                default ->
                    Arrays.stream(part.split(";", -1))
                            .map(String::strip)
                            .filter(step -> !step.isEmpty())
                            .forEach(steps::add);
            }
        }
        var plan = new EmergencyPlan(parts.getFirst(), owner, parts.get(2), goal, risk, check, box, List.copyOf(steps));
        return asking.reading(
                new ProposePlan(plan),
                words.get("owed.plan.go", owner.name(), plan.wayBack()),
                effects(plan),
                words.get("owed.plan.done"));
    }

    private List<String> effects(EmergencyPlan plan) {
        var effects = new ArrayList<String>();
        asking.incident().standingPlan().ifPresent(_ -> effects.add(words.get("owed.plan.again")));
        for (int i = 0; i < plan.steps().size(); i++) {
            effects.add((i + 1) + "  " + plan.steps().get(i));
        }
        return effects;
    }

    /// `2` is done, `2x reason` is given up.
    Prompt settle() {
        return Asking.line(words.get("owed.planstep"), words.get("owed.planstep.hint"), "", this::step);
    }

    private Prompt.Reading step(String text) {
        Optional<Incident.Plan> plan = asking.incident().standingPlan();
        List<Integer> open = plan.map(PlanPrompts::open).orElse(List.of());
        if (plan.isEmpty() || open.isEmpty()) {
            return new Prompt.Wrong(words.get("owed.planstep.none", Key.PLAN.cap()));
        }
        var said = Said.digits(text);
        Optional<Integer> number = said.number();
        if (number.isEmpty()) {
            return new Prompt.Wanting(
                    words.get("owed.planstep.which"),
                    open.stream()
                            .map(at -> new Prompt.Option(
                                    at.toString(),
                                    Safe.line(plan.get().plan().steps().get(at - 1)),
                                    "",
                                    at.toString()))
                            .toList());
        }
        boolean dropped = said.rest().startsWith("x") || said.rest().startsWith("X");
        String reason = dropped ? said.rest().substring(1).strip() : said.rest();
        var command = new SettlePlanStep(number.get(), dropped ? StepResult.ABANDONED : StepResult.DONE, reason);
        String name = number.get() <= plan.get().plan().steps().size() && number.get() > 0
                ? Safe.line(plan.get().plan().steps().get(number.get() - 1))
                : "";
        return asking.reading(
                command,
                words.get(dropped ? "owed.planstep.drop" : "owed.planstep.go", name),
                List.of(),
                words.get("owed.planstep.done", name));
    }

    private static List<Integer> open(Incident.Plan plan) {
        var open = new ArrayList<Integer>();
        for (int i = 1; i <= plan.plan().steps().size(); i++) {
            if (!plan.settled().containsKey(i)) {
                open.add(i);
            }
        }
        return open;
    }
}
