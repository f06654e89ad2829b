package tocsin.domain.analysis;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import tocsin.base.FactId;
import tocsin.base.PersonId;

/// One node of a figure with those below it in their order. `rivals` is what others wrote at the same time, until
/// somebody who has seen them says it anew.
public record Node(
        FactId id,
        Figure figure,
        Optional<FactId> parent,
        int depth,
        Content content,
        List<Content> rivals,
        PersonId by,
        Instant at,
        List<FactId> children) {
    public String text() {
        return content.text();
    }

    public boolean isLeaf() {
        return children.isEmpty();
    }
}
