package tocsin.ui.scrub;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.stream.Stream;
import tocsin.app.TimeReader;
import tocsin.app.TimeReading;
import tocsin.domain.incident.View;
import tocsin.ui.kit.Prompt;
import tocsin.ui.kit.Words;
import tocsin.ui.sight.Past;

/// Asks for a minute of the past: `14:07`, `-20m`, `yesterday 23:50`, with `known` or `true` behind it.
///
/// @param view how it is looked at when nothing is said
/// @param start when the first thing happened
record GoPrompt(Words words, Instant now, ZoneId zone, View view, Instant start, Consumer<Past> go) implements Prompt {
    @Override
    public String title() {
        return words.get("scrub.go");
    }

    @Override
    public String hint() {
        return words.get("scrub.go.hint");
    }

    @Override
    public Reading read(String text) {
        String said = text.strip();
        int blank = said.lastIndexOf(' ');
        Optional<View> wanted = view(said.substring(blank + 1));
        String time = wanted.isPresent() ? said.substring(0, Math.max(0, blank)).strip() : said;
        if (time.isEmpty()) {
            return new Wanting(words.get("scrub.go.say", zone.getId()), options());
        }
        return switch (new TimeReader(now, zone).read(time)) {
            case TimeReading.Unreadable(var why) -> unread(time, words.refusal(why));
            case TimeReading.Read(var moment, var _, var _)
            when moment.isAfter(now) -> new Wrong(words.get("scrub.go.ahead"));
            case TimeReading.Read read -> ready(read, wanted.orElse(view));
        };
    }

    /// While somebody is still typing a time it is not wrong yet.
    private static Reading unread(String time, String why) {
        return time.length() < 4 ? new Wanting(why, List.of()) : new Wrong(why);
    }

    private Reading ready(TimeReading.Read read, View wanted) {
        String when = read.words(words.texts());
        List<String> notes = read.instant().isBefore(start) ? List.of(words.get("scrub.go.before")) : List.of();
        return new Ready(
                words.get(wanted == View.KNOWN ? "scrub.go.known" : "scrub.go.true", when), notes, List.of(), () -> {
                    go.accept(new Past(read.instant(), wanted));
                    return CompletableFuture.completedFuture(new Done(""));
                });
    }

    private Optional<View> view(String word) {
        String said = word.toLowerCase(Locale.ROOT);
        return Stream.of(View.values())
                .filter(each -> said.equals(each.name().toLowerCase(Locale.ROOT)) || said.equals(word(each)))
                .findFirst();
    }

    private String word(View each) {
        return words.get(each == View.KNOWN ? "scrub.go.word.known" : "scrub.go.word.true");
    }

    private List<Option> options() {
        return List.of(
                Option.of("-5m", "-5m", words.get("scrub.go.five")),
                Option.of("-20m", "-20m", words.get("scrub.go.twenty")),
                Option.of("-1h", "-1h", words.get("scrub.go.hour")));
    }
}
