package tocsin.domain.severity;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// From the six answers to a level, always explained: the worst of function, customers and revenue, moved by trend and
/// environment; or the data or safety answer where that is worse.
public final class SeverityScheme {
    public static final int RULES_VERSION = 1;

    /// Nothing known yet is no reason to be calm.
    public static final Severity WHEN_NOTHING_IS_KNOWN = Severity.SEV2;

    private static final int LEVEL_BEFORE_OUTAGE = 3;

    private SeverityScheme() {}

    public static Assessment assess(SeverityAnswers answers) {
        List<Reason> service = serviceReasons(answers);
        List<Reason> harm = Stream.of(reason("data", answers.data(), 0), reason("safety", answers.safety(), 0))
                .flatMap(Optional::stream)
                .toList();
        Optional<Integer> base = worst(service).map(worst -> moved(worst, answers));
        Severity severity = Stream.concat(base.stream(), worst(harm).stream())
                .min(Integer::compare)
                .flatMap(Severity::ofLevel)
                .orElse(WHEN_NOTHING_IS_KNOWN);
        List<String> reasons = new ArrayList<>();
        base.filter(level -> level == severity.level()).ifPresent(_ -> reasons.addAll(serviceWords(service, answers)));
        reasons.addAll(wordsAt(severity.level(), harm));
        return new Assessment(severity, explanation(severity, reasons, answers), RULES_VERSION);
    }

    /// One answer as it counts: its level after guess and workaround.
    private record Reason(int level, String words) {}

    private static List<Reason> serviceReasons(SeverityAnswers answers) {
        int eased = answers.workaround().equals(Answer.known(Workaround.USABLE_TODAY)) ? 1 : 0;
        return Stream.of(
                        reason("function", answers.function(), eased),
                        reason("customers", answers.customers(), 0),
                        reason("revenue", answers.revenue(), 0))
                .flatMap(Optional::stream)
                .toList();
    }

    private static <T extends Graded> Optional<Reason> reason(String question, Answer<T> answer, int easedBy) {
        return switch (answer) {
            case Answer.Known<T>(var value) -> counted(value.level(), easedBy, value.words());
            case Answer.Guess<T>(var best) -> counted(best.levelOneStepWorse(), easedBy, question + " unknown");
            case Answer.Unknown<T> _ -> Optional.empty();
        };
    }

    private static Optional<Reason> counted(int level, int easedBy, String words) {
        return level >= Graded.NO_LEVEL
                ? Optional.empty()
                : Optional.of(new Reason(Math.min(4, level + easedBy), words));
    }

    private static Optional<Integer> worst(Collection<Reason> reasons) {
        return reasons.stream().map(Reason::level).min(Integer::compare);
    }

    private static int moved(int worst, SeverityAnswers answers) {
        int trended = switch (counting(answers.trend())) {
            case STEADY -> worst;
            case WORSENING -> worst - 1;
            case ONE_MORE_FAILURE_MEANS_OUTAGE -> Math.min(worst, LEVEL_BEFORE_OUTAGE);
        };
        return Math.clamp(trended + answers.environment().steps(), 1, 4);
    }

    private static Trend counting(Answer<Trend> answer) {
        return switch (answer) {
            case Answer.Known<Trend>(var trend) -> trend;
            case Answer.Guess<Trend>(var best) -> best.oneStepWorse();
            case Answer.Unknown<Trend> _ -> Trend.STEADY;
        };
    }

    private static List<String> serviceWords(List<Reason> service, SeverityAnswers answers) {
        int worst = worst(service).orElse(Graded.NO_LEVEL);
        Trend trend = counting(answers.trend());
        boolean held = trend == Trend.ONE_MORE_FAILURE_MEANS_OUTAGE && worst > LEVEL_BEFORE_OUTAGE;
        List<String> words = new ArrayList<>(held ? List.of() : wordsAt(worst, service));
        if (held || trend == Trend.WORSENING) {
            words.add(answers.trend() instanceof Answer.Known<Trend> ? trend.words() : "trend unknown");
        }
        if (answers.environment().steps() > 0) {
            words.add(answers.environment().words());
        }
        return words;
    }

    private static List<String> wordsAt(int level, Collection<Reason> reasons) {
        return reasons.stream()
                .filter(reason -> reason.level() == level)
                .map(Reason::words)
                .toList();
    }

    private static String explanation(Severity severity, List<String> reasons, SeverityAnswers answers) {
        String because = reasons.isEmpty() ? "impact not known yet" : String.join("; ", reasons);
        String workaround = switch (answers.workaround()) {
            case Answer.Known<Workaround>(var known) -> " Workaround: " + known.words() + ".";
            case Answer.Guess<Workaround> _, Answer.Unknown<Workaround> _ -> "";
        };
        return severity + ": " + because + "." + workaround + unknowns(answers);
    }

    /// The five questions that set a level are missed when unanswered; workaround and trend only when guessed.
    private static String unknowns(SeverityAnswers answers) {
        String list = Stream.of(
                        missing("function", answers.function(), Graded::words),
                        guessed("workaround", answers.workaround(), Workaround::words),
                        missing("customers", answers.customers(), Graded::words),
                        missing("revenue", answers.revenue(), Graded::words),
                        missing("data", answers.data(), Graded::words),
                        missing("safety", answers.safety(), Graded::words),
                        guessed("trend", answers.trend(), Trend::words))
                .flatMap(Optional::stream)
                .collect(Collectors.joining(", "));
        return list.isEmpty() ? "" : " Unknown: " + list + ".";
    }

    private static <T> Optional<String> missing(String question, Answer<T> answer, Function<T, String> words) {
        return answer instanceof Answer.Unknown<T> ? Optional.of(question) : guessed(question, answer, words);
    }

    private static <T> Optional<String> guessed(String question, Answer<T> answer, Function<T, String> words) {
        return answer instanceof Answer.Guess<T>(var best)
                ? Optional.of(question + " (guess: " + words.apply(best) + ")")
                : Optional.empty();
    }
}
