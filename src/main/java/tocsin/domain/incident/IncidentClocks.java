package tocsin.domain.incident;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import tocsin.domain.clock.Cadence;
import tocsin.domain.clock.Clock;
import tocsin.domain.clock.Deadline;
import tocsin.domain.clock.Ladder.Rung;
import tocsin.domain.postmortem.ActionItem;
import tocsin.domain.postmortem.Review;
import tocsin.domain.roster.Role;
import tocsin.domain.roster.Term;
import tocsin.domain.severity.Demands;
import tocsin.domain.severity.Severity;
import tocsin.domain.timeline.Task;

/// Every clock that runs in an incident, reckoned from its facts: nothing here is stored, so nothing can disagree.
public final class IncidentClocks {
    /// Stamps that nobody sets who is not at work on it.
    private static final List<StampName> WORKING = List.of(
            StampName.ACKNOWLEDGED,
            StampName.CONTAINED,
            StampName.ISOLATED,
            StampName.PLAN_APPROVED,
            StampName.FIX_APPLIED);

    private final Incident incident;
    private final Rules rules;
    private final Demands demands;
    private final List<Clock> clocks = new ArrayList<>();

    private IncidentClocks(Incident incident, Rules rules) {
        this.incident = incident;
        this.rules = rules;
        this.demands = rules.policy().demands(incident.severity());
    }

    public static List<Clock> of(Incident incident, Rules rules) {
        return new IncidentClocks(incident, rules).all();
    }

    /// The open clock that runs out first.
    public static Optional<Clock> next(Incident incident, Rules rules) {
        return of(incident, rules).stream()
                .filter(clock -> clock.isOpen() && clock.due().isPresent())
                .min(Comparator.comparing(clock -> clock.due().orElse(Instant.MAX)));
    }

    private List<Clock> all() {
        // Nothing runs before the response began.
        if (incident.declaredAt().isEmpty()) {
            return List.of();
        }
        if (incident.phase().ended()) {
            // Nobody owes anything any more but the actions that were promised.
            actions();
            return List.copyOf(clocks);
        }
        response();
        ladder();
        updates();
        firstPublicNote();
        restore();
        soak();
        boxes();
        duty();
        review();
        actions();
        return List.copyOf(clocks);
    }

    /// Restarts when the level is raised.
    private void response() {
        Instant anchor = levelBegan();
        var clock = Clock.running(
                        "response", deadline(anchor, demands.response().after(anchor, rules.calendar())))
                .explained(
                        incident.severity() + " asks for somebody working on it",
                        "acknowledging; raising the level starts it anew");
        clocks.add(settle(clock, acknowledged(anchor)));
    }

    private void ladder() {
        Instant anchor = levelBegan();
        if (acknowledged(anchor).isPresent() || !incident.phase().responding()) {
            return;
        }
        for (Rung rung : demands.ladder().rungs(anchor, rules.calendar())) {
            clocks.add(Clock.running("call " + rung.step().calls(), deadline(anchor, rung.at()))
                    .explained("nobody has acknowledged", "acknowledging"));
        }
    }

    private void updates() {
        Instant from = incident.lastUpdate()
                .map(Update::sentAt)
                .filter(sent -> !sent.isBefore(incident.roundBegan()))
                .orElse(incident.roundBegan());
        var clock = Clock.running("update", deadline(from, updateDue()))
                .explained("people were promised a word at this beat", "sending an update");
        clocks.add(resolvedAt()
                .map(at -> clock.ended(new Clock.Stopped(at, "resolved")))
                .orElse(clock));
    }

    /// The beat follows the level through every raise and lowering since the last word.
    private Instant updateDue() {
        Instant began = incident.roundBegan();
        Optional<Update> last =
                incident.lastUpdate().filter(update -> !update.sentAt().isBefore(began));
        Instant from = last.map(Update::sentAt).orElse(began);
        Severity before = incident.declaredSeverity().orElse(incident.severity());
        for (SeveritySpell spell : incident.severities()) {
            if (!spell.since().isAfter(from)) {
                before = spell.severity();
            }
        }
        Cadence beat = rules.policy().demands(before).updates();
        Instant due =
                last.isPresent() ? beat.dueAfterSending(from, rules.calendar()) : beat.firstDue(from, rules.calendar());
        for (SeveritySpell spell : incident.severities()) {
            if (spell.since().isAfter(from)) {
                Cadence now = rules.policy().demands(spell.severity()).updates();
                due = spell.severity().isWorseThan(before)
                        ? now.dueAfterRaise(due, spell.since(), rules.calendar())
                        : now.dueAfterLowering(due);
                before = spell.severity();
            }
        }
        return due;
    }

    private void firstPublicNote() {
        demands.firstPublicNote().ifPresent(span -> {
            Instant anchor = levelBegan();
            Optional<Instant> sent = incident.updates().stream()
                    .filter(update -> update.audience() == Audience.PUBLIC)
                    .map(Update::sentAt)
                    .findFirst();
            var clock = Clock.running("first public note", deadline(anchor, span.after(anchor, rules.calendar())))
                    .explained("customers can see it", "the first public update");
            clocks.add(sent.map(clock::met)
                    .or(() -> resolvedAt().map(at -> clock.ended(new Clock.Stopped(at, "resolved"))))
                    .orElse(clock));
        });
    }

    private void restore() {
        Instant anchor = levelBegan();
        var clock = Clock.running(
                        "restore", deadline(anchor, demands.restoreTarget().after(anchor, rules.calendar())))
                .explained("target for " + incident.severity(), "the end of the impact");
        clocks.add(settle(
                clock, incident.standing(StampName.IMPACT_ENDED).map(Stamp::at).or(this::resolvedAt)));
    }

    private void soak() {
        if (incident.phase() == Phase.MONITORING) {
            Instant from = incident.inPhaseSince();
            clocks.add(Clock.running("soak", deadline(from, Gates.soakEnds(incident, rules.policy())))
                    .explained("the fix has to hold this long", "going back to investigating"));
        }
    }

    private void boxes() {
        for (Task task : incident.timeline().openTasks()) {
            task.due()
                    .ifPresent(due -> clocks.add(Clock.running("task " + task.id(), deadline(task.assignedAt(), due))
                            .explained(task.owner() + ": " + task.text(), "finishing or extending it")));
        }
    }

    private void duty() {
        if (!incident.phase().responding()) {
            return;
        }
        incident.crew().current().stream()
                .filter(term -> term.role() == Role.COMMANDER)
                .findFirst()
                .map(Term::assumedAt)
                .map(since -> since.isBefore(incident.roundBegan()) ? incident.roundBegan() : since)
                .ifPresent(since -> clocks.add(Clock.running(
                                "command duty",
                                deadline(since, since.plus(rules.duty().insistAfter())))
                        .explained("one person has commanded since then", "a handover of command")));
    }

    private void review() {
        Review review = incident.review();
        Optional<Instant> due = review.due();
        if (due.isEmpty() || incident.phases().isEmpty()) {
            return;
        }
        Instant from = resolvedAt().orElse(incident.roundBegan());
        var clock = Clock.running("postmortem", deadline(from, due.get()))
                .explained(review.owner().map(Object::toString).orElse(""), "its approval");
        clocks.add(settle(clock, review.approval().map(Review.Approval::at)));
    }

    private void actions() {
        for (ActionItem item : incident.review().actions()) {
            if (item.open()) {
                Instant end = item.dueEnds(incident.zone());
                clocks.add(Clock.running("action " + item.id(), deadline(incident.roundBegan(), end))
                        .explained(item.owner() + ": " + item.text(), "doing or dropping it"));
            }
        }
    }

    /// When the level that asks for haste began: the last raise of this round, or the round itself.
    private Instant levelBegan() {
        return raisedAt().orElse(incident.roundBegan());
    }

    /// Somebody said so, or has shown it by working: blaming people who forgot a key would be a false alarm.
    private Optional<Instant> acknowledged(Instant since) {
        Stream<Instant> said = WORKING.stream()
                .flatMap(name -> incident.stamps().getOrDefault(name, List.of()).stream())
                .map(Stamp::at);
        Stream<Instant> moved = incident.phases().stream()
                .filter(spell -> spell.phase().ordinal() > Phase.INVESTIGATING.ordinal()
                        && spell.phase().ordinal() <= Phase.RESOLVED.ordinal())
                .map(PhaseSpell::since);
        return Stream.concat(said, moved).filter(at -> !at.isBefore(since)).min(Instant::compareTo);
    }

    /// The last raise of this round.
    private Optional<Instant> raisedAt() {
        Optional<Instant> raised = Optional.empty();
        List<SeveritySpell> spells = incident.severities();
        for (int i = 1; i < spells.size(); i++) {
            if (spells.get(i).severity().isWorseThan(spells.get(i - 1).severity())
                    && !spells.get(i).since().isBefore(incident.roundBegan())) {
                raised = Optional.of(spells.get(i).since());
            }
        }
        return raised;
    }

    private Optional<Instant> resolvedAt() {
        if (!incident.phase().afterwards() && !incident.phase().ended()) {
            return Optional.empty();
        }
        return incident.phases().stream()
                .filter(spell ->
                        spell.phase() == Phase.RESOLVED || spell.phase().ended())
                .reduce((_, later) -> later)
                .map(PhaseSpell::since);
    }

    private static Clock settle(Clock clock, Optional<Instant> met) {
        return met.map(clock::met).orElse(clock);
    }

    private static Deadline deadline(Instant anchor, Instant due) {
        return Deadline.between(anchor, due.isBefore(anchor) ? anchor : due);
    }
}
