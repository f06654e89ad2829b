package tocsin.cli;

import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tocsin.app.AnalysisText;
import tocsin.app.Answer;
import tocsin.domain.analysis.Category;
import tocsin.domain.analysis.Content;
import tocsin.domain.analysis.Differs;
import tocsin.domain.analysis.FactorCode;
import tocsin.domain.analysis.FactorPart;
import tocsin.domain.analysis.Figure;
import tocsin.domain.analysis.Held;
import tocsin.domain.analysis.Join;
import tocsin.domain.incident.IncidentCommand;

/// The figures of the analysis. Adding a part answers its id, which others are put below.
final class Figures {
    private Figures() {}

    @Command(
            name = "analysis",
            description = "The figures of the analysis: whys, fishbone, factors, fault tree, changes, barriers.",
            footer = {"", "Example: tocsin analysis whys INC-2026-1121-001 \"Orders were written twice\""},
            subcommands = {
                Whys.class,
                Fishbone.class,
                Factors.class,
                Fault.class,
                Change.class,
                Barrier.class,
                FigureParts.Reword.class,
                FigureParts.Mark.class,
                FigureParts.Move.class,
                FigureParts.Drop.class,
                Show.class
            })
    static final class Analysis implements Runnable {
        @Override
        public void run() {
            throw Trouble.usage("which figure? `tocsin analysis --help` lists them");
        }
    }

    abstract static class Add extends Act {
        @Parameters(index = "1", paramLabel = "TEXT", description = "what it says")
        String text = "";

        Add(Terminal terminal) {
            super(terminal);
        }

        abstract Figure figure();

        abstract Content content();

        Optional<String> under() {
            return Optional.empty();
        }

        @Override
        IncidentCommand command() {
            return new IncidentCommand.AddNode(figure(), under().map(terminal::fact), content());
        }

        @Override
        void told(Answer.Done done) {
            terminal.print("ok " + done.facts().getFirst());
        }
    }

    abstract static class AddBelow extends Add {
        @Option(names = "--under", paramLabel = "ID", description = "the part it stands below")
        Optional<String> under = Optional.empty();

        AddBelow(Terminal terminal) {
            super(terminal);
        }

        @Override
        Optional<String> under() {
            return under;
        }
    }

    @Command(
            name = "whys",
            description = "Asks why, or answers it; an answer may have neighbours.",
            footer = {
                "",
                "Example: tocsin analysis whys INC-2026-1121-001 \"PAY-07 is silent on rollouts\" --under k3f...-17 --rule"
            })
    static final class Whys extends AddBelow {
        @Option(names = "--rule", description = "it is a rule, a gate or a design: the answers may end here")
        boolean rule;

        Whys(Terminal terminal) {
            super(terminal);
        }

        @Override
        Figure figure() {
            return Figure.WHYS;
        }

        @Override
        Content content() {
            return rule ? Content.rule(text) : Content.why(text);
        }
    }

    @Command(
            name = "fishbone",
            description = "Adds a cause to a bone, or a cause of a cause.",
            footer = {"", "Example: tocsin analysis fishbone INC-2026-1121-001 \"pool of 50\" --category config"})
    static final class Fishbone extends AddBelow {
        @Option(
                names = "--category",
                paramLabel = "WORD",
                description =
                        "change, code, config, capacity, dependency, data, detection, process, people or environment")
        Optional<String> category = Optional.empty();

        Fishbone(Terminal terminal) {
            super(terminal);
        }

        @Override
        Figure figure() {
            return Figure.FISHBONE;
        }

        @Override
        Content content() {
            return category.map(word -> Content.cause(Word.of("category", Category.values(), word), text))
                    .orElseGet(() -> Content.cause(text));
        }
    }

    @Command(
            name = "factors",
            description = "Adds a contributing factor.",
            footer = {
                "",
                "Example: tocsin analysis factors INC-2026-1121-001 \"nothing counts orders\" --code detection-gap --part latent"
            })
    static final class Factors extends Add {
        @Option(names = "--code", paramLabel = "WORD", required = true, description = "what it is about")
        String code = "";

        @Option(
                names = "--part",
                paramLabel = "WORD",
                required = true,
                description = "trigger, latent, detection, response or mitigating-luck")
        String part = "";

        @Option(names = "--evidence", paramLabel = "ID", description = "the entry that shows it")
        Optional<String> evidence = Optional.empty();

        Factors(Terminal terminal) {
            super(terminal);
        }

        @Override
        Figure figure() {
            return Figure.FACTORS;
        }

        @Override
        Content content() {
            return Content.factor(
                    Word.of("factor", FactorCode.values(), code),
                    Word.of("part", FactorPart.values(), part),
                    text,
                    evidence.map(terminal::fact));
        }
    }

    @Command(
            name = "fault",
            description = "Adds an event to the fault tree.",
            footer = {"", "Example: tocsin analysis fault INC-2026-1121-001 \"Orders written twice\" --join and"})
    static final class Fault extends AddBelow {
        @Option(names = "--join", paramLabel = "and|or", description = "how what stands below brings it about")
        Optional<String> join = Optional.empty();

        Fault(Terminal terminal) {
            super(terminal);
        }

        @Override
        Figure figure() {
            return Figure.FAULT;
        }

        @Override
        Content content() {
            return join.map(word -> Content.event(text, Word.of("gate", Join.values(), word)))
                    .orElseGet(() -> Content.event(text));
        }
    }

    @Command(
            name = "change",
            description = "Compares something with when it last worked.",
            footer = {"", "Example: tocsin analysis change INC-2026-1121-001 \"pool size\" --good 50 --bad 20"})
    static final class Change extends Add {
        @Option(
                names = "--good",
                paramLabel = "TEXT",
                required = true,
                description = "how it last was when all was well")
        String good = "";

        @Option(names = "--bad", paramLabel = "TEXT", required = true, description = "how it was when it no longer was")
        String bad = "";

        @Option(names = "--differs", paramLabel = "yes|no|unknown", description = "yes when not said")
        String differs = "yes";

        Change(Terminal terminal) {
            super(terminal);
        }

        @Override
        Figure figure() {
            return Figure.CHANGE;
        }

        @Override
        Content content() {
            return Content.change(text, good, bad, Word.of("answer", Differs.values(), differs));
        }
    }

    @Command(
            name = "barrier",
            description = "Says what became of a defence.",
            footer = {
                "",
                "Example: tocsin analysis barrier INC-2026-1121-001 \"canary\" --should \"halt the rollout\" --held failed --why \"compares error rates only\""
            })
    static final class Barrier extends Add {
        @Option(names = "--should", paramLabel = "TEXT", required = true, description = "what it is made to do")
        String should = "";

        @Option(
                names = "--held",
                paramLabel = "WORD",
                required = true,
                description = "held, absent, bypassed or failed")
        String held = "";

        @Option(names = "--why", paramLabel = "TEXT", description = "how that came about")
        String why = "";

        Barrier(Terminal terminal) {
            super(terminal);
        }

        @Override
        Figure figure() {
            return Figure.BARRIER;
        }

        @Override
        Content content() {
            return Content.barrier(text, should, Word.of("outcome", Held.values(), held), why);
        }
    }

    @Command(
            name = "show",
            description =
                    "Shows the figures with their ids, what is still to be asked, and what is enough for a fault.",
            footer = {"", "Example: tocsin analysis show INC-2026-1121-001"})
    static final class Show implements Runnable {
        private final Terminal terminal;

        @Parameters(index = "0", paramLabel = "INC", description = "the incident")
        String incident = "";

        Show(Terminal terminal) {
            this.terminal = terminal;
        }

        @Override
        public void run() {
            terminal.printBlock(AnalysisText.of(
                    terminal.incidentNow(terminal.incident(incident)).analysis(), terminal.texts()));
        }
    }
}
