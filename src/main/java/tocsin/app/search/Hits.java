package tocsin.app.search;

import java.util.List;

/// What was found, the best first and the newest first among equals, and how many there are in all.
///
/// @param total counted up to [#MOST_COUNTED]: going on would take longer than anybody waits for it
public record Hits(List<Hit> list, long total) {
    public static final long MOST_COUNTED = 10_000;
    public static final Hits NONE = new Hits(List.of(), 0);

    public Hits {
        list = List.copyOf(list);
        total = Math.min(total, MOST_COUNTED);
    }

    /// There are at least so many as were counted.
    public boolean uncounted() {
        return total == MOST_COUNTED;
    }
}
