package tocsin.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tocsin.app.CsvRefused;
import tocsin.app.OrganisationAnswer;
import tocsin.app.PeopleCsv;
import tocsin.app.Safe;
import tocsin.app.ShippedChecklists;
import tocsin.domain.checklist.Checklist;
import tocsin.domain.checklist.StepState;
import tocsin.domain.incident.Incident;
import tocsin.domain.incident.IncidentCommand;
import tocsin.domain.organisation.OrganisationCommand;
import tocsin.domain.organisation.Person;
import tocsin.domain.organisation.Setting;
import tocsin.domain.roster.Role;

/// The organisation around the incidents: people, settings and checklists.
final class People {
    private People() {}

    @Command(
            name = "people",
            description = "Who there is: name, initials, contact, trained roles, team.",
            footer = {"", "Example: tocsin people add \"Ana Kovac\" AK --contact \"+49 30 555\" --role commander"},
            subcommands = {
                ListPeople.class,
                Add.class,
                Rename.class,
                Leave.class,
                TeamSet.class,
                Import.class,
                Export.class
            })
    static final class Group implements Runnable {
        @Override
        public void run() {
            throw Trouble.usage("list, add, rename, leave, team, import or export? `tocsin people --help` says more");
        }
    }

    /// Asks something of the organisation and waits until it is on disk.
    private static void organise(Terminal terminal, List<OrganisationCommand> commands) {
        switch (Terminal.await(terminal.console().organise(commands, terminal.operator()))) {
            case OrganisationAnswer.Done(var _, var facts) ->
                terminal.print(facts.isEmpty() ? "ok, nothing to change" : "ok " + facts.getLast());
            case OrganisationAnswer.Refused(var _, var refusal) ->
                throw Trouble.refused(Safe.line(terminal.texts().refusal(refusal)));
        }
    }

    @Command(
            name = "list",
            description = "Lists the people, one a line.",
            footer = {"", "Example: tocsin people list"})
    static final class ListPeople implements Runnable {
        private final Terminal terminal;

        ListPeople(Terminal terminal) {
            this.terminal = terminal;
        }

        @Override
        public void run() {
            for (Person person : terminal.console().organisation().people()) {
                var parts =
                        new ArrayList<>(List.of(person.initials(), person.id().name()));
                person.team().ifPresent(parts::add);
                parts.add(person.contact());
                parts.add(person.trained().stream().map(Role::word).collect(Collectors.joining(", ")));
                terminal.print(parts.stream()
                        .filter(part -> !part.isEmpty())
                        .map(Safe::line)
                        .collect(Collectors.joining("  ")));
            }
        }
    }

    @Command(
            name = "add",
            description = "Adds a person, or sets anew what is known of one.",
            footer = {"", "Example: tocsin people add \"Ana Kovac\" AK --contact \"+49 30 555\" --role commander"})
    static final class Add implements Runnable {
        private final Terminal terminal;

        @Parameters(index = "0", paramLabel = "NAME", description = "the name as the team writes it")
        String name = "";

        @Parameters(index = "1", paramLabel = "INITIALS", description = "1 to 5 letters or digits, nobody else's")
        String initials = "";

        @Option(names = "--contact", paramLabel = "TEXT", description = "how to reach them")
        String contact = "";

        @Option(names = "--role", paramLabel = "ROLE", description = "a role they are trained for; repeatable")
        List<String> roles = new ArrayList<>();

        @Option(names = "--team", paramLabel = "TEAM", description = "their team")
        Optional<String> team = Optional.empty();

        Add(Terminal terminal) {
            this.terminal = terminal;
        }

        @Override
        public void run() {
            List<Role> trained =
                    roles.stream().map(word -> Lead.role(word, terminal)).toList();
            organise(
                    terminal,
                    List.of(new OrganisationCommand.SetPerson(
                            terminal.person(name), initials, contact, trained, team)));
        }
    }

    @Command(
            name = "rename",
            description = "Calls a person otherwise from now on; the log keeps the name of then.",
            footer = {"", "Example: tocsin people rename \"Ana Kovac\" \"Ana Novak\""})
    static final class Rename implements Runnable {
        private final Terminal terminal;

        @Parameters(index = "0", paramLabel = "NAME", description = "who")
        String name = "";

        @Parameters(
                index = "1",
                paramLabel = "NEW",
                description = "the new name; initials made from the old one follow")
        String to = "";

        Rename(Terminal terminal) {
            this.terminal = terminal;
        }

        @Override
        public void run() {
            organise(terminal, List.of(new OrganisationCommand.Rename(terminal.person(name), terminal.person(to))));
        }
    }

    @Command(
            name = "leave",
            description = "Writes down that a person has left.",
            footer = {"", "Example: tocsin people leave \"Ana Kovac\""})
    static final class Leave implements Runnable {
        private final Terminal terminal;

        @Parameters(index = "0", paramLabel = "NAME", description = "who")
        String name = "";

        Leave(Terminal terminal) {
            this.terminal = terminal;
        }

        @Override
        public void run() {
            organise(terminal, List.of(new OrganisationCommand.LetGo(terminal.person(name))));
        }
    }

    @Command(
            name = "team",
            description = "Adds a team, or names its lead.",
            footer = {"", "Example: tocsin people team Payments --lead \"Ana Kovac\""})
    static final class TeamSet implements Runnable {
        private final Terminal terminal;

        @Parameters(index = "0", paramLabel = "TEAM", description = "its name")
        String team = "";

        @Option(names = "--lead", paramLabel = "PERSON", description = "who leads it")
        Optional<String> lead = Optional.empty();

        TeamSet(Terminal terminal) {
            this.terminal = terminal;
        }

        @Override
        public void run() {
            organise(terminal, List.of(new OrganisationCommand.SetTeam(team, lead.map(terminal::person))));
        }
    }

    @Command(
            name = "import",
            description = "Reads people from a CSV file: all of them, or none when a row is wrong.",
            footer = {"", "Example: tocsin people import people.csv"})
    static final class Import implements Runnable {
        private final Terminal terminal;

        @Parameters(index = "0", paramLabel = "FILE", description = "headings: name,initials,contact,roles,team")
        String file = "";

        Import(Terminal terminal) {
            this.terminal = terminal;
        }

        @Override
        public void run() {
            String text = terminal.trying(() -> Files.readString(terminal.present(file), StandardCharsets.UTF_8));
            try {
                organise(terminal, PeopleCsv.read(text, terminal.console().organisation(), terminal.texts()));
            } catch (CsvRefused refused) {
                throw Trouble.refused("nothing was taken in: " + String.join("; ", refused.faults()));
            }
        }
    }

    @Command(
            name = "export",
            description = "Writes the people as CSV, to a new file or to standard output.",
            footer = {"", "Example: tocsin people export people.csv"})
    static final class Export implements Runnable {
        private final Terminal terminal;

        @Parameters(index = "0", arity = "0..1", paramLabel = "FILE", description = "a new file")
        Optional<String> file = Optional.empty();

        Export(Terminal terminal) {
            this.terminal = terminal;
        }

        @Override
        public void run() {
            String text = PeopleCsv.write(terminal.console().organisation());
            if (file.isEmpty()) {
                terminal.printBlock(text);
                return;
            }
            int count = terminal.trying(() -> written(text));
            terminal.print("exported: " + count + " people");
        }

        private int written(String text) throws IOException {
            Files.writeString(
                    terminal.file(file.orElse("")), text, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            return terminal.console().organisation().people().size();
        }
    }

    @Command(
            name = "setting",
            description = "What the organisation has set otherwise than shipped.",
            footer = {"", "Example: tocsin setting set updates.sev1 20m"},
            subcommands = {Settings.class, Set.class, Reset.class})
    static final class SettingGroup implements Runnable {
        @Override
        public void run() {
            throw Trouble.usage("list, set or reset? `tocsin setting --help` says more");
        }
    }

    @Command(
            name = "list",
            description = "Lists every setting with its value; * marks what is not as shipped.",
            footer = {"", "Example: tocsin setting list"})
    static final class Settings implements Runnable {
        private final Terminal terminal;

        Settings(Terminal terminal) {
            this.terminal = terminal;
        }

        @Override
        public void run() {
            var organisation = terminal.console().organisation();
            Arrays.stream(Setting.values())
                    .forEach(setting -> terminal.print((organisation.isShipped(setting) ? "  " : "* ") + setting.key()
                            + " = " + Safe.cut(Safe.line(organisation.value(setting)), 80)));
        }
    }

    @Command(
            name = "set",
            description = "Sets one; a wrong value is answered with what is allowed.",
            footer = {"", "Example: tocsin setting set updates.sev1 20m"})
    static final class Set implements Runnable {
        private final Terminal terminal;

        @Parameters(index = "0", paramLabel = "KEY", description = "as `setting list` shows it")
        String key = "";

        @Parameters(index = "1", paramLabel = "VALUE", description = "the new value")
        String value = "";

        Set(Terminal terminal) {
            this.terminal = terminal;
        }

        @Override
        public void run() {
            organise(terminal, List.of(new OrganisationCommand.ChangeSetting(key, value)));
        }
    }

    @Command(
            name = "reset",
            description = "Goes back to what is shipped.",
            footer = {"", "Example: tocsin setting reset updates.sev1"})
    static final class Reset implements Runnable {
        private final Terminal terminal;

        @Parameters(index = "0", paramLabel = "KEY", description = "as `setting list` shows it")
        String key = "";

        Reset(Terminal terminal) {
            this.terminal = terminal;
        }

        @Override
        public void run() {
            organise(terminal, List.of(new OrganisationCommand.ResetSetting(key)));
        }
    }

    private enum Result {
        DONE(StepState.DONE),
        SKIPPED(StepState.SKIPPED),
        NA(StepState.NOT_APPLICABLE),
        OPEN(StepState.OPEN);

        private final StepState state;

        Result(StepState state) {
            this.state = state;
        }
    }

    @Command(
            name = "check",
            description = "Shows the checklist of an incident, or marks one of its steps.",
            footer = {"", "Example: tocsin check INC-2026-1121-001 outage.scope done"})
    static final class Check implements Runnable {
        private final Terminal terminal;

        @Parameters(index = "0", paramLabel = "INC", description = "the incident")
        String incident = "";

        @Parameters(index = "1", arity = "0..1", paramLabel = "STEP", description = "the id of a step")
        Optional<String> step = Optional.empty();

        @Parameters(index = "2", arity = "0..1", paramLabel = "RESULT", description = "done, skipped, na or open")
        Optional<String> result = Optional.empty();

        @Option(names = "--reason", paramLabel = "TEXT", description = "why; skipping needs it")
        String reason = "";

        @Option(names = "--at", paramLabel = "TIME", description = "when it was done, if not now")
        Optional<String> at = Optional.empty();

        Check(Terminal terminal) {
            this.terminal = terminal;
        }

        @Override
        public void run() {
            var id = terminal.incident(incident);
            if (step.isEmpty()) {
                show(terminal.incidentNow(id));
                return;
            }
            String word =
                    result.orElseThrow(() -> Trouble.usage("done, skipped, na or open? say which behind the step"));
            StepState to = Word.of("result", Result.values(), word).state;
            terminal.printState(
                    terminal.act(id, new IncidentCommand.SettleStep(step.get(), to, reason), terminal.time(at))
                            .incident());
        }

        private void show(Incident now) {
            Checklist list = terminal.console()
                    .organisation()
                    .checklist(now.type(), ShippedChecklists.in(terminal.texts().locale()));
            for (Checklist.Phase phase : list.phases()) {
                var box = phase.box(now.checklist(), now.declaredAt(), Instant.now());
                String mark = box == Checklist.Box.EXCEEDED ? "! " : "";
                terminal.print(mark + Safe.line(phase.title()) + " (" + phase.settled(now.checklist()) + "/"
                        + phase.steps().size() + ")");
                for (Checklist.Step each : phase.steps()) {
                    StepState state = now.checklist().state(each.id());
                    terminal.print(
                            "  [" + (state.settled() ? "x" : " ") + "] " + each.id() + ": " + Safe.line(each.text()));
                }
            }
        }
    }
}
