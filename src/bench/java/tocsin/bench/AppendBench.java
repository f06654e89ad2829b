package tocsin.bench;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.locks.LockSupport;
import tocsin.app.Answer;
import tocsin.app.Console;
import tocsin.app.Gesture;
import tocsin.app.Profile;
import tocsin.app.Progress;
import tocsin.base.CommandId;
import tocsin.base.IncidentId;
import tocsin.base.PersonId;
import tocsin.domain.incident.IncidentCommand;
import tocsin.domain.timeline.EntryKind;
import tocsin.journal.Draft;
import tocsin.journal.Journal;
import tocsin.journal.RealDisk;
import tocsin.journal.Settings;

/// Appends per second: a raw write-and-force loop, the journal with one blocking caller, with 32, and the whole console
/// with one and with 32, taken in turns on the same disk; then how long a lone append takes after a pause. Prints
/// medians
/// over the rounds. Arguments: folder, rounds, facts a round.
public final class AppendBench {
    private static final int PAYLOAD_BYTES = 400;
    private static final int RECORD_BYTES = 640;
    private static final int PRODUCERS = 32;
    private static final int LONE_APPENDS = 500;
    private static final long PAUSE_NANOS = 4_000_000;
    private static final PersonId ANA = new PersonId("Ana");

    private final FileChannel file;
    private final Journal journal;
    private final Console console;
    private final IncidentId incident;
    private final int facts;

    private final List<Double> raw = new ArrayList<>();
    private final List<Double> single = new ArrayList<>();
    private final List<Double> share = new ArrayList<>();
    private final List<Double> many = new ArrayList<>();
    private final List<Double> times = new ArrayList<>();
    private final List<Double> acts = new ArrayList<>();
    private final List<Double> actShare = new ArrayList<>();
    private final List<Double> manyActs = new ArrayList<>();

    private AppendBench(FileChannel file, Journal journal, Console console, int facts) {
        this.file = file;
        this.journal = journal;
        this.console = console;
        this.incident = declare(console);
        this.facts = facts;
    }

    /// One durable append.
    private interface Append {
        void once(int number);
    }

    public static void main(String[] arguments) throws Exception {
        Path base = arguments.length > 0 ? Path.of(arguments[0]) : Path.of(System.getProperty("java.io.tmpdir"));
        int rounds = arguments.length > 1 ? Integer.parseInt(arguments[1]) : 9;
        int facts = arguments.length > 2 ? Integer.parseInt(arguments[2]) : 2_000;
        Path folder = Files.createTempDirectory(base, "append-bench");
        try (var journal = Journal.open(new RealDisk(), folder.resolve("journal"), Settings.standard());
                var console = Console.open(new Profile(folder.resolve("profile")), Progress.SILENT);
                var file =
                        FileChannel.open(folder.resolve("raw"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            var bench = new AppendBench(file, journal, console, facts);
            for (int round = 0; round <= rounds; round++) {
                bench.round(round > 0);
            }
            bench.print();
        } finally {
            Folders.delete(folder);
        }
    }

    private void round(boolean counts) throws IOException, InterruptedException {
        double rawRate = raw();
        double singleRate = producers(1, facts, this::append);
        double manyRate = producers(PRODUCERS, facts * 4, this::append);
        double actRate = producers(1, facts, this::act);
        double manyActRate = producers(PRODUCERS, facts * 4, this::act);
        if (counts) {
            raw.add(rawRate);
            single.add(singleRate);
            share.add(singleRate / rawRate);
            many.add(manyRate);
            times.add(manyRate / singleRate);
            acts.add(actRate);
            actShare.add(actRate / rawRate);
            manyActs.add(manyActRate);
        }
    }

    private void print() throws IOException {
        say("raw write and force %,.0f/s", median(raw));
        say("journal, 1 producer %,.0f/s, %.2f of raw (rounds %s)", median(single), median(share), rounded(share));
        say("journal, %d producers %,.0f/s, %.1f times one", PRODUCERS, median(many), median(times));
        say("console, 1 producer %,.0f/s, %.2f of raw", median(acts), median(actShare));
        say("console, %d producers %,.0f/s", PRODUCERS, median(manyActs));
        lone();
    }

    private double raw() throws IOException {
        var record = ByteBuffer.allocateDirect(RECORD_BYTES);
        long at = file.size();
        long start = System.nanoTime();
        for (int i = 0; i < facts; i++) {
            record.clear();
            at += file.write(record, at);
            file.force(false);
        }
        return facts * 1e9 / (System.nanoTime() - start);
    }

    private static double producers(int producers, int count, Append append) throws InterruptedException {
        var threads = new ArrayList<Thread>();
        long start = System.nanoTime();
        for (int each = 0; each < producers; each++) {
            threads.add(Thread.ofPlatform().start(() -> {
                for (int i = 0; i < count / producers; i++) {
                    append.once(i);
                }
            }));
        }
        for (Thread thread : threads) {
            thread.join();
        }
        return count * 1e9 / (System.nanoTime() - start);
    }

    /// One append at a time, each after a pause: raw, journal and console in turns.
    private void lone() throws IOException {
        var record = ByteBuffer.allocateDirect(RECORD_BYTES);
        double[][] millis = new double[3][LONE_APPENDS];
        for (int i = 0; i < LONE_APPENDS; i++) {
            int number = i;
            millis[0][i] = after(() -> {
                record.clear();
                file.write(record, file.size());
                file.force(false);
            });
            millis[1][i] = after(() -> append(number));
            millis[2][i] = after(() -> act(number));
        }
        List<String> names = List.of("raw", "journal", "console");
        for (int which = 0; which < millis.length; which++) {
            double[] sorted = millis[which];
            Arrays.sort(sorted);
            say(
                    "%s, one after a pause: median %.2f ms, p99 %.2f ms, worst %.2f ms",
                    names.get(which),
                    sorted[LONE_APPENDS / 2],
                    sorted[LONE_APPENDS * 99 / 100],
                    sorted[LONE_APPENDS - 1]);
        }
    }

    private interface Writing {
        void run() throws IOException;
    }

    private static double after(Writing writing) throws IOException {
        LockSupport.parkNanos(PAUSE_NANOS);
        long start = System.nanoTime();
        writing.run();
        return (System.nanoTime() - start) / 1e6;
    }

    private void append(int number) {
        byte[] payload = new byte[PAYLOAD_BYTES];
        Arrays.fill(payload, (byte) ('a' + number % 26));
        var draft = new Draft(Optional.empty(), "note", 1, payload, Optional.empty(), ANA, new CommandId(1, number));
        journal.write(appender -> appender.append(draft)).join();
    }

    private void act(int number) {
        String text = "the database answers slowly, the third replica lags behind by " + number + " s";
        done(console.act(Gesture.of(ANA, incident, new IncidentCommand.AddEntry(EntryKind.NOTE, text)))
                .join());
    }

    private static IncidentId declare(Console console) {
        ZoneId zone = ZoneId.of("Europe/Prague");
        var command = new IncidentCommand.Declare(
                "Checkout is down", Optional.empty(), Optional.empty(), Optional.empty(), zone);
        return done(console.declare(new Gesture.Opening(ANA, Optional.empty(), zone, command))
                        .join())
                .incident()
                .id();
    }

    private static Answer.Done done(Answer answer) {
        return switch (answer) {
            case Answer.Done done -> done;
            case Answer.Refused refused -> throw new IllegalStateException(refused.toString());
        };
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }

    private static String rounded(List<Double> values) {
        return String.join(
                " ",
                values.stream()
                        .map(value -> String.format(Locale.ROOT, "%.2f", value))
                        .toList());
    }

    private static void say(String words, Object... values) {
        System.out.printf(Locale.ROOT, words + "%n", values);
    }
}
