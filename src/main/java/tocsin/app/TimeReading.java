package tocsin.app;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import tocsin.domain.incident.Refusal;

/// What became of a time that a person wrote.
public sealed interface TimeReading {

    /// Understood. `choice` tells what was chosen where the words alone left two moments open, so that it can be shown.
    record Read(Instant instant, ZoneId zone, Choice choice) implements TimeReading {
        private static final DateTimeFormatter SHOWN = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss", Locale.ROOT);

        /// The moment in full, with the choice that was made: what to echo after the line was taken.
        public String words(Texts texts) {
            String shown = SHOWN.format(instant.atZone(zone)) + " " + zone;
            return choice == Choice.NONE ? shown : shown + " (" + texts.get("time.choice." + choice.word()) + ")";
        }
    }

    /// Not understood, or no such moment exists.
    record Unreadable(Refusal why) implements TimeReading {}

    enum Choice {
        NONE,
        /// A bare time of day that is still to come today: its latest occurrence was yesterday.
        MOST_RECENT,
        /// The clocks went back and the time of day came twice.
        LATER_OF_TWO,
        /// It came twice, and the second time is still to come.
        EARLIER_OF_TWO;

        String word() {
            return name().toLowerCase(Locale.ROOT).replace('_', '-');
        }
    }
}
