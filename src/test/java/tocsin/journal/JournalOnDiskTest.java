package tocsin.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static tocsin.journal.Given.append;

import java.io.IOException;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JournalOnDiskTest extends JournalContract {
    @TempDir
    private Path folder;

    @Override
    Disk disk(String name) {
        return new RealDisk();
    }

    @Override
    Path folder(String name) {
        return folder.resolve(name);
    }

    @Test
    void onlyTheOwnerMayReadIt() throws IOException, JournalException {
        Assumptions.assumeTrue(
                FileSystems.getDefault().supportedFileAttributeViews().contains("posix"));
        Journal.open(new RealDisk(), folder("p"), settings()).close();
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder("p"))))
                .isEqualTo("rwx------");
        try (var files = Files.list(folder("p"))) {
            assertThat(files.toList())
                    .allSatisfy(file -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                            .isEqualTo("rw-------"));
        }
    }

    @Test
    void aFolderCopiedOnThisMachineIsKnownAsACopy() throws IOException, JournalException {
        var here = settings().withPlace(Fingerprint.ofThisMachine());
        try (var journal = Journal.open(new RealDisk(), folder("one"), here)) {
            append(journal, "one");
        }
        Files.createDirectory(folder("two"));
        try (var files = Files.list(folder("one"))) {
            for (Path file : files.toList()) {
                Files.copy(file, folder("two").resolve(file.getFileName()));
            }
        }
        try (var original = Journal.open(new RealDisk(), folder("one"), here);
                var copy = Journal.open(new RealDisk(), folder("two"), here)) {
            assertThat(original.opened().newDesk()).isEmpty();
            assertThat(copy.opened().newDesk()).contains(OpenReport.NewDesk.COPIED);
        }
    }

    @Test
    void aReaderThatIsInterruptedDisturbsNobody() throws JournalException {
        try (var journal = Journal.open(new RealDisk(), folder("i"), settings())) {
            StoredFact fact = append(journal, "one");
            Thread.currentThread().interrupt();
            assertThat(journal.read(fact.id())).contains(fact);
            assertThat(Thread.interrupted()).isTrue();
            assertThat(journal.read(fact.id())).contains(fact);
        }
    }

    @Test
    void anInterruptOfTheWriterLosesNothing() throws JournalException {
        try (var journal = Journal.open(new RealDisk(), folder("w"), settings())) {
            for (int i = 0; i < 200; i++) {
                String text = "note " + i;
                Given.await(journal, appender -> {
                    Thread.currentThread().interrupt();
                    return appender.append(Given.note(text));
                });
            }
            assertThat(Given.texts(journal)).hasSize(200);
        }
        assertThat(Verify.run(new RealDisk(), folder("w"), Heads.NONE).faults()).isEmpty();
    }
}
