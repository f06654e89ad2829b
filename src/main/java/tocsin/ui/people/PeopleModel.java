package tocsin.ui.people;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import tocsin.app.Pulse;
import tocsin.app.Pulses;
import tocsin.app.Safe;
import tocsin.base.PersonId;
import tocsin.domain.organisation.Organisation;
import tocsin.domain.roster.Role;
import tocsin.ui.kit.RowList;
import tocsin.ui.kit.Words;

/// Everybody who fits what is typed, and the one pointed at. Lives on the JavaFX thread, knows no node.
public final class PeopleModel {
    private static final Duration NOTICE = Duration.ofSeconds(8);

    private final Words words;
    private final InstantSource wall;
    private final StringProperty filter = new SimpleStringProperty("");
    private final ReadOnlyStringWrapper count = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper notice = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper spoken = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper nobody = new ReadOnlyBooleanWrapper(true);
    private final ReadOnlyBooleanWrapper nothingFits = new ReadOnlyBooleanWrapper();
    private final RowList<PersonRow> rows = new RowList<>();
    private final RowList<SideRow> teams = new RowList<>();
    private final RowList<SideRow> services = new RowList<>();
    private final RowList<SideRow> apart = new RowList<>();
    private Map<PersonId, PersonRow.Held> holding = Map.of();
    private Organisation organisation = Organisation.EMPTY;
    private Optional<PersonId> chosen = Optional.empty();
    private Runnable pointed = () -> {};
    private Instant noticeUntil = Instant.MIN;

    PeopleModel(Words words, InstantSource wall) {
        this.words = words;
        this.wall = wall;
        filter.addListener((_, _, _) -> draw());
    }

    void show(Organisation now) {
        organisation = now;
        teams.show(now.teams().stream()
                .map(team -> new SideRow(
                        SideRow.Kind.TEAM,
                        team.name(),
                        note(Stream.of(
                                team.lead().map(PersonId::name).orElse(words.get("people.noLead")),
                                words.get("people.members", words.number(members(team.name())))))))
                .toList());
        services.show(now.services().stream()
                .map(service -> new SideRow(
                        SideRow.Kind.SERVICE,
                        service.name(),
                        note(Stream.of(
                                service.owner().map(PersonId::name).orElse(words.get("people.noOwner")),
                                service.team().orElse("")))))
                .toList());
        apart.show(now.clashes().stream()
                .filter(clash -> !clash.subject().startsWith("setting "))
                .map(clash -> new SideRow(
                        SideRow.Kind.APART,
                        clash.subject(),
                        words.get("people.apart.line", Safe.line(clash.by().name()))))
                .toList());
        draw();
    }

    private long members(String team) {
        return organisation.people().stream()
                .filter(person -> person.team().filter(team::equalsIgnoreCase).isPresent())
                .count();
    }

    private static String note(Stream<String> parts) {
        return Safe.line(parts.filter(part -> !part.isEmpty()).collect(Collectors.joining(" · ")));
    }

    /// Who holds what in the incidents that are being responded to.
    void show(Pulses.Snapshot snapshot) {
        List<Pulse> live = snapshot.live().stream()
                .filter(pulse -> pulse.phase().responding())
                .toList();
        var fresh = new HashMap<PersonId, PersonRow.Held>();
        for (Pulse pulse : live) {
            pulse.crew().forEach(person -> hold(fresh, person, words.get("people.crew"), pulse));
            pulse.communications().ifPresent(person -> hold(fresh, person, words.role(Role.COMMUNICATIONS), pulse));
            pulse.operations().ifPresent(person -> hold(fresh, person, words.role(Role.OPERATIONS), pulse));
        }
        // Last, because command is what somebody is asked about first.
        live.forEach(pulse ->
                pulse.commander().ifPresent(person -> hold(fresh, person, words.role(Role.COMMANDER), pulse)));
        if (!fresh.equals(holding)) {
            holding = Map.copyOf(fresh);
            draw();
        }
    }

    private static void hold(Map<PersonId, PersonRow.Held> held, PersonId person, String role, Pulse pulse) {
        held.put(person, new PersonRow.Held(role, pulse.number()));
    }

    private void draw() {
        String typed = filter.get().strip();
        List<PersonRow> all = organisation.people().stream()
                .map(person -> PersonRow.of(person, holding.getOrDefault(person.id(), PersonRow.Held.NOTHING), words))
                .toList();
        List<PersonRow> fitting = all.stream().filter(row -> row.fits(typed)).toList();
        rows.show(fitting);
        nobody.set(all.isEmpty());
        nothingFits.set(!all.isEmpty() && fitting.isEmpty());
        count.set(
                fitting.size() == all.size()
                        ? words.get("people.count", words.number(all.size()))
                        : words.get("people.found", words.number(fitting.size()), words.number(all.size())));
        if (index() < 0) {
            chosen = fitting.stream().findFirst().map(PersonRow::id);
        }
        point();
    }

    void move(int step) {
        if (!rows.isEmpty()) {
            int to = Math.clamp((long) index() + step, 0, rows.size() - 1);
            choose(rows.get(to).id());
        }
    }

    void choose(PersonId person) {
        chosen = Optional.of(person);
        point();
    }

    /// Shows this one, whatever was typed.
    void reveal(PersonId person) {
        filter.set("");
        choose(person);
    }

    int index() {
        return IntStream.range(0, rows.size())
                .filter(at -> chosen.equals(Optional.of(rows.get(at).id())))
                .findFirst()
                .orElse(-1);
    }

    Optional<PersonId> chosen() {
        return index() < 0 ? Optional.empty() : chosen;
    }

    private void point() {
        int at = index();
        spoken.set(at < 0 ? "" : rows.get(at).spoken());
        pointed.run();
    }

    /// Told when another row is pointed at.
    void onPointed(Runnable listener) {
        pointed = listener;
    }

    void say(String line) {
        notice.set(line);
        noticeUntil = wall.instant().plus(NOTICE);
    }

    void tick(Instant now) {
        if (now.isAfter(noticeUntil)) {
            notice.set("");
        }
    }

    Organisation organisation() {
        return organisation;
    }

    String holding(PersonId person) {
        return holding.getOrDefault(person, PersonRow.Held.NOTHING).spoken();
    }

    RowList<PersonRow> rows() {
        return rows;
    }

    /// Teams, services and clashes in the order in which they stand at the side.
    List<RowList<SideRow>> sides() {
        return List.of(teams, services, apart);
    }

    public StringProperty filterProperty() {
        return filter;
    }

    public String getCount() {
        return count.get();
    }

    public ReadOnlyStringProperty countProperty() {
        return count.getReadOnlyProperty();
    }

    public String getNotice() {
        return notice.get();
    }

    public ReadOnlyStringProperty noticeProperty() {
        return notice.getReadOnlyProperty();
    }

    public String getSpoken() {
        return spoken.get();
    }

    /// What a screen reader says of the one pointed at.
    public ReadOnlyStringProperty spokenProperty() {
        return spoken.getReadOnlyProperty();
    }

    public boolean isNobody() {
        return nobody.get();
    }

    public ReadOnlyBooleanProperty nobodyProperty() {
        return nobody.getReadOnlyProperty();
    }

    public boolean isNothingFits() {
        return nothingFits.get();
    }

    public ReadOnlyBooleanProperty nothingFitsProperty() {
        return nothingFits.getReadOnlyProperty();
    }
}
