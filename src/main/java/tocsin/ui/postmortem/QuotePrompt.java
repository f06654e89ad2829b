package tocsin.ui.postmortem;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import tocsin.app.Safe;
import tocsin.base.FactId;
import tocsin.domain.timeline.Entry;
import tocsin.domain.timeline.EntryKind;
import tocsin.ui.kit.Prompt;
import tocsin.ui.kit.Words;

/// Quotes rows of the log: a filter that goes on living in the document, or rows by their numbers in an order of one's
/// own. Words choose rows as they are now, since a filter knows no words.
///
/// @param entries all rows in their order; the first has the number 1
/// @param numbers of the entries, by what wrote them
/// @param rows what a filter would quote
/// @param told what a row says
/// @param insert puts this line into the text
record QuotePrompt(
        Words words,
        List<Entry> entries,
        Map<FactId, Integer> numbers,
        Function<String, List<Entry>> rows,
        Function<Entry, String> told,
        ZoneId zone,
        Predicate<String> insert)
        implements Prompt {
    private static final int MOST_OPTIONS = 100;
    private static final int MOST_ROWS = 100;
    private static final DateTimeFormatter CLOCK = DateTimeFormatter.ofPattern("HH:mm:ss", Locale.ROOT);
    private static final Pattern BLANKS = Pattern.compile("[\\s,]+");
    private static final Pattern NUMBER = Pattern.compile("\\d{1,6}");
    private static final Pattern RANGE = Pattern.compile("[\\d:T-]*(?:\\.\\.|…)[\\d:T-]*");

    /// What was typed.
    ///
    /// @param filter words of the directive
    private record Line(List<Entry> picked, List<String> filter, List<String> said) {}

    @Override
    public String title() {
        return words.get("paperquote.title");
    }

    @Override
    public String hint() {
        return words.get("paperquote.hint");
    }

    @Override
    public Reading read(String text) {
        Line line = line(text);
        List<Entry> found = filtered(line);
        List<Option> options = options(text, line, found);
        if (!line.picked().isEmpty()) {
            return ready(ids(line.picked()), line.picked().size(), options);
        }
        if (found.isEmpty()) {
            return new Wrong(words.get("paperquote.none"));
        }
        if (text.isBlank()) {
            return new Wanting(hint(), options);
        }
        if (!line.said().isEmpty() && found.size() > MOST_ROWS) {
            return new Wanting(words.get("paperquote.many", words.number(found.size())), options);
        }
        String filter = String.join(", ", line.filter());
        return ready(line.said().isEmpty() ? filter : ids(found), found.size(), options);
    }

    private Reading ready(String directive, int count, List<Option> options) {
        String line = "{timeline: " + directive + "}";
        return new Ready(
                words.get("paperquote.go", words.number(count)),
                List.of(),
                options,
                () -> CompletableFuture.completedFuture(
                        insert.test(line)
                                ? new Done(words.get("paperquote.done", words.number(count)))
                                : new Refused(words.get("postmortem.full"))));
    }

    private static String ids(List<Entry> rows) {
        return rows.stream().map(entry -> entry.id().toString()).collect(Collectors.joining(" "));
    }

    private Line line(String text) {
        var picked = new ArrayList<Entry>();
        var filter = new ArrayList<String>();
        var said = new ArrayList<String>();
        for (String word : BLANKS.split(text.strip(), -1)) {
            Optional<Entry> row = row(word);
            Optional<String> known = known(word);
            if (word.isEmpty()) {
                continue;
            }
            if (row.isPresent()) {
                picked.add(row.get());
            } else if (known.isPresent()) {
                filter.add(known.get());
            } else {
                said.add(word.toLowerCase(words.locale()));
            }
        }
        return new Line(picked, filter, said);
    }

    private Optional<Entry> row(String word) {
        if (!NUMBER.matcher(word).matches()) {
            return Optional.empty();
        }
        int number = Integer.parseInt(word);
        return number >= 1 && number <= entries.size() ? Optional.of(entries.get(number - 1)) : Optional.empty();
    }

    /// As the directive says it.
    private Optional<String> known(String word) {
        Optional<String> sign = Arrays.stream(EntryKind.values())
                .filter(kind -> !kind.sign().isEmpty() && kind.sign().equals(word))
                .map(kind -> words.kind(kind).toLowerCase(words.locale()))
                .findFirst();
        String plain = word.toLowerCase(Locale.ROOT);
        boolean mark = word.length() > 1 && (word.startsWith("#") || word.startsWith("@"));
        boolean pinned = plain.equals("pinned") || plain.equals("angeheftet");
        boolean range = word.length() > 2 && RANGE.matcher(word).matches();
        return sign.or(() -> mark || pinned || range ? Optional.of(word) : Optional.empty());
    }

    private List<Entry> filtered(Line line) {
        List<Entry> kept = line.filter().isEmpty() ? entries : rows.apply(String.join(", ", line.filter()));
        return line.said().isEmpty()
                ? kept
                : kept.stream()
                        .filter(entry -> {
                            String all = (told.apply(entry) + " " + entry.by().name()).toLowerCase(words.locale());
                            return line.said().stream().allMatch(all::contains);
                        })
                        .toList();
    }

    /// Taking one adds its number to the line, so that one goes on choosing.
    private List<Option> options(String text, Line line, List<Entry> found) {
        return found.stream()
                .filter(entry -> !line.picked().contains(entry))
                .limit(MOST_OPTIONS)
                .map(entry -> Option.of(
                        (text.strip() + " " + numbers.get(entry.id())).strip(),
                        CLOCK.format(entry.occurredAt().atZone(zone)) + "  " + Safe.line(told.apply(entry)),
                        String.valueOf(numbers.get(entry.id()))))
                .toList();
    }
}
