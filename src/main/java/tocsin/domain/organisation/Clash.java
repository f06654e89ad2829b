package tocsin.domain.organisation;

import tocsin.base.FactId;
import tocsin.base.PersonId;

/// Two people set the same thing while apart. The later one holds; this says so until somebody sets it once more.
///
/// @param subject what it was about: `person ANA`, `team payments`, `service checkout`, `setting updates.sev1`
/// @param fact the fact that found another word than its author had seen
public record Clash(String subject, FactId fact, PersonId by) {}
