package tocsin.domain.incident;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import tocsin.base.PersonId;

/// What will be done to production, by whom, and the way back. One line is enough to pass its gate.
public record EmergencyPlan(
        String change,
        PersonId owner,
        String wayBack,
        Optional<String> goal,
        Optional<String> risk,
        Optional<String> verification,
        Optional<Duration> box,
        List<String> steps) {

    public static EmergencyPlan ofOneLine(String change, PersonId owner, String wayBack) {
        return new EmergencyPlan(
                change,
                owner,
                wayBack,
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                List.of());
    }
}
