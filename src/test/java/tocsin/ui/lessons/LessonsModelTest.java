package tocsin.ui.lessons;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tocsin.app.HardeningFailed;
import tocsin.app.Lesson;
import tocsin.base.DeskId;
import tocsin.base.FactId;
import tocsin.base.IncidentId;
import tocsin.base.PersonId;
import tocsin.domain.incident.Gate;
import tocsin.domain.incident.Phase;
import tocsin.domain.postmortem.ActionItem;
import tocsin.domain.postmortem.ActionKind;
import tocsin.domain.postmortem.Hardens;
import tocsin.domain.postmortem.Review;
import tocsin.domain.postmortem.Ties;
import tocsin.domain.severity.Severity;
import tocsin.ui.Given;
import tocsin.ui.kit.Tone;
import tocsin.ui.kit.Words;

class LessonsModelTest {
    private static final DeskId DESK = new DeskId("abcdefghijkl2345");
    private static final IncidentId ONE = id(1);
    private static final IncidentId TWO = id(2);
    private static final PersonId BO = new PersonId("Bo Berg");

    private final Words words = Words.in(Locale.ENGLISH);
    private final LessonsModel model = new LessonsModel(words, InstantSource.fixed(Given.NOW), Given.ANA);

    private final Owed late = Made.action(ONE, "Alert on plans that change", Given.ANA, -3, "F-1");
    private final Owed soon = Made.action(ONE, "Show defaults in the diff", BO, 1, "");
    private final Owed far = Made.action(TWO, "Rotate keys by machine", BO, 60, "F-2");
    private final Owed done = Made.done(Made.action(TWO, "Cut the old gateway off", Given.ANA, -9, "F-1"));

    private static IncidentId id(int day) {
        return IncidentId.of(LocalDate.of(2026, 11, day), 1, DESK);
    }

    private void show(Case... cases) {
        model.show(new Learned(List.of(cases), Map.of(), Learned.Depth.WHOLE, ""));
    }

    private void showAll() {
        show(
                Made.postmortem(ONE, Phase.POSTMORTEM, 5, late, soon),
                Made.postmortem(TWO, Phase.POSTMORTEM, -2, far, done));
    }

    private List<String> texts() {
        return model.actions().stream()
                .map(line -> switch (line) {
                    case Line.Head head -> "# " + head.title();
                    case Line.Action action -> action.of().item().text();
                    case Line.Debt _ -> "";
                })
                .toList();
    }

    private Line.Told debt(int index) {
        return ((Line.Debt) model.debts().get(index)).told(words);
    }

    @Test
    void whatIsOverdueLeadsWithAShapeAndAWord() {
        showAll();
        assertThat(texts())
                .containsExactly(
                        "# Overdue",
                        late.item().text(),
                        "# Within a week",
                        soon.item().text(),
                        "# Later",
                        far.item().text());
        Line.Told told = ((Line.Action) model.actions().get(1)).told(words);
        assertThat(told.due()).isEqualTo(new Due(Tone.OVERDUE, "overdue 3 d", "2026-11-18"));
        assertThat(told.under()).isEqualTo("SEV-2 · INC-2026-1101-001 · prevent · F-1");
        assertThat(told.third()).endsWith(" of 5");
        assertThat(model.getActionCount()).isEqualTo("3, 1 overdue");
        assertThat(debt(0).due().word()).isEqualTo("overdue 2 d");
        assertThat(debt(1).due().word()).isEqualTo("in 4 d");
    }

    @Test
    void aPostmortemSaysWhichStopHoldsItOpenAndWhoOwesIt() {
        Case owned = Made.postmortem(ONE, Phase.POSTMORTEM, 1);
        Case unowned = Made.unowned(TWO);
        show(owned, unowned);
        assertThat(debt(0).who()).isEqualTo("nobody yet");
        assertThat(debt(0).due()).isEqualTo(new Due(Tone.OPEN, "no day yet", ""));
        assertThat(debt(1).third()).isEqualTo("STOP 2, 3");
        assertThat(debt(1).due().tone()).isEqualTo(Tone.SOON);
        assertThat(model.about().lines().stream().map(line -> line.name() + " " + line.value()))
                .contains("STOP 1 met", "STOP 2 open", "STOP 3 open");
    }

    @Test
    void whatIsClosedOrStillFoughtIsNotOwed() {
        show(
                Made.postmortem(ONE, Phase.CLOSED, -2),
                Made.of(TWO, Phase.INVESTIGATING, Optional.empty(), Optional.empty()));
        assertThat(model.debts()).isEmpty();
        assertThat(model.getNoDebts()).contains("No postmortem is owed");
        assertThat(model.getNoActions()).contains("Nothing is left to do");
    }

    @Test
    void aRuleThatDidNotHoldIsShownAtItsIncidentEvenWhenThatIsClosed() {
        var failed = new HardeningFailed("CR-7", ONE, TWO, 40);
        model.show(new Learned(
                List.of(Made.postmortem(TWO, Phase.CLOSED, -2, far)),
                Map.of(TWO, List.of(failed)),
                Learned.Depth.WHOLE,
                ""));
        assertThat(debt(0).flag()).isEqualTo("hardening failed: CR-7");
        assertThat(model.getDebtCount()).as("it is not owed").isEqualTo("0");
        assertThat(model.about().spoken()).contains("CR-7", "INC-2026-1101-001", "40 days later");
        model.toActions();
        assertThat(model.about().spoken()).contains("CR-7");
    }

    @Test
    void wordsAndSignsNarrowBothLists() {
        showAll();
        model.filterProperty().set("overdue @mduval");
        assertThat(texts()).containsExactly("# Overdue", late.item().text());
        model.filterProperty().set("factor:f-2");
        assertThat(texts()).containsExactly("# Later", far.item().text());
        assertThat(model.debts()).isEmpty();
        model.filterProperty().set("inc:1101 defaults");
        assertThat(texts()).containsExactly("# Within a week", soon.item().text());
        model.filterProperty().set("@berg all");
        assertThat(texts())
                .doesNotContain(done.item().text())
                .contains(far.item().text());
        model.filterProperty().set("nothing like this");
        assertThat(model.getNoActions()).contains("[Esc]");
        assertThat(model.line()).isEmpty();
    }

    @Test
    void germanWordsNarrowGermanLists() {
        Sieve sieve = Sieve.of("überfällig faktor:F-1 alle", Words.in(Locale.GERMAN));
        assertThat(sieve).isEqualTo(new Sieve(true, true, List.of(), List.of("f-1"), List.of(), List.of()));
    }

    @Test
    void whatIsSettledIsSeenByWhoeverAsksForIt() {
        showAll();
        assertThat(texts()).doesNotContain(done.item().text());
        model.toggle(model.chips().get(2));
        assertThat(texts()).endsWith("# Settled", done.item().text());
        assertThat(model.chips().get(2).state()).isEqualTo(Chip.State.ON);
        model.toggle(model.chips().get(2));
        assertThat(model.filterProperty().get()).isEmpty();
    }

    @Test
    void oneKeyGroupsByDayThenOwnerThenFactor() {
        showAll();
        model.regroup();
        assertThat(texts())
                .containsExactly(
                        "# Bo Berg",
                        soon.item().text(),
                        far.item().text(),
                        "# M. Duval",
                        late.item().text());
        assertThat(model.getGrouped()).isEqualTo("by owner [F3]");
        model.regroup();
        assertThat(texts())
                .containsExactly(
                        "# F-1",
                        late.item().text(),
                        "# F-2",
                        far.item().text(),
                        "# Without a factor",
                        soon.item().text());
        model.regroup();
        assertThat(texts()).startsWith("# Overdue");
    }

    @Test
    void arrowsGoFromPostmortemsToActionsAndThePointStaysWhenListsGrow() {
        showAll();
        assertThat(model.line().orElseThrow()).isInstanceOf(Line.Debt.class);
        model.move(2);
        assertThat(model.action().orElseThrow().of()).isEqualTo(late);
        assertThat(model.getKeys()).contains("[F7]");
        Owed worse = Made.action(TWO, "Read the log of the vendor", BO, -20, "");
        show(
                Made.postmortem(ONE, Phase.POSTMORTEM, 5, late, soon),
                Made.postmortem(TWO, Phase.POSTMORTEM, -2, worse, far));
        assertThat(model.action().orElseThrow().of()).isEqualTo(late);
        model.move(-100);
        assertThat(model.getKeys()).doesNotContain("[F7]");
        model.toActions();
        assertThat(model.action().orElseThrow().of()).isEqualTo(worse);
    }

    @Test
    void aNewDayMakesItOverdueWithoutAFact() {
        show(Made.postmortem(ONE, Phase.POSTMORTEM, 5, soon));
        assertThat(texts()).startsWith("# Within a week");
        model.tick(Given.NOW.plus(Duration.ofDays(2)));
        assertThat(texts()).startsWith("# Overdue");
    }

    @Test
    void whileTheLogIsReadNothingIsSaidToBeMissing() {
        model.show(new Learned(List.of(), Map.of(), Learned.Depth.ROWS, ""));
        assertThat(model.getNoDebts()).isEqualTo("Reading the log of every incident");
        assertThat(model.read()).isFalse();
    }

    @Test
    void aHostileTitleStaysOneLine() {
        var lesson = new Lesson(
                ONE,
                "a\nb \u202e turned",
                Severity.SEV1,
                Phase.RESOLVED,
                Given.BERLIN,
                Optional.of(Given.NOW),
                Review.NONE);
        show(new Case(
                lesson, Optional.empty(), Optional.empty(), List.of(), List.of(), 1, Case.Closed.AS_IT_STANDS, "a b"));
        assertThat(debt(0).title()).doesNotContain("\n").doesNotContain("\u202e");
    }

    @Test
    void whatWasEditedAfterTheClosingIsOwedAgainAndMarked() {
        show(Made.editedAfterClosing(ONE));
        assertThat(debt(0).flag()).isEqualTo("Edited after closing");
    }

    /// Cases as the log would give them.
    private static final class Made {
        private static long count;

        static Case unowned(IncidentId id) {
            return of(id, Phase.RESOLVED, Optional.empty(), Optional.empty());
        }

        static Case postmortem(IncidentId id, Phase phase, int days, Owed... actions) {
            return of(
                    id,
                    phase,
                    Optional.of(BO),
                    Optional.of(Given.NOW.minusSeconds(30).plus(Duration.ofDays(days))),
                    actions);
        }

        static Case editedAfterClosing(IncidentId id) {
            return new Case(
                    lesson(id, Phase.CLOSED),
                    Optional.empty(),
                    Optional.empty(),
                    List.of(),
                    List.of(),
                    9,
                    Case.Closed.EDITED_SINCE,
                    "");
        }

        static Case of(IncidentId id, Phase phase, Optional<PersonId> owner, Optional<Instant> due, Owed... actions) {
            return new Case(
                    lesson(id, phase),
                    owner,
                    due,
                    List.of(Gate.Status.MET, Gate.Status.OPEN, Gate.Status.WAIVER_EXPIRED),
                    List.of(actions),
                    9,
                    Case.Closed.AS_IT_STANDS,
                    id.value().toLowerCase(Locale.ROOT));
        }

        static Lesson lesson(IncidentId id, Phase phase) {
            return new Lesson(
                    id,
                    "Checkout errors",
                    Severity.SEV2,
                    phase,
                    Given.BERLIN,
                    Optional.of(Given.NOW.minus(Duration.ofDays(9))),
                    Review.NONE);
        }

        static Owed action(IncidentId id, String text, PersonId owner, int days, String factor) {
            return Owed.of(new Lesson.Promise(
                    lesson(id, Phase.POSTMORTEM),
                    new ActionItem(
                            new FactId(DESK, ++count),
                            ActionKind.PREVENT,
                            text,
                            owner,
                            LocalDate.ofInstant(Given.NOW, Given.BERLIN).plusDays(days),
                            "the old case fails",
                            ActionItem.Status.OPEN,
                            "",
                            new Ties(Optional.empty(), "", factor, Hardens.NOTHING),
                            Given.NOW,
                            Optional.empty(),
                            Optional.empty())));
        }

        static Owed done(Owed owed) {
            ActionItem item = owed.item();
            return Owed.of(new Lesson.Promise(
                    owed.lesson(),
                    new ActionItem(
                            item.id(),
                            item.kind(),
                            item.text(),
                            item.owner(),
                            item.due(),
                            item.measure(),
                            ActionItem.Status.DONE,
                            "seen in the test",
                            item.ties(),
                            item.addedAt(),
                            Optional.of(Given.NOW),
                            Optional.empty())));
        }
    }
}
