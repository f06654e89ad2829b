package tocsin.ui.postmortem;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.regex.Pattern;
import tocsin.ui.postmortem.LineKeys.Caret;
import tocsin.ui.postmortem.LineKeys.Done;

/// What Enter and Tab do in a row of a table: Enter adds a row, Tab goes from cell to cell. Knows no node.
record TableKeys(IntFunction<String> lines, int count) {
    private static final Pattern RULE = Pattern.compile("\\s*\\|(?:\\s*:?-+:?\\s*\\|?)+\\s*");

    static boolean isRow(String line) {
        return line.stripLeading().startsWith("|");
    }

    /// Another row below, with as many cells; one without words ends the table. Below the heads comes their rule first.
    Optional<Done> enter(Caret caret) {
        String line = lines.apply(caret.line());
        if (caret.column() <= line.indexOf('|')) {
            return Optional.empty();
        }
        if (!isRule(line) && isBlank(line)) {
            return Optional.of(Done.of(caret.begin(), line.length(), "", caret.begin()));
        }
        return Optional.of(below(caret));
    }

    private Done below(Caret caret) {
        String line = lines.apply(caret.line());
        String next = caret.line() + 1 < count ? lines.apply(caret.line() + 1) : "";
        int end = caret.begin() + line.length();
        String rule = "";
        if (isRule(next)) {
            end += 1 + next.length();
        } else if (!isRule(line) && (caret.line() == 0 || !isRow(lines.apply(caret.line() - 1)))) {
            rule = "\n|" + "---|".repeat(columns(line));
        }
        String words = rule + "\n|" + "  |".repeat(columns(line));
        return Done.of(end, 0, words, end + rule.length() + 3);
    }

    /// The next cell, or the first one of a new row.
    Optional<Done> tab(Caret caret) {
        String line = lines.apply(caret.line());
        int next = cell(line, caret.column()) + 1;
        if (next < columns(line) && !isRule(line)) {
            return Optional.of(at(caret.begin(), line, next));
        }
        int begin = caret.begin() + line.length() + 1;
        for (int i = caret.line() + 1; i < count && isRow(lines.apply(i)); i++) {
            String row = lines.apply(i);
            if (!isRule(row)) {
                return Optional.of(at(begin, row, 0));
            }
            begin += row.length() + 1;
        }
        return Optional.of(below(caret));
    }

    /// The cell before; nothing before the first one of a table.
    Optional<Done> shiftTab(Caret caret) {
        String line = lines.apply(caret.line());
        int before = cell(line, caret.column()) - 1;
        if (before >= 0 && !isRule(line)) {
            return Optional.of(at(caret.begin(), line, before));
        }
        int begin = caret.begin();
        for (int i = caret.line() - 1; i >= 0 && isRow(lines.apply(i)); i--) {
            String row = lines.apply(i);
            begin -= row.length() + 1;
            if (!isRule(row)) {
                return Optional.of(at(begin, row, columns(row) - 1));
            }
        }
        return Optional.empty();
    }

    /// Behind the words of a cell.
    private static Done at(int begin, String line, int cell) {
        List<Integer> bars = bars(line);
        int from = bars.get(cell) + 1;
        int to = cell + 1 < bars.size() ? bars.get(cell + 1) : line.length();
        String words = line.substring(from, to);
        int behind = words.isBlank()
                ? Math.min(1, words.length())
                : words.stripTrailing().length();
        return new Done(List.of(), begin + from + behind);
    }

    private static boolean isRule(String line) {
        return line.contains("-") && RULE.matcher(line).matches();
    }

    private static boolean isBlank(String line) {
        return line.chars().allMatch(letter -> letter == '|' || Character.isWhitespace(letter));
    }

    /// The cell this column is in, counted from 0; -1 before the first.
    private static int cell(String line, int column) {
        return (int) bars(line).stream().filter(bar -> bar < column).count() - 1;
    }

    private static int columns(String line) {
        int bars = bars(line).size();
        return Math.max(1, line.stripTrailing().endsWith("|") && bars > 1 ? bars - 1 : bars);
    }

    /// Where cells begin and end; a bar behind a backslash is a letter.
    private static List<Integer> bars(String line) {
        var bars = new ArrayList<Integer>();
        for (int i = 0; i < line.length(); i++) {
            if (line.charAt(i) == '\\') {
                i++;
            } else if (line.charAt(i) == '|') {
                bars.add(i);
            }
        }
        return bars;
    }
}
