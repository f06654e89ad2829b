package tocsin.domain.analysis;

import java.util.List;
import java.util.Optional;
import tocsin.base.FactId;

/// What a node says. Which marks and cells there are depends on its figure; words that nobody knows are kept.
public record Content(String text, List<String> marks, List<String> cells, Optional<FactId> evidence) {
    public Content {
        marks = List.copyOf(marks);
        cells = List.copyOf(cells);
    }

    public static Content why(String text) {
        return new Content(text, List.of(), List.of(), Optional.empty());
    }

    /// An answer that ends at something that can be written anew.
    public static Content rule(String text) {
        return new Content(text, List.of(Ends.RULE.word()), List.of(), Optional.empty());
    }

    public static Content cause(Category category, String text) {
        return new Content(text, List.of(category.word()), List.of(), Optional.empty());
    }

    /// A cause of a cause.
    public static Content cause(String text) {
        return why(text);
    }

    public static Content factor(FactorCode code, FactorPart part, String text, Optional<FactId> evidence) {
        return new Content(text, List.of(code.word(), part.word()), List.of(), evidence);
    }

    /// An event of a fault tree that nothing below explains.
    public static Content event(String text) {
        return why(text);
    }

    public static Content event(String text, Join join) {
        return new Content(text, List.of(join.word()), List.of(), Optional.empty());
    }

    public static Content change(String what, String lastGood, String firstBad, Differs differs) {
        return new Content(what, List.of(differs.word()), List.of(lastGood, firstBad), Optional.empty());
    }

    public static Content barrier(String defence, String shouldHave, Held held, String why) {
        return new Content(defence, List.of(held.word()), List.of(shouldHave, why), Optional.empty());
    }

    public boolean endsAtARule() {
        return marks.contains(Ends.RULE.word());
    }

    public Optional<Category> category() {
        return Marked.find(Category.class, marks);
    }

    public Optional<FactorCode> factor() {
        return Marked.find(FactorCode.class, marks);
    }

    public Optional<FactorPart> part() {
        return Marked.find(FactorPart.class, marks);
    }

    public Optional<Join> join() {
        return Marked.find(Join.class, marks);
    }

    public Optional<Differs> differs() {
        return Marked.find(Differs.class, marks);
    }

    public Optional<Held> held() {
        return Marked.find(Held.class, marks);
    }

    /// A cell of a row; empty where there is none.
    public String cell(int index) {
        return index < cells.size() ? cells.get(index) : "";
    }

    public Content withText(String words) {
        return new Content(words, marks, cells, evidence);
    }

    public Content withEvidence(Optional<FactId> entry) {
        return new Content(text, marks, cells, entry);
    }

    public Content withMarks(List<String> words) {
        return new Content(text, words, cells, evidence);
    }
}
