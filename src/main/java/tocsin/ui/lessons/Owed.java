package tocsin.ui.lessons;

import java.time.Instant;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tocsin.app.Lesson;
import tocsin.domain.postmortem.ActionItem;
import tocsin.domain.postmortem.ActionScore;

/// One action with all that would take too long to reckon while it is drawn.
///
/// @param ends the last moment that is in time
/// @param words all that is found by typing, in small letters
record Owed(Lesson.Promise promise, Instant ends, ActionScore score, String words) {
    static Owed of(Lesson.Promise promise) {
        Lesson lesson = promise.lesson();
        ActionItem item = promise.item();
        String words = Stream.of(
                        item.text(),
                        item.measure(),
                        item.owner().name(),
                        item.ties().ticket(),
                        item.ties().factor(),
                        lesson.incident().value(),
                        lesson.title())
                .collect(Collectors.joining(" "))
                .toLowerCase(Locale.ROOT);
        return new Owed(promise, promise.dueEnds(), ActionScore.of(item, lesson.severity(), lesson.zone()), words);
    }

    Lesson lesson() {
        return promise.lesson();
    }

    ActionItem item() {
        return promise.item();
    }

    boolean overdue(Instant now) {
        return item().open() && !ends.isAfter(now);
    }

    /// Done, but nobody has yet seen that it helps.
    boolean unverified() {
        return item().status() == ActionItem.Status.DONE && item().verified().isEmpty();
    }
}
