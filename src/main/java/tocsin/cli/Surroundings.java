package tocsin.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Supplier;
import tocsin.app.Call;
import tocsin.app.Console;
import tocsin.app.Profile;
import tocsin.app.demo.Counts;
import tocsin.app.lock.Gate;
import tocsin.app.search.Search;
import tocsin.journal.JournalException;

/// What a command may ask of the program around it.
public interface Surroundings {
    Profile profile();

    /// Opens the profile for the command that is about to run. When somebody else owns it, they run the command, and
    /// the
    /// answer is their exit code.
    OptionalInt enter(Call call) throws JournalException, IOException;

    /// The profile's console, once entered.
    Console console();

    /// The search over that console, opened by the first who asks.
    Search search();

    /// Draws every screen; needs no display and no profile.
    List<Path> tour(Path folder) throws JournalException, IOException;

    /// Fills the profile, which must be empty and free, with a month of incidents.
    Counts demo() throws JournalException;

    /// Locks the profile, which must be free, unlocks it or gives it another key. Returns how many records were
    /// written.
    ///
    /// @param passphrase the vault's, asked for only when the change can be made
    long change(Gate.Change change, Supplier<char[]> passphrase) throws JournalException;

    /// One line each on what the screen side of this machine can do.
    List<String> displayNotes();
}
