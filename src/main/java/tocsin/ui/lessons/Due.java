package tocsin.ui.lessons;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import tocsin.domain.postmortem.ActionItem;
import tocsin.ui.kit.Tone;
import tocsin.ui.kit.Words;
import tocsin.ui.sight.Telling;

/// How something stands to its day: a shape, a word and the day itself.
record Due(Tone tone, String word, String day) {
    private static final Duration SOON = Duration.ofDays(2);

    static Due of(Case one, Instant now, Words words) {
        var telling = new Telling(words, one.lesson().zone(), now);
        if (one.approved()) {
            return new Due(
                    Tone.MET,
                    words.get("postmortem.status.approved"),
                    one.lesson()
                            .review()
                            .approval()
                            .map(approval -> telling.moment(approval.at()))
                            .orElse(""));
        }
        if (one.due().isEmpty()) {
            return new Due(Tone.OPEN, words.get("lessons.due.none"), "");
        }
        Instant due = one.due().get();
        Duration left = Duration.between(now, due);
        String length = left.abs().toDays() > 0 ? days(left.abs().toDays(), words) : words.span(left);
        return left.isPositive()
                ? new Due(
                        left.compareTo(SOON) < 0 ? Tone.SOON : Tone.CALM,
                        words.get("lessons.due.in", length),
                        telling.moment(due))
                : new Due(Tone.OVERDUE, words.get("lessons.due.over", length), telling.moment(due));
    }

    static Due of(Owed owed, Instant now, Words words) {
        ActionItem item = owed.item();
        String day = item.due().toString();
        if (!item.open()) {
            return item.verified().isPresent()
                    ? new Due(Tone.MET, words.get("postmortem.verb.verified"), day)
                    : new Due(
                            item.status() == ActionItem.Status.DONE ? Tone.CALM : Tone.QUIET,
                            words.texts().name("action-status", item.status()),
                            day);
        }
        LocalDate today = LocalDate.ofInstant(now, owed.lesson().zone());
        long left = ChronoUnit.DAYS.between(today, item.due());
        if (left < 0) {
            return new Due(Tone.OVERDUE, words.get("lessons.due.over", days(-left, words)), day);
        }
        return left > 1
                ? new Due(Tone.CALM, words.get("lessons.due.in", days(left, words)), day)
                : new Due(Tone.SOON, words.get(left == 0 ? "lessons.due.today" : "lessons.due.tomorrow"), day);
    }

    private static String days(long count, Words words) {
        return words.get("owed.span.days", count);
    }
}
