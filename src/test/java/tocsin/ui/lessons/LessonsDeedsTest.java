package tocsin.ui.lessons;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tocsin.app.Answer;
import tocsin.app.Console;
import tocsin.app.Gesture;
import tocsin.app.Lesson;
import tocsin.base.IncidentId;
import tocsin.base.PersonId;
import tocsin.domain.checklist.Checklists;
import tocsin.domain.incident.IncidentCommand;
import tocsin.domain.incident.IncidentCommand.AddAction;
import tocsin.domain.incident.Rules;
import tocsin.domain.postmortem.ActionItem;
import tocsin.domain.postmortem.ActionKind;
import tocsin.domain.severity.Severity;
import tocsin.journal.JournalException;
import tocsin.ui.Given;
import tocsin.ui.kit.Folders;
import tocsin.ui.kit.Prompt;
import tocsin.ui.kit.Words;
import tocsin.ui.sight.Asking;
import tocsin.ui.sight.Deeds;
import tocsin.ui.sight.Sight;

/// What can be done with the actions of all incidents, each ending in the facts.
class LessonsDeedsTest {
    private static final InstantSource WALL = InstantSource.fixed(Given.NOW);

    @TempDir
    Path folder;

    private Console console;
    private IncidentId id;
    private Words words = Words.in(Locale.ENGLISH);

    @BeforeEach
    void open() throws JournalException {
        console = Given.console(folder.resolve("profile"));
        id = Given.declared(console, "Checkout errors", Severity.SEV2, 20);
        add("Show defaults in the diff");
    }

    @AfterEach
    void close() {
        console.close();
    }

    private void add(String text) {
        console.act(Gesture.of(
                        Given.ANA,
                        id,
                        new AddAction(
                                ActionKind.PREVENT,
                                text,
                                Given.ANA,
                                Optional.of(LocalDate.of(2026, 12, 5)),
                                "the old case fails in CI")))
                .join();
    }

    private List<ActionItem> items() {
        try {
            return console.history(id).now().review().actions();
        } catch (JournalException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    private Prompt change(String draft) {
        var deeds = new Deeds() {
            @Override
            public PersonId operator() {
                return Given.ANA;
            }

            @Override
            public CompletableFuture<Answer> act(IncidentCommand command, Optional<java.time.Instant> occurredAt) {
                return console.act(Gesture.of(Given.ANA, id, command).at(occurredAt));
            }

            @Override
            public CompletableFuture<Prompt.Outcome> does(IncidentCommand command, String done) {
                return act(command).thenApply(_ -> new Prompt.Done(done));
            }

            @Override
            public void ask(Prompt prompt) {}

            @Override
            public void say(String line) {}
        };
        var asking = new Asking(
                deeds, words, WALL, () -> Optional.of(sight()), () -> Checklists.NONE, () -> List.of(Given.ANA));
        return new ChangePrompt(asking, items().getFirst().id(), draft);
    }

    private Sight sight() {
        try {
            var incident = console.history(id).now();
            return Sight.now(incident, Rules.shipped(incident.zone()));
        } catch (JournalException unreadable) {
            throw new AssertionError(unreadable);
        }
    }

    private static Prompt.Outcome enter(Prompt prompt, String text) {
        return ((Prompt.Ready) prompt.read(text)).run().get().join();
    }

    @Test
    void itIsDoneWithWhatShowsItAndThenVerified() {
        Prompt prompt = change("");
        assertThat(prompt.read("").options()).hasSize(6);
        assertThat(prompt.read("done")).isInstanceOf(Prompt.Wanting.class);
        enter(prompt, "done the alarm rang in the test");
        assertThat(items().getFirst().status()).isEqualTo(ActionItem.Status.DONE);
        assertThat(items().getFirst().outcome()).isEqualTo("the alarm rang in the test");
        enter(change(""), "ver seen on the dashboard");
        assertThat(items().getFirst().verified()).isPresent();
    }

    @Test
    void itIsMovedToAnotherDayWithAReason() {
        Prompt prompt = change(ChangePrompt.draft(ChangePrompt.Verb.DUE, words));
        assertThat(prompt.draft()).isEqualTo("due ");
        assertThat(prompt.read("due soon")).isInstanceOf(Prompt.Wanting.class);
        enter(prompt, "due +21 the vendor answers later");
        assertThat(items().getFirst().due()).isEqualTo(LocalDate.of(2026, 12, 12));
    }

    @Test
    void aVerbOfTwoWordsIsReadWhole() {
        words = Words.in(Locale.GERMAN);
        enter(change(""), "fallen lassen nicht mehr nötig");
        assertThat(items().getFirst().status()).isEqualTo(ActionItem.Status.DROPPED);
        assertThat(items().getFirst().outcome()).isEqualTo("nicht mehr nötig");
    }

    private TablePrompts tables() {
        return new TablePrompts(
                console,
                Given.ANA,
                Rules::shipped,
                WALL,
                words,
                new Folders(Runnable::run, Runnable::run, () -> {}),
                Runnable::run);
    }

    @Test
    void everyBadRowIsNamedAndNothingIsWritten() throws IOException {
        Path file = Files.writeString(folder.resolve("bad.csv"), """
                incident,kind,text,owner,due,measure
                INC-2026-1121-001,prevent,Rotate keys,Bo,2026-12-20,keys are younger than a day
                INC-2026-1121-009,prevent,Rotate keys,Bo,2026-12-20,keys are younger than a day
                INC-2026-1121-001,prevent,Rotate keys,Bo,tomorrow,keys are younger than a day
                """);
        Prompt again = ((Prompt.Next) enter(tables().take(""), file.toString())).prompt();
        assertThat(again.read(file.toString()).options())
                .extracting(Prompt.Option::name)
                .satisfiesExactly(
                        line -> assertThat(line).contains("line 3").contains("INC-2026-1121-009"),
                        line -> assertThat(line).contains("line 4").contains("tomorrow"));
        assertThat(items()).hasSize(1);
    }

    @Test
    void aTableIsTakenInByASecondEnterWithWhatItHangsOn() throws IOException {
        Path file = Files.writeString(folder.resolve("good.csv"), """
                incident,kind,text,owner,due,measure,factor
                INC-2026-1121-001,prevent,Rotate keys,Bo,2026-12-20,keys are younger than a day,F-2
                """);
        Prompt sure = ((Prompt.Next) enter(tables().take(""), file.toString())).prompt();
        assertThat(items()).hasSize(1);
        assertThat(((Prompt.Ready) sure.read("")).summary()).isEqualTo("1 new, 0 changed; Enter takes them in");
        assertThat(enter(sure, "")).isEqualTo(new Prompt.Done("1 actions are taken in"));
        assertThat(items()).extracting(item -> item.ties().factor()).containsExactly("", "F-2");
    }

    @Test
    void whatIsWrittenOutIsReadInAsTheSame() throws JournalException {
        Path file = folder.resolve("out").resolve("actions.csv");
        enter(tables().give(file, Lesson.promises(Lesson.all(console))), file.toString());
        assertThat(file).content().contains("Show defaults in the diff");
        assertThat(enter(tables().take(""), file.toString()))
                .isEqualTo(new Prompt.Done(words.get("lessons.import.same")));
        assertThat(enter(tables().give(file, List.of()), file.toString()))
                .isEqualTo(new Prompt.Refused(words.get("people.file.there")));
    }

    @Test
    void everyIncidentIsReadAndEveryChangeFollows() {
        var newest = new AtomicReference<>(Learned.NOTHING_YET);
        try (var _ = new LessonsSource(console, Rules::shipped, WALL, newest::set)) {
            await().until(() -> newest.get().depth() == Learned.Depth.WHOLE);
            assertThat(newest.get().cases()).singleElement().satisfies(one -> {
                assertThat(one.actions()).hasSize(1);
                assertThat(one.missing()).containsExactly(1, 2, 3);
                assertThat(one.owed()).as("while it is still fought").isFalse();
            });
            add("Rotate keys by machine");
            await().until(() -> newest.get().cases().getFirst().actions().size() == 2);
            Given.declared(console, "Login is slow", Severity.SEV3, 5);
            await().until(() -> newest.get().cases().size() == 2);
        }
    }
}
