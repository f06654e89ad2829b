package tocsin.app;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tocsin.domain.postmortem.ActionScore;
import tocsin.domain.postmortem.Hardens;

/// Actions of all incidents as a table for a terminal, and as the rows that `actions list --json` promises.
public final class ActionsText {
    private static final int TEXT_CHARS = 52;
    private static final int NAME_CHARS = 20;

    private ActionsText() {}

    public static String of(List<Lesson.Promise> promises, Instant now, Texts texts) {
        if (promises.isEmpty()) {
            return texts.get("list.actions.none") + "\n";
        }
        var rows = new ArrayList<List<String>>();
        rows.add(List.of(
                texts.get("list.id"),
                texts.get("list.action.due"),
                texts.get("list.state"),
                texts.get("list.action.owner"),
                texts.get("list.action.kind"),
                texts.get("list.action.score"),
                texts.get("list.action.text"),
                texts.get("list.action.id")));
        promises.forEach(promise -> rows.add(row(promise, now, texts)));
        int[] widths = new int[rows.getFirst().size()];
        for (List<String> row : rows) {
            for (int column = 0; column < widths.length; column++) {
                widths[column] = Math.max(widths[column], width(row.get(column)));
            }
        }
        return rows.stream().map(row -> aligned(row, widths) + "\n").collect(Collectors.joining());
    }

    private static List<String> row(Lesson.Promise promise, Instant now, Texts texts) {
        var item = promise.item();
        return List.of(
                promise.lesson().incident().number(),
                (promise.overdue(now) ? "! " : "  ") + item.due(),
                texts.name("action-status", item.status()),
                Safe.cut(Safe.line(item.owner().name()), NAME_CHARS),
                texts.name("action", item.kind()),
                score(promise).score() + "/" + ActionScore.MOST,
                Safe.cut(Safe.line(item.text()), TEXT_CHARS),
                item.id().toString());
    }

    static ActionScore score(Lesson.Promise promise) {
        return ActionScore.of(
                promise.item(), promise.lesson().severity(), promise.lesson().zone());
    }

    private static String aligned(List<String> row, int[] widths) {
        var line = new StringBuilder();
        for (int column = 0; column < widths.length; column++) {
            String cell = row.get(column);
            line.append(cell).append(" ".repeat(widths[column] - width(cell) + 2));
        }
        return line.toString().stripTrailing();
    }

    private static int width(String cell) {
        return cell.codePointCount(0, cell.length());
    }

    public static List<Map<String, @Nullable Object>> tree(List<Lesson.Promise> promises, Instant now) {
        return promises.stream().map(promise -> tree(promise, now).map()).toList();
    }

    private static Tree tree(Lesson.Promise promise, Instant now) {
        var item = promise.item();
        return new Tree()
                .put("incident", promise.lesson().incident().number())
                .put("key", promise.lesson().incident())
                .put("title", promise.lesson().title())
                .put("severity", promise.lesson().severity().level())
                .put("state", promise.lesson().phase().name())
                .put("id", item.id())
                .put("kind", item.kind())
                .put("text", item.text())
                .put("owner", item.owner())
                .put("due", item.due())
                .put("overdue", promise.overdue(now))
                .put("measure", item.measure())
                .put("status", item.status())
                .putUnlessEmpty("outcome", item.outcome())
                .promise("priority", item.ties().priority().map(Tree::word))
                .putUnlessEmpty("ticket", item.ties().ticket())
                .putUnlessEmpty("factor", item.ties().factor())
                .put("hardens", item.ties().hardens() == Hardens.A_RULE)
                .promise("verifiedBy", item.verified().map(seen -> seen.by()))
                .put("score", score(promise).score());
    }
}
