package tocsin.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tocsin.app.Attachments.Taken;
import tocsin.domain.timeline.Attachment;
import tocsin.domain.timeline.Entry;
import tocsin.domain.timeline.EntryKind;
import tocsin.journal.JournalException;

class AttachmentsTest {
    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0, 1};

    @TempDir
    Path folder;

    private final HeldDisk disk = new HeldDisk();
    private Attachments attachments;

    @BeforeEach
    void open() {
        attachments = new Attachments(folder.resolve("attachments"), disk);
    }

    @Test
    void aFileLiesUnderTheSumOfItsBytesWithNameSizeAndKind() throws IOException {
        Attachment kept = kept(attachments.take(Files.write(folder.resolve("graph.png"), PNG)));
        assertThat(kept.name()).isEqualTo("graph.png");
        assertThat(kept.size()).isEqualTo(PNG.length);
        assertThat(kept.mediaType()).isEqualTo("image/png");
        assertThat(attachments.fileOf(kept)).hasBinaryContent(PNG);
    }

    @Test
    void theSameBytesLieThereOnce() {
        Attachment first = kept(attachments.take("a.txt", bytes("pool is full")));
        Attachment second = kept(attachments.take("b.txt", bytes("pool is full")));
        assertThat(second.sha256()).isEqualTo(first.sha256());
        assertThat(held()).containsExactly(first.sha256());
    }

    @Test
    void theFirstBytesSayWhatItIsAndTheNameOnlyWhatTheyLeaveOpen() {
        assertThat(kept(attachments.take("graph.txt", PNG)).mediaType()).isEqualTo("image/png");
        assertThat(kept(attachments.take("rows.csv", bytes("time,text\n"))).mediaType())
                .isEqualTo("text/csv");
        assertThat(kept(attachments.take("app.log", bytes("größer"))).mediaType())
                .isEqualTo("text/plain");
        assertThat(kept(attachments.take("core", new byte[] {0, 1, 2})).mediaType())
                .isEqualTo("application/octet-stream");
        assertThat(kept(attachments.take("empty", new byte[0])).size()).isZero();
    }

    @Test
    void whatCannotBeTakenIsRefusedInOneLineAndLeavesNothing() throws IOException {
        assertThat(refusal(attachments.take(folder))).isEqualTo("refused.file.folder");
        assertThat(refusal(attachments.take(folder.resolve("gone.txt")))).isEqualTo("refused.file.gone");
        Path large = folder.resolve("dump.bin");
        try (var file = new RandomAccessFile(large.toFile(), "rw")) {
            file.setLength(Attachments.MOST_BYTES + 1);
        }
        assertThat(refusal(attachments.take(large))).isEqualTo("refused.file.large");
        assertThat(folder.resolve("attachments")).doesNotExist();
    }

    @Test
    void aFullDiskIsNamedAndNothingHalfWrittenStays() {
        disk.force(() -> {
            throw new IOException("No space left on device");
        });
        assertThat(refusal(attachments.take("a.txt", bytes("words")))).isEqualTo("refused.file.full");
        assertThat(held()).isEmpty();
    }

    @Test
    void whatAKilledProcessLeftIsSweptBeforeTheNextIsTaken() throws IOException {
        Files.createDirectories(folder.resolve("attachments"));
        Files.write(folder.resolve("attachments").resolve(".taking-left"), PNG);
        Attachment kept = kept(attachments.take("a.txt", bytes("words")));
        assertThat(held()).containsExactly(kept.sha256());
    }

    @Test
    void aHundredMegabytesAreTakenWithoutKeepingTheCallerWaiting() throws IOException {
        Path large = folder.resolve("dump.bin");
        try (var file = new RandomAccessFile(large.toFile(), "rw")) {
            file.setLength(100L << 20);
        }
        var gate = new CompletableFuture<Void>();
        disk.force(gate::join);
        CompletableFuture<Taken> coming = attachments.take(large);
        assertThat(coming).isNotDone();
        gate.complete(null);
        assertThat(kept(coming).size()).isEqualTo(100L << 20);
    }

    @Test
    void oneIsSavedToANewFileButNeverOverAnOldOne() throws IOException {
        Attachment kept = kept(attachments.take("a.txt", bytes("words")));
        Path copy = folder.resolve("copy.txt");
        kept(attachments.save(kept, copy));
        assertThat(copy).hasContent("words");
        assertThat(refusal(attachments.save(kept, copy))).isEqualTo("refused.file.exists");
        assertThat(refusal(attachments.save(kept, folder.resolve("no/where.txt"))))
                .isEqualTo("refused.file.noFolder");
        Files.delete(attachments.fileOf(kept));
        assertThat(refusal(attachments.save(kept, folder.resolve("other.txt")))).isEqualTo("refused.file.missing");
    }

    @Test
    void entriesOfOneGestureHappenedEachAtItsOwnTime() throws JournalException {
        try (Desk desk = Desk.open(folder.resolve("profile"))) {
            var id = desk.declare("Checkout errors");
            Instant now = desk.now(id).lastRecordedAt().orElseThrow();
            var early = new Gesture.Step(id, Desk.note("early"), Optional.of(now.minus(Duration.ofMinutes(9))));
            var late = new Gesture.Step(id, Desk.note("late"), Optional.of(now.minus(Duration.ofMinutes(4))));
            Desk.done(desk.console().act(new Gesture(Desk.ANA, Optional.empty(), List.of(early, late))));
            List<Entry> said = desk.now(id).timeline().entries().stream()
                    .filter(entry -> entry.kind() == EntryKind.NOTE)
                    .toList();
            assertThat(said)
                    .extracting(Entry::text, Entry::occurredAt)
                    .containsExactly(
                            org.assertj.core.groups.Tuple.tuple("early", now.minus(Duration.ofMinutes(9))),
                            org.assertj.core.groups.Tuple.tuple("late", now.minus(Duration.ofMinutes(4))));
            Desk.done(desk.console().undo(id, Desk.ANA));
            assertThat(desk.now(id).timeline().entries())
                    .noneMatch(entry -> !entry.struck() && entry.text().equals("late"));
        }
    }

    private List<String> held() {
        try {
            return disk.list(folder.resolve("attachments"));
        } catch (IOException gone) {
            throw new AssertionError(gone);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static Attachment kept(CompletableFuture<Taken> coming) {
        return switch (coming.join()) {
            case Taken.Kept(var attachment) -> attachment;
            case Taken.Refused(var why) -> throw new AssertionError(why);
        };
    }

    private static String refusal(CompletableFuture<Taken> coming) {
        return switch (coming.join()) {
            case Taken.Kept(var attachment) -> throw new AssertionError(attachment);
            case Taken.Refused(var why) -> why.key();
        };
    }
}
