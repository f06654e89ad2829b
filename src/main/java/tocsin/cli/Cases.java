package tocsin.cli;

import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import tocsin.app.Safe;
import tocsin.base.IncidentId;
import tocsin.casefile.CaseFault;
import tocsin.casefile.CaseFile;
import tocsin.casefile.CaseVerdict;
import tocsin.casefile.Imported;
import tocsin.journal.Fault;
import tocsin.journal.Verdict;

/// Sealed case files, and the proof that nothing was changed.
final class Cases {
    private Cases() {}

    @Command(
            name = "case",
            description = "Sealed case files: one incident with its facts, attachments and proofs.",
            footer = {"", "Example: tocsin case export INC-2026-1121-001 pool-exhausted.zip"},
            subcommands = {Export.class, Import.class})
    static final class Case implements Runnable {
        @Override
        public void run() {
            throw Trouble.usage("export or import? `tocsin case --help` says more");
        }
    }

    @Command(
            name = "export",
            description = "Seals an incident into a new file.",
            footer = {"", "Example: tocsin case export INC-2026-1121-001 pool-exhausted.zip"})
    static final class Export implements Runnable {
        private final Terminal terminal;

        @Parameters(index = "0", paramLabel = "INC", description = "the incident")
        String incident = "";

        @Parameters(index = "1", paramLabel = "FILE", description = "the new file; one that is there is not replaced")
        String file = "";

        Export(Terminal terminal) {
            this.terminal = terminal;
        }

        @Override
        public void run() {
            IncidentId id = terminal.incident(incident);
            long facts =
                    terminal.trying(() -> terminal.console().exportCase(id, terminal.file(file), terminal.operator()));
            terminal.print("exported: " + facts + " facts");
        }
    }

    @Command(
            name = "import",
            description = "Checks a case file and takes it in. Twice is once.",
            footer = {"", "Example: tocsin case import pool-exhausted.zip"})
    static final class Import implements Runnable {
        private final Terminal terminal;

        @Parameters(index = "0", paramLabel = "FILE", description = "the case file")
        String file = "";

        Import(Terminal terminal) {
            this.terminal = terminal;
        }

        @Override
        public void run() {
            Imported done =
                    terminal.trying(() -> terminal.console().importCase(terminal.present(file), terminal.operator()));
            terminal.print("imported " + done.incident().number() + ": " + done.added() + " new facts, " + done.known()
                    + " known, " + done.attachments() + " new attachments");
        }
    }

    @Command(
            name = "verify",
            description = "Checks the profile's journal, or a case file: chains, signatures, gaps, damage.",
            footer = {"", "Example: tocsin verify pool-exhausted.zip"})
    static final class Verify implements Runnable, AtHome {
        private final Terminal terminal;

        @Parameters(
                index = "0",
                arity = "0..1",
                paramLabel = "FILE",
                description = "a case file; the journal when not said")
        Optional<String> file = Optional.empty();

        Verify(Terminal terminal) {
            this.terminal = terminal;
        }

        @Override
        public boolean needsNoProfile() {
            return file.isPresent();
        }

        @Override
        public void run() {
            if (file.isPresent()) {
                caseFile(file.get());
            } else {
                journal();
            }
        }

        private void caseFile(String name) {
            CaseVerdict verdict = CaseFile.verify(terminal.present(name));
            verdict.faults().stream()
                    .filter(fault -> !fault.kind().isNote())
                    .map(CaseFault::line)
                    .forEach(terminal::print);
            end(verdict.isWhole(), verdict.found(), verdict.facts(), verdict.desks());
        }

        private void journal() {
            Verdict verdict = terminal.trying(() -> terminal.console().verify());
            for (Fault fault : verdict.faults()) {
                if (!fault.kind().isNote()) {
                    terminal.print(Word.spelled(fault.kind()) + " " + Safe.line(fault.where()) + ": "
                            + Safe.line(fault.words()));
                }
            }
            end(verdict.isWhole(), verdict.found(), verdict.facts(), verdict.desks());
        }

        private void end(boolean whole, long faults, long facts, int desks) {
            if (!whole) {
                throw Trouble.refused("damaged: " + faults + (faults == 1 ? " fault" : " faults") + " among " + facts
                        + " facts; keep this copy and compare it with another desk's");
            }
            terminal.print("whole: " + facts + " facts, " + desks + " desks");
        }
    }
}
