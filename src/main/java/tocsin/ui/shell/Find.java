package tocsin.ui.shell;

import java.time.InstantSource;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.function.Supplier;
import tocsin.app.Safe;
import tocsin.app.search.Hit;
import tocsin.app.search.Hits;
import tocsin.app.search.Query;
import tocsin.app.search.Search;
import tocsin.app.search.SearchException;
import tocsin.ui.kit.Prompt;
import tocsin.ui.kit.Words;

/// Looks for words everywhere. What is typed is looked for on a thread of its own; until the answer is there, the line
/// shows the one before. Lives on the JavaFX thread.
final class Find implements Prompt, AutoCloseable {
    private static final long PAUSE_NANOS = 300_000_000L;
    private static final int MOST = 50;
    private static final int MOST_CHARS = 110;
    private static final DateTimeFormatter WHEN = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm");

    private final Words words;
    private final Supplier<Search> search;
    private final InstantSource wall;
    private final ZoneId zone;
    private final Executor screen;
    private final Runnable answered;
    private final Consumer<Hit> go;
    private final ExecutorService thread = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().name("tocsin-find").daemon().factory());
    private volatile String wanted = "";
    private String known = "";
    private Answer answer = new Answer(Hits.NONE, "");

    private record Answer(Hits hits, String trouble) {}

    /// @param answered told when there is something newer to read
    Find(
            Words words,
            Supplier<Search> search,
            InstantSource wall,
            ZoneId zone,
            Executor screen,
            Runnable answered,
            Consumer<Hit> go) {
        this.words = words;
        this.search = search;
        this.wall = wall;
        this.zone = zone;
        this.screen = screen;
        this.answered = answered;
        this.go = go;
    }

    @Override
    public String title() {
        return words.get("find.title");
    }

    @Override
    public String hint() {
        return words.get("find.hint");
    }

    @Override
    public Reading read(String text) {
        String line = text.strip();
        if (line.isEmpty()) {
            return new Wanting(words.get("find.hint"), List.of());
        }
        return switch (Query.read(line, wall.instant(), zone)) {
            case Query.Reading.Unreadable(var why) -> new Wrong(words.refusal(why));
            case Query.Reading.Read(var query) -> read(line, query);
        };
    }

    private Reading read(String line, Query query) {
        // A hit that is pointed at keeps its words in the line; they are no new question.
        for (Hit hit : answer.hits().list()) {
            if (label(hit).equals(line)) {
                return new Ready(hit.number(), List.of(), options(), () -> {
                    go.accept(hit);
                    return CompletableFuture.completedFuture(new Done(""));
                });
            }
        }
        if (!line.equals(wanted)) {
            wanted = line;
            thread.execute(() -> look(line, query));
        }
        if (!answer.trouble().isEmpty()) {
            return new Wrong(answer.trouble());
        }
        if (!line.equals(known)) {
            return new Wanting(words.get("find.looking"), options());
        }
        List<Hit> hits = answer.hits().list();
        return hits.isEmpty()
                ? new Wanting(words.get("find.none"), List.of())
                : new Ready(words.get("find.count", count(answer.hits())), List.of(), options(), () -> {
                    go.accept(hits.getFirst());
                    return CompletableFuture.completedFuture(new Done(""));
                });
    }

    private String count(Hits hits) {
        return words.number(hits.total()) + (hits.uncounted() ? "+" : "");
    }

    private List<Option> options() {
        return answer.hits().list().stream()
                .map(hit -> Option.of(label(hit), Safe.cut(Safe.line(hit.text()), MOST_CHARS), note(hit)))
                .toList();
    }

    private static String label(Hit hit) {
        return hit.number() + " " + Safe.cut(Safe.line(hit.text()), MOST_CHARS)
                + hit.fact()
                        .map(id -> " " + id)
                        .orElse(hit.place().map(at -> " " + at).orElse(""));
    }

    private String note(Hit hit) {
        return hit.number() + " · " + hit.kind().word() + " · "
                + WHEN.format(hit.when().atZone(zone));
    }

    private void look(String line, Query query) {
        if (!line.equals(wanted)) {
            return;
        }
        Answer found;
        boolean whole = true;
        try {
            Search index = search.get();
            found = new Answer(index.find(query, MOST), "");
            whole = index.standing().state() != Search.State.BUILDING;
        } catch (SearchException broken) {
            found = new Answer(Hits.NONE, words.get("find.broken", String.valueOf(broken.getMessage())));
        }
        Answer fresh = found;
        boolean last = whole;
        screen.execute(() -> {
            answer = fresh;
            known = last ? line : "";
            answered.run();
        });
        if (!whole && !thread.isShutdown()) {
            // The index is still being made: what is found so far is shown, and the rest a little later.
            LockSupport.parkNanos(PAUSE_NANOS);
            thread.execute(() -> look(line, query));
        }
    }

    @Override
    public void close() {
        thread.shutdownNow();
    }
}
