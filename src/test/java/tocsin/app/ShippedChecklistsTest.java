package tocsin.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tocsin.domain.checklist.Checklist;
import tocsin.domain.severity.IncidentType;

class ShippedChecklistsTest {
    @ParameterizedTest
    @EnumSource(IncidentType.class)
    void everyTypeHasAListWhoseIdsSayTheType(IncidentType type) {
        Checklist list = ShippedChecklists.english().of(type);
        Set<String> ids = new HashSet<>();

        assertThat(list.phases()).hasSizeGreaterThanOrEqualTo(3);
        assertThat(list.steps()).allSatisfy(step -> {
            assertThat(step.id()).startsWith(type.name().toLowerCase(Locale.ROOT) + ".");
            assertThat(ids.add(step.id())).as(step.id()).isTrue();
        });
    }

    @ParameterizedTest
    @EnumSource(IncidentType.class)
    void theGermanListHasTheSamePhasesBoxesAndStepsInOtherWords(IncidentType type) {
        Checklist english = ShippedChecklists.in(Locale.ENGLISH).of(type);
        Checklist german = ShippedChecklists.in(Locale.GERMANY).of(type);

        assertThat(german.phases())
                .extracting(Checklist.Phase::id, Checklist.Phase::from, Checklist.Phase::to)
                .isEqualTo(english.phases().stream()
                        .map(phase -> org.assertj.core.groups.Tuple.tuple(phase.id(), phase.from(), phase.to()))
                        .toList());
        assertThat(german.steps().map(Checklist.Step::id).toList())
                .isEqualTo(english.steps().map(Checklist.Step::id).toList());
        assertThat(german.steps().map(Checklist.Step::text).toList())
                .doesNotContainAnyElementsOf(
                        english.steps().map(Checklist.Step::text).toList());
    }
}
