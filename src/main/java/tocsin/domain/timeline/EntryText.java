package tocsin.domain.timeline;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// What a line of text says about itself: `#tags`, `@people`, `INC-...` links, web addresses and how sure it is.
public record EntryText(String text) {
    private static final Pattern TAG = Pattern.compile("(?<![\\p{Alnum}#])#([\\p{L}\\p{N}_-]{1,60})");
    private static final Pattern MENTION = Pattern.compile("(?<![\\p{Alnum}@])@([\\p{L}\\p{N}._-]{1,60})");
    private static final Pattern INCIDENT = Pattern.compile("\\bINC-\\d{4}-\\d{4}-\\d{3,6}\\b");
    private static final Pattern ADDRESS = Pattern.compile("\\bhttps?://\\S{3,2000}");
    private static final Pattern CONFIDENCE =
            Pattern.compile("\\bconfidence:? (low|medium|high)\\b|\\b(low|medium|high) confidence\\b");
    private static final Pattern NOBODY = Pattern.compile(
            "\\b(can|could|would) (someone|somebody|anyone|anybody)\\b|\\bsomeone (should|needs to|please)\\b");

    public List<String> tags() {
        return groups(TAG, 1);
    }

    public List<String> mentions() {
        return groups(MENTION, 1);
    }

    public List<String> incidents() {
        return groups(INCIDENT, 0);
    }

    public List<String> addresses() {
        return groups(ADDRESS, 0);
    }

    /// Where a tag, a person or an address stands among the words.
    public record Mark(int start, int end) {}

    /// All of them in the order of the text, none over another.
    public List<Mark> marks() {
        var found = new ArrayList<Mark>();
        for (Pattern pattern : List.of(TAG, MENTION, INCIDENT, ADDRESS)) {
            pattern.matcher(text).results().forEach(match -> found.add(new Mark(match.start(), match.end())));
        }
        found.sort(Comparator.comparingInt(Mark::start).thenComparing(Mark::end, Comparator.reverseOrder()));
        var apart = new ArrayList<Mark>();
        for (Mark mark : found) {
            if (apart.isEmpty() || mark.start() >= apart.getLast().end()) {
                apart.add(mark);
            }
        }
        return List.copyOf(apart);
    }

    public Optional<Confidence> confidence() {
        var match = CONFIDENCE.matcher(text.toLowerCase(Locale.ROOT));
        if (!match.find()) {
            return Optional.empty();
        }
        String word = match.group(1) != null ? match.group(1) : match.group(2);
        return Optional.of(Confidence.valueOf(word.toUpperCase(Locale.ROOT)));
    }

    /// A task said to nobody ("can someone look") is a task nobody does.
    public boolean asksNobody() {
        return NOBODY.matcher(text.toLowerCase(Locale.ROOT)).find();
    }

    private List<String> groups(Pattern pattern, int group) {
        var found = new ArrayList<String>();
        var match = pattern.matcher(text);
        while (match.find()) {
            if (!found.contains(match.group(group))) {
                found.add(match.group(group));
            }
        }
        return List.copyOf(found);
    }
}
