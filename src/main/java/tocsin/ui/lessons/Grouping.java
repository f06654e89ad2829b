package tocsin.ui.lessons;

import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import tocsin.app.Safe;
import tocsin.ui.kit.Tone;
import tocsin.ui.kit.Words;

/// By what the actions stand together.
enum Grouping {
    DUE,
    OWNER,
    FACTOR;

    private static final Duration WEEK = Duration.ofDays(7);
    private static final Duration MONTH = Duration.ofDays(30);

    /// @param order by which the groups follow each other
    record Group(String order, String title, Tone tone) implements Comparable<Group> {
        @Override
        public int compareTo(Group other) {
            return order.compareTo(other.order);
        }
    }

    Grouping next() {
        return values()[(ordinal() + 1) % values().length];
    }

    String name(Words words) {
        return words.get("lessons.by." + name().toLowerCase(Locale.ROOT));
    }

    Group of(Owed owed, Instant now, Words words) {
        return switch (this) {
            case DUE -> due(owed, now, words);
            case OWNER -> {
                String owner = Safe.line(owed.item().owner().name());
                yield new Group(owner.toLowerCase(Locale.ROOT), owner, Tone.QUIET);
            }
            case FACTOR -> {
                String factor = Safe.line(owed.item().ties().factor().strip());
                yield factor.isEmpty()
                        ? new Group(String.valueOf(Character.MAX_VALUE), words.get("lessons.factor.none"), Tone.QUIET)
                        : new Group(factor.toLowerCase(Locale.ROOT), factor, Tone.QUIET);
            }
        };
    }

    private static Group due(Owed owed, Instant now, Words words) {
        if (!owed.item().open()) {
            return new Group("4", words.get("lessons.group.settled"), Tone.QUIET);
        }
        if (owed.overdue(now)) {
            return new Group("0", words.get("lessons.group.overdue"), Tone.OVERDUE);
        }
        Duration left = Duration.between(now, owed.ends());
        return left.compareTo(WEEK) <= 0
                ? new Group("1", words.get("lessons.group.week"), Tone.QUIET)
                : left.compareTo(MONTH) <= 0
                        ? new Group("2", words.get("lessons.group.month"), Tone.QUIET)
                        : new Group("3", words.get("lessons.group.later"), Tone.QUIET);
    }
}
