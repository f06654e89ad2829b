package tocsin.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tocsin.app.Answer;
import tocsin.app.Erasing;
import tocsin.base.FactId;
import tocsin.base.IncidentId;
import tocsin.base.Limits;
import tocsin.domain.incident.IncidentCommand;
import tocsin.domain.timeline.HypothesisStatus;
import tocsin.domain.timeline.PollResult;

/// What is done to lines of the log: tasks, corrections, strikes, polls, hypotheses; taking back and erasing.
final class Lines {
    private Lines() {}

    /// An act on one entry or task.
    abstract static class OnFact extends Act {
        @Parameters(
                index = "1",
                paramLabel = "ID",
                description = "the entry or task, as `log` or `show --json` gave it")
        String fact = "";

        OnFact(Terminal terminal) {
            super(terminal);
        }

        FactId target() {
            return terminal.fact(fact);
        }
    }

    @Command(
            name = "task",
            description = "Gives a task to one person, with a time box.",
            footer = {"", "Example: tocsin task INC-2026-1121-001 \"Ben Okri\" \"check the pool size\" --box 10m"})
    static final class Task extends Act {
        @Parameters(index = "1", paramLabel = "PERSON", description = "the one who does it")
        String owner = "";

        @Parameters(index = "2", paramLabel = "TEXT", description = "what to do")
        String text = "";

        @Option(names = "--box", paramLabel = "TIME", description = "how long it may take, for example 10m")
        Optional<String> box = Optional.empty();

        Task(Terminal terminal) {
            super(terminal);
        }

        @Override
        IncidentCommand command() {
            return new IncidentCommand.AssignTask(text, terminal.person(owner), box.map(terminal::length));
        }

        @Override
        void told(Answer.Done done) {
            terminal.print("ok " + done.facts().getFirst());
        }
    }

    private enum TaskEnd {
        READ_BACK,
        DONE,
        DROP,
        EXTEND,
        REASSIGN
    }

    @Command(
            name = "task-set",
            description = "Says what became of a task: read-back, done, drop, extend or reassign.",
            footer = {"", "Example: tocsin task-set INC-2026-1121-001 k3f...-17 done --note \"limit is 200\""})
    static final class TaskSet extends OnFact {
        @Parameters(index = "2", paramLabel = "WHAT", description = "read-back, done, drop, extend or reassign")
        String what = "";

        @Option(names = "--note", paramLabel = "TEXT", description = "the result, or the reason")
        String note = "";

        @Option(names = "--by", paramLabel = "TIME", description = "how much longer, for extend")
        Optional<String> more = Optional.empty();

        @Option(names = "--to", paramLabel = "PERSON", description = "the new owner, for reassign")
        Optional<String> to = Optional.empty();

        TaskSet(Terminal terminal) {
            super(terminal);
        }

        @Override
        IncidentCommand command() {
            return switch (Word.of("end of a task", TaskEnd.values(), what)) {
                case READ_BACK -> new IncidentCommand.ReadBackTask(target());
                case DONE -> new IncidentCommand.FinishTask(target(), note);
                case DROP -> new IncidentCommand.DropTask(target(), note);
                case EXTEND ->
                    new IncidentCommand.ExtendTask(
                            target(),
                            terminal.length(more.orElseThrow(() -> Trouble.usage("extend by how much? add --by 10m"))));
                case REASSIGN ->
                    new IncidentCommand.ReassignTask(
                            target(),
                            terminal.person(to.orElseThrow(() -> Trouble.usage("reassign to whom? add --to PERSON"))));
            };
        }
    }

    @Command(
            name = "strike",
            description = "Strikes an entry. It stays visible.",
            footer = {"", "Example: tocsin strike INC-2026-1121-001 k3f...-17 --reason \"wrong host\""})
    static final class Strike extends OnFact {
        @Option(names = "--reason", paramLabel = "TEXT", required = true, description = "why")
        String reason = "";

        Strike(Terminal terminal) {
            super(terminal);
        }

        @Override
        IncidentCommand command() {
            return new IncidentCommand.StrikeEntry(target(), reason);
        }
    }

    @Command(
            name = "correct",
            description = "Corrects an entry; what stood before stays readable.",
            footer = {"", "Example: tocsin correct INC-2026-1121-001 k3f...-17 \"host db-3\" --time 14:02"})
    static final class Correct extends OnFact {
        @Parameters(index = "2", paramLabel = "TEXT", description = "the right words")
        String text = "";

        @Option(names = "--time", paramLabel = "TIME", description = "when it really happened")
        Optional<String> time = Optional.empty();

        Correct(Terminal terminal) {
            super(terminal);
        }

        @Override
        IncidentCommand command() {
            return new IncidentCommand.CorrectEntry(target(), text, terminal.time(time));
        }
    }

    @Command(
            name = "pin",
            description = "Pins an entry, or lets it go.",
            footer = {"", "Example: tocsin pin INC-2026-1121-001 k3f...-17"})
    static final class Pin extends OnFact {
        @Option(names = "--off", description = "lets it go")
        boolean off;

        Pin(Terminal terminal) {
            super(terminal);
        }

        @Override
        IncidentCommand command() {
            return off ? new IncidentCommand.UnpinEntry(target()) : new IncidentCommand.PinEntry(target());
        }
    }

    @Command(
            name = "answer",
            description = "Answers a question of the log.",
            footer = {"", "Example: tocsin answer INC-2026-1121-001 k3f...-17 \"yes, all regions\""})
    static final class AnswerTo extends OnFact {
        @Parameters(index = "2", paramLabel = "TEXT", description = "the answer")
        String text = "";

        AnswerTo(Terminal terminal) {
            super(terminal);
        }

        @Override
        IncidentCommand command() {
            return new IncidentCommand.AnswerQuestion(target(), text);
        }
    }

    @Command(
            name = "judge",
            description = "Says where a hypothesis stands: open, supported or refuted.",
            footer = {
                "",
                "Example: tocsin judge INC-2026-1121-001 k3f...-17 supported --evidence \"pool at 100 of 100\""
            })
    static final class Judge extends OnFact {
        @Parameters(index = "2", paramLabel = "STATUS", description = "open, supported or refuted")
        String status = "";

        @Option(names = "--evidence", paramLabel = "TEXT", required = true, description = "what shows it")
        String evidence = "";

        Judge(Terminal terminal) {
            super(terminal);
        }

        @Override
        IncidentCommand command() {
            return new IncidentCommand.JudgeHypothesis(
                    target(), Word.of("status", HypothesisStatus.values(), status), evidence);
        }
    }

    @Command(
            name = "poll",
            description = "Asks for strong objections to a decision.",
            footer = {"", "Example: tocsin poll INC-2026-1121-001 k3f...-17 --close going"})
    static final class Poll extends OnFact {
        @Option(names = "--object", paramLabel = "TEXT", description = "raises an objection")
        Optional<String> objection = Optional.empty();

        @Option(names = "--close", paramLabel = "RESULT", description = "going or withdrawn")
        Optional<String> result = Optional.empty();

        Poll(Terminal terminal) {
            super(terminal);
        }

        @Override
        IncidentCommand command() {
            if (objection.isPresent()) {
                return new IncidentCommand.RaiseObjection(target(), objection.get());
            }
            return result.<IncidentCommand>map(word ->
                            new IncidentCommand.ClosePoll(target(), Word.of("result", PollResult.values(), word)))
                    .orElseGet(() -> new IncidentCommand.OpenPoll(target()));
        }
    }

    @Command(
            name = "undo",
            description = "Takes back your last act in an incident, within 30 seconds.",
            footer = {"", "Example: tocsin undo INC-2026-1121-001"})
    static final class Undo implements Runnable {
        private final Terminal terminal;

        @Parameters(index = "0", paramLabel = "INC", description = "the incident")
        String incident = "";

        Undo(Terminal terminal) {
            this.terminal = terminal;
        }

        @Override
        public void run() {
            IncidentId id = terminal.incident(incident);
            terminal.printState(terminal.done(terminal.console().undo(id, terminal.operator()))
                    .incident());
        }
    }

    @Command(
            name = "redact",
            description = {
                "Erases words for good, for example a secret pasted by mistake: those of one fact, or these words wherever"
                        + " they stand in the incident."
            },
            footer = {
                "",
                "Example: tocsin redact INC-2026-1121-001 k3f...-17 --reason \"password\"",
                "         tocsin redact INC-2026-1121-001 --words - --reason \"password\" < secret.txt"
            })
    static final class Redact implements Runnable {
        private final Terminal terminal;

        @Parameters(index = "0", paramLabel = "INC", description = "the incident")
        String incident = "";

        @Parameters(index = "1", paramLabel = "ID", arity = "0..1", description = "the fact whose words go")
        Optional<String> fact = Optional.empty();

        @Option(
                names = "--words",
                paramLabel = "WORDS",
                description = "the words that go; - reads them from standard input, so that no history keeps them")
        Optional<String> words = Optional.empty();

        @Option(names = "--reason", paramLabel = "TEXT", required = true, description = "why, without the secret")
        String reason = "";

        Redact(Terminal terminal) {
            this.terminal = terminal;
        }

        @Override
        public void run() {
            IncidentId id = terminal.incident(incident);
            if (reason.isBlank()) {
                throw Trouble.usage("say why with --reason, without the secret itself");
            }
            if (fact.isPresent() == words.isPresent()) {
                throw Trouble.usage("say what goes: the ID of a fact, or --words WORDS");
            }
            Erasing what = words.<Erasing>map(said -> new Erasing.Words(said.equals("-") ? input() : said))
                    .orElseGet(() -> new Erasing.OfFact(terminal.fact(fact.orElseThrow())));
            Answer.Done done = terminal.done(terminal.console().erase(id, what, reason.strip(), terminal.operator()));
            terminal.print("ok " + done.facts().getFirst());
        }

        private String input() {
            try {
                return new String(terminal.call().in().readNBytes(Limits.TEXT_CHARS), StandardCharsets.UTF_8);
            } catch (IOException unreadable) {
                throw Trouble.usage("standard input cannot be read: " + unreadable.getMessage());
            }
        }
    }
}
