package tocsin.ui.postmortem;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tocsin.app.Texts;
import tocsin.base.FactId;
import tocsin.domain.analysis.Category;
import tocsin.domain.analysis.Content;
import tocsin.domain.analysis.FactorCode;
import tocsin.domain.analysis.FactorPart;
import tocsin.domain.analysis.Figure;
import tocsin.domain.analysis.Held;
import tocsin.domain.incident.IncidentCommand.AddNode;
import tocsin.domain.incident.IncidentCommand.ChangeNode;
import tocsin.domain.incident.IncidentCommand.DropNode;
import tocsin.domain.incident.IncidentCommand.MoveNode;
import tocsin.domain.incident.Story;
import tocsin.domain.severity.Severity;
import tocsin.ui.kit.Words;

class FigureModelTest {
    private final Story story = Story.incident(Severity.SEV2);
    private final FigureModel model = new FigureModel(Words.in(Locale.ENGLISH));

    private FactId add(Figure figure, Optional<FactId> parent, Content content) {
        return story.does(new AddNode(figure, parent, content)).last();
    }

    private FactId why(Optional<FactId> parent, String text) {
        return add(Figure.WHYS, parent, Content.why(text));
    }

    private String chosen() {
        return model.chosen().orElseThrow().text();
    }

    @Test
    void anEmptyFigureSaysWhatItIsForAndItsFirstKey() {
        model.open(Figure.WHYS, story.now());
        assertThat(model.isEmpty()).isTrue();
        assertThat(model.getAbout()).contains("ask why");
        assertThat(model.getFirst()).isEqualTo("[Enter] What happened?");
        assertThat(model.getCount()).isEmpty();
        assertThat(model.chosen()).isEmpty();
    }

    @Test
    void thePartsAreAnOutlineWithTheirMarks() {
        FactId top = why(Optional.empty(), "Orders twice");
        add(Figure.WHYS, Optional.of(top), Content.rule("PAY-07 is silent"));
        model.open(Figure.WHYS, story.now());
        assertThat(model.rows())
                .extracting(FigureRow::depth, FigureRow::text, FigureRow::mark, FigureRow::ends)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(0, "Orders twice", "", FigureRow.Ends.OPEN),
                        org.assertj.core.groups.Tuple.tuple(
                                1, "PAY-07 is silent", "a rule, gate or design", FigureRow.Ends.AT_A_RULE));
        assertThat(model.getCount()).isEqualTo("parts: 2");
        assertThat(chosen()).isEqualTo("Orders twice");
    }

    @Test
    void theCellsOfARowStandBelowItsWords() {
        add(Figure.BARRIER, Optional.empty(), Content.barrier("Canary", "stop it", Held.FAILED, ""));
        model.open(Figure.BARRIER, story.now());
        assertThat(model.rows().getFirst().notes()).containsExactly("Made to: stop it");
        assertThat(model.rows().getFirst().mark()).isEqualTo("failed");
        add(
                Figure.FACTORS,
                Optional.empty(),
                Content.factor(FactorCode.CONFIG, FactorPart.TRIGGER, "no timeout", Optional.empty()));
        model.open(Figure.FACTORS, story.now());
        assertThat(model.rows().getFirst().notes()).containsExactly("set it off, configuration");
    }

    @Test
    void whatTwoDesksWroteInOnePlaceIsShownAndNotLost() {
        FactId top = why(Optional.empty(), "Orders twice");
        Story other = story.onTheOtherDesk();
        story.does(new ChangeNode(top, Content.why("Orders were written twice")));
        other.at(1).does(new ChangeNode(top, Content.why("Doubled orders")));
        story.joinedBy(other);
        model.open(Figure.WHYS, story.now());
        assertThat(model.rows().getFirst().notes()).containsExactly("also written: Orders were written twice");
    }

    @Test
    void aPartIsMeantWhereverItGoesAndItsNeighbourWhenItIsGone() {
        FactId top = why(Optional.empty(), "Orders twice");
        FactId one = why(Optional.of(top), "one");
        FactId two = why(Optional.of(top), "two");
        model.open(Figure.WHYS, story.now());
        model.moved(2);
        assertThat(chosen()).isEqualTo("two");
        story.does(new MoveNode(two, Optional.of(top), Optional.of(one)));
        model.show(story.now());
        assertThat(chosen()).isEqualTo("two");
        assertThat(model.index()).isEqualTo(1);
        story.does(new DropNode(two, ""));
        model.show(story.now());
        assertThat(chosen()).isEqualTo("one");
    }

    @Test
    void aPartJustAddedIsMeantAsSoonAsItIsThere() {
        FactId top = why(Optional.empty(), "Orders twice");
        model.open(Figure.WHYS, story.now());
        FactId one = why(Optional.of(top), "one");
        model.choose(one);
        assertThat(chosen()).isEqualTo("Orders twice");
        model.show(story.now());
        assertThat(chosen()).isEqualTo("one");
    }

    @Test
    void aCauseBelowAnotherShowsNoBoneOfItsOwn() {
        FactId top = add(Figure.FISHBONE, Optional.empty(), Content.cause(Category.CODE, "pool"));
        add(Figure.FISHBONE, Optional.of(top), Content.cause(Category.DATA, "rows"));
        model.open(Figure.FISHBONE, story.now());
        assertThat(model.rows()).extracting(FigureRow::mark).containsExactly("Code", "");
    }

    @Test
    void openQuestionsAreToldByTheirKindAndNotOneByOne() {
        FactId top = why(Optional.empty(), "Orders twice");
        for (int i = 0; i < 5; i++) {
            why(Optional.of(top), "answer " + i);
        }
        FigureStudy study = FigureStudy.of(story.now(), Figure.WHYS, Texts.english());
        assertThat(study.drawing()).isPresent();
        assertThat(study.notes())
                .isEqualTo(
                        List.of(
                                "“answer 0”, “answer 1”, “answer 2”, and more: ask why once more, until a rule, a gate or a design is reached"));
    }

    @Test
    void anAnswerThatRestsAtSomebodyIsToldFirst() {
        FactId top = why(Optional.empty(), "Orders twice");
        why(Optional.of(top), "human error");
        assertThat(FigureStudy.of(story.now(), Figure.WHYS, Texts.english()).notes())
                .containsExactly(
                        "“human error”: this rests at somebody: what let it through?",
                        "“Orders twice”: one answer only: and what else?");
    }

    @Test
    void theKeyOfAPlaceNamesItsFigure() {
        for (Figure figure : Figure.values()) {
            assertThat(OutlineRow.figure(OutlineRow.key(figure))).contains(figure);
        }
        assertThat(OutlineRow.figure("timeline")).isEmpty();
    }
}
