package tocsin.app;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import tocsin.base.IncidentId;
import tocsin.domain.incident.Incident;
import tocsin.domain.incident.Phase;
import tocsin.domain.postmortem.ActionItem;
import tocsin.domain.postmortem.Review;
import tocsin.domain.severity.Severity;
import tocsin.journal.JournalException;
import tocsin.store.Filter;
import tocsin.store.IncidentRow;

/// What is left of one incident when its log is put aside: the review, and what a list over all of them says of it.
public record Lesson(
        IncidentId incident,
        String title,
        Severity severity,
        Phase phase,
        ZoneId zone,
        Optional<Instant> declaredAt,
        Review review) {

    /// One action with the incident it came of.
    public record Promise(Lesson lesson, ActionItem item) {
        public boolean overdue(Instant now) {
            return item.overdue(now, lesson.zone());
        }

        public Instant dueEnds() {
            return item.dueEnds(lesson.zone());
        }
    }

    public static Lesson of(Incident incident) {
        return new Lesson(
                incident.id(),
                incident.title(),
                incident.severity(),
                incident.phase(),
                incident.zone(),
                incident.declaredAt(),
                incident.review());
    }

    /// Of every incident that was ever declared, read from the journal one after the other, by number. Never on a
    /// thread
    /// that somebody waits for with a key in his hand.
    public static List<Lesson> all(Console console) throws JournalException {
        var lessons = new ArrayList<Lesson>();
        for (IncidentRow row : console.settledStore().incidents(Filter.ALL)) {
            if (row.declaredAt().isPresent()) {
                lessons.add(of(console.history(row.id()).now()));
            }
        }
        lessons.sort(Comparator.comparing(Lesson::incident));
        return List.copyOf(lessons);
    }

    /// What was promised, the day that comes first leading.
    public static List<Promise> promises(List<Lesson> lessons) {
        return lessons.stream()
                .flatMap(lesson -> lesson.review().actions().stream().map(item -> new Promise(lesson, item)))
                .sorted(Comparator.comparing(Promise::dueEnds)
                        .thenComparing(promise -> promise.lesson().incident())
                        .thenComparing(promise -> promise.item().id()))
                .toList();
    }
}
