package tocsin.ui.postmortem;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.scene.Parent;
import tocsin.domain.analysis.Figure;
import tocsin.domain.analysis.Node;
import tocsin.domain.incident.Incident;
import tocsin.domain.incident.IncidentCommand;
import tocsin.ui.kit.Act;
import tocsin.ui.kit.Prompt;
import tocsin.ui.kit.Screens;
import tocsin.ui.kit.Words;

/// The figures of the analysis, worked by keys: which one is open, and what its keys do. On the JavaFX thread.
final class FigureDesk implements Bench.Corner {
    private final Bench bench;
    private final Words words;
    private final FigureModel model;
    private final FigurePane pane;
    private final FigurePrompts prompts;
    private int round;

    FigureDesk(Bench bench) {
        this.bench = bench;
        words = bench.words();
        model = new FigureModel(words);
        pane = new FigurePane(model, () -> on(node -> bench.ask(prompts().reword(node))));
        prompts = new FigurePrompts(bench.asking(), id -> bench.relay().execute(() -> model.choose(id)));
    }

    private FigurePrompts prompts() {
        return prompts;
    }

    Parent draw(Screens screens) {
        return pane.draw(screens);
    }

    FigurePane pane() {
        return pane;
    }

    boolean isOpen() {
        return model.figure().isPresent();
    }

    /// The place of the figure that is open, if one is.
    Optional<String> key() {
        return model.figure().map(OutlineRow::key);
    }

    void open(Figure figure) {
        model.open(figure, bench.incident());
        study(bench.incident());
    }

    void close() {
        model.close();
        round++;
    }

    void focus() {
        pane.focus();
    }

    /// The figures as places of the document, under their heading.
    List<OutlineRow> outline(Incident incident) {
        var rows = new ArrayList<OutlineRow>();
        rows.add(OutlineRow.heading(words.get("postmortem.figures")));
        Arrays.stream(Figure.values())
                .map(figure -> OutlineRow.figure(
                        figure,
                        words.get("postmortem.figure.name." + figure.word()),
                        count(incident.analysis().figure(figure).size())))
                .forEach(rows::add);
        return rows;
    }

    private String count(int parts) {
        return parts == 0 ? "" : words.number(parts);
    }

    @Override
    public void show(Incident incident) {
        if (isOpen()) {
            model.show(incident);
            study(incident);
        }
    }

    /// Draws and thinks away from the screen; an answer to an older picture is dropped.
    private void study(Incident incident) {
        int asked = ++round;
        Figure figure = model.figure().orElseThrow();
        bench.slowly().execute(() -> {
            FigureStudy study = FigureStudy.of(incident, figure, words.texts());
            bench.relay().execute(() -> {
                if (asked == round) {
                    pane.show(study);
                }
            });
        });
    }

    @Override
    public List<Act> acts() {
        return List.of(
                act("postmortem.figure.act.add", "Enter", this::add),
                act("postmortem.figure.act.other", "Shift+Enter", this::addOther),
                act("postmortem.figure.act.reword", "E", () -> on(node -> bench.ask(prompts.reword(node)))),
                act("postmortem.figure.act.mark", "M", () -> on(this::mark)),
                act("postmortem.figure.act.evidence", "V", () -> on(this::evidence)),
                act("postmortem.figure.act.drop", "Delete", () -> on(node -> bench.ask(prompts.drop(node)))),
                act(
                        "postmortem.figure.act.in",
                        "Tab",
                        () -> move(node -> model.moves().in(node))),
                act(
                        "postmortem.figure.act.out",
                        "Shift+Tab",
                        () -> move(node -> model.moves().out(node))),
                act(
                        "postmortem.figure.act.up",
                        "Alt+Up",
                        () -> move(node -> model.moves().up(node))),
                act(
                        "postmortem.figure.act.down",
                        "Alt+Down",
                        () -> move(node -> model.moves().down(node))));
    }

    /// Found in the palette while a figure is open; its key belongs to the outline alone.
    private Act act(String name, String key, Runnable run) {
        return new Act(
                words.get("keys.figures"),
                words.get(name),
                Optional.of(new HereKey(key, pane::isHere)),
                this::isOpen,
                run);
    }

    private void on(Consumer<Node> act) {
        model.chosen().ifPresentOrElse(act, () -> bench.say(words.get("postmortem.figure.nothing")));
    }

    /// Five whys go down; the other figures go on beside.
    private void add() {
        model.figure().ifPresent(figure -> {
            Optional<Node> at = model.chosen();
            boolean down = figure == Figure.WHYS
                    || (figure == Figure.FAULT && at.flatMap(Node::parent).isEmpty());
            bench.ask(at.map(node -> down ? prompts.below(node) : beside(node))
                    .orElseGet(() -> prompts.top(figure, FigureMoves.Spot.TOP, Optional.empty())));
        });
    }

    private void addOther() {
        model.figure().ifPresent(figure -> {
            Optional<Node> at = model.chosen();
            boolean beside = figure == Figure.WHYS || !figure.isTree();
            bench.ask(at.map(node -> beside ? beside(node) : prompts.below(node))
                    .orElseGet(() -> prompts.top(figure, FigureMoves.Spot.TOP, Optional.empty())));
        });
    }

    private Prompt beside(Node node) {
        return prompts.beside(node, model.moves().beside(node));
    }

    private void evidence(Node node) {
        if (node.figure() == Figure.FACTORS) {
            bench.ask(new EvidencePrompt(bench.asking(), node).ask());
        } else {
            bench.say(words.get("postmortem.evidence.factors"));
        }
    }

    private void mark(Node node) {
        prompts.mark(node).ifPresentOrElse(bench::ask, () -> bench.say(words.get("postmortem.figure.boned")));
    }

    private void move(Function<Node, List<IncidentCommand>> way) {
        on(node -> {
            List<IncidentCommand> commands = way.apply(node);
            if (commands.isEmpty()) {
                bench.say(words.get("postmortem.figure.nofurther"));
                return;
            }
            model.choose(node.id());
            var _ = bench.together()
                    .apply(commands)
                    .thenAcceptAsync(
                            outcome -> {
                                if (outcome instanceof Prompt.Refused(var line)) {
                                    bench.say(line);
                                }
                            },
                            bench.relay());
        });
    }
}
