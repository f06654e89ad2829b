package tocsin.ui.postmortem;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.image.Image;
import javafx.scene.layout.Region;
import org.fxmisc.richtext.model.StyleSpans;
import org.jspecify.annotations.Nullable;
import tocsin.app.Answer;
import tocsin.app.Change;
import tocsin.app.Console;
import tocsin.app.Gesture;
import tocsin.app.Session;
import tocsin.app.ShippedChecklists;
import tocsin.app.postmortem.AttachedPictures;
import tocsin.app.postmortem.Draft;
import tocsin.app.postmortem.Template;
import tocsin.base.Feed;
import tocsin.base.IncidentId;
import tocsin.base.PersonId;
import tocsin.domain.analysis.Figure;
import tocsin.domain.incident.Incident;
import tocsin.domain.incident.IncidentCommand;
import tocsin.domain.incident.Rules;
import tocsin.domain.organisation.Organisation;
import tocsin.domain.organisation.Person;
import tocsin.domain.prose.Prose;
import tocsin.domain.wording.Finding;
import tocsin.publish.paper.Block;
import tocsin.ui.due.StatePrompts;
import tocsin.ui.kit.Act;
import tocsin.ui.kit.Drafts;
import tocsin.ui.kit.FxRelay;
import tocsin.ui.kit.Prompt;
import tocsin.ui.kit.PromptModel;
import tocsin.ui.kit.PromptPane;
import tocsin.ui.kit.Screen;
import tocsin.ui.kit.Screens;
import tocsin.ui.kit.Surroundings;
import tocsin.ui.kit.Words;
import tocsin.ui.sight.Asking;
import tocsin.ui.sight.Deeds;
import tocsin.ui.sight.Sight;

/// The postmortem of one incident, made and used on the JavaFX thread. Until it is closed it follows every fact.
public final class Postmortem implements Screen {
    /// A person who types on does not need to see each letter set.
    private static final Duration SETTING = Duration.ofMillis(120);

    private final IncidentId id;
    private final Console console;
    private final Function<ZoneId, Rules> rules;
    private final Surroundings surroundings;
    private final FxRelay relay;
    private final Session session;
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
    private boolean setting;
    private Runnable revealing = () -> {};
    private List<Finding> findings = List.of();
    private final Phrases phrases = new Phrases();
    private final ReviewPrompts reviews;
    private final ActionPrompts actions;
    private final StatePrompts states;
    private final Feed.Subscription organisations;
    private final Bench bench;
    private final LookPictures pictures;
    private final List<Bench.Corner> corners;
    private final FigureDesk figures;
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
        surroundings = ground.surroundings();
        relay = ground.relay();
        session = ground.session();
        renamed = ground.renamed();
        toRoom = ground.toRoom();
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
                this::dressed,
                _ -> model.say(words.get("postmortem.full")),
                relay,
                words.get("postmortem.text"));
        pane = new PostmortemPane(model, new Clicks(), new BlockNodes(this::picture, words.get("postmortem.record")));
        root = pane.draw(screens, editor.root(), new PromptPane(prompt, this::enter).draw(screens));
        var asking = new Asking(
                new Doing(),
                words,
                surroundings.wall(),
                () -> Optional.ofNullable(sight),
                () -> console.organisation().checklists(ShippedChecklists.in(surroundings.locale())),
                () -> console.organisation().people().stream().map(Person::id).toList());
        bench = new Bench(
                words,
                surroundings,
                relay,
                asking,
                this::together,
                writing,
                editor,
                () -> template,
                () -> proof(everything()).draft(),
                this::open,
                this::slowly);
        reviews = new ReviewPrompts(asking, this::together);
        actions = new ActionPrompts(asking);
        states = new StatePrompts(asking);
        phrases.know(console.organisation());
        organisations = console.organisations().subscribe(relay.<Organisation>newest(phrases::know));
        writing.stateProperty().addListener((_, _, state) -> model.show(state));
        editor.editsProperty().addListener(_ -> soon());
        model.show(writing.stateProperty().get());
        pictures = new LookPictures(
                () -> new AttachedPictures(bench.incident(), console.attachments()),
                this::slowly,
                relay,
                pane::lookAgain);
        figures = new FigureDesk(bench);
        pane.figures(figures.pane(), figures.draw(screens));
        corners = List.of(
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
                        bench, console.desk(), () -> console.history(id).facts(), new Covers()));
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
        // A change may have been quicker than the reading.
        show(sight == null || sight.newest().facts() < found.incident().facts() ? found.incident() : sight.newest());
        String kept = session.get(here()).orElse("");
        String first = template.sections().getFirst().key();
        open(template.section(kept).isPresent() ? kept : first);
        OutlineRow.figure(kept).ifPresent(_ -> open(kept));
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

    private List<String> everything() {
        return template.sections().stream().map(Template.Section::key).toList();
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
        soon();
    }

    private void show(Incident incident) {
        String before = title() + style();
        sight = Sight.now(incident, rules.apply(incident.zone()));
        model.show(incident, sight.rules());
        root.getStyleClass().removeIf(each -> each.startsWith("sev-"));
        root.getStyleClass().add(style());
        outline();
        phrases.know(incident.review().talk());
        corners.forEach(corner -> corner.show(incident));
        prompt.reconsider();
        if (!before.equals(title() + style())) {
            renamed.run();
        }
    }

    /// What became of a text by other hands, or by taking back.
    private void taken(String section, List<Prose.Change> changes) {
        editor.take(section, changes);
        outline();
    }

    private void outline() {
        var rows = new ArrayList<>(template.sections().stream()
                .map(each -> writing.isEmpty(each.key())
                        ? new OutlineRow(
                                each.key(), each.heading(), words.get("postmortem.empty"), OutlineRow.Mark.EMPTY)
                        : new OutlineRow(each.key(), each.heading(), "", OutlineRow.Mark.WRITTEN))
                .toList());
        Optional.ofNullable(sight).map(Sight::newest).map(figures::outline).ifPresent(rows::addAll);
        model.show(rows);
        pane.here(place());
    }

    /// Where its writer is: a section, or a figure.
    private String place() {
        return figures.key().orElseGet(editor::section);
    }

    private void open(String section) {
        Optional<Figure> figure = OutlineRow.figure(section);
        if (figure.isPresent()) {
            figures.open(figure.get());
            model.countNothing();
        } else {
            figures.close();
            editor.open(section);
            editor.hint(
                    template.section(section).map(Template.Section::guidance).orElse(""));
        }
        session.put(here(), section);
        pane.here(section);
        soon();
    }

    private String here() {
        return "paper." + id.value() + ".here";
    }

    /// Sets the text anew a little later: letters that follow quickly are set once.
    private void soon() {
        if (!setting && writing.isLoaded() && !editor.section().isEmpty() && !figures.isOpen()) {
            setting = true;
            CompletableFuture.delayedExecutor(SETTING.toMillis(), TimeUnit.MILLISECONDS, relay)
                    .execute(this::set);
        }
    }

    private void set() {
        setting = false;
        String section = editor.section();
        String text = writing.text(section);
        Phrases.Snapshot checked = phrases.snapshot(section);
        boolean whole = pane.view() == PostmortemPane.View.LOOK;
        Proof proof = proof(whole ? everything() : List.of(section));
        source.slowly(() -> {
            List<Block> blocks = whole ? proof.whole() : proof.section(section);
            List<Finding> found = checked.in(text);
            long counted = PostmortemModel.wordsIn(text);
            relay.execute(() -> {
                if (section.equals(editor.section())) {
                    // A figure may have been opened meanwhile, which has no words to count.
                    if (!figures.isOpen()) {
                        model.count(counted);
                    }
                    pane.look(blocks);
                    findings = found;
                    model.show(found, text);
                }
            });
        });
    }

    private StyleSpans<Collection<String>> dressed(String section, String paragraph, EditorPane.Dresser.Around around) {
        var marks = new ArrayList<>(Markdown.marks(paragraph, around.code()));
        if (!around.code()) {
            marks.addAll(Phrases.marks(phrases.in(section, paragraph)));
        }
        corners.forEach(corner -> marks.addAll(corner.marks(section, paragraph, around.at())));
        return Markdown.spans(paragraph.length(), marks);
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
        acts.add(act(
                "postmortem.act.section",
                Key.SECTION,
                () -> prompt.ask(new SectionPrompt(words, model.outline(), this::open))));
        acts.add(Act.keyed(group(), words.get("postmortem.act.next"), "Shortcut+Page Down", () -> step(1))
                .when(this::calm));
        acts.add(Act.keyed(group(), words.get("postmortem.act.previous"), "Shortcut+Page Up", () -> step(-1))
                .when(this::calm));
        acts.add(act("postmortem.act.impact", Key.IMPACT, () -> prompt.ask(reviews.impact())));
        acts.add(act("postmortem.act.cause", Key.CAUSE, () -> prompt.ask(reviews.cause())));
        acts.add(act("postmortem.act.action", Key.ACTION, () -> prompt.ask(actions.add())));
        acts.add(act("postmortem.act.actions", Key.ACTIONS, () -> prompt.ask(actions.change())));
        acts.add(act("postmortem.act.harden", Key.HARDEN, () -> prompt.ask(reviews.harden())));
        acts.add(act("postmortem.act.merged", Key.MERGED, () -> prompt.ask(reviews.merged())));
        acts.add(act("postmortem.act.step", Key.STEP, this::next));
        acts.add(act("postmortem.act.owner", Key.OWNER, () -> prompt.ask(reviews.owner())));
        acts.add(act(
                "postmortem.act.wording",
                Key.WORDING,
                () -> wording(editor.area().getCaretPosition())));
        acts.add(act("postmortem.act.export", Key.EXPORT, this::export));
        acts.add(act("postmortem.act.waive", Key.WAIVE, () -> prompt.ask(states.waive())));
        acts.add(named("postmortem.act.force", () -> prompt.ask(reviews.fullForm())));
        acts.add(act("postmortem.act.view", Key.VIEW, this::turnView));
        corners.forEach(corner -> corner.acts()
                .forEach(act -> acts.add(act.when(() -> calm() && act.ready().getAsBoolean()))));
        acts.add(Act.keyed(group(), words.get("postmortem.act.room"), Key.ROOM.code(), toRoom));
        return acts;
    }

    private String group() {
        return words.get("keys.postmortem");
    }

    private Act act(String name, Key key, Runnable run) {
        return Act.keyed(group(), words.get(name), key.code(), run).when(this::calm);
    }

    private Act named(String name, Runnable run) {
        return Act.named(group(), words.get(name), run).when(this::calm);
    }

    private void next() {
        reviews.next().ifPresentOrElse(prompt::ask, () -> model.say(words.get("postmortem.step.none")));
    }

    private void export() {
        Draft draft = proof(everything()).draft();
        prompt.ask(new ExportPrompt(
                words,
                id.number(),
                console.profile().reports(),
                () -> draft,
                () -> new AttachedPictures(draft.incident(), console.attachments()),
                this::slowly));
    }

    /// The next phrase of blame from here on, or the first.
    private void wording(int from) {
        Optional<Finding> found = findings.stream()
                .filter(finding -> finding.to() > from)
                .findFirst()
                .or(() -> findings.stream().findFirst());
        if (found.isEmpty()) {
            model.say(words.get("postmortem.wording.none"));
            return;
        }
        Finding finding = found.get();
        String text = writing.text(editor.section());
        if (finding.to() <= text.length()) {
            editor.area().selectRange(finding.from(), finding.to());
            editor.area().requestFollowCaret();
            prompt.ask(new WordingPrompt(words, finding, text.substring(finding.from(), finding.to()), new Better()));
        }
    }

    private CompletableFuture<Prompt.Outcome> together(List<IncidentCommand> commands) {
        List<Gesture.Step> steps = commands.stream()
                .map(command -> new Gesture.Step(id, command, Optional.empty()))
                .toList();
        return console.act(new Gesture(surroundings.operator(), Optional.empty(), steps))
                .thenApply(answer -> outcome(answer, words.get("postmortem.noted")));
    }

    private Prompt.Outcome outcome(Answer answer, String done) {
        return switch (answer) {
            case Answer.Done _ -> new Prompt.Done(done);
            case Answer.Refused(var why, var _) -> new Prompt.Refused(words.refusal(why));
        };
    }

    private boolean calm() {
        return !prompt.isOpen() && sight != null;
    }

    private void step(int by) {
        List<OutlineRow> all =
                model.outline().stream().filter(OutlineRow::isPlace).toList();
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).key().equals(place())) {
                open(all.get(Math.floorMod(i + by, all.size())).key());
                enter();
                return;
            }
        }
    }

    private void turnView() {
        pane.turnView();
        soon();
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
    public boolean ready() {
        return sight != null && !setting;
    }

    @Override
    public void close() {
        writing.save();
        organisations.close();
        source.close();
        editor.close();
    }

    private final class Covers implements VersionsCorner.Frame {
        @Override
        public void cover(Region view, Node place) {
            pane.cover(view, place);
            enter();
        }

        @Override
        public void uncover() {
            pane.uncover();
            enter();
        }
    }

    private final class Clicks implements PostmortemPane.Wishes {
        @Override
        public void open(String section) {
            Postmortem.this.open(section);
            enter();
        }

        @Override
        public void fix(String gate) {
            switch (Key.fixing(gate).orElse(Key.STEP)) {
                case OWNER -> prompt.ask(reviews.owner());
                case IMPACT -> prompt.ask(reviews.impact());
                case CAUSE -> prompt.ask(reviews.cause());
                case ACTION -> prompt.ask(actions.add());
                case HARDEN -> prompt.ask(reviews.hardened() ? reviews.merged() : reviews.harden());
                case ROOM -> toRoom.run();
                default -> next();
            }
        }

        @Override
        public void step() {
            next();
        }

        @Override
        public void wording(int from) {
            Postmortem.this.wording(from);
        }
    }

    private final class Better implements WordingPrompt.Ways {
        @Override
        public CompletableFuture<Prompt.Outcome> use(Finding finding) {
            finding.rewrite()
                    .ifPresent(better -> editor.area().replaceText(better.from(), better.to(), better.words()));
            return CompletableFuture.completedFuture(new Prompt.Done(""));
        }

        @Override
        public CompletableFuture<Prompt.Outcome> ignore(Finding finding) {
            return console.act(Gesture.of(
                            surroundings.operator(),
                            id,
                            new IncidentCommand.IgnoreWording(editor.section(), finding.phrase())))
                    .thenApply(answer -> outcome(answer, words.get("postmortem.wording.ignored")));
        }

        @Override
        public CompletableFuture<Prompt.Outcome> next(Finding finding) {
            relay.execute(() -> wording(finding.to()));
            return CompletableFuture.completedFuture(new Prompt.Done(""));
        }
    }

    private final class Doing implements Deeds {
        @Override
        public PersonId operator() {
            return surroundings.operator();
        }

        @Override
        public CompletableFuture<Answer> act(IncidentCommand command, Optional<Instant> occurredAt) {
            return console.act(Gesture.of(surroundings.operator(), id, command).at(occurredAt));
        }

        @Override
        public CompletableFuture<Prompt.Outcome> does(IncidentCommand command, String done) {
            return act(command).thenApply(answer -> outcome(answer, done));
        }

        @Override
        public void ask(Prompt asked) {
            prompt.ask(asked);
        }

        @Override
        public void say(String line) {
            model.say(line);
        }
    }
}
