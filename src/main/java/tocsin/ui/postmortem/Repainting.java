package tocsin.ui.postmortem;

import java.util.ArrayList;
import java.util.List;
import tocsin.domain.prose.Prose;

/// What an editor changes to show a text whose words were painted over, each letter in its place, so that neither the
/// caret nor what is seen moves.
final class Repainting {
    private Repainting() {}

    static List<Prose.Change> of(String old, String now) {
        if (old.equals(now)) {
            return List.of();
        }
        if (old.length() != now.length()) {
            return List.of(new Prose.Change(0, old.length(), now));
        }
        var changes = new ArrayList<Prose.Change>();
        int at = 0;
        while (at < old.length()) {
            int end = at;
            while (end < old.length() && old.charAt(end) != now.charAt(end)) {
                end++;
            }
            if (end > at) {
                changes.add(new Prose.Change(at, end - at, now.substring(at, end)));
            }
            at = Math.max(at + 1, end);
        }
        return changes;
    }
}
