package tocsin.app.postmortem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tocsin.app.Texts;
import tocsin.domain.analysis.Category;
import tocsin.domain.analysis.Content;
import tocsin.domain.analysis.Figure;
import tocsin.domain.incident.IncidentCommand.AddNode;
import tocsin.domain.severity.Severity;
import tocsin.publish.paper.Block;
import tocsin.publish.paper.Directive;

class AnalysisFiguresTest {
    private final Draft.Figures figures = new AnalysisFigures(
            tocsin.domain.incident.Story.incident(Severity.SEV2)
                    .does(
                            new AddNode(Figure.WHYS, Optional.empty(), Content.why("Orders twice")),
                            new AddNode(Figure.FISHBONE, Optional.empty(), Content.cause(Category.CONFIG, "pool")))
                    .now(),
            Texts.english());

    @Test
    void aDirectiveShowsTheFigureItNames() {
        assertThat(figures.of(Directive.of("figure", "five-whys")).orElse(List.of()))
                .singleElement()
                .isInstanceOfSatisfying(Block.Figure.class, figure -> {
                    assertThat(figure.caption()).isEqualTo("five whys");
                    assertThat(figure.picture().alt()).isEqualTo("Orders twice");
                });
        assertThat(figures.of(Directive.of("figure", "fishbone"))).isPresent();
    }

    @Test
    void whatNobodyDrewAndWhatNobodyKnowsIsNotShown() {
        assertThat(figures.of(Directive.of("figure", "barriers"))).isEmpty();
        assertThat(figures.of(Directive.of("figure", "mandala"))).isEmpty();
    }
}
