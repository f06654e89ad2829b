package tocsin.domain.severity;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// The words of the severity rules, for tests of other rooms.
public final class Phrases {
    private Phrases() {}

    /// Whatever the rules can say of a level.
    public static List<String> all() {
        var phrases = new ArrayList<>(List.of("impact not known yet", "workaround", "trend"));
        for (Graded[] graded : List.<Graded[]>of(
                FunctionImpact.values(),
                CustomerShare.values(),
                RevenueImpact.values(),
                DataImpact.values(),
                SafetyImpact.values())) {
            Stream.of(graded).map(Graded::words).forEach(phrases::add);
        }
        Stream.of(Trend.values()).map(Trend::words).forEach(phrases::add);
        Stream.of(Environment.values()).map(Environment::words).forEach(phrases::add);
        Stream.of(Workaround.values()).map(Workaround::words).forEach(phrases::add);
        for (String question : List.of("function", "customers", "revenue", "data", "safety", "trend")) {
            phrases.addAll(List.of(question, question + " unknown"));
        }
        return phrases;
    }
}
