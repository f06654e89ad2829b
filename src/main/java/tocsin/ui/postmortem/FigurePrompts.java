package tocsin.ui.postmortem;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import tocsin.app.Answer;
import tocsin.app.FigureLabels;
import tocsin.app.Safe;
import tocsin.base.FactId;
import tocsin.domain.analysis.Category;
import tocsin.domain.analysis.Content;
import tocsin.domain.analysis.FactorCode;
import tocsin.domain.analysis.FactorPart;
import tocsin.domain.analysis.Figure;
import tocsin.domain.analysis.Marked;
import tocsin.domain.analysis.Node;
import tocsin.domain.incident.IncidentCommand;
import tocsin.domain.incident.IncidentCommand.AddNode;
import tocsin.domain.incident.IncidentCommand.ChangeNode;
import tocsin.domain.incident.IncidentCommand.DropNode;
import tocsin.domain.incident.IncidentCommand.MoveNode;
import tocsin.domain.incident.Outcome;
import tocsin.ui.kit.Fields;
import tocsin.ui.kit.Prompt;
import tocsin.ui.kit.Words;
import tocsin.ui.sight.Asking;

/// What is asked of the parts of a figure.
final class FigurePrompts {
    private static final int TITLE_CHARS = 60;

    private final Asking asking;
    private final Words words;
    private final FigureLabels labels;
    private final FigureMarks marks;
    private final FigureForms forms;
    private final Consumer<FactId> made;

    /// @param made told which part was added, on any thread
    FigurePrompts(Asking asking, Consumer<FactId> made) {
        this.asking = asking;
        this.made = made;
        words = asking.words();
        labels = new FigureLabels(words.texts());
        marks = new FigureMarks(words);
        forms = new FigureForms(words, marks);
    }

    /// The first part, or another at the top.
    Prompt top(Figure figure, FigureMoves.Spot spot, Optional<Category> bone) {
        String title = words.get("postmortem.figure.first." + figure.word());
        if (figure == Figure.FACTORS) {
            return factor(title, spot);
        }
        if (!figure.isTree()) {
            return form(figure, title, Optional.empty(), content -> adding(figure, spot, content));
        }
        if (figure == Figure.FISHBONE) {
            return bone(title, spot, bone);
        }
        return line(title, "", text -> adding(figure, spot, Content.why(text)));
    }

    Prompt below(Node node) {
        String title = words.get("postmortem.figure.below." + node.figure().word(), quoted(node));
        return line(title, "", text -> adding(node.figure(), FigureMoves.below(node), Content.why(text)));
    }

    Prompt beside(Node node, FigureMoves.Spot spot) {
        if (node.parent().isEmpty()) {
            return top(node.figure(), spot, node.content().category());
        }
        String title = words.get("postmortem.figure.beside." + node.figure().word(), quoted(node));
        return line(title, "", text -> adding(node.figure(), spot, Content.why(text)));
    }

    /// The words, then what kind of thing it was, then the part it played.
    private Prompt factor(String title, FigureMoves.Spot spot) {
        return line(
                title,
                "",
                text -> next(
                        words.get("postmortem.figure.kind"),
                        () -> choose(
                                "postmortem.figure.kind",
                                FactorCode.class,
                                code -> next(
                                        labels.mark(code),
                                        () -> choose(
                                                "postmortem.figure.part",
                                                FactorPart.class,
                                                part -> adding(
                                                        Figure.FACTORS,
                                                        spot,
                                                        Content.factor(code, part, text, Optional.empty())))))));
    }

    private static Prompt.Reading next(String summary, Supplier<Prompt> following) {
        return Prompt.Ready.of(summary, () -> CompletableFuture.completedFuture(new Prompt.Next(following.get())));
    }

    private <M extends Enum<M> & Marked> Prompt choose(
            String key, Class<M> family, Function<M, Prompt.Reading> reader) {
        return Asking.line(words.get(key), words.get("postmortem.figure.mark.hint"), "", text -> {
            List<Prompt.Option> options = marks.beginning(family, text).stream()
                    .map(name -> Prompt.Option.of(name, name, ""))
                    .toList();
            if (text.isBlank()) {
                return new Prompt.Wanting(words.get("postmortem.figure.mark.hint"), options);
            }
            return marks.read(family, text)
                    .map(reader)
                    .map(reading -> reading instanceof Prompt.Ready(var summary, var effects, var _, var run)
                            ? new Prompt.Ready(summary, effects, options, run)
                            : reading)
                    .orElseGet(
                            () -> new Prompt.Wrong(words.get("postmortem.figure.mark.none", Safe.line(text.strip()))));
        });
    }

    /// A cause stands on a bone: its name, a colon, the words.
    private Prompt bone(String title, FigureMoves.Spot spot, Optional<Category> before) {
        String draft = before.map(labels::mark).map(name -> name + ": ").orElse("");
        return Asking.line(title, words.get("postmortem.figure.bone"), draft, text -> {
            int colon = text.indexOf(':');
            String name = colon < 0 ? text : text.substring(0, colon);
            Optional<Category> category = colon < 0 ? Optional.empty() : marks.read(Category.class, name);
            if (category.isEmpty()) {
                List<Prompt.Option> bones = marks.beginning(Category.class, name).stream()
                        .map(each -> Prompt.Option.of(each + ": ", each, ""))
                        .toList();
                return bones.isEmpty()
                        ? new Prompt.Wrong(words.get("postmortem.figure.nobone", Safe.line(name.strip())))
                        : new Prompt.Wanting(words.get("postmortem.figure.bone"), bones);
            }
            String said = text.substring(colon + 1).strip();
            return said.isEmpty()
                    ? new Prompt.Wanting(words.get("postmortem.figure.say"), List.of())
                    : adding(Figure.FISHBONE, spot, Content.cause(category.get(), said));
        });
    }

    /// The same part in other words; saying the same again settles what others wrote in its place.
    Prompt reword(Node node) {
        String title = words.get("postmortem.figure.reword", quoted(node));
        return node.figure().isTree() || node.figure() == Figure.FACTORS
                ? line(title, node.text(), text -> changing(node, node.content().withText(text)))
                : form(node.figure(), title, Optional.of(node.content()), content -> changing(node, content));
    }

    /// Nothing where the place of a part says it all.
    Optional<Prompt> mark(Node node) {
        List<FigureMarks.Choice> choices = marks.choices(node);
        if (choices.isEmpty()) {
            return Optional.empty();
        }
        String hint = words.get("postmortem.figure.mark.hint");
        return Optional.of(Asking.line(words.get("postmortem.figure.mark", quoted(node)), hint, "", text -> {
            List<FigureMarks.Choice> found = marks.beginning(choices, text);
            List<Prompt.Option> options = found.stream()
                    .map(choice -> Prompt.Option.of(choice.name(), choice.name(), ""))
                    .toList();
            if (text.isBlank()) {
                return new Prompt.Wanting(hint, options);
            }
            if (found.isEmpty()) {
                return new Prompt.Wrong(words.get("postmortem.figure.mark.none", Safe.line(text.strip())));
            }
            FigureMarks.Choice first = found.getFirst();
            Prompt.Reading reading = asking.reading(
                    new ChangeNode(node.id(), first.content()),
                    words.get("postmortem.figure.mark.go", first.name()),
                    List.of(),
                    "");
            return reading instanceof Prompt.Ready(var summary, var effects, var _, var run)
                    ? new Prompt.Ready(summary, effects, options, run)
                    : reading;
        }));
    }

    Prompt drop(Node node) {
        int with = below(node.id());
        return Asking.line(
                words.get("postmortem.figure.drop", quoted(node)),
                words.get("postmortem.figure.drop.hint"),
                "",
                text -> asking.reading(
                        new DropNode(node.id(), text.strip()),
                        words.get("postmortem.figure.drop.go", quoted(node)),
                        with == 0 ? List.of() : List.of(words.get("postmortem.figure.drop.with", with)),
                        words.get("postmortem.figure.drop.done", quoted(node))));
    }

    private int below(FactId top) {
        var analysis = asking.incident().analysis();
        return (int) analysis.nodes().keySet().stream()
                        .filter(id -> analysis.isWithin(id, top))
                        .count()
                - 1;
    }

    private Prompt line(String title, String draft, Function<String, Prompt.Reading> reader) {
        String hint = words.get("postmortem.figure.say");
        return Asking.line(
                title,
                hint,
                draft,
                text -> text.isBlank() ? new Prompt.Wanting(hint, List.of()) : reader.apply(text.strip()));
    }

    private Prompt form(
            Figure figure, String title, Optional<Content> before, Function<Content, Prompt.Reading> reader) {
        var fields = forms.fields(figure, before);
        return Asking.lines(fields.rows(), title, words.get("postmortem.figure.rows"), fields.draft(), text -> {
            Fields.Said said = fields.read(text);
            return switch (forms.read(figure, fields, said)) {
                case FigureForms.Whole(var content) -> reader.apply(content);
                case FigureForms.Lacks(var reading) -> reading;
            };
        });
    }

    private Prompt.Reading changing(Node node, Content to) {
        if (to.equals(node.content()) && node.rivals().isEmpty()) {
            return new Prompt.Wanting(words.get("postmortem.unchanged"), List.of());
        }
        return asking.reading(new ChangeNode(node.id(), to), words.get("postmortem.figure.change.go"), List.of(), "");
    }

    private Prompt.Reading adding(Figure figure, FigureMoves.Spot spot, Content content) {
        var command = new AddNode(figure, spot.parent(), content);
        return asking.tried(command, Optional.empty()) instanceof Outcome.Refused(var refusal, var _)
                ? asking.refused(refusal)
                : Prompt.Ready.of(words.get("postmortem.figure.add.go"), () -> add(command, spot));
    }

    /// A new part is the last of its neighbours; where it is to stand before one of them it is moved there.
    private CompletableFuture<Prompt.Outcome> add(AddNode command, FigureMoves.Spot spot) {
        return asking.deeds().act(command).thenCompose(answer -> switch (answer) {
            case Answer.Refused(var why, var _) ->
                CompletableFuture.completedFuture(new Prompt.Refused(words.refusal(why)));
            case Answer.Done(var _, var facts) -> {
                var rest = new ArrayList<IncidentCommand>();
                facts.stream().findFirst().ifPresent(id -> {
                    made.accept(id);
                    spot.before().ifPresent(next -> rest.add(new MoveNode(id, spot.parent(), Optional.of(next))));
                });
                yield rest.isEmpty()
                        ? CompletableFuture.completedFuture(new Prompt.Done(""))
                        : asking.deeds().does(rest.getFirst(), "");
            }
        });
    }

    private static String quoted(Node node) {
        return Safe.cut(Safe.line(node.text()), TITLE_CHARS);
    }
}
