package tocsin.ui.timeline;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tocsin.app.CsvRefused;
import tocsin.app.EntryLine;
import tocsin.app.Safe;
import tocsin.app.TimeReader;
import tocsin.app.TimeReading;
import tocsin.app.TimelineCsv;
import tocsin.base.PersonId;
import tocsin.domain.incident.IncidentCommand.AddEntry;
import tocsin.domain.timeline.EntryKind;
import tocsin.ui.kit.Words;

/// Several entries out of one text: each of its lines with the signs and times of the entry line, or the rows of a
/// table. With faults, nothing may be written.
///
/// @param whole the text itself, to be taken as one entry
record Batch(List<Inlet.Line> lines, List<String> faults, Inlet.Line whole) {
    static final int MOST_LINES = 2_000;

    private static final Duration AHEAD = Duration.ofMinutes(1);

    /// Reads for one who sits somewhere and is somebody.
    record Reader(Instant now, ZoneId zone, PersonId operator, Words words) {
        Batch read(String text) {
            return isTable(text) ? table(text) : lines(text);
        }

        /// Quotation marks, commas and line ends as spreadsheets write them.
        Batch table(String text) {
            try {
                return whole(
                        text,
                        TimelineCsv.read(text, now, zone, words.texts()).stream()
                                .map(this::line)
                                .toList(),
                        List.of());
            } catch (CsvRefused refused) {
                return whole(text, List.of(), refused.faults());
            }
        }

        private Batch lines(String text) {
            var lines = new ArrayList<Inlet.Line>();
            var faults = new ArrayList<String>();
            var reader = new TimeReader(now, zone);
            List<String> all = text.lines().toList();
            for (int i = 0; i < all.size(); i++) {
                if (!all.get(i).isBlank()) {
                    EntryLine read = reader.splitPrefix(all.get(i));
                    Optional<String> wrong = wrong(read);
                    int number = i + 1;
                    wrong.ifPresentOrElse(
                            why -> faults.add(words.get("paste.fault", words.number(number), why)),
                            () -> lines.add(line(read)));
                }
            }
            return whole(text, lines, faults);
        }

        private Optional<String> wrong(EntryLine read) {
            return switch (read.when().orElse(null)) {
                case TimeReading.Unreadable(var why) -> Optional.of(words.refusal(why));
                case TimeReading.Read time
                when time.instant().isAfter(now.plus(AHEAD)) ->
                    Optional.of(words.get("paste.future", time.words(words.texts())));
                case null, default ->
                    read.text().length() > EntryModel.MOST_CHARS
                            ? Optional.of(words.get(
                                    "paste.line",
                                    words.number(read.text().length()),
                                    words.number(EntryModel.MOST_CHARS)))
                            : Optional.empty();
            };
        }

        private Batch whole(String text, List<Inlet.Line> lines, List<String> faults) {
            EntryLine read = new TimeReader(now, zone).splitPrefix(text);
            Inlet.Line one = wrong(read).isPresent()
                    ? new Inlet.Line(new AddEntry(EntryKind.NOTE, text.strip()), Optional.empty())
                    : line(read);
            return lines.size() > MOST_LINES
                    ? new Batch(
                            List.of(),
                            List.of(words.get("paste.many", words.number(lines.size()), words.number(MOST_LINES))),
                            one)
                    : new Batch(List.copyOf(lines), List.copyOf(faults), one);
        }

        private static Inlet.Line line(EntryLine read) {
            return new Inlet.Line(
                    new AddEntry(read.kind(), read.text()),
                    read.when().map(time -> ((TimeReading.Read) time).instant()));
        }

        /// Who writes it down is the operator; whose words they were stands in front of them.
        private Inlet.Line line(TimelineCsv.Line row) {
            AddEntry entry = row.by()
                    .filter(by -> !by.equals(operator))
                    .map(by -> new AddEntry(
                            row.entry().kind(), by.name() + ": " + row.entry().text()))
                    .orElse(row.entry());
            return new Inlet.Line(entry, Optional.of(row.occurredAt()));
        }
    }

    /// Its first line names the columns.
    static boolean isTable(String text) {
        String first = text.lines().findFirst().orElse("");
        List<String> columns = Arrays.stream(first.split("[\t,;]", -1))
                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                .map(name -> name.replace("\uFEFF", "").replace("\"", ""))
                .toList();
        return columns.contains("time") && columns.contains("text");
    }

    boolean sound() {
        return faults.isEmpty() && !lines.isEmpty();
    }

    /// The first of them, as they will read.
    List<String> preview(int most, Times times) {
        return lines.stream()
                .limit(most)
                .map(line -> line.occurredAt().map(at -> times.clock(at) + "  ").orElse("")
                        + sign(line.entry().kind())
                        + Safe.cut(Safe.line(line.entry().text()), 90))
                .toList();
    }

    private static String sign(EntryKind kind) {
        return kind.sign().isEmpty() ? "" : kind.sign() + " ";
    }
}
