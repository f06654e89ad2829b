package tocsin.ui.board;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.collections.ListChangeListener;
import javafx.fxml.FXML;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import tocsin.app.Pulse;
import tocsin.base.IncidentId;
import tocsin.domain.severity.Severity;
import tocsin.ui.kit.Act;
import tocsin.ui.kit.Screens;
import tocsin.ui.kit.Surroundings;
import tocsin.ui.kit.Words;

/// The severity board: heading with facets, the lines that declare and ask, four columns, one line of keys.
public final class BoardPane implements Gestures {
    private static final double ROW = 29;

    private final BoardModel model;
    private final Screens screens;
    private final Surroundings surroundings;
    private final Consumer<IncidentId> opener;
    private final List<ColumnPane> columns = new ArrayList<>();
    private final DeclarePane declare;
    private final AskPane ask;
    private final Shelf shelf;
    private int last;
    private boolean entered;
    private @Nullable Pulse carried;

    @FXML
    private BorderPane board;

    @FXML
    private VBox top;

    @FXML
    private HBox heading;

    @FXML
    private Label counted;

    @FXML
    private HBox chips;

    @FXML
    private HBox more;

    @FXML
    private Button button;

    @FXML
    private HBox foot;

    @FXML
    private GridPane grid;

    BoardPane(BoardModel model, Screens screens, Surroundings surroundings, Consumer<IncidentId> opener) {
        this.model = model;
        this.screens = screens;
        this.surroundings = surroundings;
        this.opener = opener;
        this.declare = new DeclarePane(model.getDeclare(), screens);
        this.ask = new AskPane(model.getActs().getAsk(), model.getActs()::commit);
        this.shelf = new Shelf(model.getFacets(), screens);
    }

    Parent draw() {
        Parent root = screens.load(this);
        shelf.fill(chips, more);
        return root;
    }

    /// Without the facets, which nobody needs in the first second.
    Parent drawPlain() {
        return screens.load(this);
    }

    /// Keeps the place of the row of types free, so that no column moves when it comes.
    void reserve() {
        boolean types = model.getFacets().getFacets().stream()
                .anyMatch(facet -> facet.facet().ofType() && facet.isOffered());
        more.setMinHeight(types ? ROW : 0);
        more.setManaged(types);
    }

    /// Only what there is to read: for a wall, where nobody stands with a hand on the keys.
    void bare() {
        List.of(chips, more, button, foot).forEach(part -> {
            part.visibleProperty().unbind();
            part.setVisible(false);
            part.setManaged(false);
        });
        board.setMouseTransparent(true);
        board.getStyleClass().add("wall");
    }

    /// What can be done on the board, wherever the focus is.
    List<Act> acts(Words words) {
        String group = words.get("keys.board");
        ActsModel acts = model.getActs();
        var all = new ArrayList<Act>();
        all.add(Act.keyed(group, words.get("act.undo"), "Shortcut+Z", acts::undo)
                .when(() -> !typing()));
        all.add(chosen(group, words.get("act.merge"), "Shortcut+M", acts::merge));
        all.add(chosen(group, words.get("act.unmerge"), "Shortcut+Shift+M", acts::unmerge));
        all.add(chosen(group, words.get("act.link"), "Shortcut+L", acts::link));
        all.add(chosen(group, words.get("act.falsealarm"), "Shortcut+Shift+A", acts::falseAlarm));
        all.add(Act.keyed(group, words.get("act.nameview"), "Shortcut+S", acts::nameView));
        for (Facet facet : Facet.values()) {
            String name = words.get("facet." + facet.name().toLowerCase(Locale.ROOT));
            all.add(Act.keyed(
                    words.get("keys.facets"),
                    name,
                    facet.key(),
                    () -> model.getFacets().toggle(facet)));
        }
        return all;
    }

    private Act chosen(String group, String name, String key, Consumer<Pulse> act) {
        return Act.keyed(group, name, key, () -> chosen().ifPresent(act)).when(() -> !typing() && chosen().isPresent());
    }

    /// A line is open, and its keys are the field's.
    private boolean typing() {
        return model.getDeclare().isOpen() || model.getActs().getAsk().isOpen();
    }

    /// A person came here: the focus goes to the line that is open, else to the first card.
    void enter() {
        entered = true;
        if (model.getDeclare().isOpen()) {
            declare.focus();
        } else if (model.getActs().getAsk().isOpen()) {
            ask.focus();
        } else {
            back();
        }
    }

    void leave() {
        entered = false;
    }

    /// Somebody came here before there was anything to point at.
    void filled() {
        if (entered && at() < 0 && !typing()) {
            back();
            entered = at() < 0;
        }
    }

    @FXML
    void initialize() {
        for (ColumnModel column : model.getColumns()) {
            var pane = new ColumnPane(column, screens, surroundings.wall(), this);
            grid.add(pane.draw(() -> unfold(pane)), columns.size(), 0);
            columns.add(pane);
            column.getCards().addListener((ListChangeListener<CardModel>) _ -> greet());
        }
        var widths = new ColumnWidths(grid, columns, model.aloneProperty());
        board.widthProperty().addListener((_, _, width) -> {
            widths.fit(width.doubleValue());
            boolean room = width.doubleValue() >= Math.max(ColumnWidths.TIGHT, headed()) && !board.isMouseTransparent();
            List.of(chips, more).forEach(part -> {
                part.setVisible(room);
                part.setManaged(room);
            });
        });
        grid.addEventFilter(KeyEvent.KEY_PRESSED, this::walk);
        line(model.getDeclare().openProperty(), declare::draw, declare::focus);
        line(model.getActs().getAsk().openProperty(), () -> ask.draw(screens), ask::focus);
    }

    /// How much the heading needs with its chips; the count beside the title may be cut.
    private double headed() {
        board.applyCss();
        double inner = heading.getChildren().stream()
                .filter(part -> !part.equals(counted))
                .mapToDouble(part -> part.prefWidth(-1) + heading.getSpacing())
                .sum();
        return inner + top.getInsets().getLeft() + top.getInsets().getRight();
    }

    /// Whoever opened the line writes in it; whoever leaves it is back at the card. It is drawn when it is first
    /// opened: the first frame does not wait for what nobody sees.
    private void line(ReadOnlyBooleanProperty line, Supplier<Parent> draw, Runnable focus) {
        var drawn = new ArrayList<Parent>();
        Runnable open = () -> {
            if (drawn.isEmpty()) {
                drawn.add(draw.get());
                top.getChildren().addAll(drawn);
                // A field without its styles takes no keys, and the next one may be waiting already.
                top.applyCss();
            }
            focus.run();
        };
        line.addListener((_, _, now) -> {
            if (now) {
                open.run();
            } else {
                back();
            }
        });
        if (line.get()) {
            open.run();
        }
    }

    private void back() {
        // Its card may have been quicker than the answer.
        if (greet()) {
            return;
        }
        if (columns.get(last).filled()) {
            columns.get(last).focus();
        } else {
            focusFrom(0, 1);
        }
    }

    /// Somebody declared an incident here and waits for its card.
    private boolean greet() {
        Optional<CardModel> card = model.arrived();
        card.ifPresent(here -> {
            last = here.severity().ordinal();
            columns.get(last).select(here);
        });
        return card.isPresent();
    }

    @FXML
    void declare() {
        model.getDeclare().open();
        declare.focus();
    }

    public BoardModel getModel() {
        return model;
    }

    private Optional<Pulse> chosen() {
        return columns.stream()
                .filter(ColumnPane::focused)
                .findFirst()
                .orElse(columns.get(last))
                .selected()
                .map(CardModel::pulse);
    }

    private void unfold(ColumnPane column) {
        column.fold(false);
        grid.requestLayout();
        column.focus();
    }

    /// Left and right go to the next column that holds something; with Ctrl, up and down raise and lower.
    private void walk(KeyEvent key) {
        int at = at();
        if (at >= 0) {
            last = at;
        }
        if (key.isShortcutDown() && key.getCode() == KeyCode.UP) {
            chosen().ifPresent(model.getActs()::raise);
        } else if (key.isShortcutDown() && key.getCode() == KeyCode.DOWN) {
            chosen().ifPresent(model.getActs()::lower);
        } else if (key.getCode() == KeyCode.ENTER && at >= 0) {
            columns.get(at).selected().ifPresent(this::open);
        } else if (key.getCode() == KeyCode.LEFT || key.getCode() == KeyCode.RIGHT) {
            int step = key.getCode() == KeyCode.LEFT ? -1 : 1;
            focusFrom(at + step, step);
        } else {
            return;
        }
        key.consume();
    }

    private int at() {
        for (int index = 0; index < columns.size(); index++) {
            if (columns.get(index).focused()) {
                return index;
            }
        }
        return -1;
    }

    private void focusFrom(int start, int step) {
        for (int at = start; at >= 0 && at < columns.size(); at += step) {
            if (columns.get(at).filled()) {
                last = at;
                unfold(columns.get(at));
                return;
            }
        }
    }

    @Override
    public void open(CardModel card) {
        opener.accept(card.id());
    }

    @Override
    public void lift(CardModel card) {
        carried = card.pulse();
    }

    @Override
    public void hover(Severity level) {
        if (carried != null) {
            model.getActs().preview(carried, level);
        }
    }

    @Override
    public void drop(Severity level) {
        Pulse pulse = carried;
        carried = null;
        if (pulse != null) {
            model.getActs().getFoot().clear();
            model.getActs().move(pulse, level);
        }
    }

    @Override
    public void letGo() {
        if (carried != null) {
            carried = null;
            model.getActs().getFoot().clear();
        }
    }

    @Override
    public boolean carrying() {
        return carried != null;
    }
}
