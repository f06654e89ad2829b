package tocsin.ui.scrub;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import tocsin.domain.incident.View;
import tocsin.ui.kit.Prompt;
import tocsin.ui.kit.Words;
import tocsin.ui.sight.Past;

class GoPromptTest {
    private static final Instant NOW = Instant.parse("2026-11-21T13:22:07Z");

    private final List<Past> gone = new ArrayList<>();
    private final GoPrompt prompt = prompt(Locale.ENGLISH);

    private GoPrompt prompt(Locale locale) {
        return new GoPrompt(
                Words.in(locale),
                NOW,
                ZoneId.of("Europe/Berlin"),
                View.KNOWN,
                NOW.minus(Duration.ofHours(20)),
                gone::add);
    }

    @Test
    void aTimeOfDayIsTheNewestOneInTheZoneOfTheIncident() {
        assertThat(went(prompt, "14:07")).isEqualTo(new Past(Instant.parse("2026-11-21T13:07:00Z"), View.KNOWN));
        assertThat(went(prompt, "15:00")).isEqualTo(new Past(Instant.parse("2026-11-20T14:00:00Z"), View.KNOWN));
    }

    @Test
    void aWordBehindItSaysHowToLook() {
        assertThat(went(prompt, "-20m true")).isEqualTo(new Past(NOW.minus(Duration.ofMinutes(20)), View.TRUE));
        assertThat(went(prompt, "yesterday 23:50 known"))
                .isEqualTo(new Past(Instant.parse("2026-11-20T22:50:00Z"), View.KNOWN));
    }

    @Test
    void germanWordsAreUnderstoodToo() {
        assertThat(went(prompt(Locale.GERMAN), "gestern 23:50 wahr"))
                .isEqualTo(new Past(Instant.parse("2026-11-20T22:50:00Z"), View.TRUE));
    }

    @Test
    void itSaysWhatWillBeShown() {
        assertThat(prompt.read("14:07 true"))
                .isInstanceOfSatisfying(
                        Prompt.Ready.class,
                        ready -> assertThat(ready.summary())
                                .isEqualTo("Shows what was true at 2026-11-21 14:07:00 Europe/Berlin"));
    }

    @Test
    void whatIsAheadCannotBeLookedAt() {
        assertThat(prompt.read("2026-11-21 18:00")).isInstanceOf(Prompt.Wrong.class);
    }

    @Test
    void whatWasBeforeTheIncidentIsSaidToBe() {
        assertThat(prompt.read("-3d"))
                .isInstanceOfSatisfying(
                        Prompt.Ready.class,
                        ready -> assertThat(ready.effects())
                                .containsExactly("That is before anything of this incident"));
    }

    @Test
    void halfATimeIsNotWrongYetAndNonsenseIs() {
        assertThat(prompt.read("14:")).isInstanceOf(Prompt.Wanting.class);
        assertThat(prompt.read("soonish")).isInstanceOf(Prompt.Wrong.class);
        assertThat(prompt.read("").options()).extracting(Prompt.Option::fill).containsExactly("-5m", "-20m", "-1h");
    }

    private Past went(GoPrompt asked, String text) {
        Prompt.Reading reading = asked.read(text);
        assertThat(reading).isInstanceOf(Prompt.Ready.class);
        assertThat(((Prompt.Ready) reading).run().get().join()).isEqualTo(new Prompt.Done(""));
        return gone.getLast();
    }
}
