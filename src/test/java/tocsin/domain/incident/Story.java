package tocsin.domain.incident;

import static org.assertj.core.api.Assertions.fail;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import tocsin.base.CommandId;
import tocsin.base.DeskId;
import tocsin.base.FactId;
import tocsin.base.Hlc;
import tocsin.base.HybridClock;
import tocsin.base.IncidentId;
import tocsin.base.PersonId;
import tocsin.domain.Fact;
import tocsin.domain.Recorded;
import tocsin.domain.checklist.ChecklistText;
import tocsin.domain.checklist.Checklists;
import tocsin.domain.clock.Clock;
import tocsin.domain.clock.ClockState;
import tocsin.domain.incident.IncidentCommand.AddAction;
import tocsin.domain.incident.IncidentCommand.AddEntry;
import tocsin.domain.incident.IncidentCommand.ApprovePostmortem;
import tocsin.domain.incident.IncidentCommand.Declare;
import tocsin.domain.incident.IncidentCommand.Move;
import tocsin.domain.incident.IncidentCommand.OpenPostmortem;
import tocsin.domain.incident.IncidentCommand.ProposePlan;
import tocsin.domain.incident.IncidentCommand.RecordHardening;
import tocsin.domain.incident.IncidentCommand.RecordMerge;
import tocsin.domain.incident.IncidentCommand.Report;
import tocsin.domain.incident.IncidentCommand.RequestReview;
import tocsin.domain.incident.IncidentCommand.SetStamp;
import tocsin.domain.incident.IncidentCommand.StateCause;
import tocsin.domain.incident.IncidentCommand.StateImpact;
import tocsin.domain.incident.IncidentCommand.Undo;
import tocsin.domain.incident.Outcome.Accepted;
import tocsin.domain.incident.Outcome.Refused;
import tocsin.domain.postmortem.ActionKind;
import tocsin.domain.postmortem.Hardening;
import tocsin.domain.postmortem.OldCase;
import tocsin.domain.severity.IncidentType;
import tocsin.domain.severity.Severity;
import tocsin.domain.timeline.EntryKind;

/// The language of these tests: one desk writes down what people ask, minute by minute, from Monday 2 March 2026 14:00.
/// `does` expects a yes; `asks` only asks; `refusal` names the no.
public final class Story {
    public static final Instant START = Instant.parse("2026-03-02T14:00:00Z");
    public static final Rules RULES = Rules.shipped(ZoneOffset.UTC);
    public static final Checklists CHECKLISTS =
            Checklists.of(List.of(ChecklistText.read(IncidentType.OUTAGE, """
                    = first 0m 15m At once
                    outage.scope: Confirm the scope
                    outage.team: Call the team
                    = then 15m 60m Look
                    outage.gather: Gather metrics
                    = last - - Resolve
                    outage.fix: Fix it
                    """).orElseThrow()));
    public static final DeskId DESK = new DeskId("aaaaaaaaaaaaaaaa");
    public static final DeskId OTHER_DESK = new DeskId("bbbbbbbbbbbbbbbb");
    public static final IncidentId ID = IncidentId.of(LocalDate.of(2026, 3, 2), 1, DESK);
    public static final IncidentId OTHER_ID = IncidentId.of(LocalDate.of(2026, 3, 2), 2, DESK);

    public static final PersonId ANA = new PersonId("Ana");
    public static final PersonId BEN = new PersonId("Ben");
    public static final PersonId CARA = new PersonId("Cara");
    public static final PersonId DEV = new PersonId("Dev");
    public static final PersonId EVE = new PersonId("Eve");

    private final History history;
    private final DeskId desk;
    private final HybridClock clock;
    private Instant wall = START;
    private PersonId actor = ANA;
    private Optional<Instant> occurred = Optional.empty();
    private long seq;
    private long gestures;

    private Story(DeskId desk, List<Recorded> known) {
        this.desk = desk;
        this.history = History.of(ID, known);
        InstantSource source = () -> wall;
        this.clock = new HybridClock(
                source, known.isEmpty() ? Hlc.ZERO : known.getLast().hlc());
    }

    public static Story nothingYet() {
        return new Story(DESK, List.of());
    }

    public static Story reported() {
        return nothingYet().does(new Report("Checkout slow", ZoneOffset.UTC));
    }

    /// Declared by Ana, who commands.
    public static Story incident(Severity severity) {
        return incident(severity, IncidentType.OUTAGE);
    }

    public static Story incident(Severity severity, IncidentType type) {
        return nothingYet()
                .does(new Declare(
                        "Checkout down", Optional.of(severity), Optional.of(type), Optional.empty(), ZoneOffset.UTC));
    }

    /// What another desk knows that has everything until now and then goes on alone.
    public Story onTheOtherDesk() {
        var other = new Story(OTHER_DESK, history.facts());
        other.wall = wall;
        return other;
    }

    /// Everything this desk and that desk wrote, on one desk.
    public Story joinedBy(Story other) {
        other.history.facts().forEach(history::add);
        clock.observe(other.history.facts().getLast().hlc());
        return this;
    }

    public Story at(int minute) {
        return at(START.plus(Duration.ofMinutes(minute)));
    }

    public Story at(Instant moment) {
        wall = moment;
        return this;
    }

    public Story after(Duration time) {
        return at(wall.plus(time));
    }

    public Story by(PersonId person) {
        actor = person;
        return this;
    }

    /// The next gesture is written down late: it happened at this minute.
    public Story whichHappenedAt(int minute) {
        occurred = Optional.of(minute(minute));
        return this;
    }

    public static Instant minute(int minute) {
        return START.plus(Duration.ofMinutes(minute));
    }

    public Outcome asks(IncidentCommand command) {
        Outcome outcome = now().decide(command, new Context(actor, wall, occurred, RULES, CHECKLISTS));
        occurred = Optional.empty();
        return outcome;
    }

    public Story does(IncidentCommand... commands) {
        for (IncidentCommand command : commands) {
            Optional<Instant> when = occurred;
            switch (asks(command)) {
                case Accepted(var facts) -> record(facts, when);
                case Refused(var refusal, var _) -> fail(command + " was refused: " + refusal);
            }
        }
        return this;
    }

    /// Asks, and writes down what a refusal keeps.
    public Story isToldNo(IncidentCommand command) {
        switch (asks(command)) {
            case Accepted(var facts) -> fail(command + " was accepted: " + facts);
            case Refused(var _, var kept) -> record(kept, Optional.empty());
        }
        return this;
    }

    public String refusal(IncidentCommand command) {
        return refused(command).map(Refusal::key).orElse("accepted");
    }

    public List<String> refusalWords(IncidentCommand command) {
        return refused(command).map(Refusal::arguments).orElse(List.of("accepted"));
    }

    private Optional<Refusal> refused(IncidentCommand command) {
        return asks(command) instanceof Refused(var refusal, var _) ? Optional.of(refusal) : Optional.empty();
    }

    /// A fact as if it had come from anywhere.
    public Story fact(Fact... facts) {
        record(List.of(facts), occurred);
        occurred = Optional.empty();
        return this;
    }

    public void record(List<Fact> facts, Optional<Instant> occurredAt) {
        gestures++;
        for (Fact fact : facts) {
            history.add(new Recorded(
                    new FactId(desk, ++seq),
                    clock.next(),
                    wall,
                    occurredAt,
                    actor,
                    new CommandId(desk.hashCode(), gestures),
                    fact));
        }
    }

    public FactId last() {
        return history.facts().getLast().id();
    }

    public CommandId lastGesture() {
        return history.facts().getLast().command();
    }

    public Undo undo(CommandId gesture) {
        return new Undo(
                gesture,
                history.facts().stream()
                        .filter(fact -> fact.command().equals(gesture))
                        .toList());
    }

    public Incident now() {
        return history.now();
    }

    public History history() {
        return history;
    }

    public Instant time() {
        return wall;
    }

    public Optional<Clock> clock(String name) {
        return IncidentClocks.of(now(), RULES).stream()
                .filter(clock -> clock.name().startsWith(name))
                .findFirst();
    }

    public ClockState state(String name) {
        return clock(name)
                .orElseThrow(() -> new AssertionError("no clock " + name))
                .stateAt(wall);
    }

    public List<ClockState> overdue() {
        return IncidentClocks.of(now(), RULES).stream()
                .map(clock -> clock.stateAt(wall))
                .filter(state -> state == ClockState.OVERDUE || state == ClockState.MET_LATE)
                .toList();
    }

    public List<Gate> gates(Phase to) {
        return Gates.before(to, now(), wall, RULES.policy());
    }

    public Gate gate(Phase to, String name) {
        return gates(to).stream()
                .filter(gate -> gate.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no gate " + name + " among " + gates(to)));
    }

    // The way along the spine, each step with the least that its gates ask for.

    public static AddEntry hypothesis(String text) {
        return new AddEntry(EntryKind.HYPOTHESIS, text);
    }

    public static ProposePlan oneLinePlan() {
        return new ProposePlan(EmergencyPlan.ofOneLine("Roll back checkout to 4.1", DEV, "Roll forward"));
    }

    public static SetStamp stamp(StampName name, PersonId person) {
        return new SetStamp(name, Optional.of(person), "seen");
    }

    public static Move to(Phase phase) {
        return new Move(phase, "");
    }

    public Story identified() {
        return does(hypothesis("The last deploy, confidence low"), to(Phase.IDENTIFIED));
    }

    public Story mitigating() {
        return identified().does(oneLinePlan(), to(Phase.MITIGATING));
    }

    public Story monitoring() {
        return mitigating().does(to(Phase.MONITORING));
    }

    public Story verifiedAndSoaked() {
        return after(Duration.ofHours(1))
                .does(stamp(StampName.IMPACT_ENDED, ANA), stamp(StampName.STABILITY_VERIFIED, EVE));
    }

    public Story resolved() {
        return monitoring().verifiedAndSoaked().does(to(Phase.RESOLVED));
    }

    public Story inPostmortem() {
        return resolved().does(new OpenPostmortem(BEN, Optional.empty()));
    }

    public Story written() {
        return does(
                new StateCause("Gate 12: load test", "It was never run for small changes"),
                new StateImpact("checkout", "none lost", "40 orders late"),
                new AddAction(
                        ActionKind.PREVENT,
                        "Run the load test on every merge",
                        DEV,
                        LocalDate.of(2026, 3, 20),
                        "the old build fails it"),
                new RequestReview());
    }

    public Story hardening() {
        return inPostmortem().written().by(CARA).does(new ApprovePostmortem()).by(ANA);
    }

    public Story hardened() {
        return does(
                new RecordHardening(new Hardening(
                        "Gate 12",
                        "large changes only",
                        Hardening.Slip.TOO_WEAK,
                        "every change",
                        "load test",
                        "the old build fails",
                        EVE)),
                new RecordMerge("commit 4f1c2e", OldCase.NOW_FAILS));
    }

    public Story closed() {
        return hardening().hardened().does(to(Phase.CLOSED));
    }
}
