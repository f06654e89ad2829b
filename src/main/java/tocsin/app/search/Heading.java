package tocsin.app.search;

import tocsin.base.IncidentId;
import tocsin.domain.incident.Incident;
import tocsin.domain.incident.Phase;
import tocsin.domain.severity.Severity;

/// What is known by heart of an incident, so that a change of its level or state touches one document and not all of
/// its
/// lines.
record Heading(IncidentId id, String title, Severity severity, Phase state) {
    static Heading of(Incident incident) {
        return new Heading(incident.id(), incident.title(), incident.severity(), incident.phase());
    }

    boolean fits(Query query) {
        return (query.severities().isEmpty() || query.severities().contains(severity))
                && (query.states().isEmpty() || query.states().contains(state))
                && (query.incidents().isEmpty() || query.incidents().stream().anyMatch(this::isNumbered));
    }

    /// `INC-2026-1121-003` is also meant by `1121-003` and, while it is typed, by `1121-0`.
    private boolean isNumbered(String part) {
        String key = id.value().toUpperCase(java.util.Locale.ROOT);
        return ("-" + key).contains("-" + part);
    }
}
