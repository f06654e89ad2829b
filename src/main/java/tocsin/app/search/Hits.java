package tocsin.app.search;

import java.util.List;

/// What was found, the best first and the newest first among equals, and how many there are in all.
public record Hits(List<Hit> list, long total) {
    public static final Hits NONE = new Hits(List.of(), 0);

    public Hits {
        list = List.copyOf(list);
    }
}
