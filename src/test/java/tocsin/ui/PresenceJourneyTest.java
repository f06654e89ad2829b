package tocsin.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static tocsin.ui.Keyboard.focusOn;
import static tocsin.ui.Keyboard.onScreen;
import static tocsin.ui.Keyboard.press;
import static tocsin.ui.Keyboard.type;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import javafx.stage.Window;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tocsin.app.HubLink;
import tocsin.base.DeskId;
import tocsin.sync.Hub;
import tocsin.sync.HubSetup;
import tocsin.sync.HubTrouble;
import tocsin.sync.Hubs;
import tocsin.sync.Presence;

/// Two people at one hub see where the other is, and nothing moves for it.
class PresenceJourneyTest extends Journey {
    private static final DeskId BEN = new DeskId("abcdefghijklmnop");

    @TempDir
    private Path place;

    @BeforeEach
    void meet() throws Exception {
        enter("Checkout errors");
        HubSetup.run(place.toString(), "", () -> new char[0]);
        console.hub().start();
        console.hub().join(new HubLink.Joined(place.toString(), ""), new char[0]);
    }

    @Test
    void whoIsInTheRoomStandsOverItAndOnItsCard() throws HubTrouble {
        double before = titleTop();
        try (Hub ben = ben()) {
            here(ben, Optional.of("timeline"));
            await().until(() -> seen(".room-header .company").contains("Ben is here, writing in the timeline"));
            assertThat(titleTop()).isEqualTo(before);
            assertThat(focusOn("entry-field")).isTrue();
            press("Ctrl+1");
            await().until(() -> seen(".card .company").contains("Ben"));
            ben.leave(BEN);
            await().until(() -> seen(".card .company").isEmpty());
        }
    }

    @Test
    void othersSeeWhereSomebodyWritesForAMoment() throws HubTrouble {
        try (Hub ben = ben()) {
            await().until(() -> others(ben).equals(List.of(Optional.empty())));
            type("we roll b");
            await().until(() -> others(ben).equals(List.of(Optional.of("timeline"))));
            wall = wall.plusSeconds(11);
            await().until(() -> others(ben).equals(List.of(Optional.empty())));
            assertThat(ben.present().getFirst().incident()).contains(id);
        }
    }

    private Hub ben() throws HubTrouble {
        return Hubs.open(place.toString(), "", () -> new char[0]);
    }

    private void here(Hub ben, Optional<String> writing) throws HubTrouble {
        ben.announce(new Presence(BEN, "Ben", Optional.of(id), writing));
    }

    private static List<Optional<String>> others(Hub ben) throws HubTrouble {
        return ben.present().stream().map(Presence::typing).toList();
    }

    private static double titleTop() {
        return onScreen(() -> {
            var title = Window.getWindows().getLast().getScene().lookup(".room-header .room-title");
            return title.localToScene(0, 0).getY();
        });
    }
}
