package tocsin.app.demo;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import tocsin.base.PersonId;
import tocsin.domain.severity.IncidentType;

/// Who takes part in one incident. Everybody has a team and keeps to its work through the month.
record Cast(
        PersonId commander,
        PersonId relief,
        PersonId deputy,
        PersonId scribe,
        PersonId operations,
        PersonId expert,
        PersonId communications,
        PersonId liaison,
        PersonId verifier,
        PersonId approver) {

    static final List<PersonId> COMMANDERS =
            people("Ana Kovač", "Jonas Lindqvist", "Lucía Fernández", "Tobias Krämer", "Seun Adeyemi");
    static final List<PersonId> PLATFORM =
            people("Haruka Tanaka", "Marek Nowak", "Priya Raman", "Emeka Obi", "Chloé Lambert");
    static final List<PersonId> EXPERTS =
            people("Yuki Mori", "Elif Aydın", "Rafael Costa", "Nadia Haddad", "Anders Holm");
    static final List<PersonId> WRITERS = people("Jürgen Weiß", "Siobhán Byrne", "Linh Nguyen", "Mateo Ruiz");
    static final List<PersonId> COMMUNICATORS = people("Claire Dubois", "Diego Morales", "Freya Sørensen");
    static final List<PersonId> SUPPORT = people("Thandiwe Mokoena", "Paula Giménez", "Ravi Menon");
    static final List<PersonId> QUALITY = people("Oksana Melnyk", "Kenji Sato");
    static final List<PersonId> OWNERS = people("Margarethe Vogel", "Isaac Mensah");
    static final PersonId SECURITY_LEAD = new PersonId("Katarzyna Wójcik");
    static final PersonId CUSTODIAN = new PersonId("Samir Khoury");
    static final PersonId PRIVACY = new PersonId("Ingrid Haugen");
    static final PersonId LEGAL = new PersonId("Beatriz Almeida");

    static Cast of(Random dice, IncidentType type) {
        List<PersonId> commanders = shuffled(COMMANDERS, dice);
        List<PersonId> writers = shuffled(WRITERS, dice);
        boolean confidential = type == IncidentType.SECURITY;
        return new Cast(
                commanders.getFirst(),
                commanders.get(1),
                writers.getFirst(),
                writers.get(1),
                shuffled(PLATFORM, dice).getFirst(),
                shuffled(EXPERTS, dice).getFirst(),
                shuffled(COMMUNICATORS, dice).getFirst(),
                shuffled(SUPPORT, dice).getFirst(),
                shuffled(QUALITY, dice).getFirst(),
                confidential ? OWNERS.getLast() : shuffled(OWNERS, dice).getFirst());
    }

    /// Whose words fill the log while the work goes on; the scribe writes most.
    List<PersonId> voices() {
        return List.of(scribe, scribe, operations, expert, deputy, liaison, expert, operations);
    }

    static String firstName(PersonId person) {
        return person.name().substring(0, person.name().indexOf(' '));
    }

    private static List<PersonId> shuffled(List<PersonId> people, Random dice) {
        var mixed = new ArrayList<>(people);
        Collections.shuffle(mixed, dice);
        return mixed;
    }

    private static List<PersonId> people(String... names) {
        return List.of(names).stream().map(PersonId::new).toList();
    }
}
