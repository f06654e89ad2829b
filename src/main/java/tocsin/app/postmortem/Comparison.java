package tocsin.app.postmortem;

import com.github.difflib.DiffUtils;
import com.github.difflib.algorithm.myers.MyersDiffWithLinearSpace;
import com.github.difflib.patch.AbstractDelta;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.regex.Pattern;
import tocsin.domain.prose.Prose;

/// A text as it stood beside the same text now: line by line, and within lines word by word. Pure and for any thread;
/// takes as long as the two differ, so not for the screen's.
public record Comparison(String now, List<Row> rows) {
    private static final Pattern TOKEN = Pattern.compile("[\\p{L}\\p{N}_]+|\\s|.", Pattern.DOTALL);
    private static final int LONGEST_LINE = 20_000;

    public Comparison {
        rows = List.copyOf(rows);
    }

    /// One line then and now. Those of one passage changed together.
    ///
    /// @param passage counted from 0; nothing where the line is the same
    public record Row(Optional<Line> then, Optional<Line> now, Optional<Passage> passage) {}

    public record Line(List<Part> parts) {
        public Line {
            parts = List.copyOf(parts);
        }
    }

    /// Words of a line, and whether the other side has them.
    public record Part(String words, Mark mark) {}

    public enum Mark {
        SAME,
        OTHER
    }

    /// What stood here and what stands there now.
    ///
    /// @param at where it begins in the text as it is now
    public record Passage(int number, int at, String then, String now) {}

    public static Comparison of(String then, String now) {
        List<String> before = lines(then);
        List<String> after = lines(now);
        BiPredicate<String, String> same = (one, other) -> bare(one).equals(bare(other));
        var rows = new ArrayList<Row>();
        int was = 0;
        int is = 0;
        int at = 0;
        int number = 0;
        for (Edit edit : edits(before, after, same)) {
            while (was < edit.from()) {
                rows.add(unchanged(before.get(was), after.get(is)));
                at += after.get(is).length();
                was++;
                is++;
            }
            List<String> gone = before.subList(edit.from(), edit.to());
            List<String> came = after.subList(edit.newFrom(), edit.newTo());
            var passage = new Passage(number++, at, String.join("", gone), String.join("", came));
            rows.addAll(changed(gone, came, passage));
            at += passage.now().length();
            was += gone.size();
            is += came.size();
        }
        while (was < before.size()) {
            rows.add(unchanged(before.get(was), after.get(is)));
            was++;
            is++;
        }
        return new Comparison(now, rows);
    }

    public List<Passage> passages() {
        return rows.stream().flatMap(row -> row.passage().stream()).distinct().toList();
    }

    /// What brings the words of this passage back, one change after the other; what is the same stays untouched.
    public List<Prose.Change> restoring(Passage passage) {
        String wanted = passage.then();
        if (passage.now().isEmpty()) {
            boolean end = passage.at() == now.length();
            wanted = end && !now.isEmpty() && !now.endsWith("\n")
                    ? "\n" + bare(wanted)
                    : end ? wanted : bare(wanted) + "\n";
        } else if (!wanted.isEmpty()) {
            wanted = bare(wanted) + (passage.now().endsWith("\n") ? "\n" : "");
        }
        var changes = new ArrayList<Prose.Change>();
        List<String> standing = tokens(passage.now());
        List<String> words = tokens(wanted);
        int at = passage.at();
        int token = 0;
        for (Edit edit : edits(standing, words, String::equals)) {
            while (token < edit.from()) {
                at += standing.get(token++).length();
            }
            String goes = joined(standing, edit.from(), edit.to());
            String comes = joined(words, edit.newFrom(), edit.newTo());
            changes.add(new Prose.Change(at, goes.length(), comes));
            at += comes.length();
            token = edit.to();
        }
        return changes;
    }

    /// All passages at once.
    public List<Prose.Change> restoring() {
        var changes = new ArrayList<Prose.Change>();
        // From the end, so that the places before it stay what they are.
        passages().reversed().forEach(passage -> changes.addAll(restoring(passage)));
        return changes;
    }

    private static List<Row> changed(List<String> gone, List<String> came, Passage passage) {
        var rows = new ArrayList<Row>();
        for (int i = 0; i < Math.max(gone.size(), came.size()); i++) {
            String then = i < gone.size() ? bare(gone.get(i)) : "";
            String now = i < came.size() ? bare(came.get(i)) : "";
            var left = new ArrayList<Part>();
            var right = new ArrayList<Part>();
            words(then, now, left, right);
            rows.add(new Row(
                    i < gone.size() ? Optional.of(new Line(left)) : Optional.empty(),
                    i < came.size() ? Optional.of(new Line(right)) : Optional.empty(),
                    Optional.of(passage)));
        }
        return rows;
    }

    private static void words(String then, String now, List<Part> left, List<Part> right) {
        if (then.isEmpty() || now.isEmpty() || then.length() + now.length() > LONGEST_LINE) {
            add(left, then, Mark.OTHER);
            add(right, now, Mark.OTHER);
            return;
        }
        List<String> before = tokens(then);
        List<String> after = tokens(now);
        int was = 0;
        int is = 0;
        for (Edit edit : edits(before, after, String::equals)) {
            add(left, joined(before, was, edit.from()), Mark.SAME);
            add(right, joined(after, is, edit.newFrom()), Mark.SAME);
            add(left, joined(before, edit.from(), edit.to()), Mark.OTHER);
            add(right, joined(after, edit.newFrom(), edit.newTo()), Mark.OTHER);
            was = edit.to();
            is = edit.newTo();
        }
        add(left, joined(before, was, before.size()), Mark.SAME);
        add(right, joined(after, is, after.size()), Mark.SAME);
    }

    private static String joined(List<String> parts, int from, int to) {
        return String.join("", parts.subList(from, to));
    }

    /// In the place of the first elements the new ones.
    private record Edit(int from, int to, int newFrom, int newTo) {}

    /// Neighbours are one: the library tells what went and what came apart.
    private static List<Edit> edits(List<String> before, List<String> after, BiPredicate<String, String> same) {
        var edits = new ArrayList<Edit>();
        for (AbstractDelta<String> delta : DiffUtils.diff(before, after, new MyersDiffWithLinearSpace<>(same))
                .getDeltas()) {
            int from = delta.getSource().getPosition();
            int newFrom = delta.getTarget().getPosition();
            var edit = new Edit(
                    from,
                    from + delta.getSource().size(),
                    newFrom,
                    newFrom + delta.getTarget().size());
            Edit last = edits.isEmpty() ? null : edits.getLast();
            if (last != null && last.to() == edit.from() && last.newTo() == edit.newFrom()) {
                edits.set(edits.size() - 1, new Edit(last.from(), edit.to(), last.newFrom(), edit.newTo()));
            } else {
                edits.add(edit);
            }
        }
        return edits;
    }

    private static void add(List<Part> parts, String words, Mark mark) {
        if (!words.isEmpty()) {
            parts.add(new Part(words, mark));
        }
    }

    private static Row unchanged(String then, String now) {
        return new Row(Optional.of(plain(then)), Optional.of(plain(now)), Optional.empty());
    }

    private static Line plain(String line) {
        return new Line(List.of(new Part(bare(line), Mark.SAME)));
    }

    /// With the sign at its end, so that all lines together are the text.
    private static List<String> lines(String text) {
        var lines = new ArrayList<String>();
        int at = 0;
        while (at < text.length()) {
            int end = text.indexOf('\n', at);
            int next = end < 0 ? text.length() : end + 1;
            lines.add(text.substring(at, next));
            at = next;
        }
        return lines;
    }

    private static String bare(String line) {
        return line.endsWith("\n") ? line.substring(0, line.length() - 1) : line;
    }

    private static List<String> tokens(String text) {
        return TOKEN.matcher(text).results().map(match -> match.group()).toList();
    }
}
