package tocsin.app;

import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/// A table of text with a row of headings, as spreadsheets write it. A byte order mark, blank lines and either line end
/// are welcome; tabs and semicolons are too, since spreadsheets copy the one
/// and half of Europe's write the other.
record CsvTable(List<String> columns, List<Row> rows) {
    static final int MOST_CHARS = 16 << 20;

    /// @param line the line of the file on which the row ends
    record Row(long line, Map<String, String> cells) {
        String cell(String column) {
            return cells.getOrDefault(column, "").strip();
        }

        boolean isBlank() {
            return cells.values().stream().allMatch(String::isBlank);
        }
    }

    /// Throws with one line when the text is no such table.
    static CsvTable read(String text) throws CsvRefused {
        String plain = text.startsWith("\uFEFF") ? text.substring(1) : text;
        if (plain.length() > MOST_CHARS) {
            throw new CsvRefused(List.of("the file is larger than " + (MOST_CHARS >> 20) + " MB"));
        }
        String first = plain.lines().findFirst().orElse("");
        CSVFormat format = CSVFormat.RFC4180
                .builder()
                .setDelimiter(delimiter(first))
                .setIgnoreEmptyLines(true)
                .get();
        try (CSVParser parser = CSVParser.parse(new StringReader(plain), format)) {
            var rows = new ArrayList<Row>();
            List<String> columns = List.of();
            for (CSVRecord each : parser) {
                if (columns.isEmpty()) {
                    columns = each.stream()
                            .map(name -> name.strip().toLowerCase(Locale.ROOT))
                            .toList();
                } else {
                    var row = new Row(parser.getCurrentLineNumber(), cells(columns, each));
                    if (!row.isBlank()) {
                        rows.add(row);
                    }
                }
            }
            return new CsvTable(columns, List.copyOf(rows));
        } catch (IOException | UncheckedIOException | IllegalStateException broken) {
            throw new CsvRefused(List.of("the file is no CSV: " + Safe.line(String.valueOf(broken.getMessage()))));
        }
    }

    /// What is copied out of a spreadsheet comes with tabs.
    private static char delimiter(String headings) {
        return headings.indexOf('\t') >= 0 ? '\t' : headings.indexOf(';') >= 0 && headings.indexOf(',') < 0 ? ';' : ',';
    }

    void require(String... needed) throws CsvRefused {
        for (String column : needed) {
            if (!columns.contains(column)) {
                throw new CsvRefused(List.of("line 1: there is no column \"" + column + "\"; the first line has to be "
                        + "a row of headings with at least " + String.join(",", needed)));
            }
        }
    }

    private static Map<String, String> cells(List<String> columns, CSVRecord row) {
        var cells = new HashMap<String, String>();
        for (int i = 0; i < Math.min(columns.size(), row.size()); i++) {
            cells.put(columns.get(i), row.get(i));
        }
        for (int i = columns.size(); i < row.size(); i++) {
            cells.put("column " + (i + 1), row.get(i));
        }
        return cells;
    }
}
