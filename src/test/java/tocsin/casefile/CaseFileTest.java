package tocsin.casefile;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static tocsin.casefile.Given.FIRE;
import static tocsin.casefile.Given.FLOOD;
import static tocsin.casefile.Given.append;
import static tocsin.casefile.Given.await;
import static tocsin.casefile.Given.export;
import static tocsin.casefile.Given.fire;
import static tocsin.casefile.Given.journal;
import static tocsin.casefile.Given.list;
import static tocsin.casefile.Given.refusal;
import static tocsin.casefile.Given.take;
import static tocsin.casefile.Given.texts;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tocsin.base.DeskId;
import tocsin.journal.Hash;
import tocsin.journal.Journal;
import tocsin.journal.JournalException;
import tocsin.journal.MerkleTree;
import tocsin.journal.StoredFact;

class CaseFileTest {
    @TempDir
    private Path folder;

    private Journal ours;
    private Journal theirs;
    private Journal stranger;

    @BeforeEach
    void openThem() throws JournalException {
        ours = journal(folder.resolve("ours"));
        theirs = journal(folder.resolve("theirs"));
        stranger = journal(folder.resolve("stranger"));
        fire(ours, theirs);
    }

    @AfterEach
    void closeThem() {
        ours.close();
        theirs.close();
        stranger.close();
    }

    private Path attachments(String name) {
        return folder.resolve(name + "-attachments");
    }

    private Path seal(String name, Hash... attached) throws CaseRefused, JournalException {
        return CaseFile.write(folder.resolve(name), ours, export(attachments("ours"), attached))
                .file();
    }

    @Test
    void anIncidentGoesFromOneJournalToAnotherWithItsFiles() throws Exception {
        Hash log = Given.attachment(attachments("ours"), "log of the pump");
        Sealed sealed = CaseFile.write(folder.resolve("fire.tocsin"), ours, export(attachments("ours"), log));
        assertThat(sealed.facts()).isEqualTo(6);
        assertThat(sealed.desks()).isEqualTo(2);
        assertThat(sealed.attachments()).isEqualTo(1);
        assertThat(sealed.missing()).isEmpty();
        assertThat(sealed.root()).isEqualTo(MerkleTree.of(ours.factsOf(FIRE)).root());

        Imported imported = take(stranger, sealed.file(), attachments("stranger"));
        assertThat(imported.added()).isEqualTo(6);
        assertThat(imported.known()).isZero();
        assertThat(imported.attachments()).isEqualTo(1);
        assertThat(imported.root()).isEqualTo(sealed.root());
        assertThat(imported.heads()).hasSize(2);
        assertThat(texts(stranger, FIRE)).isEqualTo(texts(ours, FIRE));
        assertThat(stranger.incidents()).containsExactly(FIRE);
        assertThat(attachments("stranger").resolve(log.hex())).hasContent("log of the pump");
        assertThat(list(attachments("stranger"))).hasSize(1);
        stranger.close();
        assertThat(Given.verify(folder.resolve("stranger")).isWhole()).isTrue();
    }

    @Test
    void itIsWholeToAStrangerWithoutAProfile() throws Exception {
        CaseVerdict verdict = CaseFile.verify(seal("a"));
        assertThat(verdict.isWhole()).isTrue();
        assertThat(verdict.facts()).isEqualTo(6);
        assertThat(verdict.desks()).isEqualTo(2);
        assertThat(verdict.redacted()).isZero();
    }

    @Test
    void aDeskThatSignedItsLastFactNeedsNobodysWord() throws Exception {
        assertThat(CaseFile.verify(seal("a")).faults()).isEmpty();
        append(theirs, FIRE, "one more");
        append(theirs, FLOOD, "elsewhere");
        Given.sync(theirs, ours);
        assertThat(CaseFile.verify(seal("b")).faults()).singleElement().satisfies(fault -> {
            assertThat(fault.kind()).isEqualTo(CaseFault.Kind.VOUCHED);
            assertThat(fault.where()).isEqualTo(theirs.desk().value());
            assertThat(fault.words()).startsWith("3 of 3 facts");
        });
    }

    @Test
    void importingTwiceIsImportingOnce() throws Exception {
        Path file = seal("a");
        take(stranger, file, attachments("stranger"));
        long size = stranger.size();
        Imported again = take(stranger, file, attachments("stranger"));
        assertThat(again.added()).isZero();
        assertThat(again.known()).isEqualTo(6);
        assertThat(stranger.size()).isEqualTo(size);
    }

    @Test
    void factsThatAreThereAlreadyAreMerged() throws Exception {
        Given.sync(theirs, stranger);
        append(stranger, FIRE, "seen from afar");
        Imported imported = take(stranger, seal("a"), attachments("stranger"));
        assertThat(imported.known()).isEqualTo(4);
        assertThat(imported.added()).isEqualTo(2);
        assertThat(texts(stranger, FIRE)).hasSize(7).contains("seen from afar", "verified");
        Path back = CaseFile.write(folder.resolve("back"), stranger, export(attachments("stranger")))
                .file();
        assertThat(take(ours, back, attachments("ours")).added()).isEqualTo(1);
        assertThat(texts(ours, FIRE)).isEqualTo(texts(stranger, FIRE));
    }

    @Test
    void theSameInputGivesTheSameBytes() throws Exception {
        Hash log = Given.attachment(attachments("ours"), "log");
        Hash picture = Given.attachment(attachments("ours"), "picture");
        assertThat(seal("a", log, picture)).hasSameBinaryContentAs(seal("b", picture, log));
    }

    @Test
    void anotherToolCanOpenIt() throws Exception {
        Hash log = Given.attachment(attachments("ours"), "log");
        try (var zip = new java.util.zip.ZipFile(seal("a", log).toFile())) {
            assertThat(Collections.list(zip.entries()))
                    .extracting(java.util.zip.ZipEntry::getName)
                    .containsExactly(
                            "README.txt", "facts.bin", "attachments/" + log.hex(), "manifest.json", "manifest.sig");
            try (var in = zip.getInputStream(zip.getEntry("README.txt"))) {
                assertThat(new String(in.readAllBytes(), UTF_8)).contains("can lie at the time of writing");
            }
        }
    }

    @Test
    void anOldFileIsNeverReplaced() throws Exception {
        Path old = Files.writeString(folder.resolve("old"), "precious");
        assertThatThrownBy(() -> seal("old"))
                .isInstanceOf(CaseRefused.class)
                .hasMessage("old: a file of this name is there already; choose another name or remove it");
        assertThat(old).hasContent("precious");
    }

    @Test
    void aFolderThatIsNotThereIsToldInOneLine() {
        assertThatThrownBy(() -> seal("no/such/file"))
                .isInstanceOf(CaseRefused.class)
                .hasMessageContaining("cannot be written")
                .message()
                .doesNotContain("\n");
    }

    @Test
    void anIncidentNobodyKnowsCannotBeSealed() {
        assertThatThrownBy(() -> CaseFile.write(folder.resolve("x"), stranger, export(attachments("x"))))
                .isInstanceOf(CaseRefused.class)
                .hasMessageContaining("holds no fact of " + FIRE);
        assertThat(folder.resolve("x")).doesNotExist();
    }

    @Test
    void anAttachmentThatIsGoneOrDamagedIsNamedAsMissing() throws Exception {
        Hash gone = Hash.sha256("gone".getBytes(UTF_8));
        Hash damaged = Given.attachment(attachments("ours"), "damaged");
        Hash good = Given.attachment(attachments("ours"), "good");
        Files.writeString(attachments("ours").resolve(damaged.hex()), "damagee");
        Sealed sealed = CaseFile.write(folder.resolve("a"), ours, export(attachments("ours"), gone, damaged, good));
        assertThat(sealed.missing()).containsExactlyInAnyOrder(gone, damaged);
        assertThat(sealed.attachments()).isEqualTo(1);
        assertThat(CaseFile.verify(sealed.file()).isWhole()).isTrue();
    }

    @Test
    void aDamagedAttachmentIsHealedByAnImport() throws Exception {
        Hash log = Given.attachment(attachments("ours"), "log");
        Given.attachment(attachments("stranger"), "log");
        Files.writeString(attachments("stranger").resolve(log.hex()), "lag");
        assertThat(take(stranger, seal("a", log), attachments("stranger")).attachments())
                .isEqualTo(1);
        assertThat(attachments("stranger").resolve(log.hex())).hasContent("log");
    }

    @Test
    void erasedWordsStayErasedAndTheChainHolds() throws Exception {
        StoredFact secret = append(ours, FIRE, "the password is hunter2");
        append(ours, FIRE, "after it");
        await(ours, appender -> {
            appender.erase(secret.id());
            return true;
        });
        Path file = seal("a");
        assertThat(CaseFile.verify(file).redacted()).isEqualTo(1);
        assertThat(new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.ISO_8859_1))
                .doesNotContain("hunter2");
        take(stranger, file, attachments("stranger"));
        assertThat(stranger.read(secret.id()).orElseThrow().isErased()).isTrue();
    }

    @Test
    void aForkIsRefusedAndNothingChanges() throws Exception {
        Hash log = Given.attachment(attachments("ours"), "log");
        Path first = seal("first");
        take(stranger, first, attachments("stranger"));
        ours.close();
        copy(folder.resolve("ours"), folder.resolve("copy"));
        ours = journal(folder.resolve("ours"));
        StoredFact one = append(ours, FIRE, "as it was");
        try (var copy = journal(folder.resolve("copy"))) {
            append(copy, FIRE, "as it never was");
            append(copy, FIRE, "and on");
            Path forked = CaseFile.write(folder.resolve("forked"), copy, export(attachments("ours"), log))
                    .file();
            take(stranger, seal("second"), attachments("stranger"));
            long size = stranger.size();
            assertThat(refusal(stranger, forked, attachments("stranger")))
                    .startsWith("forked: " + one.id() + ": this profile holds another content of it")
                    .endsWith("nothing was changed");
            assertThat(stranger.size()).isEqualTo(size);
            assertThat(attachments("stranger").resolve(log.hex())).doesNotExist();
            assertThat(attachments("stranger").resolve(".incoming")).doesNotExist();
        }
    }

    @Test
    void anOlderCopyOfThisDeskIsTold() throws Exception {
        ours.close();
        copy(folder.resolve("ours"), folder.resolve("copy"));
        ours = journal(folder.resolve("ours"));
        append(ours, FIRE, "written after the copy");
        try (var copy = journal(folder.resolve("copy"))) {
            long size = copy.size();
            assertThat(refusal(copy, seal("a"), attachments("copy"))).contains("this very desk wrote it");
            assertThat(copy.size()).isEqualTo(size);
        }
    }

    @Test
    void aDroppedFactIsMissedByTheNextEvenUnderAGoodSeal() throws Exception {
        for (int i = 0; i < 6; i++) {
            var forge = Forge.of(seal("a" + i));
            List<byte[]> facts = new ArrayList<>(forge.facts());
            StoredFact dropped = StoredFact.decode(facts.remove(i));
            Path file = forge.facts(facts).agree().seal(ours).save(folder.resolve("forged" + i));
            boolean isLast = List.of(last(ours), last(theirs)).contains(dropped.id());
            assertThat(CaseFile.verify(file).isWhole())
                    .as("without %s", dropped.id())
                    .isEqualTo(isLast);
        }
    }

    @Test
    void aFactOfAnotherIncidentIsRefused() throws Exception {
        var forge = Forge.of(seal("a"));
        StoredFact flood = ours.factsOf(FLOOD).stream()
                .filter(fact -> fact.id().desk().equals(theirs.desk()))
                .findFirst()
                .orElseThrow();
        List<byte[]> facts = new ArrayList<>(forge.facts());
        facts.add(flood.encoded());
        var sorted = facts.stream()
                .map(CaseFileTest::decode)
                .sorted(java.util.Comparator.comparing(StoredFact::id))
                .map(StoredFact::encoded)
                .toList();
        Path file = forge.facts(sorted).agree().seal(ours).save(folder.resolve("forged"));
        assertRefused(file, CaseFault.Kind.FACT, flood.id() + ": it is not a fact of " + FIRE);
    }

    @Test
    void changedWordsAreFoundUnderAGoodSeal() throws Exception {
        var forge = Forge.of(seal("a"));
        List<byte[]> facts = new ArrayList<>(forge.facts());
        byte[] fact = facts.get(2).clone();
        fact[fact.length - 1] ^= 1;
        facts.set(2, fact);
        Path file = forge.facts(facts).agree().seal(ours).save(folder.resolve("forged"));
        assertRefused(file, CaseFault.Kind.FACT, "its words are not those that were logged");
    }

    @Test
    void anotherWritingOfTheManifestIsNotAccepted() throws Exception {
        var forge = Forge.of(seal("a"));
        String text = new String(forge.entries.get(EntryName.MANIFEST), UTF_8);
        Path file = forge.entry(
                        EntryName.MANIFEST,
                        text.replace("\"facts\" : 6", "\"facts\" : 6,  \"note\" : 1")
                                .getBytes(UTF_8))
                .seal(ours)
                .save(folder.resolve("forged"));
        assertThat(text).contains("\"facts\" : 6");
        assertRefused(file, CaseFault.Kind.MANIFEST, "not written as Tocsin writes it");
    }

    @Test
    void aNewerFormatIsRefusedWithWhatToDo() throws Exception {
        var forge = Forge.of(seal("a"));
        String text = new String(forge.entries.get(EntryName.MANIFEST), UTF_8);
        assertThat(text).contains("\"version\" : 1");
        Path file = forge.entry(
                        EntryName.MANIFEST,
                        text.replace("\"version\" : 1", "\"version\" : 2").getBytes(UTF_8))
                .seal(ours)
                .save(folder.resolve("forged"));
        assertRefused(file, CaseFault.Kind.NEWER, "update Tocsin and try again");
    }

    @Test
    void anotherKeyCannotSealInTheNameOfADesk() throws Exception {
        var forge = Forge.of(seal("a"));
        assertRefused(
                forge.seal(stranger).save(folder.resolve("b")), CaseFault.Kind.SEAL, "did not sign this manifest");
        String key = Forge.of(CaseFile.write(folder.resolve("t"), theirs, export(attachments("t")))
                        .file())
                .manifest()
                .publicKey();
        forge.manifest(old -> withKey(old, key)).seal(theirs);
        assertRefused(
                forge.save(folder.resolve("c")),
                CaseFault.Kind.SEAL,
                "the public key is not that of desk " + ours.desk());
    }

    @Test
    void aWrongCountRootOrListIsFound() throws Exception {
        var forge = Forge.of(seal("a"));
        Manifest old = forge.manifest();
        forge.manifest(m -> Forge.with(m, 7, m.root(), m.desks(), m.files())).seal(ours);
        assertRefused(forge.save(folder.resolve("b")), CaseFault.Kind.COUNT, "counts 7 facts, here are 6");
        forge.manifest(_ -> Forge.with(old, 6, Hash.ZERO, old.desks(), old.files()))
                .seal(ours);
        assertRefused(forge.save(folder.resolve("c")), CaseFault.Kind.ROOT, "not those that were sealed");
        forge.manifest(_ -> Forge.with(old, 6, old.root(), old.desks().subList(0, 1), old.files()))
                .seal(ours);
        assertRefused(forge.save(folder.resolve("d")), CaseFault.Kind.COUNT, "does not name the desks");
        forge.manifest(_ ->
                        Forge.with(old, 6, old.root(), old.desks(), old.files().subList(0, 1)))
                .seal(ours);
        assertRefused(
                forge.save(folder.resolve("e")), CaseFault.Kind.ENTRY, "facts.bin: the manifest does not name it");
    }

    @Test
    void aSignatureOfAnotherFactIsFound() throws Exception {
        var forge = Forge.of(seal("a"));
        append(theirs, FLOOD, "elsewhere");
        var signature = Given.signed(theirs);
        forge.manifest(old -> Forge.with(
                        old,
                        old.facts(),
                        old.root(),
                        old.desks().stream()
                                .map(desk -> desk.desk().equals(theirs.desk())
                                        ? new CaseDesk(
                                                desk.desk(),
                                                desk.facts(),
                                                desk.last(),
                                                desk.lastHash(),
                                                desk.publicKey(),
                                                Optional.of(signature))
                                        : desk)
                                .toList(),
                        old.files()))
                .seal(ours);
        assertRefused(
                forge.save(folder.resolve("b")),
                CaseFault.Kind.SEAL,
                "the signature is for a fact that is not in the file");
    }

    @Test
    void entriesMustBeThoseOfTheManifest() throws Exception {
        Hash log = Given.attachment(attachments("ours"), "log");
        Path whole = seal("a", log);
        String name = EntryName.ofAttachment(log);
        assertRefused(Forge.of(whole).without(name).save(folder.resolve("b")), CaseFault.Kind.MISSING, name);
        assertRefused(
                Forge.of(whole).entry(name, "lag".getBytes(UTF_8)).save(folder.resolve("c")),
                CaseFault.Kind.CHANGED,
                name + ": its bytes are not those that were exported");
        for (String part : List.of("README.txt", "facts.bin", "manifest.json", "manifest.sig")) {
            assertRefused(
                    Forge.of(whole).without(part).save(folder.resolve("d")),
                    CaseFault.Kind.MISSING,
                    part + ": the entry is missing");
        }
    }

    @Test
    void theRootIsThatOfTheTreeForEverySize() throws Exception {
        var facts = new ArrayList<StoredFact>();
        for (int i = 0; i < 40; i++) {
            var root = new MerkleRoot();
            facts.stream()
                    .sorted(java.util.Comparator.comparing(StoredFact::id))
                    .forEach(fact -> root.add(fact.hash()));
            assertThat(root.root()).isEqualTo(MerkleTree.of(facts).root());
            facts.add(append(stranger, FLOOD, "n" + i));
        }
    }

    private static void assertRefused(Path file, CaseFault.Kind kind, String words) {
        assertThat(CaseFile.verify(file).isWhole()).isFalse();
        assertThatThrownBy(() -> CaseFile.open(file).close())
                .isInstanceOfSatisfying(
                        CaseRefused.class,
                        refused -> assertThat(refused.fault().kind()).isEqualTo(kind))
                .hasMessageStartingWith(file.getFileName() + ": ")
                .hasMessageContaining(words)
                .message()
                .doesNotContain("\n");
    }

    private static Manifest withKey(Manifest old, String key) {
        return new Manifest(
                old.product(),
                old.incident(),
                old.title(),
                old.exportedAt(),
                old.exportedBy(),
                key,
                old.facts(),
                old.redacted(),
                old.root(),
                old.desks(),
                old.files(),
                old.attachments(),
                old.missing());
    }

    private static tocsin.base.FactId last(Journal journal) {
        DeskId desk = journal.desk();
        return journal.heads().of(desk).orElseThrow().id();
    }

    private static StoredFact decode(byte[] bytes) {
        try {
            return StoredFact.decode(bytes);
        } catch (JournalException malformed) {
            throw new AssertionError(malformed);
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectory(to);
        for (Path file : list(from)) {
            Files.copy(file, to.resolve(file.getFileName()));
        }
    }
}
