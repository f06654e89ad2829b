package tocsin.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import tocsin.base.CommandId;
import tocsin.base.DeskId;
import tocsin.base.FactId;
import tocsin.base.Hlc;
import tocsin.base.IncidentId;
import tocsin.base.PersonId;
import tocsin.domain.Fact;
import tocsin.domain.Recorded;
import tocsin.domain.incident.History;
import tocsin.domain.incident.LifeFact.Declared;
import tocsin.domain.severity.Environment;
import tocsin.domain.severity.IncidentType;
import tocsin.domain.severity.Severity;
import tocsin.domain.timeline.EntryKind;
import tocsin.domain.timeline.TimelineFact.EntryAdded;
import tocsin.domain.timeline.TimelineFact.EntryPinned;
import tocsin.domain.timeline.TimelineFact.TaskAssigned;
import tocsin.store.Applied;
import tocsin.store.Change;
import tocsin.store.Change.Touched;
import tocsin.store.Filter;
import tocsin.store.Opening;
import tocsin.store.Settings;
import tocsin.store.Store;

/// How long the store takes with a million lines: `StoreBench [lines] [incidents]`. One incident holds 100,000 of them.
public final class StoreBench {
    private static final DeskId DESK = new DeskId("benchbenchbenchb");
    private static final PersonId ANA = new PersonId("Ana");
    private static final Instant START = Instant.parse("2026-11-21T00:00:00Z");
    private static final int LARGEST = 100_000;

    private long sequence;

    private StoreBench() {}

    public static void main(String... args) throws IOException {
        int lines = args.length > 0 ? Integer.parseInt(args[0]) : 1_000_000;
        int incidents = args.length > 1 ? Integer.parseInt(args[1]) : 2_000;
        Path folder = Files.createTempDirectory("store-bench");
        try {
            new StoreBench().run(folder, lines, incidents);
        } finally {
            try (var files = Files.newDirectoryStream(folder)) {
                for (Path file : files) {
                    Files.delete(file);
                }
            }
            Files.delete(folder);
        }
    }

    private void run(Path folder, int lines, int incidents) throws IOException {
        try (Store store = Store.open(folder, Settings.usual()).store()) {
            rebuild(store, lines, incidents);
        }
        say("file, MB", Files.size(folder.resolve("tocsin.mv.db")) / 1e6);
        median("open", 7, () -> {
            Opening opening = Store.open(folder, Settings.usual());
            if (opening.mustBeRebuilt()) {
                throw new IllegalStateException(opening.found().toString());
            }
            opening.store().close();
        });
        try (Store store = Store.open(folder, Settings.usual()).store()) {
            reads(store);
            applies(store);
        }
    }

    private void rebuild(Store store, int lines, int incidents) {
        long folding = 0;
        long start = System.nanoTime();
        try (var rebuild = store.rebuild((_, _) -> {})) {
            for (int i = 1; i <= incidents; i++) {
                long before = System.nanoTime();
                int size = i == 1 ? Math.min(LARGEST, lines / 2) : Math.max(1, (lines - LARGEST) / incidents);
                History history = history(i, size);
                folding += System.nanoTime() - before;
                rebuild.add(history.now());
            }
            rebuild.finish(List.of(new Applied(DESK, sequence, "00")), sequence);
        }
        say("rebuild, s", (System.nanoTime() - start - folding) / 1e9);
    }

    private void reads(Store store) {
        median("incidents(ALL)", 21, () -> store.incidents(Filter.ALL));
        median("page of 200 lines", 21, () -> store.entries(incident(1), 60_000, 200));
        median("open tasks", 21, () -> store.openTasks());
        median("search, rare word", 5, () -> store.search("line-77777", 50));
        median("search, common word", 5, () -> store.search("database", 50));
    }

    private void applies(Store store) {
        int size = store.incident(incident(1)).orElseThrow().entries();
        sequence = 0;
        History history = history(1, size - 1);
        sequence = 50_000_000;
        var ids = new ArrayList<>(history.facts());
        median(
                "apply one entry to the largest incident",
                201,
                () -> add(store, history, new EntryAdded(EntryKind.NOTE, "more words")));
        median(
                "apply one pin in the middle of it",
                51,
                () -> add(store, history, new EntryPinned(ids.get(size / 2).id())));
        median("apply one task to it", 51, () -> add(store, history, new TaskAssigned("look", ANA, Optional.empty())));
    }

    private void add(Store store, History history, Fact fact) {
        Recorded recorded = recorded(fact);
        history.add(recorded);
        store.apply(new Change(
                List.of(new Touched(history.now(), List.of(recorded))),
                List.of(new Applied(DESK, recorded.id().seq(), "00")),
                recorded.id().seq()));
    }

    private History history(int number, int size) {
        var history = new History(incident(number));
        history.add(recorded(new Declared(
                "Payments fail in the north " + number,
                Severity.values()[number % 4],
                IncidentType.OUTAGE,
                Environment.PRODUCTION,
                ZoneOffset.UTC)));
        for (int i = 0; i < size; i++) {
            history.add(recorded(
                    i % 50 == 7
                            ? new TaskAssigned("Look at replica " + i, ANA, Optional.empty())
                            : new EntryAdded(
                                    EntryKind.NOTE,
                                    "line-" + sequence
                                            + " the database answers slowly, the third replica lags behind by " + i
                                            + " s #db @ana")));
        }
        return history;
    }

    private Recorded recorded(Fact fact) {
        long seq = ++sequence;
        Instant at = START.plusMillis(seq);
        return new Recorded(
                new FactId(DESK, seq),
                new Hlc(at.toEpochMilli(), 0),
                at,
                Optional.empty(),
                ANA,
                new CommandId(1, seq),
                fact);
    }

    private static IncidentId incident(int number) {
        return IncidentId.of(LocalDate.of(2026, 11, 21), number, DESK);
    }

    private static void median(String name, int runs, Runnable work) {
        double[] times = new double[runs];
        for (int i = 0; i < runs; i++) {
            long start = System.nanoTime();
            work.run();
            times[i] = millis(start);
        }
        double first = times[0];
        Arrays.sort(times);
        System.out.printf(
                "%-45s median %10.2f ms   first %10.2f   worst %10.2f%n",
                name, times[runs / 2], first, times[runs - 1]);
    }

    private static void say(String name, double value) {
        System.out.printf("%-45s %17.2f%n", name, value);
    }

    private static double millis(long start) {
        return (System.nanoTime() - start) / 1e6;
    }
}
