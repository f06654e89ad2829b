package tocsin.ui.timeline;

import java.time.LocalDate;
import tocsin.domain.timeline.Entry;

/// One row of the timeline.
public sealed interface Row {
    /// The line between two days.
    record Day(LocalDate date) implements Row {}

    /// An entry; `told` is what it reads, which for one that an act logged by itself is told in the reader's language.
    record Line(Entry entry, String told) implements Row {}
}
