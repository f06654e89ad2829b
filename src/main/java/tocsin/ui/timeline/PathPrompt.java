package tocsin.ui.timeline;

import java.io.File;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import tocsin.app.Safe;
import tocsin.ui.kit.Prompt;
import tocsin.ui.kit.Words;

/// Asks for the path of a file. `~` is the home folder, and so is where a path begins that begins nowhere.
///
/// @param say what happens with it, with the path as its one slot
record PathPrompt(
        String title,
        String hint,
        String draft,
        Function<String, String> say,
        Path home,
        Folders folders,
        Words words,
        Function<Path, CompletableFuture<Prompt.Outcome>> run)
        implements Prompt {
    private static final int MOST = 60;

    @Override
    public Reading read(String text) {
        String typed = text.strip();
        int cut = Math.max(typed.lastIndexOf('/'), typed.lastIndexOf(File.separatorChar)) + 1;
        String front = typed.substring(0, cut);
        String begun = typed.substring(cut);
        Optional<Path> folder = path(front);
        Optional<Path> file = path(typed);
        if (folder.isEmpty() || file.isEmpty()) {
            return new Wrong(words.get("path.wrong", Safe.line(typed)));
        }
        List<Folders.Item> items = folders.of(folder.get()).orElse(List.of());
        List<Option> options = items.stream()
                .filter(item -> fits(item.name(), begun))
                .limit(MOST)
                .map(item -> option(front, item))
                .toList();
        boolean isFolder = begun.isEmpty()
                || begun.equals("~")
                || items.stream().anyMatch(item -> item.folder() && item.name().equals(begun));
        return isFolder
                ? new Wanting(hint, options)
                : new Ready(say.apply(Safe.line(typed)), List.of(), options, () -> run.apply(file.get()));
    }

    private static Option option(String front, Folders.Item item) {
        String name = item.name() + (item.folder() ? File.separator : "");
        return Option.of(front + name, Safe.line(name), "");
    }

    /// Hidden names come when they are asked for.
    private static boolean fits(String name, String begun) {
        return name.toLowerCase(Locale.ROOT).startsWith(begun.toLowerCase(Locale.ROOT))
                && (begun.startsWith(".") || !name.startsWith("."));
    }

    private Optional<Path> path(String typed) {
        try {
            return Optional.of(
                    typed.equals("~") || typed.startsWith("~/")
                            ? home.resolve(typed.substring(Math.min(2, typed.length())))
                            : home.resolve(typed));
        } catch (InvalidPathException noPath) {
            return Optional.empty();
        }
    }
}
