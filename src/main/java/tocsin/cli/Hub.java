package tocsin.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tocsin.app.HubLink;
import tocsin.app.Safe;
import tocsin.sync.HubSetup;
import tocsin.sync.HubTrouble;
import tocsin.sync.Quarantined;
import tocsin.sync.Round;
import tocsin.sync.SyncState;

/// The hub that desks share: joining it, meeting it, and how it stands.
final class Hub {
    private Hub() {}

    @Command(
            name = "hub",
            description = "The hub where desks share their incidents: a folder, or a PostgreSQL database.",
            footer = {"", "Example: tocsin hub join /mnt/shared/tocsin-hub"},
            subcommands = {Setup.class, Join.class, Leave.class, Status.class})
    static final class Group implements Runnable {
        @Override
        public void run() {
            throw Trouble.usage("setup, join, leave or status? `tocsin hub --help` says more");
        }
    }

    /// Who comes to a hub, and with what.
    static final class Credentials {
        private static final int MOST_CHARS = 1_000;

        @Option(names = "--user", paramLabel = "NAME", description = "the database role")
        String user = "";

        @Option(
                names = "--password-file",
                paramLabel = "FILE",
                description = "a file whose first line is the password of that role; it is kept in the vault alone")
        String file = "";

        char[] password(Terminal terminal) {
            if (file.isEmpty()) {
                if (!user.isEmpty()) {
                    throw Trouble.usage("a role has a password; say where it stands with --password-file");
                }
                return new char[0];
            }
            if (user.isEmpty()) {
                throw Trouble.usage("a password is somebody's; say whose with --user");
            }
            try (BufferedReader lines = Files.newBufferedReader(terminal.present(file))) {
                String first = lines.readLine();
                if (first == null || first.isEmpty() || first.length() > MOST_CHARS) {
                    throw Trouble.usage("the first line of " + file + " is no password");
                }
                return first.toCharArray();
            } catch (IOException unreadable) {
                throw Trouble.broken("the password cannot be read: " + unreadable.getMessage());
            }
        }
    }

    @Command(
            name = "setup",
            description = "Makes a folder or a database into a hub, under an administrator's role; may be done again.",
            footer = {
                "",
                "With --admit it prints the lines that let a person in, for the administrator to run.",
                "Example: tocsin hub setup postgresql://db.example.org/tocsin --user postgres --password-file admin.txt"
            })
    static final class Setup implements Runnable, AtHome {
        private final Terminal terminal;

        @Parameters(index = "0", paramLabel = "URL", description = "postgresql://host/database, or a folder")
        String url = "";

        @Mixin
        Credentials credentials = new Credentials();

        @Option(names = "--admit", paramLabel = "ROLE", description = "print what lets this person in")
        String admit = "";

        @Option(names = "--team", paramLabel = "TEAM", description = "the team of that person (default: everyone)")
        String team = "everyone";

        Setup(Terminal terminal) {
            this.terminal = terminal;
        }

        @Override
        public boolean needsNoProfile() {
            return true;
        }

        @Override
        public void run() {
            if (!admit.isEmpty()) {
                HubSetup.admits(admit, team).forEach(terminal::print);
                return;
            }
            char[] password = credentials.password(terminal);
            meeting(() -> HubSetup.run(url, credentials.user, password::clone)).forEach(terminal::print);
            Arrays.fill(password, '\0');
        }
    }

    @Command(
            name = "join",
            description = "Joins a hub. From here on the window meets it by itself.",
            footer = {
                "",
                "Example: tocsin hub join /mnt/shared/tocsin-hub",
                "Example: tocsin hub join postgresql://db.example.org/tocsin --user ana --password-file password.txt"
            })
    static final class Join extends Safekeeping.AtTheDoor {
        @Parameters(index = "0", paramLabel = "URL", description = "postgresql://host/database, or a folder")
        String url = "";

        @Mixin
        Credentials credentials = new Credentials();

        Join(Terminal terminal) {
            super(terminal);
        }

        @Override
        public void run() {
            char[] password = credentials.password(terminal);
            if (password.length > 0) {
                unlock();
            }
            meeting(() -> {
                terminal.console().hub().join(new HubLink.Joined(url, credentials.user), password);
                return true;
            });
            Arrays.fill(password, '\0');
            terminal.print("joined " + url);
        }
    }

    @Command(
            name = "leave",
            description = "Leaves the hub; everything that came from it stays here.",
            footer = {"", "Example: tocsin hub leave"})
    static final class Leave implements Runnable {
        private final Terminal terminal;

        Leave(Terminal terminal) {
            this.terminal = terminal;
        }

        @Override
        public void run() {
            String url = joined(terminal).url();
            meeting(() -> {
                terminal.console().hub().leave();
                return true;
            });
            terminal.print("left " + url);
        }
    }

    @Command(
            name = "status",
            description = "Says which hub this profile has joined, and how far both sides are.",
            footer = {"", "Example: tocsin hub status"})
    static final class Status extends Visit {
        Status(Terminal terminal) {
            super(terminal);
        }

        @Override
        public void run() {
            HubLink.Joined hub = joined(terminal);
            openFor(hub);
            terminal.print("hub      " + hub.url() + (hub.user().isEmpty() ? "" : " as " + hub.user()));
            Round seen = meeting(() -> terminal.console().hub().look());
            terminal.print("state    " + (seen.isUnfinished() ? "catching up" : "in step"));
            terminal.print("to send  " + seen.queued());
            terminal.print("to fetch " + seen.waiting());
            terminal.print("clock    " + skew(seen.skew()));
            terminal.console().hub().state().ifPresent(state -> printThread(terminal, state));
        }

        private static void printThread(Terminal terminal, SyncState state) {
            state.met()
                    .ifPresent(met -> terminal.print("met      "
                            + Duration.between(met, java.time.Instant.now()).toSeconds() + " s ago"));
            state.quarantine().forEach(each -> terminal.print(held(each)));
            state.present()
                    .forEach(other -> terminal.print("here     " + Safe.cut(other.person(), 60)
                            + other.incident().map(id -> " in " + id.number()).orElse("")));
        }
    }

    @Command(
            name = "sync",
            description = "Meets the hub: sends what it misses and fetches what this desk misses.",
            footer = {"", "Example: tocsin sync --once"})
    static final class Sync extends Visit {
        @Option(names = "--once", description = "until both sides hold the same, instead of until it is stopped")
        boolean once;

        Sync(Terminal terminal) {
            super(terminal);
        }

        @Override
        public void run() {
            openFor(joined(terminal));
            if (!once) {
                stay();
                return;
            }
            long[] carried = new long[2];
            Round last = meeting(() -> terminal.console().hub().meet(round -> {
                carried[0] += round.pushed();
                carried[1] += round.pulled();
                if (round.isUnfinished()) {
                    terminal.mention(round.queued() + " to send, " + round.waiting() + " to fetch");
                }
                round.renewed()
                        .ifPresent(former -> terminal.mention("this profile is a copy of desk " + former
                                + " that others know further; what was written here goes on as desk "
                                + terminal.console().desk()));
            }));
            terminal.print("sent " + carried[0] + ", fetched " + carried[1] + ", to send " + last.queued()
                    + ", to fetch " + last.waiting());
            if (!last.quarantine().isEmpty()) {
                throw Trouble.refused(last.quarantine().stream()
                        .map(Sync::heldShort)
                        .reduce((one, two) -> one + "; " + two)
                        .orElse(""));
            }
        }

        private static String heldShort(Quarantined each) {
            return "not taken in: " + Safe.cut(each.words(), 200);
        }

        /// Until the process is stopped, or for ever: a desk without a screen.
        private void stay() {
            String[] last = {""};
            terminal.console().hub().states().subscribe(state -> {
                String line = line(state);
                if (!line.equals(last[0])) {
                    last[0] = line;
                    terminal.print(line);
                    terminal.out().flush();
                }
            });
            terminal.console().hub().start();
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException asked) {
                Thread.currentThread().interrupt();
            }
        }

        private static String line(SyncState state) {
            String phase =
                    state.phase().name().toLowerCase(java.util.Locale.ROOT).replace('_', ' ');
            return phase + ": to send " + state.queued() + ", to fetch " + state.waiting()
                    + state.trouble().map(words -> "; " + words).orElse("");
        }
    }

    /// What meets the hub and may need the vault for it.
    abstract static class Visit extends Safekeeping.AtTheDoor {
        Visit(Terminal terminal) {
            super(terminal);
        }

        void openFor(HubLink.Joined hub) {
            if (!hub.user().isEmpty()) {
                unlock();
            }
        }
    }

    private interface Meeting<T> {
        T meet() throws HubTrouble, tocsin.journal.JournalException;
    }

    private static <T> T meeting(Meeting<T> work) {
        try {
            return work.meet();
        } catch (HubTrouble trouble) {
            throw trouble.kind() == HubTrouble.Kind.AWAY
                    ? Trouble.broken(trouble.words())
                    : Trouble.refused(trouble.words());
        } catch (tocsin.journal.JournalException trouble) {
            throw Trouble.broken(String.valueOf(trouble.getMessage()));
        }
    }

    private static HubLink.Joined joined(Terminal terminal) {
        Optional<HubLink.Joined> hub = terminal.console().hub().joined();
        return hub.orElseThrow(
                () -> Trouble.refused("this profile has joined no hub; `tocsin hub join URL` does that"));
    }

    private static String held(Quarantined each) {
        return "held     " + Safe.cut(each.words(), 200);
    }

    static String skew(Duration skew) {
        long seconds = skew.abs().toSeconds();
        if (seconds < 1) {
            return "as the hub's";
        }
        return seconds + " s " + (skew.isNegative() ? "behind" : "ahead of") + " the hub's";
    }
}
