package tocsin.publish;

import java.time.Instant;
import java.util.List;

/// What stands on one printed page, told in full: the printing adds no word of its own.
///
/// @param label what kind of page it is, over the title
/// @param head a line each, under the title
/// @param beside two sections that stand side by side
/// @param below sections over the whole width
/// @param foot when, by what and for whom it was made
/// @param missing said at the foot when a letter has no printed form
public record Page(
        String label,
        String title,
        List<String> head,
        Beside beside,
        List<Section> below,
        String foot,
        String missing,
        Instant made) {
    public Page {
        head = List.copyOf(head);
        below = List.copyOf(below);
    }

    public record Beside(Section left, Section right) {}

    public record Section(String title, List<Row> rows) {
        public Section {
            rows = List.copyOf(rows);
        }
    }

    /// One line of a section.
    ///
    /// @param about what leads the row, such as a time or a role; may be empty
    public record Row(String about, String text) {}
}
