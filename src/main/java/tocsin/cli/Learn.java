package tocsin.cli;

import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tocsin.app.Answer;
import tocsin.app.Safe;
import tocsin.domain.incident.IncidentCommand;
import tocsin.domain.postmortem.ActionKind;
import tocsin.domain.postmortem.Hardening;
import tocsin.domain.postmortem.OldCase;

/// The parts of a review that the closing rule asks for.
final class Learn {
    private Learn() {}

    @Command(
            name = "review",
            description = "The review of an incident: owner, impact, cause, actions, approval, hardening.",
            footer = {"", "Example: tocsin review owner INC-2026-1121-001 \"Ana Ruiz\""},
            subcommands = {
                Owner.class,
                Impact.class,
                Cause.class,
                Action.class,
                ActionSet.class,
                Submit.class,
                Return.class,
                Approve.class,
                Harden.class,
                Merged.class,
                FullForm.class
            })
    static final class Review implements Runnable {
        @Override
        public void run() {
            throw Trouble.usage("which part? `tocsin review --help` lists them");
        }
    }

    private static LocalDate date(String words) {
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
            description = "States the impact.",
            footer = {
                "",
                "Example: tocsin review impact INC-2026-1121-001 --domain checkout --data none --business \"412 orders\""
            })
    static final class Impact extends Act {
        @Option(names = "--domain", paramLabel = "TEXT", required = true, description = "what did not work")
        String domain = "";

        @Option(names = "--data", paramLabel = "TEXT", required = true, description = "what happened to data, or none")
        String data = "";

        @Option(names = "--business", paramLabel = "TEXT", required = true, description = "what it cost")
        String business = "";

        Impact(Terminal terminal) {
            super(terminal);
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

        @Parameters(index = "2", paramLabel = "TEXT", description = "what to do")
        String text = "";

        @Option(names = "--owner", paramLabel = "PERSON", required = true, description = "one person")
        String owner = "";

        @Option(names = "--due", paramLabel = "DATE", required = true, description = "for example 2026-12-05")
        String due = "";

        @Option(
                names = "--measure",
                paramLabel = "TEXT",
                required = true,
                description = "how you will see that it works")
        String measure = "";

        Action(Terminal terminal) {
            super(terminal);
        }

        @Override
        IncidentCommand command() {
            return new IncidentCommand.AddAction(
                    Word.of("kind", ActionKind.values(), kind), text, terminal.person(owner), date(due), measure);
        }

        @Override
        void told(Answer.Done done) {
            terminal.print("ok " + done.facts().getFirst());
        }
    }

    private enum ActionEnd {
        DONE,
        DROP
    }

    @Command(
            name = "action-set",
            description = "Says what became of an action: done or drop.",
            footer = {
                "",
                "Example: tocsin review action-set INC-2026-1121-001 k3f...-40 done --note \"merged, CI fails\""
            })
    static final class ActionSet extends Lines.OnFact {
        @Parameters(index = "2", paramLabel = "WHAT", description = "done or drop")
        String what = "";

        @Option(names = "--note", paramLabel = "TEXT", required = true, description = "the evidence, or the reason")
        String note = "";

        ActionSet(Terminal terminal) {
            super(terminal);
        }

        @Override
        IncidentCommand command() {
            return switch (Word.of("end of an action", ActionEnd.values(), what)) {
                case DONE -> new IncidentCommand.FinishAction(target(), note);
                case DROP -> new IncidentCommand.DropAction(target(), note);
            };
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
            name = "harden",
            description = "Records a rule made stronger.",
            footer = {
                "",
                "Example: tocsin review harden INC-2026-1121-001 --rule CR-7 --slip too-weak --wording \"defaults count as changes\" --gate ci/config --proof \"run 812 fails\" --reviewer \"Ben Okri\""
            })
    static final class Harden extends Act {
        @Option(names = "--rule", paramLabel = "TEXT", required = true, description = "the rule or gate")
        String rule = "";

        @Option(names = "--said", paramLabel = "TEXT", description = "what it said before")
        String said = "";

        @Option(
                names = "--slip",
                paramLabel = "HOW",
                required = true,
                description = "absent, too-weak, not-enforced, bypassed or unknown")
        String slip = "";

        @Option(names = "--wording", paramLabel = "TEXT", required = true, description = "what it says now")
        String wording = "";

        @Option(names = "--gate", paramLabel = "TEXT", required = true, description = "what enforces it")
        String gate = "";

        @Option(names = "--proof", paramLabel = "TEXT", required = true, description = "how the old case now fails")
        String proof = "";

        @Option(names = "--reviewer", paramLabel = "PERSON", required = true, description = "who looked at it")
        String reviewer = "";

        Harden(Terminal terminal) {
            super(terminal);
        }

        @Override
        IncidentCommand command() {
            return new IncidentCommand.RecordHardening(new Hardening(
                    rule,
                    said,
                    Word.of("slip", Hardening.Slip.values(), slip),
                    wording,
                    gate,
                    proof,
                    terminal.person(reviewer)));
        }
    }

    @Command(
            name = "merged",
            description = "Records that the changed rules are merged and pushed (STOP 3).",
            footer = {"", "Example: tocsin review merged INC-2026-1121-001 commit-4f2a91 --old-case-fails"})
    static final class Merged extends Act {
        @Parameters(index = "1", paramLabel = "REF", description = "the commit or ticket")
        String reference = "";

        @Option(names = "--old-case-fails", description = "you have seen the gate fail on the old case")
        boolean oldCaseFails;

        @Option(names = "--at", paramLabel = "TIME", description = "when it was pushed, if not now")
        Optional<String> at = Optional.empty();

        Merged(Terminal terminal) {
            super(terminal);
        }

        @Override
        Optional<String> at() {
            return at;
        }

        @Override
        IncidentCommand command() {
            return new IncidentCommand.RecordMerge(reference, oldCaseFails ? OldCase.NOW_FAILS : OldCase.NOT_TRIED);
        }
    }

    @Command(
            name = "full-form",
            description = "Forces the full postmortem form, whatever the severity.",
            footer = {"", "Example: tocsin review full-form INC-2026-1121-001 \"data was lost\""})
    static final class FullForm extends Act {
        @Parameters(index = "1", paramLabel = "TRIGGER", description = "what asks for it")
        String trigger = "";

        FullForm(Terminal terminal) {
            super(terminal);
        }

        @Override
        IncidentCommand command() {
            return new IncidentCommand.ForceFullForm(trigger);
        }
    }
}
