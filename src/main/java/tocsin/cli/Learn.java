package tocsin.cli;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tocsin.app.Safe;
import tocsin.domain.incident.IncidentCommand;
import tocsin.domain.postmortem.Damage;
import tocsin.domain.postmortem.Trigger;

/// The parts of a review that the closing rule asks for.
final class Learn {
    private Learn() {}

    @Command(
            name = "review",
            description = "The review of an incident: owner, impact, cause, actions, approval, hardening.",
            footer = {"", "Example: tocsin review owner INC-2026-1121-001 \"Ana Ruiz\""},
            subcommands = {
                Closing.Show.class,
                Owner.class,
                Impact.class,
                Cause.class,
                Promises.Action.class,
                Promises.ActionSet.class,
                Promises.Decline.class,
                Submit.class,
                Discuss.Ask.class,
                Discuss.Release.class,
                Discuss.Reviewed.class,
                Return.class,
                Approve.class,
                Closing.Harden.class,
                Closing.Rollout.class,
                Closing.Merged.class,
                FullForm.class,
                Discuss.Comment.class,
                Discuss.CommentSet.class,
                Discuss.Note.class,
                Discuss.Unpark.class,
                Discuss.Held.class
            })
    static final class Review implements Runnable {
        @Override
        public void run() {
            throw Trouble.usage("which part? `tocsin review --help` lists them");
        }
    }

    static LocalDate date(String words) {
        try {
            return LocalDate.parse(words.strip());
        } catch (DateTimeParseException wrong) {
            throw Trouble.usage("a date is written 2026-12-05, not \"" + Safe.cut(words, 40) + "\"");
        }
    }

    @Command(
            name = "owner",
            description = "Names who writes the postmortem, and by when.",
            footer = {"", "Example: tocsin review owner INC-2026-1121-001 \"Ana Ruiz\" --due 2026-12-01"})
    static final class Owner extends Act {
        @Parameters(index = "1", paramLabel = "PERSON", description = "the owner")
        String person = "";

        @Option(
                names = "--due",
                paramLabel = "DATE",
                description = "when it must be approved; the severity's own when not said")
        Optional<String> due = Optional.empty();

        Owner(Terminal terminal) {
            super(terminal);
        }

        @Override
        IncidentCommand command() {
            Optional<Instant> end = due.map(words -> date(words)
                    .plusDays(1)
                    .atStartOfDay(terminal.zone())
                    .minusSeconds(1)
                    .toInstant());
            return new IncidentCommand.OpenPostmortem(terminal.person(person), end);
        }
    }

    @Command(
            name = "impact",
            description = "States the impact: domain, data and business together, and figures one by one.",
            footer = {
                "",
                "Example: tocsin review impact INC-2026-1121-001 --domain checkout --data none --business \"412 orders\""
            })
    static final class Impact extends Act {
        @Option(names = "--domain", paramLabel = "TEXT", description = "what did not work")
        String domain = "";

        @Option(names = "--data", paramLabel = "TEXT", description = "what happened to data, or none")
        String data = "";

        @Option(names = "--business", paramLabel = "TEXT", description = "what it cost")
        String business = "";

        @Option(names = "--users", paramLabel = "TEXT", description = "how many people felt it")
        String users = "";

        @Option(names = "--revenue", paramLabel = "TEXT", description = "what was lost in money")
        String revenue = "";

        @Option(names = "--tickets", paramLabel = "TEXT", description = "how many wrote to support")
        String tickets = "";

        @Option(names = "--sla", paramLabel = "TEXT", description = "which promises to customers were broken")
        String sla = "";

        Impact(Terminal terminal) {
            super(terminal);
        }

        @Override
        public void run() {
            var commands = new ArrayList<IncidentCommand>();
            if (!domain.isEmpty() || !data.isEmpty() || !business.isEmpty()) {
                commands.add(command());
            }
            measure(commands, Damage.USERS, users);
            measure(commands, Damage.REVENUE, revenue);
            measure(commands, Damage.TICKETS, tickets);
            measure(commands, Damage.SLA_BREACHES, sla);
            if (commands.isEmpty()) {
                throw Trouble.usage("what was it? add --domain, --data and --business, or a figure such as --users");
            }
            told(terminal.act(id(), commands));
        }

        private static void measure(List<IncidentCommand> commands, Damage figure, String words) {
            if (!words.isEmpty()) {
                commands.add(new IncidentCommand.MeasureImpact(figure, words));
            }
        }

        @Override
        IncidentCommand command() {
            return new IncidentCommand.StateImpact(domain, data, business);
        }
    }

    @Command(
            name = "cause",
            description = "States which rule or gate let it through, and how.",
            footer = {
                "",
                "Example: tocsin review cause INC-2026-1121-001 \"config review\" \"defaults are not in the diff\""
            })
    static final class Cause extends Act {
        @Parameters(index = "1", paramLabel = "RULE", description = "the rule or gate")
        String rule = "";

        @Parameters(index = "2", paramLabel = "HOW", description = "how the case slipped by")
        String how = "";

        Cause(Terminal terminal) {
            super(terminal);
        }

        @Override
        IncidentCommand command() {
            return new IncidentCommand.StateCause(rule, how);
        }
    }

    @Command(
            name = "submit",
            description = "Gives the postmortem to its reviewers.",
            footer = {"", "Example: tocsin review submit INC-2026-1121-001"})
    static final class Submit extends Act {
        Submit(Terminal terminal) {
            super(terminal);
        }

        @Override
        IncidentCommand command() {
            return new IncidentCommand.RequestReview();
        }
    }

    @Command(
            name = "return",
            description = "Gives the postmortem back to its owner.",
            footer = {"", "Example: tocsin review return INC-2026-1121-001 --reason \"impact is missing\""})
    static final class Return extends Act {
        @Option(names = "--reason", paramLabel = "TEXT", required = true, description = "what is missing")
        String reason = "";

        Return(Terminal terminal) {
            super(terminal);
        }

        @Override
        IncidentCommand command() {
            return new IncidentCommand.ReturnPostmortem(reason);
        }
    }

    @Command(
            name = "approve",
            description = "Approves the postmortem (STOP 2); somebody else than its owner does.",
            footer = {"", "Example: tocsin review approve INC-2026-1121-001 --as \"Ben Okri\""})
    static final class Approve extends Act {
        Approve(Terminal terminal) {
            super(terminal);
        }

        @Override
        IncidentCommand command() {
            return new IncidentCommand.ApprovePostmortem();
        }
    }

    @Command(
            name = "full-form",
            description = "Forces the full postmortem form, whatever the severity.",
            footer = {"", "Example: tocsin review full-form INC-2026-1121-001 data-loss"})
    static final class FullForm extends Act {
        @Parameters(
                index = "1",
                paramLabel = "TRIGGER",
                description = "data-loss, rollback, noticed-by-people, over-time, or free words")
        String trigger = "";

        FullForm(Terminal terminal) {
            super(terminal);
        }

        @Override
        IncidentCommand command() {
            return new IncidentCommand.ForceFullForm(
                    Trigger.ofWord(trigger).map(Trigger::word).orElse(trigger));
        }
    }
}
