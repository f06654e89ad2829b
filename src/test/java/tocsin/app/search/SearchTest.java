package tocsin.app.search;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tocsin.app.Answer;
import tocsin.app.Console;
import tocsin.app.Gesture;
import tocsin.app.Profile;
import tocsin.app.Progress;
import tocsin.base.FactId;
import tocsin.base.IncidentId;
import tocsin.base.PersonId;
import tocsin.domain.incident.IncidentCommand;
import tocsin.domain.roster.Role;
import tocsin.domain.severity.Severity;
import tocsin.domain.timeline.EntryKind;
import tocsin.domain.timeline.HypothesisStatus;
import tocsin.journal.JournalException;
import tocsin.journal.RealDisk;
import tocsin.journal.Settings;

/// Anything that was written down is found by its words, moments later and for as long as it is there.
class SearchTest {
    private static final PersonId ANA = new PersonId("Ana Lind");
    private static final PersonId BO = new PersonId("Bo");
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

    @TempDir
    Path folder;

    private Console console;
    private Search search;

    @BeforeEach
    void open() throws JournalException {
        Settings small = Settings.standard().withBallastBytes(0).withLowDiskBytes(0);
        console = Console.open(new Profile(folder), new RealDisk(), small, Progress.SILENT);
        search = Search.open(console);
    }

    @AfterEach
    void close() {
        search.close();
        console.close();
    }

    private void reopen() throws JournalException {
        close();
        open();
    }

    private IncidentId declare(String title, Severity severity) {
        var command =
                new IncidentCommand.Declare(title, Optional.of(severity), Optional.empty(), Optional.empty(), BERLIN);
        return done(console.declare(new Gesture.Opening(ANA, Optional.empty(), BERLIN, command)))
                .incident()
                .id();
    }

    private static Answer.Done done(CompletableFuture<Answer> coming) {
        return switch (coming.join()) {
            case Answer.Done done -> done;
            case Answer.Refused refused -> throw new AssertionError("refused: " + refused.refusal());
        };
    }

    private FactId act(PersonId who, IncidentId id, IncidentCommand command) {
        return done(console.act(Gesture.of(who, id, command))).facts().getFirst();
    }

    private FactId log(IncidentId id, String words) {
        return log(id, EntryKind.NOTE, words);
    }

    private FactId log(IncidentId id, EntryKind kind, String words) {
        return act(ANA, id, new IncidentCommand.AddEntry(kind, words));
    }

    private Hits hits(String line) {
        return search.settled().find(query(line), 50);
    }

    private static Query query(String line) {
        return ((Query.Reading.Read) Query.read(line, Instant.now(), BERLIN)).query();
    }

    private List<String> texts(String line) {
        return hits(line).list().stream().map(Hit::text).toList();
    }

    // Finding

    @Test
    void allWordsMustMatchAndTheLastMayBeABeginning() {
        IncidentId id = declare("Checkout is down", Severity.SEV2);
        log(id, "connection pool at 100 of 100");
        log(id, "pool of testers called");
        assertThat(texts("pool conn")).containsExactly("connection pool at 100 of 100");
        assertThat(texts("POOL")).hasSize(2);
        assertThat(texts("poo test")).isEmpty();
        assertThat(texts("pool nothing")).isEmpty();
    }

    @Test
    void theNewestComesFirstAmongEqualsAndAnIncidentBeforeItsLines() {
        IncidentId id = declare("Checkout is down", Severity.SEV2);
        log(id, "checkout slow one");
        log(id, "checkout slow two");
        assertThat(texts("checkout")).containsExactly("Checkout is down", "checkout slow two", "checkout slow one");
        assertThat(search.find(query("checkout"), 1)).satisfies(hits -> {
            assertThat(hits.list()).hasSize(1);
            assertThat(hits.total()).isEqualTo(3);
        });
    }

    @Test
    void aHitSaysWhatItIsAndWhereAndMarksTheWords() {
        IncidentId id = declare("Checkout is down", Severity.SEV2);
        FactId entry = log(id, EntryKind.DECISION, "roll back 812");
        assertThat(hits("roll").list()).singleElement().satisfies(hit -> {
            assertThat(hit.kind()).isEqualTo(Kind.DECISION);
            assertThat(hit.number()).isEqualTo(id.number());
            assertThat(hit.title()).isEqualTo("Checkout is down");
            assertThat(hit.fact()).contains(entry);
            assertThat(hit.by()).contains(ANA);
            assertThat(hit.marks()).containsExactly(new Hit.Mark(0, 4));
        });
    }

    @Test
    void everyScriptIsFound() {
        IncidentId id = declare("Störung", Severity.SEV3);
        log(id, "データベース障害が発生");
        log(id, "قاعدة البيانات مُعَطَّلة");
        log(id, "Die Straße ist gesperrt 🔥");
        assertThat(texts("stoerung")).contains("Störung");
        assertThat(texts("STÖR")).contains("Störung");
        assertThat(texts("障害")).hasSize(1);
        assertThat(texts("害障")).isEmpty();
        assertThat(texts("معطلة البيانات")).hasSize(1);
        assertThat(texts("strasse")).hasSize(1);
        assertThat(texts("🔥")).hasSize(1);
    }

    @Test
    void phrasesFollowEachOther() {
        IncidentId id = declare("Checkout is down", Severity.SEV2);
        log(id, "pool is exhausted");
        log(id, "exhausted, the pool is");
        assertThat(texts("\"pool is exhausted\"")).containsExactly("pool is exhausted");
        assertThat(texts("\"is exh")).containsExactly("pool is exhausted");
    }

    @Test
    void chipsNarrow() {
        IncidentId one = declare("Checkout is down", Severity.SEV1);
        IncidentId two = declare("Search is slow", Severity.SEV3);
        log(one, "needle one #db @bo");
        FactId pinned = log(two, EntryKind.QUESTION, "needle two");
        act(BO, two, new IncidentCommand.AddEntry(EntryKind.NOTE, "needle three"));
        act(ANA, two, new IncidentCommand.PinEntry(pinned));

        assertThat(texts("needle severity:1")).containsExactly("needle one #db @bo");
        assertThat(texts("needle sev:3")).hasSize(2);
        assertThat(texts("needle state:live")).hasSize(3);
        assertThat(texts("needle state:closed")).isEmpty();
        assertThat(texts("needle kind:question")).containsExactly("needle two");
        assertThat(texts("needle by:bo")).containsExactly("needle three");
        assertThat(texts("needle by:lind")).hasSize(2);
        assertThat(texts("needle tag:DB")).hasSize(1);
        assertThat(texts("#db")).hasSize(1);
        assertThat(texts("@bo")).hasSize(1);
        assertThat(texts("needle is:pinned")).containsExactly("needle two");
        String number = one.number();
        assertThat(texts("needle inc:" + number)).hasSize(1);
        assertThat(texts("needle inc:" + number.substring(number.indexOf('-', 5) + 1)))
                .hasSize(1);
        assertThat(texts("needle inc:9999-001")).isEmpty();
        assertThat(texts("needle after:-1h")).hasSize(3);
        assertThat(texts("needle before:-1h")).isEmpty();
        assertThat(texts("severity:1")).first().isEqualTo("Checkout is down");
    }

    @Test
    void aChangedLevelCountsForAllItsLines() {
        IncidentId id = declare("Checkout is down", Severity.SEV2);
        log(id, "needle");
        act(ANA, id, new IncidentCommand.ChangeSeverity(Severity.SEV1, "all customers"));
        assertThat(texts("needle severity:1")).hasSize(1);
        assertThat(texts("needle severity:2")).isEmpty();
    }

    @Test
    void tasksJudgementsAnswersUpdatesAndWorriesAreFound() {
        IncidentId id = declare("Checkout is down", Severity.SEV2);
        act(ANA, id, new IncidentCommand.AssignTask("drain node seven", BO, Optional.empty()));
        FactId theory = log(id, EntryKind.HYPOTHESIS, "certificate expired, confidence low");
        act(ANA, id, new IncidentCommand.JudgeHypothesis(theory, HypothesisStatus.REFUTED, "valid until march"));
        FactId question = log(id, EntryKind.QUESTION, "who deployed?");
        act(ANA, id, new IncidentCommand.AnswerQuestion(question, "the night shift"));
        act(ANA, id, new IncidentCommand.SendUpdate(tocsin.domain.incident.Audience.INTERNAL, "still investigating"));
        act(ANA, id, new IncidentCommand.OfferHandover(Role.COMMANDER, BO, "the cache is cold", "brief"));

        assertThat(hits("drain").list()).extracting(Hit::kind).containsExactly(Kind.TASK);
        assertThat(texts("drain by:bo")).hasSize(1);
        assertThat(hits("refuted march").list()).extracting(Hit::kind).containsExactly(Kind.JUDGEMENT);
        assertThat(hits("night shift").list()).extracting(Hit::kind).containsExactly(Kind.ANSWER);
        assertThat(hits("still inv").list()).extracting(Hit::kind).containsExactly(Kind.UPDATE);
        assertThat(hits("cold").list()).extracting(Hit::kind).containsExactly(Kind.HANDOVER);
        assertThat(hits("kind:system drain").list()).extracting(Hit::kind).containsExactly(Kind.SYSTEM);
    }

    @Test
    void correctedAndStruckEntriesReadAsTheyStand() {
        IncidentId id = declare("Checkout is down", Severity.SEV2);
        FactId entry = log(id, "errors at 40 percent");
        assertThat(texts("errors 40")).hasSize(1);
        act(ANA, id, new IncidentCommand.CorrectEntry(entry, "errors at 45 percent", Optional.empty()));
        assertThat(texts("errors 40")).isEmpty();
        assertThat(texts("errors 45")).hasSize(1);
        act(ANA, id, new IncidentCommand.StrikeEntry(entry, "wrong graph"));
        assertThat(hits("errors is:struck").list())
                .singleElement()
                .satisfies(hit -> assertThat(hit.traits()).containsExactly(Trait.STRUCK));
        log(id, "soon gone");
        done(console.undo(id, ANA));
        assertThat(texts("soon gone")).isEmpty();
    }

    @Test
    void anEntryIsFoundWithinASecondOfItsAcknowledgement() {
        IncidentId id = declare("Checkout is down", Severity.SEV2);
        search.settled();
        log(id, "fresh words");
        await().pollInterval(Duration.ofMillis(5))
                .atMost(Duration.ofSeconds(1))
                .until(() -> search.find(query("fresh words"), 1).total() == 1);
    }

    // Lasting

    @Test
    void aCleanCloseLeavesItInStep() throws Exception {
        IncidentId id = declare("Checkout is down", Severity.SEV2);
        log(id, "before the close");
        reopen();
        assertThat(texts("before")).hasSize(1);
        List<Path> files = files();
        reopen();
        assertThat(texts("before")).hasSize(1);
        assertThat(files()).containsAll(files.stream().filter(this::isSegment).toList());
    }

    @Test
    void whatWasWrittenWhileNobodySearchedIsCaughtUpWith() throws Exception {
        IncidentId id = declare("Checkout is down", Severity.SEV2);
        FactId old = log(id, "old words");
        search.close();
        log(id, "new words");
        act(ANA, id, new IncidentCommand.CorrectEntry(old, "other words", Optional.empty()));
        search = Search.open(console);
        assertThat(texts("words")).containsExactlyInAnyOrder("new words", "other words");
    }

    @Test
    void anIndexFromBeforeACrashIsCaughtUp() throws Exception {
        IncidentId id = declare("Checkout is down", Severity.SEV2);
        log(id, "first words");
        reopen();
        hits("first");
        Path kept = folder.resolveSibling(folder.getFileName() + "-kept");
        copy(index(), kept);
        log(id, "second words");
        close();
        emptyIndex();
        copy(kept, index());
        open();
        assertThat(texts("words")).containsExactly("second words", "first words");
    }

    @Test
    void anIndexOfAnotherJournalIsMadeAnew() throws Exception {
        declare("Checkout is down", Severity.SEV2);
        hits("checkout");
        close();
        Path other = folder.resolve("other");
        copy(index(), other.resolve("index"));
        folder = other;
        open();
        assertThat(texts("checkout")).isEmpty();
        declare("Search is slow", Severity.SEV2);
        assertThat(texts("slow")).hasSize(1);
    }

    @Test
    void aDamagedIndexIsMadeAnewWhateverHappenedToIt() throws Exception {
        IncidentId id = declare("Checkout is down", Severity.SEV2);
        for (int i = 0; i < 40; i++) {
            log(id, "line " + i + " of many words");
        }
        reopen();
        hits("line");
        close();
        Path whole = folder.resolveSibling(folder.getFileName() + "-whole");
        copy(index(), whole);
        var random = new Random(7);
        for (Path file : list(whole)) {
            for (int how = 0; how < 4; how++) {
                emptyIndex();
                copy(whole, index());
                spoil(index().resolve(file.getFileName()), how, random);
                open();
                assertThat(hits("line words").total()).as(file + " " + how).isEqualTo(40);
                assertThat(texts("checkout")).hasSize(1);
                close();
            }
        }
        open();
    }

    private static void spoil(Path file, int how, Random random) throws IOException {
        byte[] bytes = Files.readAllBytes(file);
        switch (how) {
            case 0 -> Files.write(file, Arrays.copyOf(bytes, bytes.length / 2));
            case 1 -> Files.delete(file);
            case 2 -> {
                random.nextBytes(bytes);
                Files.write(file, bytes);
            }
            default -> {
                if (bytes.length > 0) {
                    bytes[random.nextInt(bytes.length)] ^= 4;
                }
                Files.write(file, bytes);
            }
        }
    }

    // Postmortems

    @Test
    void paragraphsOfAPostmortemAreFoundAsTheyReadNow() throws Exception {
        IncidentId id = declare("Checkout is down", Severity.SEV2);
        FactId first =
                writes(id, "summary", Optional.empty(), "Der Überlastschutz fehlte.\n\nThe pool ran dry at noon.");
        assertThat(texts("überlast")).containsExactly("Der Überlastschutz fehlte.");
        assertThat(texts("uberlastschutz fehlte")).hasSize(1);
        Hit hit = hits("kind:postmortem pool").list().getFirst();
        assertThat(hit.text()).isEqualTo("The pool ran dry at noon.");
        assertThat(hit.place()).contains("summary");
        assertThat(hit.incident()).isEqualTo(id);
        assertThat(hit.by()).contains(ANA);
        assertThat(texts("fehlte noon")).isEmpty();

        act(
                ANA,
                id,
                new IncidentCommand.Write(List.of(new tocsin.domain.prose.ProseFact.TextDeleted(
                        "summary", List.of(new tocsin.domain.prose.Stretch(first, 28, 36))))));
        assertThat(texts("kind:postmortem pool")).isEmpty();
        assertThat(texts("dry noon")).containsExactly(" ran dry at noon.");
        reopen();
        assertThat(texts("dry noon")).hasSize(1);
        search.close();
        deleteIndex();
        search = Search.open(console);
        assertThat(texts("dry noon")).hasSize(1);
    }

    @Test
    void figuresCommentsSuggestionsNotesAndActionsAreFoundWithTheirPlace() {
        IncidentId id = declare("Checkout is down", Severity.SEV2);
        act(
                ANA,
                id,
                new IncidentCommand.AddNode(
                        tocsin.domain.analysis.Figure.WHYS,
                        Optional.empty(),
                        tocsin.domain.analysis.Content.why("nobody tested the failover")));
        FactId comment = act(
                BO,
                id,
                new IncidentCommand.MakeComment(
                        "summary", Optional.empty(), Optional.empty(), "", "was that the replica?"));
        act(ANA, id, new IncidentCommand.AnswerComment(comment, "no, the primary"));
        act(
                BO,
                id,
                new IncidentCommand.NoteMeeting(
                        tocsin.domain.postmortem.MeetingNote.Kind.PARKED, "budget for a second region"));
        assertThat(hits("failover kind:figure").list())
                .extracting(Hit::place)
                .containsExactly(Optional.of("figure.whys"));
        assertThat(hits("replica").list()).extracting(Hit::kind).containsExactly(Kind.COMMENT);
        assertThat(hits("primary kind:comment").list()).extracting(Hit::place).containsExactly(Optional.of("summary"));
        assertThat(texts("second region")).hasSize(1);
        act(ANA, id, new IncidentCommand.SettleComment(comment));
        assertThat(texts("replica")).hasSize(1);
    }

    @Test
    void aTextThatIsBeingTypedIsWrittenInStridesAndFoundAtOnceByWhoeverWaits() throws Exception {
        IncidentId id = declare("Checkout is down", Severity.SEV2);
        search.settled();
        Optional<tocsin.domain.prose.Spot> last = Optional.empty();
        var told = new StringBuilder();
        for (int i = 0; i < 200; i++) {
            String words = "word" + i + " ";
            FactId fact = writes(id, "summary", last, words);
            last = Optional.of(new tocsin.domain.prose.Spot(fact, words.length() - 1));
            told.append(words);
        }
        assertThat(texts("word199")).containsExactly(told.toString());
        await().atMost(Duration.ofSeconds(20)).until(() -> {
            writes(id, "impact", Optional.empty(), "unasked");
            return !search.find(query("unasked"), 5).list().isEmpty();
        });
    }

    private FactId writes(IncidentId id, String section, Optional<tocsin.domain.prose.Spot> beside, String words) {
        return act(
                ANA,
                id,
                new IncidentCommand.Write(List.of(new tocsin.domain.prose.ProseFact.TextInserted(
                        section, beside, tocsin.domain.prose.Side.AFTER, words))));
    }

    private void deleteIndex() throws IOException {
        for (Path file : files()) {
            Files.delete(file);
        }
    }

    // Forgetting

    @Test
    void erasedWordsAreInNoFileOfTheIndex() throws Exception {
        IncidentId id = declare("Checkout is down", Severity.SEV2);
        log(id, "harmless words");
        FactId secret = log(id, "the password is hunter2canary");
        search.settled();
        reopen();
        assertThat(texts("hunter2")).hasSize(1);
        search.close();
        assertThat(filesWith("hunter2canary")).isNotEmpty();
        search = Search.open(console);
        search.settled();

        done(console.redact(id, secret, "password", ANA));
        assertThat(texts("hunter2canary")).isEmpty();
        assertThat(texts("harmless")).hasSize(1);
        assertThat(filesWith("hunter2canary")).isEmpty();
        close();
        assertThat(filesWith("hunter2canary")).isEmpty();
        open();
    }

    @Test
    void erasedWordsLeaveTheIndexAlsoWhenNobodySearches() throws Exception {
        IncidentId id = declare("Checkout is down", Severity.SEV2);
        FactId secret = log(id, "the password is hunter2canary");
        search.settled();
        search.close();
        assertThat(filesWith("hunter2canary")).isNotEmpty();
        done(console.redact(id, secret, "password", ANA));
        console.settledStore();
        assertThat(filesWith("hunter2canary")).isEmpty();
        search = Search.open(console);
        assertThat(texts("hunter2canary")).isEmpty();
        assertThat(texts("checkout")).hasSize(1);
    }

    private List<Path> filesWith(String word) throws IOException {
        return files().stream().filter(file -> holds(file, word)).toList();
    }

    private static boolean holds(Path file, String word) {
        try {
            return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).contains(word);
        } catch (IOException gone) {
            return false;
        }
    }

    private Path index() {
        return folder.resolve("index");
    }

    private boolean isSegment(Path file) {
        return file.toString().endsWith(".cfs");
    }

    private List<Path> files() throws IOException {
        return list(index());
    }

    private static List<Path> list(Path in) throws IOException {
        try (Stream<Path> files = Files.list(in)) {
            return files.sorted().toList();
        }
    }

    private void emptyIndex() throws IOException {
        for (Path file : files()) {
            Files.delete(file);
        }
    }

    private static void copy(Path from, Path to) throws IOException {
        Files.createDirectories(to);
        for (Path file : list(from)) {
            Files.copy(file, to.resolve(file.getFileName()));
        }
    }
}
