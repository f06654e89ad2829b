package tocsin.domain.organisation;

import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import tocsin.domain.Recorded;

/// All facts of the organisation in the order every desk folds them, with the picture they fold to. Facts may be added
/// in any order and more than once. Confined to one thread.
public final class OrganisationHistory {
    private final TreeSet<Recorded> facts = new TreeSet<>(Recorded.ORDER);
    private @Nullable OrganisationFold fold = new OrganisationFold();

    public OrganisationHistory copy() {
        var copy = new OrganisationHistory();
        copy.facts.addAll(facts);
        copy.fold = null;
        return copy;
    }

    /// Returns false when it was here already, or is about something else.
    public boolean add(Recorded recorded) {
        if (!(recorded.fact() instanceof OrganisationFact fact)) {
            return false;
        }
        boolean next = facts.isEmpty() || Recorded.ORDER.compare(recorded, facts.last()) > 0;
        if (!facts.add(recorded)) {
            return false;
        }
        if (next && fold != null) {
            fold.apply(recorded, fact);
        } else {
            fold = null;
        }
        return true;
    }

    public int size() {
        return facts.size();
    }

    public Organisation now() {
        OrganisationFold current = fold;
        if (current == null) {
            current = new OrganisationFold();
            for (Recorded each : facts) {
                if (each.fact() instanceof OrganisationFact fact) {
                    current.apply(each, fact);
                }
            }
            fold = current;
        }
        return current.organisation();
    }
}
