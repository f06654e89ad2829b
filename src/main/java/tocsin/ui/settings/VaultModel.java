package tocsin.ui.settings;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import tocsin.app.VaultDoor;
import tocsin.ui.kit.Asked;
import tocsin.ui.kit.Prompt;
import tocsin.ui.kit.Words;
import tocsin.vault.VaultException;

/// How the vault stands, what can be done with it, and the passphrases that are asked for it. Lives on the JavaFX
/// thread, knows no node; the work is done on the vault's own thread.
public final class VaultModel {
    private static final List<Integer> MINUTES = List.of(5, 15, 60, 0);
    private static final int MOST_MINUTES = 10_080;

    private final VaultDoor door;
    private final Words words;
    private final Executor screen;
    private final Consumer<String> notice;
    private final ReadOnlyStringWrapper standing = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper refusal = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper asking = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper wantsOld = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper wantsFresh = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper working = new ReadOnlyBooleanWrapper();
    private Step step = Step.NONE;
    private Runnable redrawn = () -> {};

    /// What a person can do here.
    enum Step {
        NONE,
        CREATE,
        UNLOCK,
        CHANGE,
        LOCK,
        IDLE
    }

    VaultModel(VaultDoor door, Words words, Executor screen, Consumer<String> notice) {
        this.door = door;
        this.words = words;
        this.screen = screen;
        this.notice = notice;
        draw();
    }

    /// Told when what can be done has changed.
    void onRedrawn(Runnable listener) {
        redrawn = listener;
    }

    /// The state of the door has changed.
    void draw() {
        standing.set(
                switch (door.state()) {
                    case NONE -> words.get("vault.none");
                    case LOCKED -> words.get("vault.locked");
                    case OPEN -> words.get("vault.open");
                });
        redrawn.run();
    }

    List<Step> steps() {
        return switch (door.state()) {
            case NONE -> List.of(Step.CREATE);
            case LOCKED -> List.of(Step.UNLOCK, Step.CHANGE);
            case OPEN -> List.of(Step.LOCK, Step.CHANGE, Step.IDLE);
        };
    }

    String name(Step each) {
        return switch (each) {
            case NONE -> "";
            case CREATE -> words.get("vault.create");
            case UNLOCK -> words.get("vault.unlock");
            case CHANGE -> words.get("vault.change");
            case LOCK -> words.get("vault.lock");
            case IDLE -> words.get("vault.idle");
        };
    }

    String value(Step each) {
        return each == Step.IDLE ? door.idle().map(this::idle).orElse("") : "";
    }

    private String idle(Duration time) {
        return time.isZero()
                ? words.get("vault.idle.never")
                : words.get("vault.idle.after", words.number(time.toMinutes()));
    }

    /// Opens the fields for a passphrase.
    void ask(Step asked) {
        step = asked;
        refusal.set("");
        title.set(name(asked));
        wantsOld.set(asked != Step.CREATE);
        wantsFresh.set(asked != Step.UNLOCK);
        asking.set(true);
    }

    void leave() {
        step = Step.NONE;
        refusal.set("");
        asking.set(false);
    }

    void lockNow() {
        door.lock();
        leave();
        notice.accept(words.get("vault.done.lock"));
    }

    /// Does what was asked for; what was typed is wiped however it ends.
    void submit(char[] old, char[] fresh, char[] again) {
        if (working.get()) {
            return;
        }
        boolean same = Arrays.equals(fresh, again);
        Arrays.fill(again, '\0');
        if (wantsFresh.get() && !same) {
            Arrays.fill(old, '\0');
            Arrays.fill(fresh, '\0');
            refusal.set(words.get("vault.differ"));
            return;
        }
        Step done = step;
        working.set(true);
        refusal.set(words.get("vault.working"));
        CompletableFuture<VaultDoor.State> coming = switch (done) {
            case CREATE -> door.create(fresh);
            case UNLOCK -> door.unlock(old);
            default -> door.changePassphrase(old, fresh);
        };
        var _ = coming.whenCompleteAsync(
                (_, failed) -> {
                    working.set(false);
                    if (failed == null) {
                        leave();
                        notice.accept(done(done));
                    } else {
                        refusal.set(why(failed));
                    }
                },
                screen);
    }

    private String done(Step done) {
        return switch (done) {
            case CREATE -> words.get("vault.done.create");
            case UNLOCK -> words.get("vault.done.unlock");
            default -> words.get("vault.done.change");
        };
    }

    private String why(Throwable failed) {
        Throwable cause =
                failed instanceof CompletionException && failed.getCause() != null ? failed.getCause() : failed;
        return cause instanceof VaultException refused
                ? words.get("vault.why." + refused.why().name())
                : words.get("prompt.failed", String.valueOf(cause.getMessage()));
    }

    /// Asks how long it stays open without use.
    Prompt idlePrompt() {
        return Asked.line(words.get("vault.idle"), words.get("vault.idle.hint"), "", this::readIdle);
    }

    private Prompt.Reading readIdle(String text) {
        List<Prompt.Option> options = MINUTES.stream()
                .map(minutes -> Prompt.Option.of(
                        String.valueOf(minutes), String.valueOf(minutes), idle(Duration.ofMinutes(minutes))))
                .filter(option -> !option.fill().equals(text.strip()))
                .toList();
        if (text.isBlank()) {
            return new Prompt.Wanting(words.get("vault.idle.hint"), options);
        }
        if (!text.strip().matches("\\d{1,5}") || Integer.parseInt(text.strip()) > MOST_MINUTES) {
            return new Prompt.Wrong(words.get("vault.idle.hint"));
        }
        var time = Duration.ofMinutes(Integer.parseInt(text.strip()));
        return new Prompt.Ready(
                idle(time),
                List.of(),
                options,
                () -> door.lockAfter(time)
                        .handleAsync(
                                (_, failed) -> {
                                    draw();
                                    return failed == null
                                            ? new Prompt.Done(words.get("vault.done.idle", idle(time)))
                                            : new Prompt.Refused(why(failed));
                                },
                                screen));
    }

    public String getStanding() {
        return standing.get();
    }

    public ReadOnlyStringProperty standingProperty() {
        return standing.getReadOnlyProperty();
    }

    public String getTitle() {
        return title.get();
    }

    public ReadOnlyStringProperty titleProperty() {
        return title.getReadOnlyProperty();
    }

    public String getRefusal() {
        return refusal.get();
    }

    public ReadOnlyStringProperty refusalProperty() {
        return refusal.getReadOnlyProperty();
    }

    public boolean isAsking() {
        return asking.get();
    }

    public ReadOnlyBooleanProperty askingProperty() {
        return asking.getReadOnlyProperty();
    }

    public boolean isWantsOld() {
        return wantsOld.get();
    }

    public ReadOnlyBooleanProperty wantsOldProperty() {
        return wantsOld.getReadOnlyProperty();
    }

    public boolean isWantsFresh() {
        return wantsFresh.get();
    }

    public ReadOnlyBooleanProperty wantsFreshProperty() {
        return wantsFresh.getReadOnlyProperty();
    }

    public boolean isWorking() {
        return working.get();
    }

    public ReadOnlyBooleanProperty workingProperty() {
        return working.getReadOnlyProperty();
    }
}
