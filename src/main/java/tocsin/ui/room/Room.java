package tocsin.ui.room;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import javafx.css.PseudoClass;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Parent;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import tocsin.app.Answer;
import tocsin.app.Console;
import tocsin.app.Session;
import tocsin.app.ShippedChecklists;
import tocsin.base.FactId;
import tocsin.base.IncidentId;
import tocsin.domain.incident.Rules;
import tocsin.domain.organisation.Person;
import tocsin.ui.crew.CrewPane;
import tocsin.ui.crew.JoinPane;
import tocsin.ui.crew.Sheets;
import tocsin.ui.due.DueActs;
import tocsin.ui.due.DuePane;
import tocsin.ui.kit.Act;
import tocsin.ui.kit.Drafts;
import tocsin.ui.kit.FxRelay;
import tocsin.ui.kit.PromptModel;
import tocsin.ui.kit.PromptPane;
import tocsin.ui.kit.Screen;
import tocsin.ui.kit.Screens;
import tocsin.ui.kit.Surroundings;
import tocsin.ui.kit.Words;
import tocsin.ui.scrub.ScrubModel;
import tocsin.ui.scrub.ScrubPane;
import tocsin.ui.sight.Company;
import tocsin.ui.sight.Part;
import tocsin.ui.sight.Past;
import tocsin.ui.sight.Shared;
import tocsin.ui.sight.Sight;
import tocsin.ui.sight.Strokes;
import tocsin.ui.timeline.EntryModel;
import tocsin.ui.timeline.IntakeModel;
import tocsin.ui.timeline.TimelineModel;
import tocsin.ui.timeline.TimelinePane;

/// The room of one incident, made and used on the JavaFX thread. Until it is closed it follows every fact.
public final class Room implements Screen, Shared {
    private static final PseudoClass ASKING = PseudoClass.getPseudoClass("asking");

    private final IncidentId id;
    private final Words words;
    private final RoomModel model;
    private final RoomDeeds deeds;
    private final TimelinePane timeline;
    private final TimelineModel rows;
    private final List<Part> parts;
    private final Parent root;
    private final ScrubPane scrub;
    private final PromptModel prompt;
    private final RoomSource source;
    private final FxRelay relay;
    private final Runnable renamed;
    private final HeaderModel over;
    private final Strokes strokes = new Strokes();
    private final InstantSource wall;
    private @Nullable Sight sight;

    public Room(
            Console console,
            IncidentId id,
            Function<ZoneId, Rules> rules,
            Surroundings surroundings,
            FxRelay relay,
            Session session,
            Runnable renamed) {
        this.id = id;
        this.relay = relay;
        this.renamed = renamed;
        wall = surroundings.wall();
        words = Words.in(surroundings.locale()).of(console::organisation);
        var screens = new Screens(words);
        model = new RoomModel(words, surroundings.wall(), past -> look(past));
        prompt = new PromptModel(relay, words, model::say, Drafts.of(session, id.value()));
        deeds = new RoomDeeds(console, id, surroundings.operator(), words, prompt, model::say, model::isPast);
        rows = new TimelineModel(surroundings.zone(), words, _ -> look(model.look()));
        var entry = new EntryModel(deeds, surroundings.zone(), surroundings.wall(), words, relay);
        String draft = "draft." + id.value();
        session.get(draft).ifPresent(entry.textProperty()::set);
        entry.textProperty().addListener((_, _, text) -> {
            session.put(draft, text);
            strokes.struck(wall.instant());
        });
        var intake = new IntakeModel(
                entry, deeds, deeds, words, surroundings.wall(), relay, Path.of(System.getProperty("user.home", "")));
        timeline = new TimelinePane(rows, entry, intake, deeds, surroundings.wall(), words, screens);
        over = new HeaderModel(words);
        var header = new HeaderPane(over, surroundings.wall(), screens);
        var crew = new CrewPane(
                deeds,
                new CrewPane.Beside(
                        console::organisation,
                        surroundings.wall(),
                        new Sheets(console.profile().reports(), words),
                        relay),
                words,
                screens);
        var join = new JoinPane(surroundings.wall(), words, screens);
        var due = new DuePane(
                new DueActs(
                        deeds,
                        words,
                        surroundings.wall(),
                        () -> console.organisation().checklists(ShippedChecklists.in(surroundings.locale())),
                        () -> console.organisation().people().stream()
                                .map(Person::id)
                                .toList(),
                        new RoomNeighbours(console, id, deeds),
                        relay),
                surroundings.wall(),
                words,
                screens);
        scrub = new ScrubPane(
                new ScrubModel(words, surroundings.wall(), model::look),
                prompt::ask,
                () -> entry.textProperty().get().isEmpty(),
                words,
                screens);
        parts = List.of(header, crew, join, timeline, due);
        // Over the timeline, at its head: the entry line at its foot stays in sight.
        var middle = new StackPane(timeline.root(), join.root());
        StackPane.setAlignment(join.root(), Pos.TOP_CENTER);
        StackPane.setMargin(join.root(), new Insets(24, 24, 0, 24));
        root = new RoomPane(model)
                .draw(
                        screens,
                        new RoomPane.Places(
                                header.root(),
                                middle,
                                new PromptPane(prompt, this::enter).draw(screens),
                                crew.root(),
                                due.root(),
                                scrub.root()));
        model.pastProperty().addListener((_, _, _) -> enter());
        // One loud thing at a time: while something is asked, the line that waits is quiet.
        prompt.openProperty().addListener((_, _, open) -> root.pseudoClassStateChanged(ASKING, open));
        source = new RoomSource(
                console, id, rules, words.texts(), relay.newest(this::show), relay.newest(model::trouble));
    }

    private void look(Optional<Past> past) {
        scrub.look(past);
        source.look(new RoomSource.Look(past, rows.sieve()));
    }

    private void show(RoomSource.View view) {
        if (view.sight().isPast() != model.isPast()) {
            // An older wish; the one that holds is on its way. Between two past minutes it is shown, or a room would
            // stand still as long as somebody drags.
            return;
        }
        String before = title() + style();
        sight = view.sight();
        if (!before.equals(title() + style())) {
            renamed.run();
        }
        model.show(view.sight());
        parts.forEach(part -> part.show(view.sight()));
        scrub.show(view.sight());
        timeline.show(view.rows());
        prompt.reconsider();
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

    /// Points at this entry as soon as it is there.
    public void reveal(FactId entry) {
        timeline.reveal(entry);
    }

    /// Looks at a past minute of it.
    public void lookBack(Past minute) {
        model.look(Optional.of(minute));
    }

    @Override
    public Parent root() {
        return root;
    }

    @Override
    public List<Act> acts() {
        var acts = new ArrayList<Act>();
        parts.forEach(part -> acts.addAll(part.acts()));
        // The line that asks has arrows and an Esc of its own.
        scrub.acts()
                .forEach(act ->
                        acts.add(act.when(() -> !prompt.isOpen() && act.ready().getAsBoolean())));
        String group = words.get("keys.room");
        acts.add(Act.keyed(group, words.get("act.undo"), "Shortcut+Z", this::undo)
                .when(() -> timeline.entry().textProperty().get().isEmpty()));
        acts.add(Act.keyed(group, words.get("act.view"), "Shortcut+T", model::turnView)
                .when(model::isPast));
        acts.add(Act.keyed(group, words.get("act.now"), "Esc", () -> model.look(Optional.empty()))
                .when(() -> model.isPast() && !prompt.isOpen()));
        return acts;
    }

    private void undo() {
        var _ = deeds.undo()
                .whenCompleteAsync(
                        (answer, failed) -> model.say(
                                switch (answer) {
                                    case Answer.Done _ -> words.get("room.undone");
                                    case Answer.Refused(var why, var _) -> words.refusal(why);
                                    case null ->
                                        words.get(
                                                "prompt.failed",
                                                failed == null ? "" : String.valueOf(failed.getMessage()));
                                }),
                        relay);
    }

    @Override
    public void enter() {
        // In the past the line is gone, and keys go nowhere while nothing has the focus.
        if (model.isPast()) {
            root.requestFocus();
        } else {
            root.applyCss();
            timeline.focus();
        }
    }

    @Override
    public void tick(Instant now) {
        model.tick(now);
        scrub.tick(now);
        if (sight != null && !sight.isPast()) {
            parts.forEach(part -> part.tick(now));
        }
    }

    @Override
    public void meet(Company company) {
        over.meet(company.in(id));
    }

    @Override
    public Optional<String> writing(Instant now) {
        boolean words = !timeline.entry().textProperty().get().isBlank();
        return words && strokes.areFresh(now) && !model.isPast() ? Optional.of(Company.TIMELINE) : Optional.empty();
    }

    @Override
    public boolean ready() {
        return sight != null && sight.past().equals(model.look());
    }

    @Override
    public void close() {
        source.close();
    }
}
