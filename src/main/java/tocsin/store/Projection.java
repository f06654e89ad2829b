package tocsin.store;

import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tocsin.base.FactId;
import tocsin.base.IncidentId;
import tocsin.domain.Recorded;
import tocsin.domain.incident.Incident;
import tocsin.domain.incident.LifeFact.ConflictSettled;
import tocsin.domain.incident.LifeFact.Declared;
import tocsin.domain.incident.LifeFact.Stamped;
import tocsin.domain.incident.LifeFact.Undone;
import tocsin.domain.incident.Stamp;
import tocsin.domain.roster.CrewFact;
import tocsin.domain.roster.Term;
import tocsin.domain.timeline.Entry;
import tocsin.domain.timeline.Task;
import tocsin.domain.timeline.TimelineFact.EntryCorrected;
import tocsin.domain.timeline.TimelineFact.EntryPinned;
import tocsin.domain.timeline.TimelineFact.EntryStruck;
import tocsin.domain.timeline.TimelineFact.EntryUnpinned;
import tocsin.domain.timeline.TimelineFact.TaskAssigned;
import tocsin.domain.timeline.TimelineFact.TaskDone;
import tocsin.domain.timeline.TimelineFact.TaskDropped;
import tocsin.domain.timeline.TimelineFact.TaskExtended;
import tocsin.domain.timeline.TimelineFact.TaskReadBack;
import tocsin.domain.timeline.TimelineFact.TaskReassigned;

/// Writes incidents into the tables. An incident whose news simply follow what the store holds costs the lines they
/// touch,
/// however long its log is; any other (a late fact, a gesture taken back, news the store has seen already) is written
/// anew.
/// Lives on the writing lane; the caller commits.
final class Projection {
    private final Session session;

    Projection(Session session) {
        this.session = session;
    }

    void apply(Incident after, List<Recorded> news) throws SQLException {
        Optional<Rows.Held> held = held(after.id());
        if (held.isPresent() && follows(held.get(), after, news)) {
            follow(held.get(), after, news);
        } else {
            int no = held.map(Rows.Held::no).orElse(0);
            if (no == 0) {
                no = freeNumber();
            } else {
                for (Table table : Table.OF_AN_INCIDENT) {
                    clear(table, no);
                }
            }
            write(no, after);
        }
    }

    /// The whole incident, into an empty place.
    void write(int no, Incident incident) throws SQLException {
        put(Table.INCIDENT, Rows.incident(no, incident));
        entriesFrom(0, no, incident);
        terms(no, incident);
        tasks(no, incident);
        stamps(no, incident);
    }

    int freeNumber() throws SQLException {
        return (int) session.number("SELECT MAX(no) FROM incident").orElse(0) + 1;
    }

    void head(Applied head) throws SQLException {
        put(Table.APPLIED, Rows.applied(head));
    }

    private Optional<Rows.Held> held(IncidentId id) throws SQLException {
        return session.row(Table.INCIDENT, "WHERE incident_key = ?", Rows::held, id.value());
    }

    /// Judged by what is there, not by what the caller says: as many facts as were held plus the news, the line that
    /// was
    /// last still in its place, and nothing after it but news.
    private static boolean follows(Rows.Held held, Incident after, List<Recorded> news) {
        List<Entry> entries = after.timeline().entries();
        if (after.facts() != held.facts() + news.size()
                || entries.size() < held.entries()
                || news.stream().anyMatch(recorded -> recorded.fact() instanceof Undone)
                || (held.entries() > 0
                        && !entries.get(held.entries() - 1).id().toString().equals(held.lastEntry()))) {
            return false;
        }
        Set<FactId> ids = new HashSet<>();
        news.forEach(recorded -> ids.add(recorded.id()));
        return entries.subList(held.entries(), entries.size()).stream().allMatch(entry -> ids.contains(entry.id()));
    }

    private void follow(Rows.Held held, Incident after, List<Recorded> news) throws SQLException {
        int no = held.no();
        put(Table.INCIDENT, Rows.incident(no, after));
        entriesFrom(held.entries(), no, after);
        changedEntries(held, after, news);
        if (news.stream().anyMatch(Projection::movesTerms)) {
            clear(Table.TERM, no);
            terms(no, after);
        }
        changedTasks(held, after, news);
        if (news.stream().anyMatch(recorded -> recorded.fact() instanceof Stamped)) {
            clear(Table.STAMP, no);
            stamps(no, after);
        }
    }

    private void changedEntries(Rows.Held held, Incident after, List<Recorded> news) throws SQLException {
        Set<FactId> targets = new HashSet<>();
        news.forEach(recorded -> target(recorded).ifPresent(targets::add));
        List<Entry> entries = after.timeline().entries();
        // From the newest: people point at what they just saw.
        for (int place = entries.size() - 1; place >= 0 && !targets.isEmpty(); place--) {
            if (targets.remove(entries.get(place).id()) && place < held.entries()) {
                put(Table.ENTRY, Rows.entry(held.no(), place, entries.get(place)));
            }
        }
    }

    private static Optional<FactId> target(Recorded recorded) {
        return switch (recorded.fact()) {
            case EntryStruck(var entry, var _) -> Optional.of(entry);
            case EntryCorrected(var entry, var _, var _, var _) -> Optional.of(entry);
            case EntryPinned(var entry) -> Optional.of(entry);
            case EntryUnpinned(var entry) -> Optional.of(entry);
            default -> Optional.empty();
        };
    }

    private static boolean movesTerms(Recorded recorded) {
        return switch (recorded.fact()) {
            case CrewFact _, Declared _, ConflictSettled _ -> true;
            default -> false;
        };
    }

    /// Tasks are never taken out, so what is new stands at the end.
    private void changedTasks(Rows.Held held, Incident after, List<Recorded> news) throws SQLException {
        boolean any = news.stream().anyMatch(recorded -> recorded.fact() instanceof ConflictSettled);
        Set<FactId> changed = new HashSet<>();
        news.forEach(recorded -> task(recorded).ifPresent(changed::add));
        if (!any && changed.isEmpty()) {
            return;
        }
        int place = 0;
        for (Task task : after.timeline().tasks().values()) {
            if (any || place >= held.tasks() || changed.contains(task.id())) {
                put(Table.TASK, Rows.task(held.no(), place, after.id(), task));
            }
            place++;
        }
    }

    private static Optional<FactId> task(Recorded recorded) {
        return switch (recorded.fact()) {
            case TaskAssigned _ -> Optional.of(recorded.id());
            case TaskReadBack(var task) -> Optional.of(task);
            case TaskReassigned(var task, var _, var _) -> Optional.of(task);
            case TaskExtended(var task, var _) -> Optional.of(task);
            case TaskDone(var task, var _) -> Optional.of(task);
            case TaskDropped(var task, var _) -> Optional.of(task);
            default -> Optional.empty();
        };
    }

    private void entriesFrom(int first, int no, Incident incident) throws SQLException {
        List<Entry> entries = incident.timeline().entries();
        Batch batch = session.batch(Table.ENTRY.insert());
        for (int place = first; place < entries.size(); place++) {
            batch.add(Rows.entry(no, place, entries.get(place)));
        }
        batch.send();
    }

    private void terms(int no, Incident incident) throws SQLException {
        Batch batch = session.batch(Table.TERM.insert());
        int place = 0;
        for (Term term : incident.crew().terms()) {
            batch.add(Rows.term(no, place++, incident.id(), term));
        }
        batch.send();
    }

    private void tasks(int no, Incident incident) throws SQLException {
        Batch batch = session.batch(Table.TASK.insert());
        int place = 0;
        for (Task task : incident.timeline().tasks().values()) {
            batch.add(Rows.task(no, place++, incident.id(), task));
        }
        batch.send();
    }

    private void stamps(int no, Incident incident) throws SQLException {
        Batch batch = session.batch(Table.STAMP.insert());
        int place = 0;
        for (Stamp stamp : Rows.stamps(incident)) {
            batch.add(Rows.stamp(no, place++, incident.id(), stamp));
        }
        batch.send();
    }

    private void clear(Table table, int no) throws SQLException {
        session.execute(
                "DELETE FROM " + table.name() + " WHERE id >= ? AND id < ?", Rows.id(no, 0), Rows.id(no + 1, 0));
    }

    private void put(Table table, @Nullable Object[] row) throws SQLException {
        session.execute(table.put(), row);
    }
}
