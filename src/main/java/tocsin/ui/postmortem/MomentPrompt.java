package tocsin.ui.postmortem;

import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.IntStream;
import tocsin.app.Safe;
import tocsin.ui.kit.Prompt;
import tocsin.ui.kit.Words;
import tocsin.ui.sight.Telling;

/// Which past state of the document to open, the newest first: by its number or by words about it.
///
/// @param heading of a section, by its key
record MomentPrompt(
        Words words, Telling telling, List<Moment> moments, Function<String, String> heading, Consumer<Moment> open)
        implements Prompt {
    private static final int MOST = 200;

    @Override
    public String title() {
        return words.get("paperpast.title");
    }

    @Override
    public String hint() {
        return words.get("paperpast.hint");
    }

    @Override
    public Reading read(String text) {
        String wanted = text.strip().toLowerCase(Locale.ROOT);
        List<Integer> found = IntStream.range(0, moments.size())
                .map(at -> moments.size() - 1 - at)
                .filter(at -> wanted.equals(number(at))
                        || (line(at) + " " + sections(at))
                                .toLowerCase(Locale.ROOT)
                                .contains(wanted))
                .boxed()
                .sorted((one, other) -> Boolean.compare(wanted.equals(number(other)), wanted.equals(number(one))))
                .limit(MOST)
                .toList();
        if (found.isEmpty()) {
            return new Wrong(words.get(moments.isEmpty() ? "paperpast.none" : "paperpast.unknown"));
        }
        List<Option> options = found.stream()
                .map(at -> Option.of(number(at), line(at), sections(at)))
                .toList();
        Moment first = moments.get(found.getFirst());
        return wanted.isEmpty()
                ? new Wanting(hint(), options)
                : new Ready(line(found.getFirst()), List.of(), options, () -> {
                    open.accept(first);
                    return CompletableFuture.completedFuture(new Done(""));
                });
    }

    private static String number(int at) {
        return String.valueOf(at + 1);
    }

    private String line(int at) {
        return number(at) + "  " + told(words, telling, moments.get(at));
    }

    private String sections(int at) {
        return String.join(
                ", ", moments.get(at).sections().stream().map(heading).toList());
    }

    /// `14:02, Sofia Lindqvist wrote: 120 characters came, 8 went`.
    static String told(Words words, Telling telling, Moment moment) {
        return words.get(
                "paperpast.moment." + moment.what().word(),
                telling.moment(moment.at()),
                Safe.line(moment.who().name()),
                words.number(moment.came()),
                words.number(moment.went()));
    }
}
