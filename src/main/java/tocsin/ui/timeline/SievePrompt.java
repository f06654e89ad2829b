package tocsin.ui.timeline;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import tocsin.app.Safe;
import tocsin.domain.timeline.Entry;
import tocsin.domain.timeline.EntryKind;
import tocsin.ui.kit.Prompt;
import tocsin.ui.kit.Words;

/// Which entries are shown, in a few signs: `= >` kinds, `@okafor`, `#db`, `*` pinned, `+` what acts logged, words.
record SievePrompt(TimelineModel model, Words words) implements Prompt {
    private static final List<EntryKind> KINDS =
            List.of(EntryKind.DECISION, EntryKind.ACTION, EntryKind.HYPOTHESIS, EntryKind.QUESTION, EntryKind.TODO);
    private static final int LOOKED_AT = 3_000;
    private static final int MOST = 40;

    @Override
    public String title() {
        return words.get("sieve.title");
    }

    @Override
    public String hint() {
        return words.get("sieve.hint");
    }

    @Override
    public Reading read(String text) {
        Sieve sieve = parse(text);
        boolean narrow = sieve.narrows() || sieve.kinds().contains(EntryKind.SYSTEM);
        return new Ready(
                narrow ? words.get("sieve.ready", parts(sieve, words)) : words.get("sieve.all"),
                List.of(),
                options(text),
                () -> {
                    model.sift(sieve);
                    return CompletableFuture.completedFuture(new Done(""));
                });
    }

    static Sieve parse(String text) {
        var kinds = EnumSet.noneOf(EntryKind.class);
        Optional<String> by = Optional.empty();
        Optional<String> tag = Optional.empty();
        Sieve.Pins pins = Sieve.Pins.ALL;
        boolean system = false;
        var plain = new ArrayList<String>();
        for (String token : text.strip().split("\\s+", -1)) {
            if (token.length() > 1 && token.startsWith("@")) {
                by = Optional.of(token.substring(1));
            } else if (token.length() > 1 && token.startsWith("#")) {
                tag = Optional.of(token.substring(1));
            } else if (token.chars().allMatch(sign -> "=>~?!.*+@#".indexOf(sign) >= 0)) {
                token.chars().forEach(sign -> kind(sign).ifPresent(kinds::add));
                pins = token.indexOf('*') >= 0 ? Sieve.Pins.ONLY : pins;
                system |= token.indexOf('+') >= 0;
            } else {
                plain.add(token);
            }
        }
        if (kinds.isEmpty()) {
            kinds.addAll(Sieve.PEOPLE.kinds());
        }
        if (system) {
            kinds.add(EntryKind.SYSTEM);
        }
        return new Sieve(
                kinds, by, tag, plain.isEmpty() ? Optional.empty() : Optional.of(String.join(" ", plain)), pins);
    }

    private static Optional<EntryKind> kind(int sign) {
        return sign == '.'
                ? Optional.of(EntryKind.NOTE)
                : KINDS.stream().filter(kind -> kind.sign().charAt(0) == sign).findFirst();
    }

    /// What it lets through: `Only decision, by okafor`.
    static String told(Sieve sieve, Words words) {
        return words.get("sieve.told", parts(sieve, words));
    }

    private static String parts(Sieve sieve, Words words) {
        var parts = new ArrayList<String>();
        if (!sieve.kinds().containsAll(Sieve.PEOPLE.kinds())) {
            Stream.of(EntryKind.values())
                    .filter(kind -> kind != EntryKind.SYSTEM && sieve.kinds().contains(kind))
                    .map(words::kind)
                    .forEach(parts::add);
        }
        if (sieve.pins() == Sieve.Pins.ONLY) {
            parts.add(words.get("sieve.pinned"));
        }
        sieve.by().map(Safe::line).ifPresent(name -> parts.add(words.get("sieve.by", name)));
        sieve.tag().map(Safe::line).ifPresent(name -> parts.add("#" + name));
        sieve.words().map(Safe::line).ifPresent(some -> parts.add(words.get("sieve.words", some)));
        if (sieve.kinds().contains(EntryKind.SYSTEM)) {
            parts.add(words.get("sieve.system"));
        }
        return String.join(", ", parts);
    }

    private List<Option> options(String text) {
        int cut = text.lastIndexOf(' ') + 1;
        String front = text.substring(0, cut);
        String begun = text.substring(cut).toLowerCase(Locale.ROOT);
        Set<String> names = begun.startsWith("@") ? people() : begun.startsWith("#") ? tags() : Set.of();
        return names.stream()
                .filter(name -> name.toLowerCase(Locale.ROOT).startsWith(begun))
                .limit(MOST)
                .map(name -> Option.of(front + name + " ", Safe.line(name), ""))
                .toList();
    }

    /// By the last word of their names, since a blank ends a name here.
    private Set<String> people() {
        var names = new TreeSet<String>();
        recent().forEach(entry ->
                names.add("@" + entry.by().name().substring(entry.by().name().lastIndexOf(' ') + 1)));
        return names;
    }

    private Set<String> tags() {
        var names = new TreeSet<String>();
        recent().forEach(entry -> entry.words().tags().forEach(tag -> names.add("#" + tag)));
        return names;
    }

    private Stream<Entry> recent() {
        List<Row> rows = model.getRows();
        return rows.subList(Math.max(0, rows.size() - LOOKED_AT), rows.size()).stream()
                .flatMap(row -> row instanceof Row.Line(var entry, var _) ? Stream.of(entry) : Stream.of());
    }
}
