package tocsin.app.postmortem;

import java.time.Instant;
import java.util.Comparator;
import java.util.Optional;
import tocsin.domain.prose.Manuscript;
import tocsin.domain.prose.Prose;

/// Knows from the manuscript when a stretch of a text was last written in. Confined to the manuscript's thread.
public final class Passages implements Draft.Quotes {
    private final Manuscript manuscript;

    public Passages(Manuscript manuscript) {
        this.manuscript = manuscript;
    }

    @Override
    public Optional<Instant> newest(String section, int from, int to) {
        return manuscript.section(section).passages().stream()
                .filter(passage -> passage.from() < to && from < passage.to())
                .map(Prose.Passage::at)
                .max(Comparator.naturalOrder());
    }
}
