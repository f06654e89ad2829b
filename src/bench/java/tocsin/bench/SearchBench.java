package tocsin.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Locale;
import tocsin.app.Console;
import tocsin.app.Profile;
import tocsin.app.Progress;
import tocsin.app.search.Query;
import tocsin.app.search.Search;

/// How long the index of a million facts takes to make and to open, and how long searches take in it. The profile is
/// that
/// of [ProfileBench], in the folder that the property `tocsin.bench.profile` names.
public final class SearchBench {
    private static final int ROUNDS = Integer.getInteger("tocsin.bench.rounds", 200);

    private SearchBench() {}

    public static void main(String[] arguments) throws Exception {
        String usual = Path.of(System.getProperty("java.io.tmpdir"), "tocsin-bench-profile")
                .toString();
        var profile = new Profile(Path.of(System.getProperty("tocsin.bench.profile", usual)));
        ProfileBench.make(profile);
        Folders.delete(profile.index());
        try (Console console = Console.open(profile, Progress.SILENT)) {
            opened("make the index", console);
            size(profile);
            opened("open it", console);
            try (Search search = Search.open(console)) {
                search.settled();
                for (String line : new String[] {
                    "error rate on node 7",
                    "payments",
                    "p",
                    "rate 69",
                    "\"error rate on\"",
                    "payments severity:1",
                    "balancer kind:task",
                    "error by:ana after:2026-11-21",
                    "node inc:1121-003",
                    "healthy",
                    "nothing"
                }) {
                    searches(search, line);
                }
            }
        }
    }

    private static void opened(String what, Console console) {
        long start = System.nanoTime();
        try (Search search = Search.open(console)) {
            search.settled();
            System.out.printf(Locale.ROOT, "%-40s %10.2f s%n", what, (System.nanoTime() - start) / 1e9);
        }
    }

    private static void size(Profile profile) throws java.io.IOException {
        long bytes = 0;
        try (var files = Files.newDirectoryStream(profile.index())) {
            for (Path file : files) {
                bytes += Files.size(file);
            }
        }
        System.out.printf(Locale.ROOT, "%-40s %10.1f MB%n", "size", bytes / 1e6);
    }

    private static void searches(Search search, String line) {
        Query query = ((Query.Reading.Read) Query.read(line, Instant.now(), ZoneOffset.UTC)).query();
        double[] millis = new double[ROUNDS];
        long total = 0;
        for (int i = 0; i < ROUNDS; i++) {
            long start = System.nanoTime();
            total = search.find(query, 50).total();
            millis[i] = (System.nanoTime() - start) / 1e6;
        }
        Arrays.sort(millis);
        System.out.printf(
                Locale.ROOT,
                "%-40s median %8.2f ms   p99 %8.2f ms   %,d found%n",
                line,
                millis[ROUNDS / 2],
                millis[ROUNDS * 99 / 100],
                total);
    }
}
