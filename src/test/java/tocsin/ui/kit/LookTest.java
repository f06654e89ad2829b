package tocsin.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tocsin.app.Profile;
import tocsin.app.Session;

class LookTest {
    @TempDir
    Path folder;

    @Test
    void motionIsAsTheComputerHasItUntilSomebodyChoseOtherwise() {
        try (var session = Session.open(new Profile(folder))) {
            var look = new Look(session);
            assertThat(look.still(true)).isTrue();
            assertThat(look.still(false)).isFalse();
            look.turnMotion(true);
            assertThat(look.still(true)).isFalse();
            look.turnMotion(true);
            assertThat(look.still(false))
                    .as("chosen, whatever the computer prefers")
                    .isTrue();
        }
        try (var session = Session.open(new Profile(folder))) {
            assertThat(new Look(session).still(false)).isTrue();
        }
    }
}
