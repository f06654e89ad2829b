package tocsin.app.postmortem;

import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import tocsin.app.Narration;
import tocsin.publish.paper.Block;
import tocsin.publish.paper.Block.Cell;
import tocsin.publish.paper.Lines;
import tocsin.publish.paper.Span;

/// How one document says times, tables and small lines.
final class Voice {
    private static final DateTimeFormatter MOMENT = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm xxx", Locale.ROOT);
    private static final DateTimeFormatter EXACT = DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss xxx", Locale.ROOT);

    private final Draft draft;

    Voice(Draft draft) {
        this.draft = draft;
    }

    /// `2026-11-21 14:05 +01:00`: a time without its offset is a riddle a week later.
    String moment(Instant instant) {
        return MOMENT.format(instant.atZone(draft.zone()));
    }

    String exact(Instant instant) {
        return EXACT.format(instant.atZone(draft.zone()));
    }

    String length(Duration time) {
        return time.isNegative() ? "-" + Narration.length(time.negated()) : Narration.length(time);
    }

    List<Block> line(String words) {
        return List.of(Block.Paragraph.of(Span.of(words, Span.Style.QUIET)));
    }

    Block title(String key) {
        return Block.Paragraph.of(Span.of(draft.texts().get(key), Span.Style.BOLD));
    }

    /// A table under its title; nothing at all when it has no rows.
    List<Block> table(String title, List<String> heads, List<List<Cell>> rows) {
        if (rows.isEmpty()) {
            return List.of();
        }
        return List.of(
                title(title),
                new Block.Table(
                        Collections.nCopies(heads.size(), Block.Align.LEFT),
                        heads.stream()
                                .map(key -> Cell.of(draft.texts().get(key)))
                                .toList(),
                        rows,
                        Lines.NONE));
    }

    /// Several points under a title.
    List<Block> points(String title, List<List<Span>> points) {
        if (points.isEmpty()) {
            return List.of();
        }
        var items = new ArrayList<Block.Item>();
        points.forEach(spans ->
                items.add(new Block.Item(Block.Tick.NONE, List.of(new Block.Paragraph(spans, Lines.NONE)))));
        return List.of(title(title), new Block.Bullets(items, Lines.NONE));
    }

    /// A name and its words.
    record Field(String name, String words) {}

    Field field(String key, String words) {
        return new Field(draft.texts().get(key), words);
    }

    /// Each name in bold before its words; a part without words is left out.
    List<Block> fields(String title, List<Field> fields) {
        return points(
                title,
                fields.stream()
                        .filter(field -> !field.words().isBlank())
                        .map(field -> List.of(Span.of(field.name() + ": ", Span.Style.BOLD), Span.of(field.words())))
                        .toList());
    }
}
