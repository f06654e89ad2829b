package tocsin.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.TreeMap;
import tocsin.base.CommandId;
import tocsin.base.DeskId;
import tocsin.base.IncidentId;
import tocsin.base.PersonId;
import tocsin.journal.Draft;
import tocsin.journal.Journal;
import tocsin.journal.RealDisk;
import tocsin.journal.Settings;
import tocsin.sync.FolderHub;
import tocsin.sync.Hub;
import tocsin.sync.HubSetup;
import tocsin.sync.Parcel;
import tocsin.sync.RealPostgres;

/// Facts a second to and from a hub over loopback, beside plain batches and reads of the same bytes in the same run,
/// and what a survey costs. `HubBench [facts] [rounds]`.
public final class HubBench {
    private static final String DATABASE = "bench";
    private static final int BODY_CHARS = 350;
    private static final TreeMap<String, List<Double>> FIGURES = new TreeMap<>();

    private HubBench() {}

    public static void main(String[] arguments) throws Exception {
        int facts = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 30_000;
        int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 5;
        Path folder = Files.createTempDirectory("tocsin-hub-bench");
        try (var server = RealPostgres.start()) {
            List<Parcel> parcels = facts(folder.resolve("journal"), facts);
            long bytes =
                    parcels.stream().mapToLong(parcel -> parcel.body().length).sum();
            System.out.printf(Locale.ROOT, "%,d facts of %d bytes%n", facts, bytes / facts);
            server.hub(DATABASE);
            server.execute(DATABASE, """
                    CREATE TABLE public.plain (desk text, seq bigint, hash bytea, previous bytea, body bytea,
                        PRIMARY KEY (desk, seq));
                    GRANT ALL ON public.plain TO ana""");
            try (var hub = server.join(DATABASE, "ana");
                    var plain = server.connect(DATABASE, "ana", "ana")) {
                for (int round = -1; round < rounds; round++) {
                    server.execute(DATABASE, "TRUNCATE public.plain");
                    server.execute(DATABASE, "TRUNCATE tocsin.event");
                    boolean kept = round >= 0;
                    time(kept, "1 plain insert", facts, () -> insert(plain, parcels));
                    time(kept, "2 push", facts, () -> push(hub, parcels));
                    time(kept, "3 push again", facts, () -> push(hub, parcels));
                    time(kept, "4 plain read", facts, () -> read(plain, parcels));
                    time(kept, "5 pull", facts, () -> pull(hub, parcels));
                    Path place = Files.createDirectory(folder.resolve("hub" + round));
                    HubSetup.run(place.toString(), "", () -> new char[0]);
                    try (var writer = new FolderHub(place);
                            var reader = new FolderHub(place)) {
                        time(kept, "6 folder push", facts, () -> push(writer, parcels));
                        time(kept, "7 folder first survey", facts, () -> reader.survey());
                        time(kept, "8 folder pull", facts, () -> pull(reader, parcels));
                    }
                }
                for (int desks : new int[] {100, 1_000, 10_000}) {
                    desks(server, desks);
                    for (int i = 0; i < 20; i++) {
                        time(i > 4, "9 survey of " + desks + " desks", 1, hub::survey);
                    }
                }
            }
        } finally {
            Folders.delete(folder);
        }
        FIGURES.forEach(HubBench::print);
        System.out.printf(
                Locale.ROOT,
                "push of plain insert %.2f, pull of plain read %.2f%n",
                rate("2 push") / rate("1 plain insert"),
                rate("5 pull") / rate("4 plain read"));
    }

    private static List<Parcel> facts(Path folder, int count) throws Exception {
        var settings = Settings.standard().withBallastBytes(0);
        try (var journal = Journal.open(new RealDisk(), folder, settings)) {
            String words = "pump 4 is running again, pressure is rising; ".repeat(BODY_CHARS / 45 + 1);
            var parcels = new ArrayList<Parcel>();
            for (int at = 0; at < count; at += Hub.BATCH) {
                int from = at;
                int to = Math.min(count, at + Hub.BATCH);
                parcels.addAll(journal.write(appender -> {
                            var written = new ArrayList<Parcel>();
                            for (int i = from; i < to; i++) {
                                byte[] payload = (i + " " + words)
                                        .substring(0, BODY_CHARS)
                                        .getBytes(UTF_8);
                                written.add(Parcel.of(appender.append(draft(payload)), Optional.empty()));
                            }
                            return written;
                        })
                        .join());
            }
            return parcels;
        }
    }

    private static Draft draft(byte[] payload) {
        var incident = new IncidentId("INC-2026-1121-001~abcdefgh");
        return new Draft(
                Optional.of(incident), "note", 1, payload, Optional.empty(), new PersonId("Ana"), new CommandId(1, 2));
    }

    private static List<List<Parcel>> batches(List<Parcel> parcels) {
        var batches = new ArrayList<List<Parcel>>();
        for (int at = 0; at < parcels.size(); at += Hub.BATCH) {
            batches.add(parcels.subList(at, Math.min(parcels.size(), at + Hub.BATCH)));
        }
        return batches;
    }

    private static int insert(Connection plain, List<Parcel> parcels) throws Exception {
        plain.setAutoCommit(false);
        try (var statement = plain.prepareStatement(
                "INSERT INTO public.plain (desk, seq, hash, previous, body) VALUES (?, ?, ?, ?, ?)")) {
            for (List<Parcel> batch : batches(parcels)) {
                for (Parcel each : batch) {
                    statement.setString(1, each.id().desk().value());
                    statement.setLong(2, each.id().seq());
                    statement.setBytes(3, each.hash().bytes());
                    statement.setBytes(4, each.previous().bytes());
                    statement.setBytes(5, each.body());
                    statement.addBatch();
                }
                statement.executeBatch();
                plain.commit();
            }
        }
        plain.setAutoCommit(true);
        return parcels.size();
    }

    private static int push(Hub hub, List<Parcel> parcels) throws Exception {
        for (List<Parcel> batch : batches(parcels)) {
            if (!(hub.push(batch) instanceof Hub.Receipt.Taken)) {
                throw new IllegalStateException("not taken");
            }
        }
        return parcels.size();
    }

    private static int read(Connection plain, List<Parcel> parcels) throws Exception {
        int count = 0;
        try (var statement = plain.prepareStatement("SELECT seq, hash, previous, body FROM public.plain"
                + " WHERE desk = ? AND seq > ? AND seq <= ? ORDER BY seq")) {
            while (count < parcels.size()) {
                statement.setString(1, parcels.getFirst().id().desk().value());
                statement.setLong(2, count);
                statement.setLong(3, count + Hub.BATCH);
                try (var rows = statement.executeQuery()) {
                    while (rows.next()) {
                        rows.getLong(1);
                        rows.getBytes(2);
                        rows.getBytes(3);
                        rows.getBytes(4);
                        count++;
                    }
                }
            }
        }
        return count;
    }

    private static int pull(Hub hub, List<Parcel> parcels) throws Exception {
        DeskId desk = parcels.getFirst().id().desk();
        int count = 0;
        while (count < parcels.size()) {
            count += hub.pull(desk, count, Hub.BATCH).size();
        }
        return count;
    }

    /// Desks with ten facts each, put there by the administrator.
    private static void desks(RealPostgres server, int desks) throws Exception {
        server.execute(DATABASE, "TRUNCATE tocsin.event, tocsin.presence, tocsin.desk");
        server.execute(DATABASE, """
                INSERT INTO tocsin.desk (id, team, owner)
                SELECT translate(lpad(n::text, 16, '0'), '0123456789', 'abcdefghij'), 'red', 'ben'
                FROM generate_series(1, %d) n;
                INSERT INTO tocsin.event (desk, seq, hash, prev_seq, prev_hash, body, team)
                SELECT d.id, s, sha256((d.id || s)::bytea), CASE WHEN s > 1 THEN s - 1 END,
                    CASE WHEN s > 1 THEN sha256((d.id || (s - 1))::bytea) END, '\\x01'::bytea, 'red'
                FROM tocsin.desk d, generate_series(1, 10) s;
                ANALYZE tocsin.desk; ANALYZE tocsin.event""".formatted(desks));
    }

    private interface Work {
        Object run() throws Exception;
    }

    private static void time(boolean kept, String name, int items, Work work) throws Exception {
        long start = System.nanoTime();
        work.run();
        if (kept) {
            FIGURES.computeIfAbsent(name, _ -> new ArrayList<>()).add(items * 1e9 / (System.nanoTime() - start));
        }
    }

    private static double rate(String name) {
        List<Double> rates = FIGURES.get(name);
        return rates.stream().sorted().toList().get(rates.size() / 2);
    }

    private static void print(String name, List<Double> rates) {
        System.out.printf(
                Locale.ROOT,
                "%-28s median %,12.1f/s   (%,.1f to %,.1f)   %.3f ms each%n",
                name,
                rate(name),
                rates.stream().mapToDouble(Double::doubleValue).min().orElse(0),
                rates.stream().mapToDouble(Double::doubleValue).max().orElse(0),
                1_000 / rate(name));
    }
}
