package tocsin.domain.incident;

import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import tocsin.base.CommandId;
import tocsin.base.FactId;
import tocsin.base.IncidentId;
import tocsin.base.PersonId;
import tocsin.domain.ErasedFact;
import tocsin.domain.Recorded;
import tocsin.domain.analysis.AnalysisFact;
import tocsin.domain.analysis.AnalysisFold;
import tocsin.domain.checklist.ChecklistFact;
import tocsin.domain.checklist.ChecklistFact.StepSettled;
import tocsin.domain.checklist.Marks;
import tocsin.domain.checklist.StepState;
import tocsin.domain.desk.DeskFact;
import tocsin.domain.incident.LifeFact.Absorbed;
import tocsin.domain.incident.LifeFact.ConflictSettled;
import tocsin.domain.incident.LifeFact.Declared;
import tocsin.domain.incident.LifeFact.EnvironmentChanged;
import tocsin.domain.incident.LifeFact.GateWaived;
import tocsin.domain.incident.LifeFact.Linked;
import tocsin.domain.incident.LifeFact.MergedInto;
import tocsin.domain.incident.LifeFact.PhaseChanged;
import tocsin.domain.incident.LifeFact.PlanProposed;
import tocsin.domain.incident.LifeFact.PlanStepSettled;
import tocsin.domain.incident.LifeFact.Released;
import tocsin.domain.incident.LifeFact.Reported;
import tocsin.domain.incident.LifeFact.SeverityAssessed;
import tocsin.domain.incident.LifeFact.SeverityChanged;
import tocsin.domain.incident.LifeFact.StampNotApplicable;
import tocsin.domain.incident.LifeFact.Stamped;
import tocsin.domain.incident.LifeFact.TitleChanged;
import tocsin.domain.incident.LifeFact.TypeChanged;
import tocsin.domain.incident.LifeFact.Undone;
import tocsin.domain.incident.LifeFact.Unlinked;
import tocsin.domain.incident.LifeFact.UnmergedFrom;
import tocsin.domain.incident.LifeFact.UpdateSent;
import tocsin.domain.postmortem.ReviewFact;
import tocsin.domain.postmortem.ReviewFact.ActionMoved;
import tocsin.domain.postmortem.ReviewFact.ActionReassigned;
import tocsin.domain.postmortem.ReviewFact.PostmortemOpened;
import tocsin.domain.postmortem.ReviewFold;
import tocsin.domain.prose.ProseFact;
import tocsin.domain.roster.CrewFact;
import tocsin.domain.roster.CrewFact.HandoverAccepted;
import tocsin.domain.roster.CrewFact.RoleAssumed;
import tocsin.domain.roster.CrewFact.RoleRenounced;
import tocsin.domain.roster.CrewFold;
import tocsin.domain.roster.Role;
import tocsin.domain.severity.Environment;
import tocsin.domain.severity.IncidentType;
import tocsin.domain.severity.Severity;
import tocsin.domain.timeline.TimelineFact;
import tocsin.domain.timeline.TimelineFact.HypothesisJudged;
import tocsin.domain.timeline.TimelineFact.TaskReassigned;
import tocsin.domain.timeline.TimelineFold;

/// Folds the facts of one incident, fed in [Recorded#ORDER]. Total: no fact may throw, and a fact that finds another
/// value than its author saw leaves a visible [Conflict]. Mutable and confined to one thread; [#incident] is the
/// picture.
public final class IncidentFold {
    private static final Instant EARLIEST = Instant.parse("0001-01-02T00:00:00Z");
    private static final Instant LATEST = Instant.parse("8900-01-01T00:00:00Z");

    private final IncidentId id;
    private final Map<PersonId, PersonId> spellings = new HashMap<>();
    private final TimelineFold timeline = new TimelineFold();
    private final CrewFold crew = new CrewFold();
    private final AnalysisFold analysis = new AnalysisFold();
    private final List<PhaseSpell> phases = new ArrayList<>();
    private final List<SeveritySpell> severities = new ArrayList<>();
    private final Map<StampName, List<Stamp>> stamps = new EnumMap<>(StampName.class);
    private final Map<StampName, String> notApplicable = new EnumMap<>(StampName.class);
    private final List<Update> updates = new ArrayList<>();
    private final List<Waiver> waivers = new ArrayList<>();
    private final Map<FactId, Conflict> conflicts = new LinkedHashMap<>();
    private final Set<IncidentId> absorbed = new LinkedHashSet<>();
    private final Map<IncidentId, Relation> links = new LinkedHashMap<>();
    private String title = "";
    private IncidentType type = IncidentType.OUTAGE;
    private Environment environment = Environment.PRODUCTION;
    private ZoneId zone = ZoneOffset.UTC;
    private Optional<SeverityAssessed> assessment = Optional.empty();
    private Optional<Incident.Plan> plan = Optional.empty();
    private Optional<IncidentId> mergedInto = Optional.empty();
    private Marks checklist = Marks.NONE;
    private final ReviewFold review = new ReviewFold();
    private int regressions;
    private int reopenings;
    private int facts;
    private int unknownFacts;
    private @Nullable Instant lastRecordedAt;
    private @Nullable Incident picture;
    private @Nullable CommandId lastErasure;
    private final Set<Withdrawn> takenBack = new HashSet<>();

    /// A value that somebody saw before it was taken back. Who built on it disagreed with nobody.
    private record Withdrawn(Field field, String target, String value) {}

    public IncidentFold(IncidentId id) {
        this.id = id;
    }

    /// A fact whose gesture was taken back changes nothing, but later authors may have seen its value.
    public void passOver(Recorded recorded) {
        switch (recorded.fact()) {
            case TitleChanged(var _, var to) -> withdrawn(Field.TITLE, "", to);
            case TypeChanged(var _, var to) -> withdrawn(Field.TYPE, "", to.name());
            case EnvironmentChanged(var _, var to) -> withdrawn(Field.ENVIRONMENT, "", to.name());
            case SeverityChanged(var _, var to, var _) -> withdrawn(Field.SEVERITY, "", to.toString());
            case PhaseChanged(var _, var to, var _) -> withdrawn(Field.STATE, "", to.name());
            case RoleAssumed(var role, var person, var _, var _) -> withdrawn(Field.ROLE, role.word(), name(person));
            case RoleRenounced(var role, var _) -> withdrawn(Field.ROLE, role.word(), "");
            case HandoverAccepted(var offer) ->
                crew.crew()
                        .offer(offer)
                        .ifPresent(of -> withdrawn(Field.ROLE, of.role().word(), name(of.to())));
            case PostmortemOpened(var _, var owner, var _) -> withdrawn(Field.POSTMORTEM_OWNER, "", name(owner));
            case TaskReassigned(var task, var _, var to) -> withdrawn(Field.TASK_OWNER, task.toString(), name(to));
            case ActionReassigned(var action, var _, var to) ->
                withdrawn(Field.ACTION_OWNER, action.toString(), name(to));
            case ActionMoved(var action, var _, var to, var _) ->
                withdrawn(Field.ACTION_DUE, action.toString(), to.toString());
            case HypothesisJudged(var entry, var _, var to, var _) ->
                withdrawn(Field.HYPOTHESIS, entry.toString(), to.name());
            case StepSettled(var step, var _, var to, var _) -> withdrawn(Field.CHECKLIST_STEP, step, to.name());
            default -> {}
        }
    }

    private void withdrawn(Field field, String target, String value) {
        takenBack.add(new Withdrawn(field, target, value));
    }

    public void apply(Recorded asWritten) {
        Recorded recorded = sane(asWritten);
        picture = null;
        facts++;
        if (lastRecordedAt == null || recorded.recordedAt().isAfter(lastRecordedAt)) {
            lastRecordedAt = recorded.recordedAt();
        }
        switch (recorded.fact()) {
            case TimelineFact fact -> timeline(recorded, fact);
            case CrewFact fact -> crew(recorded, fact);
            case ReviewFact fact -> review(recorded, fact);
            case ProseFact _ -> review.edited();
            case AnalysisFact fact -> {
                analysis.apply(recorded, fact);
                review.edited();
            }
            case ChecklistFact fact -> checklist(recorded, fact);
            case LifeFact fact -> life(recorded, fact);
            case DeskFact.Redacted _ -> {
                // However many facts lost words by it, it was one act.
                if (!recorded.command().equals(lastErasure)) {
                    lastErasure = recorded.command();
                    timeline.system(recorded);
                }
            }
            case DeskFact _, ErasedFact _ -> timeline.system(recorded);
            default -> unknownFacts++;
        }
    }

    public Incident incident() {
        Incident current = picture;
        if (current == null) {
            current = new Incident(
                    id,
                    title,
                    type,
                    environment,
                    zone,
                    List.copyOf(phases),
                    List.copyOf(severities),
                    assessment,
                    stampsCopy(),
                    copy(notApplicable),
                    plan,
                    List.copyOf(updates),
                    List.copyOf(waivers),
                    crew.crew(),
                    timeline.timeline(),
                    checklist,
                    review.review(),
                    analysis.analysis(),
                    mergedInto.filter(_ -> phase() == Phase.MERGED),
                    Collections.unmodifiableSet(new LinkedHashSet<>(absorbed)),
                    copy(links),
                    List.copyOf(conflicts.values()),
                    regressions,
                    reopenings,
                    facts,
                    unknownFacts,
                    Optional.ofNullable(lastRecordedAt));
            picture = current;
        }
        return current;
    }

    private void timeline(Recorded recorded, TimelineFact fact) {
        if (fact instanceof TaskReassigned(var task, var from, var to)) {
            timeline.taskOwner(task)
                    .ifPresent(owner ->
                            compare(recorded, Field.TASK_OWNER, task.toString(), name(from), name(owner), name(to)));
        } else if (fact instanceof HypothesisJudged(var entry, var from, var to, var _)) {
            timeline.hypothesisStatus(entry)
                    .ifPresent(now ->
                            compare(recorded, Field.HYPOTHESIS, entry.toString(), from.name(), now.name(), to.name()));
        }
        timeline.apply(recorded, fact);
    }

    private void crew(Recorded recorded, CrewFact fact) {
        if (fact instanceof RoleAssumed(var role, var person, var from, var _) && role.exclusive()) {
            compare(recorded, Field.ROLE, role.word(), name(from), name(crew.holder(role)), name(person));
        } else if (fact instanceof HandoverAccepted(var id)) {
            crew.crew()
                    .offer(id)
                    .filter(offer -> offer.open() && offer.role().exclusive())
                    .ifPresent(offer -> compare(
                            recorded,
                            Field.ROLE,
                            offer.role().word(),
                            name(offer.from()),
                            name(crew.holder(offer.role())),
                            name(offer.to())));
        }
        crew.apply(recorded, fact);
        timeline.system(recorded);
    }

    private void review(Recorded recorded, ReviewFact fact) {
        switch (fact) {
            case PostmortemOpened(var from, var owner, var _) ->
                compare(
                        recorded,
                        Field.POSTMORTEM_OWNER,
                        "",
                        name(from),
                        name(review.review().owner()),
                        name(owner));
            case ActionReassigned(var action, var from, var to) ->
                review.review()
                        .action(action)
                        .ifPresent(item -> compare(
                                recorded,
                                Field.ACTION_OWNER,
                                action.toString(),
                                name(from),
                                name(item.owner()),
                                name(to)));
            case ActionMoved(var action, var from, var to, var _) ->
                review.review()
                        .action(action)
                        .ifPresent(item -> compare(
                                recorded,
                                Field.ACTION_DUE,
                                action.toString(),
                                from.toString(),
                                item.due().toString(),
                                to.toString()));
            default -> {}
        }
        review.apply(recorded, fact);
        // What people say of the document is read beside it and is no line of what happened.
        if (!(fact instanceof ReviewFact.TalkFact)) {
            timeline.system(recorded);
        }
    }

    private void checklist(Recorded recorded, ChecklistFact fact) {
        switch (fact) {
            case StepSettled settled -> {
                StepState standing = checklist.state(settled.step());
                compare(
                        recorded,
                        Field.CHECKLIST_STEP,
                        settled.step(),
                        settled.from().name(),
                        standing.name(),
                        settled.to().name());
                checklist = checklist.after(recorded, settled);
            }
        }
        timeline.system(recorded);
    }

    private void life(Recorded recorded, LifeFact fact) {
        switch (fact) {
            case Reported(var newTitle, var newZone) -> {
                if (phases.isEmpty()) {
                    title = newTitle;
                    zone = newZone;
                    enter(recorded, Phase.REPORTED, "");
                }
            }
            case Declared declared -> declared(recorded, declared);
            case TitleChanged(var from, var to) -> {
                compare(recorded, Field.TITLE, "", from, title, to);
                title = to;
            }
            case TypeChanged(var from, var to) -> {
                compare(recorded, Field.TYPE, "", from.name(), type.name(), to.name());
                type = to;
            }
            case EnvironmentChanged(var from, var to) -> {
                compare(recorded, Field.ENVIRONMENT, "", from.name(), environment.name(), to.name());
                environment = to;
            }
            case SeverityChanged(var from, var to, var reason) -> {
                compare(
                        recorded,
                        Field.SEVERITY,
                        "",
                        from.toString(),
                        severity().toString(),
                        to.toString());
                severities.add(new SeveritySpell(to, recorded.happenedAt(), recorded.actor(), recorded.id(), reason));
            }
            case SeverityAssessed assessed -> assessment = Optional.of(assessed);
            case PhaseChanged(var from, var to, var reason) -> {
                if (isState(to) && !happenedAlready(from, to)) {
                    compare(recorded, Field.STATE, "", from.name(), phase().name(), to.name());
                    move(recorded, to, reason);
                }
            }
            case Stamped(var name, var person, var note) -> {
                notApplicable.remove(name);
                stamps.computeIfAbsent(name, _ -> new ArrayList<>())
                        .add(new Stamp(
                                name,
                                recorded.happenedAt(),
                                person,
                                recorded.recordedAt(),
                                recorded.id(),
                                note,
                                round()));
            }
            case StampNotApplicable(var name, var reason) -> {
                if (!stamps.containsKey(name)) {
                    notApplicable.put(name, reason);
                }
            }
            case PlanProposed(var proposed) ->
                plan = Optional.of(new Incident.Plan(recorded.id(), proposed, recorded.actor(), Map.of(), round()));
            case PlanStepSettled(var of, var step, var result, var _) ->
                plan = plan.map(now -> now.fact().equals(of) ? settled(now, step, result) : now);
            case UpdateSent(var audience, var text) ->
                updates.add(new Update(recorded.id(), audience, text, recorded.happenedAt(), recorded.actor()));
            case GateWaived(var gate, var reason, var second, var expiry) ->
                waivers.add(new Waiver(recorded.id(), gate, recorded.actor(), reason, second, expiry, round()));
            case MergedInto(var target, var reason) -> {
                mergedInto = Optional.of(target);
                enter(recorded, Phase.MERGED, reason);
            }
            case UnmergedFrom(var target, var reason) -> unmerged(recorded, target, reason);
            case Absorbed(var source) -> absorbed.add(source);
            case Released(var source) -> absorbed.remove(source);
            case Linked(var other, var relation) -> links.put(other, relation);
            case Unlinked(var other, var relation) -> links.remove(other, relation);
            case ConflictSettled(var conflict, var value) -> settle(recorded, conflict, value);
            // The undone facts were left out before they got here; the act of undoing keeps its line.
            case Undone _ -> {}
        }
        timeline.system(recorded);
    }

    private void declared(Recorded recorded, Declared declared) {
        if (phase() != Phase.UNDECLARED && phase() != Phase.REPORTED) {
            return;
        }
        title = declared.title();
        type = declared.type();
        environment = declared.environment();
        zone = declared.zone();
        enter(recorded, Phase.INVESTIGATING, "");
        severities.add(
                new SeveritySpell(declared.severity(), recorded.happenedAt(), recorded.actor(), recorded.id(), ""));
        crew.assume(Role.COMMANDER, recorded.actor(), recorded.happenedAt(), Optional.empty());
    }

    private void move(Recorded recorded, Phase to, String reason) {
        if (to == Phase.INVESTIGATING) {
            if (phase().afterwards() || phase() == Phase.FALSE_ALARM) {
                reopenings++;
                review.edited();
            } else if (phase() == Phase.MONITORING) {
                regressions++;
            }
        }
        enter(recorded, to, reason);
    }

    private void unmerged(Recorded recorded, IncidentId target, String reason) {
        if (!mergedInto.equals(Optional.of(target))) {
            return;
        }
        mergedInto = Optional.empty();
        if (phase() != Phase.MERGED) {
            return;
        }
        Phase before = phases.stream()
                .map(PhaseSpell::phase)
                .filter(phase -> phase != Phase.MERGED)
                .reduce((_, later) -> later)
                .orElse(Phase.INVESTIGATING);
        enter(recorded, before, reason);
    }

    /// MERGED comes by merging alone, and nothing goes back to before its beginning.
    private static boolean isState(Phase to) {
        return to != Phase.UNDECLARED && to != Phase.REPORTED && to != Phase.MERGED;
    }

    /// Two desks took the same step while apart: the incident has been there since, and may be further by now.
    private boolean happenedAlready(Phase from, Phase to) {
        for (int i = phases.size() - 1; i >= 0 && phases.get(i).phase() != from; i--) {
            if (phases.get(i).phase() == to) {
                return phases.stream().limit(i).anyMatch(spell -> spell.phase() == from);
            }
        }
        return false;
    }

    private int round() {
        return regressions + reopenings;
    }

    private void enter(Recorded recorded, Phase phase, String reason) {
        phases.add(new PhaseSpell(phase, recorded.happenedAt(), recorded.actor(), recorded.id(), reason));
    }

    private void settle(Recorded recorded, FactId fact, String value) {
        Conflict conflict = conflicts.get(fact);
        if (conflict == null) {
            return;
        }
        Optional<FieldValue> chosen = FieldValue.read(conflict, value);
        if (chosen.isEmpty()) {
            return;
        }
        Optional<String> before = conflict.settled();
        if (before.isEmpty()) {
            conflicts.put(fact, conflict.settledAs(value));
        } else if (!before.get().equals(value)) {
            // Settled twice while apart: that is a new disagreement about the same thing.
            disagree(recorded, conflict.field(), conflict.target(), conflict.seen(), before.get(), value);
        }
        set(recorded, conflict, chosen.get());
    }

    private void set(Recorded recorded, Conflict conflict, FieldValue chosen) {
        switch (chosen) {
            case FieldValue.Title(var text) -> title = text;
            case FieldValue.Type(var newType) -> type = newType;
            case FieldValue.Env(var newEnvironment) -> environment = newEnvironment;
            case FieldValue.Level(var level) -> {
                if (severity() != level) {
                    severities.add(new SeveritySpell(
                            level, recorded.happenedAt(), recorded.actor(), recorded.id(), "conflict settled"));
                }
            }
            case FieldValue.State(var phase) -> {
                if (phase == Phase.MERGED && mergedInto.isPresent() && phase() != phase) {
                    enter(recorded, phase, "conflict settled");
                } else if (isState(phase) && phase() != phase) {
                    move(recorded, phase, "conflict settled");
                }
            }
            case FieldValue.Holder(var person) ->
                Role.ofWord(conflict.target())
                        .ifPresent(role -> crew.assume(role, person, recorded.happenedAt(), Optional.empty()));
            case FieldValue.ReviewOwner(var person) ->
                review.apply(
                        recorded,
                        new PostmortemOpened(
                                review.review().owner(),
                                person,
                                review.review().due().orElse(recorded.happenedAt())));
            case FieldValue.ActionOwner(var person) ->
                FactId.parse(conflict.target())
                        .ifPresent(action -> review.apply(recorded, new ActionReassigned(action, person, person)));
            case FieldValue.ActionDue(var day) ->
                FactId.parse(conflict.target())
                        .ifPresent(action ->
                                review.apply(recorded, new ActionMoved(action, day, day, "conflict settled")));
            case FieldValue.TaskOwner(var person) ->
                FactId.parse(conflict.target())
                        .ifPresent(task -> timeline.apply(recorded, new TaskReassigned(task, person, person)));
            case FieldValue.Judged(var status) ->
                FactId.parse(conflict.target())
                        .ifPresent(entry -> timeline.apply(
                                recorded, new HypothesisJudged(entry, status, status, "conflict settled")));
            case FieldValue.Marked(var state) ->
                checklist =
                        checklist.after(recorded, new StepSettled(conflict.target(), state, state, "conflict settled"));
        }
    }

    private void compare(Recorded recorded, Field field, String target, String seen, String standing, String wanted) {
        boolean same = standing.equals(seen) || standing.equals(wanted);
        if (!same && !takenBack.contains(new Withdrawn(field, target, seen))) {
            disagree(recorded, field, target, seen, standing, wanted);
        }
    }

    private void disagree(Recorded recorded, Field field, String target, String seen, String standing, String wanted) {
        conflicts.put(
                recorded.id(),
                new Conflict(recorded.id(), field, target, seen, standing, wanted, recorded.actor(), Optional.empty()));
    }

    /// One person is one person, however the name is capitalised today.
    private String name(PersonId person) {
        return spellings.computeIfAbsent(person, first -> first).name();
    }

    private String name(Optional<PersonId> person) {
        return person.map(this::name).orElse("");
    }

    /// A time no calendar can count with, from a broken desk, is pulled into the years that one can.
    private static Recorded sane(Recorded recorded) {
        boolean sound = isSound(recorded.recordedAt())
                && (recorded.occurredAt().isEmpty()
                        || isSound(recorded.occurredAt().get()));
        return sound
                ? recorded
                : new Recorded(
                        recorded.id(),
                        recorded.hlc(),
                        sound(recorded.recordedAt()),
                        recorded.occurredAt().map(IncidentFold::sound),
                        recorded.actor(),
                        recorded.command(),
                        recorded.fact());
    }

    private static boolean isSound(Instant time) {
        return !time.isBefore(EARLIEST) && !time.isAfter(LATEST);
    }

    private static Instant sound(Instant time) {
        return time.isBefore(EARLIEST) ? EARLIEST : time.isAfter(LATEST) ? LATEST : time;
    }

    private Phase phase() {
        return phases.isEmpty() ? Phase.UNDECLARED : phases.getLast().phase();
    }

    private Severity severity() {
        return severities.isEmpty() ? Severity.SEV2 : severities.getLast().severity();
    }

    private static Incident.Plan settled(Incident.Plan plan, int step, StepResult result) {
        if (step < 1 || step > plan.plan().steps().size()) {
            return plan;
        }
        var settled = new LinkedHashMap<>(plan.settled());
        settled.putIfAbsent(step, result);
        return new Incident.Plan(plan.fact(), plan.plan(), plan.by(), copy(settled), plan.round());
    }

    private Map<StampName, List<Stamp>> stampsCopy() {
        var all = new EnumMap<StampName, List<Stamp>>(StampName.class);
        stamps.forEach((name, list) -> all.put(name, List.copyOf(list)));
        return Collections.unmodifiableMap(all);
    }

    private static <K, V> Map<K, V> copy(Map<K, V> map) {
        return map.isEmpty() ? Map.of() : Collections.unmodifiableMap(new LinkedHashMap<>(map));
    }
}
