package tocsin.cli;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;
import tocsin.app.VaultDoor;
import tocsin.vault.VaultException;

/// The vault from the terminal. Passphrases come by `--passphrase-file`, the environment or the keyboard, never as a
/// word of the command line, which every program of this machine can read.
final class Safekeeping {
    private Safekeeping() {}

    @Command(
            name = "vault",
            description = "The desk's secrets under a passphrase.",
            footer = {"", "Example: tocsin vault create"},
            subcommands = {Create.class, Unlock.class, Change.class, LockAfter.class, Lock.class, Status.class})
    static final class VaultGroup implements Runnable {
        @Override
        public void run() {
            throw Trouble.usage(
                    "create, unlock, passphrase, lock-after, lock or status?" + " `tocsin vault --help` says more");
        }
    }

    @Command(
            name = "create",
            description = "Makes the vault of this profile.",
            footer = {"", "Example: tocsin vault create"})
    static final class Create extends AtTheDoor {
        Create(Terminal terminal) {
            super(terminal);
        }

        @Override
        public void run() {
            if (door().state() != VaultDoor.State.NONE) {
                throw Trouble.refused("there is a vault already; `tocsin vault passphrase` changes its passphrase");
            }
            await(door().create(passphrases(1)[0]));
            terminal.print("ok");
            terminal.mention("nobody can open the vault without its passphrase; keep it where you would look for it");
        }
    }

    @Command(
            name = "unlock",
            description = "Opens the vault for the console that has the profile open.",
            footer = {"", "Example: tocsin vault unlock"})
    static final class Unlock extends AtTheDoor {
        Unlock(Terminal terminal) {
            super(terminal);
        }

        @Override
        public void run() {
            unlock();
            printState();
        }
    }

    @Command(
            name = "passphrase",
            description = "Changes the passphrase; the old one opens nothing any more.",
            footer = {"", "Example: tocsin vault passphrase"})
    static final class Change extends AtTheDoor {
        Change(Terminal terminal) {
            super(terminal);
        }

        @Override
        public void run() {
            ensureThere();
            char[][] both = passphrases(2);
            await(door().changePassphrase(both[0], both[1]));
            terminal.print("ok");
        }
    }

    @Command(
            name = "lock-after",
            description = "Locks the vault by itself after so many minutes without use; 0 is never.",
            footer = {"", "Example: tocsin vault lock-after 15"})
    static final class LockAfter extends AtTheDoor {
        @Parameters(index = "0", paramLabel = "MINUTES", description = "0 to 10080")
        int minutes = 0;

        LockAfter(Terminal terminal) {
            super(terminal);
        }

        @Override
        public void run() {
            if (minutes < 0 || minutes > 10_080) {
                throw Trouble.usage("a time without use has 0 (never) to 10080 minutes");
            }
            unlock();
            await(door().lockAfter(Duration.ofMinutes(minutes)));
            printState();
        }
    }

    @Command(
            name = "lock",
            description = "Forgets every secret at once in the console that has the profile open.",
            footer = {"", "Example: tocsin vault lock"})
    static final class Lock extends AtTheDoor {
        Lock(Terminal terminal) {
            super(terminal);
        }

        @Override
        public void run() {
            ensureThere();
            door().lock();
            printState();
        }
    }

    @Command(
            name = "status",
            description = "Says whether there is a vault, whether it is open, and what a passphrase costs to try.",
            footer = {"", "Example: tocsin vault status"})
    static final class Status extends AtTheDoor {
        Status(Terminal terminal) {
            super(terminal);
        }

        @Override
        public void run() {
            printState();
        }
    }

    /// What they share: the door, and how its troubles are said.
    abstract static class AtTheDoor implements Runnable {
        final Terminal terminal;

        AtTheDoor(Terminal terminal) {
            this.terminal = terminal;
        }

        VaultDoor door() {
            return terminal.console().vault();
        }

        void ensureThere() {
            if (door().state() == VaultDoor.State.NONE) {
                throw Trouble.refused("there is no vault yet; make one with `tocsin vault create`");
            }
        }

        void unlock() {
            ensureThere();
            if (door().state() != VaultDoor.State.OPEN) {
                await(door().unlock(passphrases(1)[0]));
            }
        }

        char[][] passphrases(int count) {
            return terminal.passphrases(count);
        }

        void printState() {
            VaultDoor.State state = door().state();
            if (state == VaultDoor.State.NONE) {
                terminal.print("none");
                return;
            }
            String idle = door().idle()
                    .map(time -> time.isZero() ? ", stays open" : ", locks after " + time.toMinutes() + " min")
                    .orElse("");
            try {
                String kept =
                        state == VaultDoor.State.OPEN ? ", " + door().names().size() + " secrets" : "";
                terminal.print((state == VaultDoor.State.OPEN ? "open" : "locked") + ", Argon2id "
                        + door().cost().inWords() + kept + idle);
            } catch (VaultException refused) {
                throw trouble(refused);
            }
        }

        static void await(CompletableFuture<VaultDoor.State> coming) {
            try {
                coming.join();
            } catch (CompletionException failed) {
                throw failed.getCause() instanceof VaultException refused ? trouble(refused) : failed;
            }
        }

        private static Trouble trouble(VaultException refused) {
            String line = String.valueOf(refused.getMessage());
            return refused.why() == VaultException.Why.DISK ? Trouble.broken(line) : Trouble.refused(line);
        }
    }
}
