package tocsin.ui.due;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;
import tocsin.domain.checklist.Checklist;
import tocsin.domain.clock.Clock;
import tocsin.domain.incident.Phase;
import tocsin.domain.severity.IncidentType;
import tocsin.ui.kit.DueLine;
import tocsin.ui.kit.Flag;
import tocsin.ui.kit.RowList;
import tocsin.ui.kit.Tone;
import tocsin.ui.kit.Words;
import tocsin.ui.sight.Sight;

/// What is due in the picture that is shown. Lives on the JavaFX thread, knows no node.
public final class DueModel {
    /// How long a clock that was told to be quiet stays so.
    static final Duration SNOOZE = Duration.ofMinutes(5);

    private final Words words;
    private final Function<IncidentType, Checklist> checklists;
    private final RowList<DueLine> clocks = new RowList<>();
    private final RowList<DueLine> gates = new RowList<>();
    private final RowList<DueLine> steps = new RowList<>();
    private final ObservableList<Quarrel> quarrels = FXCollections.observableArrayList();
    private final ReadOnlyStringWrapper gateHead = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper gateNote = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper listHead = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper listNote = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper exceeded = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper noClocks = new ReadOnlyBooleanWrapper(true);
    private final ReadOnlyBooleanWrapper quarrelled = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<Flag> clocksFlag = new ReadOnlyObjectWrapper<>(Flag.NONE);
    private final ReadOnlyObjectWrapper<Flag> gatesFlag = new ReadOnlyObjectWrapper<>(Flag.NONE);
    private final ReadOnlyObjectWrapper<Flag> stepsFlag = new ReadOnlyObjectWrapper<>(Flag.NONE);
    private final ReadOnlyObjectWrapper<Flag> quarrelsFlag = new ReadOnlyObjectWrapper<>(Flag.NONE);
    private final Map<String, Instant> quiet = new HashMap<>();
    private final Set<String> explained = new HashSet<>();
    private boolean allExplained;
    private @Nullable Sight sight;
    private @Nullable ClockLines told;

    /// @param checklists the list for each type, as the organisation has it
    DueModel(Words words, Function<IncidentType, Checklist> checklists) {
        this.words = words;
        this.checklists = checklists;
        quarrelled.bind(Bindings.isNotEmpty(quarrels));
    }

    void show(Sight fresh, Instant wall) {
        sight = fresh;
        told = new ClockLines(words, fresh.incident(), fresh.rules());
        quarrels.setAll(fresh.incident().openConflicts().stream()
                .map(conflict -> Quarrel.of(conflict, fresh.incident(), words))
                .toList());
        quarrelsFlag.set(Flag.of(quarrels.stream().map(_ -> Flag.Urgency.SOON)));
        gates(fresh, fresh.moment(wall));
        tick(wall);
    }

    void tick(Instant wall) {
        Sight known = sight;
        if (known == null || told == null) {
            return;
        }
        Instant now = known.moment(wall);
        clocks.show(told.lines(now, quiet, id -> allExplained || explained.contains(id)));
        noClocks.set(clocks.isEmpty());
        clocksFlag.set(
                Flag.of(clocks.stream().map(line -> line.tone().urgency()).flatMap(Optional::stream)));
        // Elsewhere gates open by facts alone; here the end of a watch or of a waiver opens or shuts one.
        boolean byTime = known.incident().phase() == Phase.MONITORING
                || !known.incident().waivers().isEmpty();
        if (byTime) {
            gates(known, now);
        }
        checklist(known, now);
    }

    private void gates(Sight known, Instant now) {
        var lines = new GateLines(
                words, known.incident(), known.rules(), now, id -> allExplained || explained.contains(id));
        gateHead.set(lines.head());
        gateNote.set(lines.note());
        gates.show(lines.lines());
        gatesFlag.set(Flag.of(gates.stream().map(line -> line.tone().urgency()).flatMap(Optional::stream)));
    }

    private void checklist(Sight known, Instant now) {
        ChecklistLines lines = checklistLines(known, now);
        listHead.set(lines.head());
        listNote.set(lines.note());
        exceeded.set(lines.exceeded());
        steps.show(lines.lines());
        // Steps that wait are no alarm; a list whose time is over is one.
        Flag.Urgency waiting = lines.exceeded() ? Flag.Urgency.SOON : Flag.Urgency.CALM;
        stepsFlag.set(
                Flag.of(steps.stream().filter(line -> line.tone() == Tone.OPEN).map(_ -> waiting)));
    }

    ChecklistLines checklistLines(Sight known, Instant now) {
        return new ChecklistLines(
                words, known.incident(), checklists.apply(known.incident().type()), now);
    }

    /// Shows or hides why this clock runs, what resets it and what it does next.
    void explain(String id, Instant wall) {
        if (!explained.remove(id)) {
            explained.add(id);
        }
        again(wall);
    }

    /// The same for all of them.
    void explainAll(Instant wall) {
        allExplained = !allExplained;
        explained.clear();
        again(wall);
    }

    private void again(Instant wall) {
        sight().ifPresent(known -> gates(known, known.moment(wall)));
        tick(wall);
    }

    /// In this window the clock is not urgent for a while; it runs on.
    Instant snooze(Clock clock, Instant wall) {
        Instant until = wall.plus(SNOOZE);
        quiet.put(clock.name(), until);
        tick(wall);
        return until;
    }

    Optional<Clock> mostUrgent(Instant wall) {
        return told == null ? Optional.empty() : told.mostUrgent(wall, quiet);
    }

    String nameOf(Clock clock, Instant wall) {
        return told == null ? clock.name() : told.name(clock, wall);
    }

    Optional<Sight> sight() {
        return Optional.ofNullable(sight);
    }

    ObservableList<DueLine> clocks() {
        return clocks;
    }

    ObservableList<DueLine> gates() {
        return gates;
    }

    ObservableList<DueLine> steps() {
        return steps;
    }

    ObservableList<Quarrel> quarrels() {
        return quarrels;
    }

    public String getGateHead() {
        return gateHead.get();
    }

    public ReadOnlyStringProperty gateHeadProperty() {
        return gateHead.getReadOnlyProperty();
    }

    public String getGateNote() {
        return gateNote.get();
    }

    public ReadOnlyStringProperty gateNoteProperty() {
        return gateNote.getReadOnlyProperty();
    }

    public String getListHead() {
        return listHead.get();
    }

    public ReadOnlyStringProperty listHeadProperty() {
        return listHead.getReadOnlyProperty();
    }

    public String getListNote() {
        return listNote.get();
    }

    public ReadOnlyStringProperty listNoteProperty() {
        return listNote.getReadOnlyProperty();
    }

    public boolean isExceeded() {
        return exceeded.get();
    }

    public ReadOnlyBooleanProperty exceededProperty() {
        return exceeded.getReadOnlyProperty();
    }

    public boolean isNoClocks() {
        return noClocks.get();
    }

    public ReadOnlyBooleanProperty noClocksProperty() {
        return noClocks.getReadOnlyProperty();
    }

    public boolean isQuarrelled() {
        return quarrelled.get();
    }

    public ReadOnlyBooleanProperty quarrelledProperty() {
        return quarrelled.getReadOnlyProperty();
    }

    public Flag getClocksFlag() {
        return clocksFlag.get();
    }

    public ReadOnlyObjectProperty<Flag> clocksFlagProperty() {
        return clocksFlag.getReadOnlyProperty();
    }

    public Flag getGatesFlag() {
        return gatesFlag.get();
    }

    public ReadOnlyObjectProperty<Flag> gatesFlagProperty() {
        return gatesFlag.getReadOnlyProperty();
    }

    public Flag getStepsFlag() {
        return stepsFlag.get();
    }

    public ReadOnlyObjectProperty<Flag> stepsFlagProperty() {
        return stepsFlag.getReadOnlyProperty();
    }

    public Flag getQuarrelsFlag() {
        return quarrelsFlag.get();
    }

    public ReadOnlyObjectProperty<Flag> quarrelsFlagProperty() {
        return quarrelsFlag.getReadOnlyProperty();
    }
}
