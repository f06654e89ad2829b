package tocsin.ui.timeline;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import javafx.application.Platform;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import tocsin.base.FactId;
import tocsin.domain.incident.IncidentCommand;
import tocsin.domain.timeline.Attachment;
import tocsin.domain.timeline.Entry;
import tocsin.domain.timeline.EntryKind;
import tocsin.ui.kit.Act;
import tocsin.ui.kit.Prompt;
import tocsin.ui.kit.Screens;
import tocsin.ui.kit.Words;
import tocsin.ui.sight.Deeds;
import tocsin.ui.sight.Part;
import tocsin.ui.sight.Sight;

/// The live timeline with the line that is always ready. Arrows point at entries while the line keeps the focus.
public final class TimelinePane implements Part {
    private static final int PAGE = 12;

    private final TimelineModel model;
    private final Excerpt excerpt;
    private final EntryModel entry;
    private final IntakeModel intake;
    private final Deeds deeds;
    private final Words words;
    private final EntryPrompts prompts;
    private final InstantSource wall;
    private final Parent root;
    private Optional<Sight> sight = Optional.empty();
    private Optional<FactId> revealed = Optional.empty();
    private final Foot foot = new Foot();

    @FXML
    private VBox box;

    @FXML
    private ListView<Row> list;

    @FXML
    private EntryField line;

    public TimelinePane(
            TimelineModel model,
            EntryModel entry,
            IntakeModel intake,
            Deeds deeds,
            InstantSource wall,
            Words words,
            Screens screens) {
        this.model = model;
        this.excerpt = model.excerpt();
        this.entry = entry;
        this.intake = intake;
        this.deeds = deeds;
        this.wall = wall;
        this.words = words;
        this.prompts = new EntryPrompts(deeds, words);
        this.root = screens.load(this);
    }

    @FXML
    void initialize() {
        line.textProperty().bindBidirectional(entry.textProperty());
        line.addEventFilter(KeyEvent.KEY_PRESSED, this::typed);
        line.onPaste(board -> into(line, intake.paste(Parcel.of(board))));
        new DropPlace(this::open, intake, words -> into(line, words)).stand(box);
        list.setItems(excerpt.shown());
        var pictures = new Thumbnails(intake::open, intake.screen(), words);
        list.setCellFactory(_ -> new RowCell(model, pictures, this::isNews));
        list.setOnMouseClicked(_ -> {
            int place = list.getSelectionModel().getSelectedIndex();
            model.choose(place < 0 ? -1 : excerpt.rowAt(place));
            point();
            line.requestFocus();
        });
        foot.hold(list, this::slide);
        VBox.setVgrow(foot, Priority.ALWAYS);
        box.getChildren().add(2, foot);
    }

    private static void into(EntryField line, String words) {
        if (!words.isEmpty()) {
            line.replaceSelection(words);
        }
    }

    /// What others wrote is tinted for a second, unless somebody wants nothing to move.
    private boolean isNews(Entry each) {
        return model.arrived(each.id())
                && !each.by().equals(deeds.operator())
                && !Platform.getPreferences().isReducedMotion();
    }

    /// Nothing is taken in while the past is shown.
    private boolean open() {
        return sight.isPresent() && sight.get().past().isEmpty();
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public void show(Sight fresh) {
        if (!sight.map(Sight::past).equals(Optional.of(fresh.past()))) {
            model.turn();
        }
        sight = Optional.of(fresh);
        entry.zone(fresh.zone());
        model.untouched(!fresh.isPast()
                && fresh.incident().timeline().entries().stream().allMatch(each -> each.kind() == EntryKind.SYSTEM));
    }

    /// The rows that belong to the picture.
    public void show(Rows rows) {
        // Whoever reads further up stays where they are.
        boolean atFoot = model.chosen() < 0 && excerpt.atEnd() && foot.atFoot();
        List<Foot.Anchor> reading = atFoot ? List.of() : foot.anchors();
        model.show(rows, sight.map(Sight::zone).orElse(java.time.ZoneOffset.UTC));
        select();
        if (atFoot) {
            toFoot();
        } else {
            stay(reading);
        }
        revealNow();
    }

    private void select() {
        int place = model.chosen() < 0 ? -1 : excerpt.placeOf(model.chosen());
        if (place >= 0 && place < excerpt.shown().size()) {
            list.getSelectionModel().select(place);
        } else {
            list.getSelectionModel().clearSelection();
        }
    }

    /// Whatever came above or below, what is being read stays where it is.
    private void stay(List<Foot.Anchor> reading) {
        for (Foot.Anchor anchor : reading) {
            int place = excerpt.find(anchor.row());
            if (place >= 0) {
                foot.hold(place, anchor.y());
                return;
            }
        }
    }

    /// Somebody scrolled close to where the rows that are laid out end, and others do not.
    private void slide(int place) {
        List<Foot.Anchor> reading = foot.anchors();
        if (excerpt.reach(excerpt.rowAt(place))) {
            select();
            stay(reading);
        }
    }

    @Override
    public void tick(Instant now) {
        // Nothing here runs with the time: what is late was late when it was written.
    }

    @Override
    public List<Act> acts() {
        String group = words.get("keys.timeline");
        return List.of(
                chosen(group, "act.correct", "Shortcut+E", this::correct),
                chosen(group, "act.strike", "Shortcut+D", (_, chosen) -> prompts.strike(chosen)),
                respond(group),
                Act.keyed(group, words.get("act.pin"), "Shortcut+P", this::pin)
                        .when(() -> model.chosenEntry().isPresent()),
                Act.keyed(group, words.get("act.system"), "Shortcut+Shift+S", model::toggleSystem),
                Act.keyed(
                        group,
                        words.get("act.sift"),
                        "Shortcut+Shift+F",
                        () -> deeds.ask(new SievePrompt(model, words))),
                Act.keyed(group, words.get("act.jump"), "Shortcut+Shift+J", () -> deeds.ask(jump())),
                Act.keyed(group, words.get("act.first"), "Shortcut+Home", () -> go(model::chooseFirst)),
                Act.keyed(group, words.get("act.last"), "Shortcut+End", () -> go(() -> model.choose(-1))),
                Act.keyed(group, words.get("act.attach"), "Shortcut+Shift+I", () -> deeds.ask(intake.attach())),
                Act.named(group, words.get("act.csv"), () -> deeds.ask(intake.csv())),
                Act.named(group, words.get("act.save"), () -> deeds.ask(intake.save(files())))
                        .when(() -> !files().isEmpty()));
    }

    private Prompt jump() {
        return new JumpPrompt(model, wall.instant(), words, this::point);
    }

    private void go(Runnable choice) {
        choice.run();
        point();
    }

    private List<Attachment> files() {
        return model.chosenEntry().map(RowFiles::of).orElse(List.of());
    }

    private Act chosen(String group, String key, String keys, BiFunction<Sight, Entry, Prompt> prompt) {
        return Act.keyed(
                        group,
                        words.get(key),
                        keys,
                        () -> sight.ifPresent(
                                now -> model.chosenEntry().ifPresent(chosen -> deeds.ask(prompt.apply(now, chosen)))))
                .when(() -> model.chosenEntry().isPresent());
    }

    private Act respond(String group) {
        return Act.keyed(
                        group,
                        words.get("act.respond"),
                        "Shortcut+R",
                        () -> response().ifPresent(deeds::ask))
                .when(() -> response().isPresent());
    }

    private Optional<Prompt> response() {
        return sight.flatMap(now -> model.chosenEntry()
                .flatMap(chosen -> prompts.respond(chosen, now.incident().timeline())));
    }

    private Prompt correct(Sight now, Entry chosen) {
        return prompts.correct(chosen, wall.instant(), now.zone());
    }

    private void pin() {
        model.chosenEntry().ifPresent(chosen -> {
            var _ = deeds.act(
                    chosen.pinned()
                            ? new IncidentCommand.UnpinEntry(chosen.id())
                            : new IncidentCommand.PinEntry(chosen.id()));
        });
    }

    /// Points at this entry now, or when its rows have come.
    public void reveal(FactId wanted) {
        revealed = Optional.of(wanted);
        revealNow();
    }

    private void revealNow() {
        revealed.filter(model::choose).ifPresent(_ -> {
            revealed = Optional.empty();
            point();
        });
    }

    public void focus() {
        line.requestFocus();
    }

    public EntryModel entry() {
        return entry;
    }

    public IntakeModel getIntake() {
        return intake;
    }

    public EntryModel getEntry() {
        return entry;
    }

    public TimelineModel getModel() {
        return model;
    }

    @FXML
    void commit() {
        if (entry.textProperty().get().isEmpty() && !files().isEmpty()) {
            deeds.ask(intake.save(files()));
            return;
        }
        entry.commit();
        model.choose(-1);
        point();
    }

    private void typed(KeyEvent key) {
        boolean moved = switch (key.getCode()) {
            case UP -> plain(key) && move(-1);
            case DOWN -> plain(key) && move(1);
            case PAGE_UP -> move(-PAGE);
            case PAGE_DOWN -> move(PAGE);
            case ESCAPE -> model.chosen() >= 0 ? leave() : model.unsift();
            default -> false;
        };
        if (moved) {
            key.consume();
        }
    }

    private static boolean plain(KeyEvent key) {
        return !key.isShortcutDown() && !key.isAltDown() && !key.isShiftDown() && !key.isControlDown();
    }

    private boolean move(int step) {
        model.move(step);
        point();
        return true;
    }

    private boolean leave() {
        model.choose(-1);
        point();
        return true;
    }

    private void point() {
        int chosen = model.chosen();
        if (chosen < 0) {
            select();
            toFoot();
        } else {
            foot.release();
            excerpt.reach(chosen);
            select();
            list.scrollTo(Math.max(0, excerpt.placeOf(chosen) - 4));
        }
    }

    private void toFoot() {
        excerpt.toEnd();
        foot.follow();
    }
}
