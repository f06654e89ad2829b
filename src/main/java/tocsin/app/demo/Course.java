package tocsin.app.demo;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import tocsin.base.PersonId;
import tocsin.domain.incident.Audience;
import tocsin.domain.incident.EmergencyPlan;
import tocsin.domain.incident.Gates;
import tocsin.domain.incident.IncidentCommand.AcceptHandover;
import tocsin.domain.incident.IncidentCommand.AddEntry;
import tocsin.domain.incident.IncidentCommand.AssessSeverity;
import tocsin.domain.incident.IncidentCommand.AssignRole;
import tocsin.domain.incident.IncidentCommand.ChangeSeverity;
import tocsin.domain.incident.IncidentCommand.ClosePoll;
import tocsin.domain.incident.IncidentCommand.CorrectEntry;
import tocsin.domain.incident.IncidentCommand.Declare;
import tocsin.domain.incident.IncidentCommand.DeclineHandover;
import tocsin.domain.incident.IncidentCommand.DismissStamp;
import tocsin.domain.incident.IncidentCommand.JudgeHypothesis;
import tocsin.domain.incident.IncidentCommand.Link;
import tocsin.domain.incident.IncidentCommand.Move;
import tocsin.domain.incident.IncidentCommand.OfferHandover;
import tocsin.domain.incident.IncidentCommand.OpenPoll;
import tocsin.domain.incident.IncidentCommand.PinEntry;
import tocsin.domain.incident.IncidentCommand.ProposePlan;
import tocsin.domain.incident.IncidentCommand.RaiseObjection;
import tocsin.domain.incident.IncidentCommand.Report;
import tocsin.domain.incident.IncidentCommand.Retitle;
import tocsin.domain.incident.IncidentCommand.SendUpdate;
import tocsin.domain.incident.IncidentCommand.SetStamp;
import tocsin.domain.incident.IncidentCommand.SettlePlanStep;
import tocsin.domain.incident.IncidentCommand.StrikeEntry;
import tocsin.domain.incident.IncidentCommand.Waive;
import tocsin.domain.incident.Phase;
import tocsin.domain.incident.Relation;
import tocsin.domain.incident.StampName;
import tocsin.domain.incident.StepResult;
import tocsin.domain.roster.Role;
import tocsin.domain.severity.Answer;
import tocsin.domain.severity.CustomerShare;
import tocsin.domain.severity.Environment;
import tocsin.domain.severity.FunctionImpact;
import tocsin.domain.severity.IncidentType;
import tocsin.domain.severity.Severity;
import tocsin.domain.severity.SeverityAnswers;
import tocsin.domain.timeline.EntryKind;
import tocsin.domain.timeline.HypothesisStatus;
import tocsin.domain.timeline.PollResult;

/// How one incident of the month goes, from the first signal to where it stands today.
final class Course {
    /// Longer than this nobody should command in one go.
    private static final Duration LONG_SHIFT = Duration.ofHours(7);

    /// Most teams keep the promised beat; one in so many is late, as everywhere.
    private static final int LATE_ONE_IN = 7;

    private final Scene scene;
    private final Tale tale;
    private final Cast cast;
    private final Random dice;
    private final Instant now;
    private final Pace pace;
    private final Readings readings;
    private final Chatter chatter;
    private PersonId commander;
    private int round;

    Course(Scene scene, Script script, ZoneId zone, Random dice, Phrases phrases) {
        this.scene = scene;
        this.dice = dice;
        this.now = script.end();
        Instant begin = now.minus(scene.age());
        this.tale = new Tale(script, zone, dice, scene.title(), begin);
        this.cast = Cast.of(dice, scene.type());
        this.pace = Pace.of(scene, Duration.between(begin, now), dice);
        this.readings = new Readings(
                dice,
                0.2 + dice.nextDouble() * 0.5,
                peak(scene.severity(), dice),
                1 + dice.nextDouble() * 7,
                begin.minus(Duration.ofMinutes(6)));
        this.chatter = new Chatter(tale, cast, scene, phrases, readings, dice);
        this.commander = cast.commander();
    }

    Tale tale() {
        return tale;
    }

    PersonId commander() {
        return commander;
    }

    Scene scene() {
        return scene;
    }

    void run() {
        begin();
        switch (scene.ending()) {
            case "reported" -> {
                return;
            }
            case "false-alarm" -> {
                falseAlarm();
                return;
            }
            default -> {}
        }
        gather();
        if (scene.ending().equals("merged")) {
            chatter.fill(4, pace.investigate().dividedBy(3));
            return;
        }
        investigate();
        if (scene.ending().equals("investigating") && !scene.with("regressed") && !scene.with("reopened")) {
            last();
            return;
        }
        identify(scene.allParts("yes").getFirst());
        if (scene.ending().equals("identified")) {
            last();
            return;
        }
        repair(scene.with("short") ? List.of() : scene.parts("plan"), scene.all("step"));
        if (scene.ending().equals("mitigating")) {
            last();
            return;
        }
        watch();
    }

    /// The link is drawn while people are still at it.
    void link(Tale other, String relation) {
        Instant begun = now.minus(scene.age());
        tale.moveTo(begun.plus(Duration.ofMinutes(21)));
        tale.actOn(cast.scribe(), "links", () -> new Link(other.id(), Relation.valueOf(relation)));
    }

    private void begin() {
        Declare declare = new Declare(
                scene.has("first-title") ? scene.one("first-title") : scene.title(),
                Optional.of(declaredSeverity()),
                Optional.of(scene.type()),
                Optional.of(scene.environment()),
                tale.zone());
        boolean stays = scene.ending().equals("reported");
        if (stays || scene.has("report")) {
            tale.open(cast.liaison(), new Report(declare.title(), tale.zone()));
            scene.all("report").forEach(line -> tale.note(cast.liaison(), chatter.filled(line)));
            tale.pass(tale.minutes(3, 14));
            if (stays || scene.with("undeclared")) {
                return;
            }
            tale.act(commander, declare);
        } else {
            tale.open(commander, declare);
        }
        tale.late(
                commander,
                tale.minutes(7, 16),
                new SetStamp(StampName.IMPACT_STARTED, Optional.of(commander), "first bad minute on the graph"));
        tale.late(
                commander,
                tale.minutes(2, 5),
                new SetStamp(StampName.DETECTED, Optional.of(cast.operations()), "alert"));
        tale.note(commander, chatter.filled(scene.one("see")));
    }

    private Severity declaredSeverity() {
        return scene.with("raised")
                ? Severity.ofLevel(scene.severity().level() + 1).orElse(scene.severity())
                : scene.severity();
    }

    /// The people come, one after the other, and the size-up is done.
    private void gather() {
        tale.stamp(cast.operations(), StampName.ACKNOWLEDGED, cast.operations(), "");
        boolean big = scene.severity().isAtLeast(Severity.SEV2);
        take(Role.OPERATIONS, cast.operations());
        if (big) {
            take(Role.SCRIBE, cast.scribe());
            take(Role.COMMUNICATIONS, cast.communications());
        }
        take(Role.EXPERT, cast.expert());
        if (scene.severity() == Severity.SEV1) {
            take(Role.DEPUTY, cast.deputy());
            take(Role.CUSTOMER_LIAISON, cast.liaison());
            take(Role.INTERNAL_LIAISON, cast.approver());
        }
        if (scene.type() == IncidentType.SECURITY) {
            take(Role.SECURITY_LEAD, Cast.SECURITY_LEAD);
            take(Role.CUSTODIAN, Cast.CUSTODIAN);
            take(Role.LEGAL, Cast.LEGAL);
        } else if (scene.type() == IncidentType.DATA) {
            take(Role.PRIVACY_OFFICER, Cast.PRIVACY);
            take(Role.LEGAL, Cast.LEGAL);
        }
        if (scene.environment() == Environment.PRODUCTION) {
            tale.act(commander, new AssessSeverity(answers(declaredSeverity())));
        }
        if (scene.has("first-title")) {
            tale.act(commander, new Retitle(scene.title()));
        }
        if (big) {
            update("first");
        }
    }

    private void take(Role role, PersonId person) {
        tale.act(dice.nextInt(3) == 0 ? person : commander, new AssignRole(role, person, Optional.empty()));
    }

    private static SeverityAnswers answers(Severity severity) {
        var share = switch (severity) {
            case SEV1 -> CustomerShare.OVER_50;
            case SEV2 -> CustomerShare.FROM_10_TO_50;
            case SEV3 -> CustomerShare.FROM_1_TO_10;
            case SEV4 -> CustomerShare.UNDER_1;
        };
        var function = switch (severity) {
            case SEV1 -> FunctionImpact.CRITICAL;
            case SEV2 -> FunctionImpact.MAJOR;
            case SEV3 -> FunctionImpact.MINOR;
            case SEV4 -> FunctionImpact.COSMETIC;
        };
        return SeverityAnswers.in(Environment.PRODUCTION)
                .withFunction(Answer.known(function))
                .withCustomers(Answer.known(share));
    }

    private void investigate() {
        int wrongs = scene.all("no").size();
        Duration part = pace.investigate().dividedBy(wrongs + 2L);
        int lines = pace.lines(0.4) / (wrongs + 2);
        chatter.fill(lines, part);
        if (scene.with("raised")) {
            tale.act(commander, new ChangeSeverity(scene.severity(), scene.one("raise")));
            if (scene.severity() == Severity.SEV1) {
                update("exec");
            }
        }
        for (List<String> wrong : scene.allParts("no")) {
            var idea = tale.say(cast.expert(), EntryKind.HYPOTHESIS, chatter.filled(wrong.getFirst()));
            chatter.fill(lines, part);
            if (wrong.size() > 1) {
                String evidence = chatter.filled(wrong.get(1));
                tale.actOn(
                        cast.expert(),
                        "refutes",
                        () -> new JudgeHypothesis(idea.fact(), HypothesisStatus.REFUTED, evidence));
            }
            if (scene.severity().isAtLeast(Severity.SEV2)) {
                update("more");
            }
        }
        slips();
        if (scene.with("handover")) {
            handOver();
        }
        if (scene.with("declined")) {
            decline();
        }
        chatter.fill(lines, part);
    }

    /// People strike and correct what they wrote; nothing disappears.
    private void slips() {
        for (List<String> struck : scene.allParts("struck")) {
            var entry = tale.note(cast.scribe(), chatter.filled(struck.getFirst()));
            tale.pass(tale.minutes(1, 3));
            tale.actOn(cast.scribe(), "strikes", () -> new StrikeEntry(entry.fact(), struck.get(1)));
        }
        for (List<String> corrected : scene.allParts("corrected")) {
            var entry = tale.note(cast.scribe(), chatter.filled(corrected.getFirst()));
            tale.pass(tale.minutes(2, 5));
            tale.actOn(
                    cast.expert(),
                    "corrects",
                    () -> new CorrectEntry(entry.fact(), corrected.get(1), Optional.empty()));
        }
        for (List<String> late : scene.allParts("late")) {
            tale.late(
                    cast.operations(),
                    Duration.ofMinutes(Long.parseLong(late.getFirst())),
                    new AddEntry(EntryKind.NOTE, chatter.filled(late.get(1))));
        }
    }

    private void handOver() {
        List<String> words = scene.parts("handover");
        tale.act(commander, new OfferHandover(Role.COMMANDER, cast.relief(), words.getFirst(), words.get(1)));
        tale.pass(tale.minutes(1, 4));
        tale.act(cast.relief(), new AcceptHandover(Role.COMMANDER));
        commander = cast.relief();
        tale.note(commander, chatter.phrase("command"));
    }

    private void decline() {
        List<String> words = scene.parts("declined");
        tale.act(commander, new OfferHandover(Role.COMMANDER, cast.relief(), words.getFirst(), words.get(1)));
        tale.pass(tale.minutes(1, 3));
        tale.act(cast.relief(), new DeclineHandover(Role.COMMANDER, words.get(2)));
    }

    private void identify(List<String> right) {
        var idea = tale.say(cast.expert(), EntryKind.HYPOTHESIS, chatter.filled(right.getFirst()));
        tale.pass(tale.minutes(1, 5));
        String evidence = chatter.filled(right.get(1));
        tale.actOn(
                cast.expert(),
                "supports",
                () -> new JudgeHypothesis(idea.fact(), HypothesisStatus.SUPPORTED, evidence));
        tale.actOn(cast.scribe(), "pins", () -> new PinEntry(idea.fact()));
        if (scene.has("contained")) {
            tale.stamp(cast.operations(), StampName.CONTAINED, cast.operations(), scene.one("contained"));
        } else if (round == 0) {
            tale.act(commander, new DismissStamp(StampName.CONTAINED, chatter.phrase("no containment")));
        }
        tale.act(commander, new Move(Phase.IDENTIFIED, ""));
        if (scene.severity().isAtLeast(Severity.SEV2)) {
            update("known");
        }
        chatter.fill(pace.lines(0.1), pace.decide());
        if (scene.type() == IncidentType.DATA && scene.has("aware") && round == 0) {
            tale.stamp(Cast.PRIVACY, StampName.AWARE, Cast.PRIVACY, scene.one("aware"));
        }
    }

    /// The plan, the poll, the doing. What containment alone has ended needs no plan of its own.
    private void repair(List<String> plan, List<String> steps) {
        if (scene.with("short")) {
            tale.act(commander, new Move(Phase.MONITORING, chatter.filled(scene.one("short"))));
            eased();
            return;
        }
        decide(plan);
        List<String> all = steps.stream().map(chatter::filled).toList();
        tale.act(
                commander,
                new ProposePlan(new EmergencyPlan(
                        plan.getFirst(),
                        cast.operations(),
                        plan.get(1),
                        part(plan, 2),
                        part(plan, 3),
                        part(plan, 4),
                        Optional.of(Duration.ofMinutes(15 + 5L * dice.nextInt(7))),
                        all)));
        tale.act(commander, new Move(Phase.MITIGATING, ""));
        boolean unfinished = scene.ending().equals("mitigating");
        int doing = unfinished ? all.size() - 1 : all.size();
        Duration part = pace.repair().dividedBy(doing + 1L);
        for (int step = 1; step <= doing; step++) {
            chatter.fill(pace.lines(0.2) / (doing + 1), part);
            boolean given = scene.with("abandoned") && step == doing;
            tale.act(
                    cast.operations(),
                    new SettlePlanStep(
                            step, given ? StepResult.ABANDONED : StepResult.DONE, given ? scene.one("abandoned") : ""));
        }
        if (unfinished) {
            chatter.fill(pace.lines(0.1), part);
            return;
        }
        tale.act(commander, new Move(Phase.MONITORING, ""));
        eased();
    }

    private static Optional<String> part(List<String> parts, int place) {
        return place < parts.size() ? Optional.of(parts.get(place)) : Optional.empty();
    }

    private void eased() {
        readings.ease(tale.at());
        if (scene.severity().isAtLeast(Severity.SEV2)) {
            update("watching");
        }
    }

    private void decide(List<String> plan) {
        var decision = tale.say(
                commander,
                EntryKind.DECISION,
                chatter.filled(scene.has("decide") ? scene.one("decide") : plan.getFirst()));
        if (!scene.severity().isAtLeast(Severity.SEV2)) {
            return;
        }
        tale.actOn(commander, "polls", () -> new OpenPoll(decision.fact()));
        tale.pass(tale.minutes(1, 2));
        for (List<String> objection : scene.allParts("objection")) {
            if (round == 0) {
                tale.actOn(cast.expert(), "objects", () -> new RaiseObjection(decision.fact(), objection.getFirst()));
                tale.note(commander, objection.get(1));
            }
        }
        tale.actOn(commander, "goes", () -> new ClosePoll(decision.fact(), PollResult.GOING));
    }

    private void watch() {
        Duration part = pace.soak().dividedBy(2);
        chatter.fill(pace.lines(0.1), scene.ending().equals("monitoring") ? pace.shortWatch() : part);
        if (scene.ending().equals("monitoring") && (round > 0 || !scene.with("regressed"))) {
            tale.stamp(cast.operations(), StampName.IMPACT_ENDED, cast.operations(), "graphs back to normal");
            last();
            return;
        }
        if (scene.with("regressed") && round == 0) {
            regress();
            return;
        }
        tale.stamp(cast.operations(), StampName.IMPACT_ENDED, cast.operations(), chatter.phrase("over"));
        if (scene.with("lowered")) {
            tale.act(
                    commander,
                    new ChangeSeverity(
                            Severity.ofLevel(scene.severity().level() + 1).orElseThrow(), scene.one("lower")));
        }
        if (scene.with("waiver")) {
            List<String> waiver = scene.parts("waiver");
            tale.act(
                    commander,
                    new Waive(Gates.SOAK, waiver.getFirst(), Optional.of(cast.approver()), Optional.empty()));
        } else {
            chatter.fill(pace.lines(0.1), part);
        }
        if (scene.type() == IncidentType.SECURITY) {
            tale.stamp(Cast.SECURITY_LEAD, StampName.ERADICATED, Cast.SECURITY_LEAD, scene.one("eradicated"));
            tale.stamp(cast.operations(), StampName.CREDENTIALS_ROTATED, cast.operations(), scene.one("rotated"));
        }
        tale.stamp(cast.verifier(), StampName.STABILITY_VERIFIED, cast.verifier(), chatter.phrase("verified"));
        tale.act(commander, new Move(Phase.RESOLVED, ""));
        if (scene.severity().isAtLeast(Severity.SEV2)) {
            update("over");
        }
        tale.note(commander, chatter.phrase("stand down"));
        boolean reopens = scene.with("reopened") && round == 0;
        if (scene.ending().equals("resolved") && !reopens) {
            return;
        }
        var review = new Aftermath(scene, tale, cast, commander, chatter, dice);
        if (reopens) {
            review.begin();
            tale.pass(tale.minutes(90, 1500));
            again("reopen");
            return;
        }
        review.run(round == 0 || !scene.with("reopened"));
    }

    private void regress() {
        tale.pass(tale.minutes(2, 6));
        again("regress");
    }

    /// It is back: the second round stands on its own explanation and plan.
    private void again(String why) {
        round++;
        readings.flare();
        tale.act(cast.operations(), new Move(Phase.INVESTIGATING, chatter.filled(scene.one(why))));
        tale.stamp(cast.operations(), StampName.ACKNOWLEDGED, cast.operations(), "");
        if (scene.severity().isAtLeast(Severity.SEV2)) {
            update("back");
        }
        chatter.fill(pace.lines(0.15), pace.investigate().dividedBy(3));
        if (scene.ending().equals("investigating")) {
            last();
            return;
        }
        identify(scene.allParts("yes").getLast());
        repair(scene.allParts("plan").getLast(), scene.all("step-again"));
        watch();
    }

    /// What is still going on today ends with something said just now, or with a handover not answered yet.
    private void last() {
        Duration left = pace.untilNow(tale.at(), now);
        chatter.fill(2, left.multipliedBy(3).dividedBy(4));
        if (scene.with("raised")) {
            tale.stamp(cast.operations(), StampName.ACKNOWLEDGED, cast.operations(), "");
        }
        if (scene.age().compareTo(LONG_SHIFT) > 0 && !scene.with("pending") && !commander.equals(cast.relief())) {
            tale.act(commander, new OfferHandover(Role.COMMANDER, cast.relief(), chatter.phrase("shift"), ""));
            tale.pass(tale.minutes(1, 4));
            tale.act(cast.relief(), new AcceptHandover(Role.COMMANDER));
            commander = cast.relief();
        }
        if (dice.nextInt(LATE_ONE_IN) > 0) {
            update("more");
        }
        chatter.fill(1, left.dividedBy(8));
        if (scene.with("pending")) {
            List<String> words = scene.parts("handover");
            tale.act(commander, new OfferHandover(Role.COMMANDER, cast.relief(), words.getFirst(), words.get(1)));
        }
    }

    private void falseAlarm() {
        if (scene.with("undeclared")) {
            tale.act(cast.operations(), new Move(Phase.FALSE_ALARM, chatter.filled(scene.one("false"))));
            return;
        }
        gather();
        chatter.fill(pace.lines(0.5), pace.investigate().dividedBy(2));
        tale.act(commander, new Move(Phase.FALSE_ALARM, chatter.filled(scene.one("false"))));
        if (scene.severity().isAtLeast(Severity.SEV2)) {
            update("retract");
        }
    }

    private void update(String deck) {
        boolean closed = scene.type().isConfidential();
        var audience = deck.equals("exec") ? Audience.EXECUTIVE : closed ? Audience.INTERNAL : Audience.PUBLIC;
        String words = chatter.phrase("update " + (closed && !deck.equals("exec") ? "closed" : deck));
        tale.act(
                scene.severity().isAtLeast(Severity.SEV2) ? cast.communications() : commander,
                new SendUpdate(audience, words));
    }

    private static double peak(Severity severity, Random dice) {
        return switch (severity) {
            case SEV1 -> 45 + dice.nextInt(45);
            case SEV2 -> 14 + dice.nextInt(28);
            case SEV3 -> 4 + dice.nextInt(9);
            case SEV4 -> 0.9 + dice.nextDouble() * 1.5;
        };
    }
}
