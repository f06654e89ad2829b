package tocsin.cli;

import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tocsin.app.Answer;
import tocsin.app.Found;
import tocsin.app.Gesture;
import tocsin.base.IncidentId;
import tocsin.domain.incident.IncidentCommand;
import tocsin.domain.severity.Environment;
import tocsin.domain.severity.IncidentType;

/// Commands that begin an incident.
final class Begin {
    private Begin() {}

    @Command(
            name = "declare",
            description = "Declares an incident; you are in command. Prints its id.",
            footer = {"", "Example: tocsin declare \"Checkout errors 62 %%\" --severity 1 --at 14:02"})
    static final class Declare implements Runnable {
        private final Terminal terminal;

        @Parameters(
                index = "0",
                paramLabel = "TITLE",
                description = "what is wrong, in a few words, or a reported incident's id")
        String title = "";

        @Option(names = "--severity", paramLabel = "1-4", description = "1 is the worst; 2 when you are not sure")
        Optional<String> severity = Optional.empty();

        @Option(
                names = "--type",
                paramLabel = "TYPE",
                description = "outage, security, performance, data or integration")
        Optional<String> type = Optional.empty();

        @Option(names = "--env", paramLabel = "ENV", description = "production, staging, development or all")
        Optional<String> environment = Optional.empty();

        @Option(names = "--at", paramLabel = "TIME", description = "when it was declared, if not now")
        Optional<String> at = Optional.empty();

        Declare(Terminal terminal) {
            this.terminal = terminal;
        }

        @Override
        public void run() {
            Answer.Done done = reported()
                    .map(id -> terminal.act(id, command(terminal.incidentNow(id).title()), terminal.time(at)))
                    .orElseGet(() -> terminal.done(terminal.console()
                            .declare(new Gesture.Opening(
                                    terminal.operator(), terminal.time(at), terminal.zone(), command(title)))));
            terminal.print(done.incident().id().number());
        }

        /// The signal that is meant, where the words are the number of one.
        private Optional<IncidentId> reported() {
            return terminal.console().find(title) instanceof Found.None
                    ? Optional.empty()
                    : Optional.of(terminal.incident(title));
        }

        private IncidentCommand.Declare command(String words) {
            return new IncidentCommand.Declare(
                    words,
                    severity.map(Levels::read),
                    type.map(word -> Word.of("type", IncidentType.values(), word)),
                    environment.map(word -> Word.of("environment", Environment.values(), word)),
                    terminal.zone());
        }
    }

    @Command(
            name = "report",
            description = "Writes down a signal that is not an incident yet. Prints its id.",
            footer = {"", "Example: tocsin report \"Two customers see slow search\""})
    static final class Report implements Runnable {
        private final Terminal terminal;

        @Parameters(index = "0", paramLabel = "TITLE", description = "what was seen")
        String title = "";

        @Option(names = "--at", paramLabel = "TIME", description = "when it was seen, if not now")
        Optional<String> at = Optional.empty();

        Report(Terminal terminal) {
            this.terminal = terminal;
        }

        @Override
        public void run() {
            var command = new IncidentCommand.Report(title, terminal.zone());
            var opening = new Gesture.Opening(terminal.operator(), terminal.time(at), terminal.zone(), command);
            terminal.print(terminal.done(terminal.console().declare(opening))
                    .incident()
                    .id()
                    .number());
        }
    }
}
