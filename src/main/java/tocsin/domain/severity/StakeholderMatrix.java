package tocsin.domain.severity;

import static tocsin.domain.severity.Stakeholder.CUSTOMER_SUPPORT;
import static tocsin.domain.severity.Stakeholder.ENGINEERING_LEADS;
import static tocsin.domain.severity.Stakeholder.EXECUTIVE_TEAM;
import static tocsin.domain.severity.Stakeholder.EXTERNAL_CUSTOMERS;
import static tocsin.domain.severity.Stakeholder.LEGAL;
import static tocsin.domain.severity.Stakeholder.ON_CALL_ENGINEERS;
import static tocsin.domain.severity.Stakeholder.PRIVACY_OFFICER;
import static tocsin.domain.severity.Stakeholder.SECURITY_TEAM;
import static tocsin.domain.severity.Stakeholder.VENDOR_MANAGER;

import java.util.Collections;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;

/// Who is told at which level: the plain matrix by level, and what the type of incident and the circumstances change.
public record StakeholderMatrix(Map<Severity, Set<Stakeholder>> byLevel) {

    /// What bears on who is told besides level and type.
    public enum Circumstance {
        REGULATED_CLOCK_RUNNING,
        LEGAL_RELEASED,
        COMMANDER_RELEASED
    }

    private static final Set<Circumstance> BOTH_RELEASES =
            Set.of(Circumstance.LEGAL_RELEASED, Circumstance.COMMANDER_RELEASED);

    public StakeholderMatrix {
        EnumMap<Severity, Set<Stakeholder>> copy = new EnumMap<>(Severity.class);
        byLevel.forEach((severity, groups) -> copy.put(severity, Set.copyOf(groups)));
        byLevel = Collections.unmodifiableMap(copy);
    }

    public static StakeholderMatrix shipped() {
        return new StakeholderMatrix(Map.of(
                Severity.SEV1,
                EnumSet.range(EXECUTIVE_TEAM, LEGAL),
                Severity.SEV2,
                EnumSet.range(EXECUTIVE_TEAM, SECURITY_TEAM),
                Severity.SEV3,
                EnumSet.of(ENGINEERING_LEADS, ON_CALL_ENGINEERS, CUSTOMER_SUPPORT, SECURITY_TEAM),
                Severity.SEV4,
                EnumSet.of(ON_CALL_ENGINEERS, SECURITY_TEAM)));
    }

    /// Before anything is released and while no regulated clock runs.
    public Set<Stakeholder> informed(Severity severity, IncidentType type) {
        return informed(severity, type, Set.of());
    }

    /// In the order in which [Stakeholder] lists them.
    public Set<Stakeholder> informed(Severity severity, IncidentType type, Set<Circumstance> circumstances) {
        EnumSet<Stakeholder> groups = wanted(severity, type, circumstances);
        groups.removeAll(heldBack(severity, type, circumstances));
        return Collections.unmodifiableSet(groups);
    }

    /// Those whom the level wants told but who wait until both Legal and the commander have released it.
    public Set<Stakeholder> heldBack(Severity severity, IncidentType type, Set<Circumstance> circumstances) {
        boolean waits = type.isConfidential()
                && wanted(severity, type, circumstances).contains(EXTERNAL_CUSTOMERS)
                && !circumstances.containsAll(BOTH_RELEASES);
        return waits ? Set.of(EXTERNAL_CUSTOMERS) : Set.of();
    }

    private EnumSet<Stakeholder> wanted(Severity severity, IncidentType type, Set<Circumstance> circumstances) {
        EnumSet<Stakeholder> groups = EnumSet.noneOf(Stakeholder.class);
        groups.addAll(byLevel.getOrDefault(severity, Set.of()));
        groups.addAll(addedBy(type));
        if (circumstances.contains(Circumstance.REGULATED_CLOCK_RUNNING)) {
            groups.add(LEGAL);
            groups.add(EXECUTIVE_TEAM);
        }
        return groups;
    }

    private static Set<Stakeholder> addedBy(IncidentType type) {
        return switch (type) {
            case SECURITY -> Set.of(LEGAL);
            case DATA -> Set.of(LEGAL, PRIVACY_OFFICER);
            case INTEGRATION -> Set.of(VENDOR_MANAGER);
            case OUTAGE, PERFORMANCE -> Set.of();
        };
    }
}
