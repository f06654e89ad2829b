package tocsin.domain.roster;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tocsin.base.FactId;
import tocsin.base.PersonId;
import tocsin.domain.Recorded;
import tocsin.domain.roster.CrewFact.HandoverAccepted;
import tocsin.domain.roster.CrewFact.HandoverDeclined;
import tocsin.domain.roster.CrewFact.HandoverOffered;
import tocsin.domain.roster.CrewFact.HandoverWithdrawn;
import tocsin.domain.roster.CrewFact.RoleAssumed;
import tocsin.domain.roster.CrewFact.RoleRenounced;

/// Folds role facts, total. Whatever arrives, command that was once taken stays with somebody.
public final class CrewFold {
    private final List<Term> terms = new ArrayList<>();
    private final List<Offer> offers = new ArrayList<>();
    private @Nullable Crew picture;

    public void apply(Recorded recorded, CrewFact fact) {
        picture = null;
        Instant at = recorded.happenedAt();
        switch (fact) {
            case RoleAssumed(var role, var person, var _, var team) -> assume(role, person, at, team);
            case RoleRenounced(var role, var person) -> renounce(role, person, at);
            case HandoverOffered(var role, var from, var to, var worry, var brief) -> {
                offers.replaceAll(old -> old.role() == role ? old.ended(Offer.Status.WITHDRAWN) : old);
                offers.add(new Offer(recorded.id(), role, from, to, worry, brief, at, Offer.Status.OPEN));
            }
            case HandoverAccepted(var offer) -> accept(offer, at);
            case HandoverDeclined(var offer, var _) -> end(offer, Offer.Status.DECLINED);
            case HandoverWithdrawn(var offer) -> end(offer, Offer.Status.WITHDRAWN);
        }
    }

    public void assume(Role role, PersonId person, Instant at, Optional<String> team) {
        picture = null;
        boolean already = terms.stream()
                .anyMatch(term -> term.current()
                        && term.role() == role
                        && term.person().equals(person)
                        && term.team().equals(team));
        if (already) {
            return;
        }
        terms.replaceAll(term -> term.current()
                        && term.role() == role
                        && (role.exclusive() || term.person().equals(person))
                ? term.endedAt(at)
                : term);
        terms.add(new Term(role, person, at, Optional.empty(), team));
    }

    public Optional<PersonId> holder(Role role) {
        return crew().holder(role);
    }

    public Crew crew() {
        Crew current = picture;
        if (current == null) {
            current = new Crew(List.copyOf(terms), List.copyOf(offers));
            picture = current;
        }
        return current;
    }

    private void renounce(Role role, PersonId person, Instant at) {
        // A commander leaves only through a successor.
        if (role != Role.COMMANDER) {
            terms.replaceAll(term ->
                    term.current() && term.role() == role && term.person().equals(person) ? term.endedAt(at) : term);
        }
    }

    private void accept(FactId id, Instant at) {
        crew().offer(id).filter(Offer::open).ifPresent(offer -> {
            end(id, Offer.Status.ACCEPTED);
            if (!offer.role().exclusive()) {
                renounce(offer.role(), offer.from(), at);
            }
            assume(offer.role(), offer.to(), at, Optional.empty());
        });
    }

    private void end(FactId id, Offer.Status status) {
        offers.replaceAll(offer -> offer.id().equals(id) ? offer.ended(status) : offer);
    }
}
