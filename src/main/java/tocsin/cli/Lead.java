package tocsin.cli;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tocsin.app.Answer;
import tocsin.app.Gesture;
import tocsin.base.IncidentId;
import tocsin.base.PersonId;
import tocsin.domain.incident.Audience;
import tocsin.domain.incident.EmergencyPlan;
import tocsin.domain.incident.Incident;
import tocsin.domain.incident.IncidentCommand;
import tocsin.domain.incident.Phase;
import tocsin.domain.incident.StampName;
import tocsin.domain.incident.StepResult;
import tocsin.domain.roster.Role;
import tocsin.domain.severity.Environment;
import tocsin.domain.severity.IncidentType;

/// The acts of command.
final class Lead {
    private Lead() {}

    /// By the word of the program, or by the name that the organisation has given the role.
    static Role role(String word, Terminal terminal) {
        Optional<Role> read =
                Role.ofWord(word).or(() -> terminal.console().organisation().roleNamed(word));
        return Word.of("role", Role.values(), read, word, Role::word);
    }

    @Command(
            name = "severity",
            description = "Raises or lowers the level.",
            footer = {"", "Example: tocsin severity INC-2026-1121-001 1"})
    static final class Severity extends Act {
        @Parameters(index = "1", paramLabel = "1-4", description = "1 is the worst")
        String level = "";

        @Option(names = "--reason", paramLabel = "TEXT", description = "why; needed to lower")
        String reason = "";

        Severity(Terminal terminal) {
            super(terminal);
        }

        @Override
        IncidentCommand command() {
            return new IncidentCommand.ChangeSeverity(Levels.read(level), reason);
        }
    }

    @Command(
            name = "change",
            description = "Changes the title, the type or the environment.",
            footer = {"", "Example: tocsin change INC-2026-1121-001 --title \"Checkout down in the EU\" --type data"})
    static final class Change implements Runnable {
        private final Terminal terminal;

        @Parameters(index = "0", paramLabel = "INC", description = "the incident")
        String incident = "";

        @Option(names = "--title", paramLabel = "TEXT", description = "the new title")
        Optional<String> title = Optional.empty();

        @Option(
                names = "--type",
                paramLabel = "TYPE",
                description = "outage, security, performance, data or integration")
        Optional<String> type = Optional.empty();

        @Option(names = "--env", paramLabel = "ENV", description = "production, staging, development or all")
        Optional<String> environment = Optional.empty();

        Change(Terminal terminal) {
            this.terminal = terminal;
        }

        @Override
        public void run() {
            IncidentId id = terminal.incident(incident);
            List<Gesture.Step> steps = Stream.<Optional<? extends IncidentCommand>>of(
                            title.map(IncidentCommand.Retitle::new),
                            type.map(word -> Word.of("type", IncidentType.values(), word))
                                    .map(IncidentCommand.ChangeType::new),
                            environment
                                    .map(word -> Word.of("environment", Environment.values(), word))
                                    .map(IncidentCommand.ChangeEnvironment::new))
                    .flatMap(Optional::stream)
                    .map(command -> new Gesture.Step(id, command))
                    .toList();
            if (steps.isEmpty()) {
                throw Trouble.usage("change what? add --title, --type or --env");
            }
            terminal.printState(
                    terminal.done(terminal.console().act(new Gesture(terminal.operator(), Optional.empty(), steps)))
                            .incident());
        }
    }

    @Command(
            name = "assign",
            description = "Gives a role to a person. Command itself moves by handover.",
            footer = {"", "Example: tocsin assign INC-2026-1121-001 scribe \"Ben Okri\""})
    static final class Assign extends Act {
        @Parameters(index = "1", paramLabel = "ROLE", description = "deputy, scribe, operations, communications ...")
        String role = "";

        @Parameters(index = "2", paramLabel = "PERSON", description = "who takes it")
        String person = "";

        @Option(names = "--team", paramLabel = "NAME", description = "the sub-team they work in")
        Optional<String> team = Optional.empty();

        Assign(Terminal terminal) {
            super(terminal);
        }

        @Override
        IncidentCommand command() {
            return new IncidentCommand.AssignRole(Lead.role(role, terminal), terminal.person(person), team);
        }
    }

    @Command(
            name = "release",
            description = "Takes a role from a person.",
            footer = {"", "Example: tocsin release INC-2026-1121-001 expert \"Ben Okri\""})
    static final class Release extends Act {
        @Parameters(index = "1", paramLabel = "ROLE", description = "the role")
        String role = "";

        @Parameters(index = "2", paramLabel = "PERSON", description = "who lays it down")
        String person = "";

        Release(Terminal terminal) {
            super(terminal);
        }

        @Override
        IncidentCommand command() {
            return new IncidentCommand.ReleaseRole(Lead.role(role, terminal), terminal.person(person));
        }
    }

    @Command(
            name = "handover",
            description = "Offers command, or another role, to a person. It moves when they accept.",
            footer = {"", "Example: tocsin handover INC-2026-1121-001 \"Ana Ruiz\" --worry \"the queue still grows\""})
    static final class Handover extends Act {
        @Parameters(index = "1", paramLabel = "PERSON", description = "the successor")
        String person = "";

        @Option(names = "--role", paramLabel = "ROLE", description = "commander when not said")
        String role = Role.COMMANDER.word();

        @Option(names = "--worry", paramLabel = "TEXT", description = "the one thing that worries you")
        String worry = "";

        Handover(Terminal terminal) {
            super(terminal);
        }

        @Override
        IncidentCommand command() {
            return new IncidentCommand.OfferHandover(
                    Lead.role(role, terminal), terminal.person(person), worry, terminal.brief(id()));
        }
    }

    @Command(
            name = "accept",
            description = "Accepts a role that was offered to you.",
            footer = {"", "Example: tocsin accept INC-2026-1121-001 --as \"Ana Ruiz\""})
    static final class Accept extends Act {
        @Option(names = "--role", paramLabel = "ROLE", description = "commander when not said")
        String role = Role.COMMANDER.word();

        Accept(Terminal terminal) {
            super(terminal);
        }

        @Override
        IncidentCommand command() {
            return new IncidentCommand.AcceptHandover(Lead.role(role, terminal));
        }
    }

    @Command(
            name = "decline",
            description = "Declines a role that was offered to you.",
            footer = {"", "Example: tocsin decline INC-2026-1121-001 --reason \"off shift\" --as \"Ana Ruiz\""})
    static final class Decline extends Act {
        @Option(names = "--role", paramLabel = "ROLE", description = "commander when not said")
        String role = Role.COMMANDER.word();

        @Option(names = "--reason", paramLabel = "TEXT", description = "why")
        String reason = "";

        Decline(Terminal terminal) {
            super(terminal);
        }

        @Override
        IncidentCommand command() {
            return new IncidentCommand.DeclineHandover(Lead.role(role, terminal), reason);
        }
    }

    @Command(
            name = "withdraw",
            description = "Takes back an offered handover.",
            footer = {"", "Example: tocsin withdraw INC-2026-1121-001"})
    static final class Withdraw extends Act {
        @Option(names = "--role", paramLabel = "ROLE", description = "commander when not said")
        String role = Role.COMMANDER.word();

        Withdraw(Terminal terminal) {
            super(terminal);
        }

        @Override
        IncidentCommand command() {
            return new IncidentCommand.WithdrawHandover(Lead.role(role, terminal));
        }
    }

    @Command(
            name = "take-command",
            description = "Takes command formally, without having been offered it.",
            footer = {"", "Example: tocsin take-command INC-2026-1121-001 --reason \"commander unreachable\""})
    static final class TakeCommand extends Act {
        @Option(names = "--reason", paramLabel = "TEXT", description = "why")
        String reason = "";

        TakeCommand(Terminal terminal) {
            super(terminal);
        }

        @Override
        IncidentCommand command() {
            return new IncidentCommand.TakeCommand(reason);
        }
    }

    @Command(
            name = "stamp",
            description = "Sets a stamp: a moment that later reckoning stands on.",
            footer = {"", "Example: tocsin stamp INC-2026-1121-001 impact-started --at 14:02"})
    static final class Stamp extends Act {
        @Parameters(
                index = "1",
                paramLabel = "NAME",
                description = "impact-started, detected, contained, fix-applied ...")
        String name = "";

        @Option(names = "--at", paramLabel = "TIME", description = "when it happened, if not now")
        Optional<String> at = Optional.empty();

        @Option(names = "--by", paramLabel = "PERSON", description = "who did it, if not you")
        Optional<String> by = Optional.empty();

        @Option(names = "--note", paramLabel = "TEXT", description = "one line about it")
        String note = "";

        @Option(names = "--not-applicable", paramLabel = "REASON", description = "says why there is no such moment")
        Optional<String> notApplicable = Optional.empty();

        Stamp(Terminal terminal) {
            super(terminal);
        }

        @Override
        Optional<String> at() {
            return at;
        }

        @Override
        IncidentCommand command() {
            StampName stamp = Word.of("stamp", StampName.values(), StampName.ofWord(name), name, StampName::word);
            return notApplicable.isPresent()
                    ? new IncidentCommand.DismissStamp(stamp, notApplicable.get())
                    : new IncidentCommand.SetStamp(stamp, by.map(terminal::person), note);
        }
    }

    @Command(
            name = "state",
            description = "Moves the incident to another state, through its gates.",
            footer = {"", "Example: tocsin state INC-2026-1121-001 identified"})
    static final class State extends Act {
        @Parameters(
                index = "1",
                paramLabel = "STATE",
                description = "investigating, identified, mitigating, monitoring ...")
        String state = "";

        @Option(names = "--reason", paramLabel = "TEXT", description = "why; needed for a false alarm or a reopening")
        String reason = "";

        State(Terminal terminal) {
            super(terminal);
        }

        @Override
        IncidentCommand.Move command() {
            Phase[] reachable = java.util.Arrays.stream(Phase.values())
                    .filter(phase -> phase != Phase.UNDECLARED)
                    .toArray(Phase[]::new);
            return new IncidentCommand.Move(
                    Word.of("state", reachable, Phase.ofWord(state), state, Phase::word), reason);
        }

        @Override
        public void run() {
            IncidentId id = id();
            Incident before = terminal.incidentNow(id);
            IncidentCommand.Move move = command();
            Answer.Done done = terminal.act(id, move, Optional.empty());
            terminal.printState(done.incident());
            terminal.warn(before, move.to());
        }
    }

    @Command(
            name = "waive",
            description = "Passes a gate without its condition, on the record.",
            footer = {
                "",
                "Example: tocsin waive INC-2026-1121-001 closed.stop3 --reason \"vendor rule\" --second \"Ben Okri\""
            })
    static final class Waive extends Act {
        @Parameters(index = "1", paramLabel = "GATE", description = "the gate's name, as a refusal or `show` gives it")
        String gate = "";

        @Option(names = "--reason", paramLabel = "TEXT", required = true, description = "why")
        String reason = "";

        @Option(
                names = "--second",
                paramLabel = "PERSON",
                description = "the second approver, needed at SEV-1 and SEV-2")
        Optional<String> second = Optional.empty();

        @Option(names = "--days", paramLabel = "N", description = "how long it holds; 7 days when two sign")
        Optional<Integer> days = Optional.empty();

        Waive(Terminal terminal) {
            super(terminal);
        }

        @Override
        IncidentCommand command() {
            Optional<Instant> expiry =
                    days.map(count -> Instant.now().plus(Duration.ofDays(Math.clamp(count, 0, 3660))));
            return new IncidentCommand.Waive(gate, reason, second.map(terminal::person), expiry);
        }
    }

    @Command(
            name = "plan",
            description = "Proposes the emergency plan: one line is enough.",
            footer = {
                "",
                "Example: tocsin plan INC-2026-1121-001 \"roll back to 4.1\" --owner \"Ben Okri\" --back \"redeploy 4.2\""
            })
    static final class Plan extends Act {
        @Parameters(index = "1", paramLabel = "CHANGE", description = "what will be done to production")
        String change = "";

        @Option(names = "--owner", paramLabel = "PERSON", description = "who does it, if not you")
        Optional<String> owner = Optional.empty();

        @Option(names = "--back", paramLabel = "TEXT", required = true, description = "the way back, or none")
        String back = "";

        @Option(names = "--goal", paramLabel = "TEXT", description = "what it should reach")
        Optional<String> goal = Optional.empty();

        @Option(names = "--risk", paramLabel = "TEXT", description = "what could get worse")
        Optional<String> risk = Optional.empty();

        @Option(names = "--verify", paramLabel = "TEXT", description = "how you will see that it worked")
        Optional<String> verification = Optional.empty();

        @Option(names = "--box", paramLabel = "TIME", description = "how long it may take, for example 20m")
        Optional<String> box = Optional.empty();

        @Option(names = "--step", paramLabel = "TEXT", description = "a step of it; give it once for each")
        List<String> steps = List.of();

        Plan(Terminal terminal) {
            super(terminal);
        }

        @Override
        IncidentCommand command() {
            PersonId who = owner.map(terminal::person).orElseGet(terminal::operator);
            return new IncidentCommand.ProposePlan(new EmergencyPlan(
                    change, who, back, goal, risk, verification, box.map(terminal::length), List.copyOf(steps)));
        }
    }

    @Command(
            name = "step",
            description = "Says how a step of the plan ended.",
            footer = {"", "Example: tocsin step INC-2026-1121-001 2 done"})
    static final class Step extends Act {
        @Parameters(index = "1", paramLabel = "N", description = "which step, from 1")
        int number;

        @Parameters(index = "2", paramLabel = "RESULT", description = "done or abandoned")
        String result = "";

        @Option(names = "--reason", paramLabel = "TEXT", description = "why it was abandoned")
        String reason = "";

        Step(Terminal terminal) {
            super(terminal);
        }

        @Override
        IncidentCommand command() {
            return new IncidentCommand.SettlePlanStep(number, Word.of("result", StepResult.values(), result), reason);
        }
    }

    @Command(
            name = "update",
            description = "Writes down an update as it was sent; the update clock starts anew.",
            footer = {"", "Example: tocsin update INC-2026-1121-001 \"We see errors at checkout. Next note 14:40.\""})
    static final class Update extends Act {
        @Parameters(index = "1", paramLabel = "TEXT", description = "the exact text")
        String text = "";

        @Option(names = "--to", paramLabel = "AUDIENCE", description = "internal (default), public or executive")
        String audience = Word.spelled(Audience.INTERNAL);

        @Option(names = "--at", paramLabel = "TIME", description = "when it was sent, if not now")
        Optional<String> at = Optional.empty();

        Update(Terminal terminal) {
            super(terminal);
        }

        @Override
        Optional<String> at() {
            return at;
        }

        @Override
        IncidentCommand command() {
            return new IncidentCommand.SendUpdate(Word.of("audience", Audience.values(), audience), text);
        }
    }
}
