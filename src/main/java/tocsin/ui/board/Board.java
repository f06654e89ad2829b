package tocsin.ui.board;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import javafx.scene.Parent;
import org.jspecify.annotations.Nullable;
import tocsin.app.Answer;
import tocsin.app.Console;
import tocsin.app.Gesture;
import tocsin.app.Pulse;
import tocsin.app.Pulses;
import tocsin.base.Feed;
import tocsin.base.IncidentId;
import tocsin.domain.incident.IncidentCommand;
import tocsin.domain.incident.Rules;
import tocsin.ui.kit.Act;
import tocsin.ui.kit.Drafts;
import tocsin.ui.kit.Frames;
import tocsin.ui.kit.FxRelay;
import tocsin.ui.kit.Screen;
import tocsin.ui.kit.Screens;
import tocsin.ui.kit.Surroundings;
import tocsin.ui.kit.Timing;
import tocsin.ui.kit.Words;
import tocsin.ui.sight.Company;
import tocsin.ui.sight.Shared;

/// The board of one console, made and used on the JavaFX thread. Until it is closed it follows every change.
public final class Board implements Screen, Shared {
    private static final int FUNCTION_PARTLY_OUT = 5;
    private static final int NO_WORKAROUND = 1;
    private static final int A_TENTH_OF_CUSTOMERS = 2;

    private final BoardPane pane;
    private final Parent root;
    private final Feed.Subscription subscription;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("tocsin-board").daemon().factory());
    private final BoardModel model;
    private final Words words;
    private Pulses.@Nullable Snapshot newest;

    /// What a board stands on. Whoever made the pulses and the views closes them.
    ///
    /// @param open shows the room of an incident
    public record Ground(
            Console console,
            Pulses pulses,
            Function<ZoneId, Rules> rules,
            Views views,
            Surroundings surroundings,
            FxRelay relay,
            Consumer<IncidentId> open) {}

    public Board(Ground ground) {
        Surroundings surroundings = ground.surroundings();
        words = Words.in(surroundings.locale());
        model = model(
                Hands.of(ground.console()),
                ground.rules(),
                ground.views(),
                surroundings,
                words,
                ground.relay(),
                new Frames());
        pane = new BoardPane(model, new Screens(words), surroundings, ground.open());
        root = pane.draw();
        var _ = ground.views().load().thenAcceptAsync(model.getFacets()::loaded, ground.relay());
        BoardSource source = source(model, surroundings, thread, ground.relay().newest(this::show));
        subscription = ground.pulses().follow(source::show);
    }

    /// The board for a wall: everything to read, nothing to press. It follows every change like any other.
    public static Board wall(Ground ground) {
        var board = new Board(ground);
        board.pane.bare();
        return board;
    }

    private void show(Picture picture) {
        newest = picture.snapshot();
        model.show(picture);
        pane.filled();
    }

    private static BoardSource source(
            BoardModel model, Surroundings surroundings, Executor thread, Consumer<Picture> target) {
        var source = new BoardSource(surroundings.operator(), surroundings.wall(), thread, target);
        model.wire(source);
        return source;
    }

    /// The board as it stands at this moment, following nothing.
    public static Parent still(Pulses.Snapshot snapshot, Surroundings surroundings) {
        return still(snapshot, surroundings, _ -> {});
    }

    /// The same for everybody to read, with nothing to press.
    public static Parent onWall(Pulses.Snapshot snapshot, Surroundings surroundings) {
        Words words = Words.in(surroundings.locale());
        BoardModel model = model(
                Hands.none(), Rules::shipped, Views.inMemory(), surroundings, words, Runnable::run, Runnable::run);
        var pane = new BoardPane(model, new Screens(words), surroundings, _ -> {});
        Parent root = pane.draw();
        pane.bare();
        source(model, surroundings, Runnable::run, model::show).show(snapshot);
        return root;
    }

    /// The same while somebody declares with the help of the questions.
    public static Parent declaring(Pulses.Snapshot snapshot, Surroundings surroundings) {
        return still(snapshot, surroundings, model -> {
            SizeUpModel sizeUp = model.getDeclare().getSizeUp();
            IntStream.of(FUNCTION_PARTLY_OUT, NO_WORKAROUND, A_TENTH_OF_CUSTOMERS)
                    .forEach(sizeUp::answer);
            model.getDeclare().open();
        });
    }

    /// A board while its console is still being opened: empty until it is told the lists. What is
    /// declared meanwhile waits.
    ///
    /// @param open what a person asks for who opens a card
    public static Early early(
            CompletableFuture<Console> console, Surroundings surroundings, FxRelay relay, Consumer<IncidentId> open) {
        Words words = Words.in(surroundings.locale());
        BoardModel model =
                model(Hands.of(console), Rules::shipped, Views.inMemory(), surroundings, words, relay, new Frames());
        var pane = new BoardPane(model, new Screens(words), surroundings, open);
        Parent root = pane.drawPlain();
        BoardSource source = source(model, surroundings, Runnable::run, picture -> {
            model.show(picture);
            pane.reserve();
            pane.filled();
        });
        return new Early(root, model, pane, source, surroundings.wall());
    }

    /// See [#early].
    public static final class Early {
        private final Parent root;
        private final BoardModel model;
        private final BoardPane pane;
        private final BoardSource source;
        private final InstantSource wall;

        private Early(Parent root, BoardModel model, BoardPane pane, BoardSource source, InstantSource wall) {
            this.source = source;
            this.wall = wall;
            this.root = root;
            this.model = model;
            this.pane = pane;
        }

        public Parent root() {
            return root;
        }

        /// What the lists say.
        public void show(Pulses.Snapshot snapshot) {
            source.show(snapshot);
        }

        /// One line at the foot; an empty one gives the keys their place back.
        public void say(String line) {
            if (line.isEmpty()) {
                model.getActs().getFoot().clear();
            } else {
                model.getActs().getFoot().say(line, wall.instant());
            }
        }

        public void declare() {
            pane.declare();
        }

        public void enter() {
            pane.enter();
        }
    }

    /// Keeps the words of the line that declares, and takes up those that were left.
    public void keep(Drafts drafts) {
        DeclareModel declare = model.getDeclare();
        drafts.get("declare").ifPresent(words -> {
            declare.titleProperty().set(words);
            declare.open();
        });
        declare.titleProperty().addListener((_, _, words) -> drafts.keep("declare", words));
    }

    /// Goes on where the early board was left: words that were being typed are still there.
    public void resume(Early early) {
        DeclareModel before = early.model.getDeclare();
        if (before.isOpen() && !before.isWaiting()) {
            model.getDeclare().titleProperty().set(before.titleProperty().get());
            model.getDeclare().open();
        }
    }

    private static Parent still(Pulses.Snapshot snapshot, Surroundings surroundings, Consumer<BoardModel> before) {
        Words words = Words.in(surroundings.locale());
        BoardModel model = model(
                Hands.none(), Rules::shipped, Views.inMemory(), surroundings, words, Runnable::run, Runnable::run);
        Parent root = new BoardPane(model, new Screens(words), surroundings, _ -> {}).draw();
        source(model, surroundings, Runnable::run, model::show).show(snapshot);
        before.accept(model);
        return root;
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public List<Act> acts() {
        return pane.acts(words);
    }

    @Override
    public void enter() {
        pane.enter();
    }

    @Override
    public void leave() {
        pane.leave();
    }

    @Override
    public void tick(Instant now) {
        model.tick(now);
    }

    @Override
    public void meet(Company company) {
        model.meet(company);
    }

    @Override
    public boolean ready() {
        return newest != null && newest.live().stream().allMatch(Pulse::whole);
    }

    /// The live incidents, in no order.
    public List<Pulse> live() {
        return newest == null ? List.of() : newest.live();
    }

    /// Opens the line that declares, which then has the focus: a person asked for it.
    public void declare() {
        pane.declare();
    }

    @Override
    public void close() {
        subscription.close();
        thread.shutdownNow();
    }

    private static BoardModel model(
            Hands hands,
            Function<ZoneId, Rules> rules,
            Views views,
            Surroundings surroundings,
            Words words,
            Executor screen,
            Executor frames) {
        var timing = new Timing(words, surroundings.zone());
        var effects = new Effects(rules.apply(surroundings.zone()), timing, words);
        var acts = new ActsModel(hands, screen, surroundings, words, effects);
        var facets = new FacetsModel(views, words);
        var declare = new DeclareModel(declaration -> declared(hands, surroundings, words, declaration), screen, words);
        var model = new BoardModel(declare, acts, facets, frames, surroundings, words);
        declare.wire(model::declared);
        return model;
    }

    private static CompletableFuture<Answer> declared(
            Hands hands, Surroundings surroundings, Words words, DeclareModel.Declaration wanted) {
        Instant now = surroundings.wall().instant();
        String title = wanted.title().isBlank()
                ? words.get("declare.auto", new Timing(words, surroundings.zone()).moment(now, now))
                : wanted.title();
        var command = new IncidentCommand.Declare(
                title, Optional.of(wanted.level()), Optional.empty(), Optional.empty(), surroundings.zone());
        CompletableFuture<Answer> declared = hands.declare(
                new Gesture.Opening(surroundings.operator(), Optional.empty(), surroundings.zone(), command));
        return declared.thenCompose(answer -> sizedUp(hands, surroundings, wanted, answer));
    }

    /// The answers are kept with the level they led to.
    private static CompletableFuture<Answer> sizedUp(
            Hands hands, Surroundings surroundings, DeclareModel.Declaration wanted, Answer answer) {
        return wanted.answers().isPresent() && answer instanceof Answer.Done(var incident, var _)
                ? hands.act(Gesture.of(
                                surroundings.operator(),
                                incident.id(),
                                new IncidentCommand.AssessSeverity(
                                        wanted.answers().get())))
                        .handle((_, _) -> answer)
                : CompletableFuture.completedFuture(answer);
    }
}
