package tocsin.ui.room;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static tocsin.ui.Given.ANA;
import static tocsin.ui.Given.NOW;

import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tocsin.app.Console;
import tocsin.app.Gesture;
import tocsin.app.Texts;
import tocsin.base.IncidentId;
import tocsin.base.PersonId;
import tocsin.domain.incident.IncidentCommand;
import tocsin.domain.incident.Phase;
import tocsin.domain.incident.Rules;
import tocsin.domain.incident.View;
import tocsin.domain.roster.Role;
import tocsin.domain.severity.Severity;
import tocsin.domain.timeline.Entry;
import tocsin.domain.timeline.EntryKind;
import tocsin.domain.timeline.Task;
import tocsin.journal.JournalException;
import tocsin.ui.Given;
import tocsin.ui.sight.Past;
import tocsin.ui.timeline.Row;
import tocsin.ui.timeline.Sieve;

/// One room's reading of a real profile: an hour of an incident, looked at from its end.
class RoomSourceTest {
    private static final PersonId BEN = new PersonId("B. Okafor");

    @TempDir
    Path folder;

    private final List<RoomSource.View> views = new CopyOnWriteArrayList<>();
    private Instant wall = minute(0);
    private Console console;
    private IncidentId id;
    private RoomSource source;

    @BeforeEach
    void anHourOfAnIncident() throws JournalException {
        console = Given.console(folder, () -> wall);
        id = Given.declared(console, "Checkout errors", Severity.SEV2, 60);
        at(10);
        Given.logged(console, id, "pool is full");
        at(20);
        does(new IncidentCommand.AssignRole(Role.SCRIBE, BEN, Optional.empty()));
        does(new IncidentCommand.AssignTask("raise the limit", BEN, Optional.of(Duration.ofMinutes(10))));
        does(new IncidentCommand.AddEntry(EntryKind.HYPOTHESIS, "the limit is too low, confidence low"));
        does(new IncidentCommand.Move(Phase.IDENTIFIED, ""));
        at(30);
        does(new IncidentCommand.ChangeSeverity(Severity.SEV1, "every region"));
        Given.loggedLate(console, id, "release at five past", minute(5));
        at(60);
        source = new RoomSource(
                console, id, (ZoneId zone) -> Rules.shipped(zone), Texts.in(Locale.ENGLISH), views::add, line -> {
                    throw new AssertionError(line);
                });
        await().until(() -> !views.isEmpty());
    }

    @AfterEach
    void close() throws JournalException {
        source.close();
        console.close();
    }

    @Test
    void whatWasKnownThenHasNeitherWhatCameLaterNorWhatWasToldLater() {
        RoomSource.View then = look(minute(15), View.KNOWN);
        assertThat(then.sight().incident().severity()).isEqualTo(Severity.SEV2);
        assertThat(then.sight().incident().phase()).isEqualTo(Phase.INVESTIGATING);
        assertThat(then.sight().incident().commander()).contains(ANA);
        assertThat(then.sight().incident().crew().holder(Role.SCRIBE)).isEmpty();
        assertThat(then.sight().incident().timeline().tasks()).isEmpty();
        assertThat(lines(then)).containsExactly("pool is full");
    }

    @Test
    void whatWasTrueThenHasWhatWasToldLaterAboutIt() {
        RoomSource.View then = look(minute(15), View.TRUE);
        assertThat(lines(then)).containsExactly("release at five past", "pool is full");
        assertThat(then.sight().incident().phase()).isEqualTo(Phase.INVESTIGATING);
    }

    @Test
    void laterMinutesHaveRolesTasksAndTheState() {
        RoomSource.View then = look(minute(25), View.KNOWN);
        assertThat(then.sight().incident().phase()).isEqualTo(Phase.IDENTIFIED);
        assertThat(then.sight().incident().crew().holder(Role.SCRIBE)).contains(BEN);
        assertThat(then.sight().incident().timeline().openTasks())
                .extracting(Task::text)
                .containsExactly("raise the limit");
        assertThat(then.sight().incident().severity()).isEqualTo(Severity.SEV2);
        assertThat(then.sight().newest().severity()).isEqualTo(Severity.SEV1);
    }

    @Test
    void comingBackShowsThePresentAgain() {
        look(minute(15), View.KNOWN);
        source.look(new RoomSource.Look(Optional.empty(), Sieve.PEOPLE));
        RoomSource.View now = next(view -> !view.sight().isPast());
        assertThat(now.sight().incident().severity()).isEqualTo(Severity.SEV1);
        assertThat(lines(now))
                .containsExactly("release at five past", "pool is full", "the limit is too low, confidence low");
    }

    @Test
    void aFactThatArrivesMeanwhileChangesOnlyTheNewest() {
        RoomSource.View before = look(minute(15), View.KNOWN);
        Given.logged(console, id, "still failing");
        RoomSource.View after = next(view -> view.sight().newest().timeline().entries().stream()
                .map(Entry::text)
                .anyMatch("still failing"::equals));
        assertThat(after.sight().incident()).isEqualTo(before.sight().incident());
        assertThat(after.rows().rows()).isEqualTo(before.rows().rows());
        assertThat(after.sight().past()).isEqualTo(before.sight().past());
    }

    @Test
    void beforeAnythingWasKnownItKeepsItsTitleAndItsZone() {
        RoomSource.View then = look(minute(-5), View.KNOWN);
        assertThat(then.sight().incident().phase()).isEqualTo(Phase.UNDECLARED);
        assertThat(then.sight().title()).isEqualTo("Checkout errors");
        assertThat(then.sight().zone()).isEqualTo(Given.BERLIN);
    }

    @Test
    void ofManyWishesTheLastIsShown() {
        for (int minute = 1; minute < 50; minute++) {
            source.look(new RoomSource.Look(Optional.of(new Past(minute(minute), View.KNOWN)), Sieve.PEOPLE));
        }
        look(minute(50), View.KNOWN);
        assertThat(views.getLast().sight().past()).contains(new Past(minute(50), View.KNOWN));
    }

    private RoomSource.View look(Instant moment, View view) {
        var past = new Past(moment, view);
        source.look(new RoomSource.Look(Optional.of(past), Sieve.PEOPLE));
        return next(seen -> seen.sight().past().equals(Optional.of(past)));
    }

    private RoomSource.View next(Predicate<RoomSource.View> wanted) {
        await().until(() -> wanted.test(views.getLast()));
        return Objects.requireNonNull(views.getLast());
    }

    private static List<String> lines(RoomSource.View view) {
        return view.rows().rows().stream()
                .filter(Row.Line.class::isInstance)
                .map(row -> ((Row.Line) row).told())
                .toList();
    }

    private void at(int minute) {
        wall = minute(minute);
    }

    private void does(IncidentCommand command) {
        assertThat(console.act(Gesture.of(ANA, id, command)).join()).isInstanceOf(tocsin.app.Answer.Done.class);
    }

    private static Instant minute(int minute) {
        return NOW.minus(Duration.ofHours(1)).plus(Duration.ofMinutes(minute));
    }
}
