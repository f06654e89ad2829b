package tocsin.ui.lessons;

import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tocsin.app.HardeningFailed;
import tocsin.app.Safe;
import tocsin.base.PersonId;
import tocsin.domain.postmortem.ActionItem;
import tocsin.domain.postmortem.ActionScore;
import tocsin.ui.kit.Tone;
import tocsin.ui.kit.Words;

/// One line of the lists. What it says is written when it is drawn: of thousands only a few dozen are in sight.
sealed interface Line {
    /// What is told of a line, one under the other in each column.
    ///
    /// @param flag a rule that did not hold, or empty
    record Told(String title, String under, String flag, String who, String how, String third, String fourth, Due due) {
        String spoken() {
            return Stream.of(title, under, flag, who, how, third, fourth, due.word(), due.day())
                    .filter(part -> !part.isEmpty())
                    .collect(Collectors.joining(", "));
        }
    }

    /// What follows belongs together.
    record Head(String title, int count, Tone tone) implements Line {}

    /// A postmortem that is owed, or one whose incident shows that a rule did not hold.
    ///
    /// @param now the minute for which it is told
    record Debt(Case of, List<HardeningFailed> failed, Instant now) implements Line {
        Told told(Words words) {
            String missing = of.missing().stream().map(String::valueOf).collect(Collectors.joining(", "));
            return new Told(
                    of.title(),
                    of.lesson().severity() + " · " + of.number(),
                    of.editedAfterClosing() ? words.get("postmortem.late") : Line.flag(failed, words),
                    of.owner().map(PersonId::name).map(Safe::line).orElseGet(() -> words.get("lessons.nobody")),
                    status(words),
                    missing.isEmpty() ? "" : words.get("lessons.stop", missing),
                    missing.isEmpty() ? "" : words.get("lessons.stop.missing"),
                    due(words));
        }

        String status(Words words) {
            return switch (of.lesson().phase()) {
                case CLOSED -> words.get("postmortem.status.closed");
                default ->
                    of.whole()
                            ? words.get("postmortem.status."
                                    + of.lesson().review().status().name().toLowerCase(java.util.Locale.ROOT))
                            : words.phase(of.lesson().phase());
            };
        }

        Due due(Words words) {
            return Due.of(of, now, words);
        }
    }

    record Action(Owed of, List<HardeningFailed> failed, Instant now) implements Line {
        Told told(Words words) {
            ActionItem item = of.item();
            return new Told(
                    Safe.line(item.text()),
                    Stream.of(
                                    of.lesson().severity().toString(),
                                    of.lesson().incident().number(),
                                    words.texts().name("action", item.kind()),
                                    Safe.line(item.ties().factor()),
                                    Safe.line(item.ties().ticket()))
                            .filter(part -> !part.isEmpty())
                            .collect(Collectors.joining(" · ")),
                    Line.flag(failed, words),
                    Safe.line(item.owner().name()),
                    words.texts().name("action-status", item.status()),
                    words.get("lessons.score", of.score().score(), ActionScore.MOST),
                    words.get("lessons.quality"),
                    due(words));
        }

        Due due(Words words) {
            return Due.of(of, now, words);
        }
    }

    private static String flag(List<HardeningFailed> failed, Words words) {
        return failed.isEmpty()
                ? ""
                : words.get("lessons.failed", Safe.line(failed.getFirst().rule()));
    }
}
