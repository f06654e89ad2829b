package tocsin.ui.board;

import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import tocsin.app.Pulse;
import tocsin.base.IncidentId;
import tocsin.domain.severity.Severity;
import tocsin.ui.kit.Timing;
import tocsin.ui.kit.Words;

/// The incidents of one level: those that people respond to, then those that owe a review, each with the one that has
/// waited longest on top. A card does not jump because somebody wrote.
public final class ColumnModel {
    private static final Comparator<Pulse> LONGEST_FIRST = Comparator.comparing(
                    (Pulse pulse) -> pulse.phase().afterwards())
            .thenComparing(pulse -> pulse.declaredAt().orElse(Instant.MAX))
            .thenComparing(Pulse::id);

    private final Severity severity;
    private final Words words;
    private final Timing timing;
    private final ObservableList<CardModel> cards = FXCollections.observableArrayList();
    private final ReadOnlyStringWrapper count = new ReadOnlyStringWrapper("");

    ColumnModel(Severity severity, Words words, Timing timing) {
        this.severity = severity;
        this.words = words;
        this.timing = timing;
    }

    /// Takes its own of the pulses, and touches only the cards that changed.
    void show(List<Pulse> pulses, Instant now) {
        Map<IncidentId, CardModel> before = cards.stream()
                .collect(Collectors.toMap(CardModel::id, Function.identity(), (one, _) -> one, HashMap::new));
        List<CardModel> wanted = pulses.stream()
                .filter(pulse -> pulse.severity() == severity)
                .sorted(LONGEST_FIRST)
                .map(pulse -> card(before, pulse, now))
                .toList();
        arrange(wanted);
        count.set(words.number(cards.size()));
    }

    private CardModel card(Map<IncidentId, CardModel> before, Pulse pulse, Instant now) {
        CardModel known = before.get(pulse.id());
        if (known == null) {
            return new CardModel(pulse, now, words, timing);
        }
        known.show(pulse, now);
        return known;
    }

    private void arrange(List<CardModel> wanted) {
        if (cards.equals(wanted)) {
            return;
        }
        if (cards.isEmpty()) {
            cards.setAll(wanted);
            return;
        }
        var staying = new HashSet<>(wanted);
        cards.removeIf(card -> !staying.contains(card));
        var present = new HashSet<>(cards);
        for (int at = 0; at < wanted.size(); at++) {
            CardModel card = wanted.get(at);
            if (at >= cards.size() || cards.get(at) != card) {
                if (present.contains(card)) {
                    cards.remove(card);
                }
                cards.add(at, card);
            }
        }
    }

    void tick(Instant now) {
        cards.forEach(card -> card.tick(now));
    }

    Severity severity() {
        return severity;
    }

    public ObservableList<CardModel> getCards() {
        return cards;
    }

    public String getLevel() {
        return severity.toString();
    }

    public String getName() {
        return words.get(Levels.key(severity));
    }

    public String getCount() {
        return count.get();
    }

    public ReadOnlyStringProperty countProperty() {
        return count.getReadOnlyProperty();
    }
}
