package tocsin.cli;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import tocsin.app.Answer;
import tocsin.app.Gesture;
import tocsin.base.IncidentId;
import tocsin.base.Limits;
import tocsin.domain.incident.IncidentCommand;
import tocsin.domain.timeline.EntryKind;

/// Adds an entry, or every line of standard input as one.
@Command(
        name = "log",
        description = "Adds an entry to the log, or with - one for each line of standard input.",
        footer = {
            "",
            "Example: tocsin log INC-2026-1121-001 \"rolled back to 4.1\" --kind action --at -5m",
            "Example: kubectl get events --watch | tocsin log INC-2026-1121-001 -",
            "Example: tocsin log INC-2026-1121-001 -- \"-5 degrees in the server room\""
        })
final class Log implements Runnable {
    /// Lines on their way to the disk at once; enough to share forces, few enough to stop soon.
    private static final int UNDERWAY = 256;

    /// What some systems put in front of a text.
    private static final String BYTE_ORDER_MARK = "\ufeff";

    private final Terminal terminal;

    @Parameters(index = "0", paramLabel = "INC", description = "the incident")
    String incident = "";

    @Parameters(index = "1", paramLabel = "TEXT", description = "what to write down; - reads standard input")
    String text = "";

    @Option(names = "--at", paramLabel = "TIME", description = "when it happened, if not now")
    Optional<String> at = Optional.empty();

    @Option(
            names = "--kind",
            paramLabel = "KIND",
            description = "note (default), decision, action, hypothesis, question or todo")
    String kind = EntryKind.NOTE.word();

    Log(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public void run() {
        EntryKind read = Word.of(
                "kind",
                EntryKind.values(),
                EntryKind.ofWord(kind),
                kind,
                value -> value == EntryKind.SYSTEM ? EntryKind.NOTE.word() : value.word());
        IncidentId id = terminal.incident(incident);
        Optional<Instant> moment = terminal.time(at);
        if (text.equals("-")) {
            new Lines(id, read, moment).all();
        } else {
            ok(terminal.done(write(id, read, text, moment)));
        }
    }

    private CompletableFuture<Answer> write(IncidentId id, EntryKind read, String words, Optional<Instant> moment) {
        return terminal.console()
                .act(Gesture.of(terminal.operator(), id, new IncidentCommand.AddEntry(read, words))
                        .at(moment));
    }

    private void ok(Answer.Done done) {
        terminal.print("ok " + done.facts().getFirst());
        terminal.out().flush();
    }

    /// Standard input, line by line. One thread reads, this one answers: a line is acknowledged as soon as it is on
    /// disk,
    /// whether or not the next one has come or is half written.
    private final class Lines {
        private final IncidentId id;
        private final EntryKind read;
        private final Optional<Instant> moment;
        private final LinkedBlockingQueue<Came> underway = new LinkedBlockingQueue<>(UNDERWAY);
        private volatile boolean stopped;
        private int refused;

        private sealed interface Came {}

        private record Line(int number, CompletableFuture<Answer> answer) implements Came {}

        private record End(Optional<Exception> trouble) implements Came {}

        Lines(IncidentId id, EntryKind read, Optional<Instant> moment) {
            this.id = id;
            this.read = read;
            this.moment = moment;
        }

        void all() {
            Thread.ofPlatform().name("tocsin-lines").daemon().start(this::readAll);
            try {
                while (next() instanceof Line line) {
                    answer(line);
                }
            } finally {
                stopped = true;
                underway.clear();
            }
            if (refused > 0) {
                throw Trouble.refused(refused + (refused == 1 ? " line was" : " lines were")
                        + " not written; the reasons stand above");
            }
        }

        private Came next() {
            try {
                Came came = underway.take();
                if (came instanceof End(var trouble) && trouble.isPresent()) {
                    throw trouble.get() instanceof Trouble known
                            ? known
                            : Trouble.broken("standard input ended badly: "
                                    + trouble.get().getMessage() + "; every line answered with ok is on disk");
                }
                return came;
            } catch (InterruptedException stop) {
                Thread.currentThread().interrupt();
                throw Trouble.broken("interrupted; every line answered with ok is on disk");
            }
        }

        private void answer(Line line) {
            switch (Terminal.await(line.answer())) {
                case Answer.Done done -> ok(done);
                case Answer.Refused no -> {
                    refused++;
                    terminal.mention("line " + line.number() + ": " + terminal.words(no));
                }
            }
        }

        private void readAll() {
            try {
                underway.put(new End(readLines()));
            } catch (InterruptedException nobodyAsksAnyMore) {
                Thread.currentThread().interrupt();
            }
        }

        private Optional<Exception> readLines() throws InterruptedException {
            try {
                var in =
                        new BufferedReader(new InputStreamReader(terminal.call().in(), StandardCharsets.UTF_8));
                int number = 0;
                for (String line = line(in); line != null && !stopped; line = line(in)) {
                    number++;
                    String words = number == 1 && line.startsWith(BYTE_ORDER_MARK) ? line.substring(1) : line;
                    if (!words.isBlank()) {
                        underway.put(new Line(number, write(id, read, words, moment)));
                    }
                }
                return Optional.empty();
            } catch (IOException | RuntimeException gone) {
                return Optional.of(gone);
            }
        }

        /// A line of at most one character more than fits; the rest of a longer one is read past.
        private @Nullable String line(BufferedReader in) throws IOException {
            var line = new StringBuilder();
            int c = in.read();
            if (c < 0) {
                return null;
            }
            boolean whole = true;
            for (; c >= 0 && c != '\n'; c = in.read()) {
                whole = line.length() <= Limits.TEXT_CHARS;
                if (whole) {
                    line.append((char) c);
                }
            }
            int last = line.length() - 1;
            return whole && last >= 0 && line.charAt(last) == '\r' ? line.substring(0, last) : line.toString();
        }
    }
}
