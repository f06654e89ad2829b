package tocsin.cli;

import java.nio.file.Files;
import java.nio.file.Path;
import picocli.CommandLine.Command;
import tocsin.app.lock.Gate;

/// The lock of a whole profile from the terminal. The profile must be free: these commands copy all of it.
final class Locking {
    private Locking() {}

    @Command(
            name = "profile",
            description = "Locks the profile's files under a key in the vault, or opens them again.",
            footer = {"", "Example: tocsin profile lock"},
            subcommands = {Lock.class, Unlock.class, Rekey.class})
    static final class Group implements Runnable {
        @Override
        public void run() {
            throw Trouble.usage("lock, unlock or rekey? `tocsin profile --help` says more");
        }
    }

    @Command(
            name = "lock",
            description = "Writes all files anew so that nobody reads them without the vault's passphrase.",
            footer = {"", "Example: tocsin profile lock"})
    static final class Lock extends Copying {
        Lock(Terminal terminal) {
            super(terminal, Gate.Change.LOCK);
        }

        @Override
        void done(long records) {
            terminal.print("locked: " + records + " records");
            terminal.mention("from now on each start asks for the vault's passphrase; without the file `vault` and its"
                    + " passphrase nobody reads this profile again, so keep a copy of both");
            Path reports = terminal.profile().reports();
            if (Files.isDirectory(reports)) {
                terminal.mention("what you exported lies open, also in " + reports);
            }
        }
    }

    @Command(
            name = "unlock",
            description = "Writes all files anew so that they lie open, as before.",
            footer = {"", "Example: tocsin profile unlock"})
    static final class Unlock extends Copying {
        Unlock(Terminal terminal) {
            super(terminal, Gate.Change.UNLOCK);
        }

        @Override
        void done(long records) {
            terminal.print("unlocked: " + records + " records");
        }
    }

    @Command(
            name = "rekey",
            description = "Writes all files of a locked profile anew under another key.",
            footer = {"", "Example: tocsin profile rekey"})
    static final class Rekey extends Copying {
        Rekey(Terminal terminal) {
            super(terminal, Gate.Change.REKEY);
        }

        @Override
        void done(long records) {
            terminal.print("locked with another key: " + records + " records");
        }
    }

    abstract static class Copying implements Runnable, AtHome {
        final Terminal terminal;
        private final Gate.Change change;

        Copying(Terminal terminal, Gate.Change change) {
            this.terminal = terminal;
            this.change = change;
        }

        @Override
        public boolean needsNoProfile() {
            return true;
        }

        @Override
        public void run() {
            done(terminal.trying(() -> terminal.surroundings().change(change, () -> terminal.passphrases(1)[0])));
        }

        abstract void done(long records);
    }
}
