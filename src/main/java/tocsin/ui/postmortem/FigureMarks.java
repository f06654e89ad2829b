package tocsin.ui.postmortem;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import tocsin.app.FigureLabels;
import tocsin.domain.analysis.Category;
import tocsin.domain.analysis.Content;
import tocsin.domain.analysis.Differs;
import tocsin.domain.analysis.Ends;
import tocsin.domain.analysis.FactorCode;
import tocsin.domain.analysis.FactorPart;
import tocsin.domain.analysis.Held;
import tocsin.domain.analysis.Join;
import tocsin.domain.analysis.Marked;
import tocsin.domain.analysis.Node;
import tocsin.ui.kit.Words;

/// The marks of parts by the names a person types, or the beginning of them.
final class FigureMarks {
    private final Words words;
    private final FigureLabels labels;

    /// What a part would say with another mark.
    record Choice(String name, Content content) {}

    FigureMarks(Words words) {
        this.words = words;
        this.labels = new FigureLabels(words.texts());
    }

    /// What this part may be marked as; nothing where its place says it all.
    List<Choice> choices(Node node) {
        Content content = node.content();
        return switch (node.figure()) {
            case WHYS ->
                List.of(
                        new Choice(labels.mark(Ends.RULE), content.withMarks(List.of(Ends.RULE.word()))),
                        none(content, "postmortem.figure.goes"));
            case FISHBONE -> node.depth() > 0 ? List.of() : each(Category.class, mark -> only(content, mark));
            case FAULT -> {
                var all = new ArrayList<>(each(Join.class, mark -> only(content, mark)));
                all.add(none(content, "postmortem.figure.joins"));
                yield all;
            }
            case FACTORS ->
                Stream.concat(
                                each(FactorPart.class, mark -> instead(content, content.part(), mark)).stream(),
                                each(FactorCode.class, mark -> instead(content, content.factor(), mark)).stream())
                        .toList();
            case CHANGE -> each(Differs.class, mark -> only(content, mark));
            case BARRIER -> each(Held.class, mark -> only(content, mark));
        };
    }

    private Choice none(Content content, String key) {
        return new Choice(words.get(key), content.withMarks(List.of()));
    }

    private <M extends Enum<M> & Marked> List<Choice> each(Class<M> family, Function<M, Content> marked) {
        return Arrays.stream(family.getEnumConstants())
                .map(mark -> new Choice(labels.mark(mark), marked.apply(mark)))
                .toList();
    }

    private static Content only(Content content, Marked mark) {
        return content.withMarks(List.of(mark.word()));
    }

    private static Content instead(Content content, Optional<? extends Marked> old, Marked mark) {
        var marks = new ArrayList<>(content.marks());
        old.ifPresent(known -> marks.remove(known.word()));
        marks.add(mark.word());
        return content.withMarks(marks);
    }

    /// Those whose name begins like this; one of exactly this name alone.
    List<Choice> beginning(List<Choice> choices, String said) {
        String wanted = lower(said);
        List<Choice> exact = choices.stream()
                .filter(choice -> lower(choice.name()).equals(wanted))
                .toList();
        return exact.isEmpty()
                ? choices.stream()
                        .filter(choice -> lower(choice.name()).startsWith(wanted))
                        .toList()
                : exact;
    }

    <M extends Enum<M> & Marked> Optional<M> read(Class<M> family, String said) {
        String wanted = lower(said);
        return Arrays.stream(family.getEnumConstants())
                .filter(mark -> lower(labels.mark(mark)).equals(wanted))
                .findFirst()
                .or(() -> wanted.isEmpty()
                        ? Optional.empty()
                        : Arrays.stream(family.getEnumConstants())
                                .filter(mark -> lower(labels.mark(mark)).startsWith(wanted)
                                        || mark.word().startsWith(wanted))
                                .findFirst());
    }

    <M extends Enum<M> & Marked> List<String> names(Class<M> family) {
        return Arrays.stream(family.getEnumConstants()).map(labels::mark).toList();
    }

    /// Those of its names that begin like this.
    <M extends Enum<M> & Marked> List<String> beginning(Class<M> family, String said) {
        return names(family).stream()
                .filter(name -> lower(name).startsWith(lower(said)))
                .toList();
    }

    private static String lower(String text) {
        return text.strip().toLowerCase(Locale.ROOT);
    }
}
