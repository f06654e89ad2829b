package tocsin.cli;

import java.time.Instant;
import java.util.Optional;
import picocli.CommandLine.Parameters;
import tocsin.app.Answer;
import tocsin.base.IncidentId;
import tocsin.domain.incident.IncidentCommand;

/// A command about one incident: it asks one thing of it and prints the new state.
abstract class Act implements Runnable {
    final Terminal terminal;

    @Parameters(index = "0", paramLabel = "INC", description = "the incident, for example INC-2026-1121-001")
    String incident = "";

    Act(Terminal terminal) {
        this.terminal = terminal;
    }

    abstract IncidentCommand command();

    /// When it happened, if not now.
    Optional<String> at() {
        return Optional.empty();
    }

    /// What to print when it is done.
    void told(Answer.Done done) {
        terminal.printState(done.incident());
    }

    IncidentId id() {
        return terminal.incident(incident);
    }

    @Override
    public void run() {
        IncidentId id = id();
        Optional<Instant> moment = terminal.time(at());
        told(terminal.act(id, command(), moment));
    }
}
