package tocsin.cli;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tocsin.app.Answer;
import tocsin.app.HardeningFailed;
import tocsin.app.Lesson;
import tocsin.app.Safe;
import tocsin.app.Texts;
import tocsin.base.FactId;
import tocsin.domain.incident.Gate;
import tocsin.domain.incident.Gates;
import tocsin.domain.incident.Incident;
import tocsin.domain.incident.IncidentCommand;
import tocsin.domain.incident.Phase;
import tocsin.domain.incident.ReviewForm;
import tocsin.domain.incident.Rules;
import tocsin.domain.postmortem.Hardening;
import tocsin.domain.postmortem.OldCase;
import tocsin.domain.postmortem.Review;

/// The last steps: the rule made stronger, its merge, and the stops before the end.
final class Closing {
    private Closing() {}

    @Command(
            name = "close",
            description = "Closes an incident whose three stops are met; else names what is missing.",
            footer = {"", "Example: tocsin close INC-2026-1121-001"})
    static final class Close extends Act {
        Close(Terminal terminal) {
            super(terminal);
        }

        @Override
        IncidentCommand command() {
            return new IncidentCommand.Move(Phase.CLOSED, "");
        }
    }

    @Command(
            name = "show",
            description = "Shows where the postmortem stands and what every gate up to the end still asks for.",
            footer = {"", "Example: tocsin review show INC-2026-1121-001"})
    static final class Show implements Runnable {
        private final Terminal terminal;

        @Parameters(index = "0", paramLabel = "INC", description = "the incident")
        String incident = "";

        Show(Terminal terminal) {
            this.terminal = terminal;
        }

        @Override
        public void run() {
            Incident now = terminal.incidentNow(terminal.incident(incident));
            Rules rules = terminal.rules(now);
            Texts texts = terminal.texts();
            Review review = now.review();
            terminal.print("postmortem: " + texts.name("review-status", review.status())
                    + review.owner()
                            .map(owner -> ", " + Safe.line(owner.name()))
                            .orElse("")
                    + review.due().map(due -> ", due " + due).orElse(""));
            terminal.print("form: " + ReviewForm.of(now, rules.policy()).name().toLowerCase(Locale.ROOT));
            ReviewForm.proposed(now, rules, Instant.now())
                    .forEach(trigger -> terminal.print("  speaks for the full form: " + texts.name("trigger", trigger)
                            + " (tocsin review full-form INC " + trigger.word() + ")"));
            review.reviewers()
                    .forEach(each -> terminal.print((each.done() ? "[x] " : "[ ] ") + "reviewer "
                            + Safe.line(each.person().name())));
            for (Phase to : List.of(Phase.POSTMORTEM, Phase.HARDENING, Phase.CLOSED)) {
                Gates.before(to, now, Instant.now(), rules.policy()).forEach(gate -> print(gate, texts));
            }
            terminal.trying(() -> HardeningFailed.among(Lesson.all(terminal.console()))).stream()
                    .filter(failed ->
                            failed.later().equals(now.id()) || failed.earlier().equals(now.id()))
                    .forEach(failed ->
                            terminal.print("! hardening failed: " + Safe.line(failed.rule()) + ", hardened in "
                                    + failed.earlier().number() + ", let "
                                    + failed.later().number() + " through after "
                                    + failed.days() + " days"));
        }

        private void print(Gate gate, Texts texts) {
            String mark = switch (gate.status()) {
                case MET -> "[x] ";
                case WAIVED -> "[w] ";
                case OPEN, WAIVER_EXPIRED -> gate.stops() ? "[ ] " : "[-] ";
            };
            terminal.print(mark + gate.name() + ": " + texts.gate(gate.name())
                    + (gate.open()
                            ? " (" + texts.gateFix(gate.name()) + ")"
                            : gate.evidence()
                                    .map(shown -> " (" + Safe.cut(Safe.line(shown.words()), 80) + ")")
                                    .orElse("")));
        }
    }

    /// What is known of the rollout of a rule.
    static final class Detail {
        @Option(names = "--place", paramLabel = "FILE", description = "the file or page the rule stands in")
        String place = "";

        @Option(names = "--effective", paramLabel = "DATE", description = "since when it holds")
        Optional<String> effective = Optional.empty();

        @Option(names = "--told", paramLabel = "TEXT", description = "who was told")
        String told = "";

        boolean isSaid() {
            return !place.isBlank() || effective.isPresent() || !told.isBlank();
        }

        Hardening.Detail read() {
            Optional<LocalDate> from = effective.map(Learn::date);
            return new Hardening.Detail(place, from, told);
        }
    }

    @Command(
            name = "harden",
            description = "Records a rule made stronger.",
            footer = {
                "",
                "Example: tocsin review harden INC-2026-1121-001 --rule CR-7 --said \"changes are shown\" --slip too-weak --wording \"defaults count as changes\" --gate ci/config --proof \"run 812 fails\" --reviewer \"Ben Okri\""
            })
    static final class Harden extends Act {
        @Option(names = "--rule", paramLabel = "TEXT", required = true, description = "the rule or gate")
        String rule = "";

        @Option(names = "--said", paramLabel = "TEXT", description = "what it said before; nothing when it was absent")
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

        @Mixin
        Detail detail = new Detail();

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

        @Override
        public void run() {
            Answer.Done done = terminal.act(id(), command(), Optional.empty());
            if (detail.isSaid()) {
                FactId rule = done.facts().getFirst();
                done = terminal.act(id(), new IncidentCommand.DetailHardening(rule, detail.read()), Optional.empty());
            }
            told(done);
        }
    }

    @Command(
            name = "rollout",
            description = "Says where the rule of a hardening stands, since when it holds and who was told.",
            footer = {
                "",
                "Example: tocsin review rollout INC-2026-1121-001 k3f...-52 --place rules/config.md --told \"all on call\""
            })
    static final class Rollout extends Lines.OnFact {
        @Mixin
        Detail detail = new Detail();

        Rollout(Terminal terminal) {
            super(terminal);
        }

        @Override
        IncidentCommand command() {
            if (!detail.isSaid()) {
                throw Trouble.usage("what of it? add --place, --effective or --told");
            }
            return new IncidentCommand.DetailHardening(target(), detail.read());
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
}
