package tocsin.app.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import tocsin.base.PersonId;
import tocsin.domain.checklist.StepState;
import tocsin.domain.incident.Audience;
import tocsin.domain.incident.EmergencyPlan;
import tocsin.domain.incident.IncidentCommand.AnswerQuestion;
import tocsin.domain.incident.IncidentCommand.AssessSeverity;
import tocsin.domain.incident.IncidentCommand.AssignRole;
import tocsin.domain.incident.IncidentCommand.AssignTask;
import tocsin.domain.incident.IncidentCommand.ChangeSeverity;
import tocsin.domain.incident.IncidentCommand.Declare;
import tocsin.domain.incident.IncidentCommand.FinishTask;
import tocsin.domain.incident.IncidentCommand.JudgeHypothesis;
import tocsin.domain.incident.IncidentCommand.Move;
import tocsin.domain.incident.IncidentCommand.OpenPoll;
import tocsin.domain.incident.IncidentCommand.PinEntry;
import tocsin.domain.incident.IncidentCommand.ProposePlan;
import tocsin.domain.incident.IncidentCommand.RaiseObjection;
import tocsin.domain.incident.IncidentCommand.ReadBackTask;
import tocsin.domain.incident.IncidentCommand.SendUpdate;
import tocsin.domain.incident.IncidentCommand.SetStamp;
import tocsin.domain.incident.IncidentCommand.SettleStep;
import tocsin.domain.incident.Phase;
import tocsin.domain.incident.StampName;
import tocsin.domain.roster.Role;
import tocsin.domain.severity.Answer;
import tocsin.domain.severity.CustomerShare;
import tocsin.domain.severity.Environment;
import tocsin.domain.severity.FunctionImpact;
import tocsin.domain.severity.IncidentType;
import tocsin.domain.severity.RevenueImpact;
import tocsin.domain.severity.Severity;
import tocsin.domain.severity.SeverityAnswers;
import tocsin.domain.severity.Trend;
import tocsin.domain.timeline.EntryKind;
import tocsin.domain.timeline.HypothesisStatus;

/// The one SEV-1 that burns while the demo is looked at: the cause is known, the repair is being decided, the next
/// public word is nearly due.
final class Burning {
    private static final Duration AGE = Duration.ofSeconds(45 * 60 + 20);
    private static final PersonId ANA = new PersonId("Ana Kovač");
    private static final PersonId SIOBHAN = new PersonId("Siobhán Byrne");
    private static final PersonId JUERGEN = new PersonId("Jürgen Weiß");
    private static final PersonId MAREK = new PersonId("Marek Nowak");
    private static final PersonId CLAIRE = new PersonId("Claire Dubois");
    private static final PersonId THANDIWE = new PersonId("Thandiwe Mokoena");
    private static final PersonId MARGARETHE = new PersonId("Margarethe Vogel");
    private static final PersonId YUKI = new PersonId("Yuki Mori");
    private static final PersonId ELIF = new PersonId("Elif Aydın");
    private static final PersonId PRIYA = new PersonId("Priya Raman");

    private final Tale tale;
    private final Phrases clock;
    private final Instant begin;

    Burning(Script script, ZoneId zone, Random dice) {
        this.begin = script.end().minus(AGE);
        this.tale = new Tale(script, zone, dice, "the live SEV-1", begin);
        this.clock = new Phrases(List.of(), dice, zone);
    }

    Tale tale() {
        return tale;
    }

    void run(Scene scene) {
        declare(scene.title());
        people();
        for (List<String> line : scene.allParts("say")) {
            at(Double.parseDouble(line.getFirst()));
            tale.say(new PersonId(line.get(1)), EntryKind.ofWord(line.get(2)).orElseThrow(), line.get(3));
        }
        explanations();
        tasks();
        words();
        decision();
        checklist();
    }

    private void checklist() {
        settle(1.2, ANA, "outage.scope", StepState.DONE, "");
        settle(1.8, ANA, "outage.team", StepState.DONE, "");
        settle(2.1, JUERGEN, "outage.channels", StepState.DONE, "");
        settle(4.4, SIOBHAN, "outage.emergency", StepState.NOT_APPLICABLE, "no building, no power");
        settle(7.8, MAREK, "outage.stop-deploys", StepState.DONE, "");
        settle(9.1, CLAIRE, "outage.first-post", StepState.DONE, "");
        settle(10.5, YUKI, "outage.gather", StepState.DONE, "");
        settle(13.0, SIOBHAN, "outage.dumps", StepState.SKIPPED, "nothing is going to be restarted");
        settle(27.0, JUERGEN, "outage.hypothesis", StepState.DONE, "");
    }

    private void settle(double minute, PersonId who, String step, StepState to, String note) {
        at(minute);
        tale.act(who, new SettleStep(step, to, note));
    }

    private void at(double minute) {
        tale.moveTo(begin.plusSeconds(Math.round(minute * 60)));
    }

    private void declare(String title) {
        tale.open(
                ANA,
                new Declare(
                        title,
                        Optional.of(Severity.SEV2),
                        Optional.of(IncidentType.OUTAGE),
                        Optional.of(Environment.PRODUCTION),
                        tale.zone()));
        at(0.9);
        tale.late(
                ANA,
                Duration.ofMinutes(8),
                new SetStamp(StampName.IMPACT_STARTED, Optional.of(ANA), "first bad minute on the graph of submit"));
        tale.late(ANA, Duration.ofMinutes(3), new SetStamp(StampName.DETECTED, Optional.of(MAREK), "alert 311"));
        at(1.0);
        tale.stamp(MAREK, StampName.ACKNOWLEDGED, MAREK, "");
        at(5.8);
        tale.act(ANA, new ChangeSeverity(Severity.SEV1, "two of three orders fail, everywhere"));
        at(6.2);
        tale.act(
                ANA,
                new AssessSeverity(SeverityAnswers.in(Environment.PRODUCTION)
                        .withFunction(Answer.known(FunctionImpact.CRITICAL))
                        .withCustomers(Answer.known(CustomerShare.OVER_50))
                        .withRevenue(Answer.known(RevenueImpact.DIRECT))
                        .withTrend(Answer.known(Trend.STEADY))));
        at(7.6);
        tale.stamp(MAREK, StampName.CONTAINED, MAREK, "all deploys stopped");
    }

    private void people() {
        role(1.4, MAREK, Role.OPERATIONS);
        role(2.4, JUERGEN, Role.SCRIBE);
        role(2.8, CLAIRE, Role.COMMUNICATIONS);
        role(3.3, SIOBHAN, Role.DEPUTY);
        role(3.5, THANDIWE, Role.CUSTOMER_LIAISON);
        role(4.0, YUKI, Role.EXPERT);
        role(14.2, MARGARETHE, Role.INTERNAL_LIAISON);
        role(15.7, ELIF, Role.EXPERT);
    }

    private void role(double minute, PersonId person, Role role) {
        at(minute);
        tale.act(ANA, new AssignRole(role, person, Optional.empty()));
    }

    private void explanations() {
        at(8.8);
        var network = tale.say(PRIYA, EntryKind.HYPOTHESIS, "Network between the halls drops packets, confidence low");
        at(12.3);
        judge(network, HypothesisStatus.REFUTED, PRIYA, "no loss in 40 000 packets either way");
        at(10.2);
        var pool = tale.say(
                MAREK,
                EntryKind.HYPOTHESIS,
                "Yesterday's release leaks ledger connections https://graphs.example.net/orders/88e1c");
        at(17.1);
        judge(pool, HypothesisStatus.REFUTED, MAREK, "idle transactions belong to the fee service, not to orders");
        at(24.0);
        tale.say(
                YUKI,
                EntryKind.HYPOTHESIS,
                "Retries of the app keep the ledger full even when fee is well, confidence medium");
        at(26.6);
        var index = tale.say(
                ELIF,
                EntryKind.HYPOTHESIS,
                "Fee lookup has lost its index in the reload and holds ledger transactions open"
                        + " https://graphs.example.net/fee/2ab90");
        at(27.5);
        judge(index, HypothesisStatus.SUPPORTED, ELIF, "explain on the replica: 41 million rows read per lookup");
        at(27.8);
        tale.actOn(JUERGEN, "pins", () -> new PinEntry(index.fact()));
        at(29.0);
        tale.act(ANA, new Move(Phase.IDENTIFIED, ""));
        at(23.9);
        var swoop = tale.say(MARGARETHE, EntryKind.QUESTION, "Shall I tell the board an end time?");
        at(24.7);
        tale.actOn(
                ANA,
                "answers",
                () -> new AnswerQuestion(swoop.fact(), "no end time; next word at the hour of the update"));
    }

    private void judge(Ref idea, HypothesisStatus to, PersonId who, String evidence) {
        tale.actOn(who, "judges", () -> new JudgeHypothesis(idea.fact(), to, evidence));
    }

    private void tasks() {
        Ref network = task(5.0, PRIYA, 10, "Prove or clear the network between orders and ledger");
        at(12.0);
        tale.actOn(PRIYA, "finishes", () -> new FinishTask(network.fact(), "clean both ways, graphs saved"));
        Ref idle = task(10.6, YUKI, 10, "Name the owner of the idle transactions");
        at(13.9);
        tale.actOn(YUKI, "finishes", () -> new FinishTask(idle.fact(), "fee service, since the first bad minute"));
        Ref replica = task(28.0, ELIF, 10, "Rebuild the index on the replica and time it");
        at(33.7);
        tale.actOn(ELIF, "finishes", () -> new FinishTask(replica.fact(), "6 min 10 s, lookups at 4 ms"));
        task(19.6, YUKI, 30, "Count double orders since the first bad minute, by customer");
        task(36.2, CLAIRE, 10, "Draft the third public update with a sentence on double orders");
        task(38.8, PRIYA, 15, "Watch disk and locks of the fee primary, call out above 80 %");
        task(41.0, MAREK, 20, "Have cancel and throttle commands ready in two terminals");
        task(29.6, MARGARETHE, 15, "Tell Legal and finance that no captures were taken");
    }

    private Ref task(double minute, PersonId owner, int box, String text) {
        at(minute);
        Ref task = tale.act(ANA, new AssignTask(text, owner, Optional.of(Duration.ofMinutes(box))));
        at(minute + 0.3);
        tale.actOn(owner, "reads back", () -> new ReadBackTask(task.fact()));
        return task;
    }

    private void words() {
        update(8.9, Audience.PUBLIC, "Placing an order fails for most customers. We are looking into it.");
        update(
                15.3,
                Audience.EXECUTIVE,
                "SEV-1. About two of three orders fail in all regions since shortly before the call. Doing: one cause at a"
                        + " time, deploys stopped. Decision needed: none.");
        update(
                18.6,
                Audience.PUBLIC,
                "Placing an order still fails for most customers. Please do not try again and again:"
                        + " nothing is charged for an order that failed.");
    }

    private void update(double minute, Audience audience, String text) {
        at(minute);
        String next = " Next note by " + clock.clock(tale.at().plus(Duration.ofMinutes(30))) + ".";
        tale.act(CLAIRE, new SendUpdate(audience, text + next));
    }

    private void decision() {
        at(41.6);
        tale.act(
                ANA,
                new ProposePlan(new EmergencyPlan(
                        "Rebuild the fee index on the primary, concurrently",
                        MAREK,
                        "cancel the rebuild, 5 s, nothing is left behind",
                        Optional.of("fee lookups below 10 ms and order errors below 1 %"),
                        Optional.of("locks for a moment at the end, 22 GB of disk"),
                        Optional.of("40 orders from outside, Oksana reads the results"),
                        Optional.of(Duration.ofMinutes(15)),
                        List.of("say it to ledger", "rebuild concurrently", "end old transactions", "watch 10 min"))));
        at(42.2);
        var decision = tale.say(
                ANA,
                EntryKind.DECISION,
                "We intend to rebuild the index on the primary now: the replica took six minutes and there is a way back."
                        + " Anyone strongly against?");
        at(42.4);
        tale.actOn(ANA, "polls", () -> new OpenPoll(decision.fact()));
        at(43.8);
        tale.actOn(
                YUKI,
                "objects",
                () -> new RaiseObjection(
                        decision.fact(), "Only with old transactions ended first, or the last lock waits behind them"));
        at(44.5);
        tale.note(
                ANA,
                "heard, Yuki: order of the steps two and three to be swapped; going in one minute if no other word");
    }
}
