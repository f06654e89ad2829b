package tocsin.ui.postmortem;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.Observable;
import javafx.css.PseudoClass;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.skin.VirtualFlow;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import tocsin.publish.paper.Block;
import tocsin.ui.kit.LineBox;
import tocsin.ui.kit.LineBoxes;
import tocsin.ui.kit.RowList;
import tocsin.ui.kit.Screens;

/// Where the parts of a postmortem stand: its sections at the left, the text in the middle with what it will look like
/// beside it, what the closing waits for at the right.
public final class PostmortemPane implements VersionsCorner.Frame {
    private static final PseudoClass HERE = PseudoClass.getPseudoClass("here");
    private static final PseudoClass HEADING = PseudoClass.getPseudoClass("heading");
    private static final PseudoClass HELD = PseudoClass.getPseudoClass("held");
    /// Narrower than this, the text and its look do not stand side by side.
    private static final double BOTH = 1240;
    private static final double SIDES = 820;
    /// So many rows of the outline stay in sight above the one that is open.
    private static final int ABOVE = 3;

    private final PostmortemModel model;
    private final Wishes wishes;
    private final BlockNodes blocks;
    private final RowList<Block> look = new RowList<>();
    private final List<Row> rows = new ArrayList<>();
    private @Nullable FigurePane figures;
    private String here = "";
    private List<OutlineRow> outlined = List.of();
    private View view = View.BOTH;
    private @Nullable Region cover;
    private @Nullable Node coverPlace;

    @FXML
    private BorderPane frame;

    @FXML
    private VBox top;

    @FXML
    private HBox desk;

    @FXML
    private VBox middle;

    @FXML
    private ListView<OutlineRow> outline;

    @FXML
    private ListView<Block> preview;

    @FXML
    private Region left;

    @FXML
    private Region right;

    @FXML
    private VBox stops;

    @FXML
    private Label saved;

    @FXML
    private VBox sides;

    @FXML
    private VBox wording;

    /// What stands in the middle.
    enum View {
        BOTH,
        TEXT,
        LOOK;

        View next() {
            return values()[(ordinal() + 1) % values().length];
        }
    }

    /// Whether two things have room beside one another.
    enum Width {
        WIDE,
        NARROW
    }

    /// What a click asks for.
    interface Wishes {
        void open(String section);

        void fix(String gate);

        void step();

        /// The next phrase of blame from this place on.
        void wording(int from);
    }

    PostmortemPane(PostmortemModel model, Wishes wishes, BlockNodes blocks) {
        this.model = model;
        this.wishes = wishes;
        this.blocks = blocks;
    }

    Parent draw(Screens screens, Parent editor, Parent prompt) {
        Parent root = screens.load(this);
        HBox.setHgrow(editor, Priority.ALWAYS);
        if (editor instanceof Region region) {
            region.setMinWidth(0);
            region.setPrefWidth(500);
        }
        desk.getChildren().addFirst(editor);
        middle.getChildren().addLast(prompt);
        frame.widthProperty().addListener(_ -> fit());
        return root;
    }

    /// The figures stand where the text and its look do, one or the other.
    void figures(FigurePane pane, Parent root) {
        figures = pane;
        HBox.setHgrow(root, Priority.ALWAYS);
        desk.getChildren().add(root);
        fit();
    }

    @FXML
    void initialize() {
        outline.setItems(model.outline());
        outline.setCellFactory(_ -> new Row());
        outline.setOnMouseClicked(_ -> {
            OutlineRow chosen = outline.getSelectionModel().getSelectedItem();
            if (chosen != null && chosen.isPlace()) {
                wishes.open(chosen.key());
            }
        });
        preview.setItems(look);
        preview.setCellFactory(_ -> new Piece());
        var _ = new LineBoxes(stops, LineBox.Side.NAME, model.stops(), wishes::fix);
        model.phrases().addListener((Observable _) -> wording());
        wording();
        model.heldProperty().addListener((_, _, held) -> saved.pseudoClassStateChanged(HELD, held));
    }

    private void wording() {
        wording.getChildren().setAll(model.phrases().stream().map(this::card).toList());
    }

    private Node card(PostmortemModel.Phrase phrase) {
        var found = new Label(phrase.found());
        found.getStyleClass().add("phrase-found");
        var kind = new Label(phrase.kind());
        kind.getStyleClass().addAll("muted", "small-text");
        var better = new Label(phrase.better());
        better.getStyleClass().add("phrase-better");
        better.setWrapText(Reading.wraps(phrase.better()));
        var card = new VBox(found, kind, better);
        card.getStyleClass().add("phrase");
        card.setOnMouseClicked(_ -> wishes.wording(phrase.from()));
        return card;
    }

    @FXML
    void step() {
        wishes.step();
    }

    /// Shape and colour of the level. On the header alone: every node below takes its styles anew.
    void level(String style) {
        if (!top.getStyleClass().contains(style)) {
            top.getStyleClass().removeIf(each -> each.startsWith("sev-"));
            top.getStyleClass().add(style);
        }
    }

    /// Which section is being written. Told at every fact; only another place, or another outline, is shown anew.
    void here(String section) {
        if (section.isEmpty() || (section.equals(here) && model.outline().equals(outlined))) {
            return;
        }
        here = section;
        outlined = List.copyOf(model.outline());
        fit();
        rows.forEach(Row::here);
        for (int i = 0; i < model.outline().size(); i++) {
            if (model.outline().get(i).key().equals(section)) {
                outline.getSelectionModel().select(i);
                if (!inSight(i)) {
                    outline.scrollTo(Math.max(0, i - ABOVE));
                }
            }
        }
    }

    /// To scroll makes every row anew, which a list that shows the row need not. One that was never laid out begins at
    /// its top.
    private boolean inSight(int row) {
        if (!(outline.lookup(".virtual-flow") instanceof VirtualFlow<?> flow) || flow.getLastVisibleCell() == null) {
            return row <= ABOVE;
        }
        return flow.getFirstVisibleCell().getIndex() < row
                && row < flow.getLastVisibleCell().getIndex();
    }

    void look(List<Block> shown) {
        look.show(shown);
    }

    /// Another section at the right, above what the closing waits for.
    void beside(Parent side) {
        sides.getChildren().add(sides.getChildren().size() - 1, side);
    }

    /// Shows something else where the text stands; the focus belongs to that place then.
    @Override
    public void cover(Region view, Node place) {
        uncover();
        cover = view;
        coverPlace = place;
        middle.getChildren().add(middle.getChildren().indexOf(desk), view);
        show(desk, false);
    }

    @Override
    public void uncover() {
        middle.getChildren().remove(cover);
        cover = null;
        coverPlace = null;
        show(desk, true);
    }

    Optional<Node> covered() {
        return Optional.ofNullable(coverPlace);
    }

    /// Something under the header, from edge to edge.
    void above(Parent strip) {
        top.getChildren().add(strip);
    }

    /// A picture has arrived.
    void lookAgain() {
        preview.refresh();
    }

    void turnView() {
        view = view.next();
        fit();
    }

    View view() {
        return view;
    }

    private void fit() {
        boolean wide = frame.getWidth() >= BOTH || frame.getWidth() == 0;
        Node editor = desk.getChildren().getFirst();
        boolean text = view != View.LOOK;
        boolean look = view == View.LOOK || (view == View.BOTH && wide);
        FigurePane figure = figures;
        boolean drawing = figure != null && OutlineRow.figure(here).isPresent();
        show(editor, text && !drawing);
        show(preview, look && !drawing);
        if (figure != null) {
            show(desk.getChildren().getLast(), drawing);
            figure.fit(view, wide ? Width.WIDE : Width.NARROW);
        }
        boolean sides = frame.getWidth() >= SIDES || frame.getWidth() == 0;
        show(left, sides);
        show(right, sides);
    }

    private static void show(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }

    public PostmortemModel getModel() {
        return model;
    }

    Consumer<String> notices() {
        return model::say;
    }

    private final class Row extends ListCell<OutlineRow> {
        private final Label name = new Label();
        private final Label note = new Label();
        private final Region shape = new Region();
        private final Region gap = new Region();
        private final HBox box = new HBox(name, gap, note, shape);

        Row() {
            box.getStyleClass().add("outline-row");
            name.getStyleClass().add("outline-name");
            note.getStyleClass().add("outline-note");
            shape.getStyleClass().add("outline-shape");
            name.setMinWidth(0);
            setPrefWidth(0);
            rows.add(this);
            note.setMinWidth(USE_PREF_SIZE);
            HBox.setHgrow(gap, Priority.ALWAYS);
        }

        @Override
        protected void updateItem(OutlineRow row, boolean empty) {
            super.updateItem(row, empty);
            if (row == null || empty) {
                setGraphic(null);
                setAccessibleText("");
                pseudoClassStateChanged(HERE, false);
                pseudoClassStateChanged(HEADING, false);
                return;
            }
            name.setText(row.heading());
            pseudoClassStateChanged(HEADING, row.kind() == OutlineRow.Kind.HEADING);
            setMouseTransparent(row.kind() == OutlineRow.Kind.HEADING);
            note.setText(row.note());
            getStyleClass().removeIf(style -> style.startsWith("mark-"));
            getStyleClass().add("mark-" + row.mark().name().toLowerCase(Locale.ROOT));
            shape.setVisible(row.mark() != OutlineRow.Mark.EMPTY);
            shape.setManaged(row.mark() != OutlineRow.Mark.EMPTY);
            here();
            setAccessibleText(row.heading() + " " + row.note());
            setGraphic(box);
        }

        private void here() {
            OutlineRow row = getItem();
            pseudoClassStateChanged(HERE, row != null && row.key().equals(here));
        }
    }

    private final class Piece extends ListCell<Block> {
        Piece() {
            getStyleClass().add("paper-cell-row");
            // As wide as the list, so that words break and nothing scrolls sideways.
            setPrefWidth(0);
        }

        /// As high as it is at this width, which a cell does not reckon by itself: a drawing shrinks with its width.
        @Override
        protected double computePrefHeight(double width) {
            Node graphic = getGraphic();
            double sides = snappedLeftInset() + snappedRightInset();
            return graphic == null || width < 0
                    ? super.computePrefHeight(width)
                    : snappedTopInset() + graphic.prefHeight(width - sides) + snappedBottomInset();
        }

        @Override
        protected void updateItem(Block block, boolean empty) {
            super.updateItem(block, empty);
            setGraphic(block == null || empty ? null : blocks.node(block));
        }
    }
}
