package tocsin.domain.organisation;

import static tocsin.domain.incident.Outcome.accept;
import static tocsin.domain.incident.Outcome.refuse;

import java.util.Optional;
import java.util.regex.Pattern;
import tocsin.base.PersonId;
import tocsin.domain.incident.Outcome;
import tocsin.domain.organisation.OrganisationCommand.ChangeSetting;
import tocsin.domain.organisation.OrganisationCommand.DropService;
import tocsin.domain.organisation.OrganisationCommand.DropTeam;
import tocsin.domain.organisation.OrganisationCommand.LetGo;
import tocsin.domain.organisation.OrganisationCommand.Rename;
import tocsin.domain.organisation.OrganisationCommand.ResetSetting;
import tocsin.domain.organisation.OrganisationCommand.SetPerson;
import tocsin.domain.organisation.OrganisationCommand.SetService;
import tocsin.domain.organisation.OrganisationCommand.SetTeam;
import tocsin.domain.organisation.OrganisationFact.PersonLeft;
import tocsin.domain.organisation.OrganisationFact.PersonRenamed;
import tocsin.domain.organisation.OrganisationFact.PersonSet;
import tocsin.domain.organisation.OrganisationFact.ServiceDropped;
import tocsin.domain.organisation.OrganisationFact.ServiceSet;
import tocsin.domain.organisation.OrganisationFact.SettingChanged;
import tocsin.domain.organisation.OrganisationFact.SettingReset;
import tocsin.domain.organisation.OrganisationFact.TeamDropped;
import tocsin.domain.organisation.OrganisationFact.TeamSet;
import tocsin.domain.roster.Role;

/// What may be asked of the organisation's data now.
final class OrganisationDecisions {
    static final int MOST_CONTACT_CHARS = 300;
    private static final Pattern INITIALS = Pattern.compile("[\\p{L}\\p{N}]{1,5}");

    private final Organisation now;

    OrganisationDecisions(Organisation now) {
        this.now = now;
    }

    Outcome decide(OrganisationCommand command) {
        return switch (command) {
            case SetPerson person -> person(person);
            case LetGo(var id) ->
                now.person(id)
                        .map(person -> accept(new PersonLeft(person.id(), Optional.of(person.fact()))))
                        .orElseGet(() -> refuse("person.none", id));
            case Rename(var id, var to) ->
                now.person(id).map(person -> rename(person, to)).orElseGet(() -> refuse("person.none", id));
            case SetTeam(var name, var lead) ->
                badName(name)
                        .or(() -> unknown(lead))
                        .orElseGet(() -> accept(
                                new TeamSet(name.strip(), lead, now.team(name).map(Team::fact))));
            case DropTeam(var name) -> dropTeam(name);
            case SetService(var name, var team, var owner) ->
                badName(name)
                        .or(() -> unknownTeam(team))
                        .or(() -> unknown(owner))
                        .orElseGet(() -> accept(new ServiceSet(
                                name.strip(),
                                spelled(team),
                                owner,
                                now.service(name).map(Service::fact))));
            case DropService(var name) ->
                now.service(name)
                        .map(service -> accept(new ServiceDropped(service.name(), Optional.of(service.fact()))))
                        .orElseGet(() -> refuse("service.none", name.strip()));
            case ChangeSetting(var key, var to) -> change(key, to);
            case ResetSetting(var key) -> reset(key);
        };
    }

    private Outcome person(SetPerson person) {
        String initials = person.initials().strip();
        if (!INITIALS.matcher(initials).matches()) {
            return refuse("person.initials", initials);
        }
        Optional<Person> taken =
                now.initials(initials).filter(other -> !other.id().equals(person.person()));
        if (taken.isPresent()) {
            return refuse("person.initialsTaken", initials, taken.get().id());
        }
        String contact = person.contact().strip();
        if (contact.length() > MOST_CONTACT_CHARS || !isPlain(contact)) {
            return refuse("person.contact", MOST_CONTACT_CHARS);
        }
        return unknownTeam(person.team())
                .orElseGet(() -> accept(new PersonSet(
                        person.person(),
                        initials,
                        contact,
                        person.trained().stream().distinct().sorted().toList(),
                        spelled(person.team()),
                        now.person(person.person()).map(Person::fact))));
    }

    private Outcome rename(Person person, PersonId to) {
        if (person.id().name().equals(to.name())) {
            return refuse("person.sameName", to);
        }
        boolean taken =
                now.person(to).filter(other -> !other.id().equals(person.id())).isPresent();
        if (taken) {
            return refuse("person.nameTaken", to);
        }
        String made = Initials.of(person.id());
        String fresh = Initials.of(to);
        boolean follow = person.initials().equalsIgnoreCase(made)
                && INITIALS.matcher(fresh).matches()
                && now.initials(fresh)
                        .filter(other -> !other.id().equals(person.id()))
                        .isEmpty();
        return accept(
                new PersonRenamed(person.id(), to, follow ? fresh : person.initials(), Optional.of(person.fact())));
    }

    private Outcome dropTeam(String name) {
        Optional<Team> team = now.team(name);
        if (team.isEmpty()) {
            return refuse("team.none", name.strip());
        }
        long users = now.people().stream()
                        .filter(person -> isOf(team.get(), person.team()))
                        .count()
                + now.services().stream()
                        .filter(service -> isOf(team.get(), service.team()))
                        .count();
        return users > 0
                ? refuse("team.inUse", team.get().name(), users)
                : accept(new TeamDropped(
                        team.get().name(), Optional.of(team.get().fact())));
    }

    private Outcome change(String key, String to) {
        Optional<Setting> setting = Setting.ofKey(key);
        if (setting.isEmpty()) {
            return noSetting(key);
        }
        String value = setting.get().normal(to);
        String before = now.value(setting.get());
        if (!setting.get().accepts(value)) {
            return refuse("setting.value", setting.get().key(), setting.get().form());
        }
        if (setting.get().key().startsWith("role.") && isAnother(setting.get(), value)) {
            return refuse("setting.roleTaken", value);
        }
        return value.equals(before)
                ? refuse("setting.same", setting.get().key())
                : accept(new SettingChanged(setting.get().key(), before, value));
    }

    /// Whether another role is called so: two that nobody can tell apart would be worse than a plain word.
    private boolean isAnother(Setting setting, String name) {
        return Role.ofWord(name)
                .or(() -> now.roleNamed(name))
                .filter(role -> Setting.role(role) != setting)
                .isPresent();
    }

    private Outcome reset(String key) {
        return Setting.ofKey(key)
                .map(setting -> now.set().containsKey(setting.key())
                        ? accept(new SettingReset(setting.key(), now.value(setting)))
                        : refuse("setting.same", setting.key()))
                .orElseGet(() -> noSetting(key));
    }

    private static Outcome noSetting(String key) {
        return refuse("setting.none", key.strip());
    }

    private static Optional<Outcome> badName(String name) {
        return PersonId.isWellFormed(name) ? Optional.empty() : Optional.of(refuse("name.bad", PersonId.MAX_LENGTH));
    }

    private Optional<Outcome> unknown(Optional<PersonId> person) {
        return person.filter(id -> now.person(id).isEmpty()).map(id -> refuse("person.none", id));
    }

    private Optional<Outcome> unknownTeam(Optional<String> team) {
        return team.filter(name -> now.team(name).isEmpty()).map(name -> refuse("team.none", name.strip()));
    }

    /// As the team itself is written.
    private Optional<String> spelled(Optional<String> team) {
        return team.flatMap(now::team).map(Team::name);
    }

    private static boolean isOf(Team team, Optional<String> name) {
        return name.filter(of -> Organisation.folded(of).equals(Organisation.folded(team.name())))
                .isPresent();
    }

    private static boolean isPlain(String text) {
        return text.chars().noneMatch(Character::isISOControl);
    }
}
