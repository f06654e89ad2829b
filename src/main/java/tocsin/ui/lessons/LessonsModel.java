package tocsin.ui.lessons;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import tocsin.app.Lesson;
import tocsin.base.PersonId;
import tocsin.ui.kit.RowList;
import tocsin.ui.kit.Words;

/// The postmortems and actions that fit what is typed, and the one pointed at. Lives on the JavaFX thread, knows no
/// node.
public final class LessonsModel {
    private static final Duration NOTICE = Duration.ofSeconds(8);

    private final Words words;
    private final InstantSource wall;
    private final PersonId operator;
    private final StringProperty filter = new SimpleStringProperty("");
    private final ReadOnlyStringWrapper debtCount = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper actionCount = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper grouped = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper keys = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper notice = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper noDebts = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper noActions = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<About> about = new ReadOnlyObjectWrapper<>(About.NOTHING);
    private final RowList<Line> debts = new RowList<>();
    private final RowList<Line> actions = new RowList<>();
    private final RowList<Chip> chips = new RowList<>();
    private Learned learned = Learned.NOTHING_YET;
    private Grouping grouping = Grouping.DUE;
    private Optional<Pick> picked = Optional.empty();
    private Instant minute;
    private Runnable pointed = () -> {};
    private Instant noticeUntil = Instant.MIN;

    LessonsModel(Words words, InstantSource wall, PersonId operator) {
        this.words = words;
        this.wall = wall;
        this.operator = operator;
        minute = wall.instant().truncatedTo(ChronoUnit.MINUTES);
        filter.addListener((_, _, _) -> draw());
        draw();
    }

    void show(Learned now) {
        learned = now;
        if (!now.trouble().isEmpty()) {
            say(now.trouble());
        }
        draw();
    }

    boolean read() {
        return learned.depth() == Learned.Depth.WHOLE;
    }

    private void draw() {
        Sieve sieve = Sieve.of(filter.get(), words);
        List<Case> owing = learned.cases().stream()
                .filter(one ->
                        one.owed() || !learned.failed(one.lesson().incident()).isEmpty())
                .toList();
        debts.show(owing.stream()
                .filter(one -> sieve.fits(one, minute))
                .sorted(byUrgency())
                .<Line>map(one -> new Line.Debt(one, learned.failed(one.lesson().incident()), minute))
                .toList());
        List<Owed> all = promises().toList();
        List<Owed> fitting = all.stream()
                .filter(owed -> sieve.fits(owed, minute))
                .sorted(Comparator.comparing((Owed owed) -> !owed.item().open())
                        .thenComparing(Owed::ends)
                        .thenComparing(owed -> owed.lesson().incident())
                        .thenComparing(owed -> owed.item().id()))
                .toList();
        actions.show(lines(fitting));
        debtCount.set(count(
                owing.stream().filter(Case::owed).count(),
                owing.stream().filter(one -> one.owed() && one.overdue(minute)).count()));
        actionCount.set(count(
                all.stream().filter(owed -> owed.item().open()).count(),
                all.stream().filter(owed -> owed.overdue(minute)).count()));
        grouped.set(words.get("lessons.grouped", grouping.name(words)));
        chips.show(chips(all));
        noDebts.set(nothing(debts.isEmpty(), owing.isEmpty(), "lessons.debts.none"));
        noActions.set(nothing(
                actions.isEmpty(), all.stream().noneMatch(owed -> owed.item().open()), "lessons.actions.none"));
        if (line().isEmpty()) {
            picked = pickable().stream().findFirst().flatMap(Pick::of);
        }
        point();
    }

    private Stream<Owed> promises() {
        return learned.cases().stream().flatMap(one -> one.actions().stream());
    }

    private Comparator<Case> byUrgency() {
        return Comparator.comparing((Case one) -> !one.owed())
                .thenComparing(Case::approved)
                .thenComparing(one -> !one.overdue(minute))
                .thenComparing(one -> one.due().orElse(Instant.MIN))
                .thenComparing(one -> one.lesson().severity())
                .thenComparing(one -> one.lesson().incident());
    }

    private List<Line> lines(List<Owed> fitting) {
        var groups = new TreeMap<Grouping.Group, List<Line>>();
        for (Owed owed : fitting) {
            groups.computeIfAbsent(grouping.of(owed, minute, words), _ -> new ArrayList<>())
                    .add(new Line.Action(owed, learned.failed(owed.lesson().incident()), minute));
        }
        var lines = new ArrayList<Line>();
        groups.forEach((group, rows) -> {
            lines.add(new Line.Head(group.title(), rows.size(), group.tone()));
            lines.addAll(rows);
        });
        return lines;
    }

    private String count(long all, long late) {
        return late == 0
                ? words.get("lessons.count", words.number(all))
                : words.get("lessons.count.late", words.number(all), words.number(late));
    }

    private String nothing(boolean shown, boolean ever, String none) {
        return !shown
                ? ""
                : !read() && ever ? words.get("lessons.reading") : ever ? words.get(none) : words.get("lessons.narrow");
    }

    private List<Chip> chips(List<Owed> all) {
        long late = all.stream().filter(owed -> owed.overdue(minute)).count();
        String me = "@" + Sieve.letters(operator.name().toLowerCase(Locale.ROOT));
        String overdue = words.get("lessons.word.overdue");
        String settled = words.get("lessons.word.all");
        return List.of(
                chip(overdue, late == 0 ? overdue : overdue + " " + words.number(late)),
                chip(me, words.get("lessons.chip.mine")),
                chip(settled, words.get("lessons.chip.all")));
    }

    private Chip chip(String part, String label) {
        boolean on = List.of(filter.get().strip().toLowerCase(Locale.ROOT).split("\\s+", -1))
                .contains(part);
        return new Chip(part, label, on ? Chip.State.ON : Chip.State.OFF);
    }

    void toggle(Chip chip) {
        filter.set(Sieve.toggled(filter.get(), chip.part()));
    }

    void regroup() {
        grouping = grouping.next();
        draw();
    }

    private List<Line> pickable() {
        return Stream.concat(debts.stream(), actions.stream())
                .filter(line -> Pick.of(line).isPresent())
                .toList();
    }

    /// From the last postmortem it goes on to the first action.
    void move(int step) {
        List<Line> all = pickable();
        if (!all.isEmpty()) {
            int here = IntStream.range(0, all.size())
                    .filter(at -> Pick.of(all.get(at)).equals(picked))
                    .findFirst()
                    .orElse(0);
            choose(all.get(Math.clamp((long) here + step, 0, all.size() - 1)));
        }
    }

    void choose(Line line) {
        Pick.of(line).ifPresent(pick -> {
            picked = Optional.of(pick);
            point();
        });
    }

    void toDebts() {
        debts.stream().findFirst().ifPresent(this::choose);
    }

    void toActions() {
        actions.stream().filter(Line.Action.class::isInstance).findFirst().ifPresent(this::choose);
    }

    Optional<Line> line() {
        return pickable().stream().filter(line -> Pick.of(line).equals(picked)).findFirst();
    }

    Optional<Line.Action> action() {
        return line().filter(Line.Action.class::isInstance).map(Line.Action.class::cast);
    }

    static int index(RowList<Line> list, Optional<Line> line) {
        return line.map(list::indexOf).orElse(-1);
    }

    private void point() {
        about.set(line().map(line -> switch (line) {
                    case Line.Head _ -> About.NOTHING;
                    case Line.Debt debt -> About.of(debt, minute, words);
                    case Line.Action action -> About.of(action, minute, words);
                })
                .orElse(About.NOTHING));
        keys.set(words.get(action().isPresent() ? "lessons.keys.action" : "lessons.keys"));
        pointed.run();
    }

    /// Told when another line is pointed at.
    void onPointed(Runnable listener) {
        pointed = listener;
    }

    /// What is in sight, in the order of the days.
    List<Lesson.Promise> shown() {
        return actions.stream()
                .filter(Line.Action.class::isInstance)
                .map(line -> ((Line.Action) line).of())
                .sorted(Comparator.comparing(Owed::ends))
                .map(Owed::promise)
                .toList();
    }

    void say(String line) {
        notice.set(line);
        noticeUntil = wall.instant().plus(NOTICE);
    }

    void tick(Instant now) {
        if (now.isAfter(noticeUntil)) {
            notice.set("");
        }
        Instant fresh = now.truncatedTo(ChronoUnit.MINUTES);
        if (!fresh.equals(minute)) {
            minute = fresh;
            draw();
        }
    }

    Words words() {
        return words;
    }

    RowList<Line> debts() {
        return debts;
    }

    RowList<Line> actions() {
        return actions;
    }

    RowList<Chip> chips() {
        return chips;
    }

    public StringProperty filterProperty() {
        return filter;
    }

    ReadOnlyObjectProperty<About> aboutProperty() {
        return about.getReadOnlyProperty();
    }

    About about() {
        return about.get();
    }

    public String getDebtCount() {
        return debtCount.get();
    }

    public ReadOnlyStringProperty debtCountProperty() {
        return debtCount.getReadOnlyProperty();
    }

    public String getActionCount() {
        return actionCount.get();
    }

    public ReadOnlyStringProperty actionCountProperty() {
        return actionCount.getReadOnlyProperty();
    }

    public String getGrouped() {
        return grouped.get();
    }

    public ReadOnlyStringProperty groupedProperty() {
        return grouped.getReadOnlyProperty();
    }

    public String getNotice() {
        return notice.get();
    }

    public ReadOnlyStringProperty noticeProperty() {
        return notice.getReadOnlyProperty();
    }

    public String getNoDebts() {
        return noDebts.get();
    }

    /// What stands where no postmortem is listed; empty while one is.
    public ReadOnlyStringProperty noDebtsProperty() {
        return noDebts.getReadOnlyProperty();
    }

    public String getNoActions() {
        return noActions.get();
    }

    public ReadOnlyStringProperty noActionsProperty() {
        return noActions.getReadOnlyProperty();
    }

    public String getKeys() {
        return keys.get();
    }

    /// What can be done with what is pointed at.
    public ReadOnlyStringProperty keysProperty() {
        return keys.getReadOnlyProperty();
    }
}
