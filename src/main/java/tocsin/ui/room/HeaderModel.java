package tocsin.ui.room;

import java.text.Bidi;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import tocsin.app.Safe;
import tocsin.domain.clock.Lapse;
import tocsin.domain.incident.Incident;
import tocsin.domain.incident.Phase;
import tocsin.domain.incident.PhaseSpell;
import tocsin.domain.incident.Stamp;
import tocsin.domain.incident.StampName;
import tocsin.ui.kit.Words;
import tocsin.ui.sight.Company;
import tocsin.ui.sight.Sight;

/// What stands over the room: which incident, how bad, how far, how long. Lives on the JavaFX thread, knows no node.
public final class HeaderModel {
    private static final List<Phase> SPINE =
            List.of(Phase.INVESTIGATING, Phase.IDENTIFIED, Phase.MITIGATING, Phase.MONITORING, Phase.RESOLVED);
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm");
    private static final DateTimeFormatter DATED = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");

    private final Words words;
    private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper wrapped = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper number = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper kind = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper company = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper level = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper elapsed = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper since = new ReadOnlyStringWrapper("");
    private final ObservableList<Station> spine = FXCollections.observableArrayList();
    private Optional<Sight> sight = Optional.empty();

    /// One state on the spine.
    ///
    /// @param note when it was reached, or what it still needs
    public record Station(String name, String note, Place place) {
        public enum Place {
            PASSED,
            HERE,
            AHEAD
        }
    }

    HeaderModel(Words words) {
        this.words = words;
    }

    void show(Sight fresh, Instant now) {
        sight = Optional.of(fresh);
        Incident incident = fresh.incident();
        String line = Safe.line(fresh.title());
        wrapped.set(false);
        title.set(line);
        wrapped.set(!Bidi.requiresBidi(line.toCharArray(), 0, line.length()));
        number.set(incident.id().number());
        kind.set(words.texts().name("type", incident.type()) + " · "
                + words.texts().name("environment", incident.environment()));
        level.set(incident.severity().toString());
        spine.setAll(stations(incident, fresh.moment(now)));
        tick(now);
    }

    /// Those who look at this incident too.
    void meet(Company others) {
        company.set(others.line(words, _ -> Optional.empty()));
    }

    void tick(Instant wall) {
        sight.ifPresent(known -> tick(known, known.moment(wall)));
    }

    private void tick(Sight known, Instant now) {
        Incident incident = known.incident();
        Optional<Instant> impact = incident.firstStamp(StampName.IMPACT_STARTED).map(Stamp::at);
        Optional<Instant> from = impact.or(incident::declaredAt);
        Optional<Instant> until = incident.lastStamp(StampName.IMPACT_ENDED)
                .filter(_ -> !incident.phase().responding())
                .map(Stamp::at);
        elapsed.set(
                from.map(start -> big(Lapse.between(start, until.orElse(now)))).orElse("–"));
        since.set(from.map(start -> words.get(
                        until.isPresent() ? "header.lasted" : impact.isPresent() ? "header.impact" : "header.declared",
                        moment(start, now, incident)))
                .orElse(words.get("header.undeclared")));
    }

    private static String big(Duration time) {
        return "%02d:%02d:%02d".formatted(time.toHours(), time.toMinutesPart(), time.toSecondsPart());
    }

    private List<Station> stations(Incident incident, Instant now) {
        var stations = new ArrayList<Station>();
        Phase here = incident.phase();
        for (Phase phase : SPINE) {
            stations.add(station(incident, phase, here, now));
        }
        if (here.ordinal() > Phase.RESOLVED.ordinal()) {
            stations.add(
                    new Station(words.phase(here), moment(incident.inPhaseSince(), now, incident), Station.Place.HERE));
        }
        return stations;
    }

    private Station station(Incident incident, Phase phase, Phase here, Instant now) {
        String reached = incident.phases().stream()
                .filter(spell -> spell.phase() == phase)
                .reduce((_, later) -> later)
                .map(PhaseSpell::since)
                .map(at -> moment(at, now, incident))
                .orElse("");
        Station.Place place = phase == here
                ? Station.Place.HERE
                : phase.ordinal() < here.ordinal() ? Station.Place.PASSED : Station.Place.AHEAD;
        return new Station(words.phase(phase), place == Station.Place.AHEAD ? "" : reached, place);
    }

    /// Today the time of day is enough.
    private String moment(Instant at, Instant now, Incident incident) {
        ZoneId zone = sight.map(Sight::zone).orElse(incident.zone());
        var then = at.atZone(zone);
        boolean today = then.toLocalDate().equals(now.atZone(zone).toLocalDate());
        return (today ? CLOCK : DATED).format(then);
    }

    public String getTitle() {
        return title.get();
    }

    public ReadOnlyStringProperty titleProperty() {
        return title.getReadOnlyProperty();
    }

    public boolean isWrapped() {
        return wrapped.get();
    }

    public ReadOnlyBooleanProperty wrappedProperty() {
        return wrapped.getReadOnlyProperty();
    }

    public String getNumber() {
        return number.get();
    }

    public ReadOnlyStringProperty numberProperty() {
        return number.getReadOnlyProperty();
    }

    public String getKind() {
        return kind.get();
    }

    public ReadOnlyStringProperty kindProperty() {
        return kind.getReadOnlyProperty();
    }

    /// Who else is here; empty when nobody is.
    public String getCompany() {
        return company.get();
    }

    public ReadOnlyStringProperty companyProperty() {
        return company.getReadOnlyProperty();
    }

    public String getLevel() {
        return level.get();
    }

    public ReadOnlyStringProperty levelProperty() {
        return level.getReadOnlyProperty();
    }

    public String getElapsed() {
        return elapsed.get();
    }

    public ReadOnlyStringProperty elapsedProperty() {
        return elapsed.getReadOnlyProperty();
    }

    public String getSince() {
        return since.get();
    }

    public ReadOnlyStringProperty sinceProperty() {
        return since.getReadOnlyProperty();
    }

    public ObservableList<Station> getSpine() {
        return spine;
    }
}
