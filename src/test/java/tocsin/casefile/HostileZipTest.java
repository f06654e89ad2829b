package tocsin.casefile;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tocsin.journal.Journal;

/// Every class of hostile zip, each refused in one line and with nothing left on the disk.
class HostileZipTest {
    @TempDir
    private static Path sealedIn;

    private static byte[] whole = new byte[0];

    @TempDir
    private Path folder;

    private final RawZip zip = new RawZip();

    @BeforeEach
    void sealOne() throws Exception {
        if (whole.length == 0) {
            try (Journal one = Given.journal(sealedIn.resolve("one"));
                    Journal two = Given.journal(sealedIn.resolve("two"))) {
                Given.fire(one, two);
                Path file = CaseFile.write(
                                sealedIn.resolve("whole"),
                                one,
                                Given.export(sealedIn, Given.attachment(sealedIn.resolve("a"), "log")))
                        .file();
                whole = Files.readAllBytes(file);
            }
        }
        Path file = Files.write(folder.resolve("whole"), whole);
        Forge.of(file).entries.forEach((name, bytes) -> zip.add(name, bytes));
        Files.delete(file);
    }

    @Test
    void theForgerWritesWhatTocsinWrites() {
        assertThat(zip.bytes()).isEqualTo(whole);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "../evil | leads out of its folder",
                "attachments/../../evil | leads out of its folder",
                "attachments/./x | leads out of its folder",
                "/etc/passwd | absolute path",
                "//server/share | absolute path",
                "C:/Windows/evil | drive letter",
                "c:evil | drive letter",
                "attachments\\..\\evil | backslash",
                "\\\\server\\share | backslash",
                "CON | device on Windows",
                "nul.txt | device on Windows",
                "attachments/Com1 | device on Windows",
                "LPT9.log | device on Windows",
                "aux .txt | device on Windows",
                "README.TXT | large and small letters alone",
                "Facts.bin | large and small letters alone",
                "facts.bin | there twice",
                "attachments/ | no such entry belongs",
                "attachments/short | no such entry belongs",
                "case.zip | no such entry belongs",
                "store/tocsin.mv.db | no such entry belongs",
                "attachments/0123456789ABCDEF0123456789ABCDEF0123456789ABCDEF0123456789ABCDEF | no such entry belongs",
            })
    void namesThatBelongNowhereAreRefused(String name, String reason) throws IOException {
        zip.add(name, "evil".getBytes(UTF_8));
        assertRefused(zip.bytes(), reason);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "facts.bin\0.exe", "facts\nbin", "\u00e9vil", "evil\u202e"})
    void namesThatCannotBeShownAreRefused(String name) throws IOException {
        zip.add(name, new byte[4]);
        assertRefused(zip.bytes(), "");
    }

    @Test
    void aNameOfSixtyThousandLettersIsRefused() throws IOException {
        zip.add("a".repeat(60_000), new byte[1]);
        assertRefused(zip.bytes(), "characters, the limit is");
    }

    @Test
    void aLinkIsRefused() throws IOException {
        with("attachments/" + "0".repeat(64), part -> part.externals = 0xA1FF0000, "a link, not a file");
    }

    @Test
    void otherFileAttributesAreRefused() throws IOException {
        with("attachments/" + "0".repeat(64), part -> part.externals = 0x81ED0000, "changed or packed again");
    }

    @Test
    void anEncryptedEntryIsRefused() throws IOException {
        with("attachments/" + "0".repeat(64), part -> part.flags = 1, "encrypted");
    }

    @Test
    void anotherSizeThanClaimedIsRefused() throws IOException {
        with("attachments/" + "0".repeat(64), part -> part.size = 1 << 20, "claims two sizes");
    }

    @Test
    void moreBytesThanThereAreAreRefused() throws IOException {
        with(
                "attachments/" + "0".repeat(64),
                part -> part.size = part.packedSize = 500_000_000,
                "claims more bytes than the file has");
    }

    @Test
    void morethanTheLimitTogetherIsRefused() throws IOException {
        with("attachments/" + "0".repeat(64), part -> part.size = part.packedSize = 0xFFFF_FFF0L, "bytes together");
    }

    @Test
    void twoHeadersThatDisagreeAreRefused() throws IOException {
        var bare = new RawZip();
        bare.add("README.txt", new byte[3]).localName = "README.exe";
        assertRefused(bare.bytes(), "two headers disagree");
    }

    @Test
    void entriesThatShareBytesAreRefused() throws IOException {
        with("attachments/" + "0".repeat(64), part -> part.at = 0, "changed or packed again");
    }

    @Test
    void extraFieldsAreRefused() throws IOException {
        with("attachments/" + "0".repeat(64), part -> part.extra = new byte[8], "changed or packed again");
    }

    @Test
    void aBombIsNeverInflated() throws IOException {
        var bomb = new RawZip();
        bomb.add("README.txt", new byte[32 << 20]).deflated();
        byte[] bytes = bomb.bytes();
        assertThat(bytes).hasSizeLessThan(100_000);
        assertRefused(bytes, "compressed, which Tocsin never does");
    }

    @Test
    void aBombThatLiesAboutItsSizeIsRefused() throws IOException {
        var bomb = new RawZip();
        RawZip.Part part = bomb.add("README.txt", new byte[1 << 20]).deflated();
        part.size = part.packedSize;
        part.method = 0;
        assertRefused(bomb.bytes(), "");
    }

    @Test
    void tooManyEntriesAreRefused() throws IOException {
        var many = new RawZip();
        for (int i = 0; i < 65_000; i++) {
            many.add(EntryName.ATTACHMENTS + "%064x".formatted(i), new byte[0]);
        }
        assertRefused(many.bytes(), "65000 entries, the limit is 10000");
    }

    @Test
    void aFalseNumberOfEntriesIsRefused() throws IOException {
        zip.claimed = 3;
        assertRefused(zip.bytes(), "bytes that belong to no entry");
        zip.claimed = 9;
        assertRefused(zip.bytes(), "list of entries is broken");
    }

    @Test
    void entriesInAnotherOrderAreRefused() throws IOException {
        var other = new RawZip();
        other.add("facts.bin", new byte[1]);
        other.add("README.txt", new byte[1]);
        assertRefused(other.bytes(), "wrong place");
    }

    @Test
    void bytesBehindBeforeOrInACommentAreRefused() throws IOException {
        zip.behind = new byte[7];
        assertRefused(zip.bytes(), "7 bytes stand behind its end");
        zip.behind = new byte[0];
        zip.comment = "hello".getBytes(UTF_8);
        assertRefused(zip.bytes(), "behind its end");
        zip.comment = new byte[0];
        zip.before = "#!/bin/sh\n".getBytes(UTF_8);
        assertRefused(zip.bytes(), "not a case file of Tocsin");
        zip.before = whole;
        assertRefused(zip.bytes(), "");
    }

    @Test
    void aFileCutAnywhereIsRefused() throws IOException {
        for (int length = 0; length < whole.length; length += 1 + length / 50) {
            assertRefused(Arrays.copyOf(whole, length), "");
        }
    }

    @Test
    void otherThingsAreNotCaseFiles() throws IOException {
        assertRefused(new byte[0], "it is empty");
        assertRefused(
                HexFormat.of().parseHex("89504e470d0a1a0a0000000d49484452000000010000000108060000001f15c489"),
                "not a case file of Tocsin");
        assertRefused(new RawZip().bytes(), "README.txt: the entry is missing");
        Files.createDirectory(folder.resolve("dir"));
        assertThatThrownBy(() -> CaseFile.open(folder.resolve("dir")))
                .hasMessage("dir: this is a folder, not a case file");
        assertThatThrownBy(() -> CaseFile.open(folder.resolve("nowhere"))).hasMessage("nowhere: there is no such file");
    }

    @Test
    void aHostileLengthMakesNoRoom() throws Exception {
        Path file = Files.write(folder.resolve("w"), whole);
        byte[] facts = new byte[100];
        Arrays.fill(facts, (byte) 0x7f);
        assertRefused(
                Files.readAllBytes(Forge.of(file).entry("facts.bin", facts).save(folder.resolve("f"))), "facts.bin");
        try (var stream = new FactsStream(new java.io.ByteArrayInputStream(facts), facts.length)) {
            assertThatThrownBy(stream::next).hasMessageContaining("claims 2139062143 bytes");
        }
        byte[] nearly = new byte[100];
        nearly[1] = 0x10;
        try (var stream = new FactsStream(new java.io.ByteArrayInputStream(nearly), nearly.length)) {
            assertThatThrownBy(stream::next).hasMessageContaining("claims 1048576 bytes");
        }
    }

    private void with(String name, Consumer<RawZip.Part> lie, String reason) throws IOException {
        var bare = new RawZip();
        bare.add("README.txt", new byte[3]);
        lie.accept(bare.add(name, "evil".getBytes(UTF_8)));
        assertRefused(bare.bytes(), reason);
    }

    private void assertRefused(byte[] bytes, String reason) throws IOException {
        Path inner = folder.resolve("inner");
        Files.createDirectories(inner);
        Path file = Files.write(inner.resolve("case"), bytes);
        assertThatThrownBy(() -> CaseFile.open(file).close())
                .isInstanceOf(CaseRefused.class)
                .hasMessageStartingWith("case: ")
                .hasMessageContaining(reason)
                .message()
                .matches("[\\x20-\\x7e\\xa0-\\uffff]{1,400}");
        assertThat(CaseFile.verify(file).isWhole()).isFalse();
        assertThat(Given.list(inner)).containsExactly(file);
    }
}
