package tocsin.ui.board;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;
import tocsin.app.Pulse;
import tocsin.base.IncidentId;
import tocsin.domain.incident.Incident;
import tocsin.domain.severity.Severity;
import tocsin.ui.kit.Surroundings;
import tocsin.ui.kit.Timing;
import tocsin.ui.kit.Words;
import tocsin.ui.sight.Company;

/// What the board shows. Lives on the JavaFX thread, knows no node.
public final class BoardModel {
    private final Surroundings surroundings;
    private final Words words;
    private final DeclareModel declare;
    private final ActsModel acts;
    private final FacetsModel facets;
    private final List<ColumnModel> columns;
    private final Executor frames;
    private final ReadOnlyStringWrapper count = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper quiet = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper nothingFits = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper alone = new ReadOnlyBooleanWrapper();
    private boolean underWay;
    private @Nullable Picture newest;

    /// The incident that was declared here and whose card is still to come.
    private Optional<IncidentId> awaited = Optional.empty();

    /// @param frames runs what is left over in the next frame
    BoardModel(
            DeclareModel declare,
            ActsModel acts,
            FacetsModel facets,
            Executor frames,
            Surroundings surroundings,
            Words words) {
        this.frames = frames;
        this.declare = declare;
        this.acts = acts;
        this.facets = facets;
        this.surroundings = surroundings;
        this.words = words;
        var timing = new Timing(words, surroundings.zone());
        this.columns = Arrays.stream(Severity.values())
                .map(severity -> new ColumnModel(severity, words, timing))
                .toList();
        acts.wire(() -> newest == null ? List.of() : newest.snapshot().live(), facets::keep);
    }

    /// Where pictures come from is told what is wished for.
    void wire(BoardSource source) {
        facets.wire(source::look);
    }

    void show(Picture picture) {
        newest = picture;
        facets.show(picture);
        List<Pulse> live = picture.snapshot().live();
        count.set(live.isEmpty() ? "" : counted(live.size(), picture.needy()));
        quiet.set(live.isEmpty() && !picture.narrowed());
        nothingFits.set(picture.shown() == 0 && picture.narrowed());
        alone.set(picture.shown() == 1);
        acts.getFoot().keys(words.get(picture.shown() == 0 ? "board.keys.none" : "board.keys"));
        boolean there = true;
        for (ColumnModel column : columns) {
            there &= column.show(picture.column(column.severity()), picture.at());
        }
        goOn(there);
    }

    void meet(Company company) {
        columns.forEach(column -> column.meet(company));
    }

    /// What has no room in this frame is done in the next ones.
    private void goOn(boolean there) {
        if (!there && !underWay) {
            underWay = true;
            frames.execute(() -> {
                underWay = false;
                boolean then = true;
                for (ColumnModel column : columns) {
                    then &= column.goOn();
                }
                goOn(then);
            });
        }
    }

    void tick(Instant now) {
        columns.forEach(column -> column.tick(now));
        acts.tick(now);
    }

    private String counted(long live, long needy) {
        String plain = words.get("board.live", words.number(live));
        return needy == 0 ? plain : plain + " · " + words.get("board.needy", words.number(needy));
    }

    void declared(Incident incident) {
        awaited = Optional.of(incident.id());
        acts.getFoot()
                .say(
                        words.get("act.declared", incident.id().number(), incident.severity()),
                        surroundings.wall().instant());
    }

    /// Once: the card of the incident that was declared here, as soon as it is there.
    Optional<CardModel> arrived() {
        Optional<CardModel> card = awaited.flatMap(id -> columns.stream()
                .flatMap(column -> column.getCards().stream())
                .filter(each -> each.id().equals(id))
                .findFirst());
        if (card.isPresent()) {
            awaited = Optional.empty();
        }
        return card;
    }

    public List<ColumnModel> getColumns() {
        return columns;
    }

    public DeclareModel getDeclare() {
        return declare;
    }

    public ActsModel getActs() {
        return acts;
    }

    public FacetsModel getFacets() {
        return facets;
    }

    public String getCount() {
        return count.get();
    }

    public ReadOnlyStringProperty countProperty() {
        return count.getReadOnlyProperty();
    }

    /// Nothing is live; false too as long as nobody has looked.
    public boolean isQuiet() {
        return quiet.get();
    }

    public ReadOnlyBooleanProperty quietProperty() {
        return quiet.getReadOnlyProperty();
    }

    /// The chosen facets leave nothing.
    public boolean isNothingFits() {
        return nothingFits.get();
    }

    public ReadOnlyBooleanProperty nothingFitsProperty() {
        return nothingFits.getReadOnlyProperty();
    }

    /// There is one card, which may be large.
    public boolean isAlone() {
        return alone.get();
    }

    public ReadOnlyBooleanProperty aloneProperty() {
        return alone.getReadOnlyProperty();
    }
}
