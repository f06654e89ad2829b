package tocsin.ui.postmortem;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import tocsin.app.FigureLabels;
import tocsin.app.Safe;
import tocsin.domain.analysis.Content;
import tocsin.domain.analysis.Differs;
import tocsin.domain.analysis.Figure;
import tocsin.domain.analysis.Held;
import tocsin.domain.analysis.Marked;
import tocsin.publish.figure.Caption;
import tocsin.ui.kit.Fields;
import tocsin.ui.kit.Fields.Field;
import tocsin.ui.kit.Prompt;
import tocsin.ui.kit.Words;

/// The rows of change and barrier analysis, asked as a form: a line for each column.
final class FigureForms {
    private final Words words;
    private final FigureLabels labels;
    private final FigureMarks marks;

    /// What came of a form.
    sealed interface Read {}

    record Whole(Content content) implements Read {}

    record Lacks(Prompt.Reading reading) implements Read {}

    FigureForms(Words words, FigureMarks marks) {
        this.words = words;
        this.marks = marks;
        this.labels = new FigureLabels(words.texts());
    }

    Fields fields(Figure figure, Optional<Content> before) {
        String text = before.map(Content::text).orElse("");
        String one = before.map(content -> content.cell(0)).orElse("");
        String two = before.map(content -> content.cell(1)).orElse("");
        return figure == Figure.CHANGE
                ? new Fields(List.of(
                        field(Caption.CHANGED, text),
                        field(Caption.LAST_GOOD, one),
                        field(Caption.FIRST_BAD, two),
                        field(Caption.DIFFERS, name(before.flatMap(Content::differs)))))
                : new Fields(List.of(
                        field(Caption.DEFENCE, text),
                        field(Caption.SHOULD_HAVE, one),
                        field(Caption.HELD, name(before.flatMap(Content::held))),
                        field(Caption.WHY, two)));
    }

    private Field field(Caption caption, String value) {
        return new Field(caption.word(), labels.caption(caption), value);
    }

    private String name(Optional<? extends Marked> mark) {
        return mark.map(labels::mark).orElse("");
    }

    Read read(Figure figure, Fields fields, Fields.Said said) {
        var form = new Form(fields, said);
        return figure == Figure.CHANGE
                ? form.with(
                        Caption.CHANGED,
                        Caption.DIFFERS,
                        Differs.class,
                        differs -> Content.change(
                                form.at(Caption.CHANGED),
                                form.at(Caption.LAST_GOOD),
                                form.at(Caption.FIRST_BAD),
                                differs))
                : form.with(
                        Caption.DEFENCE,
                        Caption.HELD,
                        Held.class,
                        held -> Content.barrier(
                                form.at(Caption.DEFENCE), form.at(Caption.SHOULD_HAVE), held, form.at(Caption.WHY)));
    }

    private final class Form {
        private final Fields fields;
        private final Fields.Said said;

        Form(Fields fields, Fields.Said said) {
            this.fields = fields;
            this.said = said;
        }

        String at(Caption caption) {
            return said.of(caption.word());
        }

        /// What is missing, what nobody knows, or what comes of a mark that is known.
        <M extends Enum<M> & Marked> Read with(
                Caption text, Caption caption, Class<M> family, Function<M, Content> then) {
            Optional<M> mark = marks.read(family, at(caption));
            if (mark.isPresent() && !at(text).isBlank()) {
                return new Whole(then.apply(mark.get()));
            }
            if (mark.isEmpty() && !at(caption).isBlank()) {
                return new Lacks(new Prompt.Wrong(words.get(
                        "postmortem.figure.unknown",
                        labels.caption(caption),
                        Safe.line(at(caption)),
                        String.join(", ", marks.names(family)))));
            }
            String missing = fields.missing(said, List.of(text.word(), caption.word()));
            return new Lacks(new Prompt.Wanting(
                    words.get("postmortem.missing", missing),
                    mark.isPresent()
                            ? List.of()
                            : marks.names(family).stream()
                                    .map(name -> Prompt.Option.of(fields.with(said, caption.word(), name), name, ""))
                                    .toList()));
        }
    }
}
