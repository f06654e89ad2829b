package tocsin.domain.incident;

import static tocsin.domain.incident.Outcome.accept;
import static tocsin.domain.incident.Outcome.refuse;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import tocsin.base.PersonId;
import tocsin.domain.Fact;
import tocsin.domain.incident.IncidentCommand.AcceptHandover;
import tocsin.domain.incident.IncidentCommand.AssignRole;
import tocsin.domain.incident.IncidentCommand.CrewCommand;
import tocsin.domain.incident.IncidentCommand.DeclineHandover;
import tocsin.domain.incident.IncidentCommand.OfferHandover;
import tocsin.domain.incident.IncidentCommand.ReleaseRole;
import tocsin.domain.incident.IncidentCommand.TakeCommand;
import tocsin.domain.incident.IncidentCommand.WithdrawHandover;
import tocsin.domain.roster.Crew;
import tocsin.domain.roster.CrewFact.HandoverAccepted;
import tocsin.domain.roster.CrewFact.HandoverDeclined;
import tocsin.domain.roster.CrewFact.HandoverOffered;
import tocsin.domain.roster.CrewFact.HandoverWithdrawn;
import tocsin.domain.roster.CrewFact.RoleAssumed;
import tocsin.domain.roster.CrewFact.RoleRenounced;
import tocsin.domain.roster.Offer;
import tocsin.domain.roster.Role;
import tocsin.domain.roster.Term;
import tocsin.domain.severity.Severity;
import tocsin.domain.timeline.EntryKind;
import tocsin.domain.timeline.TimelineFact.EntryAdded;

/// Who may hold what: exclusivity, the commander's free hands on SEV-1 and SEV-2, and command that moves only with a
/// yes.
final class CrewDecisions {
    private final Incident incident;
    private final Crew crew;
    private final Context context;

    CrewDecisions(Incident incident, Context context) {
        this.incident = incident;
        this.crew = incident.crew();
        this.context = context;
    }

    Outcome decide(CrewCommand command) {
        if (incident.phase().ended()) {
            return refuse("incident.ended", incident.phase().word());
        }
        if (incident.phase() == Phase.REPORTED) {
            return refuse("incident.notDeclared");
        }
        return switch (command) {
            case AssignRole(var role, var person, var team) -> assign(role, person, team);
            case ReleaseRole(var role, var person) -> release(role, person);
            case TakeCommand(var reason) -> takeCommand(reason);
            case OfferHandover(var role, var to, var worry, var brief) -> offer(role, to, worry, brief);
            case AcceptHandover(var role) -> answer(role, this::accepted);
            case DeclineHandover(var role, var reason) ->
                answer(role, offer -> accept(new HandoverDeclined(offer.id(), reason.strip())));
            case WithdrawHandover(var role) ->
                crew.openOffer(role)
                        .map(offer -> offer.from().equals(context.actor()) || leads(context.actor())
                                ? accept(new HandoverWithdrawn(offer.id()))
                                : Decisions.onlyCommander(incident))
                        .orElseGet(() -> refuse("handover.none", role.word()));
        };
    }

    private Outcome assign(Role role, PersonId person, Optional<String> team) {
        if (role == Role.COMMANDER) {
            return refuse("roster.commandNeedsHandover", incident.id().number(), person);
        }
        boolean takesVacancy =
                person.equals(context.actor()) && (crew.holder(role).isEmpty() || !role.exclusive());
        if (!takesVacancy && !leads(context.actor())) {
            return Decisions.onlyCommander(incident);
        }
        boolean sameTeam = crew.current().stream()
                .anyMatch(term -> term.role() == role
                        && term.person().equals(person)
                        && (team.isEmpty() || term.team().equals(team)));
        if (sameTeam) {
            return refuse("roster.alreadyHolds", person, role.word());
        }
        Optional<Outcome> unfit = unfit(role, person);
        if (unfit.isPresent()) {
            return unfit.get();
        }
        Optional<PersonId> lead = team.filter(_ -> role == Role.TEAM_LEAD).flatMap(this::leadOf);
        if (lead.isPresent()) {
            return refuse("roster.teamHasLead", team.orElse("-"), lead.get());
        }
        Optional<PersonId> from = role.exclusive() ? crew.holder(role) : Optional.empty();
        return accept(new RoleAssumed(role, person, from, team));
    }

    private Outcome release(Role role, PersonId person) {
        if (role == Role.COMMANDER) {
            return refuse(
                    "roster.commandNeverEmpty",
                    crew.holder(Role.DEPUTY).map(Object::toString).orElse("-"));
        }
        if (!crew.holds(person, role)) {
            return refuse("roster.doesNotHold", person, role.word());
        }
        return leads(context.actor()) || person.equals(context.actor())
                ? accept(new RoleRenounced(role, person))
                : Decisions.onlyCommander(incident);
    }

    private Outcome takeCommand(String reason) {
        if (Decisions.commands(incident, context)) {
            return refuse("roster.alreadyHolds", context.actor(), Role.COMMANDER.word());
        }
        List<Fact> facts = freeHands(context.actor());
        if (!reason.isBlank()) {
            facts.addFirst(new EntryAdded(EntryKind.DECISION, "Takes command: " + reason.strip()));
        }
        facts.add(new RoleAssumed(Role.COMMANDER, context.actor(), crew.commander()));
        return accept(facts);
    }

    private Outcome offer(Role role, PersonId to, String worry, String brief) {
        Optional<PersonId> holder =
                crew.holds(context.actor(), role) ? Optional.of(context.actor()) : crew.holder(role);
        if (holder.isEmpty()) {
            return refuse("handover.nobodyHolds", role.word());
        }
        PersonId from = holder.get();
        if (to.equals(from)) {
            return refuse("roster.alreadyHolds", to, role.word());
        }
        if (!from.equals(context.actor()) && !leads(context.actor())) {
            return refuse("handover.notYours", role.word(), from);
        }
        Optional<Outcome> unfit = unfit(role, to);
        if (unfit.isPresent()) {
            return unfit.get();
        }
        return accept(new HandoverOffered(role, from, to, worry.strip(), brief));
    }

    private Outcome answer(Role role, Function<Offer, Outcome> answer) {
        Optional<Offer> open = crew.openOffer(role);
        if (open.isEmpty()) {
            return refuse("handover.none", role.word());
        }
        return open.get().to().equals(context.actor())
                ? answer.apply(open.get())
                : refuse("handover.notForYou", role.word(), open.get().to());
    }

    private Outcome accepted(Offer offer) {
        if (!crew.holds(offer.from(), offer.role())) {
            return refuse("handover.stale", offer.from(), offer.role().word());
        }
        Optional<Outcome> unfit = unfit(offer.role(), offer.to());
        if (unfit.isPresent()) {
            return unfit.get();
        }
        List<Fact> facts = offer.role() == Role.COMMANDER ? freeHands(offer.to()) : new ArrayList<>();
        facts.add(new HandoverAccepted(offer.id()));
        return accept(facts);
    }

    /// On SEV-1 and SEV-2 whoever commands lays every other role down with the same gesture.
    private List<Fact> freeHands(PersonId person) {
        var facts = new ArrayList<Fact>();
        if (strict()) {
            crew.rolesOf(person).stream()
                    .distinct()
                    .map(role -> new RoleRenounced(role, person))
                    .forEach(facts::add);
        }
        return facts;
    }

    /// Why this person cannot hold that role beside what they hold already.
    private Optional<Outcome> unfit(Role role, PersonId person) {
        if (role == Role.COMMANDER) {
            return Optional.empty();
        }
        if (strict() && crew.commander().equals(Optional.of(person))) {
            return Optional.of(refuse("roster.commanderHoldsNothingElse", incident.severity(), person));
        }
        return clash(role, person)
                ? Optional.of(refuse("roster.operationsAndCommunications", person))
                : Optional.empty();
    }

    private Optional<PersonId> leadOf(String team) {
        return crew.current().stream()
                .filter(term -> term.role() == Role.TEAM_LEAD && term.team().equals(Optional.of(team)))
                .findFirst()
                .map(Term::person);
    }

    private boolean clash(Role role, PersonId person) {
        return (role == Role.OPERATIONS && crew.holds(person, Role.COMMUNICATIONS))
                || (role == Role.COMMUNICATIONS && crew.holds(person, Role.OPERATIONS));
    }

    private boolean strict() {
        return incident.severity().isAtLeast(Severity.SEV2);
    }

    private boolean leads(PersonId person) {
        return crew.holds(person, Role.COMMANDER) || crew.holds(person, Role.DEPUTY);
    }
}
