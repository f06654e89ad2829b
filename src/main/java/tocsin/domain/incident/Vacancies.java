package tocsin.domain.incident;

import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import tocsin.domain.clock.Lapse;
import tocsin.domain.roster.Role;
import tocsin.domain.roster.Span;
import tocsin.domain.roster.Term;
import tocsin.domain.severity.IncidentType;
import tocsin.domain.severity.Severity;

/// Roles that the level, the type and the length of an incident ask for and nobody holds. Advice, never a gate.
public final class Vacancies {
    private static final Duration DEPUTY_AFTER = Duration.ofMinutes(60);
    private static final Duration PLANNING_AFTER = Duration.ofHours(4);

    private Vacancies() {}

    /// In the order of the roles, most pressing first.
    public static List<Role> needed(Incident incident, Instant now) {
        if (!incident.phase().responding()) {
            return List.of();
        }
        Set<Role> asked = asked(incident, now);
        incident.crew().current().stream()
                .filter(term -> counts(incident, term))
                .map(Term::role)
                .forEach(asked::remove);
        return List.copyOf(asked);
    }

    /// On SEV-1 and SEV-2 the commander needs free hands: another role left with the commander is as good as empty.
    private static boolean counts(Incident incident, Term term) {
        return term.role() == Role.COMMANDER
                || !incident.severity().isAtLeast(Severity.SEV2)
                || !incident.crew().holds(term.person(), Role.COMMANDER);
    }

    private static Set<Role> asked(Incident incident, Instant now) {
        Duration running = Lapse.between(incident.roundBegan(), now);
        var asked = EnumSet.of(Role.COMMANDER);
        if (incident.severity().isAtLeast(Severity.SEV2)) {
            asked.addAll(List.of(Role.SCRIBE, Role.OPERATIONS, Role.COMMUNICATIONS));
            if (running.compareTo(PLANNING_AFTER) > 0) {
                asked.add(Role.PLANNING);
            }
        }
        if (incident.severity() == Severity.SEV1) {
            asked.addAll(List.of(Role.DEPUTY, Role.CUSTOMER_LIAISON, Role.INTERNAL_LIAISON));
        } else if (incident.severity() == Severity.SEV2) {
            if (running.compareTo(DEPUTY_AFTER) > 0) {
                asked.add(Role.DEPUTY);
            }
            if (incident.updates().stream().anyMatch(update -> update.audience() == Audience.PUBLIC)) {
                asked.add(Role.CUSTOMER_LIAISON);
            }
        }
        if (incident.crew().span() == Span.OVERWHELMED) {
            asked.add(Role.TEAM_LEAD);
        }
        if (incident.type() == IncidentType.SECURITY) {
            asked.addAll(List.of(Role.SECURITY_LEAD, Role.CUSTODIAN, Role.LEGAL));
        } else if (incident.type() == IncidentType.DATA) {
            asked.addAll(List.of(Role.LEGAL, Role.PRIVACY_OFFICER));
        }
        return asked;
    }
}
