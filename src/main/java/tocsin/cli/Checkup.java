package tocsin.cli;

import java.io.IOException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.time.ZonedDateTime;
import java.util.Locale;
import java.util.Set;
import tocsin.app.Console;
import tocsin.app.Opened;
import tocsin.app.Safe;
import tocsin.journal.JournalHealth;
import tocsin.store.Filter;

/// Looks at everything the console stands on; a line each, and `!` where somebody has to act.
final class Checkup {
    private static final Set<String> NETWORK =
            Set.of("nfs", "nfs4", "cifs", "smb", "smbfs", "smb2", "smb3", "9p", "fuse.sshfs", "webdav", "davfs");
    private static final Set<String> SYNCED =
            Set.of("dropbox", "onedrive", "icloud drive", "google drive", "nextcloud");

    private final Terminal terminal;
    private boolean trouble;

    Checkup(Terminal terminal) {
        this.terminal = terminal;
    }

    void run() {
        good("java", System.getProperty("java.vm.name") + " " + Runtime.version());
        terminal.surroundings().displayNotes().forEach(note -> good("display", note));
        Console console = terminal.console();
        good("profile", console.profile().folder().toString());
        disk(console);
        good("clock", ZonedDateTime.now(terminal.zone()).withNano(0).toString());
        journal(console);
        store(console);
        index(console);
        console.opened().notes().forEach(note -> bad("opened", note));
        if (trouble) {
            throw Trouble.refused("something above needs a hand; the lines with ! say what");
        }
    }

    private void disk(Console console) {
        try {
            FileStore store = Files.getFileStore(console.profile().folder());
            String room = (store.getUsableSpace() >> 20) + " MB free on " + store.type();
            String path = console.profile().folder().toString().toLowerCase(Locale.ROOT);
            if (NETWORK.contains(store.type().toLowerCase(Locale.ROOT))) {
                bad("disk", room + ": a network folder can lie about what is on disk; use a local one");
            } else if (SYNCED.stream().anyMatch(path::contains)) {
                bad("disk", room + ": a cloud-synced folder copies the profile behind our back; use another");
            } else {
                good("disk", room);
            }
        } catch (IOException unknown) {
            bad("disk", "cannot be asked: " + unknown.getMessage());
        }
    }

    private void journal(Console console) {
        JournalHealth health = console.journalHealth();
        String words = console.facts() + " facts, desk " + console.desk();
        if (health.state() == JournalHealth.State.RUNNING) {
            good("journal", words + ", accepting");
        } else {
            bad(
                    "journal",
                    words + ", "
                            + health.state().name().toLowerCase(Locale.ROOT).replace('_', ' ')
                            + health.reason().map(reason -> ": " + reason).orElse(""));
        }
    }

    private void store(Console console) {
        int incidents =
                terminal.trying(console::settledStore).incidents(Filter.ALL).size();
        String how = switch (console.opened().store()) {
            case Opened.StoreState.IN_STEP -> "was in step";
            case Opened.StoreState.CAUGHT_UP -> "was given " + console.opened().replayed() + " facts it lacked";
            case Opened.StoreState.REBUILT -> "was folded from the journal";
        };
        good("store", incidents + " incidents, " + how);
    }

    /// Without opening it: the first search does that.
    private void index(Console console) {
        if (console.isLockedAtRest()) {
            good("index", "in memory, because the profile is locked; the first search makes it");
            return;
        }
        try (var files = Files.newDirectoryStream(console.profile().index())) {
            long bytes = 0;
            for (var file : files) {
                bytes += Files.size(file);
            }
            good("index", (bytes >> 20) + " MB, for searching; the next search brings it in step");
        } catch (NoSuchFileException none) {
            good("index", "none yet; the first search makes it");
        } catch (IOException unreadable) {
            bad(
                    "index",
                    "cannot be read: " + unreadable.getMessage() + "; delete "
                            + console.profile().index());
        }
    }

    private void good(String what, String words) {
        terminal.print("%-8s %s".formatted(what, Safe.line(words)));
    }

    private void bad(String what, String words) {
        trouble = true;
        terminal.print("%-8s ! %s".formatted(what, Safe.line(words)));
    }
}
