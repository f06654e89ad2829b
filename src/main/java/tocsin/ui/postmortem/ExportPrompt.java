package tocsin.ui.postmortem;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import tocsin.app.Safe;
import tocsin.app.postmortem.Draft;
import tocsin.app.postmortem.Export;
import tocsin.app.postmortem.Export.Format;
import tocsin.publish.Pictures;
import tocsin.ui.kit.Prompt;
import tocsin.ui.kit.Words;

/// Writes the document into a file: `pdf`, or `pdf external` for eyes outside the house.
///
/// @param folder where files go that are named by nobody
/// @param slow where pages are set; it takes a second or more
record ExportPrompt(
        Words words, String number, Path folder, Supplier<Draft> paper, Supplier<Pictures> pictures, Executor slow)
        implements Prompt {
    @Override
    public String title() {
        return words.get("postmortem.export");
    }

    @Override
    public String hint() {
        return words.get("postmortem.export.hint", outside());
    }

    private String outside() {
        return words.get("postmortem.export.external");
    }

    @Override
    public Reading read(String text) {
        String[] said = text.strip().toLowerCase(words.locale()).split("\\s+", -1);
        List<Option> options = Arrays.stream(Format.values())
                .map(format -> Option.of(word(format), word(format), words.get("postmortem.export." + word(format))))
                .toList();
        if (said[0].isEmpty()) {
            return new Wanting(words.get("postmortem.export.which"), options);
        }
        Optional<Format> format = Arrays.stream(Format.values())
                .filter(each -> word(each).startsWith(said[0]))
                .findFirst();
        if (format.isEmpty()) {
            return new Wrong(words.get("postmortem.export.unknown", Safe.line(said[0])));
        }
        boolean external =
                said.length > 1 && outside().toLowerCase(words.locale()).startsWith(said[1]);
        if (said.length > 1 && !external) {
            return new Wrong(words.get("postmortem.export.word", Safe.line(said[1]), outside()));
        }
        Path file = folder.resolve(
                number + (external ? "-external" : "") + (format.get() == Format.ACTIONS ? "-actions" : "") + "."
                        + format.get().ending());
        return Ready.of(
                words.get(external ? "postmortem.export.goes" : "postmortem.export.go", file),
                () -> CompletableFuture.supplyAsync(() -> written(format.get(), external, file), slow));
    }

    private static String word(Format format) {
        return format.name().toLowerCase(Locale.ROOT);
    }

    private Outcome written(Format format, boolean external, Path wanted) {
        Draft composed = external ? paper.get().external() : paper.get();
        byte[] bytes = Export.bytes(composed, format, pictures.get());
        try {
            Files.createDirectories(folder);
            return new Done(words.get("postmortem.export.done", put(wanted, bytes)));
        } catch (IOException failed) {
            return new Refused(words.get("postmortem.export.failed", wanted, String.valueOf(failed.getMessage())));
        }
    }

    /// A file that is there is somebody's; the next free name is taken.
    private static Path put(Path wanted, byte[] bytes) throws IOException {
        String name = wanted.getFileName().toString();
        int dot = name.lastIndexOf('.');
        for (int number = 1; ; number++) {
            Path file = number == 1
                    ? wanted
                    : wanted.resolveSibling(name.substring(0, dot) + "-" + number + name.substring(dot));
            try {
                return Files.write(file, bytes, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            } catch (FileAlreadyExistsException taken) {
                if (number == 1_000) {
                    throw taken;
                }
            }
        }
    }
}
