package tocsin.ui.due;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import tocsin.base.PersonId;
import tocsin.domain.Fact;
import tocsin.domain.incident.Gate;
import tocsin.domain.incident.Gates;
import tocsin.domain.incident.IncidentCommand;
import tocsin.domain.incident.LifeFact.PhaseChanged;
import tocsin.domain.incident.LifeFact.Stamped;
import tocsin.domain.incident.Outcome;
import tocsin.domain.incident.Phase;
import tocsin.ui.kit.Prompt;
import tocsin.ui.kit.Words;
import tocsin.ui.sight.Asking;

/// Moving to another state and passing a gate by a waiver.
public final class StatePrompts {
    private final Asking asking;
    private final Words words;

    public StatePrompts(Asking asking) {
        this.asking = asking;
        this.words = asking.words();
    }

    /// @param draft what stands in the line already, such as the sign of the state
    Prompt move(String draft) {
        return Asking.line(words.get("owed.state"), words.get("owed.state.hint"), draft, this::state);
    }

    /// The states keep their numbers wherever one stands, so that fingers learn them.
    static String sign(Phase phase) {
        return phase == Phase.FALSE_ALARM ? "x" : Integer.toString(phase.ordinal() - 1);
    }

    private Prompt.Reading state(String text) {
        List<Phase> ways = Gates.next(asking.incident().phase());
        var said = Said.of(text);
        if (said.first().isEmpty()) {
            String here = words.get(
                    "owed.state.now",
                    words.phase(asking.incident().phase()),
                    asking.telling().moment(asking.incident().inPhaseSince()));
            return new Prompt.Wanting(here, ways.stream().map(this::option).toList());
        }
        Optional<Phase> to = phase(said.first());
        if (to.isEmpty()) {
            return new Prompt.Wrong(words.get("owed.state.unknown", said.first(), names(ways)));
        }
        return ways.contains(to.get())
                ? way(to.get(), said.rest())
                : new Prompt.Wrong(words.get(
                        "owed.state.notfrom",
                        words.phase(asking.incident().phase()),
                        words.phase(to.get()),
                        names(ways)));
    }

    private Prompt.Option option(Phase to) {
        long stopping = before(to).stream().filter(Gate::stops).count();
        return new Prompt.Option(
                sign(to) + " ",
                words.phase(to),
                stopping == 0 ? words.get("owed.state.ready") : words.get("owed.state.missing", stopping),
                sign(to));
    }

    private String names(List<Phase> ways) {
        return ways.stream().map(to -> sign(to) + " " + words.phase(to)).collect(Collectors.joining(", "));
    }

    private Optional<Phase> phase(String said) {
        String word = said.toLowerCase(Locale.ROOT);
        for (Phase phase : Phase.values()) {
            boolean settable = phase.ordinal() >= Phase.INVESTIGATING.ordinal() && phase != Phase.MERGED;
            boolean meant = sign(phase).equals(word)
                    || (word.length() > 1
                            && (phase.word().startsWith(word)
                                    || words.phase(phase)
                                            .toLowerCase(words.locale())
                                            .startsWith(word)));
            if (settable && phase != Phase.EXERCISE_ENDED && meant) {
                return Optional.of(phase);
            }
        }
        return Optional.empty();
    }

    private List<Gate> before(Phase to) {
        return Gates.before(to, asking.incident(), asking.now(), asking.rules().policy());
    }

    private Prompt.Reading way(Phase to, String reason) {
        var command = new IncidentCommand.Move(to, reason);
        return switch (asking.tried(command, Optional.empty())) {
            case Outcome.Refused(var refusal, var _)
            when refusal.key().equals("refused.gates") ->
                new Prompt.Wrong(words.get("owed.state.notyet", words.phase(to), missing(to), Key.WAIVE.cap()));
            case Outcome.Refused(var refusal, var _) -> asking.refused(refusal);
            case Outcome.Accepted(var facts) ->
                new Prompt.Ready(
                        words.get("owed.state.go", words.phase(asking.incident().phase()), words.phase(to)),
                        effects(to, facts),
                        List.of(),
                        () -> asking.does(command, Optional.empty(), words.get("owed.state.done", words.phase(to))));
        };
    }

    private String missing(Phase to) {
        return before(to).stream()
                .filter(Gate::stops)
                .map(gate -> {
                    Fix fix = Fix.of(gate.name(), words);
                    String say = fix.cap().isEmpty() ? fix.say() : fix.cap() + " " + fix.say();
                    return words.texts().gate(gate.name()) + " (" + say + ")";
                })
                .collect(Collectors.joining("; "));
    }

    private List<String> effects(Phase to, List<Fact> facts) {
        var effects = new ArrayList<String>();
        for (Fact fact : facts) {
            switch (fact) {
                case Stamped(var stamp, var person, var _) ->
                    effects.add(words.get("owed.effect.stamp", words.texts().name("stamp", stamp), person.name()));
                case PhaseChanged(var from, var on, var _)
                when from == Phase.RESOLVED -> effects.add(words.get("owed.effect.on", words.phase(on)));
                default -> {}
            }
        }
        for (Gate gate : before(to)) {
            String name = words.texts().gate(gate.name());
            switch (gate.status()) {
                case MET -> effects.add(words.get("owed.effect.met", name));
                case WAIVED -> effects.add(words.get("owed.effect.waived", name));
                case OPEN, WAIVER_EXPIRED ->
                    effects.add(words.get(
                            "owed.effect.warning",
                            name,
                            Fix.of(gate.name(), words).say()));
            }
        }
        return effects;
    }

    /// `1 reason @second until 2h`: which gate, why, who agrees, until when.
    public Prompt waive() {
        return Asking.line(words.get("owed.waive"), words.get("owed.waive.hint"), "", this::waiver);
    }

    private List<Gate> waivable() {
        return Gates.next(asking.incident().phase()).stream()
                .flatMap(to -> before(to).stream())
                .filter(Gate::stops)
                .distinct()
                .toList();
    }

    private Prompt.Reading waiver(String text) {
        List<Gate> open = waivable();
        if (open.isEmpty()) {
            return new Prompt.Wrong(words.get("owed.waive.none"));
        }
        var said = Said.of(text);
        Optional<Gate> gate =
                said.number().filter(at -> at >= 1 && at <= open.size()).map(at -> open.get(at - 1));
        if (gate.isEmpty()) {
            var options = new ArrayList<Prompt.Option>();
            for (int i = 0; i < open.size(); i++) {
                String number = Integer.toString(i + 1);
                options.add(new Prompt.Option(
                        number + " ",
                        words.texts().gate(open.get(i).name()),
                        open.get(i).name(),
                        number));
            }
            return said.first().isEmpty()
                    ? new Prompt.Wanting(words.get("owed.waive.which"), options)
                    : new Prompt.Wrong(words.get("owed.waive.digit", open.size()));
        }
        return waiver(gate.get(), said.rest());
    }

    private Prompt.Reading waiver(Gate gate, String rest) {
        int end = rest.toLowerCase(Locale.ROOT).lastIndexOf(" " + words.get("owed.waive.until") + " ");
        String until = end < 0
                ? ""
                : rest.substring(end + words.get("owed.waive.until").length() + 2)
                        .strip();
        var expiry = Said.until(until, asking.now(), asking.incident().zone());
        if (!until.isEmpty() && expiry.isEmpty()) {
            return new Prompt.Wrong(words.get("owed.waive.when", until));
        }
        var named = Said.Named.of(end < 0 ? rest : rest.substring(0, end), asking);
        Optional<PersonId> second = named.name().flatMap(asking::person);
        if (named.name().isPresent() && second.isEmpty()) {
            return new Prompt.Wrong(
                    words.get("owed.person.unknown", named.name().get()));
        }
        var command = new IncidentCommand.Waive(gate.name(), named.rest(), second, expiry);
        String name = words.texts().gate(gate.name());
        return switch (asking.tried(command, Optional.empty())) {
            case Outcome.Refused(var refusal, var _)
            when refusal.key().equals("refused.waiver.secondNeeded") ->
                new Prompt.Wanting(
                        words.get("owed.waive.second", asking.incident().severity()), List.of());
            case Outcome.Refused(var refusal, var _) -> asking.refused(refusal);
            case Outcome.Accepted _ ->
                new Prompt.Ready(
                        words.get("owed.waive.go", name),
                        List.of(words.get("owed.waive.effect")),
                        List.of(),
                        () -> asking.does(command, Optional.empty(), words.get("owed.waive.done", name)));
        };
    }
}
