package tocsin.ui.timeline;

import java.util.List;
import tocsin.domain.timeline.Attachment;
import tocsin.domain.timeline.Entry;
import tocsin.domain.timeline.TimelineFact;

/// The files that an entry names; none when its words were erased.
final class RowFiles {
    private RowFiles() {}

    static List<Attachment> of(Entry entry) {
        return entry.source().fact() instanceof TimelineFact.EntryAdded added ? added.attachments() : List.of();
    }
}
