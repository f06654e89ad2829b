package tocsin.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static tocsin.ui.Keyboard.focusOn;
import static tocsin.ui.Keyboard.press;
import static tocsin.ui.Keyboard.type;

import java.util.List;
import org.junit.jupiter.api.Test;
import tocsin.base.FactId;
import tocsin.domain.analysis.AnalysisFact.NodeAdded;
import tocsin.domain.analysis.AnalysisFact.NodeChanged;
import tocsin.domain.analysis.Figure;
import tocsin.domain.analysis.Held;
import tocsin.domain.analysis.Join;
import tocsin.domain.analysis.Node;
import tocsin.domain.incident.IncidentCommand;
import tocsin.domain.timeline.EntryKind;
import tocsin.journal.JournalException;

/// Each of the six figures is drawn by keys alone.
class FiguresJourneyTest extends PaperJourney {
    @Test
    void fiveWhysGoDownBranchAndEndAtARule() throws Exception {
        write("Orders fail");
        figure("Five whys", "Enter", "Orders twice");
        part("Enter", "Two writers");
        part("Enter", "A flag starts both");
        part("Enter", "Nobody lists the flags");
        part("Enter", "PAY-07 is silent");
        mark("a rule", 1);
        press("Up");
        press("Up");
        part("Shift+Enter", "No key per order");
        List<Node> whys = nodes(Figure.WHYS);
        assertThat(whys).hasSize(6);
        assertThat(whys)
                .filteredOn(node -> node.text().equals("PAY-07 is silent"))
                .allMatch(node -> node.content().endsAtARule() && node.depth() == 4);
        assertThat(whys)
                .filteredOn(node -> node.text().equals("No key per order"))
                .hasSize(1);
        assertThat(whys.stream().map(Node::parent).distinct().count()).isLessThan(6);
    }

    @Test
    void causesStandOnBones() throws Exception {
        write("Orders fail");
        figure("Fishbone", "Enter", "config: a pool of 50");
        part("Enter", "det: no alarm");
        part("Shift+Enter", "nobody owns it");
        assertThat(nodes(Figure.FISHBONE))
                .extracting(Node::text)
                .containsExactly("a pool of 50", "no alarm", "nobody owns it");
    }

    @Test
    void aFaultTreeJoinsWhatBringsItAbout() throws Exception {
        write("Orders fail");
        figure("Fault tree", "Enter", "Checkout down");
        part("Enter", "pool dry");
        part("Enter", "retry storm");
        press("Home");
        mark("and", 1);
        assertThat(nodes(Figure.FAULT).getFirst().content().join()).contains(Join.AND);
        assertThat(nodes(Figure.FAULT)).hasSize(3);
    }

    @Test
    void rowsOfChangeAndBarrierAreForms() throws Exception {
        write("Orders fail");
        open("Barrier analysis");
        form(List.of("Canary", "stop it early", "bypassed", "the flag was global"));
        assertThat(nodes(Figure.BARRIER).getFirst().content().held()).contains(Held.BYPASSED);
        open("Change analysis");
        form(List.of("app", "4.11", "4.12", "yes"));
        assertThat(nodes(Figure.CHANGE).getFirst().content().cells()).containsExactly("4.11", "4.12");
    }

    @Test
    void aFactorHasItsKindItsPartAndTheLineThatShowsIt() throws Exception {
        write("Orders fail");
        done(Given.ANA, new IncidentCommand.AddEntry(EntryKind.NOTE, "dashboard shows no order count"));
        FactId line = now().timeline().entries().getLast().id();
        open("Factors");
        press("Enter");
        soon().until(() -> asked("What contributed?"));
        type("Nothing counts orders");
        press("Enter");
        soon().until(() -> asked("What kind of thing was it?"));
        type("gap in det");
        press("Enter");
        soon().until(() -> asked("Which part did it play?"));
        type("was wait");
        press("Enter");
        last(NodeAdded.class, 1);
        soon().until(() -> focusOn("figure-parts"));

        press("V");
        soon().until(() -> focusOn("prompt-line"));
        type("no order count");
        awaitReading(".prompt-head .muted", "Shown by: dashboard shows");
        press("Enter");
        assertThat(last(NodeChanged.class, 1).to().evidence()).contains(line);
        soon().until(() -> focusOn("figure-parts"));
        soon().until(() -> now().analysis()
                .figure(Figure.FACTORS)
                .getFirst()
                .content()
                .evidence()
                .isPresent());

        press("V");
        soon().until(() -> focusOn("prompt-line"));
        type("-");
        awaitReading(".prompt-head .muted", "Nothing shows it any more");
        press("Enter");
        assertThat(last(NodeChanged.class, 2).to().evidence()).isEmpty();
    }

    private void open(String name) {
        press("F2");
        soon().until(() -> focusOn("prompt-line"));
        type(name);
        press("Enter");
        soon().until(() -> focusOn("figure-parts"));
    }

    private void figure(String name, String key, String words) throws JournalException {
        open(name);
        part(key, words);
    }

    private void part(String key, String words) throws JournalException {
        int before = facts(NodeAdded.class).size();
        press(key);
        soon().until(() -> focusOn("prompt-line"));
        press("Ctrl+A");
        type(words);
        awaitReading(".prompt-head .muted", "Add it");
        press("Enter");
        last(NodeAdded.class, before + 1);
        soon().until(() -> focusOn("figure-parts"));
        String said = words.contains(": ") ? words.substring(words.indexOf(": ") + 2) : words;
        soon().until(() -> Keyboard.onScreen(() -> chosen().contains("text=" + said + ",")));
    }

    private static String chosen() {
        var list = (javafx.scene.control.ListView<?>)
                javafx.stage.Window.getWindows().getLast().getScene().lookup(".figure-parts");
        Object row = list.getSelectionModel().getSelectedItem();
        return row == null ? "" : row.toString();
    }

    private void mark(String words, int count) throws JournalException {
        press("M");
        soon().until(() -> focusOn("prompt-line"));
        type(words);
        awaitReading(".prompt-head .muted", "Mark it");
        press("Enter");
        last(NodeChanged.class, count);
        soon().until(() -> focusOn("figure-parts"));
    }

    private void form(List<String> rows) throws JournalException {
        int before = facts(NodeAdded.class).size();
        press("Enter");
        soon().until(() -> focusOn("prompt-line"));
        for (String row : rows) {
            type(row);
            press("Tab");
        }
        awaitReading(".prompt-head .muted", "Add it");
        press("Ctrl+Enter");
        last(NodeAdded.class, before + 1);
        soon().until(() -> focusOn("figure-parts"));
    }

    private List<Node> nodes(Figure figure) throws JournalException {
        return now().analysis().figure(figure);
    }
}
