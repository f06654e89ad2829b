package tocsin.app;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import tocsin.domain.analysis.Advice;
import tocsin.domain.analysis.Analysis;
import tocsin.domain.wording.Finding;
import tocsin.domain.wording.Names;
import tocsin.domain.wording.Wording;

/// What the figures still lack, by the shipped words of blame. Reads many words: not for the JavaFX thread.
public final class FigureAdvice {
    private FigureAdvice() {}

    public static List<Advice> of(Analysis analysis) {
        Predicate<String> blames = text -> Wording.shipped().check(text, Names.NONE, Set.of()).stream()
                .map(Finding::kind)
                .anyMatch(kind -> !kind.soft());
        return Advice.forWhys(analysis, blames);
    }
}
