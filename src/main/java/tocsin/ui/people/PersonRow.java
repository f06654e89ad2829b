package tocsin.ui.people;

import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tocsin.app.Safe;
import tocsin.base.PersonId;
import tocsin.domain.organisation.Person;
import tocsin.ui.kit.Words;

/// One person as the list shows them.
///
/// @param now what they hold in a live response, or empty
/// @param where in which incident
record PersonRow(
        PersonId id,
        String initials,
        String name,
        String contact,
        String team,
        String trained,
        String now,
        String where) {

    /// A role held in an incident that is being responded to.
    record Held(String role, String incident) {
        static final Held NOTHING = new Held("", "");

        String spoken() {
            return role.isEmpty() ? "" : role + " · " + incident;
        }
    }

    static PersonRow of(Person person, Held held, Words words) {
        return new PersonRow(
                person.id(),
                Safe.line(person.initials()),
                Safe.line(person.id().name()),
                Safe.line(person.contact()),
                Safe.line(person.team().orElse("")),
                person.trained().stream().map(words::role).collect(Collectors.joining(", ")),
                held.role(),
                held.incident());
    }

    /// Every word typed begins a word of what is shown; a longer one may stand anywhere in it.
    boolean fits(String filter) {
        String all = " " + spoken().toLowerCase(Locale.ROOT);
        return Stream.of(filter.toLowerCase(Locale.ROOT).split("\\s+", -1))
                .allMatch(word -> all.contains(" " + word) || (word.length() > 2 && all.contains(word)));
    }

    String spoken() {
        return Stream.of(name, initials, team, trained, contact, now, where)
                .filter(part -> !part.isEmpty())
                .collect(Collectors.joining(", "));
    }
}
