package tocsin.ui.timeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tocsin.domain.timeline.Attachment;
import tocsin.domain.timeline.Entry;
import tocsin.domain.timeline.EntryKind;
import tocsin.journal.JournalException;
import tocsin.ui.Given;
import tocsin.ui.kit.Prompt;

class IntakeModelTest {
    @TempDir
    Path folder;

    private final ConcurrentLinkedQueue<Runnable> screen = new ConcurrentLinkedQueue<>();
    private OneRoom room;
    private EntryModel entry;
    private IntakeModel intake;

    @BeforeEach
    void open() throws JournalException {
        room = new OneRoom(folder.resolve("profile"));
        var wall = InstantSource.fixed(Given.NOW);
        entry = new EntryModel(room, Given.BERLIN, wall, room.words, screen::add);
        intake = new IntakeModel(entry, room, room, room.words, wall, screen::add, folder);
    }

    @AfterEach
    void close() {
        room.close();
    }

    @Test
    void oneLineIsPlainAndBelongsIntoTheLine() {
        assertThat(intake.paste(new Parcel.Words("pool is full\n"))).isEqualTo("pool is full");
        assertThat(room.asked).isEmpty();
    }

    @Test
    void severalLinesBecomeAsManyEntriesWithTheirSignsAndTimesInOneGesture() throws JournalException {
        paste("= roll back\n\n-5m > deploys stopped\n14:02 errors at 62 %\n");
        Prompt prompt = room.asked.getFirst();
        assertThat(ready(prompt, "").summary()).isEqualTo("3 lines: Enter adds them as 3 entries; T as one entry");
        assertThat(ready(prompt, "").effects())
                .containsExactly("= roll back", "14:17:07  > deploys stopped", "14:02:00  errors at 62 %");
        assertThat(ready(prompt, "").run().get().join()).isInstanceOf(Prompt.Done.class);
        assertThat(room.entries())
                .extracting(Entry::kind, Entry::text)
                .containsExactlyInAnyOrder(
                        tuple(EntryKind.DECISION, "roll back"),
                        tuple(EntryKind.ACTION, "deploys stopped"),
                        tuple(EntryKind.NOTE, "errors at 62 %"));
        assertThat(room.entries())
                .filteredOn(each -> each.kind() == EntryKind.ACTION)
                .allSatisfy(each -> assertThat(each.occurredAt()).isEqualTo(Given.NOW.minus(Duration.ofMinutes(5))));
        room.undo();
        assertThat(room.entries()).allMatch(Entry::struck);
    }

    @Test
    void byTheyAreOneEntryToo() throws JournalException {
        paste("stack trace\n  at A\n  at B");
        ready(room.asked.getFirst(), "t").run().get().join();
        assertThat(room.entries()).extracting(Entry::text).containsExactly("stack trace\n  at A\n  at B");
    }

    @Test
    void everyLineThatCannotBeReadIsNamedAndNothingIsWritten() throws JournalException {
        paste("fine\n2026-13-45 10:00 no such month\nfine too\n2026-11-30 10:00 not yet");
        var reading = room.asked.getFirst().read("");
        assertThat(reading).isInstanceOf(Prompt.Wanting.class);
        assertThat(reading.options()).hasSize(2);
        assertThat(reading.options().getFirst().name()).startsWith("line 2: ");
        assertThat(reading.options().getLast().name()).startsWith("line 4: ").endsWith("has not come yet");
        assertThat(room.entries()).isEmpty();
    }

    @Test
    void aTableFromASpreadsheetIsTakenByItsColumns() throws JournalException {
        paste("time\tkind\ttext\tby\n14:01\taction\tdeploys stopped\tR. Okafor\n14:02\t\terrors\t\n");
        ready(room.asked.getFirst(), "").run().get().join();
        assertThat(room.entries())
                .extracting(Entry::kind, Entry::text)
                .containsExactly(
                        tuple(EntryKind.ACTION, "R. Okafor: deploys stopped"), tuple(EntryKind.NOTE, "errors"));
    }

    @Test
    void aMegabyteIsRefusedInOneLineAndTheTypedTextStays() {
        entry.textProperty().set("half a word");
        assertThat(intake.paste(new Parcel.Words("x".repeat(1 << 20)))).isEmpty();
        assertThat(entry.getRefusal()).startsWith("1,048,576 characters are too many");
        assertThat(intake.paste(new Parcel.Words("x\n".repeat(1 << 19)))).isEmpty();
        assertThat(room.asked).isEmpty();
        assertThat(entry.textProperty().get()).isEqualTo("half a word");
    }

    @Test
    void tooManyLinesAreNotTakenAtOnce() {
        paste("line\n".repeat(Batch.MOST_LINES + 1));
        await().until(() -> show() && !room.asked.isEmpty());
        assertThat(room.asked.getFirst().read("").options().getFirst().name())
                .isEqualTo("2,001 entries are too many at once (at most 2,000)");
    }

    @Test
    void aDroppedFileTakesTheTypedWordsAlong() throws IOException, JournalException {
        Path file = Files.writeString(folder.resolve("errors.log"), "boom");
        entry.textProperty().set("> -2m errors of eu-1");
        intake.paste(new Parcel.Files(List.of(file)));
        assertThat(entry.textProperty().get()).isEmpty();
        await().until(() -> show() && !room.entries().isEmpty());
        Entry written = room.entries().getFirst();
        assertThat(written.kind()).isEqualTo(EntryKind.ACTION);
        assertThat(written.text()).isEqualTo("errors of eu-1");
        assertThat(written.occurredAt()).isEqualTo(Given.NOW.minus(Duration.ofMinutes(2)));
        assertThat(RowFiles.of(written)).extracting(Attachment::name).containsExactly("errors.log");
    }

    @Test
    void whatCannotBeKeptIsSaidAndTheCaptionComesBack() throws JournalException {
        entry.textProperty().set("the dump");
        intake.take(List.of(folder.resolve("gone.bin")));
        await().until(() -> show() && !entry.getRefusal().isEmpty());
        assertThat(entry.getRefusal()).isEqualTo("\"gone.bin\" is not there any more.");
        assertThat(entry.textProperty().get()).isEqualTo("the dump");
        assertThat(room.entries()).isEmpty();
    }

    @Test
    void oneBadFileDoesNotKeepTheOthersOut() throws IOException, JournalException {
        Path file = Files.writeString(folder.resolve("errors.log"), "boom");
        intake.take(List.of(file, folder));
        await().until(() ->
                show() && !room.entries().isEmpty() && !entry.getRefusal().isEmpty());
        assertThat(entry.getRefusal()).contains("is a folder");
        assertThat(RowFiles.of(room.entries().getFirst())).hasSize(1);
    }

    @Test
    void aPictureIsKeptAsPng() throws JournalException {
        byte[] png = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
        intake.paste(new Parcel.Picture(() -> png));
        await().until(() -> show() && !room.entries().isEmpty());
        assertThat(RowFiles.of(room.entries().getFirst()))
                .extracting(Attachment::name, Attachment::mediaType)
                .containsExactly(tuple("Picture 2026-11-21 14.22.07.png", "image/png"));
    }

    @Test
    void aTimeThatCannotBeReadKeepsTheFileOut() throws JournalException {
        entry.textProperty().set("2026-13-45 10:00 the dump");
        intake.take(List.of(folder.resolve("any.bin")));
        assertThat(entry.isRefused()).isTrue();
        assertThat(entry.textProperty().get()).isEqualTo("2026-13-45 10:00 the dump");
        assertThat(room.entries()).isEmpty();
    }

    @Test
    void aCsvFileIsFoundByItsNameAndReadBeforeAnythingIsWritten() throws IOException, JournalException {
        Files.writeString(folder.resolve("old-notes.csv"), "time,text\n14:01,first\n14:02,second\n");
        Prompt asking = intake.csv();
        asking.read("");
        await().until(() -> show() && room.readAgain > 0);
        assertThat(asking.read("old").options()).extracting(Prompt.Option::fill).containsExactly("old-notes.csv");
        var outcome = ready(asking, "old-notes.csv").run().get().join();
        Prompt rows = ((Prompt.Next) outcome).prompt();
        assertThat(ready(rows, "").summary()).isEqualTo("2 rows: Enter adds them as 2 entries");
        assertThat(room.entries()).isEmpty();
        ready(rows, "").run().get().join();
        assertThat(room.entries()).extracting(Entry::text).containsExactly("first", "second");
    }

    @Test
    void everyBadRowOfAFileIsNamed() throws IOException {
        Files.writeString(folder.resolve("bad.csv"), "time,kind,text\n25:99,,a\n14:02,rumour,b\n14:03,,\n");
        Prompt rows = ((Prompt.Next) ready(intake.csv(), "bad.csv").run().get().join()).prompt();
        assertThat(rows.read("").options()).hasSize(3);
        assertThat(rows.read("t")).isInstanceOf(Prompt.Wrong.class);
    }

    @Test
    void aFileInOtherLettersOrNoFileIsRefusedInOneLine() throws IOException {
        Files.write(folder.resolve("latin.csv"), "time,text\n14:02,größer".getBytes(StandardCharsets.ISO_8859_1));
        assertThat(ready(intake.csv(), "latin.csv").run().get().join())
                .isEqualTo(new Prompt.Refused(
                        "latin.csv is not written in UTF-8. Save it as \"CSV UTF-8\" and import it again"));
        assertThat(ready(intake.csv(), "none.csv").run().get().join())
                .isEqualTo(new Prompt.Refused("none.csv is not there or cannot be read"));
    }

    @Test
    void aFileOfAnEntryIsSavedWhereOneSays() throws IOException, JournalException {
        Path file = Files.writeString(folder.resolve("errors.log"), "boom");
        intake.take(List.of(file));
        await().until(() -> show() && !room.entries().isEmpty());
        Prompt saving = intake.save(RowFiles.of(room.entries().getFirst()));
        assertThat(ready(saving, "copy.log").run().get().join()).isEqualTo(new Prompt.Done("errors.log is saved"));
        assertThat(folder.resolve("copy.log")).hasContent("boom");
    }

    private void paste(String text) {
        assertThat(intake.paste(new Parcel.Words(text))).isEmpty();
    }

    /// Runs what waits for the screen.
    private boolean show() {
        for (Runnable work = screen.poll(); work != null; work = screen.poll()) {
            work.run();
        }
        return true;
    }

    private static Prompt.Ready ready(Prompt prompt, String text) {
        var reading = prompt.read(text);
        assertThat(reading).isInstanceOf(Prompt.Ready.class);
        return (Prompt.Ready) reading;
    }
}
