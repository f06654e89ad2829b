package tocsin.cli;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tocsin.app.ActionsCsv;
import tocsin.app.ActionsText;
import tocsin.app.Answer;
import tocsin.app.CsvRefused;
import tocsin.app.Found;
import tocsin.app.Gesture;
import tocsin.app.Lesson;
import tocsin.app.Safe;
import tocsin.base.FactId;
import tocsin.base.IncidentId;
import tocsin.base.PersonId;
import tocsin.domain.checklist.Checklists;
import tocsin.domain.incident.Context;
import tocsin.domain.incident.Incident;
import tocsin.domain.incident.IncidentCommand;
import tocsin.domain.incident.Outcome;
import tocsin.domain.postmortem.ActionItem;
import tocsin.domain.postmortem.ActionKind;
import tocsin.domain.postmortem.ActionScore;
import tocsin.domain.postmortem.Hardens;
import tocsin.domain.postmortem.Priority;
import tocsin.domain.postmortem.Ties;
import tocsin.journal.codec.Json;

/// What is going to be done: the actions of one incident, and of all of them.
final class Promises {
    private Promises() {}

    /// What an action hangs on elsewhere.
    static final class Strings {
        @Option(names = "--priority", paramLabel = "HOW", description = "high, medium or low")
        Optional<String> priority = Optional.empty();

        @Option(names = "--ticket", paramLabel = "REF", description = "where it is worked on")
        Optional<String> ticket = Optional.empty();

        @Option(names = "--factor", paramLabel = "CODE", description = "the contributing factor it answers")
        Optional<String> factor = Optional.empty();

        @Option(names = "--hardens", paramLabel = "yes|no", description = "whether it makes a rule stronger")
        Optional<String> hardens = Optional.empty();

        boolean isSaid() {
            return priority.isPresent() || ticket.isPresent() || factor.isPresent() || hardens.isPresent();
        }

        /// What is not said stays as it is.
        Ties over(Ties standing) {
            return new Ties(
                    priority.map(word -> Word.of("priority", Priority.values(), word))
                            .or(standing::priority),
                    ticket.orElse(standing.ticket()),
                    factor.orElse(standing.factor()),
                    hardens.map(word -> Word.of("answer", Answered.values(), word) == Answered.YES
                                    ? Hardens.A_RULE
                                    : Hardens.NOTHING)
                            .orElse(standing.hardens()));
        }
    }

    private enum Answered {
        YES,
        NO
    }

    @Command(
            name = "action",
            description = "Adds an action: one person, one date, one way to see that it works.",
            footer = {
                "",
                "Example: tocsin review action INC-2026-1121-001 prevent \"show defaults in the diff\" --owner \"Ben Okri\" --due 2026-12-05 --measure \"old case fails in CI\""
            })
    static final class Action extends Act {
        @Parameters(
                index = "1",
                paramLabel = "KIND",
                description = "prevent, detect, mitigate, respond, repair or investigate")
        String kind = "";

        @Parameters(index = "2", paramLabel = "TEXT", description = "what to do; begin with a verb")
        String text = "";

        @Option(names = "--owner", paramLabel = "PERSON", required = true, description = "one person, no team")
        String owner = "";

        @Option(
                names = "--due",
                paramLabel = "DATE",
                description = "for example 2026-12-05; else by level and kind, but an investigation names its own")
        Optional<String> due = Optional.empty();

        @Option(
                names = "--measure",
                paramLabel = "TEXT",
                required = true,
                description = "how you will see that it works")
        String measure = "";

        @Mixin
        Strings strings = new Strings();

        Action(Terminal terminal) {
            super(terminal);
        }

        @Override
        IncidentCommand command() {
            return new IncidentCommand.AddAction(
                    Word.of("kind", ActionKind.values(), kind),
                    text,
                    terminal.person(owner),
                    due.map(Learn::date),
                    measure);
        }

        @Override
        public void run() {
            Ties ties = strings.over(Ties.NONE);
            Answer.Done done = terminal.act(id(), command(), Optional.empty());
            FactId action = done.facts().getFirst();
            if (strings.isSaid()) {
                done = terminal.act(id(), new IncidentCommand.TieAction(action, ties), Optional.empty());
            }
            terminal.print("ok " + action);
            Incident now = done.incident();
            now.review().action(action).ifPresent(item -> advise(now, item));
        }

        /// What would make it better. It is added all the same.
        private void advise(Incident now, ActionItem item) {
            ActionScore score = ActionScore.of(item, now.severity(), now.zone());
            if (!score.empty().isEmpty()) {
                terminal.mention("warning: it promises nothing: " + String.join(", ", score.empty()));
            }
            if (!score.missing().isEmpty()) {
                terminal.mention("warning: score " + score.score() + " of " + ActionScore.MOST + "; better: "
                        + score.missing().stream()
                                .map(point -> terminal.texts().name("score", point))
                                .collect(Collectors.joining("; ")));
            }
        }
    }

    private enum ActionEnd {
        BEGIN,
        DONE,
        VERIFY,
        DROP,
        REASSIGN,
        MOVE,
        REWORD,
        TIE
    }

    @Command(
            name = "action-set",
            description = "Says what became of an action: begin, done, verify, drop, reassign, move, reword or tie.",
            footer = {
                "",
                "Example: tocsin review action-set INC-2026-1121-001 k3f...-40 done --note \"merged, CI fails\""
            })
    static final class ActionSet extends Lines.OnFact {
        @Parameters(
                index = "2",
                paramLabel = "WHAT",
                description = "begin, done, verify, drop, reassign, move, reword or tie")
        String what = "";

        @Option(names = "--note", paramLabel = "TEXT", description = "the evidence, or the reason")
        String note = "";

        @Option(names = "--to", paramLabel = "PERSON", description = "the new owner, for reassign")
        Optional<String> to = Optional.empty();

        @Option(names = "--due", paramLabel = "DATE", description = "the new day, for move")
        Optional<String> due = Optional.empty();

        @Option(names = "--text", paramLabel = "TEXT", description = "the new words, for reword")
        Optional<String> text = Optional.empty();

        @Option(names = "--measure", paramLabel = "TEXT", description = "the new measure, for reword")
        Optional<String> measure = Optional.empty();

        @Mixin
        Strings strings = new Strings();

        ActionSet(Terminal terminal) {
            super(terminal);
        }

        @Override
        IncidentCommand command() {
            return switch (Word.of("end of an action", ActionEnd.values(), what)) {
                case BEGIN -> new IncidentCommand.BeginAction(target());
                case DONE -> new IncidentCommand.FinishAction(target(), note);
                case VERIFY -> new IncidentCommand.VerifyAction(target(), note);
                case DROP -> new IncidentCommand.DropAction(target(), note);
                case REASSIGN ->
                    new IncidentCommand.ReassignAction(
                            target(),
                            terminal.person(to.orElseThrow(() -> Trouble.usage("reassign to whom? add --to PERSON"))));
                case MOVE ->
                    new IncidentCommand.MoveAction(
                            target(),
                            Learn.date(due.orElseThrow(() -> Trouble.usage("move to which day? add --due DATE"))),
                            note);
                case REWORD -> reword();
                case TIE -> tie();
            };
        }

        private IncidentCommand reword() {
            if (text.isEmpty() && measure.isEmpty()) {
                throw Trouble.usage("reword what? add --text or --measure");
            }
            Optional<ActionItem> item = standing();
            return new IncidentCommand.RewordAction(
                    target(),
                    text.or(() -> item.map(ActionItem::text)).orElse(""),
                    measure.or(() -> item.map(ActionItem::measure)).orElse(""));
        }

        private IncidentCommand tie() {
            if (!strings.isSaid()) {
                throw Trouble.usage("tie it to what? add --priority, --ticket, --factor or --hardens");
            }
            return new IncidentCommand.TieAction(
                    target(), strings.over(standing().map(ActionItem::ties).orElse(Ties.NONE)));
        }

        private Optional<ActionItem> standing() {
            return terminal.incidentNow(id()).review().action(target());
        }
    }

    @Command(
            name = "decline",
            description = "Writes down an action that was proposed and will not be done.",
            footer = {
                "",
                "Example: tocsin review decline INC-2026-1121-001 repair \"a second site\" --reason \"too dear\""
            })
    static final class Decline extends Discuss.Saying {
        @Parameters(
                index = "1",
                paramLabel = "KIND",
                description = "prevent, detect, mitigate, respond, repair or investigate")
        String kind = "";

        @Parameters(index = "2", paramLabel = "TEXT", description = "what was proposed")
        String text = "";

        @Option(names = "--reason", paramLabel = "TEXT", required = true, description = "why not")
        String reason = "";

        Decline(Terminal terminal) {
            super(terminal);
        }

        @Override
        IncidentCommand command() {
            return new IncidentCommand.DeclineAction(Word.of("kind", ActionKind.values(), kind), text, reason);
        }
    }

    @Command(
            name = "actions",
            description = "The actions of all incidents.",
            footer = {"", "Example: tocsin actions list --overdue"},
            subcommands = {ListActions.class, Import.class})
    static final class Actions implements Runnable {
        @Override
        public void run() {
            throw Trouble.usage("list or import? `tocsin actions --help` says more");
        }
    }

    @Command(
            name = "list",
            description = "Lists open actions of all incidents, the one due first on top; ! marks what is overdue.",
            footer = {"", "Example: tocsin actions list --overdue --owner \"Ben Okri\""})
    static final class ListActions implements Runnable {
        private final Terminal terminal;

        @Option(names = "--all", description = "done and dropped ones too")
        boolean all;

        @Option(names = "--overdue", description = "only what is past its day")
        boolean overdue;

        @Option(names = "--owner", paramLabel = "PERSON", description = "only this person's")
        Optional<String> owner = Optional.empty();

        @Option(names = "--factor", paramLabel = "CODE", description = "only those that answer this factor")
        Optional<String> factor = Optional.empty();

        @Option(names = "--incident", paramLabel = "INC", description = "only those of this incident")
        Optional<String> incident = Optional.empty();

        @Option(names = "--json", description = "as a JSON array")
        boolean json;

        @Option(names = "--csv", description = "as CSV, which `actions import` reads")
        boolean csv;

        ListActions(Terminal terminal) {
            this.terminal = terminal;
        }

        @Override
        public void run() {
            if (json && csv) {
                throw Trouble.usage("--json or --csv, not both");
            }
            Instant now = Instant.now();
            List<Lesson.Promise> promises = chosen(now);
            if (json) {
                terminal.print(Json.write(ActionsText.tree(promises, now), Json.Style.PRETTY));
            } else {
                terminal.printBlock(csv ? ActionsCsv.write(promises) : ActionsText.of(promises, now, terminal.texts()));
            }
        }

        private List<Lesson.Promise> chosen(Instant now) {
            Optional<IncidentId> one = incident.map(terminal::incident);
            Optional<PersonId> whose = owner.map(terminal::person);
            List<Lesson> lessons = one.isPresent()
                    ? List.of(Lesson.of(terminal.incidentNow(one.get())))
                    : terminal.trying(() -> Lesson.all(terminal.console()));
            return Lesson.promises(lessons).stream()
                    .filter(promise -> all || promise.item().open())
                    .filter(promise -> !overdue || promise.overdue(now))
                    .filter(promise ->
                            whose.isEmpty() || whose.get().equals(promise.item().owner()))
                    .filter(promise -> factor.isEmpty()
                            || factor.get()
                                    .strip()
                                    .equalsIgnoreCase(promise.item().ties().factor()))
                    .toList();
        }
    }

    @Command(
            name = "import",
            description = "Reads actions from a CSV file: all of them, or none when a row is wrong.",
            footer = {"", "Example: tocsin actions import actions.csv"})
    static final class Import implements Runnable {
        private final Terminal terminal;

        @Parameters(
                index = "0",
                paramLabel = "FILE",
                description = "headings as `actions list --csv` writes them; a row without an id adds an action")
        String file = "";

        Import(Terminal terminal) {
            this.terminal = terminal;
        }

        @Override
        public void run() {
            String text = terminal.trying(() -> Files.readString(terminal.present(file), StandardCharsets.UTF_8));
            try {
                take(ActionsCsv.read(text, source(), this::decide, terminal.texts()));
            } catch (CsvRefused refused) {
                throw Trouble.refused("nothing was taken in: " + String.join("; ", refused.faults()));
            }
        }

        private void take(List<ActionsCsv.Row> rows) {
            List<Gesture.Step> steps = ActionsCsv.steps(rows);
            if (steps.isEmpty()) {
                terminal.print("ok, nothing to change");
                return;
            }
            Answer.Done done =
                    terminal.done(terminal.console().act(new Gesture(terminal.operator(), Optional.empty(), steps)));
            List<Gesture.Step> ties = ActionsCsv.ties(rows, done.facts());
            if (!ties.isEmpty()) {
                terminal.done(terminal.console().act(new Gesture(terminal.operator(), Optional.empty(), ties)));
            }
            terminal.print("imported: " + rows.size() + " actions");
        }

        private ActionsCsv.Source source() {
            var known = new HashMap<IncidentId, Incident>();
            return words -> switch (terminal.console().find(words)) {
                case Found.One(var id) -> known.computeIfAbsent(id, terminal::incidentNow);
                case Found.None() -> throw new IllegalArgumentException("no incident " + Safe.cut(words, 60) + " here");
                case Found.Several(var _) ->
                    throw new IllegalArgumentException("two desks gave the number " + Safe.cut(words, 60));
            };
        }

        private Outcome decide(Incident incident, IncidentCommand command) {
            Set<String> teams = terminal.console().organisation().teamNames();
            return incident.decide(
                    command,
                    new Context(
                            terminal.operator(),
                            Instant.now(),
                            Optional.empty(),
                            terminal.rules(incident),
                            Checklists.NONE,
                            teams));
        }
    }
}
