package tocsin.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tocsin.app.Console;
import tocsin.app.Profile;
import tocsin.app.Progress;
import tocsin.base.CommandId;
import tocsin.base.DeskId;
import tocsin.base.FactId;
import tocsin.base.IncidentId;
import tocsin.domain.Fact;
import tocsin.journal.Appender;
import tocsin.journal.Journal;
import tocsin.journal.JournalException;
import tocsin.journal.RealDisk;
import tocsin.journal.Settings;
import tocsin.journal.codec.FactCodec;
import tocsin.store.Filter;

/// A profile of a million facts in 2,000 incidents: how long a fresh process takes until its console is ready, how long
/// a
/// rebuild of the store takes, and how much memory both hold. `ProfileBench [runs]`; the profile is made in the folder
/// that the property `tocsin.bench.profile` names and is used again by the next run.
public final class ProfileBench {
    private static final int FACTS = Integer.getInteger("tocsin.bench.facts", 1_000_000);
    private static final int INCIDENTS = Integer.getInteger("tocsin.bench.incidents", 2_000);
    /// Incidents that go on at the same time, their facts lying between each other's.
    private static final int AT_ONCE = 8;

    private static final int FACTS_A_JOB = 5_000;
    private static final String OPEN = "open";
    private static final String REBUILD = "rebuild";

    private ProfileBench() {}

    public static void main(String[] arguments) throws Exception {
        if (arguments.length == 2) {
            child(arguments[0], new Profile(Path.of(arguments[1])));
            return;
        }
        int runs = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 5;
        String usual = Path.of(System.getProperty("java.io.tmpdir"), "tocsin-bench-profile")
                .toString();
        var profile = new Profile(Path.of(System.getProperty("tocsin.bench.profile", usual)));
        make(profile);
        measure(REBUILD, Math.max(3, runs / 2), profile);
        measure(OPEN, runs, profile);
    }

    // ---- the profile

    static void make(Profile profile) throws IOException, JournalException {
        Path made = profile.folder().resolve("made-" + FACTS + "-" + INCIDENTS);
        if (Files.exists(made)) {
            return;
        }
        Folders.delete(profile.folder());
        long start = System.nanoTime();
        try (var journal = Journal.open(new RealDisk(), profile.journal(), Settings.standard())) {
            new Author(journal).write();
        }
        Files.createFile(made);
        System.out.printf(Locale.ROOT, "made %,d facts in %.1f s%n", FACTS, (System.nanoTime() - start) / 1e9);
    }

    /// Tells the incidents, a few at once, in large jobs.
    private static final class Author {
        private final FactCodec codec = new FactCodec();
        private final Incidents incidents = new Incidents();
        private final List<IncidentId> ids = new ArrayList<>();
        private final List<Incidents.Story> stories = new ArrayList<>();
        private final Journal journal;
        private long written;

        Author(Journal journal) {
            this.journal = journal;
        }

        void write() {
            int each = FACTS / INCIDENTS;
            for (int first = 0; first < INCIDENTS; first += AT_ONCE) {
                ids.clear();
                stories.clear();
                DeskId desk = journal.desk();
                for (int i = first; i < Math.min(first + AT_ONCE, INCIDENTS); i++) {
                    ids.add(Incidents.id(i, desk));
                    stories.add(incidents.story(new FactId(desk, written + 1)));
                }
                for (int done = 0; done < each; done += FACTS_A_JOB / AT_ONCE) {
                    int rounds = Math.min(each - done, FACTS_A_JOB / AT_ONCE);
                    journal.write(out -> job(out, rounds)).join();
                }
            }
        }

        private long job(Appender out, int rounds) throws JournalException {
            for (int i = 0; i < rounds * stories.size(); i++) {
                int which = i % stories.size();
                Fact fact = stories.get(which).next();
                FactId id = out.append(codec.draft(
                                Optional.of(ids.get(which)),
                                fact,
                                Optional.empty(),
                                incidents.person(),
                                new CommandId(written, 0)))
                        .id();
                stories.get(which).wrote(id, fact);
                written++;
            }
            return written;
        }
    }

    // ---- one process

    private static void child(String what, Profile profile) throws JournalException, IOException {
        try (var console = Console.open(profile, Progress.SILENT)) {
            int shown = console.settledStore().incidents(Filter.ALL).size();
            System.out.println("ready " + console.opened().store() + " " + shown + " " + console.facts());
            System.out.println("memory " + memory("VmRSS:") + " " + memory("VmHWM:"));
            if (what.equals(REBUILD)) {
                long start = System.nanoTime();
                console.rebuild(Progress.SILENT);
                System.out.println("rebuilt " + (System.nanoTime() - start));
                System.out.println("memory " + memory("VmRSS:") + " " + memory("VmHWM:"));
            }
        }
    }

    /// In kilobytes; 0 where the system does not say.
    private static long memory(String name) throws IOException {
        Path status = Path.of("/proc/self/status");
        if (!Files.exists(status)) {
            return 0;
        }
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith(name))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .findFirst()
                .orElse(0);
    }

    // ---- many processes

    private static void measure(String what, int runs, Profile profile) throws IOException, InterruptedException {
        var ready = new ArrayList<Double>();
        var rebuilt = new ArrayList<Double>();
        var resident = new ArrayList<Double>();
        var peak = new ArrayList<Double>();
        for (int run = 0; run < runs; run++) {
            long start = System.nanoTime();
            Process process = new ProcessBuilder(command(what, profile))
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
            String state = "";
            try (var said =
                    new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
                for (String line = said.readLine(); line != null; line = said.readLine()) {
                    String[] words = line.split(" ");
                    switch (words[0]) {
                        case "ready" -> {
                            ready.add((System.nanoTime() - start) / 1e9);
                            state = line;
                        }
                        case "rebuilt" -> rebuilt.add(Long.parseLong(words[1]) / 1e9);
                        case "memory" -> {
                            resident.add(Long.parseLong(words[1]) / 1024.0);
                            peak.add(Long.parseLong(words[2]) / 1024.0);
                        }
                        default -> System.out.println(line);
                    }
                }
            }
            if (process.waitFor() != 0) {
                throw new IllegalStateException("the process for " + what + " failed");
            }
            System.out.printf(
                    Locale.ROOT,
                    "%s: %s after %.2f s%s, now %.0f MB, at most %.0f MB%n",
                    what,
                    state,
                    ready.getLast(),
                    rebuilt.isEmpty() ? "" : String.format(Locale.ROOT, ", rebuilt in %.1f s", rebuilt.getLast()),
                    resident.getLast(),
                    peak.getLast());
        }
        System.out.printf(
                Locale.ROOT,
                "%s, medians of %d: ready %.2f s%s; never more than %.0f MB%n",
                what,
                runs,
                median(ready),
                rebuilt.isEmpty() ? "" : String.format(Locale.ROOT, ", rebuild %.1f s", median(rebuilt)),
                peak.stream().mapToDouble(Double::doubleValue).max().orElse(0));
    }

    /// The flags that the start scripts set.
    private static List<String> command(String what, Profile profile) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of(
                "-XX:+UseSerialGC",
                "-Xmx512m",
                "--enable-native-access=ALL-UNNAMED",
                "-Djdk.reflect.useNativeAccessorOnly=true"));
        String more = System.getProperty("tocsin.bench.java", "");
        if (!more.isBlank()) {
            command.addAll(List.of(more.split(" ")));
        }
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), ProfileBench.class.getName()));
        command.addAll(List.of(what, profile.folder().toString()));
        return command;
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }
}
