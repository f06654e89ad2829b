package tocsin.ui.board;

import java.text.Bidi;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import tocsin.app.Due;
import tocsin.app.Pulse;
import tocsin.app.Safe;
import tocsin.base.IncidentId;
import tocsin.base.PersonId;
import tocsin.domain.clock.ClockState;
import tocsin.domain.incident.Phase;
import tocsin.domain.severity.Severity;
import tocsin.ui.kit.Timing;
import tocsin.ui.kit.Words;
import tocsin.ui.sight.Company;

/// One incident on the board. The same card stays for the same incident while it keeps its level, so that the place of
/// the reader is never lost. Only a card that somebody can see follows the seconds.
public final class CardModel {
    /// The states people respond in, as marks.
    static final int SPINE = 5;

    private static final int MOST_NAME = 22;
    private static final int MOST_VISITORS = 2;

    private final Words words;
    private final Timing timing;
    private final ReadOnlyStringWrapper phase = new ReadOnlyStringWrapper("");
    private final ReadOnlyIntegerWrapper step = new ReadOnlyIntegerWrapper();
    private final ReadOnlyIntegerWrapper stops = new ReadOnlyIntegerWrapper();
    private final ReadOnlyBooleanWrapper burning = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper resting = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper reviewed = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper wrapped = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper commander = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper others = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper elapsed = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper since = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper next = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper what = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper when = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper look = new ReadOnlyStringWrapper("running");
    private final ReadOnlyStringWrapper tasks = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper conflicts = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper company = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper visited = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper spoken = new ReadOnlyStringWrapper("");
    private Pulse pulse;
    private Optional<Due> due = Optional.empty();
    private Instant taken;
    private boolean stale;
    private List<String> visitors = List.of();
    private int watchers;

    CardModel(Pulse pulse, Instant now, Words words, Timing timing) {
        this.words = words;
        this.timing = timing;
        this.pulse = pulse;
        this.taken = now;
        this.stale = true;
    }

    @SuppressWarnings("ReferenceEquality") // The same picture needs no second look.
    void show(Pulse fresh, Instant now) {
        if (fresh != pulse) {
            take(fresh, now);
        }
    }

    /// Most cards of a long column are never seen, so their words are only made for whoever looks.
    private void take(Pulse fresh, Instant now) {
        pulse = fresh;
        taken = now;
        stale = true;
        if (watchers > 0) {
            draw();
        }
    }

    private void draw() {
        Pulse fresh = pulse;
        Instant now = taken;
        stale = false;
        phase.set(words.phase(fresh.phase()));
        step.set(fresh.phase().responding() ? fresh.phase().ordinal() - Phase.REPORTED.ordinal() : 0);
        stops.set(fresh.stopsMet());
        burning.set(fresh.phase().responding() || fresh.phase() == Phase.REPORTED);
        resting.set(!burning.get());
        reviewed.set(fresh.phase().afterwards() && fresh.live());
        String line = Safe.line(fresh.title());
        // In this order the label never breaks what it must not break.
        wrapped.set(false);
        title.set(line);
        wrapped.set(!Bidi.requiresBidi(line.toCharArray(), 0, line.length()));
        commander.set(name(fresh.commander()));
        others.set(fresh.whole() && fresh.severity().isAtLeast(Severity.SEV2) ? others(fresh) : "");
        conflicts.set(fresh.openConflicts() == 0 ? "" : counted("card.conflict", fresh.openConflicts()));
        since.set(since(fresh));
        look(now);
        speak();
    }

    /// Once a second, as long as somebody sees it.
    void tick(Instant now) {
        if (watchers > 0) {
            look(now);
        }
    }

    private void look(Instant now) {
        if (burning.get()) {
            elapsed.set(pulse.began()
                    .map(began -> timing.running(Duration.between(began, now)))
                    .orElse(words.get("card.none")));
        }
        due = Due.of(pulse, now).stream().findFirst();
        next.set(due.map(each -> timing.line(each, now)).orElse(ending(now)));
        what.set(due.map(timing::what).orElse(""));
        when.set(due.map(each -> timing.when(each, now)).orElse(""));
        look.set(due.map(Due::state)
                .orElse(ClockState.RUNNING)
                .name()
                .toLowerCase(Locale.ROOT)
                .replace('_', '-'));
        tasks.set(tasks(now));
    }

    private String ending(Instant now) {
        if (pulse.live()) {
            return "";
        }
        return pulse.mergedInto()
                .filter(_ -> pulse.phase() == Phase.MERGED)
                .map(into -> words.get("card.merged", into.number()))
                .orElse(words.get("card.ended", timing.rough(Duration.between(pulse.inPhaseSince(), now))));
    }

    private String tasks(Instant now) {
        if (pulse.openTasks() == 0) {
            return "";
        }
        int over = pulse.tasksOverBox(now);
        String open = counted("card.task", pulse.openTasks());
        return over == 0 ? open : words.get("card.over", open, words.number(over));
    }

    private String counted(String key, int count) {
        return words.get(count == 1 ? key + ".one" : key + ".many", words.number(count));
    }

    private String since(Pulse fresh) {
        if (fresh.declaredAt().isEmpty()) {
            return words.get("card.undeclared");
        }
        return fresh.impactStartedAt()
                .map(impact -> Duration.between(impact, fresh.declaredAt().get()))
                .map(lag -> lag.toMinutes() > 0
                        ? words.get("card.impact.later", timing.rough(lag))
                        : words.get("card.impact"))
                .orElse(words.get("card.since"));
    }

    private String others(Pulse fresh) {
        List<String> parts = new ArrayList<>();
        parts.add(words.get("card.operations", name(fresh.operations())));
        parts.add(words.get("card.communications", name(fresh.communications())));
        return "· " + String.join(" · ", parts);
    }

    private String name(Optional<PersonId> person) {
        return person.map(PersonId::name)
                .map(Safe::line)
                .map(line -> Safe.cut(line, MOST_NAME))
                .orElse(words.get("card.vacant"));
    }

    /// Those who have its room open elsewhere.
    void meet(Company others) {
        List<String> names =
                others.others().isEmpty() ? List.of() : others.in(id()).names();
        if (!names.equals(visitors)) {
            visitors = names;
            company.set(briefly(names));
            visited.set(!names.isEmpty());
            if (watchers > 0) {
                speak();
            }
        }
    }

    /// There is little room: the first of each name.
    private static String briefly(List<String> names) {
        String first = names.stream().limit(MOST_VISITORS).map(Company::first).collect(Collectors.joining(", "));
        return names.size() <= MOST_VISITORS ? first : first + " +" + (names.size() - MOST_VISITORS);
    }

    private void speak() {
        String plain = words.get(
                "card.spoken",
                severity(),
                words.get(Levels.key(severity())),
                getNumber(),
                getPhase(),
                getTitle(),
                getCommander(),
                getElapsed(),
                getSince(),
                getNext());
        spoken.set(visited.get() ? plain + " " + words.get("card.company", String.join(", ", visitors)) : plain);
    }

    void watch(Instant now) {
        watchers++;
        drawn();
        look(now);
        speak();
    }

    private void drawn() {
        if (stale) {
            draw();
        }
    }

    void unwatch() {
        watchers--;
    }

    Pulse pulse() {
        return pulse;
    }

    IncidentId id() {
        return pulse.id();
    }

    Severity severity() {
        return pulse.severity();
    }

    public String getNumber() {
        return pulse.number();
    }

    public String getPhase() {
        drawn();
        return phase.get();
    }

    public ReadOnlyStringProperty phaseProperty() {
        return phase.getReadOnlyProperty();
    }

    /// How far along the spine, of [#SPINE].
    public int getStep() {
        drawn();
        return step.get();
    }

    public ReadOnlyIntegerProperty stepProperty() {
        return step.getReadOnlyProperty();
    }

    public int getStops() {
        drawn();
        return stops.get();
    }

    public ReadOnlyIntegerProperty stopsProperty() {
        return stops.getReadOnlyProperty();
    }

    /// People are at work on it, so its time runs in large figures.
    public boolean isBurning() {
        drawn();
        return burning.get();
    }

    public ReadOnlyBooleanProperty burningProperty() {
        return burning.getReadOnlyProperty();
    }

    /// The opposite, which a card without an incident cannot say.
    public boolean isResting() {
        drawn();
        return resting.get();
    }

    public ReadOnlyBooleanProperty restingProperty() {
        return resting.getReadOnlyProperty();
    }

    /// It owes a review.
    public boolean isReviewed() {
        drawn();
        return reviewed.get();
    }

    public ReadOnlyBooleanProperty reviewedProperty() {
        return reviewed.getReadOnlyProperty();
    }

    public String getTitle() {
        drawn();
        return title.get();
    }

    public ReadOnlyStringProperty titleProperty() {
        return title.getReadOnlyProperty();
    }

    /// JavaFX 26 fails while it breaks lines of a text that reads from right to left, so such a title stays on
    /// one line.
    public boolean isWrapped() {
        drawn();
        return wrapped.get();
    }

    public ReadOnlyBooleanProperty wrappedProperty() {
        return wrapped.getReadOnlyProperty();
    }

    public String getCommander() {
        drawn();
        return commander.get();
    }

    public ReadOnlyStringProperty commanderProperty() {
        return commander.getReadOnlyProperty();
    }

    public String getOthers() {
        drawn();
        return others.get();
    }

    public ReadOnlyStringProperty othersProperty() {
        return others.getReadOnlyProperty();
    }

    public String getElapsed() {
        drawn();
        return elapsed.get();
    }

    public ReadOnlyStringProperty elapsedProperty() {
        return elapsed.getReadOnlyProperty();
    }

    public String getSince() {
        drawn();
        return since.get();
    }

    public ReadOnlyStringProperty sinceProperty() {
        return since.getReadOnlyProperty();
    }

    /// The most urgent thing due, or how it ended.
    public String getNext() {
        drawn();
        return next.get();
    }

    public ReadOnlyStringProperty nextProperty() {
        return next.getReadOnlyProperty();
    }

    public String getWhat() {
        drawn();
        return what.get();
    }

    public ReadOnlyStringProperty whatProperty() {
        return what.getReadOnlyProperty();
    }

    public String getWhen() {
        drawn();
        return when.get();
    }

    public ReadOnlyStringProperty whenProperty() {
        return when.getReadOnlyProperty();
    }

    /// `overdue`, `due-soon` or `running`.
    public String getLook() {
        drawn();
        return look.get();
    }

    public ReadOnlyStringProperty lookProperty() {
        return look.getReadOnlyProperty();
    }

    public String getTasks() {
        drawn();
        return tasks.get();
    }

    public ReadOnlyStringProperty tasksProperty() {
        return tasks.getReadOnlyProperty();
    }

    public String getConflicts() {
        drawn();
        return conflicts.get();
    }

    public ReadOnlyStringProperty conflictsProperty() {
        return conflicts.getReadOnlyProperty();
    }

    /// Who else has its room open; empty when nobody has.
    public String getCompany() {
        return company.get();
    }

    public ReadOnlyStringProperty companyProperty() {
        return company.getReadOnlyProperty();
    }

    public boolean isVisited() {
        return visited.get();
    }

    public ReadOnlyBooleanProperty visitedProperty() {
        return visited.getReadOnlyProperty();
    }

    /// The whole card for somebody who hears it.
    public String getSpoken() {
        drawn();
        return spoken.get();
    }

    public ReadOnlyStringProperty spokenProperty() {
        return spoken.getReadOnlyProperty();
    }
}
