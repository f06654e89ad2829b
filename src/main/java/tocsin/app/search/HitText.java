package tocsin.app.search;

import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import tocsin.app.Safe;
import tocsin.app.Texts;

/// Hits as lines for a terminal: when, where, what, who and the words.
public final class HitText {
    private static final int TEXT_CHARS = 160;
    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm", Locale.ROOT);

    private HitText() {}

    public static String of(Hits hits, ZoneId zone, Texts texts) {
        if (hits.list().isEmpty()) {
            return texts.get("list.hits.none") + "\n";
        }
        var lines = new StringBuilder();
        hits.list().forEach(hit -> lines.append(line(hit, zone)).append('\n'));
        if (hits.total() > hits.list().size()) {
            Object total = hits.uncounted() ? hits.total() + "+" : hits.total();
            lines.append(texts.get("list.hits.more", hits.list().size(), total)).append('\n');
        }
        return lines.toString();
    }

    private static String line(Hit hit, ZoneId zone) {
        String struck = hit.traits().contains(Trait.STRUCK) ? "[struck] " : "";
        String by = hit.by().map(person -> Safe.line(person.name())).orElse("-");
        return "%s  %s  %-10s  %s: %s%s"
                .formatted(
                        MINUTE.format(hit.when().atZone(zone)),
                        hit.number(),
                        hit.kind().word(),
                        by,
                        struck,
                        Safe.cut(Safe.line(hit.text()), TEXT_CHARS));
    }
}
