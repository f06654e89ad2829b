package tocsin.ui.postmortem;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import javafx.fxml.FXML;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import tocsin.ui.kit.Screens;
import tocsin.ui.kit.Words;

/// The strip of a review meeting and its notes at the right. Not there while nobody meets.
public final class MeetingPane {
    private static final int MOST_LINES = 12;

    private final Words words;
    private final Consumer<String> noted;
    private final Consumer<String> typed;
    private final Executor screen;
    private final VBox side = new VBox();
    private final List<Bar> bars = new ArrayList<>();
    private MeetingModel.Notes shown = new MeetingModel.Notes(List.of(), List.of());

    @FXML
    private VBox strip;

    @FXML
    private Label place;

    @FXML
    private Label name;

    @FXML
    private Label says;

    @FXML
    private Label left;

    @FXML
    private Label whole;

    @FXML
    private HBox segments;

    @FXML
    private TextField note;

    /// @param noted a line that is to be written down
    /// @param typed what stands in the line, at every key
    /// @param screen does what has to wait until the toolkit is done with what it does now
    MeetingPane(Words words, Consumer<String> noted, Consumer<String> typed, Executor screen) {
        this.words = words;
        this.screen = screen;
        this.noted = noted;
        this.typed = typed;
        side.getStyleClass().add("meeting-side");
    }

    Parent draw(Screens screens) {
        return screens.load(this);
    }

    @FXML
    void initialize() {
        note.textProperty().addListener((_, _, text) -> typed.accept(text));
        // The toolkit chooses all of a field that gets the focus; the next key would take away what stands there.
        note.focusedProperty().addListener((_, _, _) -> screen.execute(this::unchoose));
        note.skinProperty().addListener((_, _, _) -> screen.execute(this::unchoose));
    }

    private void unchoose() {
        if (note.getSelection().getLength() == note.getLength()) {
            note.end();
        }
    }

    @FXML
    void commit() {
        noted.accept(note.getText());
    }

    Parent side() {
        return side;
    }

    void focus() {
        note.requestFocus();
        note.end();
    }

    void note(String text) {
        note.setText(text);
        note.end();
    }

    /// On disk; what was typed meanwhile stays.
    void written(String line) {
        if (note.getText().equals(line)) {
            note.clear();
        }
    }

    void show(Optional<MeetingModel.Strip> meeting, MeetingModel.Notes notes) {
        show(strip, meeting.isPresent());
        show(
                side,
                meeting.isPresent()
                        && !(notes.parked().isEmpty() && notes.noted().isEmpty()));
        meeting.ifPresent(this::show);
        if (!notes.equals(shown)) {
            shown = notes;
            var nodes = new ArrayList<Node>();
            lines(nodes, "postmortem.meeting.parked", notes.parked());
            lines(nodes, "postmortem.meeting.notes", notes.noted());
            side.getChildren().setAll(nodes);
        }
    }

    private void show(MeetingModel.Strip now) {
        place.setText(now.place());
        name.setText(now.name());
        says.setText(now.says());
        left.setText(now.left());
        whole.setText(now.whole());
        tone(left, now.time());
        tone(whole, now.wholeTime());
        if (bars.size() != now.segments().size()) {
            bars.clear();
            now.segments().forEach(_ -> bars.add(new Bar()));
            segments.getChildren().setAll(bars);
        }
        for (int i = 0; i < bars.size(); i++) {
            bars.get(i).show(now.segments().get(i));
        }
    }

    private static void tone(Node node, MeetingModel.Time time) {
        String style = "time-" + MeetingModel.lower(time.name());
        if (!node.getStyleClass().contains(style)) {
            node.getStyleClass().removeIf(each -> each.startsWith("time-"));
            node.getStyleClass().add(style);
        }
    }

    private void lines(List<Node> nodes, String head, List<String> lines) {
        if (lines.isEmpty()) {
            return;
        }
        var over = new Label(words.get(head));
        over.getStyleClass().add("section-head");
        var box = new VBox(over);
        lines.stream().limit(MOST_LINES).forEach(line -> {
            var label = new Label(line);
            label.setWrapText(Reading.wraps(line));
            label.setMinHeight(Region.USE_PREF_SIZE);
            label.getStyleClass().add("meeting-line");
            box.getChildren().add(label);
        });
        if (lines.size() > MOST_LINES) {
            var more = new Label(words.get("postmortem.wording.more", lines.size() - MOST_LINES));
            more.getStyleClass().addAll("muted", "small-text");
            box.getChildren().add(more);
        }
        nodes.add(box);
    }

    private static void show(Node node, boolean shown) {
        node.setVisible(shown);
        node.setManaged(shown);
    }

    /// One point of the agenda: what it is called and how much of its time is used.
    private static final class Bar extends VBox {
        private final Label name = new Label();
        private final Region used = new Region();
        private final StackPane track = new StackPane(used);
        private double share;

        Bar() {
            getStyleClass().add("meeting-segment");
            track.getStyleClass().add("meeting-track");
            used.getStyleClass().add("meeting-used");
            used.setManaged(false);
            track.layoutBoundsProperty().addListener(_ -> fit());
            setMinWidth(0);
            setPrefWidth(100);
            HBox.setHgrow(this, Priority.ALWAYS);
            getChildren().addAll(track, name);
        }

        void show(MeetingModel.Segment segment) {
            name.setText(segment.name());
            share = segment.share();
            getStyleClass().removeIf(style -> style.startsWith("stage-"));
            getStyleClass().add("stage-" + MeetingModel.lower(segment.stage().name()));
            tone(this, segment.time());
            fit();
        }

        private void fit() {
            used.resizeRelocate(0, 0, track.getWidth() * share, track.getHeight());
        }
    }
}
