package tocsin.domain.incident;

import static tocsin.domain.incident.Outcome.refuse;

import java.time.Duration;
import java.util.Optional;
import tocsin.base.Limits;
import tocsin.domain.incident.IncidentCommand.AnalysisCommand;
import tocsin.domain.incident.IncidentCommand.ChecklistCommand;
import tocsin.domain.incident.IncidentCommand.CrewCommand;
import tocsin.domain.incident.IncidentCommand.Declare;
import tocsin.domain.incident.IncidentCommand.LifeCommand;
import tocsin.domain.incident.IncidentCommand.ProseCommand;
import tocsin.domain.incident.IncidentCommand.Report;
import tocsin.domain.incident.IncidentCommand.ReviewCommand;
import tocsin.domain.incident.IncidentCommand.TimelineCommand;

/// Sends a command to the decisions of its kind after the checks that all commands share.
final class Decisions {
    /// Clocks of two people differ a little; beyond this a time is a slip.
    private static final Duration FUTURE_TOLERANCE = Duration.ofMinutes(1);

    private Decisions() {}

    static Outcome decide(Incident incident, IncidentCommand command, Context context) {
        if (context.happenedAt().isAfter(context.now().plus(FUTURE_TOLERANCE))) {
            return refuse("time.future", context.happenedAt());
        }
        boolean begins = command instanceof Declare || command instanceof Report;
        if (incident.phase() == Phase.UNDECLARED && !begins) {
            return refuse("incident.unknown", incident.id().number());
        }
        return switch (command) {
            case LifeCommand life -> new LifeDecisions(incident, context).decide(life);
            case CrewCommand crew -> new CrewDecisions(incident, context).decide(crew);
            case TimelineCommand line -> new TimelineDecisions(incident, context).decide(line);
            case ChecklistCommand check -> new ChecklistDecisions(incident, context).decide(check);
            case AnalysisCommand analysis -> new AnalysisDecisions(incident).decide(analysis);
            case ProseCommand prose -> new ProseDecisions(incident).decide(prose);
            case ReviewCommand review -> new ReviewDecisions(incident, context).decide(review);
        };
    }

    /// The refusal of a text that says nothing or too much.
    static Optional<Outcome> badText(String text, int limit) {
        if (text.isBlank()) {
            return Optional.of(refuse("text.blank"));
        }
        return tooLong(text, limit);
    }

    static Optional<Outcome> tooLong(String text) {
        return tooLong(text, Limits.TEXT_CHARS);
    }

    private static Optional<Outcome> tooLong(String text, int limit) {
        return text.length() > limit ? Optional.of(refuse("text.tooLong", text.length(), limit)) : Optional.empty();
    }

    static Optional<Outcome> badText(String text) {
        return badText(text, Limits.TEXT_CHARS);
    }

    static Optional<Outcome> badReason(String reason) {
        return reason.isBlank() ? Optional.of(refuse("reason.needed")) : badText(reason);
    }

    static boolean commands(Incident incident, Context context) {
        return incident.commander().equals(Optional.of(context.actor()));
    }

    static Outcome onlyCommander(Incident incident) {
        return refuse(
                "incident.onlyCommander",
                incident.commander().map(Object::toString).orElse("-"));
    }
}
