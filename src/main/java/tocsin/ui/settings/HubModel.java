package tocsin.ui.settings;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import tocsin.app.HubLink;
import tocsin.app.Safe;
import tocsin.app.VaultDoor;
import tocsin.sync.HubTrouble;
import tocsin.sync.Presence;
import tocsin.sync.SyncState;
import tocsin.ui.kit.Asked;
import tocsin.ui.kit.Prompt;
import tocsin.ui.kit.Words;
import tocsin.ui.sight.HubLine;

/// Which hub this desk has joined, how it stands with it, and what can be done about it. Lives on the JavaFX thread,
/// knows no node; what asks a disk or a network is done elsewhere.
public final class HubModel {
    private static final int ADDRESS_CHARS = 300;
    private static final int NAME_CHARS = 40;
    private static final Duration ONE = Duration.ofSeconds(1);

    private final Ground ground;
    private final HubLink hub;
    private final Words words;
    private final ReadOnlyStringWrapper place = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper standing = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper renewed = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper refusal = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper copied = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper joined = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper asking = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper wantsRole = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper working = new ReadOnlyBooleanWrapper();
    private final ObservableList<Figure> figures = FXCollections.observableArrayList();
    private final ObservableList<String> held = FXCollections.observableArrayList();
    private final ObservableList<Step> steps = FXCollections.observableArrayList();

    /// What it stands on.
    ///
    /// @param work where what may take seconds is done
    /// @param notice one line that says what was done
    record Ground(
            HubLink hub,
            Supplier<VaultDoor.State> vault,
            InstantSource wall,
            Words words,
            Executor work,
            Executor screen,
            Consumer<String> notice) {}

    /// One thing that is counted or measured.
    record Figure(String name, String value) {}

    /// What a person can do here.
    enum Step {
        JOIN,
        MEET,
        STOP,
        LEAVE
    }

    HubModel(Ground ground) {
        this.ground = ground;
        hub = ground.hub();
        words = ground.words();
        copied.bind(renewed.isNotEmpty());
        draw(ground.wall().instant());
    }

    /// What is shown is touched only where it has become another.
    void draw(Instant now) {
        Optional<HubLink.Joined> known = hub.joined();
        Optional<SyncState> state = known.flatMap(_ -> hub.state());
        joined.set(known.isPresent());
        place.set(known.map(this::place).orElse(words.get("hub.none")));
        standing.set(
                known.isEmpty()
                        ? ""
                        : state.map(each -> HubLine.standing(each, now, words))
                                .orElse(words.get("status.hub.knocking")));
        renewed.set(state.flatMap(SyncState::renewed)
                .map(former -> words.get("hub.renewed", former.tag()))
                .orElse(""));
        change(figures, state.map(each -> figures(each, now)).orElse(List.of()));
        change(
                held,
                state.map(each -> each.quarantine().stream()
                                .map(one -> words.get("hub.held", one.desk().tag(), Safe.line(one.words())))
                                .toList())
                        .orElse(List.of()));
        change(steps, steps(known.isPresent(), state.map(SyncState::phase)));
    }

    private static <T> void change(ObservableList<T> shown, List<T> fresh) {
        if (!shown.equals(fresh)) {
            shown.setAll(fresh);
        }
    }

    private String place(HubLink.Joined known) {
        String url = Safe.line(Safe.cut(known.url(), ADDRESS_CHARS));
        return known.user().isEmpty() ? url : words.get("hub.as", url, Safe.line(known.user()));
    }

    private List<Figure> figures(SyncState state, Instant now) {
        var all = new ArrayList<Figure>();
        all.add(new Figure(words.get("hub.queued"), words.number(state.queued())));
        all.add(new Figure(words.get("hub.waiting"), words.number(state.waiting())));
        state.met().ifPresent(met -> {
            all.add(new Figure(words.get("hub.met"), ago(Duration.between(met, now))));
            all.add(new Figure(words.get("hub.clock"), clock(state.skew())));
        });
        String here =
                state.present().stream().map(this::person).distinct().sorted().collect(Collectors.joining(", "));
        all.add(new Figure(words.get("hub.here"), here.isEmpty() ? words.get("hub.nobody") : here));
        return all;
    }

    private String person(Presence other) {
        String name = Safe.line(Safe.cut(other.person(), NAME_CHARS));
        return other.incident()
                .map(incident -> words.get("hub.person.in", name, incident.number()))
                .orElse(name);
    }

    private String ago(Duration time) {
        return time.toMinutes() < 1 ? words.get("hub.met.now") : words.get("hub.met.ago", words.span(time));
    }

    private String clock(Duration skew) {
        Duration length = skew.abs();
        if (length.compareTo(ONE) < 0) {
            return words.get("hub.clock.same");
        }
        String said = length.toMinutes() < 1
                ? words.get("hub.seconds", words.number(length.toSeconds()))
                : words.span(length);
        return words.get(skew.isNegative() ? "hub.clock.behind" : "hub.clock.ahead", said);
    }

    private static List<Step> steps(boolean joined, Optional<SyncState.Phase> phase) {
        if (!joined) {
            return List.of(Step.JOIN);
        }
        return phase.equals(Optional.of(SyncState.Phase.STOPPED)) || phase.isEmpty()
                ? List.of(Step.MEET, Step.JOIN, Step.LEAVE)
                : List.of(Step.MEET, Step.STOP, Step.JOIN, Step.LEAVE);
    }

    String name(Step step) {
        return switch (step) {
            case JOIN -> words.get(joined.get() ? "hub.join.other" : "hub.join");
            case MEET -> words.get("hub.meet");
            case STOP -> words.get("hub.stop");
            case LEAVE -> words.get("hub.leave");
        };
    }

    /// What the act is good for, beside its name.
    String note(Step step) {
        return step == Step.STOP ? words.get("hub.stop.note") : "";
    }

    /// Opens the fields of an address.
    void ask() {
        refusal.set("");
        asking.set(true);
    }

    void giveUp() {
        refusal.set("");
        asking.set(false);
    }

    /// What stands in the field of the address now.
    void address(String url) {
        boolean database = isDatabase(url);
        boolean open = ground.vault().get() == VaultDoor.State.OPEN;
        wantsRole.set(database && open);
        if (!working.get()) {
            refusal.set(database && !open ? words.get("hub.vault") : "");
        }
    }

    private static boolean isDatabase(String url) {
        return url.strip().regionMatches(true, 0, "postgres", 0, 8) && url.contains("://");
    }

    String url() {
        return hub.joined().map(HubLink.Joined::url).orElse("");
    }

    String user() {
        return hub.joined().map(HubLink.Joined::user).orElse("");
    }

    /// Joins; the password is wiped however it ends.
    void join(String url, String user, char[] password) {
        address(url);
        if (working.get() || url.isBlank() || !refusal.get().isEmpty()) {
            Arrays.fill(password, '\0');
            return;
        }
        boolean role = wantsRole.get();
        if (role && (user.isBlank() || password.length == 0)) {
            Arrays.fill(password, '\0');
            refusal.set(words.get("hub.role.needed"));
            return;
        }
        char[] secret = role ? password.clone() : new char[0];
        Arrays.fill(password, '\0');
        var wanted = new HubLink.Joined(url.strip(), role ? user.strip() : "");
        refusal.set(words.get("hub.working"));
        run(
                () -> {
                    try {
                        hub.join(wanted, secret);
                    } finally {
                        Arrays.fill(secret, '\0');
                    }
                },
                () -> {
                    giveUp();
                    ground.notice().accept(words.get("hub.done.join"));
                },
                refusal::set);
    }

    void meetNow() {
        hub.meetNow();
        ground.notice().accept(words.get("hub.done.meet"));
    }

    void stop() {
        hub.stop();
        ground.notice().accept(words.get("hub.done.stop"));
    }

    /// Asks once more before it leaves.
    Prompt leaving() {
        return Asked.line(
                words.get("hub.leave"),
                words.get("hub.leave.hint"),
                "",
                _ -> Prompt.Ready.of(words.get("hub.leave.ready"), this::leave));
    }

    private CompletableFuture<Prompt.Outcome> leave() {
        var outcome = new CompletableFuture<Prompt.Outcome>();
        run(
                hub::leave,
                () -> outcome.complete(new Prompt.Done(words.get("hub.done.leave"))),
                why -> outcome.complete(new Prompt.Refused(why)));
        return outcome;
    }

    private interface Work {
        void run() throws HubTrouble;
    }

    private void run(Work work, Runnable done, Consumer<String> refused) {
        working.set(true);
        var _ = CompletableFuture.runAsync(
                        () -> {
                            try {
                                work.run();
                            } catch (HubTrouble trouble) {
                                throw new CompletionException(trouble);
                            }
                        },
                        ground.work())
                .whenCompleteAsync(
                        (_, failed) -> {
                            working.set(false);
                            if (failed == null) {
                                done.run();
                            } else {
                                refused.accept(why(failed));
                            }
                            draw(ground.wall().instant());
                        },
                        ground.screen());
    }

    private String why(Throwable failed) {
        Throwable cause =
                failed instanceof CompletionException && failed.getCause() != null ? failed.getCause() : failed;
        return cause instanceof HubTrouble trouble
                ? Safe.line(trouble.words())
                : words.get("prompt.failed", String.valueOf(cause.getMessage()));
    }

    ObservableList<Figure> figures() {
        return figures;
    }

    ObservableList<String> held() {
        return held;
    }

    ObservableList<Step> steps() {
        return steps;
    }

    public String getPlace() {
        return place.get();
    }

    public ReadOnlyStringProperty placeProperty() {
        return place.getReadOnlyProperty();
    }

    public String getStanding() {
        return standing.get();
    }

    public ReadOnlyStringProperty standingProperty() {
        return standing.getReadOnlyProperty();
    }

    /// That this profile found itself to be a copy; empty as long as it has not.
    public String getRenewed() {
        return renewed.get();
    }

    public ReadOnlyStringProperty renewedProperty() {
        return renewed.getReadOnlyProperty();
    }

    public boolean isCopied() {
        return copied.get();
    }

    public ReadOnlyBooleanProperty copiedProperty() {
        return copied.getReadOnlyProperty();
    }

    public String getRefusal() {
        return refusal.get();
    }

    public ReadOnlyStringProperty refusalProperty() {
        return refusal.getReadOnlyProperty();
    }

    public boolean isJoined() {
        return joined.get();
    }

    public ReadOnlyBooleanProperty joinedProperty() {
        return joined.getReadOnlyProperty();
    }

    public boolean isAsking() {
        return asking.get();
    }

    public ReadOnlyBooleanProperty askingProperty() {
        return asking.getReadOnlyProperty();
    }

    public boolean isWantsRole() {
        return wantsRole.get();
    }

    public ReadOnlyBooleanProperty wantsRoleProperty() {
        return wantsRole.getReadOnlyProperty();
    }

    public boolean isWorking() {
        return working.get();
    }

    public ReadOnlyBooleanProperty workingProperty() {
        return working.getReadOnlyProperty();
    }
}
