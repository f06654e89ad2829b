package tocsin.domain.organisation;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import tocsin.base.PersonId;
import tocsin.domain.checklist.Checklist;
import tocsin.domain.checklist.ChecklistText;
import tocsin.domain.checklist.Checklists;
import tocsin.domain.incident.Outcome;
import tocsin.domain.incident.Rules;
import tocsin.domain.roster.Role;
import tocsin.domain.severity.IncidentType;

/// The organisation as folded from its facts: an immutable picture of one moment. Teams and services are known by
/// their names without regard to case.
public record Organisation(
        Map<PersonId, Person> byPerson,
        Map<PersonId, PersonId> formerly,
        Map<String, Team> byTeam,
        Map<String, Service> byService,
        Map<String, String> set,
        Map<String, LastWord> lastSet,
        List<Clash> clashes) {

    public static final Organisation EMPTY =
            new Organisation(Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), Map.of(), List.of());

    public Organisation {
        byPerson = Collections.unmodifiableMap(new TreeMap<>(byPerson));
        formerly = Map.copyOf(formerly);
        byTeam = Collections.unmodifiableMap(new TreeMap<>(byTeam));
        byService = Collections.unmodifiableMap(new TreeMap<>(byService));
        set = Collections.unmodifiableMap(new TreeMap<>(set));
        lastSet = Collections.unmodifiableMap(new TreeMap<>(lastSet));
        clashes = List.copyOf(clashes);
    }

    /// Everybody who has not left, by name.
    public Collection<Person> people() {
        return byPerson.values();
    }

    public Collection<Team> teams() {
        return byTeam.values();
    }

    /// The names of all teams in small letters.
    public Set<String> teamNames() {
        return teams().stream()
                .map(team -> team.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.toUnmodifiableSet());
    }

    public Collection<Service> services() {
        return byService.values();
    }

    /// By the name of today or by one from before.
    public Optional<Person> person(PersonId id) {
        return Optional.ofNullable(byPerson.get(id)).or(() -> Optional.ofNullable(byPerson.get(today(formerly, id))));
    }

    /// What somebody is called now; names may have gone round, so no further than there are names.
    static PersonId today(Map<PersonId, PersonId> formerly, PersonId name) {
        PersonId now = name;
        for (int step = 0; step < formerly.size(); step++) {
            PersonId next = formerly.get(now);
            if (next == null) {
                return now;
            }
            now = next;
        }
        return now;
    }

    /// The person with these initials, as typed behind an `@`.
    public Optional<Person> initials(String initials) {
        return initials.isBlank()
                ? Optional.empty()
                : people().stream()
                        .filter(person -> person.initials().equalsIgnoreCase(initials.strip()))
                        .findFirst();
    }

    public Optional<Team> team(String name) {
        return Optional.ofNullable(byTeam.get(folded(name)));
    }

    public Optional<Service> service(String name) {
        return Optional.ofNullable(byService.get(folded(name)));
    }

    /// What holds now: the value that was set, where this version can read it, else the shipped one.
    public String value(Setting setting) {
        String value = set.get(setting.key());
        return value != null && setting.accepts(value) ? value : setting.shipped();
    }

    public boolean isShipped(Setting setting) {
        String value = set.get(setting.key());
        return value == null || !setting.accepts(value);
    }

    /// What this organisation calls the role, where it has a word of its own.
    public Optional<String> roleName(Role role) {
        return Values.name(value(Setting.role(role)));
    }

    /// The role that the organisation calls so.
    public Optional<Role> roleNamed(String name) {
        return Arrays.stream(Role.values())
                .filter(role -> roleName(role)
                        .filter(own -> folded(own).equals(folded(name)))
                        .isPresent())
                .findFirst();
    }

    /// Who set it last, or put it back; empty while nobody ever did.
    public Optional<LastWord> lastWord(Setting setting) {
        return Optional.ofNullable(lastSet.get(setting.key()));
    }

    /// Nothing has been set that would change the shipped rules.
    public boolean goesByShippedRules() {
        return set.isEmpty();
    }

    /// The rules that decisions and clocks go by. Hours are counted in the organisation's zone where one is set, else
    /// in the incident's.
    public Rules rules(ZoneId incidentZone) {
        return set.isEmpty() ? Rules.shipped(incidentZone) : RuleBook.rules(this, incidentZone);
    }

    /// The organisation's own lists in the place of the shipped ones.
    public Checklists checklists(Checklists shipped) {
        var own = new ArrayList<Checklist>();
        for (IncidentType type : IncidentType.values()) {
            String text = value(Setting.checklist(type));
            if (!text.isEmpty()) {
                ChecklistText.read(type, text).ifPresent(own::add);
            }
        }
        return own.isEmpty() ? shipped : shipped.with(own);
    }

    public Checklist checklist(IncidentType type, Checklists shipped) {
        return checklists(shipped).of(type);
    }

    /// Strict: what a person may ask for now, and what comes of it.
    public Outcome decide(OrganisationCommand command) {
        return new OrganisationDecisions(this).decide(command);
    }

    static String folded(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }
}
