package tocsin.app;

import java.util.List;
import tocsin.base.IncidentId;

/// Which incident somebody meant.
public sealed interface Found {
    record One(IncidentId id) implements Found {}

    record None() implements Found {}

    /// Desks that counted apart gave the same number; the full keys tell them apart.
    record Several(List<IncidentId> ids) implements Found {}
}
