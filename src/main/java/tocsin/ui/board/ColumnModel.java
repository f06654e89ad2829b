package tocsin.ui.board;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import tocsin.domain.severity.Severity;
import tocsin.store.IncidentRow;
import tocsin.ui.kit.Words;

/// The live incidents of one level: those that people respond to, then those that owe a review, each with the one that
/// has waited longest on top. A card does not jump because somebody wrote.
public final class ColumnModel {
    private static final Comparator<IncidentRow> LONGEST_FIRST = Comparator.comparing(
                    (IncidentRow row) -> row.phase().afterwards())
            .thenComparing(row -> row.declaredAt().orElse(Instant.MAX))
            .thenComparing(IncidentRow::id);

    private final Severity severity;
    private final Words words;
    private final ObservableList<CardModel> cards = FXCollections.observableArrayList();
    private final ReadOnlyStringWrapper count = new ReadOnlyStringWrapper("");

    ColumnModel(Severity severity, Words words) {
        this.severity = severity;
        this.words = words;
    }

    /// Takes its own of the rows, and touches only the cards that changed.
    void show(List<IncidentRow> rows, Instant now) {
        List<IncidentRow> mine = rows.stream()
                .filter(row -> row.severity() == severity)
                .sorted(LONGEST_FIRST)
                .toList();
        var ids = mine.stream().map(IncidentRow::id).collect(Collectors.toSet());
        cards.removeIf(card -> !ids.contains(card.id()));
        for (int at = 0; at < mine.size(); at++) {
            place(mine.get(at), at, now);
        }
        count.set(words.number(cards.size()));
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

    private void place(IncidentRow row, int at, Instant now) {
        if (at < cards.size() && cards.get(at).id().equals(row.id())) {
            cards.get(at).show(row, now);
            return;
        }
        cards.removeIf(card -> card.id().equals(row.id()));
        cards.add(at, new CardModel(row, now, words));
    }
}
