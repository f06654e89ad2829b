package tocsin.ui.board;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import tocsin.app.Pulse;
import tocsin.base.IncidentId;
import tocsin.domain.severity.Severity;
import tocsin.ui.kit.Timing;
import tocsin.ui.kit.Words;
import tocsin.ui.sight.Company;

/// The incidents of one level. A card does not jump because somebody wrote, and what has to move does so in portions
/// that a frame has room for.
public final class ColumnModel {
    /// So many cards are made or moved at once.
    static final int PORTION = 48;

    /// So many may be in sight, which each cost more than all the others: while there are fewer, they come one by one.
    static final int IN_SIGHT = 10;

    private final Severity severity;
    private final Words words;
    private final Timing timing;
    private final ObservableList<CardModel> cards = FXCollections.observableArrayList();
    private final Map<IncidentId, CardModel> known = new HashMap<>();
    private final ReadOnlyStringWrapper count = new ReadOnlyStringWrapper("");
    private List<Pulse> goal = List.of();
    private Instant taken = Instant.MIN;
    private Company company = Company.NONE;

    ColumnModel(Severity severity, Words words, Timing timing) {
        this.severity = severity;
        this.words = words;
        this.timing = timing;
    }

    /// Brings the cards toward these incidents, touching only what changed. Returns whether they are there; else
    /// [#goOn] takes them further.
    boolean show(List<Pulse> wanted, Instant now) {
        goal = wanted;
        taken = now;
        count.set(words.number(wanted.size()));
        return goOn();
    }

    boolean goOn() {
        int at = refresh(0);
        if (at == goal.size() && at == cards.size()) {
            return true;
        }
        drop();
        int left = PORTION;
        at = refresh(0);
        while (at < goal.size()) {
            if (left <= 0) {
                return false;
            }
            left -= place(at, left);
            at = refresh(at);
        }
        return true;
    }

    /// Lets cards from here on that stand where they belong show what is new. Returns the first place that is wrong.
    private int refresh(int from) {
        int at = from;
        while (at < goal.size() && at < cards.size()) {
            CardModel card = cards.get(at);
            if (!card.id().equals(goal.get(at).id())) {
                return at;
            }
            card.show(goal.get(at), taken);
            at++;
        }
        return at;
    }

    private void drop() {
        Set<IncidentId> staying = HashSet.newHashSet(goal.size());
        goal.forEach(pulse -> staying.add(pulse.id()));
        if (known.keySet().retainAll(staying)) {
            cards.removeIf(card -> !staying.contains(card.id()));
        }
    }

    /// Puts the right card here, and new ones that follow it. Returns how much of the portion that took.
    private int place(int at, int most) {
        IncidentId wanted = goal.get(at).id();
        if (at + 1 < cards.size() && cards.get(at + 1).id().equals(wanted)) {
            // The one that stands here belongs further down, and waits until its place is reached.
            cards.remove(at);
            return 1;
        }
        CardModel moved = known.get(wanted);
        if (moved != null) {
            cards.remove(moved);
            cards.add(at, moved);
            return 1;
        }
        int room = cards.size() < IN_SIGHT ? 1 : most;
        var fresh = new ArrayList<CardModel>();
        for (int i = at;
                i < goal.size()
                        && fresh.size() < room
                        && !known.containsKey(goal.get(i).id());
                i++) {
            var card = new CardModel(goal.get(i), taken, words, timing);
            card.meet(company);
            known.put(card.id(), card);
            fresh.add(card);
        }
        cards.addAll(at, fresh);
        return room == 1 ? most : fresh.size();
    }

    /// Who else is there now.
    void meet(Company others) {
        company = others;
        known.values().forEach(card -> card.meet(others));
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
