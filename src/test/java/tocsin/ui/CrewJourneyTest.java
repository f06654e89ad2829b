package tocsin.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static tocsin.ui.Keyboard.focusOn;
import static tocsin.ui.Keyboard.onScreen;
import static tocsin.ui.Keyboard.press;
import static tocsin.ui.Keyboard.text;
import static tocsin.ui.Keyboard.type;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tocsin.base.PersonId;
import tocsin.domain.incident.IncidentCommand;
import tocsin.domain.organisation.OrganisationCommand;
import tocsin.domain.roster.Role;
import tocsin.domain.timeline.Task;
import tocsin.journal.JournalException;

/// People and tasks by keyboard alone, through the real window.
class CrewJourneyTest extends Journey {
    private static final PersonId MARA = new PersonId("Mara Lind");

    @BeforeEach
    void enter() throws JournalException {
        enter("Checkout errors");
        await().until(() -> text(".crew-name").equals("M. Duval"));
    }

    @Test
    void aRoleIsGivenATaskIsGivenAndSettledAndTheLineHasTheFocusAgain() throws JournalException {
        asks("F3", "s \"Mara Lind\"");
        await().until(() -> now().crew().holder(Role.SCRIBE).isPresent());
        assertThat(now().crew().holder(Role.SCRIBE)).contains(MARA);
        await().until(() -> focusOn("entry-field"));
        await().until(() -> text(".crew-rows .tone-plain .crew-word").equals("Mara Lind"));
        asks("F2", "mar 15 check the replicas");
        await().until(() -> text(".task-text").equals("check the replicas"));
        asks("Ctrl+J", "1 d all three follow");
        await().until(() -> now().timeline().openTasks().isEmpty());
        assertThat(now().timeline().tasks().values())
                .extracting(Task::status, Task::outcome)
                .containsExactly(org.assertj.core.groups.Tuple.tuple(Task.Status.DONE, "all three follow"));
        await().until(() -> focusOn("entry-field"));
    }

    @Test
    void theJoinCardTakesNeitherFocusNorLetters() {
        type("half a ");
        press("F9");
        await().until(() -> drawn(".join-card"));
        assertThat(focusOn("entry-field")).isTrue();
        type("line");
        assertThat(text("#line")).isEqualTo("half a line");
        press(KeyCode.ESCAPE);
        assertThat(drawn(".join-card")).isFalse();
        assertThat(text("#line")).isEqualTo("half a line");
    }

    @Test
    void theLeftSideHidesAndComesBack() {
        press("Ctrl+Shift+L");
        assertThat(drawn(".crew")).isFalse();
        press("Ctrl+Shift+L");
        assertThat(drawn(".crew")).isTrue();
    }

    @Test
    void aNarrowRoomKeepsItsSectionsBehindTabsAndTheLineKeepsTheFocus() {
        assertThat(seen(".side-tab-name")).contains("People", "Tasks", "Ideas", "Clocks", "Gate", "Steps");
        assertThat(seen(".section-head")).contains("ROLES").doesNotContain("TASKS");
        press("Alt+2");
        assertThat(seen(".section-head")).contains("TASKS").doesNotContain("ROLES");
        press("Ctrl+Shift+L");
        press("Alt+1");
        assertThat(seen(".section-head")).contains("ROLES");
        assertThat(focusOn("entry-field")).isTrue();
    }

    @Test
    void whatIsOverdueIsMarkedAndCountedOnTheTabThatHidesIt() {
        done(Given.ANA, new IncidentCommand.AssignTask("roll back", MARA, Optional.of(Duration.ofMinutes(5))));
        press("Alt+5");
        wall = wall.plus(Duration.ofMinutes(6));
        soon().until(() -> seen(".side-tab.flag-overdue .side-tab-name").containsAll(List.of("Tasks", "Clocks")));
        assertThat(seen(".flag-overdue .flag-count")).contains("1");
        assertThat(seen(".section-head")).doesNotContain("CLOCKS", "TASKS");
    }

    @Test
    void aRoleIsCalledHereAsTheTeamCallsIt() {
        console.organise(List.of(new OrganisationCommand.ChangeSetting("role.scribe", "Log keeper")), Given.ANA)
                .join();
        done(Given.ANA, new IncidentCommand.AssignRole(Role.SCRIBE, MARA, Optional.empty()));
        soon().until(() -> seen(".crew-rows .muted").contains("Log keeper"));
    }

    private static void asks(String key, String words) {
        press(key);
        await().until(() -> focusOn("prompt-line"));
        type(words);
        press(KeyCode.ENTER);
    }

    private static boolean drawn(String query) {
        return onScreen(() -> {
            Node node = Window.getWindows().getLast().getScene().lookup(query);
            return node != null && node.isVisible();
        });
    }
}
