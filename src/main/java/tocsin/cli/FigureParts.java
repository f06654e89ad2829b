package tocsin.cli;

import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tocsin.base.FactId;
import tocsin.domain.analysis.Content;
import tocsin.domain.analysis.Node;
import tocsin.domain.incident.IncidentCommand;

/// What can be done to a part that a figure has already.
final class FigureParts {
    private FigureParts() {}

    abstract static class OnNode extends Act {
        @Parameters(index = "1", paramLabel = "ID", description = "the part, as `tocsin analysis show INC` names it")
        String node = "";

        OnNode(Terminal terminal) {
            super(terminal);
        }

        FactId target() {
            return terminal.fact(node);
        }

        /// What it says now; one that is not there is refused with the words of the decision.
        Content content() {
            return terminal.incidentNow(id())
                    .analysis()
                    .node(target())
                    .map(Node::content)
                    .orElseGet(() -> Content.why("?"));
        }
    }

    @Command(
            name = "reword",
            description = "Says a part in other words.",
            footer = {"", "Example: tocsin analysis reword INC-2026-1121-001 k3f...-17 \"pool of 20\""})
    static final class Reword extends OnNode {
        @Parameters(index = "2", paramLabel = "TEXT", description = "the new words")
        String text = "";

        Reword(Terminal terminal) {
            super(terminal);
        }

        @Override
        IncidentCommand command() {
            return new IncidentCommand.ChangeNode(target(), content().withText(text));
        }
    }

    @Command(
            name = "mark",
            description = "Gives a part other marks: rule, a category, a factor and its part, and, or, yes, held.",
            footer = {"", "Example: tocsin analysis mark INC-2026-1121-001 k3f...-17 rule"})
    static final class Mark extends OnNode {
        @Parameters(index = "2..*", paramLabel = "WORD", description = "the marks; none takes them away")
        List<String> marks = List.of();

        Mark(Terminal terminal) {
            super(terminal);
        }

        @Override
        IncidentCommand command() {
            return new IncidentCommand.ChangeNode(target(), content().withMarks(marks));
        }
    }

    @Command(
            name = "move",
            description = "Puts a part below another, or before a neighbour.",
            footer = {"", "Example: tocsin analysis move INC-2026-1121-001 k3f...-17 --under k3f...-12"})
    static final class Move extends OnNode {
        @Option(names = "--under", paramLabel = "ID", description = "the part it stands below; none puts it at the top")
        Optional<String> under = Optional.empty();

        @Option(
                names = "--before",
                paramLabel = "ID",
                description = "the neighbour it stands before; the last when not said")
        Optional<String> before = Optional.empty();

        Move(Terminal terminal) {
            super(terminal);
        }

        @Override
        IncidentCommand command() {
            return new IncidentCommand.MoveNode(target(), under.map(terminal::fact), before.map(terminal::fact));
        }
    }

    @Command(
            name = "drop",
            description = "Takes a part out of its figure, with all that stands below it. The log keeps it.",
            footer = {"", "Example: tocsin analysis drop INC-2026-1121-001 k3f...-17 --reason \"said twice\""})
    static final class Drop extends OnNode {
        @Option(names = "--reason", paramLabel = "TEXT", description = "why")
        String reason = "";

        Drop(Terminal terminal) {
            super(terminal);
        }

        @Override
        IncidentCommand command() {
            return new IncidentCommand.DropNode(target(), reason);
        }
    }
}
