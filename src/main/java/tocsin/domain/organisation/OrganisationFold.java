package tocsin.domain.organisation;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tocsin.base.FactId;
import tocsin.base.PersonId;
import tocsin.domain.Recorded;
import tocsin.domain.organisation.OrganisationFact.PersonLeft;
import tocsin.domain.organisation.OrganisationFact.PersonRenamed;
import tocsin.domain.organisation.OrganisationFact.PersonSet;
import tocsin.domain.organisation.OrganisationFact.ServiceDropped;
import tocsin.domain.organisation.OrganisationFact.ServiceSet;
import tocsin.domain.organisation.OrganisationFact.SettingChanged;
import tocsin.domain.organisation.OrganisationFact.SettingReset;
import tocsin.domain.organisation.OrganisationFact.TeamDropped;
import tocsin.domain.organisation.OrganisationFact.TeamSet;

/// Folds the facts of the organisation, fed in [Recorded#ORDER]. Total: no fact may throw, the last writer wins, and
/// who wrote without having seen the word before leaves a [Clash]. Confined to one thread.
final class OrganisationFold {
    private final Map<PersonId, Person> people = new HashMap<>();
    private final Map<PersonId, PersonId> formerly = new HashMap<>();
    private final Map<String, Team> teams = new HashMap<>();
    private final Map<String, Service> services = new HashMap<>();
    private final Map<String, String> set = new HashMap<>();
    private final Map<String, LastWord> lastSet = new HashMap<>();
    private final Map<String, FactId> lastWords = new HashMap<>();
    private final Map<String, Clash> clashes = new LinkedHashMap<>();
    private @Nullable Organisation picture;

    void apply(Recorded recorded, OrganisationFact fact) {
        picture = null;
        switch (fact) {
            case PersonSet(var name, var initials, var contact, var trained, var team, var from) -> {
                PersonId id = meant(name, from);
                word(recorded, "person " + id, from);
                people.put(id, new Person(id, initials, contact, trained, team, recorded.id()));
            }
            case PersonLeft(var name, var from) -> {
                PersonId id = meant(name, from);
                word(recorded, "person " + id, from);
                people.remove(id);
            }
            case PersonRenamed(var name, var to, var initials, var from) -> {
                PersonId id = meant(name, from);
                word(recorded, "person " + id, from);
                rename(id, to, initials, recorded.id());
            }
            case TeamSet(var name, var lead, var from) -> {
                word(recorded, "team " + name, from);
                teams.put(Organisation.folded(name), new Team(name, lead, recorded.id()));
            }
            case TeamDropped(var name, var from) -> {
                word(recorded, "team " + name, from);
                teams.remove(Organisation.folded(name));
            }
            case ServiceSet(var name, var team, var owner, var from) -> {
                word(recorded, "service " + name, from);
                services.put(Organisation.folded(name), new Service(name, team, owner, recorded.id()));
            }
            case ServiceDropped(var name, var from) -> {
                word(recorded, "service " + name, from);
                services.remove(Organisation.folded(name));
            }
            case SettingChanged(var key, var from, var to) -> {
                value(recorded, key, from, to);
                set.put(key, to);
            }
            case SettingReset(var key, var from) -> {
                value(recorded, key, from, shipped(key));
                set.remove(key);
            }
        }
    }

    /// Who wrote without having seen that this person is called otherwise by now means the same person; who knew of
    /// nobody of that name means another one.
    private PersonId meant(PersonId name, Optional<FactId> seen) {
        if (seen.isEmpty()) {
            formerly.remove(name);
        }
        return people.containsKey(name) ? name : Organisation.today(formerly, name);
    }

    private void rename(PersonId id, PersonId to, String initials, FactId fact) {
        Person before = people.remove(id);
        formerly.remove(to);
        if (!id.equals(to)) {
            formerly.put(id, to);
        }
        lastWords.put(Organisation.folded("person " + to), fact);
        if (before != null) {
            people.put(to, new Person(to, initials, before.contact(), before.trained(), before.team(), fact));
        }
        teams.replaceAll((_, team) ->
                new Team(team.name(), team.lead().map(lead -> lead.equals(id) ? to : lead), team.fact()));
        services.replaceAll((_, service) -> new Service(
                service.name(),
                service.team(),
                service.owner().map(owner -> owner.equals(id) ? to : owner),
                service.fact()));
    }

    Organisation organisation() {
        Organisation current = picture;
        if (current == null) {
            current = new Organisation(
                    people, formerly, teams, services, set, lastSet, new ArrayList<>(clashes.values()));
            picture = current;
        }
        return current;
    }

    /// Whoever has seen the word before settles an older clash by what they say now.
    private void word(Recorded recorded, String subject, Optional<FactId> seen) {
        String folded = Organisation.folded(subject);
        FactId before = lastWords.put(folded, recorded.id());
        note(recorded, subject, seen.equals(Optional.ofNullable(before)));
    }

    private void value(Recorded recorded, String key, String seen, String wanted) {
        lastSet.put(key, new LastWord(recorded.actor(), recorded.recordedAt()));
        String standing = set.getOrDefault(key, shipped(key));
        note(recorded, "setting " + key, seen.equals(standing) || wanted.equals(standing));
    }

    private void note(Recorded recorded, String subject, boolean agreed) {
        String folded = Organisation.folded(subject);
        if (agreed) {
            clashes.remove(folded);
        } else {
            clashes.put(folded, new Clash(subject, recorded.id(), recorded.actor()));
        }
    }

    /// What the author of an unknown setting saw as shipped cannot be known here.
    private static String shipped(String key) {
        return Setting.ofKey(key).map(Setting::shipped).orElse("");
    }
}
