package tocsin.ui.postmortem;

import java.util.Arrays;

/// Where the fences of code stand in a text, kept up with every change, so that a paragraph far down knows whether it
/// is code without a walk through all above it. A fence is told from the first three letters of its line.
final class Fences {
    private static final String FENCE = "```";

    private int[] begins = new int[16];
    private int count;

    /// Gives a stretch of the text as it is now.
    interface Text {
        String of(int from, int to);
    }

    /// The text is another.
    void read(String text) {
        count = 0;
        scan(text, 0, 0, text.length());
    }

    /// So many chars went and so many came at this place.
    ///
    /// @param line where the line of that place begins
    /// @param length of the whole text, now
    /// @return whether what stands below is code now that was none, or the other way round
    boolean changed(int line, int at, int removed, int added, int length, Text text) {
        int first = firstFrom(line);
        int behind = firstFrom(at + removed + 1);
        int[] below = Arrays.copyOfRange(begins, behind, count);
        int gone = behind - first;
        count = first;
        int end = at + added;
        scan(text.of(line, Math.min(length, end + FENCE.length())), line, line, end);
        int come = count - first;
        for (int begin : below) {
            add(begin + added - removed);
        }
        return (gone - come) % 2 != 0;
    }

    /// Whether this place, where a line begins, stands within a block of code.
    boolean open(int place) {
        return firstFrom(place) % 2 != 0;
    }

    int size() {
        return count;
    }

    /// Lines that begin from the one place to the other, of words that stand at `offset`.
    private void scan(String words, int offset, int from, int to) {
        int line = from;
        while (line >= 0 && line <= to) {
            if (words.startsWith(FENCE, line - offset)) {
                add(line);
            }
            int newline = words.indexOf('\n', line - offset);
            line = newline < 0 ? -1 : newline + 1 + offset;
        }
    }

    private void add(int begin) {
        if (count == begins.length) {
            begins = Arrays.copyOf(begins, count * 2);
        }
        begins[count++] = begin;
    }

    /// How many begin before this place.
    private int firstFrom(int place) {
        int found = Arrays.binarySearch(begins, 0, count, place);
        return found < 0 ? -found - 1 : found;
    }
}
