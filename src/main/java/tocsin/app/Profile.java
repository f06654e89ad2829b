package tocsin.app;

import java.nio.file.Path;
import java.util.Locale;
import java.util.Map;

/// A profile is a folder: `journal/` is the truth, `store/` can be thrown away, the rest is beside them.
public record Profile(Path folder) {
    public Profile {
        folder = folder.toAbsolutePath().normalize();
    }

    /// The platform's data folder, unless `TOCSIN_PROFILE` names another.
    public static Profile usual(Map<String, String> environment, Path home, String system) {
        String named = environment.getOrDefault("TOCSIN_PROFILE", "");
        return new Profile(named.isBlank() ? platformFolder(environment, home, system) : Path.of(named));
    }

    public Path journal() {
        return folder.resolve("journal");
    }

    public Path store() {
        return folder.resolve("store");
    }

    /// The search index; delete it whenever you like.
    public Path index() {
        return folder.resolve("index");
    }

    public Path attachments() {
        return folder.resolve("attachments");
    }

    /// What was made to be printed or sent.
    public Path reports() {
        return folder.resolve("reports");
    }

    public Path logs() {
        return folder.resolve("logs");
    }

    /// The desk's secrets under a passphrase, once somebody made it.
    public Path vault() {
        return folder.resolve("vault");
    }

    /// Where the owner of the profile listens for other commands.
    public Path socket() {
        return folder.resolve("socket");
    }

    private static Path platformFolder(Map<String, String> environment, Path home, String system) {
        String name = system.toLowerCase(Locale.ROOT);
        if (name.contains("win")) {
            String local = environment.getOrDefault("LOCALAPPDATA", "");
            return (local.isBlank() ? home.resolve("AppData").resolve("Local") : Path.of(local)).resolve("Tocsin");
        }
        if (name.contains("mac")) {
            return home.resolve("Library").resolve("Application Support").resolve("Tocsin");
        }
        String data = environment.getOrDefault("XDG_DATA_HOME", "");
        return (data.isBlank() ? home.resolve(".local").resolve("share") : Path.of(data)).resolve("tocsin");
    }
}
