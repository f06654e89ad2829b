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
            case PersonSet(var id, var initials, var contact, var trained, var team, var from) -> {
                word(recorded, "person " + id, from);
                people.put(id, new Person(id, initials, contact, trained, team, recorded.id()));
            }
            case PersonLeft(var id, var from) -> {
                word(recorded, "person " + id, from);
                people.remove(id);
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

    Organisation organisation() {
        Organisation current = picture;
        if (current == null) {
            current = new Organisation(people, teams, services, set, lastSet, new ArrayList<>(clashes.values()));
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
