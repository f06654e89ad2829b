package tocsin.ui.timeline;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import tocsin.app.Attachments.Taken;
import tocsin.app.Safe;
import tocsin.domain.timeline.Attachment;
import tocsin.ui.kit.Prompt;
import tocsin.ui.kit.Words;
import tocsin.ui.sight.Deeds;

/// Takes in what is more than a typed line: pasted lines and tables, pictures, files. Lives on the JavaFX thread and
/// reads no disk there; knows no node.
public final class IntakeModel {
    /// More is a document, and goes in as a file.
    static final int MOST_CHARS = 256 * 1024;

    private static final int QUICK_CHARS = 20_000;
    private static final long MOST_CSV_BYTES = 16L << 20;
    private static final DateTimeFormatter STAMP = DateTimeFormatter.ofPattern("uuuu-MM-dd HH.mm.ss");
    private static final Executor ASIDE =
            work -> Thread.ofVirtual().name("tocsin-intake").start(work);

    private final EntryModel entry;
    private final Deeds deeds;
    private final Inlet inlet;
    private final Words words;
    private final InstantSource wall;
    private final Executor screen;
    private final Path home;
    private final ReadOnlyBooleanWrapper hovering = new ReadOnlyBooleanWrapper();

    /// @param home where paths begin that begin nowhere
    public IntakeModel(
            EntryModel entry, Deeds deeds, Inlet inlet, Words words, InstantSource wall, Executor screen, Path home) {
        this.entry = entry;
        this.deeds = deeds;
        this.inlet = inlet;
        this.words = words;
        this.wall = wall;
        this.screen = screen;
        this.home = home;
    }

    /// Returns the words that simply belong into the line, or none when there are none.
    String paste(Parcel parcel) {
        return switch (parcel) {
            case Parcel.Words(var text) -> pasted(text);
            case Parcel.Picture(var png) -> {
                String name =
                        words.get("paste.picture", STAMP.format(wall.instant().atZone(entry.zone()))) + ".png";
                take(() -> List.of(CompletableFuture.supplyAsync(png, ASIDE)
                        .thenCompose(bytes -> inlet.files().take(name, bytes))));
                yield "";
            }
            case Parcel.Files(var files) -> {
                take(files);
                yield "";
            }
            case Parcel.Nothing _ -> "";
        };
    }

    private String pasted(String text) {
        if (text.length() > MOST_CHARS) {
            entry.refuse(words.get("paste.long", words.number(text.length()), words.number(MOST_CHARS)));
            return "";
        }
        if (text.strip().lines().count() > 1) {
            several(text);
            return "";
        }
        int length = text.length() + entry.textProperty().get().length();
        if (length > EntryModel.MOST_CHARS) {
            entry.refuse(words.get("paste.long", words.number(length), words.number(EntryModel.MOST_CHARS)));
            return "";
        }
        return text.indexOf('\n') < 0 ? text : text.strip();
    }

    private void several(String text) {
        var reader = reader();
        // What is quickly read asks at once, so that the next key already goes there.
        Executor pace = text.length() <= QUICK_CHARS ? Runnable::run : ASIDE;
        Executor back = text.length() <= QUICK_CHARS ? Runnable::run : screen;
        var _ = CompletableFuture.supplyAsync(() -> reader.read(text), pace)
                .thenAcceptAsync(batch -> deeds.ask(prompt(batch, BatchPrompt.Form.PASTED)), back);
    }

    /// With what is in the line as their words.
    void take(List<Path> files) {
        take(() -> files.stream().map(inlet.files()::take).toList());
    }

    private void take(Supplier<List<CompletableFuture<Taken>>> files) {
        entry.commitWith(files);
    }

    Prompt csv() {
        return path("csv", file -> CompletableFuture.supplyAsync(() -> read(file), ASIDE));
    }

    Prompt attach() {
        return path("attach", file -> {
            take(List.of(file));
            return CompletableFuture.completedFuture(new Prompt.Done(""));
        });
    }

    /// Saves one of the files of an entry elsewhere.
    Prompt save(List<Attachment> files) {
        return files.size() == 1 ? save(files.getFirst()) : new FilePrompt(files, words, this::save);
    }

    private Prompt save(Attachment attachment) {
        String name = Safe.line(attachment.name());
        return new PathPrompt(
                words.get("save.title", Safe.cut(name, 60)),
                words.get("save.hint"),
                home.resolve(fileName(attachment)).toString(),
                path -> words.get("save.ready", path),
                home,
                folders(),
                words,
                file -> inlet.files().save(attachment, file).thenApply(taken -> switch (taken) {
                    case Taken.Kept _ -> new Prompt.Done(words.get("save.done", name));
                    case Taken.Refused(var why) -> new Prompt.Refused(words.refusal(why));
                }));
    }

    /// Names come from other desks too, and must not lead elsewhere.
    private static String fileName(Attachment attachment) {
        return Safe.line(attachment.name()).replaceAll("[/\\\\:*?\"<>|]", "-");
    }

    private Prompt path(String what, Function<Path, CompletableFuture<Prompt.Outcome>> run) {
        boolean csv = what.equals("csv");
        return new PathPrompt(
                words.get(csv ? "csv.title" : "attach.title"),
                words.get(csv ? "csv.hint" : "attach.hint"),
                "",
                path -> words.get(csv ? "csv.ready" : "attach.ready", path),
                home,
                folders(),
                words,
                run);
    }

    private Folders folders() {
        return new Folders(screen, inlet::readAgain);
    }

    private Prompt.Outcome read(Path file) {
        String name = Safe.line(String.valueOf(file.getFileName()));
        try {
            if (Files.size(file) > MOST_CSV_BYTES) {
                return new Prompt.Refused(words.get("csv.large", name));
            }
            return new Prompt.Next(prompt(reader().table(Files.readString(file)), BatchPrompt.Form.FILE));
        } catch (CharacterCodingException otherLetters) {
            return new Prompt.Refused(words.get("csv.letters", name));
        } catch (IOException unreadable) {
            return new Prompt.Refused(words.get("csv.unreadable", name));
        }
    }

    private BatchPrompt prompt(Batch batch, BatchPrompt.Form form) {
        return new BatchPrompt(batch, form, zone(), words, inlet);
    }

    private Batch.Reader reader() {
        return new Batch.Reader(wall.instant(), zone(), deeds.operator(), words);
    }

    /// The bytes of an entry's file, if it is on this desk.
    InputStream open(Attachment attachment) throws IOException {
        return inlet.files().open(attachment);
    }

    Executor screen() {
        return screen;
    }

    void hover(boolean over) {
        hovering.set(over);
    }

    /// Somebody drags something over the timeline.
    public boolean isHovering() {
        return hovering.get();
    }

    public ReadOnlyBooleanProperty hoveringProperty() {
        return hovering.getReadOnlyProperty();
    }

    private ZoneId zone() {
        return entry.zone();
    }
}
