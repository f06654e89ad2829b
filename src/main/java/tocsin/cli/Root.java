package tocsin.cli;

import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;

/// The first word of every command line, and the options that every command takes.
@Command(
        name = "tocsin",
        description = "An incident command console. Without a command it opens the window.",
        synopsisSubcommandLabel = "[COMMAND]",
        footer = {
            "",
            "INC is an incident's number. TIME is 14:05, -10m, yesterday 23:50, or an instant like 2026-11-21T14:05:00Z.",
            "Words that begin with - go behind --: tocsin log INC -- \"-5 degrees in the server room\"",
            "Exit codes: 0 done, 1 refused or damaged, 2 wrong usage, 3 trouble (disk, busy). `tocsin COMMAND --help` says more.",
            "",
            "Example: tocsin declare \"Checkout errors 62 %%\" --severity 1"
        })
final class Root implements Runnable {
    /// All commands, in the order of the help.
    static final List<Class<?>> COMMANDS = List.of(
            Begin.Declare.class,
            Begin.Report.class,
            Log.class,
            Read.ListIncidents.class,
            Read.Show.class,
            Find.class,
            Lead.Severity.class,
            Lead.Change.class,
            Lead.Assign.class,
            Lead.Release.class,
            Lead.Handover.class,
            Lead.Accept.class,
            Lead.Decline.class,
            Lead.Withdraw.class,
            Lead.TakeCommand.class,
            Lead.Stamp.class,
            Lead.State.class,
            Lead.Waive.class,
            Lead.Plan.class,
            Lead.Step.class,
            Lead.Update.class,
            Lines.Task.class,
            Lines.TaskSet.class,
            Lines.Strike.class,
            Lines.Correct.class,
            Lines.Pin.class,
            Lines.AnswerTo.class,
            Lines.Judge.class,
            Lines.Poll.class,
            Lines.Undo.class,
            Lines.Redact.class,
            People.Check.class,
            Links.Merge.class,
            Links.Unmerge.class,
            Links.Link.class,
            Links.Settle.class,
            Learn.Review.class,
            Promises.Actions.class,
            Closing.Close.class,
            Papers.Export.class,
            Papers.Postmortem.class,
            Figures.Analysis.class,
            Cases.Case.class,
            Cases.Verify.class,
            People.Group.class,
            People.SettingGroup.class,
            Hub.Group.class,
            Hub.Sync.class,
            Safekeeping.VaultGroup.class,
            Locking.Group.class,
            Care.Rebuild.class,
            Care.Demo.class,
            Care.Doctor.class,
            Care.Tour.class);

    @Option(
            names = "--profile",
            paramLabel = "DIR",
            scope = ScopeType.INHERIT,
            description = "the profile folder (default: the platform's data folder, or $$TOCSIN_PROFILE)")
    Optional<String> profile = Optional.empty();

    private final Terminal terminal;

    Root(Terminal terminal) {
        this.terminal = terminal;
    }

    @Option(
            names = "--as",
            paramLabel = "PERSON",
            scope = ScopeType.INHERIT,
            description = "who acts (default: $$TOCSIN_OPERATOR, or the login name)")
    void as(String name) {
        terminal.actAs(name);
    }

    @Option(
            names = "--passphrase-file",
            paramLabel = "FILE",
            scope = ScopeType.INHERIT,
            description = "a file whose first line is the vault's passphrase, the second a new one"
                    + " (default: $$TOCSIN_PASSPHRASE and $$TOCSIN_NEW_PASSPHRASE, or asked for)")
    void passphrases(String file) {
        terminal.passphraseFile(file);
    }

    @Override
    public void run() {
        throw Trouble.usage("which command? `tocsin --help` lists them");
    }
}
