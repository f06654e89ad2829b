package tocsin.ui.shell;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.scene.Parent;
import javafx.scene.input.KeyEvent;
import tocsin.app.Agenda;
import tocsin.app.Console;
import tocsin.app.Pulse;
import tocsin.app.Pulses;
import tocsin.app.Safe;
import tocsin.app.Session;
import tocsin.app.search.Hit;
import tocsin.app.search.Search;
import tocsin.base.FactId;
import tocsin.base.Feed;
import tocsin.base.IncidentId;
import tocsin.domain.incident.Rules;
import tocsin.ui.board.Board;
import tocsin.ui.board.Views;
import tocsin.ui.kit.Act;
import tocsin.ui.kit.Drafts;
import tocsin.ui.kit.FxRelay;
import tocsin.ui.kit.Heartbeat;
import tocsin.ui.kit.Prompt;
import tocsin.ui.kit.PromptModel;
import tocsin.ui.kit.PromptPane;
import tocsin.ui.kit.Screen;
import tocsin.ui.kit.Screens;
import tocsin.ui.kit.Surroundings;
import tocsin.ui.kit.Words;
import tocsin.ui.postmortem.Postmortem;
import tocsin.ui.room.Room;
import tocsin.ui.sight.Company;
import tocsin.ui.sight.Past;
import tocsin.ui.sight.Shared;

/// What one window holds: the board, the rooms that were opened, and the way between them. Made and used on the JavaFX
/// thread.
public final class Shell implements AutoCloseable {
    private static final Duration BEAT = Duration.ofSeconds(1);
    private static final Duration NOTICE = Duration.ofSeconds(8);
    private static final String ROOMS = ".rooms";
    private static final String HERE = ".here";
    private static final String PAPERS = ".papers";

    private final String name;
    private final Ground ground;
    private final Surroundings surroundings;
    private final Session session;
    private final Consumer<Place> another;
    private final Words words;
    private final ShellModel model = new ShellModel(this::go);
    private final PromptModel palette;
    private final Find find;
    private final ShellPane pane = new ShellPane(model);
    private final Parent root;
    private final Board board;
    private final Map<IncidentId, Room> rooms = new LinkedHashMap<>();
    private final Map<IncidentId, Postmortem> papers = new LinkedHashMap<>();
    private final Around around;
    private final ClockBarModel bar;
    private final StatusModel strip;
    private final Feed.Subscription pulses;
    private final Gathering gathering;
    private final Heartbeat heartbeat;
    private final ReadOnlyStringWrapper notice = new ReadOnlyStringWrapper("");
    private Instant noticeUntil = Instant.MIN;
    private List<Act> windowActs = List.of();
    private Screen current;

    /// What a window stands on. Whoever made the parts closes them.
    ///
    /// @param search opened when somebody looks for something for the first time, never on the JavaFX thread
    public record Ground(
            Console console,
            Pulses pulses,
            Views views,
            Session session,
            Supplier<Search> search,
            Function<ZoneId, Rules> rules,
            Surroundings surroundings,
            FxRelay relay) {}

    /// @param name under which it is kept what was open here
    /// @param another opens a place in a window of its own
    public Shell(String name, Ground ground, Consumer<Place> another) {
        this.name = name;
        this.ground = ground;
        this.another = another;
        surroundings = ground.surroundings();
        session = ground.session();
        words = Words.in(surroundings.locale());
        var screens = new Screens(words);
        palette = new PromptModel(ground.relay(), words, _ -> {});
        find = new Find(
                words,
                ground.search(),
                surroundings.wall(),
                surroundings.zone(),
                ground.relay(),
                palette::readAgain,
                this::reveal);
        board = new Board(new Board.Ground(
                ground.console(),
                ground.pulses(),
                ground.rules(),
                ground.views(),
                surroundings,
                ground.relay(),
                this::enter));
        around = new Around(ground, words, this::go, () -> windowActs);
        current = board;
        root = pane.draw(
                screens, notice.getReadOnlyProperty(), new PromptPane(palette, () -> current.enter()).draw(screens));
        root.addEventFilter(KeyEvent.KEY_PRESSED, new Keys(this::acts)::pressed);
        bar = new ClockBarModel(words, surroundings.zone());
        strip = new StatusModel(ground.console().profile().folder(), surroundings.zone(), words);
        pane.top(new ClockBarPane(bar, screens, this::enter, this::openPalette).draw());
        pane.bottom(new StatusPane(strip, screens).draw());
        Consumer<Outlook> toScreen = ground.relay().newest(this::show);
        InstantSource wall = surroundings.wall();
        var agenda = new Agenda();
        pulses = ground.pulses().follow(snapshot -> toScreen.accept(Outlook.of(agenda, snapshot, wall.instant())));
        gathering = new Gathering(
                ground.console().hub(), surroundings.operator(), words, ground.relay(), this::meet, this::say);
        board.keep(Drafts.of(session, name));
        restore();
        pane.show(current.root());
        stops();
        gathering.show();
        beSeen(surroundings.wall().instant());
        heartbeat = new Heartbeat(surroundings.wall(), BEAT, ground.relay().newest(this::tick));
    }

    private void show(Outlook outlook) {
        bar.show(outlook, surroundings.wall().instant());
        strip.show(outlook.snapshot());
    }

    public Parent root() {
        return root;
    }

    /// What can be done here now; the screen's own acts come first.
    public List<Act> acts() {
        var acts = new ArrayList<Act>();
        if (!palette.isOpen()) {
            acts.addAll(current.acts());
        }
        String group = words.get("keys.window");
        acts.add(Act.keyed(group, words.get("act.palette"), "Shortcut+K", this::openPalette));
        acts.add(Act.keyed(group, words.get("act.keys"), "Shortcut+Slash", this::openKeys));
        acts.add(Act.keyed(group, words.get("act.find"), "Shortcut+F", this::openFind));
        acts.add(Act.keyed(group, words.get("act.declare"), "Shortcut+N", this::declare));
        acts.add(Act.keyed(group, words.get("act.board"), "Shortcut+1", () -> go(new Place.OnBoard())));
        int number = 2;
        for (Room room : rooms.values()) {
            String name = words.get("act.room", room.id().number());
            Runnable there = () -> go(new Place.InRoom(room.id()));
            acts.add(
                    number <= 9
                            ? Act.keyed(group, name, "Shortcut+" + number++, there)
                            : Act.named(group, name, there));
        }
        acts.addAll(around.acts());
        acts.add(Act.keyed(group, words.get("act.close"), "Shortcut+W", this::closeRoom)
                .when(() -> current instanceof Room || current instanceof Postmortem));
        acts.add(Act.keyed(group, words.get("act.postmortem"), "Shortcut+P", this::toPostmortem)
                .when(() -> current instanceof Room));
        acts.add(Act.keyed(group, words.get("act.another"), "Shortcut+Shift+N", () -> another.accept(model.getHere())));
        acts.add(Act.named(group, words.get("act.hub.meet"), ground.console().hub()::meetNow)
                .when(() -> ground.console().hub().joined().isPresent()));
        acts.add(Act.named(group, words.get("act.wall"), () -> another.accept(new Place.OnWall())));
        acts.addAll(windowActs);
        return acts;
    }

    /// Everywhere one can go that has no key of its own: every incident on the board.
    private List<Act> places() {
        return board.live().stream()
                .sorted(Comparator.comparing(Pulse::severity).thenComparing(Pulse::id))
                .filter(pulse -> !rooms.containsKey(pulse.id()))
                .map(this::place)
                .toList();
    }

    private Act place(Pulse pulse) {
        return Act.named(
                words.get("keys.incidents"), pulse.number() + " " + Safe.line(pulse.title()), () -> enter(pulse.id()));
    }

    /// Goes on where a person was while the journal was still being read, and does what was asked for there. The
    /// window must show this desk already.
    public void resume(Foyer foyer) {
        board.resume(foyer.board());
        foyer.handOver(this);
    }

    /// What the window itself can do.
    public void adopt(List<Act> acts) {
        windowActs = List.copyOf(acts);
    }

    public Words words() {
        return words;
    }

    /// Whether the window may go without a second thought. Who commands a live incident is told first.
    public boolean mayClose() {
        long mine = board.live().stream()
                .filter(pulse ->
                        pulse.phase().responding() && pulse.commander().equals(Optional.of(surroundings.operator())))
                .count();
        if (mine > 0) {
            say(words.get("shell.live", words.number(mine)));
        }
        return mine == 0;
    }

    private void say(String line) {
        notice.set(line);
        noticeUntil = surroundings.wall().instant().plus(NOTICE);
    }

    /// Goes to an incident, and there to one of its entries.
    private void reveal(IncidentId id, Optional<FactId> fact) {
        palette.leave();
        enter(id);
        if (current instanceof Room room) {
            fact.ifPresent(room::reveal);
        }
    }

    /// What stands in a postmortem is shown there, everything else in the log.
    private void reveal(Hit hit) {
        if (hit.place().isEmpty()) {
            reveal(hit.incident(), hit.fact());
            return;
        }
        palette.leave();
        go(new Place.AtPostmortem(hit.incident()));
        if (current instanceof Postmortem paper) {
            paper.reveal(hit.place().get(), hit.text());
        }
    }

    /// Opens the room of an incident, or goes there.
    public void enter(IncidentId id) {
        go(new Place.InRoom(id));
    }

    /// Opens the room of an incident as it stood at a past minute.
    public void enter(IncidentId id, Past minute) {
        enter(id);
        if (current instanceof Room room) {
            room.lookBack(minute);
        }
    }

    /// Whether the screen that is shown has drawn what it reads.
    public boolean ready() {
        return current.ready();
    }

    /// The window is there: the focus goes where the work is.
    public void enter() {
        current.enter();
    }

    public void go(Place place) {
        current.leave();
        current = switch (place) {
            case Place.InRoom(var id) -> rooms.computeIfAbsent(id, this::room);
            case Place.AtPostmortem(var id) -> papers.computeIfAbsent(id, this::paper);
            case Place.AmongLessons _ -> around.lessons();
            case Place.AmongPeople _ -> around.people();
            case Place.InSettings _ -> around.settings();
            default -> board;
        };
        model.here(place);
        stops();
        pane.show(current.root());
        current.enter();
        keep();
        beSeen(surroundings.wall().instant());
    }

    /// Others see which incident is open here, and where somebody writes.
    private void beSeen(Instant now) {
        Optional<IncidentId> incident = switch (model.getHere()) {
            case Place.InRoom(var id) -> Optional.of(id);
            case Place.AtPostmortem(var id) -> Optional.of(id);
            default -> Optional.empty();
        };
        Optional<String> writing = current instanceof Shared shared ? shared.writing(now) : Optional.empty();
        gathering.beSeen(ground.console().desk(), incident, writing);
    }

    private void meet(Company company) {
        board.meet(company);
        rooms.values().forEach(room -> room.meet(company));
        papers.values().forEach(paper -> paper.meet(company));
    }

    private Room room(IncidentId id) {
        var room = new Room(ground.console(), id, ground.rules(), surroundings, ground.relay(), session, this::stops);
        room.meet(gathering.company());
        return room;
    }

    private Postmortem paper(IncidentId id) {
        var paper = new Postmortem(
                id,
                new Postmortem.Ground(
                        ground.console(),
                        ground.rules(),
                        surroundings,
                        ground.relay(),
                        session,
                        this::stops,
                        () -> enter(id)));
        paper.meet(gathering.company());
        return paper;
    }

    private void closeRoom() {
        Screen left = current;
        if (left instanceof Room room) {
            rooms.remove(room.id());
        } else if (left instanceof Postmortem paper) {
            papers.remove(paper.id());
        }
        go(new Place.OnBoard());
        left.close();
    }

    private void toPostmortem() {
        if (current instanceof Room room) {
            go(new Place.AtPostmortem(room.id()));
        }
    }

    private void declare() {
        go(new Place.OnBoard());
        board.declare();
    }

    void openFind() {
        palette.ask(find);
    }

    void openPalette() {
        var all = new ArrayList<>(acts());
        all.addAll(places());
        all.addAll(around.places());
        palette.ask(new Palette(words, all, this::leaveAndRun));
    }

    private void openKeys() {
        palette.ask(new KeySheet(words, acts(), this::leaveAndRun));
    }

    private CompletableFuture<Prompt.Outcome> leaveAndRun(Runnable act) {
        palette.leave();
        act.run();
        return CompletableFuture.completedFuture(new Prompt.Done(""));
    }

    private void stops() {
        var stops = new ArrayList<RailItem>();
        stops.add(new RailItem(new Place.OnBoard(), words.get("rail.board"), "", "", "1"));
        int number = 2;
        for (Room room : rooms.values()) {
            String name = room.id().number().substring("INC-2026-".length());
            stops.add(new RailItem(
                    new Place.InRoom(room.id()), name, room.title(), room.style(), number <= 9 ? "" + number++ : ""));
        }
        for (Postmortem paper : papers.values()) {
            String name = paper.id().number().substring("INC-2026-".length());
            stops.add(new RailItem(
                    new Place.AtPostmortem(paper.id()),
                    name,
                    words.get("rail.postmortem", paper.title()),
                    "written",
                    ""));
        }
        stops.addAll(around.stops());
        model.getStops().setAll(stops);
    }

    private void tick(Instant now) {
        current.tick(now);
        bar.tick(now);
        gathering.show();
        beSeen(now);
        strip.show(gathering.line(now));
        if (now.isAfter(noticeUntil)) {
            notice.set("");
        }
    }

    private void keep() {
        session.put(name + ROOMS, listed(rooms.keySet()));
        session.put(name + PAPERS, listed(papers.keySet()));
        session.put(name + HERE, model.getHere().kept());
    }

    /// The tabs that were open when the window went, however it went.
    private void restore() {
        kept(ROOMS).forEach(id -> rooms.put(id, room(id)));
        kept(PAPERS).forEach(id -> papers.put(id, paper(id)));
        switch (Place.of(session.get(name + HERE).orElse(""))) {
            case Place.AmongLessons there -> back(there, around.lessons());
            case Place.AmongPeople there -> back(there, around.people());
            case Place.InSettings there -> back(there, around.settings());
            case Place.InRoom there ->
                Optional.ofNullable(rooms.get(there.id())).ifPresent(room -> back(there, room));
            case Place.AtPostmortem there ->
                Optional.ofNullable(papers.get(there.id())).ifPresent(paper -> back(there, paper));
            case Place.OnBoard _, Place.OnWall _ -> {}
        }
    }

    private static String listed(Set<IncidentId> ids) {
        return ids.stream().map(IncidentId::value).collect(Collectors.joining(" "));
    }

    /// Those that the profile still holds.
    private List<IncidentId> kept(String tabs) {
        List<IncidentId> known = ground.console().incidents();
        return Stream.of(session.get(name + tabs).orElse("").split(" ", -1))
                .filter(IncidentId::isWellFormed)
                .map(IncidentId::new)
                .filter(known::contains)
                .toList();
    }

    private void back(Place place, Screen screen) {
        current = screen;
        model.here(place);
    }

    @Override
    public void close() {
        heartbeat.close();
        pulses.close();
        gathering.close();
        find.close();
        rooms.values().forEach(Room::close);
        papers.values().forEach(Postmortem::close);
        around.close();
        board.close();
    }
}
