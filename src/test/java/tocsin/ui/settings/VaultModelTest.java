package tocsin.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tocsin.app.VaultDoor;
import tocsin.journal.RealDisk;
import tocsin.ui.kit.Prompt;
import tocsin.ui.kit.Words;
import tocsin.ui.settings.VaultModel.Step;
import tocsin.vault.Cost;

class VaultModelTest {
    @TempDir
    Path folder;

    private final List<String> said = new ArrayList<>();
    private VaultDoor door;
    private VaultModel model;

    @BeforeEach
    void open() {
        var cheap = tocsin.vault.Settings.standard().withCost(new Cost(64, 1, 1));
        door = new VaultDoor(new RealDisk(), folder.resolve("vault"), cheap);
        model = new VaultModel(door, Words.in(Locale.ENGLISH), Runnable::run, said::add);
        door.states().subscribe(_ -> model.draw());
    }

    @AfterEach
    void close() {
        door.close();
    }

    private void submit(String old, String fresh, String again) {
        model.submit(old.toCharArray(), fresh.toCharArray(), again.toCharArray());
        await().until(() -> !model.isWorking());
    }

    private void created() {
        model.ask(Step.CREATE);
        submit("", "four quiet harbour bells", "four quiet harbour bells");
    }

    @Test
    void whatCanBeDoneFollowsHowItStands() {
        assertThat(model.getStanding()).startsWith("No vault yet");
        assertThat(model.steps()).containsExactly(Step.CREATE);
        created();
        assertThat(model.getStanding()).startsWith("Open");
        assertThat(model.steps()).containsExactly(Step.LOCK, Step.CHANGE, Step.IDLE);
        model.lockNow();
        assertThat(model.getStanding()).startsWith("Locked");
        assertThat(model.steps()).containsExactly(Step.UNLOCK, Step.CHANGE);
        assertThat(said).hasSize(2);
    }

    @Test
    void aNewPassphraseIsTypedTwice() {
        model.ask(Step.CREATE);
        assertThat(model.isWantsOld()).isFalse();
        submit("", "four quiet harbour bells", "four quiet harbour balls");
        assertThat(model.getRefusal()).contains("not the same");
        assertThat(door.state()).isEqualTo(VaultDoor.State.NONE);
        submit("", "short", "short");
        assertThat(model.getRefusal()).contains("12 to 1024");
        submit("", "four quiet harbour bells", "four quiet harbour bells");
        assertThat(model.isAsking()).isFalse();
        assertThat(said).singleElement().asString().contains("is made");
    }

    @Test
    void aWrongPassphraseIsSaidAndMayBeTriedAgain() {
        created();
        model.lockNow();
        model.ask(Step.UNLOCK);
        assertThat(model.isWantsFresh()).isFalse();
        submit("something else entirely", "", "");
        assertThat(model.getRefusal()).contains("not the passphrase");
        assertThat(model.isAsking()).isTrue();
        submit("four quiet harbour bells", "", "");
        assertThat(door.state()).isEqualTo(VaultDoor.State.OPEN);
        assertThat(model.isAsking()).isFalse();
    }

    @Test
    void thePassphraseIsChangedWithTheOldOne() {
        created();
        model.ask(Step.CHANGE);
        submit("something else entirely", "a new set of words", "a new set of words");
        assertThat(model.getRefusal()).contains("not the passphrase");
        submit("four quiet harbour bells", "a new set of words", "a new set of words");
        assertThat(said).last().asString().contains("changed");
    }

    @Test
    void howLongItStaysOpenIsAskedInTheUsualLine() {
        created();
        assertThat(model.value(Step.IDLE)).isEqualTo("after 15 min without use");
        Prompt prompt = model.idlePrompt();
        assertThat(prompt.read("12x")).isInstanceOf(Prompt.Wrong.class);
        assertThat(prompt.read("10081")).isInstanceOf(Prompt.Wrong.class);
        var ready = (Prompt.Ready) prompt.read("0");
        assertThat(ready.summary()).isEqualTo("never");
        assertThat(ready.run().get().join()).isInstanceOf(Prompt.Done.class);
        assertThat(door.idle()).isEqualTo(Optional.of(Duration.ZERO));
        assertThat(model.value(Step.IDLE)).isEqualTo("never");
    }
}
