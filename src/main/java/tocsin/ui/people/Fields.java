package tocsin.ui.people;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// What stands between the commas of a line. A part that has a comma of its own stands in quotes.
///
/// @param last where the last part begins in the text
record Fields(String text, List<String> parts, int last) {
    static Fields of(String text) {
        var parts = new ArrayList<String>();
        var part = new StringBuilder();
        boolean quoted = false;
        int last = 0;
        for (int at = 0; at < text.length(); at++) {
            char sign = text.charAt(at);
            if (sign == '"') {
                quoted = !quoted;
            } else if (sign == ',' && !quoted) {
                parts.add(part.toString().strip());
                part.setLength(0);
                last = at + 1;
            } else {
                part.append(sign);
            }
        }
        parts.add(part.toString().strip());
        return new Fields(text, List.copyOf(parts), last);
    }

    static String join(List<String> parts) {
        int end = parts.size();
        while (end > 1 && parts.get(end - 1).isEmpty()) {
            end--;
        }
        return parts.subList(0, end).stream()
                .map(part -> part.contains(",") ? '"' + part + '"' : part)
                .collect(Collectors.joining(", "));
    }

    /// Empty where nothing was written.
    String get(int index) {
        return index < parts.size() ? parts.get(index) : "";
    }

    /// The one that is being typed.
    int here() {
        return parts.size() - 1;
    }

    /// The text with its last part replaced.
    String with(String part) {
        return text.substring(0, last) + (last == 0 ? "" : " ") + (part.contains(",") ? '"' + part + '"' : part);
    }
}
