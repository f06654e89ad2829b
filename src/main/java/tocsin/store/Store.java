package tocsin.store;

import java.nio.file.Path;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import tocsin.base.DeskId;
import tocsin.base.IncidentId;
import tocsin.base.PersonId;
import tocsin.domain.incident.Stamp;
import tocsin.store.Opening.Found;
import tocsin.store.SelfCheck.Finding;
import tocsin.store.StoreException.Trouble;

/// The store of one profile. Safe from every thread; the work itself is done on three daemon threads with a connection
/// each: one writes, one answers, and one searches, so that a long search never keeps a list waiting. Interrupting a
/// caller
/// harms nothing: it gets its answer with its interrupt still set. Any call may end in a [StoreException]; when that
/// says
/// `BROKEN`, close this and [#renew].
public final class Store implements AutoCloseable {
    private static final int MOST_WORDS = 16;
    private static final int MOST_HITS = 10_000;

    private final StoreFolder folder;
    private final Lane writing;
    private final Lane reading;
    private final Lane searching;
    private final AtomicBoolean rebuilding = new AtomicBoolean();
    private final AtomicBoolean closed = new AtomicBoolean();

    private Store(StoreFolder folder, Lane writing, Lane reading, Lane searching) {
        this.folder = folder;
        this.writing = writing;
        this.reading = reading;
        this.searching = searching;
    }

    /// Opens what is there; what cannot be used is moved away and a fresh store takes its place. Fails only when the
    /// folder
    /// cannot be written or is in use.
    public static Opening open(Path path, Settings settings) {
        StoreFolder folder = StoreFolder.open(path);
        try {
            if (!folder.holdsDatabase()) {
                return new Opening(fresh(folder, settings), new Found.Nothing());
            }
            if (folder.isOfTheOtherKind(settings.key())) {
                // Nothing is kept of it: it may hold in the open what is locked everywhere else.
                folder.delete();
                return new Opening(fresh(folder, settings), new Found.Nothing());
            }
            if (!folder.looksLikeDatabase(settings.key())) {
                return replaced(folder, settings, new Finding.Damaged("the file is not a database"));
            }
            return existing(folder, settings);
        } catch (StoreException failed) {
            folder.close();
            throw failed;
        }
    }

    /// Sets aside whatever is there, for a store that failed while it was used, and starts afresh.
    public static Opening renew(Path path, Settings settings, String reason) {
        StoreFolder folder = StoreFolder.open(path);
        try {
            return folder.holdsDatabase()
                    ? replaced(folder, settings, new Finding.Damaged(reason))
                    : new Opening(fresh(folder, settings), new Found.Nothing());
        } catch (StoreException failed) {
            folder.close();
            throw failed;
        }
    }

    /// How far each desk has been folded in; moves in one transaction with the rows.
    public Map<DeskId, Applied> applied() {
        return reading.ask(session -> {
            var all = new TreeMap<DeskId, Applied>();
            session.rows(Table.APPLIED, "", Rows::applied).forEach(head -> all.put(head.desk(), head));
            return Collections.unmodifiableMap(all);
        });
    }

    /// The place in the journal up to which everything is in.
    public OptionalLong position() {
        return reading.ask(Schema::position);
    }

    /// All of the change or, when this throws, nothing of it.
    public void apply(Change change) {
        if (rebuilding.get()) {
            throw new IllegalStateException("a rebuild is going on");
        }
        writing.tell(session -> {
            boolean done = false;
            try {
                var projection = new Projection(session);
                for (Change.Touched touched : change.touched()) {
                    projection.apply(touched.after(), touched.news());
                }
                for (Applied head : change.applied()) {
                    projection.head(head);
                }
                Schema.position(session, change.position());
                session.commit();
                done = true;
            } finally {
                if (!done) {
                    session.rollback();
                }
            }
        });
    }

    /// Empties the store and fills it again. Until it is finished, reading finds what is there so far.
    public Rebuild rebuild(Rebuild.Progress progress) {
        if (!rebuilding.compareAndSet(false, true)) {
            throw new IllegalStateException("a rebuild is going on");
        }
        try {
            return new Rebuild(writing, progress, () -> rebuilding.set(false));
        } catch (StoreException failed) {
            rebuilding.set(false);
            throw failed;
        }
    }

    /// The worst first, among equals the one that was written to last.
    public List<IncidentRow> incidents(Filter filter) {
        String wanted = switch (filter) {
            case LIVE -> "WHERE live = 1 ";
            case ALL -> "";
        };
        return read(
                Table.INCIDENT,
                wanted + "ORDER BY severity, last_recorded_at DESC NULLS LAST, incident_key",
                Rows::incident);
    }

    public Optional<IncidentRow> incident(IncidentId id) {
        return reading.ask(
                session -> session.row(Table.INCIDENT, "WHERE incident_key = ?", Rows::incident, id.value()));
    }

    /// The incidents people may mean by a number: more than one when desks counted apart.
    public List<IncidentRow> byNumber(String number) {
        return read(
                Table.INCIDENT,
                "WHERE number = ? ORDER BY incident_key",
                Rows::incident,
                number.strip().toUpperCase(Locale.ROOT));
    }

    /// The highest count any desk has given on that day, 0 when there is none.
    public int highestCount(LocalDate day) {
        String series = "INC-%04d-%02d%02d-".formatted(day.getYear(), day.getMonthValue(), day.getDayOfMonth());
        return (int)
                reading.ask(session -> session.number("SELECT MAX(day_count) FROM incident WHERE series = ?", series))
                        .orElse(0);
    }

    /// A page of the timeline: lines from a place on, in its order.
    public List<EntryRow> entries(IncidentId incident, int from, int count) {
        return reading.ask(session -> {
            Optional<Rows.Held> held =
                    session.row(Table.INCIDENT, "WHERE incident_key = ?", Rows::held, incident.value());
            if (held.isEmpty() || from < 0 || count <= 0) {
                return List.of();
            }
            int no = held.get().no();
            long end = Math.min((long) from + count, held.get().entries());
            List<EntryRow> page = from >= end
                    ? List.of()
                    : session.rows(
                            Table.ENTRY,
                            "WHERE id >= ? AND id < ? ORDER BY id",
                            cells -> Rows.entry(incident, cells),
                            Rows.id(no, from),
                            Rows.id(no, end));
            if (page.size() < end - from) {
                throw StoreException.broken("Lines of %s are missing in the store; it can be rebuilt from the journal."
                        .formatted(incident));
            }
            return page;
        });
    }

    /// Lines that contain every word somewhere, whatever its case; the newest first.
    public List<EntryRow> search(String words, int limit) {
        List<String> wanted = Arrays.stream(words.strip().split("\\s+"))
                .filter(word -> !word.isEmpty())
                .limit(MOST_WORDS)
                .toList();
        if (wanted.isEmpty() || limit <= 0) {
            return List.of();
        }
        String each = "text ILIKE ? ESCAPE '!'";
        String query = "SELECT recorded_at, id FROM entry WHERE "
                + String.join(" AND ", Collections.nCopies(wanted.size(), each));
        @Nullable Object[] patterns = wanted.stream().map(Store::pattern).toArray();
        return searching.ask(session -> {
            var page = new ArrayList<EntryRow>();
            for (long id : session.newest(query, Math.min(limit, MOST_HITS), patterns)) {
                // Gone when a rebuild or a refold came between.
                Optional<Cells> cells = session.row(Table.ENTRY, "WHERE id = ?", found -> found, id);
                if (cells.isPresent()) {
                    hit(session, cells.get()).ifPresent(page::add);
                }
            }
            return List.copyOf(page);
        });
    }

    /// Open tasks of live incidents, the one due first on top.
    public List<TaskRow> openTasks() {
        return read(
                Table.TASK,
                "WHERE status = 'OPEN' AND EXISTS (SELECT 1 FROM incident WHERE no = task.id / 16777216 AND live = 1)"
                        + " ORDER BY due NULLS LAST, assigned_at, incident_key, fact",
                Rows::task);
    }

    /// All tasks of an incident in the order they were given.
    public List<TaskRow> tasks(IncidentId incident) {
        return ofIncident(Table.TASK, incident, Rows::task);
    }

    /// Every term a person has held, the newest first.
    public List<TermRow> terms(PersonId person) {
        return read(
                Table.TERM,
                "WHERE person_key = ? ORDER BY assumed_at DESC, id DESC",
                Rows::term,
                Cells.personKey(person));
    }

    public List<TermRow> terms(IncidentId incident) {
        return ofIncident(Table.TERM, incident, Rows::term);
    }

    public List<Stamp> stamps(IncidentId incident) {
        return ofIncident(Table.STAMP, incident, Rows::stamp);
    }

    @Override
    public void close() {
        if (closed.compareAndSet(false, true)) {
            try {
                searching.close();
                reading.close();
                writing.close();
            } finally {
                folder.close();
            }
        }
    }

    private static String pattern(String word) {
        return "%" + word.replaceAll("([!%_])", "!$1") + "%";
    }

    private static Optional<EntryRow> hit(Session session, Cells cells) throws SQLException {
        return session.row(Table.INCIDENT, "WHERE no = ?", Rows::held, Rows.incidentOf(cells.id()))
                .map(held -> Rows.entry(held.id(), cells));
    }

    private <T> List<T> read(Table table, String rest, Session.Reading<T> reading, @Nullable Object... values) {
        return this.reading.ask(session -> session.rows(table, rest, reading, values));
    }

    private <T> List<T> ofIncident(Table table, IncidentId incident, Session.Reading<T> reading) {
        return this.reading.ask(session -> {
            Optional<Rows.Held> held =
                    session.row(Table.INCIDENT, "WHERE incident_key = ?", Rows::held, incident.value());
            if (held.isEmpty()) {
                return List.of();
            }
            int no = held.get().no();
            return session.rows(
                    table, "WHERE id >= ? AND id < ? ORDER BY id", reading, Rows.id(no, 0), Rows.id(no + 1, 0));
        });
    }

    private static Opening existing(StoreFolder folder, Settings settings) {
        Store store;
        try {
            store = lanes(folder, settings);
        } catch (StoreException failed) {
            return replaced(folder, settings, damage(failed));
        }
        Optional<Finding> finding;
        try {
            finding = store.writing.ask(SelfCheck::of);
        } catch (StoreException failed) {
            finding = Optional.of(damage(failed));
        }
        if (finding.isEmpty()) {
            return new Opening(store, new Found.Whole());
        }
        store.abandon();
        return replaced(folder, settings, finding.get());
    }

    private static Finding damage(StoreException failed) {
        if (failed.trouble() != Trouble.BROKEN) {
            throw failed;
        }
        return new Finding.Damaged(failed.getMessage());
    }

    private static Opening replaced(StoreFolder folder, Settings settings, Finding finding) {
        Optional<Path> aside = switch (finding) {
            case Finding.Damaged _ ->
                Optional.of(folder.setAside(settings.clock().instant()));
            case Finding.Outdated _ -> {
                folder.delete();
                yield Optional.empty();
            }
        };
        return new Opening(fresh(folder, settings), new Found.Unusable(finding.reason(), aside));
    }

    private static Store fresh(StoreFolder folder, Settings settings) {
        try {
            Store store = lanes(folder, settings);
            store.make();
            return store;
        } catch (StoreException failed) {
            throw failed.trouble() == Trouble.BROKEN
                    ? new StoreException(
                            Trouble.UNUSABLE, "A new store cannot be written; is the disk full? " + failed.getMessage())
                    : failed;
        }
    }

    private void make() {
        try {
            writing.tell(session -> {
                Schema.tables(session);
                Schema.indexes(session);
                Schema.whole(session);
                session.commit();
            });
        } catch (StoreException failed) {
            abandon();
            throw failed;
        }
    }

    private static Store lanes(StoreFolder folder, Settings settings) {
        String url = folder.url(settings.cacheKilobytes(), settings.key());
        var open = new ArrayList<Lane>();
        try {
            for (String name : List.of("tocsin-store", "tocsin-store-read", "tocsin-store-search")) {
                open.add(Lane.open(name, url, settings.key()));
            }
            open.getFirst().tell(Session::inTransactions);
            open.getLast().tell(Session::oneRowAtATime);
            return new Store(folder, open.get(0), open.get(1), open.get(2));
        } catch (StoreException failed) {
            open.forEach(Lane::abandon);
            throw failed;
        }
    }

    /// Lets go of a file that is not to be written to any more.
    private void abandon() {
        writing.abandon();
        reading.abandon();
        searching.abandon();
    }
}
