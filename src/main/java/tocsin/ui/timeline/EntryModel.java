package tocsin.ui.timeline;

import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;
import tocsin.app.Answer;
import tocsin.app.Attachments.Taken;
import tocsin.app.EntryLine;
import tocsin.app.TimeReader;
import tocsin.app.TimeReading;
import tocsin.domain.incident.IncidentCommand.AddEntry;
import tocsin.domain.timeline.Attachment;
import tocsin.domain.timeline.EntryKind;
import tocsin.ui.kit.Words;
import tocsin.ui.sight.Deeds;

/// The line that is always ready. It is free again the moment Enter is pressed; words that could not be written come
/// back into it. Lives on the JavaFX thread, knows no node.
public final class EntryModel {
    /// Longer than this is a document, and belongs beside the log as a file.
    static final int MOST_CHARS = 20_000;

    private final Deeds deeds;
    private final InstantSource wall;
    private final Words words;
    private final Executor screen;
    private final StringProperty text = new SimpleStringProperty("");
    private final ReadOnlyStringWrapper when = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper kind = new ReadOnlyStringWrapper("");
    private final ReadOnlyStringWrapper refusal = new ReadOnlyStringWrapper("");
    private final ReadOnlyBooleanWrapper refused = new ReadOnlyBooleanWrapper();
    private final ReadOnlyIntegerWrapper saving = new ReadOnlyIntegerWrapper();
    private ZoneId zone;

    public EntryModel(Deeds deeds, ZoneId zone, InstantSource wall, Words words, Executor screen) {
        this.deeds = deeds;
        this.zone = zone;
        this.wall = wall;
        this.words = words;
        this.screen = screen;
        refused.bind(refusal.isNotEmpty());
        text.addListener((_, _, _) -> read());
        read();
    }

    ZoneId zone() {
        return zone;
    }

    public void zone(ZoneId other) {
        zone = other;
    }

    /// Writes the line down. What is typed meanwhile is not touched.
    public void commit() {
        String line = text.get();
        if (line.isBlank()) {
            return;
        }
        EntryLine read = parse(line);
        Optional<String> wrong = wrong(read, line);
        if (wrong.isPresent()) {
            refusal.set(wrong.get());
            return;
        }
        text.set("");
        saving.set(saving.get() + 1);
        var happened = read.when().map(time -> ((TimeReading.Read) time).instant());
        CompletableFuture<Answer> writing = deeds.act(new AddEntry(read.kind(), read.text()), happened);
        var _ = writing.whenCompleteAsync((answer, failed) -> answered(line, answer, failed), screen);
    }

    /// Writes files down as soon as they lie beside the log, with what is in the line as their words. A line that
    /// cannot
    /// be read stays, and no file is taken then.
    void commitWith(Supplier<List<CompletableFuture<Taken>>> files) {
        String line = text.get();
        EntryLine read = parse(line);
        Optional<String> wrong = line.isBlank() ? Optional.empty() : wrong(read, line);
        if (wrong.isPresent()) {
            refusal.set(wrong.get());
            return;
        }
        text.set("");
        saving.set(saving.get() + 1);
        var happened = read.when().map(time -> ((TimeReading.Read) time).instant());
        List<CompletableFuture<Taken>> coming = files.get();
        var _ = CompletableFuture.allOf(coming.toArray(CompletableFuture<?>[]::new))
                .thenComposeAsync(_ -> write(read, happened, coming), screen)
                .whenCompleteAsync(
                        (answer, failed) -> {
                            answered(line, answer, failed);
                            faults(coming).ifPresent(refusal::set);
                        },
                        screen);
    }

    private CompletableFuture<Answer> write(
            EntryLine read, Optional<Instant> happened, List<CompletableFuture<Taken>> coming) {
        List<Attachment> kept = coming.stream()
                .map(CompletableFuture::join)
                .flatMap(taken -> taken instanceof Taken.Kept(var file) ? Stream.of(file) : Stream.of())
                .toList();
        return kept.isEmpty()
                ? CompletableFuture.failedFuture(new IllegalStateException(words.get("entry.nofile")))
                : deeds.act(new AddEntry(read.kind(), read.text(), kept), happened);
    }

    private Optional<String> faults(List<CompletableFuture<Taken>> coming) {
        return coming.stream()
                .filter(taken -> !taken.isCompletedExceptionally())
                .map(CompletableFuture::join)
                .flatMap(taken -> taken instanceof Taken.Refused(var why) ? Stream.of(words.refusal(why)) : Stream.of())
                .reduce((one, other) -> one + " " + other);
    }

    /// Something could not be taken; the line itself stays as it is.
    void refuse(String why) {
        refusal.set(why);
    }

    private Optional<String> wrong(EntryLine read, String line) {
        if (read.when().orElse(null) instanceof TimeReading.Unreadable(var why)) {
            return Optional.of(words.refusal(why));
        }
        if (read.text().isBlank()) {
            return Optional.of(words.get("entry.blank"));
        }
        return line.length() > MOST_CHARS
                ? Optional.of(words.get("entry.long", words.number(line.length()), words.number(MOST_CHARS)))
                : Optional.empty();
    }

    private void answered(String line, @Nullable Answer answer, @Nullable Throwable failed) {
        saving.set(saving.get() - 1);
        switch (answer) {
            case Answer.Done _ -> {}
            case Answer.Refused(var why, var _) -> giveBack(line, words.refusal(why));
            case null -> giveBack(line, words.get("prompt.failed", reason(failed)));
        }
    }

    /// In front of whatever has been typed since.
    private void giveBack(String line, String why) {
        if (!line.isBlank()) {
            text.set(text.get().isEmpty() ? line : line + " | " + text.get());
        }
        refusal.set(why);
    }

    private static String reason(@Nullable Throwable failed) {
        Throwable cause =
                failed instanceof CompletionException && failed.getCause() != null ? failed.getCause() : failed;
        return cause == null ? "" : String.valueOf(cause.getMessage());
    }

    private void read() {
        String line = text.get();
        EntryLine read = parse(line);
        refusal.set("");
        when.set(
                switch (read.when().orElse(null)) {
                    case null -> words.get("entry.now");
                    case TimeReading.Read known -> known.words(words.texts());
                    case TimeReading.Unreadable _ -> words.get("entry.when");
                });
        kind.set(line.isBlank() && read.kind() == EntryKind.NOTE ? "" : words.kind(read.kind()));
    }

    private EntryLine parse(String line) {
        // A pasted megabyte is not taken apart at every key.
        String front = line.length() > MOST_CHARS ? line.substring(0, MOST_CHARS) : line;
        return new TimeReader(wall.instant(), zone).splitPrefix(front);
    }

    public StringProperty textProperty() {
        return text;
    }

    public String getWhen() {
        return when.get();
    }

    public ReadOnlyStringProperty whenProperty() {
        return when.getReadOnlyProperty();
    }

    public String getKind() {
        return kind.get();
    }

    public ReadOnlyStringProperty kindProperty() {
        return kind.getReadOnlyProperty();
    }

    public String getRefusal() {
        return refusal.get();
    }

    public ReadOnlyStringProperty refusalProperty() {
        return refusal.getReadOnlyProperty();
    }

    public boolean isRefused() {
        return refused.get();
    }

    public ReadOnlyBooleanProperty refusedProperty() {
        return refused.getReadOnlyProperty();
    }

    /// How many lines are on their way to the disk.
    public ReadOnlyIntegerProperty savingProperty() {
        return saving.getReadOnlyProperty();
    }
}
