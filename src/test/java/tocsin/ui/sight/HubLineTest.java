package tocsin.ui.sight;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tocsin.base.DeskId;
import tocsin.base.IncidentId;
import tocsin.sync.Presence;
import tocsin.sync.Quarantined;
import tocsin.sync.SyncState;
import tocsin.ui.kit.Words;

/// What the strip at the foot says of the hub.
class HubLineTest {
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    private static final DeskId BEN = new DeskId("abcdefghijklmnop");

    private static SyncState state(SyncState.Phase phase, Duration skew, List<Quarantined> held, String trouble) {
        return new SyncState(
                phase,
                Optional.of(NOON.minusSeconds(180)),
                12,
                3_400,
                skew,
                held,
                List.of(
                        new Presence(
                                BEN,
                                "Ben",
                                Optional.of(new IncidentId("INC-2026-1121-001~abcdefgh")),
                                Optional.empty()),
                        new Presence(BEN, "Ada\u202E", Optional.empty(), Optional.empty())),
                Optional.empty(),
                Optional.of(trouble));
    }

    private static HubLine line(SyncState state) {
        return HubLine.of(state, NOON, Words.in(Locale.ENGLISH));
    }

    @Test
    void aDeskInStepSaysSoAndNoMore() {
        HubLine line = line(state(SyncState.Phase.IN_STEP, Duration.ofSeconds(2), List.of(), ""));
        assertThat(line.text()).isEqualTo("Hub in step");
        assertThat(line.tone()).isEqualTo(HubLine.Tone.GOOD);
    }

    @Test
    void aHubThatIsAwayIsShownWithItsAgeAndTheQueueAndIsNoAlarm() {
        HubLine line = line(state(SyncState.Phase.AWAY, Duration.ZERO, List.of(), "nobody answers"));
        assertThat(line.text()).startsWith("Hub away for ").contains("3", "12 to send");
        assertThat(line.tone()).isEqualTo(HubLine.Tone.WAITING);
    }

    @Test
    void factsThatAreHeldBackAreLoudAndSayWhy() {
        var held = new Quarantined(BEN, 7, Quarantined.Reason.SPLIT_VIEW, "the hub holds another fact");
        HubLine line = line(state(SyncState.Phase.IN_STEP, Duration.ZERO, List.of(held), ""));
        assertThat(line.text()).contains("1 held back: the hub holds another fact");
        assertThat(line.tone()).isEqualTo(HubLine.Tone.LOUD);
    }

    @Test
    void aHubThatRestsByHandSaysWhatWaits() {
        HubLine line = line(state(SyncState.Phase.STOPPED, Duration.ZERO, List.of(), ""));
        assertThat(line.text()).isEqualTo("Hub: stopped by hand, 12 to send, 3,400 to fetch");
        assertThat(line.tone()).isEqualTo(HubLine.Tone.WAITING);
    }

    @Test
    void aClockThatIsWrongIsNamed() {
        assertThat(line(state(SyncState.Phase.IN_STEP, Duration.ofMinutes(-5), List.of(), ""))
                        .text())
                .contains("this clock is ", "behind");
        assertThat(line(state(SyncState.Phase.IN_STEP, Duration.ofMinutes(5), List.of(), ""))
                        .text())
                .contains("ahead");
    }

    @Test
    void namesOfOthersCannotTurnTheLineRound() {
        assertThat(line(state(SyncState.Phase.IN_STEP, Duration.ZERO, List.of(), ""))
                        .others())
                .startsWith("Here: ")
                .contains("Ben")
                .doesNotContain("\u202E");
    }
}
