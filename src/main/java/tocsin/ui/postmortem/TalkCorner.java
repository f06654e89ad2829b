package tocsin.ui.postmortem;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.IndexRange;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import tocsin.app.Safe;
import tocsin.app.postmortem.Template;
import tocsin.domain.incident.Incident;
import tocsin.domain.postmortem.Comment;
import tocsin.domain.postmortem.Talk;
import tocsin.ui.kit.Act;
import tocsin.ui.kit.KeyText;
import tocsin.ui.kit.Words;

/// What people say about the words of the section that is open: a card each at the right, the words marked in the text.
final class TalkCorner implements Bench.Corner {
    static final String COMMENT = "Shortcut+Shift+K";
    static final String SUGGEST = "Shortcut+Shift+E";
    static final String TALK = "Shortcut+Shift+T";
    private static final int MOST_CARDS = 40;

    private final Bench bench;
    private final Words words;
    private final TalkPrompts prompts;
    private final VBox cards = new VBox();
    private final KeyText answer = new KeyText();
    private final Label elsewhere = new Label();
    private final VBox side = new VBox();
    private Talk talk = Talk.NONE;
    private List<Remark> shown = List.of();
    private String section = "";
    private @Nullable Marked marked;

    /// Kept while neither the text nor the talk is another.
    private record Marked(String section, int edits, Talk talk, List<Markdown.Mark> marks) {}

    TalkCorner(Bench bench) {
        this.bench = bench;
        words = bench.words();
        prompts = new TalkPrompts(bench.asking(), bench.writing(), this::jump);
        var head = new Label(words.get("postmortem.comments"));
        head.getStyleClass().add("section-head");
        var gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        var keys = new KeyText();
        keys.getStyleClass().add("small");
        keys.setMinWidth(Region.USE_PREF_SIZE);
        keys.setText(words.get("postmortem.comments.key"));
        var top = new HBox(head, gap, keys);
        top.getStyleClass().add("due-head");
        cards.getStyleClass().add("phrases");
        answer.getStyleClass().add("small");
        answer.setText(words.get("postmortem.comments.answer"));
        elsewhere.getStyleClass().addAll("muted", "small-text");
        elsewhere.setWrapText(true);
        side.getStyleClass().add("phrases");
        side.getChildren().addAll(top, cards, answer, elsewhere);
        bench.editor().editsProperty().addListener(_ -> refill());
    }

    @Override
    public Optional<Parent> side() {
        return Optional.of(side);
    }

    @Override
    public void show(Incident incident) {
        if (!incident.review().talk().equals(talk)) {
            talk = incident.review().talk();
            section = "";
            refill();
            bench.editor().dress();
        }
    }

    @Override
    public List<Act> acts() {
        String group = words.get("keys.postmortem");
        return List.of(
                Act.keyed(group, words.get("postmortem.act.comment"), COMMENT, this::comment),
                Act.keyed(group, words.get("postmortem.act.suggest"), SUGGEST, this::suggest),
                Act.keyed(group, words.get("postmortem.act.talk"), TALK, () -> list("")));
    }

    @Override
    public List<Markdown.Mark> marks(String section, String paragraph, int at) {
        int end = at + paragraph.length();
        return marks(section).stream()
                .filter(mark -> mark.from() < end && mark.to() > at)
                .map(mark -> mark.moved(-at))
                .toList();
    }

    private List<Markdown.Mark> marks(String wanted) {
        int edits = bench.editor().editsProperty().get();
        Marked now = marked;
        if (now == null
                || now.edits() != edits
                || !now.talk().equals(talk)
                || !now.section().equals(wanted)) {
            List<Remark> about = Remark.about(wanted, talk);
            now = new Marked(
                    wanted,
                    edits,
                    talk,
                    about.isEmpty()
                            ? List.of()
                            : TalkMarks.of(about, bench.writing().prose(wanted)));
            marked = now;
        }
        return now.marks();
    }

    private Chosen chosen() {
        IndexRange selected = bench.editor().area().getSelection();
        return new Chosen(bench.writing(), bench.editor().section(), selected.getStart(), selected.getEnd());
    }

    private void comment() {
        Chosen chosen = chosen();
        bench.ask(prompts.comment(chosen, heading(chosen.section())));
    }

    private void suggest() {
        bench.ask(prompts.suggest(chosen()));
    }

    private void list(String draft) {
        if (Remark.about(bench.editor().section(), talk).isEmpty()) {
            bench.say(words.get("postmortem.talk.none"));
        } else {
            bench.ask(prompts.list(bench.editor().section(), draft));
        }
    }

    private void jump(Remark remark) {
        if (remark.section().equals(bench.editor().section())) {
            TalkMarks.Place place = TalkMarks.sight(remark, bench.writing().prose(remark.section()));
            bench.editor().area().selectRange(place.from(), place.to());
            bench.editor().area().requestFollowCaret();
        }
    }

    private String heading(String key) {
        return bench.template()
                .get()
                .section(key)
                .map(Template.Section::heading)
                .orElse(key);
    }

    private void refill() {
        String here = bench.editor().section();
        if (here.equals(section)) {
            return;
        }
        section = here;
        List<Remark> about = Remark.about(here, talk);
        long others = Remark.openBeside(here, talk);
        String note = about.isEmpty() ? words.get("postmortem.comments.none") : "";
        String more = others == 0
                ? ""
                : others == 1
                        ? words.get("postmortem.comments.elsewhere.one")
                        : words.get("postmortem.comments.elsewhere.many", others);
        elsewhere.setText((note + " " + more).strip());
        elsewhere.setVisible(!elsewhere.getText().isEmpty());
        elsewhere.setManaged(elsewhere.isVisible());
        if (!about.equals(shown) || cards.getChildren().isEmpty()) {
            shown = about;
            var nodes = new ArrayList<Node>();
            for (int i = 0; i < Math.min(MOST_CARDS, about.size()); i++) {
                nodes.add(card(i + 1, about.get(i)));
            }
            cards.getChildren().setAll(nodes);
        }
        for (Node node : List.of(cards, answer)) {
            node.setVisible(!about.isEmpty());
            node.setManaged(!about.isEmpty());
        }
    }

    private Node card(int number, Remark remark) {
        var who = new Label(number + "  " + Safe.line(remark.by().name()));
        who.getStyleClass().add("strong");
        who.setMinWidth(Region.USE_PREF_SIZE);
        var on = new Label(on(remark));
        on.getStyleClass().add("muted");
        on.setMinWidth(0);
        var top = new HBox(who, on);
        top.getStyleClass().add("talk-head");
        var card = new VBox(top);
        card.getStyleClass().addAll("phrase", remark.open() ? "talk-open" : "talk-over");
        switch (remark) {
            case Remark.Said(var comment) -> said(card, comment);
            case Remark.Proposed(var made) -> {
                words(card, made.quote(), "talk-out");
                words(card, made.replacement(), "talk-in");
                words(card, made.reason(), "muted");
            }
        }
        card.setOnMouseClicked(_ -> list(number + " "));
        return card;
    }

    private void said(VBox card, Comment comment) {
        words(card, comment.text(), "talk-text");
        comment.replies()
                .forEach(reply -> words(card, Safe.line(reply.by().name()) + ": " + reply.text(), "talk-reply"));
    }

    private static void words(VBox card, String text, String style) {
        if (!text.isEmpty()) {
            String safe = Safe.lines(text);
            var label = new Label(safe);
            label.setWrapText(Reading.wraps(safe));
            label.setMinHeight(Region.USE_PREF_SIZE);
            label.getStyleClass().add(style);
            card.getChildren().add(label);
        }
    }

    private String on(Remark remark) {
        String quote = TalkPrompts.quoted(remark.quote());
        return switch (remark) {
            case Remark.Said(var comment) ->
                !comment.open()
                        ? words.get("postmortem.talk.settled")
                        : quote.isEmpty() ? words.get("postmortem.talk.whole") : words.get("postmortem.talk.on", quote);
            case Remark.Proposed(var made) ->
                switch (made.status()) {
                    case OPEN -> words.get("postmortem.talk.proposes");
                    case ACCEPTED -> words.get("postmortem.talk.accepted");
                    case DECLINED -> words.get("postmortem.talk.declined");
                };
        };
    }
}
