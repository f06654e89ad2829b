package tocsin.app;

import java.time.Duration;
import tocsin.domain.incident.Refusal;

/// What became of a length of time that a person wrote, such as the box of a task.
public sealed interface LengthReading {
    record Read(Duration length) implements LengthReading {}

    record Unreadable(Refusal why) implements LengthReading {}
}
