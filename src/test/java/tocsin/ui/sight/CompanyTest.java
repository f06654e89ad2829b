package tocsin.ui.sight;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tocsin.base.DeskId;
import tocsin.base.IncidentId;
import tocsin.sync.Presence;
import tocsin.ui.kit.Words;

/// Who else is here, in one quiet line.
class CompanyTest {
    private static final DeskId DESK = new DeskId("abcdefghijklmnop");
    private static final IncidentId FIRE = new IncidentId("INC-2026-1121-001~abcdefgh");
    private static final IncidentId OTHER = new IncidentId("INC-2026-1121-002~abcdefgh");

    private static Presence here(String name, String... writing) {
        return new Presence(
                DESK, name, Optional.of(FIRE), Arrays.stream(writing).findFirst());
    }

    private static String line(Presence... others) {
        return new Company(List.of(others))
                .in(FIRE)
                .line(Words.in(Locale.ENGLISH), key -> Optional.of("Summary").filter(_ -> key.equals("summary")));
    }

    @Test
    void nobodyIsNoLine() {
        assertThat(line()).isEmpty();
        assertThat(line(new Presence(DESK, "Ben", Optional.of(OTHER), Optional.empty())))
                .isEmpty();
    }

    @Test
    void thoseWhoAreHereAreNamed() {
        assertThat(line(here("Ben"))).isEqualTo("Ben is here");
        assertThat(line(here("Carla"), here("Ben"))).isEqualTo("Ben and Carla are here");
        assertThat(line(here("Carla"), here("Ben"), here("Dora"), here("Emil")))
                .isEqualTo("Ben, Carla and 2 more are here");
        assertThat(line(here("Ben"), here("Ben"))).isEqualTo("Ben is here");
    }

    @Test
    void whereTheyWriteIsSaid() {
        assertThat(line(here("Ben", Company.TIMELINE))).isEqualTo("Ben is here, writing in the timeline");
        assertThat(line(here("Ben"), here("Carla", Company.section("summary"))))
                .isEqualTo("Ben and Carla are here · Carla: writing in Summary");
    }

    @Test
    void whatComesFromAfarIsNeverShownAsItCame() {
        assertThat(line(here("Ben\u202E", "section:<b>\u202Enot known")))
                .doesNotContain("\u202E", "<b>", "not known")
                .endsWith(" is here, writing in the postmortem");
        assertThat(line(here("B".repeat(200)))).hasSizeLessThan(60);
    }

    @Test
    void aKeyIsFreshForTenSeconds() {
        Instant now = Instant.parse("2026-11-21T12:00:00Z");
        var strokes = new Strokes();
        assertThat(strokes.areFresh(now)).isFalse();
        strokes.struck(now);
        assertThat(strokes.areFresh(now.plusSeconds(9))).isTrue();
        assertThat(strokes.areFresh(now.plusSeconds(10))).isFalse();
    }
}
