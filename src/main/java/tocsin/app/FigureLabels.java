package tocsin.app;

import tocsin.domain.analysis.Advice;
import tocsin.domain.analysis.Category;
import tocsin.domain.analysis.Differs;
import tocsin.domain.analysis.Ends;
import tocsin.domain.analysis.FactorCode;
import tocsin.domain.analysis.FactorPart;
import tocsin.domain.analysis.Figure;
import tocsin.domain.analysis.Held;
import tocsin.domain.analysis.Join;
import tocsin.domain.analysis.Marked;
import tocsin.publish.figure.Caption;
import tocsin.publish.figure.Labels;

/// What the parts of a figure are called in one language.
public record FigureLabels(Texts texts) implements Labels {
    @Override
    public String mark(Marked mark) {
        return switch (mark) {
            case Ends ends -> texts.name("ends", ends);
            case Category category -> texts.name("category", category);
            case FactorCode code -> texts.name("factor", code);
            case FactorPart part -> texts.name("part", part);
            case Join join -> texts.name("join", join);
            case Differs differs -> texts.name("differs", differs);
            case Held held -> texts.name("held", held);
        };
    }

    @Override
    public String caption(Caption caption) {
        return texts.name("caption", caption);
    }

    public String figure(Figure figure) {
        return texts.name("figure", figure);
    }

    public String advice(Advice.Reason reason) {
        return texts.name("advice", reason);
    }
}
