package tocsin.ui.board;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import tocsin.domain.severity.Answer;
import tocsin.domain.severity.CustomerShare;
import tocsin.domain.severity.DataImpact;
import tocsin.domain.severity.Environment;
import tocsin.domain.severity.FunctionImpact;
import tocsin.domain.severity.RevenueImpact;
import tocsin.domain.severity.SafetyImpact;
import tocsin.domain.severity.Severity;
import tocsin.domain.severity.SeverityAnswers;
import tocsin.domain.severity.SeverityScheme;
import tocsin.domain.severity.Trend;
import tocsin.domain.severity.Workaround;
import tocsin.ui.kit.Words;

/// The questions that lead to a level. A digit answers and goes on; every answer explains the level at once. Lives on
/// the JavaFX thread, knows no node.
public final class SizeUpModel {
    private final Words words;
    private final Consumer<Severity> level;
    private final List<Question> questions;
    private final ReadOnlyIntegerWrapper at = new ReadOnlyIntegerWrapper();
    private final ReadOnlyStringWrapper explanation = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper answered = new ReadOnlyBooleanWrapper();

    /// One question with its numbered answers.
    final class Question {
        private final String key;
        private final int count;
        private final AnswerTaker taker;
        private final ReadOnlyIntegerWrapper chosen = new ReadOnlyIntegerWrapper();

        Question(String key, int count, AnswerTaker taker) {
            this.key = key;
            this.count = count;
            this.taker = taker;
        }

        String words() {
            return words.get("answer." + key);
        }

        List<String> answers() {
            return IntStream.rangeClosed(1, count)
                    .mapToObj(number -> number + " · " + words.get("answer." + key + "." + number))
                    .toList();
        }

        /// Counted from 1; 0 is not answered.
        ReadOnlyIntegerProperty chosenProperty() {
            return chosen.getReadOnlyProperty();
        }
    }

    /// Puts the answer of this number into the others.
    interface AnswerTaker {
        SeverityAnswers put(SeverityAnswers answers, int index);
    }

    SizeUpModel(Words words, Consumer<Severity> level) {
        this.words = words;
        this.level = level;
        this.questions = List.of(
                new Question(
                        "function",
                        FunctionImpact.values().length,
                        (all, index) -> all.withFunction(Answer.known(FunctionImpact.values()[index]))),
                new Question(
                        "workaround",
                        Workaround.values().length,
                        (all, index) -> all.withWorkaround(Answer.known(Workaround.values()[index]))),
                new Question(
                        "customers",
                        CustomerShare.values().length,
                        (all, index) -> all.withCustomers(Answer.known(CustomerShare.values()[index]))),
                new Question(
                        "revenue",
                        RevenueImpact.values().length,
                        (all, index) -> all.withRevenue(Answer.known(RevenueImpact.values()[index]))),
                new Question(
                        "data",
                        DataImpact.values().length,
                        (all, index) -> all.withData(Answer.known(DataImpact.values()[index]))),
                new Question(
                        "safety",
                        SafetyImpact.values().length,
                        (all, index) -> all.withSafety(Answer.known(SafetyImpact.values()[index]))),
                new Question(
                        "trend",
                        Trend.values().length,
                        (all, index) -> all.withTrend(Answer.known(Trend.values()[index]))));
        explanation.set(words.get("answer.none"));
    }

    /// Answers the question that is asked now with this number, or with "not known" for 0, and goes to the next.
    void answer(int number) {
        answer(questions.get(at.get()), number);
        step(1);
    }

    void answer(Question question, int number) {
        if (number <= question.count) {
            question.chosen.set(number);
            reckon();
        }
    }

    void step(int by) {
        at.set(Math.clamp(at.get() + by, 0, questions.size() - 1));
    }

    void clear() {
        questions.forEach(question -> question.chosen.set(0));
        at.set(0);
        answered.set(false);
        explanation.set(words.get("answer.none"));
    }

    /// Empty as long as no question was answered.
    Optional<SeverityAnswers> answers() {
        SeverityAnswers answers = SeverityAnswers.in(Environment.PRODUCTION);
        boolean any = false;
        for (Question question : questions) {
            if (question.chosen.get() > 0) {
                answers = question.taker.put(answers, question.chosen.get() - 1);
                any = true;
            }
        }
        return any ? Optional.of(answers) : Optional.empty();
    }

    private void reckon() {
        Optional<SeverityAnswers> answers = answers();
        answered.set(answers.isPresent());
        answers.map(SeverityScheme::assess)
                .ifPresentOrElse(
                        assessment -> {
                            explanation.set(words.texts().because(assessment.explanation()));
                            level.accept(assessment.level());
                        },
                        () -> explanation.set(words.get("answer.none")));
    }

    List<Question> questions() {
        return questions;
    }

    /// The question that is asked now.
    public int getAt() {
        return at.get();
    }

    public ReadOnlyIntegerProperty atProperty() {
        return at.getReadOnlyProperty();
    }

    /// Why this level, in one line.
    public String getExplanation() {
        return explanation.get();
    }

    public ReadOnlyStringProperty explanationProperty() {
        return explanation.getReadOnlyProperty();
    }

    public boolean isAnswered() {
        return answered.get();
    }

    public ReadOnlyBooleanProperty answeredProperty() {
        return answered.getReadOnlyProperty();
    }
}
