package tocsin;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import tocsin.app.Call;
import tocsin.app.OwnerCall;
import tocsin.app.Profile;
import tocsin.cli.Passphrases;

/// The program's door. A command goes to the owner of the profile if there is one; until that is known, as little of
/// the
/// program as possible is loaded, because `tocsin log` during an incident must be quick.
public final class Main {
    /// Commands that need no profile; they run here whoever owns one.
    private static final Set<String> AT_HOME = Set.of("tour", "demo", "--version", "-V");

    private Main() {}

    public static void main(String[] words) {
        var out = new PrintStream(new FileOutputStream(FileDescriptor.out), false, StandardCharsets.UTF_8);
        var err = new PrintStream(new FileOutputStream(FileDescriptor.err), false, StandardCharsets.UTF_8);
        int exit = run(List.of(words), out, err);
        out.flush();
        err.flush();
        System.exit(exit);
    }

    private static int run(List<String> words, PrintStream out, PrintStream err) {
        Split split = Split.of(words);
        if (split.profile().filter(String::isBlank).isPresent()) {
            err.print("tocsin: --profile names no folder; say which, or leave it out\n");
            return 2;
        }
        Profile profile;
        try {
            profile = split.profile()
                    .map(folder -> new Profile(Path.of(folder)))
                    .orElseGet(() -> Profile.usual(
                            System.getenv(),
                            Path.of(System.getProperty("user.home", ".")),
                            System.getProperty("os.name", "")));
        } catch (InvalidPathException odd) {
            err.print("tocsin: the profile is no folder name on this system: " + odd.getReason()
                    + "; choose another with --profile\n");
            return 2;
        }
        var call = Passphrases.over(
                new Call(split.rest(), Path.of("").toAbsolutePath(), operator(), System.in, out, err), System.getenv());
        try {
            if (!split.atHome() && !OwnerCall.isTooLong(call)) {
                OptionalInt answered = OwnerCall.call(
                        profile, split.rest().isEmpty() ? call.withArguments(List.of(Wiring.RAISE)) : call);
                if (answered.isPresent()) {
                    return answered.getAsInt();
                }
            }
        } catch (IOException broken) {
            err.print("tocsin: the owner of the profile went away in the middle (" + broken.getMessage()
                    + "); what was answered with ok is on disk, try the rest again\n");
            return 3;
        }
        return split.rest().isEmpty() ? Wiring.open(profile, call) : Wiring.run(profile, call);
    }

    private static String operator() {
        String named = System.getenv().getOrDefault("TOCSIN_OPERATOR", "");
        return named.isBlank() ? System.getProperty("user.name", "operator") : named;
    }

    /// The profile option wherever it stands, and the words that are left.
    private record Split(Optional<String> profile, List<String> rest) {
        static Split of(List<String> words) {
            Optional<String> profile = Optional.empty();
            var rest = new ArrayList<String>();
            for (int i = 0; i < words.size(); i++) {
                String word = words.get(i);
                if (word.equals("--")) {
                    rest.addAll(words.subList(i, words.size()));
                    break;
                } else if (word.equals("--profile") && i + 1 < words.size()) {
                    profile = Optional.of(words.get(++i));
                } else if (word.startsWith("--profile=")) {
                    profile = Optional.of(word.substring("--profile=".length()));
                } else {
                    rest.add(word);
                }
            }
            return new Split(profile, List.copyOf(rest));
        }

        boolean atHome() {
            boolean help = rest.contains("--help") || rest.contains("-h");
            boolean checksFile = rest.size() > 1 && rest.getFirst().equals("verify");
            return help || checksFile || (!rest.isEmpty() && AT_HOME.contains(rest.getFirst()));
        }
    }
}
