package tocsin.sync;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.postgresql.Driver;
import tocsin.base.FactId;
import tocsin.journal.Head;
import tocsin.journal.Heads;
import tocsin.journal.Journal;
import tocsin.journal.JournalException;

/// Desks as processes that meet one hub, each until it holds what all of them wrote.
final class Fleet implements AutoCloseable {
    private final Path folder;
    private final String address;
    private final long factsEach;
    private final int desks;
    private final List<Member> members = new ArrayList<>();
    private final CountDownLatch done;
    /// The last fact that each desk said was safe, and its hash.
    private final Map<FactId, String> acknowledged = new ConcurrentHashMap<>();

    private final Queue<String> faults = new ConcurrentLinkedQueue<>();
    private final Set<Process> killed = ConcurrentHashMap.newKeySet();

    private static final class Member {
        final String role;
        final Path journal;
        final AtomicLong held = new AtomicLong();
        volatile Process process;
        volatile boolean done;

        Member(String role, Path journal) {
            this.role = role;
            this.journal = journal;
        }
    }

    /// @param roles whom each desk comes to the hub as
    Fleet(Path folder, String address, List<String> roles, long factsEach) throws IOException {
        this.folder = folder;
        this.address = address;
        this.factsEach = factsEach;
        this.desks = roles.size();
        this.done = new CountDownLatch(roles.size());
        for (int i = 0; i < roles.size(); i++) {
            var member = new Member(roles.get(i), Files.createDirectory(folder.resolve("desk" + i)));
            members.add(member);
            start(member);
        }
    }

    private void start(Member member) throws IOException {
        File errors = new File(member.journal + ".err");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xshare:auto",
                        "-Xmx128m",
                        "-cp",
                        classPath(),
                        DeskProcess.class.getName(),
                        address,
                        member.role,
                        member.journal.toString(),
                        String.valueOf(factsEach),
                        String.valueOf(desks))
                .redirectError(ProcessBuilder.Redirect.appendTo(errors))
                .start();
        member.process = process;
        Thread.ofVirtual().start(() -> listen(member, process, errors));
    }

    /// Of the classes themselves: a test launcher's own class path may be a single jar.
    private static String classPath() {
        return Stream.of(DeskProcess.class, Journal.class, Driver.class, NullMarked.class)
                .map(type -> Path.of(URI.create(type.getProtectionDomain()
                                .getCodeSource()
                                .getLocation()
                                .toString()))
                        .toString())
                .collect(Collectors.joining(File.pathSeparator));
    }

    private void listen(Member member, Process process, File errors) {
        try (BufferedReader lines = process.inputReader(UTF_8)) {
            lines.lines().forEach(line -> hear(member, line));
            int status = process.waitFor();
            if (!killed.contains(process) && !member.done) {
                faults.add(member.journal + " ended with " + status + ": " + Files.readString(errors.toPath()));
            }
        } catch (IOException | InterruptedException | java.io.UncheckedIOException broken) {
            faults.add(member.journal + " cannot be heard: " + broken);
        }
    }

    private void hear(Member member, String line) {
        List<String> words = List.of(line.split(" ", 3));
        switch (words.getFirst()) {
            case "held" -> member.held.set(Long.parseLong(words.get(1)));
            case "wrote" -> {
                if (words.size() == 3 && words.get(2).length() == 64) {
                    acknowledged.put(FactId.parse(words.get(1)).orElseThrow(), words.get(2));
                }
            }
            case "done" -> {
                if (!member.done) {
                    member.done = true;
                    done.countDown();
                }
            }
            case "refused" -> {
                // A desk that was killed in the middle of a batch signs its facts when it is back.
                if (!line.contains("are not signed")) {
                    faults.add(member.journal + " says: " + line);
                }
            }
            default -> faults.add(member.journal + " says: " + line);
        }
    }

    /// What part of all facts has arrived everywhere, as the desks told.
    double progress() {
        double all = (double) factsEach * desks * desks;
        return members.stream().mapToLong(each -> each.held.get()).sum() / all;
    }

    /// Waits that long at most, and tells whether every desk holds everything.
    boolean isDone(Duration patience) throws InterruptedException {
        assertThat(faults).isEmpty();
        return done.await(patience.toMillis(), TimeUnit.MILLISECONDS);
    }

    /// Kills a desk with SIGKILL and starts it again; does nothing to one that holds everything already.
    boolean killAndRestart(int number) throws IOException, InterruptedException {
        Member member = members.get(number);
        if (member.done) {
            return false;
        }
        Process process = member.process;
        killed.add(process);
        // Not Process.destroyForcibly: that would throw away what the desk has told already.
        process.toHandle().destroyForcibly();
        process.waitFor();
        if (!member.done) {
            start(member);
        }
        return true;
    }

    /// Every desk holds every fact, and all that was ever acknowledged is among them.
    long check() throws JournalException, InterruptedException {
        assertThat(faults).isEmpty();
        Heads first = Heads.NONE;
        for (Member member : members) {
            member.process.waitFor();
            try (var journal = DeskProcess.open(member.journal)) {
                assertThat(journal.opened().damages()).isEmpty();
                Heads heads = journal.heads();
                assertThat(heads.all()).hasSize(desks).allMatch(head -> head.seq() == factsEach);
                if (member == members.getFirst()) {
                    first = heads;
                }
                assertThat(heads.all()).as(member.journal.toString()).containsExactlyElementsOf(first.all());
                assertThat(readable(journal)).isEqualTo(factsEach * desks);
                for (var each : acknowledged.entrySet()) {
                    assertThat(journal.read(each.getKey())
                                    .map(fact -> fact.hash().hex()))
                            .as(each.getKey() + " in " + member.journal)
                            .contains(each.getValue());
                }
            }
        }
        return first.all().stream().mapToLong(Head::seq).sum();
    }

    private static long readable(Journal journal) throws JournalException {
        var count = new AtomicLong();
        journal.replay(-1, (_, fact) -> {
            if (fact.isPayloadIntact()) {
                count.incrementAndGet();
            }
        });
        return count.get();
    }

    @Override
    public void close() {
        for (Member member : members) {
            killed.add(member.process);
            member.process.toHandle().destroyForcibly();
        }
    }

    @Override
    public String toString() {
        return desks + " desks in " + folder.getFileName();
    }
}
