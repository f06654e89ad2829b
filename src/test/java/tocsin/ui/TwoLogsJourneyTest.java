package tocsin.ui;

import static org.assertj.core.api.Assertions.assertThat;
import static tocsin.ui.Keyboard.press;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import tocsin.app.Console;
import tocsin.app.Profile;
import tocsin.base.IncidentId;
import tocsin.base.PersonId;
import tocsin.domain.Recorded;
import tocsin.domain.incident.IncidentCommand;
import tocsin.domain.incident.Phase;
import tocsin.domain.severity.Severity;
import tocsin.journal.Appender;
import tocsin.journal.Journal;
import tocsin.journal.JournalException;
import tocsin.journal.RealDisk;
import tocsin.journal.Settings;
import tocsin.journal.StoredFact;

/// Two incidents that become one and part again, and two desks that differ on one: by keyboard alone, each ending in
/// the facts that were written.
class TwoLogsJourneyTest extends Journey {
    private static final PersonId MARA = new PersonId("Mara Lind");

    @Test
    void mergingAndPartingLeavesBothLogsWholeWithTheLinksBehindThem() throws JournalException {
        open(folder);
        IncidentId other = Given.declared(console, "Basket is slow", Severity.SEV3, 9);
        Given.logged(console, other, "carts time out");
        goInto(Given.declared(console, "Checkout errors", Severity.SEV2, 20));
        say("pool is full");
        List<Recorded> ours = console.history(id).facts();
        List<Recorded> theirs = console.history(other).facts();

        choose("merge into another", "Merge into another incident");
        answer("basket the same pool", "Basket is slow");
        assertThat(now().phase()).isEqualTo(Phase.MERGED);
        assertThat(now().mergedInto()).contains(other);
        assertThat(console.history(other).now().absorbed()).containsExactly(id);

        choose("take the merge back", "Take the merge back");
        answer("two causes after all", "Parts it from");
        assertThat(now().phase()).isEqualTo(Phase.INVESTIGATING);
        assertThat(now().mergedInto()).isEmpty();
        assertThat(console.history(other).now().absorbed()).isEmpty();
        assertThat(console.history(id).facts())
                .startsWith(ours.toArray(Recorded[]::new))
                .hasSize(ours.size() + 2);
        assertThat(console.history(other).facts())
                .startsWith(theirs.toArray(Recorded[]::new))
                .hasSize(theirs.size() + 2);
    }

    @Test
    void twoDesksThatDisagreeAreSettledByADigit() throws JournalException {
        Path here = folder.resolve("here");
        Path there = folder.resolve("there");
        try (Console first = Given.console(here)) {
            id = Given.declared(first, "Checkout errors", Severity.SEV2, 20);
        }
        try (Console apart = Given.console(there)) {
            take(apart, facts(here));
            done(apart, MARA, new IncidentCommand.Retitle("Payments fail"));
        }
        open(here);
        goInto(id);
        choose("change the title", "Change the title");
        press("Ctrl+A");
        answer("Checkout is down", "");
        take(console, facts(there));
        // In a narrow room it waits behind its tab, which comes with a count and a mark.
        soon().until(() -> seen(".side-tab.flag-soon .side-tab-name").contains("Conflicts"));
        assertThat(seen(".due-quarrel .strong")).isEmpty();
        press("Alt+7");
        assertThat(seen(".due-quarrel .strong")).isNotEmpty();
        assertThat(now().openConflicts()).hasSize(1);

        String wanted = now().openConflicts().getFirst().wanted();
        ask("Ctrl+Shift+C", "2", "From now on: " + wanted);
        assertThat(now().openConflicts()).isEmpty();
        assertThat(now().title()).isEqualTo(wanted);
        assertThat(now().conflicts()).hasSize(1);
        soon().until(() -> seen(".due-quarrel .strong").isEmpty());
    }

    private static List<StoredFact> facts(Path profile) throws JournalException {
        var facts = new ArrayList<StoredFact>();
        Settings small = Settings.standard().withBallastBytes(0).withLowDiskBytes(0);
        try (Journal journal = Journal.open(new RealDisk(), new Profile(profile).journal(), small)) {
            journal.replay(-1, (_, fact) -> facts.add(fact));
        }
        return facts;
    }

    private static void take(Console console, List<StoredFact> facts) {
        console.adopt(out -> {
                    for (StoredFact fact : facts) {
                        out.adopt(fact, Appender.Continuity.WHOLE_CHAIN);
                    }
                    return Optional.empty();
                })
                .join();
    }
}
