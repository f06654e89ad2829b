package tocsin.app;

import static org.assertj.core.api.Assertions.assertThat;
import static tocsin.app.Cases.ANA;
import static tocsin.app.Cases.at;
import static tocsin.app.Cases.id;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tocsin.base.FactId;
import tocsin.domain.Fact;
import tocsin.domain.analysis.AnalysisFact;
import tocsin.domain.analysis.Content;
import tocsin.domain.analysis.Figure;
import tocsin.domain.checklist.ChecklistFact;
import tocsin.domain.desk.DeskFact;
import tocsin.domain.incident.IncidentCommand.AddNode;
import tocsin.domain.incident.IncidentCommand.DropNode;
import tocsin.domain.incident.IncidentCommand.MoveNode;
import tocsin.domain.incident.LifeFact;
import tocsin.domain.organisation.OrganisationFact;
import tocsin.domain.postmortem.ReviewFact;
import tocsin.domain.prose.ProseFact;
import tocsin.domain.roster.CrewFact;
import tocsin.domain.roster.Role;
import tocsin.domain.severity.Severity;
import tocsin.domain.timeline.TimelineFact;

class NarrationTest {
    private static final Texts ENGLISH = Texts.english();
    private static final Texts GERMAN = Texts.german();

    static List<Fact> facts() {
        return Cases.everyFact();
    }

    @ParameterizedTest
    @MethodSource("facts")
    void everyFactIsToldInOneLineInBothLanguages(Fact fact) {
        for (Texts texts : List.of(ENGLISH, GERMAN)) {
            String line = Narration.tell(at(5, ANA, fact), texts);

            assertThat(line)
                    .isNotBlank()
                    .doesNotContain("\n", "told.", "{", "}")
                    .hasSizeLessThan(400);
        }
        assertThat(Narration.tell(at(5, ANA, fact), GERMAN)).isNotEqualTo(Narration.tell(at(5, ANA, fact), ENGLISH));
    }

    @Test
    void aPartOfAFigureIsCalledByItsWordsAlsoOnceItIsGone() {
        var story = tocsin.domain.incident.Story.incident(Severity.SEV2);
        FactId top = story.does(new AddNode(Figure.WHYS, Optional.empty(), Content.why("Orders twice")))
                .last();
        FactId one = story.does(new AddNode(Figure.WHYS, Optional.of(top), Content.why("Two writers")))
                .last();
        story.does(new MoveNode(one, Optional.empty(), Optional.of(top)), new DropNode(one, "said twice"));
        Narration narration = Narration.within(story.now(), ENGLISH);
        assertThat(story.history().facts())
                .filteredOn(recorded -> recorded.fact() instanceof AnalysisFact)
                .extracting(narration::tell)
                .endsWith(
                        "Ana moved \"Two writers\" in its figure",
                        "Ana dropped \"Two writers\" from its figure: said twice");
    }

    @Test
    void noKindOfFactIsForgotten() {
        Set<Class<?>> told = new HashSet<>();
        facts().forEach(fact -> told.add(fact.getClass()));
        var sealed = new ArrayList<Class<?>>();
        for (Class<?> room : List.of(
                LifeFact.class,
                CrewFact.class,
                TimelineFact.class,
                ReviewFact.class,
                ProseFact.class,
                AnalysisFact.class,
                ChecklistFact.class,
                OrganisationFact.class,
                DeskFact.class)) {
            leaves(room).forEach(sealed::add);
        }

        assertThat(told).containsAll(sealed);
    }

    private static Stream<Class<?>> leaves(Class<?> type) {
        return type.isSealed()
                ? Stream.of(type.getPermittedSubclasses()).flatMap(NarrationTest::leaves)
                : Stream.of(type);
    }

    @Test
    void saysWhatHappenedAsAPersonWould() {
        assertThat(tell(new LifeFact.SeverityChanged(Severity.SEV2, Severity.SEV1, "all customers")))
                .isEqualTo("Severity raised from SEV-2 to SEV-1: all customers");
        assertThat(tell(new CrewFact.RoleAssumed(Role.SCRIBE, ANA, Optional.empty())))
                .isEqualTo("Ana took the role scribe");
        assertThat(tell(new TimelineFact.TaskDone(id(31), "done at last")))
                .isEqualTo("Task " + id(31) + " done: done at last");
    }

    @Test
    void withinItsIncidentATaskIsQuoted() {
        Narration narration = Narration.within(Cases.busy().now(), ENGLISH);

        assertThat(narration.tell(at(40, ANA, new TimelineFact.TaskDone(id(31), ""))))
                .isEqualTo("Task \"roll back 812\" done");
    }

    @Test
    void bracesInSomebodysWordsStayTheirOwn() {
        assertThat(tell(new LifeFact.TitleChanged("it's {1}", "{0} 'quoted' {9}")))
                .isEqualTo("Title changed from \"it's {1}\" to: {0} 'quoted' {9}");
    }

    @Test
    void aVeryLongTextIsCut() {
        assertThat(tell(new LifeFact.TitleChanged("", "😀".repeat(60_000))))
                .hasSizeLessThan(500)
                .endsWith("…");
    }

    private static String tell(Fact fact) {
        return Narration.tell(at(5, ANA, fact), ENGLISH);
    }
}
