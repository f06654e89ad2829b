package tocsin.domain.roster;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import tocsin.base.FactId;
import tocsin.base.PersonId;

/// The people of one incident at one moment, with every term ever held.
public record Crew(List<Term> terms, List<Offer> offers) {
    public static final Crew EMPTY = new Crew(List.of(), List.of());

    public Optional<PersonId> commander() {
        return holder(Role.COMMANDER);
    }

    public Optional<PersonId> holder(Role role) {
        return current(term -> term.role() == role).stream().findFirst().map(Term::person);
    }

    public List<Term> current() {
        return current(_ -> true);
    }

    public List<Role> rolesOf(PersonId person) {
        return current(term -> term.person().equals(person)).stream()
                .map(Term::role)
                .toList();
    }

    public boolean holds(PersonId person, Role role) {
        return rolesOf(person).contains(role);
    }

    /// Answers "who was in command at 14:07?".
    public Optional<PersonId> holderAt(Role role, Instant moment) {
        return terms.stream()
                .filter(term -> term.role() == role && term.heldAt(moment))
                .reduce((_, later) -> later)
                .map(Term::person);
    }

    /// People who report straight to the commander: everyone but the members of sub-teams, whose lead does.
    public int directReports() {
        Optional<PersonId> commander = commander();
        return (int)
                current(term -> term.role() != Role.COMMANDER
                                && (term.team().isEmpty() || term.role() == Role.TEAM_LEAD))
                        .stream()
                        .map(Term::person)
                        .filter(person -> !commander.equals(Optional.of(person)))
                        .distinct()
                        .count();
    }

    public Span span() {
        return Span.of(directReports());
    }

    public Optional<Offer> openOffer(Role role) {
        return offers.stream()
                .filter(offer -> offer.open() && offer.role() == role)
                .reduce((_, later) -> later);
    }

    public Optional<Offer> offer(FactId id) {
        return offers.stream().filter(offer -> offer.id().equals(id)).findFirst();
    }

    private List<Term> current(Predicate<Term> wanted) {
        return terms.stream().filter(Term::current).filter(wanted).toList();
    }
}
