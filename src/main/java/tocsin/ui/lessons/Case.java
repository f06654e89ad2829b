package tocsin.ui.lessons;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tocsin.app.Lesson;
import tocsin.app.Safe;
import tocsin.base.PersonId;
import tocsin.domain.incident.Gate;
import tocsin.domain.incident.Gates;
import tocsin.domain.incident.Incident;
import tocsin.domain.incident.Phase;
import tocsin.domain.incident.Rules;
import tocsin.domain.postmortem.Review;
import tocsin.store.IncidentRow;

/// One incident as this screen lists it. Reckoned away from the JavaFX thread, because with thousands of them it takes
/// too long for a frame.
///
/// @param stops how STOP 1 to 3 stand, in this order; none as long as only its row of the store is known
/// @param facts how many facts it had, since news of two answers may cross on their way
/// @param closed whether what was closed is what stands there
/// @param words all that is found by typing, in small letters
record Case(
        Lesson lesson,
        Optional<PersonId> owner,
        Optional<Instant> due,
        List<Gate.Status> stops,
        List<Owed> actions,
        int facts,
        Closed closed,
        String words) {
    private static final Map<String, Integer> STOPS = Map.of(Gates.STOP_1, 1, Gates.STOP_2, 2, Gates.STOP_3, 3);

    /// What the store says of it before it is folded.
    static Case of(IncidentRow row) {
        var lesson = new Lesson(
                row.id(), row.title(), row.severity(), row.phase(), row.zone(), row.declaredAt(), Review.NONE);
        return new Case(
                lesson,
                row.postmortemOwner(),
                row.postmortemDue(),
                List.of(),
                List.of(),
                0,
                Closed.AS_IT_STANDS,
                words(lesson, row.postmortemOwner()));
    }

    static Case of(Incident incident, Rules rules, Instant now) {
        Lesson lesson = Lesson.of(incident);
        Review review = lesson.review();
        return new Case(
                lesson,
                review.owner(),
                review.due(),
                Gates.before(Phase.CLOSED, incident, now, rules.policy()).stream()
                        .filter(gate -> STOPS.containsKey(gate.name()))
                        .map(Gate::status)
                        .toList(),
                Lesson.promises(List.of(lesson)).stream().map(Owed::of).toList(),
                incident.facts(),
                incident.editedAfterClosing() ? Closed.EDITED_SINCE : Closed.AS_IT_STANDS,
                words(lesson, review.owner()));
    }

    private static String words(Lesson lesson, Optional<PersonId> owner) {
        return Stream.of(
                        lesson.incident().value(),
                        lesson.title(),
                        lesson.severity().toString(),
                        owner.map(PersonId::name).orElse(""))
                .collect(Collectors.joining(" "))
                .toLowerCase(Locale.ROOT);
    }

    /// Whether words came after the closing that nobody has approved.
    enum Closed {
        AS_IT_STANDS,
        EDITED_SINCE
    }

    boolean editedAfterClosing() {
        return closed == Closed.EDITED_SINCE;
    }

    boolean whole() {
        return facts > 0;
    }

    /// Whether somebody has still to write, read or close it.
    boolean owed() {
        return switch (lesson.phase()) {
            case RESOLVED, POSTMORTEM, HARDENING -> true;
            case CLOSED -> editedAfterClosing();
            case MERGED -> false;
            default -> owner.isPresent() && !approved();
        };
    }

    boolean approved() {
        return lesson.review().approval().isPresent() || lesson.phase() == Phase.HARDENING;
    }

    boolean overdue(Instant now) {
        return !approved() && due.filter(moment -> !moment.isAfter(now)).isPresent();
    }

    /// The numbers of the STOPs that hold it open.
    List<Integer> missing() {
        return Stream.of(1, 2, 3)
                .filter(number -> number <= stops.size()
                        && stops.get(number - 1) != Gate.Status.MET
                        && stops.get(number - 1) != Gate.Status.WAIVED)
                .toList();
    }

    String title() {
        return Safe.line(lesson.title());
    }

    String number() {
        return lesson.incident().number();
    }
}
