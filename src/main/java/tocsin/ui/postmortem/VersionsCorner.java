package tocsin.ui.postmortem;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import javafx.scene.Node;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import tocsin.app.postmortem.Comparison;
import tocsin.app.postmortem.Template;
import tocsin.base.DeskId;
import tocsin.domain.Recorded;
import tocsin.domain.incident.Incident;
import tocsin.domain.prose.Manuscript;
import tocsin.journal.JournalException;
import tocsin.ui.kit.Act;
import tocsin.ui.kit.Words;
import tocsin.ui.sight.Telling;

/// Opens the document as it stood at a past moment beside the one of now. Facts are read and texts compared away from
/// the
/// screen; what comes back is words to be read, and the way of a passage into the present is an edit like any other.
final class VersionsCorner implements Bench.Corner {
    private static final long PAUSE_MILLIS = 120;

    private final Bench bench;
    private final Words words;
    private final DeskId desk;
    private final Source source;
    private final Frame frame;
    private final Runnable enter;
    private final PastPane pane;
    private List<Recorded> facts = List.of();
    private List<Moment> moments = List.of();
    private @Nullable Past past;
    private @Nullable Comparison shown;
    private String section = "";
    private boolean due;

    /// Reads all facts of the incident; not on the JavaFX thread.
    interface Source {
        List<Recorded> read() throws JournalException;
    }

    /// Where the past is shown.
    interface Frame {
        /// Instead of the text; the focus belongs to this node then.
        void cover(Region view, Node place);

        void uncover();
    }

    /// What is looked at. Its manuscript is read only, and only on the thread that is slow.
    private record Past(Moment moment, Manuscript manuscript) {}

    /// @param enter brings the focus to what is shown then
    VersionsCorner(Bench bench, DeskId desk, Source source, Frame frame, Runnable enter) {
        this.bench = bench;
        this.desk = desk;
        this.source = source;
        this.frame = frame;
        this.enter = enter;
        words = bench.words();
        pane = new PastPane(words, new PastPane.Wishes() {
            @Override
            public void leave() {
                VersionsCorner.this.leave();
            }

            @Override
            public void restore(Comparison.Passage passage) {
                VersionsCorner.this.restore(passage);
            }
        });
        bench.editor().editsProperty().addListener(_ -> refreshSoon());
    }

    @Override
    public void show(Incident incident) {}

    @Override
    public void letGo() {
        facts = List.of();
        moments = List.of();
        if (isOpen()) {
            leave();
        }
    }

    @Override
    public List<Act> acts() {
        return List.of(
                keyed("paperpast.title", Key.VERSIONS.code(), this::ask),
                keyed("paperpast.act.older", "Alt+Left", () -> turn(-1)).when(this::isOpen),
                keyed("paperpast.act.newer", "Alt+Right", () -> turn(1)).when(this::isOpen),
                keyed("paperpast.act.next", "Alt+Down", () -> pane.step(1)).when(this::isOpen),
                keyed("paperpast.act.previous", "Alt+Up", () -> pane.step(-1)).when(this::isOpen),
                Act.named(words.get("keys.postmortem"), words.get("paperpast.act.restore"), this::restoreAll)
                        .when(this::isOpen),
                Act.named(words.get("keys.postmortem"), words.get("paperpast.act.leave"), this::leave)
                        .when(this::isOpen));
    }

    private Act keyed(String name, String key, Runnable run) {
        return Act.keyed(words.get("keys.postmortem"), words.get(name), key, run);
    }

    private boolean isOpen() {
        return past != null;
    }

    private Telling telling() {
        return new Telling(
                words, bench.incident().zone(), bench.surroundings().wall().instant());
    }

    private void ask() {
        bench.slowly().execute(() -> {
            try {
                List<Recorded> read = List.copyOf(source.read());
                List<Moment> found = List.copyOf(Moment.of(read));
                bench.relay().execute(() -> {
                    facts = read;
                    moments = found;
                    bench.ask(new MomentPrompt(words, telling(), moments, this::heading, this::open));
                });
            } catch (JournalException unreadable) {
                String why = String.valueOf(unreadable.getMessage());
                bench.relay().execute(() -> bench.say(why));
            }
        });
    }

    private String heading(String key) {
        return bench.template()
                .get()
                .section(key)
                .map(Template.Section::heading)
                .orElse(key);
    }

    private void open(Moment moment) {
        List<Recorded> stood = facts.subList(0, moment.facts());
        slowly(() -> new Past(moment, Manuscript.of(desk, stood)), found -> {
            past = found;
            pane.forget();
            section = "";
            frame.cover(pane.root(), pane.place());
            enter.run();
            refresh();
        });
    }

    private void turn(int by) {
        Past now = past;
        int next = now == null ? -1 : moments.indexOf(now.moment()) + by;
        if (next >= 0 && next < moments.size()) {
            open(moments.get(next));
        } else {
            bench.say(words.get("paperpast.end"));
        }
    }

    /// Letters that follow quickly are compared once.
    private void refreshSoon() {
        if (past != null && !due) {
            due = true;
            CompletableFuture.delayedExecutor(PAUSE_MILLIS, TimeUnit.MILLISECONDS, bench.relay())
                    .execute(() -> {
                        due = false;
                        refresh();
                    });
        }
    }

    /// What differs, of the section that is open now.
    private void refresh() {
        Past looked = past;
        if (looked == null) {
            return;
        }
        String key = bench.editor().section();
        String now = bench.writing().text(key);
        List<Template.Section> all = bench.template().get().sections();
        List<String> texts =
                all.stream().map(each -> bench.writing().text(each.key())).toList();
        slowly(
                () -> {
                    var other = new StringBuilder();
                    for (int i = 0; i < all.size(); i++) {
                        if (!looked.manuscript().text(all.get(i).key()).equals(texts.get(i))) {
                            other.append(other.isEmpty() ? "" : ", ")
                                    .append(all.get(i).heading());
                        }
                    }
                    return new Found(Comparison.of(looked.manuscript().text(key), now), other.toString());
                },
                found -> {
                    if (looked.equals(past) && key.equals(bench.editor().section())) {
                        show(looked, key, found);
                    }
                });
    }

    private record Found(Comparison comparison, String differs) {}

    private void show(Past looked, String key, Found found) {
        if (!key.equals(section)) {
            pane.forget();
            section = key;
        }
        shown = found.comparison();
        pane.head(
                words.get("paperpast.banner", MomentPrompt.told(words, telling(), looked.moment())),
                found.differs().isEmpty()
                        ? words.get("paperpast.same")
                        : words.get("paperpast.differs", found.differs()));
        pane.show(
                words.get(
                        "paperpast.then",
                        heading(key),
                        telling().moment(looked.moment().at())),
                found.comparison().rows());
    }

    private <T> void slowly(java.util.function.Supplier<T> work, Consumer<T> then) {
        bench.slowly().execute(() -> {
            T result = work.get();
            bench.relay().execute(() -> then.accept(result));
        });
    }

    private void restore(Comparison.Passage passage) {
        current().ifPresent(comparison -> write(comparison.restoring(passage)));
    }

    private void restoreAll() {
        current().ifPresent(comparison -> write(comparison.restoring()));
    }

    private void write(List<tocsin.domain.prose.Prose.Change> changes) {
        if (bench.writing().change(section, changes)) {
            bench.say(words.get("paperpast.restored"));
        }
    }

    /// What is shown, unless the text has moved on meanwhile.
    private Optional<Comparison> current() {
        return Optional.ofNullable(shown)
                .filter(comparison -> comparison.now().equals(bench.writing().text(section)));
    }

    private void leave() {
        past = null;
        shown = null;
        section = "";
        frame.uncover();
        enter.run();
    }
}
