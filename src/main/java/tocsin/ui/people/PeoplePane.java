package tocsin.ui.people;

import java.io.File;
import java.text.Bidi;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.Observable;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.DragEvent;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import tocsin.ui.kit.RowList;
import tocsin.ui.kit.Screens;

/// The people under the line that narrows them, teams and services beside. Arrows point at people while the line keeps
/// the focus; teams and services are reached by Tab.
public final class PeoplePane {
    private static final double ROW = 48;
    private static final int PAGE = 10;

    private final PeopleModel model;
    private final Parent prompt;
    private final Wishes wishes;

    @FXML
    private BorderPane page;

    @FXML
    private VBox middle;

    @FXML
    private TextField filter;

    @FXML
    private ListView<PersonRow> list;

    @FXML
    private VBox teams;

    @FXML
    private VBox services;

    @FXML
    private VBox apart;

    /// What a person asks for by pointing.
    interface Wishes {
        void change();

        void open(SideRow row);

        void take(String file);
    }

    PeoplePane(PeopleModel model, Parent prompt, Wishes wishes) {
        this.model = model;
        this.prompt = prompt;
        this.wishes = wishes;
    }

    Parent draw(Screens screens) {
        return screens.load(this);
    }

    public PeopleModel getModel() {
        return model;
    }

    @FXML
    void initialize() {
        middle.getChildren().add(prompt);
        filter.textProperty().bindBidirectional(model.filterProperty());
        filter.accessibleHelpProperty().bind(model.spokenProperty());
        filter.addEventFilter(KeyEvent.KEY_PRESSED, this::typed);
        list.setItems(model.rows());
        list.setFixedCellSize(ROW);
        list.setCellFactory(_ -> new PersonCell());
        list.setOnMouseClicked(click -> {
            Optional.ofNullable(list.getSelectionModel().getSelectedItem()).ifPresent(row -> model.choose(row.id()));
            filter.requestFocus();
            if (click.getClickCount() > 1) {
                wishes.change();
            }
        });
        model.onPointed(this::point);
        List<VBox> places = List.of(teams, services, apart);
        for (int side = 0; side < places.size(); side++) {
            fill(places.get(side), model.sides().get(side));
        }
        page.addEventHandler(DragEvent.DRAG_OVER, this::over);
        page.addEventHandler(DragEvent.DRAG_DROPPED, this::dropped);
        point();
    }

    void focus() {
        filter.requestFocus();
    }

    boolean onFilter() {
        return filter.isFocused();
    }

    /// The team or service that has the focus.
    Optional<SideRow> side() {
        return List.of(teams, services).stream()
                .flatMap(place -> place.getChildren().stream())
                .filter(Node::isFocused)
                .map(node -> (SideRow) node.getUserData())
                .findFirst();
    }

    private void point() {
        int index = model.index();
        list.getSelectionModel().clearSelection();
        if (index >= 0) {
            list.getSelectionModel().select(index);
            double rows = list.getHeight() / ROW;
            list.scrollTo((int) Math.max(0, index - rows / 2));
        }
    }

    private void fill(VBox place, RowList<SideRow> rows) {
        Consumer<RowList<SideRow>> draw =
                now -> place.getChildren().setAll(now.stream().map(this::row).toList());
        rows.addListener((Observable _) -> draw.accept(rows));
        draw.accept(rows);
    }

    private Node row(SideRow row) {
        var name = new Label(row.name());
        name.getStyleClass().add(row.kind() == SideRow.Kind.APART ? "strong" : "side-name");
        var note = new Label(row.note());
        note.getStyleClass().addAll("muted", "small-text");
        // The toolkit fails when it breaks a line that is read from the right.
        note.setWrapText(row.kind() == SideRow.Kind.APART
                && !Bidi.requiresBidi(row.note().toCharArray(), 0, row.note().length()));
        var box = new VBox(name, note);
        box.setMinWidth(0);
        var button = new Button();
        button.setGraphic(box);
        button.setUserData(row);
        button.getStyleClass().setAll(row.kind() == SideRow.Kind.APART ? "clash-card" : "side-row");
        button.setMaxWidth(Double.MAX_VALUE);
        button.setMinHeight(Region.USE_PREF_SIZE);
        button.setAccessibleText(row.spoken());
        button.setOnAction(_ -> wishes.open(row));
        return button;
    }

    private void typed(KeyEvent key) {
        int step = switch (key.getCode()) {
            case UP -> -1;
            case DOWN -> 1;
            case PAGE_UP -> -PAGE;
            case PAGE_DOWN -> PAGE;
            default -> 0;
        };
        if (step != 0) {
            model.move(step);
            key.consume();
        }
    }

    private void over(DragEvent drag) {
        if (drag.getDragboard().hasFiles()) {
            drag.acceptTransferModes(TransferMode.COPY);
            drag.consume();
        }
    }

    private void dropped(DragEvent drag) {
        List<File> files = drag.getDragboard().getFiles();
        if (!files.isEmpty()) {
            wishes.take(files.getFirst().getPath());
        }
        drag.setDropCompleted(!files.isEmpty());
        drag.consume();
    }
}
