package tocsin.domain.postmortem;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import tocsin.domain.severity.Severity;

/// How likely an action is to be done and to matter: a point for each of five questions. It is shown and stops nothing.
///
/// @param empty phrases in it that promise nothing
public record ActionScore(Set<Point> met, List<String> empty) {
    public static final int MOST = Point.values().length;

    /// One question each.
    public enum Point {
        /// It begins with what is to be done.
        VERB,
        /// It says which thing, in more than a phrase that promises nothing.
        SPECIFIC,
        /// It says how one will see that it works.
        BOUNDED,
        /// It is due within the time that its level and kind ask for.
        IN_TIME,
        /// It hangs on a factor, a ticket or a rule that gets stronger.
        TRACED
    }

    public ActionScore {
        met = Set.copyOf(met);
        empty = List.copyOf(empty);
    }

    public static ActionScore of(ActionItem item, Severity severity, ZoneId zone) {
        var met = EnumSet.noneOf(Point.class);
        if (ActionWords.beginsWithAVerb(item.text())) {
            met.add(Point.VERB);
        }
        if (ActionWords.specific(item.text())) {
            met.add(Point.SPECIFIC);
        }
        if (ActionWords.empty(item.measure()).isEmpty()
                && item.measure().strip().contains(" ")) {
            met.add(Point.BOUNDED);
        }
        LocalDate latest =
                ActionRules.due(item.kind(), item.text(), severity, LocalDate.ofInstant(item.addedAt(), zone));
        if (!item.due().isAfter(latest)) {
            met.add(Point.IN_TIME);
        }
        if (item.ties().traceable()) {
            met.add(Point.TRACED);
        }
        return new ActionScore(met, ActionWords.empty(item.text()));
    }

    public int score() {
        return met.size();
    }

    /// What a better wording would earn, in the order of the questions.
    public List<Point> missing() {
        return EnumSet.allOf(Point.class).stream()
                .filter(point -> !met.contains(point))
                .toList();
    }
}
