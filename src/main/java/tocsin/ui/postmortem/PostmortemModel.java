package tocsin.ui.postmortem;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import tocsin.app.Safe;
import tocsin.base.PersonId;
import tocsin.domain.incident.Gate;
import tocsin.domain.incident.Gates;
import tocsin.domain.incident.Incident;
import tocsin.domain.incident.Phase;
import tocsin.domain.incident.Rules;
import tocsin.domain.postmortem.Review;
import tocsin.domain.wording.Finding;
import tocsin.ui.kit.DueLine;
import tocsin.ui.kit.Tone;
import tocsin.ui.kit.Words;
import tocsin.ui.sight.Telling;

/// What stands around the text: whose it is, how far it has come, and what the closing waits for. Knows no node.
public final class PostmortemModel {
    private static final Duration NOTICE = Duration.ofSeconds(8);
    private static final int EVIDENCE_CHARS = 90;
    private static final int MOST_CARDS = 4;

    private final Words words;
    private final InstantSource wall;
    private final ReadOnlyStringWrapper title = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper line = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper company = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper level = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper saved = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper held = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper count = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper step = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper stepping = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper notice = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper noticed = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper trouble = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper troubled = new ReadOnlyBooleanWrapper();
    private final ObservableList<OutlineRow> outline = FXCollections.observableArrayList();
    private final ObservableList<DueLine> stops = FXCollections.observableArrayList();
    private final ObservableList<Phrase> phrases = FXCollections.observableArrayList();
    private final ReadOnlyStringWrapper phraseNote = new ReadOnlyStringWrapper("");
    private Instant noticeUntil = Instant.MIN;

    PostmortemModel(Words words, InstantSource wall) {
        this.words = words;
        this.wall = wall;
    }

    void show(Incident incident, Rules rules) {
        title.set(words.get("postmortem.title", Safe.line(incident.title())));
        level.set(incident.severity().toString());
        Review review = incident.review();
        var telling = new Telling(words, incident.zone(), wall.instant());
        String status = words.get("postmortem.status."
                + (incident.phase() == Phase.CLOSED
                        ? "closed"
                        : review.status().name().toLowerCase(java.util.Locale.ROOT)));
        var parts = new java.util.ArrayList<String>(List.of(incident.id().number(), status));
        review.owner()
                .map(PersonId::name)
                .ifPresent(name -> parts.add(words.get("postmortem.author", Safe.line(name))));
        review.due()
                .filter(_ -> review.approval().isEmpty())
                .ifPresent(due -> parts.add(words.get("postmortem.due", telling.moment(due))));
        review.approval()
                .ifPresent(by -> parts.add(
                        words.get("postmortem.approved", Safe.line(by.by().name()), telling.moment(by.at()))));
        line.set(String.join(" · ", parts));
        step.set(next(incident).map(key -> words.get(key)).orElse(""));
        stepping.set(next(incident).isPresent());
        List<DueLine> waited = closing(incident, rules, telling);
        if (!stops.equals(waited)) {
            stops.setAll(waited);
        }
    }

    /// Those who look at this incident too, in one line.
    void meet(String others) {
        company.set(others);
    }

    /// What comes next for the document, as the text of its button.
    static Optional<String> next(Incident incident) {
        Review review = incident.review();
        return switch (incident.phase()) {
            case RESOLVED, POSTMORTEM, HARDENING, FALSE_ALARM, EXERCISE_ENDED ->
                review.owner().isEmpty()
                        ? Optional.of("postmortem.step.owner")
                        : switch (review.status()) {
                            case NONE, DRAFT -> Optional.of("postmortem.step.ask");
                            case IN_REVIEW, REVIEWED -> Optional.of("postmortem.step.approve");
                            case APPROVED ->
                                incident.phase() == Phase.HARDENING
                                        ? Optional.of("postmortem.step.close")
                                        : Optional.empty();
                        };
            default -> Optional.empty();
        };
    }

    private List<DueLine> closing(Incident incident, Rules rules, Telling telling) {
        Instant now = wall.instant();
        var lines = new java.util.ArrayList<DueLine>();
        if (incident.phase() != Phase.CLOSED && incident.phase() != Phase.HARDENING) {
            Gates.before(Phase.HARDENING, incident, now, rules.policy()).stream()
                    .filter(gate -> !gate.name().equals(Gates.APPROVED))
                    .map(gate -> line(gate, telling))
                    .forEach(lines::add);
        }
        Gates.before(Phase.CLOSED, incident, now, rules.policy()).stream()
                .map(gate -> line(gate, telling))
                .forEach(lines::add);
        return lines;
    }

    private DueLine line(Gate gate, Telling telling) {
        String name = words.texts().gate(gate.name());
        boolean hard = gate.strength() == Gate.Strength.HARD;
        return switch (gate.status()) {
            case MET ->
                new DueLine(
                        gate.name(),
                        Tone.MET,
                        name,
                        words.get("postmortem.gate.met"),
                        gate.evidence()
                                .map(proof -> evidence(proof, telling))
                                .map(List::of)
                                .orElse(List.of()),
                        "");
            case WAIVED ->
                new DueLine(
                        gate.name(),
                        Tone.WAIVED,
                        name,
                        words.get("postmortem.gate.waived"),
                        gate.evidence()
                                .map(proof -> evidence(proof, telling))
                                .map(List::of)
                                .orElse(List.of()),
                        "");
            case OPEN, WAIVER_EXPIRED ->
                new DueLine(
                        gate.name(),
                        hard ? Tone.OPEN : Tone.WARNING,
                        name,
                        words.get(hard ? "postmortem.gate.open" : "postmortem.gate.warning"),
                        List.of(),
                        Key.fixing(gate.name()).map(Key::cap).orElse(""));
        };
    }

    private String evidence(Gate.Evidence proof, Telling telling) {
        String said = Safe.cut(Safe.line(proof.words()), EVIDENCE_CHARS);
        return proof.at().map(at -> said + " · " + telling.moment(at)).orElse(said);
    }

    /// A phrase of blame, as its card shows it.
    public record Phrase(int from, String found, String kind, String better) {}

    void show(List<Finding> findings, String text) {
        List<Phrase> found = findings.stream()
                .limit(MOST_CARDS)
                .filter(finding -> finding.to() <= text.length())
                .map(finding -> new Phrase(
                        finding.from(),
                        Safe.line(text.substring(finding.from(), finding.to())),
                        words.get("postmortem.wording." + finding.kind().word()),
                        words.get("postmortem.wording.try", Safe.line(finding.suggestion()))))
                .toList();
        if (!phrases.equals(found)) {
            phrases.setAll(found);
        }
        int more = findings.size() - MOST_CARDS;
        phraseNote.set(
                findings.isEmpty()
                        ? words.get("postmortem.wording.none")
                        : more > 0 ? words.get("postmortem.wording.more", more) : "");
    }

    void show(List<OutlineRow> rows) {
        if (!outline.equals(rows)) {
            outline.setAll(rows);
        }
    }

    void show(Writing.State state) {
        switch (state) {
            case Writing.State.Saved _ -> {
                saved.set(words.get("postmortem.saved"));
                held.set(false);
            }
            case Writing.State.Typed _ -> {
                saved.set(words.get("postmortem.saving"));
                held.set(false);
            }
            case Writing.State.Held(var why) -> {
                saved.set(words.get("postmortem.held", Safe.line(why)));
                held.set(true);
            }
        }
    }

    void count(long counted) {
        count.set(words.get("postmortem.count", words.number(counted)));
    }

    /// A figure has no words to count.
    void countNothing() {
        count.set("");
    }

    void say(String said) {
        notice.set(said);
        noticed.set(!said.isEmpty());
        noticeUntil = wall.instant().plus(NOTICE);
    }

    void trouble(String why) {
        trouble.set(Safe.line(why));
        troubled.set(true);
    }

    void tick(Instant now) {
        if (noticed.get() && now.isAfter(noticeUntil)) {
            say("");
        }
    }

    public String getTitle() {
        return title.get();
    }

    public ReadOnlyStringProperty titleProperty() {
        return title.getReadOnlyProperty();
    }

    public String getLine() {
        return line.get();
    }

    public ReadOnlyStringProperty lineProperty() {
        return line.getReadOnlyProperty();
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

    public String getSaved() {
        return saved.get();
    }

    public ReadOnlyStringProperty savedProperty() {
        return saved.getReadOnlyProperty();
    }

    public boolean isHeld() {
        return held.get();
    }

    public ReadOnlyBooleanProperty heldProperty() {
        return held.getReadOnlyProperty();
    }

    public String getCount() {
        return count.get();
    }

    public ReadOnlyStringProperty countProperty() {
        return count.getReadOnlyProperty();
    }

    public String getStep() {
        return step.get();
    }

    public ReadOnlyStringProperty stepProperty() {
        return step.getReadOnlyProperty();
    }

    public boolean isStepping() {
        return stepping.get();
    }

    public ReadOnlyBooleanProperty steppingProperty() {
        return stepping.getReadOnlyProperty();
    }

    public String getNotice() {
        return notice.get();
    }

    public ReadOnlyStringProperty noticeProperty() {
        return notice.getReadOnlyProperty();
    }

    public boolean isNoticed() {
        return noticed.get();
    }

    public ReadOnlyBooleanProperty noticedProperty() {
        return noticed.getReadOnlyProperty();
    }

    public String getTrouble() {
        return trouble.get();
    }

    public ReadOnlyStringProperty troubleProperty() {
        return trouble.getReadOnlyProperty();
    }

    public boolean isTroubled() {
        return troubled.get();
    }

    public ReadOnlyBooleanProperty troubledProperty() {
        return troubled.getReadOnlyProperty();
    }

    public String getStepKey() {
        return Key.STEP.cap();
    }

    public String getPhraseNote() {
        return phraseNote.get();
    }

    public ReadOnlyStringProperty phraseNoteProperty() {
        return phraseNote.getReadOnlyProperty();
    }

    ObservableList<Phrase> phrases() {
        return phrases;
    }

    public ObservableList<OutlineRow> outline() {
        return outline;
    }

    public ObservableList<DueLine> stops() {
        return stops;
    }
}
