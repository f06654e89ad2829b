package tocsin.ui.crew;

import java.text.Normalizer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import tocsin.base.PersonId;
import tocsin.domain.incident.Incident;
import tocsin.domain.organisation.Organisation;
import tocsin.domain.organisation.Person;
import tocsin.domain.roster.Role;
import tocsin.domain.roster.Term;
import tocsin.domain.timeline.Entry;
import tocsin.domain.timeline.Task;

/// Who can be meant by a few letters: those who hold a role here, then whoever was seen here, then the organisation's
/// people. A name in quotes means exactly that name, also one that nobody has had so far.
final class People {
    /// Whoever wrote longer ago than this is found by the organisation or by their whole name.
    private static final int LOOKED_BACK = 5_000;

    private static final int MOST = 8;
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");
    private static final Pattern BREAKS = Pattern.compile("[\\s.,_-]+");

    private final Organisation organisation;
    private final Map<PersonId, Nearness> known;

    /// How close somebody is to this incident.
    enum Nearness {
        HERE,
        SEEN,
        ELSEWHERE
    }

    /// What a few letters mean.
    sealed interface Who {}

    /// @param others who begins like that too, but is further away
    record One(PersonId person, List<PersonId> others) implements Who {}

    record Several(List<PersonId> people) implements Who {}

    /// Nobody is called like that.
    record Unknown(String name) implements Who {}

    private record Match(PersonId person, int quality, Nearness nearness) {
        static final Comparator<Match> ORDER = Comparator.comparingInt(Match::quality)
                .thenComparing(Match::nearness)
                .thenComparing(Match::person);

        boolean asGoodAs(Match other) {
            return quality == other.quality && nearness == other.nearness;
        }
    }

    private People(Organisation organisation, Map<PersonId, Nearness> known) {
        this.organisation = organisation;
        this.known = known;
    }

    static People of(Incident incident, Organisation organisation) {
        var known = new LinkedHashMap<PersonId, Nearness>();
        incident.crew().current().stream().map(Term::person).forEach(person -> known.put(person, Nearness.HERE));
        incident.timeline().tasks().values().stream()
                .map(Task::owner)
                .forEach(person -> known.putIfAbsent(person, Nearness.SEEN));
        incident.crew().terms().stream().map(Term::person).forEach(person -> known.putIfAbsent(person, Nearness.SEEN));
        List<Entry> entries = incident.timeline().entries();
        for (Entry entry : entries.subList(Math.max(0, entries.size() - LOOKED_BACK), entries.size())) {
            known.putIfAbsent(entry.by(), Nearness.SEEN);
        }
        organisation.people().forEach(person -> known.putIfAbsent(person.id(), Nearness.ELSEWHERE));
        return new People(organisation, known);
    }

    /// The nearest people, those who are trained for the role first.
    List<PersonId> suggested(Optional<Role> role) {
        return known.entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<PersonId, Nearness> each) -> role.filter(
                                        wanted -> trained(each.getKey(), wanted))
                                .isEmpty())
                        .thenComparing(Map.Entry::getValue))
                .map(Map.Entry::getKey)
                .limit(MOST)
                .toList();
    }

    boolean trained(PersonId person, Role role) {
        return organisation.person(person).filter(one -> one.isTrainedAs(role)).isPresent();
    }

    /// What helps to tell people apart.
    String note(PersonId person) {
        return organisation.person(person).flatMap(Person::team).orElse("");
    }

    Who read(String letters) {
        String said = letters.strip();
        if (said.startsWith("\"")) {
            String name = said.replace("\"", "").strip();
            return PersonId.isWellFormed(name) ? new One(spelled(new PersonId(name)), List.of()) : new Unknown(name);
        }
        List<Match> matches = matches(said);
        if (matches.isEmpty()) {
            return new Unknown(said);
        }
        Match best = matches.getFirst();
        List<PersonId> people = matches.stream().map(Match::person).limit(MOST).toList();
        boolean certain = matches.size() == 1 || !matches.get(1).asGoodAs(best) || best.quality() == 0;
        return certain ? new One(best.person(), people.subList(1, people.size())) : new Several(people);
    }

    /// As it has been written so far.
    private PersonId spelled(PersonId person) {
        return known.keySet().stream().filter(person::equals).findFirst().orElse(person);
    }

    private List<Match> matches(String said) {
        String wanted = folded(said);
        var matches = new ArrayList<Match>();
        if (wanted.isEmpty()) {
            return matches;
        }
        known.forEach((person, nearness) -> {
            int quality = quality(person, wanted);
            if (quality >= 0) {
                matches.add(new Match(person, quality, nearness));
            }
        });
        matches.sort(Match.ORDER);
        return matches;
    }

    /// 0 the whole name, 1 the initials, 2 beginnings of its parts, 3 somewhere inside; -1 not at all.
    private int quality(PersonId person, String wanted) {
        String name = folded(person.name());
        if (name.equals(wanted)) {
            return 0;
        }
        if (organisation
                .person(person)
                .filter(one -> folded(one.initials()).equals(wanted))
                .isPresent()) {
            return 1;
        }
        List<String> parts = List.of(BREAKS.split(name, -1));
        boolean begins = BREAKS.splitAsStream(wanted)
                .filter(word -> !word.isEmpty())
                .allMatch(word -> parts.stream().anyMatch(part -> part.startsWith(word)));
        if (begins) {
            return 2;
        }
        return wanted.length() > 2 && name.contains(wanted) ? 3 : -1;
    }

    private static String folded(String text) {
        return MARKS.matcher(Normalizer.normalize(text.strip(), Normalizer.Form.NFD))
                .replaceAll("")
                .toLowerCase(Locale.ROOT);
    }
}
