package tocsin.ui.crew;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.ObservableList;
import tocsin.app.Safe;
import tocsin.base.PersonId;
import tocsin.domain.clock.DutyTime;
import tocsin.domain.incident.Incident;
import tocsin.domain.incident.Phase;
import tocsin.domain.roster.Offer;
import tocsin.domain.roster.Role;
import tocsin.domain.roster.Term;
import tocsin.domain.severity.Severity;
import tocsin.ui.kit.RowList;
import tocsin.ui.kit.Words;
import tocsin.ui.sight.Sight;

/// Who commands, since when and how long still; and every handover that waits for an answer. Lives on the JavaFX
/// thread, knows no node.
public final class CommandModel {
    /// After this long both sides are asked again.
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Words words;
    private final PersonId operator;
    private final ReadOnlyStringWrapper name = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper since = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper duty = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper advised = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<Tone> tone = new ReadOnlyObjectWrapper<>(Tone.PLAIN);
    private final ReadOnlyObjectWrapper<Tone> dutyTone = new ReadOnlyObjectWrapper<>(Tone.PLAIN);
    private final RowList<Asked> offers = new RowList<>();

    /// A handover on its way.
    ///
    /// @param keys what the person before the screen can do about it, with key caps; empty when nothing
    public record Asked(String line, String keys, Tone tone) {}

    CommandModel(Words words, PersonId operator) {
        this.words = words;
        this.operator = operator;
        advised.bind(duty.isNotEmpty());
    }

    void show(Sight sight, Instant now) {
        Incident incident = sight.incident();
        var moments = new Moments(incident.zone(), now, words);
        Optional<Term> term = incident.crew().current().stream()
                .filter(held -> held.role() == Role.COMMANDER)
                .findFirst();
        name.set(term.map(held -> Safe.line(held.person().name())).orElseGet(() -> nobody(incident)));
        tone.set(term.isPresent() || !incident.phase().responding() ? Tone.PLAIN : alarm(incident));
        since.set(since(sight, moments, term));
        advise(sight, now, term);
        offers.show(incident.crew().offers().stream()
                .filter(Offer::open)
                .map(offer -> asked(offer, sight, moments))
                .toList());
    }

    private String nobody(Incident incident) {
        return incident.phase() == Phase.REPORTED ? words.get("crew.undeclared") : words.get("crew.nobody");
    }

    private static Tone alarm(Incident incident) {
        return incident.severity().isAtLeast(Severity.SEV2) ? Tone.OVER : Tone.SOON;
    }

    private String since(Sight sight, Moments moments, Optional<Term> term) {
        if (term.isPresent()) {
            Instant began = term.get().assumedAt();
            String held = words.get("crew.since", moments.at(began), words.span(moments.since(began)));
            boolean offers = sight.isPast() || sight.incident().phase().ended();
            return offers ? held : held + " · " + words.get("crew.handover.keys");
        }
        if (!sight.incident().phase().responding()) {
            return "";
        }
        Optional<Instant> left = sight.incident().crew().terms().stream()
                .filter(held -> held.role() == Role.COMMANDER)
                .flatMap(held -> held.renouncedAt().stream())
                .max(Instant::compareTo)
                .or(() -> sight.incident().declaredAt());
        String empty = left.map(from -> words.get("crew.nobody.for", words.span(moments.since(from))))
                .orElse("");
        return sight.isPast() ? empty : empty + " · " + words.get("crew.take.keys");
    }

    /// The hints that somebody has been in command for long.
    private void advise(Sight sight, Instant now, Optional<Term> term) {
        Incident incident = sight.incident();
        Optional<Instant> from = term.filter(_ -> incident.phase().responding())
                .map(Term::assumedAt)
                .map(began -> began.isBefore(incident.roundBegan()) ? incident.roundBegan() : began);
        DutyTime.Advice advice =
                from.map(began -> sight.rules().duty().adviceAt(began, now)).orElse(DutyTime.Advice.NONE);
        String length =
                from.map(began -> words.span(Duration.between(began, now))).orElse("");
        duty.set(
                switch (advice) {
                    case NONE -> "";
                    case SUGGEST -> words.get("crew.duty.suggest", length);
                    case WARN -> words.get("crew.duty.warn", length);
                    case INSIST -> words.get("crew.duty.insist", length);
                });
        dutyTone.set(
                switch (advice) {
                    case NONE, SUGGEST -> Tone.PLAIN;
                    case WARN -> Tone.SOON;
                    case INSIST -> Tone.OVER;
                });
    }

    private Asked asked(Offer offer, Sight sight, Moments moments) {
        String ago = moments.run(moments.since(offer.offeredAt()));
        boolean mine = offer.to().equals(operator);
        boolean command = offer.role() == Role.COMMANDER;
        String role = words.role(offer.role());
        String to = Safe.line(offer.to().name());
        String line = mine
                ? command ? words.get("crew.asked.you", ago) : words.get("crew.asked.you.role", role, ago)
                : command ? words.get("crew.asked", to, ago) : words.get("crew.asked.role", to, role, ago);
        boolean late = moments.since(offer.offeredAt()).compareTo(PATIENCE) >= 0;
        return new Asked(
                line, sight.isPast() ? "" : keys(offer, sight.incident()), late || mine ? Tone.SOON : Tone.PLAIN);
    }

    private String keys(Offer offer, Incident incident) {
        if (offer.to().equals(operator)) {
            return words.get("crew.accept.keys");
        }
        return mayWithdraw(offer, incident, operator) ? words.get("crew.withdraw.keys") : "";
    }

    static boolean mayWithdraw(Offer offer, Incident incident, PersonId person) {
        return offer.from().equals(person)
                || incident.crew().holds(person, Role.COMMANDER)
                || incident.crew().holds(person, Role.DEPUTY);
    }

    public String getName() {
        return name.get();
    }

    public ReadOnlyStringProperty nameProperty() {
        return name.getReadOnlyProperty();
    }

    public String getSince() {
        return since.get();
    }

    public ReadOnlyStringProperty sinceProperty() {
        return since.getReadOnlyProperty();
    }

    public String getDuty() {
        return duty.get();
    }

    public ReadOnlyStringProperty dutyProperty() {
        return duty.getReadOnlyProperty();
    }

    public boolean isAdvised() {
        return advised.get();
    }

    public ReadOnlyBooleanProperty advisedProperty() {
        return advised.getReadOnlyProperty();
    }

    public Tone getTone() {
        return tone.get();
    }

    public ReadOnlyObjectProperty<Tone> toneProperty() {
        return tone.getReadOnlyProperty();
    }

    public Tone getDutyTone() {
        return dutyTone.get();
    }

    public ReadOnlyObjectProperty<Tone> dutyToneProperty() {
        return dutyTone.getReadOnlyProperty();
    }

    public ObservableList<Asked> getOffers() {
        return offers;
    }

    List<Asked> offers() {
        return List.copyOf(offers);
    }
}
