package tocsin.ui.postmortem;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.scene.Parent;
import javafx.scene.image.Image;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;
import tocsin.app.Change;
import tocsin.app.Console;
import tocsin.app.Gesture;
import tocsin.app.Session;
import tocsin.app.postmortem.AttachedPictures;
import tocsin.app.postmortem.Template;
import tocsin.base.Feed;
import tocsin.base.IncidentId;
import tocsin.domain.incident.Incident;
import tocsin.domain.incident.Rules;
import tocsin.domain.organisation.Organisation;
import tocsin.domain.prose.Prose;
import tocsin.ui.kit.Act;
import tocsin.ui.kit.Drafts;
import tocsin.ui.kit.FxRelay;
import tocsin.ui.kit.PromptModel;
import tocsin.ui.kit.PromptPane;
import tocsin.ui.kit.Screen;
import tocsin.ui.kit.Screens;
import tocsin.ui.kit.Surroundings;
import tocsin.ui.kit.Words;
import tocsin.ui.sight.Asking;
import tocsin.ui.sight.Company;
import tocsin.ui.sight.Shared;
import tocsin.ui.sight.Sight;
import tocsin.ui.sight.Strokes;

/// The postmortem of one incident, made and used on the JavaFX thread. Until it is closed it follows every fact.
public final class Postmortem implements Screen, Shared {
    private final IncidentId id;
    private final Console console;
    private final Function<ZoneId, Rules> rules;
    private final FxRelay relay;
    private final Words words;
    private final PostmortemModel model;
    private final PromptModel prompt;
    private final Writing writing;
    private final EditorPane editor;
    private final PostmortemPane pane;
    private final Parent root;
    private final PostmortemSource source;
    private final Runnable renamed;
    private final Runnable toRoom;
    private @Nullable Sight sight;
    private final Typesetter typesetter;
    private Runnable revealing = () -> {};
    private final Phrases phrases = new Phrases();
    private final ReviewCorner review;
    private final WordingCorner wording;
    private final SectionsCorner sections;
    private final Feed.Subscription organisations;
    private final Bench bench;
    private final LookPictures pictures;
    private final List<Bench.Corner> corners;
    private final FigureDesk figures;
    private final Strokes strokes = new Strokes();
    private Company company = Company.NONE;
    private Template template = new Template(List.of());

    /// What a postmortem stands on.
    ///
    /// @param renamed told when its name on the rail changed
    /// @param toRoom goes to the room of its incident
    public record Ground(
            Console console,
            Function<ZoneId, Rules> rules,
            Surroundings surroundings,
            FxRelay relay,
            Session session,
            Runnable renamed,
            Runnable toRoom) {}

    public Postmortem(IncidentId id, Ground ground) {
        this.id = id;
        console = ground.console();
        rules = ground.rules();
        relay = ground.relay();
        renamed = ground.renamed();
        toRoom = ground.toRoom();
        Surroundings surroundings = ground.surroundings();
        Session session = ground.session();
        words = Words.in(surroundings.locale());
        var screens = new Screens(words);
        model = new PostmortemModel(words, surroundings.wall());
        prompt = new PromptModel(relay, words, model::say, Drafts.of(session, "paper." + id.value()));
        writing = new Writing(new Writing.Ground(
                command -> console.act(Gesture.of(surroundings.operator(), id, command)),
                refused -> words.refusal(refused.refusal()),
                console.desk(),
                surroundings.operator(),
                relay,
                Writing.Later.on(relay),
                this::taken));
        editor = new EditorPane(
                writing,
                phrases.dress(this::corners),
                _ -> model.say(words.get("postmortem.full")),
                relay,
                words.get("postmortem.text"));
        pane = new PostmortemPane(model, new Clicks(), new BlockNodes(this::picture, words.get("postmortem.record")));
        root = pane.draw(screens, editor.root(), new PromptPane(prompt, this::enter).draw(screens));
        var hand = new Hand(console, id, surroundings.operator(), words, prompt::ask, model::say);
        Asking asking = hand.asking(surroundings, () -> Optional.ofNullable(sight));
        bench = new Bench(
                words,
                surroundings,
                relay,
                asking,
                hand::together,
                writing,
                editor,
                () -> template,
                () -> proof(Proof.everything(template)).draft(),
                this::open,
                this::slowly);
        phrases.know(console.organisation());
        organisations = console.organisations().subscribe(relay.<Organisation>newest(phrases::know));
        writing.stateProperty().addListener((_, _, state) -> model.show(state));
        model.show(writing.stateProperty().get());
        pictures = new LookPictures(
                () -> new AttachedPictures(bench.incident(), console.attachments()),
                this::slowly,
                relay,
                pane::lookAgain);
        figures = new FigureDesk(bench);
        pane.figures(figures.pane(), figures.draw(screens));
        wording = new WordingCorner(bench, phrases, figures::isOpen);
        typesetter = new Typesetter(
                new Look(bench, model, pane, figures, phrases, this::proof, wording), this::slowly, relay);
        editor.editsProperty().addListener(_ -> typesetter.soon());
        sections = new SectionsCorner(
                bench,
                model,
                pane,
                figures,
                new SectionsCorner.Kept(session, "paper." + id.value() + ".here"),
                typesetter::now,
                this::enter);
        review = new ReviewCorner(bench, toRoom);
        corners = List.of(
                sections,
                review,
                wording,
                new ExportCorner(
                        bench,
                        console.profile().reports(),
                        incident -> new AttachedPictures(incident, console.attachments())),
                new Meeting(bench, Drafts.of(session, "meeting." + id.value()), screens),
                new TalkCorner(bench),
                new RecordCorner(bench.words()),
                new ReadersCorner(bench),
                figures,
                new FindCorner(bench),
                new EraseCorner(bench, (what, why) -> console.erase(id, what, why, surroundings.operator())),
                new WritersCorner(bench),
                new QuoteCorner(bench),
                new VersionsCorner(
                        bench, console.desk(), () -> console.history(id).facts(), pane, this::enter));
        editor.root()
                .addEventFilter(
                        KeyEvent.KEY_TYPED,
                        _ -> strokes.struck(surroundings.wall().instant()));
        prompt.openProperty().addListener((_, _, open) -> {
            if (!open) {
                corners.forEach(Bench.Corner::rested);
            }
        });
        corners.forEach(corner -> corner.strip().ifPresent(pane::above));
        corners.forEach(corner -> corner.side().ifPresent(pane::beside));
        source = new PostmortemSource(
                console,
                id,
                words.texts(),
                relay,
                new PostmortemSource.Target(this::found, this::changed, model::trouble));
    }

    private void found(PostmortemSource.Found found) {
        writing.load(found.manuscript());
        template = found.template().template();
        found.template().complaint().ifPresent(model::trouble);
        meet(company);
        // A change may have been quicker than the reading.
        show(sight == null || sight.newest().facts() < found.incident().facts() ? found.incident() : sight.newest());
        sections.begin();
        Runnable wish = revealing;
        revealing = () -> {};
        wish.run();
    }

    /// Goes to a section or a figure as soon as it has been read, and selects these words where they stand there.
    public void reveal(String place, String said) {
        Runnable show = () -> {
            if (template.section(place).isPresent() || OutlineRow.figure(place).isPresent()) {
                corners.forEach(Bench.Corner::letGo);
                open(place);
                int at = figures.isOpen() ? -1 : writing.text(place).indexOf(said);
                if (at >= 0) {
                    editor.select(at, at + said.length());
                }
                enter();
            }
        };
        if (writing.isLoaded() && sight != null) {
            show.run();
        } else {
            revealing = show;
        }
    }

    private Optional<Image> picture(String sha256) {
        return pictures.of(sha256);
    }

    /// What nobody waits for, one after the other.
    private void slowly(Runnable work) {
        source.slowly(work);
    }

    private Proof proof(List<String> sections) {
        return Proof.of(
                Optional.ofNullable(sight).map(Sight::newest).orElseThrow(),
                console.organisation(),
                words.texts(),
                template,
                writing,
                sections);
    }

    private void changed(Change change) {
        change.fresh().forEach(writing::take);
        if (PostmortemSource.erases(change)) {
            writing.reread(() -> source.reread(writing::replace));
            corners.forEach(Bench.Corner::letGo);
        }
        show(change.incident());
        typesetter.soon();
    }

    private void show(Incident incident) {
        String before = title() + style();
        sight = Sight.now(incident, rules.apply(incident.zone()));
        model.show(incident, sight.rules());
        pane.level(style());
        corners.forEach(corner -> corner.show(incident));
        prompt.reconsider();
        if (!before.equals(title() + style())) {
            renamed.run();
        }
    }

    /// What became of a text by other hands, or by taking back.
    private void taken(String section, List<Prose.Change> changes) {
        editor.take(section, changes);
        sections.outline();
    }

    private List<Bench.Corner> corners() {
        return corners;
    }

    private void open(String place) {
        sections.open(place);
    }

    public IncidentId id() {
        return id;
    }

    /// What it is about, as far as it has been read.
    public String title() {
        return sight == null ? "" : sight.newest().title();
    }

    /// Shape and colour of its level, or nothing before it has been read.
    public String style() {
        return sight == null ? "" : "sev-" + sight.newest().severity().level();
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public List<Act> acts() {
        var acts = new ArrayList<Act>();
        corners.forEach(corner -> corner.acts()
                .forEach(act -> acts.add(act.when(() -> calm() && act.ready().getAsBoolean()))));
        String group = words.get("keys.postmortem");
        acts.add(Act.keyed(group, words.get("postmortem.act.view"), Key.VIEW.code(), this::turnView)
                .when(this::calm));
        acts.add(Act.keyed(group, words.get("postmortem.act.room"), Key.ROOM.code(), toRoom));
        return acts;
    }

    private boolean calm() {
        return !prompt.isOpen() && sight != null;
    }

    private void turnView() {
        pane.turnView();
        typesetter.now();
        enter();
    }

    @Override
    public void enter() {
        if (pane.covered().isEmpty() && corners.stream().anyMatch(Bench.Corner::enter)) {
            return;
        }
        if (pane.covered().isPresent()) {
            pane.covered().get().requestFocus();
        } else if (pane.view() == PostmortemPane.View.LOOK) {
            root.requestFocus();
        } else {
            root.applyCss();
            if (figures.isOpen()) {
                figures.focus();
            } else {
                editor.focus();
            }
        }
    }

    @Override
    public void leave() {
        writing.save();
    }

    @Override
    public void tick(Instant now) {
        model.tick(now);
        corners.forEach(corner -> corner.tick(now));
    }

    @Override
    public void meet(Company others) {
        company = others;
        model.meet(others.in(id).line(words, key -> template.section(key).map(Template.Section::heading)));
    }

    @Override
    public Optional<String> writing(Instant now) {
        return strokes.areFresh(now) ? Optional.of(Company.section(editor.section())) : Optional.empty();
    }

    @Override
    public boolean ready() {
        return sight != null && typesetter.isIdle();
    }

    @Override
    public void close() {
        writing.save();
        organisations.close();
        source.close();
        editor.close();
    }

    private final class Clicks implements PostmortemPane.Wishes {
        @Override
        public void open(String section) {
            Postmortem.this.open(section);
            enter();
        }

        @Override
        public void fix(String gate) {
            review.fix(gate);
        }

        @Override
        public void step() {
            review.next();
        }

        @Override
        public void wording(int from) {
            wording.next(from);
        }
    }
}
