package tocsin.ui.timeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javafx.collections.ListChangeListener;
import org.junit.jupiter.api.Test;
import tocsin.base.CommandId;
import tocsin.base.DeskId;
import tocsin.base.FactId;
import tocsin.base.Hlc;
import tocsin.base.PersonId;
import tocsin.domain.Recorded;
import tocsin.domain.timeline.Entry;
import tocsin.domain.timeline.EntryKind;
import tocsin.domain.timeline.TimelineFact;
import tocsin.ui.Given;
import tocsin.ui.kit.RowList;

class RowsTest {
    private static final DeskId DESK = new DeskId("a".repeat(DeskId.LENGTH));

    private final Rows.Maker maker = new Rows.Maker(Given.BERLIN);
    private final List<Entry> entries = new ArrayList<>();

    @Test
    void aLineStandsBetweenTwoDaysOfTheIncidentsOwnZone() {
        add(EntryKind.NOTE, "before midnight", Instant.parse("2026-11-20T22:59:00Z"));
        add(EntryKind.NOTE, "after midnight", Instant.parse("2026-11-20T23:01:00Z"));
        assertThat(told(make())).containsExactly("2026-11-20", "before midnight", "2026-11-21", "after midnight");
    }

    @Test
    void anEntryThatWasWrittenLateStandsWhereItHappened() {
        add(EntryKind.NOTE, "one", Given.NOW.minus(Duration.ofMinutes(10)));
        add(EntryKind.NOTE, "three", Given.NOW);
        make();
        add(EntryKind.NOTE, "two", Given.NOW.minus(Duration.ofMinutes(5)));
        assertThat(told(make())).containsSubsequence("one", "two", "three");
    }

    @Test
    void whatActsLoggedIsCountedButNotShown() {
        add(EntryKind.NOTE, "said", Given.NOW);
        add(EntryKind.SYSTEM, "state changed", Given.NOW);
        Rows rows = make();
        assertThat(told(rows)).containsExactly("2026-11-21", "said");
        assertThat(rows.hidden()).isEqualTo(1);
    }

    @Test
    void rowsThatOnlyGrowAreToldAsAdditionsAndNothingElse() {
        var list = new RowList<Row>();
        var said = new ArrayList<String>();
        list.addListener((ListChangeListener<Row>) change -> {
            while (change.next()) {
                said.add(change.getFrom() + " +" + change.getAddedSize() + " -" + change.getRemovedSize());
            }
        });
        for (int count = 0; count < 200; count++) {
            add(EntryKind.NOTE, "line " + count, Given.NOW.plusSeconds(count));
            list.show(make().rows());
        }
        assertThat(said.getFirst()).isEqualTo("0 +2 -0");
        assertThat(said.subList(1, said.size()))
                .allMatch(line -> line.endsWith("+1 -0"))
                .hasSize(199);
        assertThat(list).hasSize(201);
    }

    @Test
    void whatWasHandedOutNeverChanges() {
        add(EntryKind.NOTE, "one", Given.NOW);
        Rows before = make();
        for (int count = 0; count < 100; count++) {
            add(EntryKind.NOTE, "more", Given.NOW.plusSeconds(count));
            make();
        }
        assertThat(told(before)).containsExactly("2026-11-21", "one");
    }

    private Rows make() {
        return maker.of(List.copyOf(entries), Sieve.PEOPLE, Entry::text);
    }

    private void add(EntryKind kind, String text, Instant at) {
        var fact = new TimelineFact.EntryAdded(kind, text);
        var recorded = new Recorded(
                new FactId(DESK, entries.size() + 1),
                new Hlc(entries.size(), 0),
                at,
                Optional.of(at),
                new PersonId("Ana"),
                CommandId.of(new UUID(0, entries.size())),
                fact);
        entries.add(new Entry(
                recorded, kind, text, at, List.of(), Optional.empty(), Entry.Mark.NONE, Entry.Clockwork.STEADY));
    }

    private static List<String> told(Rows rows) {
        return rows.rows().stream()
                .map(row -> switch (row) {
                    case Row.Day(var date) -> date.toString();
                    case Row.Line line -> line.told();
                })
                .toList();
    }
}
