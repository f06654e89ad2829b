package tocsin.cli;

import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tocsin.app.Answer;
import tocsin.domain.incident.IncidentCommand;
import tocsin.domain.postmortem.MeetingNote;

/// What people say to each other about the document: who reads it, comments, the meeting.
final class Discuss {
    private Discuss() {}

    @Command(
            name = "ask",
            description = "Asks somebody to review the postmortem.",
            footer = {"", "Example: tocsin review ask INC-2026-1121-001 \"Ben Okri\""})
    static final class Ask extends Act {
        @Parameters(index = "1", paramLabel = "PERSON", description = "who reads it; not its owner")
        String person = "";

        Ask(Terminal terminal) {
            super(terminal);
        }

        @Override
        IncidentCommand command() {
            return new IncidentCommand.AskReviewer(terminal.person(person));
        }
    }

    @Command(
            name = "release",
            description = "No longer asks somebody to review the postmortem.",
            footer = {"", "Example: tocsin review release INC-2026-1121-001 \"Ben Okri\""})
    static final class Release extends Act {
        @Parameters(index = "1", paramLabel = "PERSON", description = "who was asked")
        String person = "";

        Release(Terminal terminal) {
            super(terminal);
        }

        @Override
        IncidentCommand command() {
            return new IncidentCommand.ReleaseReviewer(terminal.person(person));
        }
    }

    @Command(
            name = "reviewed",
            description = "Says that you have read all of the postmortem, as you were asked.",
            footer = {"", "Example: tocsin review reviewed INC-2026-1121-001 --as \"Ben Okri\""})
    static final class Reviewed extends Act {
        @Option(names = "--note", paramLabel = "TEXT", description = "what you think of it")
        String note = "";

        Reviewed(Terminal terminal) {
            super(terminal);
        }

        @Override
        IncidentCommand command() {
            return new IncidentCommand.FinishReview(note);
        }
    }

    /// An act that leaves something with an id.
    abstract static class Saying extends Act {
        Saying(Terminal terminal) {
            super(terminal);
        }

        @Override
        void told(Answer.Done done) {
            terminal.print("ok " + done.facts().getFirst());
        }
    }

    @Command(
            name = "comment",
            description = "Comments on a section of the postmortem.",
            footer = {"", "Example: tocsin review comment INC-2026-1121-001 summary \"which pool?\""})
    static final class Comment extends Saying {
        @Parameters(index = "1", paramLabel = "SECTION", description = "for example summary")
        String section = "";

        @Parameters(index = "2", paramLabel = "TEXT", description = "what you have to say")
        String text = "";

        @Option(names = "--quote", paramLabel = "TEXT", description = "the words it is about")
        String quote = "";

        Comment(Terminal terminal) {
            super(terminal);
        }

        @Override
        IncidentCommand command() {
            return new IncidentCommand.MakeComment(section, Optional.empty(), Optional.empty(), quote, text);
        }
    }

    private enum CommentEnd {
        ANSWER,
        SETTLE,
        REOPEN
    }

    @Command(
            name = "comment-set",
            description = "Answers, settles or reopens a comment.",
            footer = {
                "",
                "Example: tocsin review comment-set INC-2026-1121-001 k3f...-61 answer --note \"the order pool\""
            })
    static final class CommentSet extends Lines.OnFact {
        @Parameters(index = "2", paramLabel = "WHAT", description = "answer, settle or reopen")
        String what = "";

        @Option(names = "--note", paramLabel = "TEXT", description = "the answer")
        String note = "";

        CommentSet(Terminal terminal) {
            super(terminal);
        }

        @Override
        IncidentCommand command() {
            return switch (Word.of("end of a comment", CommentEnd.values(), what)) {
                case ANSWER -> new IncidentCommand.AnswerComment(target(), note);
                case SETTLE -> new IncidentCommand.SettleComment(target());
                case REOPEN -> new IncidentCommand.ReopenComment(target());
            };
        }
    }

    @Command(
            name = "note",
            description = "Writes down a line of the review meeting.",
            footer = {"", "Example: tocsin review note INC-2026-1121-001 \"who pays for the second site\" --parked"})
    static final class Note extends Saying {
        @Parameters(index = "1", paramLabel = "TEXT", description = "what was said")
        String text = "";

        @Option(names = "--parked", description = "for another time or another table")
        boolean parked;

        Note(Terminal terminal) {
            super(terminal);
        }

        @Override
        IncidentCommand command() {
            return new IncidentCommand.NoteMeeting(parked ? MeetingNote.Kind.PARKED : MeetingNote.Kind.NOTE, text);
        }
    }

    @Command(
            name = "unpark",
            description = "Takes a parked line of the review meeting off the list.",
            footer = {
                "",
                "Example: tocsin review unpark INC-2026-1121-001 k3f...-17 --reason \"the budget round has it\""
            })
    static final class Unpark extends Saying {
        @Parameters(index = "1", paramLabel = "ID", description = "the parked line")
        String note = "";

        @Option(names = "--reason", paramLabel = "TEXT", required = true, description = "what became of it")
        String reason = "";

        Unpark(Terminal terminal) {
            super(terminal);
        }

        @Override
        IncidentCommand command() {
            return new IncidentCommand.ClearParked(terminal.fact(note), reason);
        }
    }

    @Command(
            name = "held",
            description = "Says when the review meeting was held, and stamps it.",
            footer = {"", "Example: tocsin review held INC-2026-1121-001 --from 14:00 --to 14:55"})
    static final class Held extends Act {
        @Option(names = "--from", paramLabel = "TIME", required = true, description = "when it began")
        String from = "";

        @Option(names = "--to", paramLabel = "TIME", required = true, description = "when it ended")
        String to = "";

        Held(Terminal terminal) {
            super(terminal);
        }

        @Override
        Optional<String> at() {
            return Optional.of(to);
        }

        @Override
        IncidentCommand command() {
            return new IncidentCommand.HoldMeeting(
                    terminal.time(Optional.of(from)).orElseThrow(),
                    terminal.time(Optional.of(to)).orElseThrow());
        }
    }
}
