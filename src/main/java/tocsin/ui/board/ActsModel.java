package tocsin.ui.board;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import tocsin.app.Answer;
import tocsin.app.Gesture;
import tocsin.app.Pulse;
import tocsin.base.IncidentId;
import tocsin.domain.incident.Incident;
import tocsin.domain.incident.IncidentCommand;
import tocsin.domain.incident.IncidentCommand.ChangeSeverity;
import tocsin.domain.incident.Phase;
import tocsin.domain.incident.Relation;
import tocsin.domain.severity.Severity;
import tocsin.ui.kit.Surroundings;
import tocsin.ui.kit.Words;

/// What can be done to an incident from the board. Raising is done at once; what needs a word asks for it in the line
/// under the heading. Whatever was done can be taken back for thirty seconds. Lives on the JavaFX thread.
public final class ActsModel {
    private static final int TAKEN_BACK_WITHIN_SECONDS = 30;

    private final Hands hands;
    private final Executor screen;
    private final Surroundings surroundings;
    private final Words words;
    private final Effects effects;
    private final AskModel ask;
    private final FootModel foot;
    private Supplier<List<Pulse>> live = List::of;
    private Consumer<String> viewNamed = _ -> {};
    private Optional<Back> back = Optional.empty();
    private boolean waiting;

    /// The way back from the last own act.
    private record Back(Supplier<CompletableFuture<Answer>> act, String number, Instant until) {}

    ActsModel(Hands hands, Executor screen, Surroundings surroundings, Words words, Effects effects) {
        this.hands = hands;
        this.screen = screen;
        this.surroundings = surroundings;
        this.words = words;
        this.effects = effects;
        this.ask = new AskModel(words);
        this.foot = new FootModel(words.get("board.keys.none"));
    }

    void wire(Supplier<List<Pulse>> liveNow, Consumer<String> named) {
        live = liveNow;
        viewNamed = named;
    }

    void raise(Pulse pulse) {
        Severity.ofLevel(pulse.severity().level() - 1).ifPresent(to -> move(pulse, to));
    }

    void lower(Pulse pulse) {
        Severity.ofLevel(pulse.severity().level() + 1).ifPresent(to -> move(pulse, to));
    }

    /// Up at once, down with a reason.
    void move(Pulse pulse, Severity to) {
        if (to.isWorseThan(pulse.severity())) {
            send(
                    steps(pulse, new ChangeSeverity(to, "")),
                    incident -> effects.raised(incident, to, now()),
                    undo(pulse.id()));
        } else if (pulse.severity().isWorseThan(to)) {
            ask(new Ask.Lower(pulse, to), words.get("ask.lower", pulse.number(), to), effects.before(pulse, to, now()));
        }
    }

    /// Says what putting it down there would do.
    void preview(Pulse pulse, Severity to) {
        if (to != pulse.severity()) {
            foot.say(effects.before(pulse, to, now()), now());
        } else {
            foot.clear();
        }
    }

    void merge(Pulse pulse) {
        ask(new Ask.Merge(pulse), words.get("ask.merge", pulse.number()), words.get("effect.merge"));
    }

    void link(Pulse pulse) {
        ask(new Ask.Link(pulse), words.get("ask.link", pulse.number()), words.get("effect.link"));
    }

    void unmerge(Pulse pulse) {
        if (pulse.phase() == Phase.MERGED) {
            ask(new Ask.Unmerge(pulse), words.get("ask.unmerge", pulse.number()), words.get("effect.unmerge"));
        } else {
            foot.refuse(words.get("act.notMerged", pulse.number()), now());
        }
    }

    void falseAlarm(Pulse pulse) {
        ask(new Ask.FalseAlarm(pulse), words.get("ask.alarm", pulse.number()), words.get("effect.alarm"));
    }

    void nameView() {
        ask(new Ask.ViewName(), words.get("ask.view"), words.get("effect.view"));
    }

    private void ask(Ask fresh, String question, String effect) {
        ask.open(fresh, question, effect, pool(fresh));
    }

    private List<Pulse> pool(Ask fresh) {
        return switch (fresh) {
            case Ask.Merge(var about) -> others(about);
            case Ask.Link(var about) -> others(about);
            default -> List.of();
        };
    }

    private List<Pulse> others(Pulse about) {
        return live.get().stream()
                .filter(pulse -> !pulse.id().equals(about.id()))
                .sorted(Comparator.comparing(Pulse::severity).thenComparing(Pulse::id))
                .toList();
    }

    /// Takes the answer that stands in the line.
    void commit() {
        String said = ask.textProperty().get();
        switch (ask.ask()) {
            case Ask.Nothing _ -> {}
            case Ask.Lower(var about, var to) ->
                send(
                        steps(about, new ChangeSeverity(to, said)),
                        incident -> words.get("act.lowered", incident.id().number(), to),
                        undo(about.id()));
            case Ask.Merge(var about) -> ask.chosen().ifPresentOrElse(into -> mergeInto(about, into), this::noneChosen);
            case Ask.Link(var about) ->
                ask.chosen()
                        .ifPresentOrElse(
                                other -> send(
                                        steps(about, new IncidentCommand.Link(other.id(), Relation.RELATED)),
                                        _ -> words.get("act.linked", about.number(), other.number()),
                                        undo(about.id())),
                                this::noneChosen);
            case Ask.Unmerge(var about) ->
                send(
                        unmergeSteps(about.id(), about.mergedInto(), said),
                        _ -> words.get("act.unmerged", about.number()),
                        null);
            case Ask.FalseAlarm(var about) ->
                send(
                        steps(about, new IncidentCommand.Move(Phase.FALSE_ALARM, said)),
                        _ -> words.get("act.alarm", about.number()),
                        undo(about.id()));
            case Ask.ViewName _ -> named(said.strip());
        }
    }

    private void noneChosen() {
        ask.refuse(words.get("ask.none"));
    }

    private void named(String name) {
        if (name.isEmpty()) {
            ask.refuse(words.get("ask.view.blank"));
            return;
        }
        viewNamed.accept(name);
        ask.leave();
    }

    private void mergeInto(Pulse about, Pulse into) {
        send(
                List.of(
                        new Gesture.Step(
                                about.id(), new IncidentCommand.MergeInto(into.id(), words.get("act.merge.reason"))),
                        new Gesture.Step(into.id(), new IncidentCommand.Absorb(about.id()))),
                _ -> words.get("act.merged", about.number(), into.number()),
                () -> hands.act(gesture(unmergeSteps(about.id(), Optional.of(into.id()), ""))));
    }

    private static List<Gesture.Step> unmergeSteps(IncidentId from, Optional<IncidentId> into, String reason) {
        var unmerge = new Gesture.Step(from, new IncidentCommand.Unmerge(reason));
        return into.map(target -> List.of(unmerge, new Gesture.Step(target, new IncidentCommand.Release(from))))
                .orElseGet(() -> List.of(unmerge));
    }

    /// Takes the last own act back.
    void undo() {
        Optional<Back> last = back.filter(each -> !now().isAfter(each.until()));
        back = Optional.empty();
        if (last.isEmpty()) {
            foot.refuse(words.get("act.nothing"), now());
            return;
        }
        String number = last.get().number();
        var _ = last.get()
                .act()
                .get()
                .whenCompleteAsync(
                        (answer, failed) -> answered(answer, failed, _ -> words.get("act.undone", number), null),
                        screen);
    }

    private Supplier<CompletableFuture<Answer>> undo(IncidentId incident) {
        return () -> hands.undo(incident, surroundings.operator());
    }

    private static List<Gesture.Step> steps(Pulse pulse, IncidentCommand command) {
        return List.of(new Gesture.Step(pulse.id(), command));
    }

    private Gesture gesture(List<Gesture.Step> steps) {
        return new Gesture(surroundings.operator(), Optional.empty(), steps);
    }

    private void send(
            List<Gesture.Step> steps,
            Function<Incident, String> said,
            @Nullable Supplier<CompletableFuture<Answer>> wayBack) {
        if (waiting) {
            return;
        }
        waiting = true;
        var _ = hands.act(gesture(steps))
                .whenCompleteAsync((answer, failed) -> answered(answer, failed, said, wayBack), screen);
    }

    private void answered(
            @Nullable Answer answer,
            @Nullable Throwable failed,
            Function<Incident, String> said,
            @Nullable Supplier<CompletableFuture<Answer>> wayBack) {
        waiting = false;
        switch (answer) {
            case Answer.Done(var incident, var _) -> {
                ask.leave();
                foot.say(said.apply(incident) + (wayBack == null ? "" : " " + words.get("act.back")), now());
                back = Optional.ofNullable(wayBack)
                        .map(act ->
                                new Back(act, incident.id().number(), now().plusSeconds(TAKEN_BACK_WITHIN_SECONDS)));
            }
            case Answer.Refused(var refusal, var _) -> refuse(words.refusal(refusal));
            case null -> refuse(words.get("act.failed", Failure.reason(failed)));
        }
    }

    /// Where it was asked, or else at the foot.
    private void refuse(String line) {
        if (ask.isOpen()) {
            ask.refuse(line);
        } else {
            foot.refuse(line, now());
        }
    }

    void tick(Instant now) {
        foot.tick(now);
    }

    private Instant now() {
        return surroundings.wall().instant();
    }

    public AskModel getAsk() {
        return ask;
    }

    public FootModel getFoot() {
        return foot;
    }
}
