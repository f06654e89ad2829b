package tocsin.ui.postmortem;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.CompletableFuture;
import tocsin.app.Safe;
import tocsin.domain.prose.Prose;
import tocsin.ui.kit.Prompt;
import tocsin.ui.kit.Words;

/// Finds words in all sections and, behind an arrow, puts others in their place. Enter goes from one to the next and
/// the
/// line stays; `all` behind a second arrow does all at once, and says before how many those are.
record FindPrompt(Words words, Document document, String draft) implements Prompt {
    private static final String ARROW = "->";

    /// What is searched. On the JavaFX thread.
    interface Document {
        /// All texts by the keys of their sections, in their order.
        Map<String, String> texts();

        String here();

        /// What is selected in the section that is open, or the caret as both.
        Prose.Change selected();

        void mark(Hits hits);

        void go(String section, int from, int to);

        /// False where a text would grow too long; nothing is changed then.
        boolean change(Map<String, List<Prose.Change>> changes);
    }

    private enum Reach {
        NEXT,
        HERE,
        ALL
    }

    /// What was typed.
    private record Line(Hits hits, boolean replaces, String other, Reach reach) {}

    private record Place(String section, int at) {}

    @Override
    public String title() {
        return words.get("paperfind.title");
    }

    @Override
    public String hint() {
        return words.get("paperfind.hint");
    }

    @Override
    public Reading read(String text) {
        Line line = line(text);
        document.mark(line.hits());
        if (line.hits().length() == 0) {
            return new Wanting(hint(), List.of());
        }
        var found = new LinkedHashMap<String, List<Integer>>();
        document.texts().forEach((section, whole) -> {
            List<Integer> places = line.hits().in(whole);
            if (!places.isEmpty()) {
                found.put(section, places);
            }
        });
        if (found.isEmpty()) {
            return new Wrong(words.get("paperfind.none", Safe.line(line.hits().words())));
        }
        return line.replaces() ? replacing(line, text, found) : finding(line, text, found);
    }

    private Line line(String text) {
        String[] parts = text.split(ARROW, 3);
        String wanted = parts[0].strip();
        if (parts.length == 1) {
            return new Line(new Hits(wanted), false, "", Reach.NEXT);
        }
        Reach reach = parts.length == 3 ? reach(parts[2]) : Reach.NEXT;
        String other = parts.length == 3 && reach == Reach.NEXT && !parts[2].isBlank()
                ? parts[1] + ARROW + parts[2]
                : parts[1];
        return new Line(new Hits(wanted), true, other.strip(), reach);
    }

    private Reach reach(String word) {
        String plain = word.strip().toLowerCase(Locale.ROOT);
        return plain.equals(words.get("paperfind.word.all"))
                ? Reach.ALL
                : plain.equals(words.get("paperfind.word.here")) ? Reach.HERE : Reach.NEXT;
    }

    private Reading finding(Line line, String text, Map<String, List<Integer>> found) {
        return new Ready(where(line, found), List.of(), List.of(), () -> {
            go(line, next(found));
            return again(text);
        });
    }

    /// `2 of 3 in this section, 7 in the document`.
    private String where(Line line, Map<String, List<Integer>> found) {
        List<Integer> here = found.getOrDefault(document.here(), List.of());
        Prose.Change selected = document.selected();
        OptionalInt number = line.hits().number(here, selected.at(), selected.at() + selected.removed());
        return number.isPresent()
                ? words.get("paperfind.at", words.number(number.getAsInt()), count(here.size()), all(found))
                : words.get("paperfind.count", count(here.size()), all(found));
    }

    private String count(int hits) {
        return words.number(hits);
    }

    private String all(Map<String, List<Integer>> found) {
        return count(found.values().stream().mapToInt(List::size).sum());
    }

    private Reading replacing(Line line, String text, Map<String, List<Integer>> found) {
        String other = Safe.line(line.other());
        int here = found.getOrDefault(document.here(), List.of()).size();
        return switch (line.reach()) {
            case HERE ->
                here == 0
                        ? new Wrong(words.get("paperfind.none.here"))
                        : Ready.of(
                                words.get("paperfind.replace.here", count(here), other),
                                () -> replace(line, List.of(document.here())));
            case ALL ->
                Ready.of(
                        words.get("paperfind.replace.all", all(found), other),
                        () -> replace(line, List.copyOf(found.keySet())));
            case NEXT -> one(line, text, found);
        };
    }

    private Reading one(Line line, String text, Map<String, List<Integer>> found) {
        String stem = line.hits().words() + " " + ARROW + " " + line.other() + " " + ARROW + " ";
        int here = found.getOrDefault(document.here(), List.of()).size();
        var options = new ArrayList<Option>();
        if (here > 0) {
            options.add(
                    Option.of(stem + words.get("paperfind.word.here"), words.get("paperfind.here", count(here)), ""));
        }
        if (found.size() > 1 || here == 0) {
            options.add(Option.of(stem + words.get("paperfind.word.all"), words.get("paperfind.all", all(found)), ""));
        }
        Prose.Change selected = document.selected();
        List<Integer> places = found.getOrDefault(document.here(), List.of());
        boolean onOne = line.hits()
                .number(places, selected.at(), selected.at() + selected.removed())
                .isPresent();
        if (!onOne) {
            return new Ready(words.get("paperfind.first", where(line, found)), List.of(), options, () -> {
                go(line, next(found));
                return again(text);
            });
        }
        String say = line.other().isEmpty()
                ? words.get("paperfind.drop", where(line, found))
                : words.get("paperfind.replace", Safe.line(line.other()), where(line, found));
        return new Ready(say, List.of(), options, () -> {
            var change = new Prose.Change(selected.at(), selected.removed(), line.other());
            if (!document.change(Map.of(document.here(), List.of(change)))) {
                return CompletableFuture.completedFuture(new Refused(words.get("postmortem.full")));
            }
            document.go(
                    document.here(), selected.at(), selected.at() + line.other().length());
            Map<String, List<Integer>> left = new LinkedHashMap<>();
            document.texts()
                    .forEach((section, whole) -> left.put(section, line.hits().in(whole)));
            left.values().removeIf(List::isEmpty);
            if (left.isEmpty()) {
                return CompletableFuture.completedFuture(new Done(words.get("paperfind.last")));
            }
            go(line, next(left));
            return again(text);
        });
    }

    private CompletableFuture<Outcome> again(String text) {
        return CompletableFuture.completedFuture(new Next(new FindPrompt(words, document, text)));
    }

    private void go(Line line, Place place) {
        document.go(place.section(), place.at(), place.at() + line.hits().length());
    }

    /// Behind what is selected, else in the sections that follow, else from the beginning.
    private Place next(Map<String, List<Integer>> found) {
        Prose.Change selected = document.selected();
        int behind = selected.at() + selected.removed();
        String here = document.here();
        for (int at : found.getOrDefault(here, List.of())) {
            if (at >= behind) {
                return new Place(here, at);
            }
        }
        boolean passed = false;
        for (String section : document.texts().keySet()) {
            if (passed && found.containsKey(section)) {
                return new Place(section, found.get(section).getFirst());
            }
            passed |= section.equals(here);
        }
        var first = found.entrySet().iterator().next();
        return new Place(first.getKey(), first.getValue().getFirst());
    }

    private CompletableFuture<Outcome> replace(Line line, List<String> sections) {
        var changes = new LinkedHashMap<String, List<Prose.Change>>();
        Map<String, String> texts = document.texts();
        sections.forEach(section ->
                changes.put(section, line.hits().replaced(texts.getOrDefault(section, ""), line.other())));
        int count = changes.values().stream().mapToInt(List::size).sum();
        return CompletableFuture.completedFuture(
                document.change(changes)
                        ? new Done(words.get("paperfind.done", count(count)))
                        : new Refused(words.get("postmortem.full")));
    }
}
