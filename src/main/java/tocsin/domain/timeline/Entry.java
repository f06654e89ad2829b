package tocsin.domain.timeline;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tocsin.base.FactId;
import tocsin.base.PersonId;
import tocsin.domain.Recorded;

/// One line of the timeline as it reads now. `source` is the fact that made it; for a SYSTEM entry the text is told by
/// the floors above, in the reader's language.
public record Entry(
        Recorded source,
        EntryKind kind,
        String text,
        Instant occurredAt,
        List<Change> changes,
        Optional<Strike> strike,
        Mark mark,
        Clockwork clockwork) {

    /// Written down this long after it happened, an entry is marked late.
    public static final Duration LATE_AFTER = Duration.ofMinutes(2);

    /// A correction: what stood before, and who changed it when.
    public record Change(String before, Instant occurredBefore, PersonId by, Instant at) {}

    public record Strike(PersonId by, Instant at, String reason) {}

    public enum Mark {
        NONE,
        PINNED
    }

    /// Whether the desk's wall clock had run backwards when the entry was written.
    public enum Clockwork {
        STEADY,
        JUMPED_BACK
    }

    public FactId id() {
        return source.id();
    }

    public PersonId by() {
        return source.actor();
    }

    public Instant recordedAt() {
        return source.recordedAt();
    }

    public boolean struck() {
        return strike.isPresent();
    }

    public boolean pinned() {
        return mark == Mark.PINNED;
    }

    /// How long after the event it was recorded, when that is long enough to say so.
    public Optional<Duration> late() {
        Duration lag = Duration.between(source.happenedAt(), source.recordedAt());
        return lag.compareTo(LATE_AFTER) >= 0 ? Optional.of(lag) : Optional.empty();
    }

    public EntryText words() {
        return new EntryText(text);
    }

    Entry struckBy(Recorded strike, String reason) {
        return struck()
                ? this
                : new Entry(
                        source,
                        kind,
                        text,
                        occurredAt,
                        changes,
                        Optional.of(new Strike(strike.actor(), strike.happenedAt(), reason)),
                        mark,
                        clockwork);
    }

    Entry corrected(Recorded correction, String newText, Optional<Instant> newTime) {
        var change = new Change(text, occurredAt, correction.actor(), correction.recordedAt());
        var all = new java.util.ArrayList<>(changes);
        all.add(change);
        return new Entry(source, kind, newText, newTime.orElse(occurredAt), List.copyOf(all), strike, mark, clockwork);
    }

    Entry marked(Mark newMark) {
        return new Entry(source, kind, text, occurredAt, changes, strike, newMark, clockwork);
    }
}
