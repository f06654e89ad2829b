package tocsin.store;

import tocsin.base.IncidentId;
import tocsin.domain.roster.Term;

/// A term somebody held in an incident.
public record TermRow(IncidentId incident, Term term) {}
