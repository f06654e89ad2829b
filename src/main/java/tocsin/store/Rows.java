package tocsin.store;

import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tocsin.base.DeskId;
import tocsin.base.IncidentId;
import tocsin.domain.incident.Incident;
import tocsin.domain.incident.Phase;
import tocsin.domain.incident.Stamp;
import tocsin.domain.incident.StampName;
import tocsin.domain.roster.Role;
import tocsin.domain.roster.Term;
import tocsin.domain.severity.Environment;
import tocsin.domain.severity.IncidentType;
import tocsin.domain.severity.Severity;
import tocsin.domain.timeline.Entry;
import tocsin.domain.timeline.EntryKind;
import tocsin.domain.timeline.Task;

/// How the heart's values become rows and rows become what the screens read. The two directions of a table stand
/// together.
final class Rows {
    private static final int TEXT = 65_536;
    private static final int WORDS = 1_000;
    private static final long PLACES = 1 << 24;

    private Rows() {}

    /// The key of an incident's row at a place; the keys of the next incident begin at `id(no + 1, 0)`.
    static long id(int no, long place) {
        if (place >= PLACES) {
            throw StoreException.broken("An incident has more lines than the store can hold: " + place);
        }
        return no * PLACES + place;
    }

    static @Nullable Object[] applied(Applied head) {
        return Table.APPLIED.sealed(head.desk().value(), head.seq(), head.hashHex());
    }

    static Applied applied(Cells cells) {
        return new Applied(new DeskId(cells.text()), cells.number(), cells.text());
    }

    static @Nullable Object[] incident(int no, Incident incident) {
        String number = incident.id().number();
        int dash = number.lastIndexOf('-');
        List<Entry> entries = incident.timeline().entries();
        IncidentRow row = IncidentRow.of(incident);
        return Table.INCIDENT.sealed(
                no,
                row.id().value(),
                number,
                number.substring(0, dash + 1),
                Integer.parseInt(number, dash + 1, number.length(), 10),
                Cells.text(row.title(), WORDS),
                row.severity().level(),
                row.phase().name(),
                row.phase().live() ? 1 : 0,
                row.type().name(),
                row.environment().name(),
                Cells.person(row.commander()),
                Cells.exact(row.declaredAt()),
                Cells.micros(row.impactStartedAt()),
                Cells.exact(row.inPhaseSince()),
                Cells.micros(row.lastRecordedAt()),
                row.openTasks(),
                row.openConflicts(),
                row.entries(),
                incident.crew().terms().size(),
                incident.timeline().tasks().size(),
                stamps(incident).size(),
                incident.facts(),
                entries.isEmpty() ? null : entries.getLast().id().toString(),
                Cells.person(row.postmortemOwner()),
                Cells.micros(row.postmortemDue()),
                row.mergedInto().map(IncidentId::value).orElse(null),
                row.zone().getId(),
                row.nextDue().map(NextDue::clock).orElse(null),
                Cells.exact(row.nextDue().map(NextDue::due)));
    }

    static IncidentRow incident(Cells cells) {
        IncidentId id = cells.skip(1).incident();
        return new IncidentRow(
                id,
                cells.skip(3).text(),
                Severity.ofLevel(cells.count()).orElseThrow(),
                cells.constant(Phase.class),
                cells.skip(1).constant(IncidentType.class),
                cells.constant(Environment.class),
                cells.somePerson(),
                cells.someExactTime(),
                cells.someTime(),
                cells.exactTime(),
                cells.someTime(),
                cells.count(),
                cells.count(),
                cells.count(),
                cells.skip(5).somePerson(),
                cells.someTime(),
                cells.someText().map(IncidentId::new),
                ZoneId.of(cells.text()),
                cells.someText().map(clock -> new NextDue(clock, cells.exactTime())));
    }

    /// What the store needs to know about an incident it holds, to see whether news follow on from there.
    static Held held(Cells cells) {
        return new Held(
                cells.count(),
                cells.incident(),
                cells.skip(16).count(),
                cells.skip(1).count(),
                cells.skip(1).count(),
                cells.someText().orElse(""));
    }

    record Held(int no, IncidentId id, int entries, int tasks, int facts, String lastEntry) {}

    static @Nullable Object[] entry(int no, int place, Entry entry) {
        return Table.ENTRY.sealed(
                id(no, place),
                entry.id().toString(),
                entry.kind().name(),
                Cells.text(entry.source().fact().getClass().getSimpleName(), 60),
                Cells.text(entry.text(), TEXT),
                entry.by().name(),
                Cells.micros(entry.recordedAt()),
                Cells.micros(entry.occurredAt()),
                entry.pinned() ? 1 : 0,
                entry.clockwork() == Entry.Clockwork.JUMPED_BACK ? 1 : 0,
                entry.changes().size(),
                Cells.person(entry.strike().map(Entry.Strike::by)),
                Cells.micros(entry.strike().map(Entry.Strike::at)),
                entry.strike().map(strike -> Cells.text(strike.reason(), TEXT)).orElse(null));
    }

    /// The incident's number in the store, which the key of its rows begins with.
    static int incidentOf(long id) {
        return (int) (id / PLACES);
    }

    static EntryRow entry(IncidentId incident, Cells cells) {
        return new EntryRow(
                incident,
                (int) (cells.number() % PLACES),
                cells.fact(),
                cells.constant(EntryKind.class),
                cells.text(),
                cells.text(),
                cells.person(),
                cells.time(),
                cells.time(),
                cells.count() == 1 ? Entry.Mark.PINNED : Entry.Mark.NONE,
                cells.count() == 1 ? Entry.Clockwork.JUMPED_BACK : Entry.Clockwork.STEADY,
                cells.count(),
                cells.somePerson().map(by -> new Entry.Strike(by, cells.time(), cells.text())));
    }

    static @Nullable Object[] term(int no, int place, IncidentId incident, Term term) {
        return Table.TERM.sealed(
                id(no, place),
                incident.value(),
                term.role().name(),
                term.person().name(),
                Cells.personKey(term.person()),
                Cells.micros(term.assumedAt()),
                Cells.micros(term.renouncedAt()),
                term.team().map(team -> Cells.text(team, WORDS)).orElse(null));
    }

    static TermRow term(Cells cells) {
        IncidentId incident = cells.skip(1).incident();
        Role role = cells.constant(Role.class);
        var person = cells.person();
        return new TermRow(incident, new Term(role, person, cells.skip(1).time(), cells.someTime(), cells.someText()));
    }

    static @Nullable Object[] task(int no, int place, IncidentId incident, Task task) {
        return Table.TASK.sealed(
                id(no, place),
                incident.value(),
                task.id().toString(),
                Cells.text(task.text(), TEXT),
                task.owner().name(),
                task.by().name(),
                Cells.micros(task.assignedAt()),
                task.box().map(box -> Cells.dueMicros(task.assignedAt(), box)).orElse(null),
                Cells.micros(task.readBackAt()),
                task.status().name(),
                Cells.micros(task.settledAt()),
                Cells.text(task.outcome(), TEXT));
    }

    static TaskRow task(Cells cells) {
        return new TaskRow(
                cells.skip(1).incident(),
                cells.fact(),
                cells.text(),
                cells.person(),
                cells.person(),
                cells.time(),
                cells.someTime(),
                cells.someTime(),
                cells.constant(Task.Status.class),
                cells.someTime(),
                cells.text());
    }

    /// In the order of their names, then as they were set.
    static List<Stamp> stamps(Incident incident) {
        return incident.stamps().values().stream().flatMap(List::stream).toList();
    }

    static @Nullable Object[] stamp(int no, int place, IncidentId incident, Stamp stamp) {
        return Table.STAMP.sealed(
                id(no, place),
                incident.value(),
                stamp.name().name(),
                Cells.micros(stamp.at()),
                stamp.person().name(),
                Cells.micros(stamp.recordedAt()),
                stamp.fact().toString(),
                Cells.text(stamp.note(), TEXT),
                stamp.round());
    }

    static Stamp stamp(Cells cells) {
        return new Stamp(
                cells.skip(2).constant(StampName.class),
                cells.time(),
                cells.person(),
                cells.time(),
                cells.fact(),
                cells.text(),
                cells.count());
    }
}
