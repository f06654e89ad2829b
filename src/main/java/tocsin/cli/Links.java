package tocsin.cli;

import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tocsin.app.Gesture;
import tocsin.base.FactId;
import tocsin.base.IncidentId;
import tocsin.domain.incident.IncidentCommand;
import tocsin.domain.incident.Relation;

/// What ties incidents together, and what settles two people's different words.
final class Links {
    private Links() {}

    @Command(
            name = "merge",
            description = "Merges an incident into another. Both logs stay, and it can be taken back.",
            footer = {"", "Example: tocsin merge INC-2026-1121-002 INC-2026-1121-001 --reason \"same pool\""})
    static final class Merge implements Runnable {
        private final Terminal terminal;

        @Parameters(index = "0", paramLabel = "INC", description = "the one that ends")
        String source = "";

        @Parameters(index = "1", paramLabel = "INTO", description = "the one that goes on")
        String target = "";

        @Option(names = "--reason", paramLabel = "TEXT", description = "why")
        String reason = "";

        Merge(Terminal terminal) {
            this.terminal = terminal;
        }

        @Override
        public void run() {
            IncidentId from = terminal.incident(source);
            IncidentId into = terminal.incident(target);
            terminal.printState(terminal.done(terminal.console()
                            .act(new Gesture(
                                    terminal.operator(),
                                    Optional.empty(),
                                    List.of(
                                            new Gesture.Step(from, new IncidentCommand.MergeInto(into, reason)),
                                            new Gesture.Step(into, new IncidentCommand.Absorb(from))))))
                    .incident());
        }
    }

    @Command(
            name = "unmerge",
            description = "Takes a merge back.",
            footer = {"", "Example: tocsin unmerge INC-2026-1121-002"})
    static final class Unmerge implements Runnable {
        private final Terminal terminal;

        @Parameters(index = "0", paramLabel = "INC", description = "the one that was merged")
        String source = "";

        @Option(names = "--reason", paramLabel = "TEXT", description = "why")
        String reason = "";

        Unmerge(Terminal terminal) {
            this.terminal = terminal;
        }

        @Override
        public void run() {
            IncidentId from = terminal.incident(source);
            var unmerge = new Gesture.Step(from, new IncidentCommand.Unmerge(reason));
            List<Gesture.Step> steps = terminal.incidentNow(from)
                    .mergedInto()
                    .map(into -> List.of(unmerge, new Gesture.Step(into, new IncidentCommand.Release(from))))
                    .orElseGet(() -> List.of(unmerge));
            terminal.printState(
                    terminal.done(terminal.console().act(new Gesture(terminal.operator(), Optional.empty(), steps)))
                            .incident());
        }
    }

    @Command(
            name = "link",
            description = "Links two incidents.",
            footer = {"", "Example: tocsin link INC-2026-1121-002 INC-2026-1121-001 --relation caused-by"})
    static final class Link extends Act {
        @Parameters(index = "1", paramLabel = "OTHER", description = "the other incident")
        String other = "";

        @Option(
                names = "--relation",
                paramLabel = "RELATION",
                description = "related (default), caused-by, follows or part-of")
        String relation = Word.spelled(Relation.RELATED);

        @Option(names = "--off", description = "takes the link away")
        boolean off;

        Link(Terminal terminal) {
            super(terminal);
        }

        @Override
        IncidentCommand command() {
            IncidentId to = terminal.incident(other);
            return off
                    ? new IncidentCommand.Unlink(to)
                    : new IncidentCommand.Link(to, Word.of("relation", Relation.values(), relation));
        }
    }

    @Command(
            name = "settle",
            description = "Chooses between two values that people set while apart.",
            footer = {"", "Example: tocsin settle INC-2026-1121-001 k3f...-17 SEV-1"})
    static final class Settle extends Act {
        @Parameters(index = "1", paramLabel = "ID", description = "the conflict, as `show` gives it")
        String fact = "";

        @Parameters(index = "2", paramLabel = "VALUE", description = "the value that holds from now on")
        String value = "";

        Settle(Terminal terminal) {
            super(terminal);
        }

        @Override
        IncidentCommand command() {
            FactId conflict = terminal.fact(fact);
            return new IncidentCommand.SettleConflict(conflict, value);
        }
    }
}
