package tocsin.app;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static tocsin.app.Desk.ANA;
import static tocsin.app.Desk.BEN;
import static tocsin.app.Desk.done;
import static tocsin.app.Desk.refusal;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tocsin.app.search.Query;
import tocsin.app.search.Search;
import tocsin.base.FactId;
import tocsin.base.IncidentId;
import tocsin.base.PersonId;
import tocsin.domain.Fact;
import tocsin.domain.Recorded;
import tocsin.domain.analysis.Content;
import tocsin.domain.analysis.Figure;
import tocsin.domain.desk.DeskFact.Redacted;
import tocsin.domain.incident.Audience;
import tocsin.domain.incident.History;
import tocsin.domain.incident.IncidentCommand;
import tocsin.domain.incident.LifeFact;
import tocsin.domain.incident.Phase;
import tocsin.domain.prose.Manuscript;
import tocsin.domain.prose.Pen;
import tocsin.domain.prose.Prose;
import tocsin.domain.prose.ProseFact;
import tocsin.domain.prose.ProseFact.TextInserted;
import tocsin.domain.timeline.Attachment;
import tocsin.domain.timeline.EntryKind;
import tocsin.journal.codec.FactCodec;

/// Words that should never have been written go for good, out of every text and every file, and what was said around
/// them stays what it was.
class ErasingTest {
    private static final String CANARY = "canary-hunter2-Zq8";
    private static final String SECTION = "summary";

    @TempDir
    Path folder;

    // The text of a postmortem

    @Test
    void selectedWordsGoAndTheTextAroundThemStandsWhereItStood() throws Exception {
        try (Desk desk = Desk.open(folder)) {
            IncidentId id = desk.declare("Checkout is down");
            types(desk, ANA, id, "The pool ran dry.", "The password is " + CANARY + ", ", 0);
            types(desk, BEN, id, "", " Then Ben wrote.", 100);
            Prose prose = text(desk, id);
            int at = prose.text().indexOf(CANARY);
            done(desk.console()
                    .erase(
                            id,
                            new Erasing.Passage(SECTION, prose.stretches(at, at + CANARY.length()), CANARY),
                            "a password",
                            ANA));
            Prose after = text(desk, id);
            assertThat(after.text())
                    .isEqualTo(
                            "The password is " + "█".repeat(CANARY.length()) + ", The pool ran dry. Then Ben wrote.");
            assertThat(after.waiting()).isZero();
            assertThat(after.passages())
                    .extracting(Prose.Passage::author)
                    .containsExactlyElementsOf(
                            prose.passages().stream().map(Prose.Passage::author).toList());
        }
        assertThat(found(CANARY)).isEmpty();
    }

    @Test
    void wordsThatHangOnErasedOnesFindTheirPlaceAlsoWhenTheyComeLater() throws Exception {
        try (Desk desk = Desk.open(folder)) {
            IncidentId id = desk.declare("Checkout is down");
            types(desk, ANA, id, CANARY, "", 0);
            FactId run = text(desk, id).passages().getFirst().fact().orElseThrow();
            done(desk.console().redact(id, run, "a password", ANA));
            types(desk, BEN, id, "", "before ", 0);
            types(desk, BEN, id, "", "<in>", 12);
            types(desk, BEN, id, "", " after", 100);
            assertThat(text(desk, id).text().replaceAll("█+", "*")).isEqualTo("before *<in>* after");
        }
    }

    @Test
    void wordsTypedInPiecesAndDeletedAgainAreFoundToo() throws Exception {
        String half = "canary-hun";
        try (Desk desk = Desk.open(folder)) {
            IncidentId id = desk.declare("Checkout is down");
            types(desk, ANA, id, half, "", 0);
            types(desk, BEN, id, "", "X" + CANARY.substring(half.length()) + " stays", half.length());
            deletes(desk, id, half.length(), 1);
            assertThat(text(desk, id).text()).startsWith(CANARY);
            deletes(desk, id, 3, 6);
            done(desk.console().erase(id, new Erasing.Words(CANARY), "a password", ANA));
            assertThat(text(desk, id).text()).endsWith(" stays").doesNotContain("hunter", "can", "Zq8");
        }
        for (String piece : List.of(CANARY, "canary-hun", "ter2-Zq8")) {
            assertThat(found(piece)).isEmpty();
        }
    }

    // Wherever they stand

    @Test
    void wordsAreErasedWhereverTheyStandAndFromEveryFileOfTheProfile() throws Exception {
        String spoken = "it says " + CANARY + "!";
        Attachment file;
        try (Desk desk = Desk.open(folder);
                Session session = Session.open(desk.console().profile());
                Search search = Search.open(desk.console())) {
            session.follow(desk.console());
            IncidentId id = desk.declare("Down, " + CANARY);
            types(desk, ANA, id, spoken, "", 0);
            desk.log(id, spoken);
            act(desk, id, new IncidentCommand.MakeComment(SECTION, Optional.empty(), Optional.empty(), spoken, "why?"));
            act(
                    desk,
                    id,
                    new IncidentCommand.Suggest(
                            SECTION, List.of(), Optional.empty(), tocsin.domain.prose.Side.AFTER, "", spoken));
            act(desk, id, new IncidentCommand.NoteMeeting(tocsin.domain.postmortem.MeetingNote.Kind.PARKED, spoken));
            act(desk, id, new IncidentCommand.AddNode(Figure.WHYS, Optional.empty(), Content.why(spoken)));
            act(desk, id, new IncidentCommand.SendUpdate(Audience.INTERNAL, spoken));
            act(desk, id, new IncidentCommand.StateCause(spoken, spoken));
            file = ((Attachments.Taken.Kept) desk.console()
                            .attachments()
                            .take("dump.txt", spoken.getBytes(UTF_8))
                            .join())
                    .attachment();
            FactId dump = act(desk, id, new IncidentCommand.AddEntry(EntryKind.NOTE, "the dump", List.of(file)));
            session.put("paper.draft", "half of " + CANARY);
            session.put("paper.other", "kept");
            search.settled();
            desk.console().settledStore();
            assertThat(found(CANARY)).isNotEmpty();

            done(desk.console().erase(id, new Erasing.Words(CANARY), "a password", ANA));
            done(desk.console().redact(id, dump, "it holds one", ANA));
            desk.console().settledStore();
            search.settled();

            assertThat(desk.now(id).title()).isEqualTo("Down, " + "█".repeat(CANARY.length()));
            assertThat(desk.now(id).phase()).isEqualTo(Phase.INVESTIGATING);
            assertThat(desk.now(id).review().talk().comments())
                    .extracting(tocsin.domain.postmortem.Comment::text)
                    .containsExactly("why?");
            assertThat(desk.json(id)).doesNotContain(CANARY).contains("it says ");
            assertThat(search.find(query("hunter2"), 10).list()).isEmpty();
            assertThat(session.get("paper.draft")).isEmpty();
            assertThat(session.get("paper.other")).contains("kept");
            assertThat(desk.console().verify().isWhole()).isTrue();
            assertThat(refusal(desk.console().erase(id, new Erasing.Words(CANARY), "x", ANA)))
                    .isEqualTo("refused.redact.nowhere");
        }
        assertThat(found(CANARY)).isEmpty();
        assertThat(folder.resolve("attachments").resolve(file.sha256())).doesNotExist();
    }

    @Test
    void aFileThatAnotherLineNamesStays() throws Exception {
        try (Desk desk = Desk.open(folder)) {
            IncidentId id = desk.declare("Checkout is down");
            Attachment file = ((Attachments.Taken.Kept) desk.console()
                            .attachments()
                            .take("graph.txt", "numbers".getBytes(UTF_8))
                            .join())
                    .attachment();
            var entry = new IncidentCommand.AddEntry(EntryKind.NOTE, "the graph", List.of(file));
            FactId one = act(desk, id, entry);
            act(desk, desk.declare("Another"), entry);
            done(desk.console().redact(id, one, "wrong incident", ANA));
            assertThat(desk.console().attachments().fileOf(file)).exists();
        }
    }

    @Test
    void aFewLettersAreNotLookedFor() throws Exception {
        try (Desk desk = Desk.open(folder)) {
            IncidentId id = desk.declare("Checkout is down");
            desk.log(id, "the pool");
            assertThat(refusal(desk.console().erase(id, new Erasing.Words("the"), "x", ANA)))
                    .isEqualTo("refused.redact.short");
        }
    }

    @Test
    void aLineOutOfWhichTwoThingsWereErasedHoldsNeither() throws Exception {
        try (Desk desk = Desk.open(folder)) {
            IncidentId id = desk.declare("Checkout is down");
            desk.log(id, "user root1 password " + CANARY + " at db-2");
            done(desk.console().erase(id, new Erasing.Words("root1"), "a name", ANA));
            done(desk.console().erase(id, new Erasing.Words(CANARY), "a password", BEN));
            assertThat(desk.json(id)).contains("user █████ password ██").contains(" at db-2");
        }
        assertThat(found(CANARY)).isEmpty();
        assertThat(found("root1")).isEmpty();
        try (Desk again = Desk.open(folder)) {
            assertThat(again.json(again.console().incidents().getFirst())).contains("user █████ password ██");
        }
    }

    // Between desks

    @Test
    void whatOneDeskErasedOutOfATextIsErasedOnTheOtherAndBothReadTheSame() throws Exception {
        Path ours = folder.resolve("ours");
        Path theirs = folder.resolve("theirs");
        try (Desk one = Desk.open(ours);
                Desk other = Desk.open(theirs)) {
            IncidentId id = other.declare("Checkout is down");
            types(other, BEN, id, "a " + CANARY + " b", "", 0);
            other.console().exportCase(id, folder.resolve("before.zip"), ANA);
            one.console().importCase(folder.resolve("before.zip"), BEN);
            types(one, ANA, id, "", "ours ", 5);
            one.console().exportCase(id, folder.resolve("mine.zip"), ANA);
            done(other.console().erase(id, new Erasing.Words(CANARY), "a password", ANA));
            other.console().exportCase(id, folder.resolve("after.zip"), ANA);
            one.console().importCase(folder.resolve("after.zip"), BEN);
            one.console().importCase(folder.resolve("before.zip"), BEN);
            other.console().importCase(folder.resolve("mine.zip"), BEN);
            assertThat(text(one, id).text()).isEqualTo(text(other, id).text()).contains("ours ");
            assertThat(one.console().verify().isWhole()).isTrue();
        }
        assertThat(Desk.filesWith(ours, "hunter2".getBytes(UTF_8))).isEmpty();
    }

    @Test
    void twoDesksThatEraseDifferentWordsOfOneLineShowNeither() throws Exception {
        try (Desk one = Desk.open(folder.resolve("one"));
                Desk other = Desk.open(folder.resolve("other"))) {
            IncidentId id = one.declare("Checkout is down");
            one.log(id, "user root1 password " + CANARY);
            one.console().exportCase(id, folder.resolve("start.zip"), ANA);
            other.console().importCase(folder.resolve("start.zip"), BEN);
            done(one.console().erase(id, new Erasing.Words("root1"), "a name", ANA));
            done(other.console().erase(id, new Erasing.Words(CANARY), "a password", BEN));
            one.console().exportCase(id, folder.resolve("one.zip"), ANA);
            other.console().exportCase(id, folder.resolve("other.zip"), BEN);
            one.console().importCase(folder.resolve("other.zip"), ANA);
            other.console().importCase(folder.resolve("one.zip"), BEN);
            assertThat(one.json(id)).isEqualTo(other.json(id)).doesNotContain(CANARY, "root1");
        }
    }

    // Whatever a fact from outside says

    @Test
    void anErasureFromElsewherePaintsOverWordsAndChangesNoState() {
        var codec = new FactCodec();
        var erasures = new Erasures(codec);
        Recorded declared = Cases.declared();
        LifeFact.Declared real = (LifeFact.Declared) declared.fact();
        Fact worse = new LifeFact.Declared(
                real.title(), tocsin.domain.severity.Severity.SEV4, real.type(), real.environment(), real.zone());
        Fact reworded =
                new LifeFact.Declared("All is well", real.severity(), real.type(), real.environment(), real.zone());
        for (String claim : List.of(
                erasures.instead(worse).orElseThrow(),
                erasures.instead(reworded).orElseThrow(),
                "",
                "{",
                "null",
                "[1]",
                "{\"title\":7}")) {
            Recorded claimed = Cases.at(1, Cases.BO, new Redacted(declared.id(), "x", Optional.of(claim)));
            assertThat(erasures.applied(List.of(declared, claimed)).getFirst()).isEqualTo(declared);
        }
        Recorded bare = Cases.at(1, Cases.BO, new Redacted(declared.id(), "x"));
        assertThat(erasures.applied(List.of(declared, bare)).getFirst()).isEqualTo(declared);
    }

    @Test
    void factsReadTheSameInWhateverOrderTheyCome() {
        var erasures = new Erasures(new FactCodec());
        var facts = new ArrayList<Recorded>();
        facts.add(Cases.declared());
        facts.add(Cases.at(1, Cases.BO, text("one secret", Optional.empty())));
        facts.add(Cases.at(2, Cases.BO, text(" two", Optional.of(new tocsin.domain.prose.Spot(Cases.id(1), 9)))));
        facts.add(painted(3, Cases.id(1), "███ secret", erasures));
        facts.add(painted(4, Cases.id(1), "one ██████", erasures));
        facts.add(painted(5, Cases.id(2), "longer than it was", erasures));
        facts.add(Cases.at(6, Cases.BO, new Redacted(Cases.id(99), "of nothing")));
        String expected = read(erasures, facts);
        assertThat(expected).isEqualTo("███ ██████ two");
        var random = new Random(7);
        for (int i = 0; i < 200; i++) {
            Collections.shuffle(facts, random);
            assertThat(read(erasures, facts)).isEqualTo(expected);
        }
    }

    @Test
    void everyFactThatHoldsWordsGivesThemUpAndKeepsTheRest() {
        for (Fact fact : Cases.everyFact()) {
            List<String> words = FreeWords.of(fact);
            Fact painted = FreeWords.turned(fact, Blacked::shortly);
            assertThat(FreeWords.alike(fact, painted)).isTrue();
            assertThat(FreeWords.of(painted)).hasSameSizeAs(words);
            assertThat(FreeWords.of(painted)).allMatch(each -> each.isBlank() || each.startsWith("█"));
            assertThat(FreeWords.with(painted, words)).contains(fact);
            assertThat(FreeWords.with(
                            fact, List.of("too", "many", "words", "for", "any", "of", "the", "facts", "here")))
                    .isEmpty();
        }
    }

    private static Query query(String line) {
        return ((Query.Reading.Read) Query.read(line, java.time.Instant.now(), Desk.BERLIN)).query();
    }

    private static String read(Erasures erasures, List<Recorded> facts) {
        History history = History.of(Cases.ID, erasures.applied(facts));
        return Manuscript.of(Cases.DESK, history.facts()).text(SECTION);
    }

    private static Fact text(String words, Optional<tocsin.domain.prose.Spot> beside) {
        return new TextInserted(SECTION, beside, tocsin.domain.prose.Side.AFTER, words);
    }

    private static Recorded painted(int minute, FactId fact, String words, Erasures erasures) {
        Optional<tocsin.domain.prose.Spot> beside =
                fact.equals(Cases.id(2)) ? Optional.of(new tocsin.domain.prose.Spot(Cases.id(1), 9)) : Optional.empty();
        return Cases.at(minute, Cases.BO, new Redacted(fact, "x", erasures.instead(text(words, beside))));
    }

    private static FactId act(Desk desk, IncidentId id, IncidentCommand command) {
        return done(desk.act(ANA, id, command)).facts().getFirst();
    }

    /// Somebody writes in the summary at this place, as far as there is one: first words, saved, and then others.
    private static void types(Desk desk, PersonId who, IncidentId id, String first, String then, int at)
            throws Exception {
        for (String words : List.of(first, then)) {
            if (!words.isEmpty()) {
                Prose prose = text(desk, id);
                var pen = new Pen(desk.console().desk(), SECTION, prose, who);
                pen.write(Math.min(at, prose.length()), 0, words);
                save(desk, who, id, pen);
            }
        }
    }

    private static void deletes(Desk desk, IncidentId id, int at, int count) throws Exception {
        var pen = new Pen(desk.console().desk(), SECTION, text(desk, id), ANA);
        pen.write(at, count, "");
        save(desk, ANA, id, pen);
    }

    private static void save(Desk desk, PersonId who, IncidentId id, Pen pen) {
        List<ProseFact> facts = pen.send();
        done(desk.act(who, id, new IncidentCommand.Write(facts)));
    }

    private static Prose text(Desk desk, IncidentId id) throws Exception {
        return Manuscript.of(desk.console().desk(), desk.console().history(id).facts())
                .section(SECTION);
    }

    private List<Path> found(String words) throws IOException {
        return Stream.concat(
                        Desk.filesWith(folder, words.getBytes(UTF_8)).stream(),
                        Desk.filesWith(folder, words.getBytes(UTF_16LE)).stream())
                .toList();
    }
}
