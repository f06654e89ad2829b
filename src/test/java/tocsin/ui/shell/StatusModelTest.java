package tocsin.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tocsin.app.Pulses;
import tocsin.ui.Given;
import tocsin.ui.kit.Words;

class StatusModelTest {
    private final StatusModel strip =
            new StatusModel(Path.of("/data/ops-emea"), Given.BERLIN, Words.in(Locale.ENGLISH));

    @Test
    void theStripTellsFactsProfileRoomAndZone() {
        strip.show(snapshot(Optional.empty()));
        assertThat(strip.getFacts()).isEqualTo("All 4,812 facts on disk");
        assertThat(strip.getProfile()).isEqualTo("Profile: ops-emea");
        assertThat(strip.getFree()).isEqualTo("3 GB free");
        assertThat(strip.getZone()).isEqualTo("Europe/Berlin");
        assertThat(strip.isTroubled()).isFalse();
    }

    @Test
    void whatCannotBeReadIsSaid() {
        strip.show(snapshot(Optional.of("The store is in use.")));
        assertThat(strip.getTrouble()).isEqualTo("The board may be old: The store is in use.");
        strip.show(snapshot(Optional.empty()));
        assertThat(strip.isTroubled()).isFalse();
    }

    private static Pulses.Snapshot snapshot(Optional<String> unread) {
        return new Pulses.Snapshot(List.of(), List.of(), 4812, Optional.empty(), unread, 3L << 30);
    }
}
