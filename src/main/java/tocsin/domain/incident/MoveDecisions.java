package tocsin.domain.incident;

import static tocsin.domain.incident.Outcome.accept;
import static tocsin.domain.incident.Outcome.refuse;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import tocsin.base.PersonId;
import tocsin.domain.Fact;
import tocsin.domain.incident.IncidentCommand.Move;
import tocsin.domain.incident.LifeFact.PhaseChanged;
import tocsin.domain.incident.LifeFact.Stamped;
import tocsin.domain.roster.Role;

/// Moves along the spine: which pairs of states are allowed, who may move, and the gates in between.
final class MoveDecisions {
    private static final Map<Phase, Set<Phase>> ALLOWED = allowed();

    private final Incident incident;
    private final Context context;

    MoveDecisions(Incident incident, Context context) {
        this.incident = incident;
        this.context = context;
    }

    static Set<Phase> from(Phase phase) {
        return ALLOWED.getOrDefault(phase, Set.of());
    }

    Outcome move(Move move) {
        Phase from = incident.phase();
        Phase to = move.to();
        if (from == to) {
            return refuse("state.same", to.word());
        }
        if (from == Phase.REPORTED && to == Phase.INVESTIGATING) {
            return refuse("incident.notDeclared");
        }
        if (!from(from).contains(to)) {
            return refuse("state.notFrom", from.word(), to.word(), words(from(from)));
        }
        if (to == Phase.INVESTIGATING) {
            return back(move);
        }
        if (!mayMove(to)) {
            return Decisions.onlyCommander(incident);
        }
        if (to == Phase.FALSE_ALARM
                && incident.phases().stream().anyMatch(spell -> spell.phase().afterwards())) {
            // Something was put right, so something was wrong: this ends at the closing rule.
            return refuse("state.notFalse");
        }
        if (to == Phase.FALSE_ALARM && move.reason().isBlank()) {
            return refuse("reason.needed");
        }
        return throughGates(move);
    }

    /// The refusal that names every gate on the way that is still shut.
    static Optional<Outcome> shut(Phase to, Incident incident, Context context) {
        List<Gate> stopping = Gates.before(
                        to, incident, context.now(), context.rules().policy())
                .stream()
                .filter(Gate::stops)
                .toList();
        if (stopping.isEmpty()) {
            return Optional.empty();
        }
        var arguments = new ArrayList<Object>();
        arguments.add(to.word());
        stopping.forEach(gate -> arguments.add(gate.name()));
        return Optional.of(refuse("gates", arguments.toArray()));
    }

    private Outcome throughGates(Move move) {
        Optional<Outcome> shut = shut(move.to(), incident, context);
        if (shut.isPresent()) {
            return shut.get();
        }
        var facts = new ArrayList<Fact>();
        openingStamp(move.to()).ifPresent(facts::add);
        facts.add(new PhaseChanged(incident.phase(), move.to(), move.reason().strip()));
        boolean reviewReady =
                move.to() == Phase.RESOLVED && incident.review().owner().isPresent();
        if (reviewReady) {
            facts.add(new PhaseChanged(Phase.RESOLVED, Phase.POSTMORTEM, ""));
        }
        return accept(facts);
    }

    /// Entering a state sets the stamp it stands for, unless somebody set it before.
    private Optional<Fact> openingStamp(Phase to) {
        return switch (to) {
            case IDENTIFIED -> missing(StampName.ISOLATED, context.actor());
            case MITIGATING -> missing(StampName.PLAN_APPROVED, context.actor());
            case MONITORING -> missing(StampName.FIX_APPLIED, fixer());
            default -> Optional.empty();
        };
    }

    private PersonId fixer() {
        if (incident.phase() == Phase.MITIGATING) {
            return incident.standingPlan().map(plan -> plan.plan().owner()).orElse(context.actor());
        }
        return incident.standing(StampName.CONTAINED).map(Stamp::person).orElse(context.actor());
    }

    private Optional<Fact> missing(StampName stamp, PersonId person) {
        return incident.standing(stamp).isPresent() ? Optional.empty() : Optional.of(new Stamped(stamp, person, ""));
    }

    /// Back to work: a spike while watching, a refuted explanation, or a reopening within the window.
    /// Anybody may raise that alarm; only a refuted explanation or a plan given up is the commander's to say.
    private Outcome back(Move move) {
        boolean working = incident.phase() == Phase.IDENTIFIED || incident.phase() == Phase.MITIGATING;
        if (working && !Decisions.commands(incident, context)) {
            return Decisions.onlyCommander(incident);
        }
        boolean reopens = incident.phase().afterwards();
        if (reopens) {
            boolean late = incident.phases().stream()
                    .filter(spell -> spell.phase() == Phase.RESOLVED)
                    .reduce((_, later) -> later)
                    .filter(spell -> context.now()
                            .isAfter(spell.since().plus(context.rules().policy().reopenWindow())))
                    .isPresent();
            if (late) {
                return refuse(
                        "state.reopenLate",
                        context.rules().policy().reopenWindow().toDays());
            }
        }
        if ((reopens || incident.phase() == Phase.FALSE_ALARM) && move.reason().isBlank()) {
            return refuse("reason.needed");
        }
        return accept(new PhaseChanged(
                incident.phase(), Phase.INVESTIGATING, move.reason().strip()));
    }

    private boolean mayMove(Phase to) {
        return Decisions.commands(incident, context)
                || incident.phase() == Phase.REPORTED
                || (to == Phase.IDENTIFIED && incident.crew().holds(context.actor(), Role.OPERATIONS));
    }

    private static String words(Set<Phase> phases) {
        return phases.isEmpty()
                ? "-"
                : phases.stream()
                        .sorted()
                        .map(Phase::word)
                        .reduce((a, b) -> a + ", " + b)
                        .orElse("-");
    }

    private static Map<Phase, Set<Phase>> allowed() {
        var map = new EnumMap<Phase, Set<Phase>>(Phase.class);
        map.put(Phase.REPORTED, Set.of(Phase.FALSE_ALARM));
        map.put(Phase.INVESTIGATING, Set.of(Phase.IDENTIFIED, Phase.MONITORING, Phase.FALSE_ALARM));
        map.put(Phase.IDENTIFIED, Set.of(Phase.MITIGATING, Phase.MONITORING, Phase.INVESTIGATING, Phase.FALSE_ALARM));
        map.put(Phase.MITIGATING, Set.of(Phase.MONITORING, Phase.INVESTIGATING));
        map.put(Phase.MONITORING, Set.of(Phase.RESOLVED, Phase.INVESTIGATING));
        map.put(Phase.RESOLVED, Set.of(Phase.POSTMORTEM, Phase.INVESTIGATING));
        map.put(Phase.POSTMORTEM, Set.of(Phase.HARDENING, Phase.INVESTIGATING));
        map.put(Phase.HARDENING, Set.of(Phase.CLOSED, Phase.POSTMORTEM, Phase.INVESTIGATING));
        map.put(Phase.CLOSED, Set.of(Phase.INVESTIGATING));
        map.put(Phase.FALSE_ALARM, Set.of(Phase.INVESTIGATING));
        return map;
    }
}
