package tocsin.domain.prose;

import static org.assertj.core.api.Assertions.assertThat;
import static tocsin.domain.prose.Writers.SECTION;
import static tocsin.domain.prose.Writers.desk;
import static tocsin.domain.prose.Writers.named;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import tocsin.base.DeskId;
import tocsin.base.FactId;
import tocsin.domain.Recorded;
import tocsin.domain.prose.ProseFact.TextDeleted;
import tocsin.domain.prose.ProseFact.TextInserted;
import tocsin.domain.prose.Writers.Desk;

class ProseTest {
    private static final int SCALE = Integer.getInteger("tocsin.scale", 1);

    @Test
    void twoDesksInOneParagraphKeepEveryWordOfBoth() {
        Desk ana = desk('a').types(0, "The pool ran dry.").saves();
        Desk bo = desk('b').hears(ana);

        ana.types(4, "connection ").saves();
        bo.types(17, " Nobody was warned.").saves();
        ana.hears(bo);
        bo.hears(ana);

        assertThat(ana.text())
                .isEqualTo("The connection pool ran dry. Nobody was warned.")
                .isEqualTo(bo.text());
    }

    @Test
    void wordsAtTheSamePlaceStandOneAfterTheOther() {
        Desk ana = desk('a').types(0, "[]").saves();
        Desk bo = desk('b').hears(ana);
        for (int i = 0; i < 20; i++) {
            ana.types(1 + i, "a").saves();
            // Backwards, each letter before the last one.
            bo.types(1, "b").saves();
        }

        ana.hears(bo);
        bo.hears(ana);

        assertThat(ana.text()).isEqualTo("[" + "a".repeat(20) + "b".repeat(20) + "]");
        assertThat(bo.text()).isEqualTo(ana.text());
    }

    @Test
    void whatOneDeletesAndTheOtherWritesIntoKeepsWhatWasWritten() {
        Desk ana = desk('a').types(0, "one two three").saves();
        Desk bo = desk('b').hears(ana);

        ana.writes(4, 4, "").saves();
        bo.types(6, "NEW").saves();
        ana.hears(bo);
        bo.hears(ana);

        assertThat(ana.text()).isEqualTo("one NEWthree").isEqualTo(bo.text());
    }

    @Test
    void aFactThatHangsOnAMissingOneWaitsForIt() {
        Desk ana = desk('a').types(0, "b").saves();
        ana.types(1, "c").saves().types(0, "a").saves();
        ana.writes(1, 1, "").saves();
        Desk bo = desk('b');

        ana.journal.reversed().subList(0, 3).forEach(bo::hears);
        assertThat(bo.text()).isEmpty();
        assertThat(bo.prose.waiting()).isEqualTo(3);

        bo.hears(ana.journal.getFirst());
        assertThat(bo.text()).isEqualTo("ac");
        assertThat(bo.prose.waiting()).isZero();
    }

    @Test
    void aPairIsNeverCutInTwo() {
        Desk ana = desk('a').types(0, "a😀b").saves();
        assertThat(((TextInserted) ana.journal.getFirst().fact()).words()).isEqualTo("a😀b");

        ana.types(2, "x").saves();
        assertThat(ana.text()).isEqualTo("a😀xb");

        ana.pen.write(2, 1, "");
        ana.saves();
        assertThat(ana.text()).isEqualTo("axb");
        assertThat(ana.journal.getLast().fact())
                .isEqualTo(new TextDeleted(
                        SECTION, List.of(new Stretch(ana.journal.getFirst().id(), 1, 2))));
    }

    @Test
    void typingIsFewFactsAndNotOneForEachLetter() {
        Desk ana = desk('a');
        String words = "When the pool ran dry, the first orders failed. ".repeat(10);
        for (int i = 0; i < words.length(); i++) {
            ana.types(i, words.substring(i, i + 1));
        }
        ana.saves();

        assertThat(ana.text()).isEqualTo(words);
        assertThat(ana.journal).hasSize(3);
    }

    @Test
    void aLargePasteIsCutIntoFactsThatOthersAccept() {
        Desk ana = desk('a').types(0, "<>").saves();
        String pasted = "long 😀 line\n".repeat(10_000);
        ana.types(1, pasted).saves();

        assertThat(ana.text()).isEqualTo("<" + pasted + ">");
        assertThat(ana.journal)
                .allSatisfy(recorded -> assertThat(
                                ((TextInserted) recorded.fact()).words().length())
                        .isLessThanOrEqualTo(16_384));
        assertThat(desk('b').hears(ana).text()).isEqualTo(ana.text());
    }

    @Test
    void whatWasOnTheWayWhenTheDiskRefusedIsSentAgain() {
        Desk ana = desk('a').types(0, "kept");
        List<ProseFact> first = ana.pen.send();
        ana.types(4, " too");
        ana.pen.giveBack();
        ana.saves();

        assertThat(first).hasSize(1);
        assertThat(ana.text()).isEqualTo("kept too");
        assertThat(desk('b').hears(ana).text()).isEqualTo("kept too");
    }

    @Test
    void undoTakesBackOnesOwnWordsAndNobodyElses() {
        Desk ana = desk('a').types(0, "one ").types(4, "two ").types(8, "three").saves();
        Desk bo = desk('b').hears(ana);
        bo.types(4, "and ").saves();
        ana.hears(bo);
        assertThat(ana.text()).isEqualTo("one and two three");

        ana.takesBack().takesBack().takesBack();
        assertThat(ana.text()).isEqualTo("and ").isEqualTo(ana.screen.toString());

        ana.doesAgain().doesAgain().doesAgain().saves();
        assertThat(ana.text()).hasSize("one and two three".length()).contains("three", "and ");
        assertThat(bo.hears(ana).text()).isEqualTo(ana.text());
    }

    @Test
    void aWordTypedLetterByLetterGoesAndComesBackAsAWord() {
        Desk ana = desk('a');
        String words = "The pool ran dry";
        for (int i = 0; i < words.length(); i++) {
            ana.types(i, words.substring(i, i + 1));
        }
        ana.saves().takesBack().takesBack();
        assertThat(ana.text()).isEqualTo("The pool ");

        ana.doesAgain().doesAgain();
        assertThat(ana.text()).isEqualTo(words).isEqualTo(ana.screen.toString());
        ana.takesBack().doesAgain().saves();
        assertThat(desk('b').hears(ana).text()).isEqualTo(words);
    }

    @Test
    void undoBringsBackWhatWasDeletedWhereItStood() {
        Desk ana = desk('a').types(0, "one two three four").saves();
        ana.types(18, "!").saves();
        ana.writes(4, 10, "").saves();
        ana.writes(0, 3, "ONE").saves();

        ana.takesBack().takesBack();

        assertThat(ana.text()).isEqualTo("one two three four!").isEqualTo(ana.screen.toString());
        ana.doesAgain().doesAgain();
        assertThat(ana.text()).isEqualTo("ONE four!").isEqualTo(ana.screen.toString());
    }

    @Test
    void aCharacterIsFoundAgainWhereverItWent() {
        Desk ana = desk('a').types(0, "healthy release").saves();
        Spot spot = ana.prose.spot(8).orElseThrow();
        ana.types(0, "It saw a ").saves();

        assertThat(ana.prose.place(spot)).hasValue(17);
        ana.writes(9, 11, "").saves();
        assertThat(ana.text()).isEqualTo("It saw a ease");
        assertThat(ana.prose.place(spot)).hasValue(9);
        assertThat(ana.prose.place(new Spot(new FactId(ana.id, 999), 0))).isEmpty();
    }

    @Test
    void everyPassageSaysWhoWroteIt() {
        Desk ana = desk('a').types(0, "The pool .").saves();
        Desk bo = desk('b').hears(ana).types(9, "ran dry").saves();
        ana.hears(bo);

        assertThat(ana.prose.passages())
                .extracting(passage -> ana.text().substring(passage.from(), passage.to()) + " "
                        + passage.author().name())
                .containsExactly("The pool  Writer a", "ran dry Writer b", ". Writer a");
    }

    @Test
    void factsThatNameCharactersThatNeverWereStillFoldAlikeEverywhere() {
        var random = new Random(7);
        for (int round = 0; round < 2_000 * SCALE; round++) {
            Desk ana = desk('a');
            List<DeskId> desks = List.of(ana.id, desk('b').id);
            for (int i = 0; i < 12; i++) {
                var far = new FactId(desks.get(random.nextInt(2)), 1 + random.nextInt(14));
                ana.record(
                        random.nextInt(3) > 0
                                ? new TextInserted(
                                        SECTION,
                                        random.nextInt(4) == 0
                                                ? Optional.empty()
                                                : Optional.of(new Spot(far, random.nextInt(9) - 3)),
                                        random.nextBoolean() ? Side.BEFORE : Side.AFTER,
                                        "wörd😀".substring(0, random.nextInt(7)))
                                : new TextDeleted(
                                        SECTION,
                                        List.of(new Stretch(far, random.nextInt(9) - 3, random.nextInt(9) - 3))));
            }
            var shuffled = new ArrayList<>(ana.journal);
            Collections.shuffle(shuffled, random);
            Desk bo = desk('b');
            shuffled.forEach(bo::hears);
            ana.journal.forEach(ana::hears);

            assertThat(bo.text()).as("round %s", round).isEqualTo(ana.text());
            assertThat(bo.screen).as("round %s", round).hasToString(bo.text());
        }
    }

    @Test
    void tenThousandRunsAtOnceAreNeverInterleaved() {
        int runs = 10_000;
        var random = new Random(3);
        Desk base = desk('a').types(0, "()").saves();
        var all = new ArrayList<Recorded>();
        for (int i = 0; i < runs; i++) {
            Desk writer = named(name(i)).hears(base);
            boolean forward = i % 2 == 0;
            for (int letter = 0; letter < 4; letter++) {
                int at = forward ? 1 + letter : 1;
                writer.types(at, String.valueOf((char) ('w' + (forward ? letter : 3 - letter))))
                        .saves();
            }
            all.addAll(writer.journal);
        }
        Collections.shuffle(all, random);
        Desk reader = desk('a').hears(base);
        all.forEach(reader.prose::take);

        // Ten thousand words in a message help nobody.
        assertThat(reader.text().equals("(" + "wxyz".repeat(runs) + ")")).isTrue();
    }

    /// Ten thousand desks have ten thousand names.
    private static String name(int number) {
        var name = new StringBuilder("b".repeat(DeskId.LENGTH));
        int left = number;
        for (int i = 1; i < 5; i++) {
            name.setCharAt(i, (char) ('a' + left % 26));
            left /= 26;
        }
        return name.toString();
    }
}
