package tocsin.app.postmortem;

import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;
import tocsin.app.Texts;
import tocsin.base.CommandId;
import tocsin.base.DeskId;
import tocsin.base.FactId;
import tocsin.base.Hlc;
import tocsin.base.IncidentId;
import tocsin.base.PersonId;
import tocsin.domain.Fact;
import tocsin.domain.Recorded;
import tocsin.domain.checklist.ChecklistFact;
import tocsin.domain.checklist.StepState;
import tocsin.domain.incident.Audience;
import tocsin.domain.incident.EmergencyPlan;
import tocsin.domain.incident.History;
import tocsin.domain.incident.Incident;
import tocsin.domain.incident.LifeFact;
import tocsin.domain.incident.Phase;
import tocsin.domain.incident.StampName;
import tocsin.domain.incident.StepResult;
import tocsin.domain.organisation.Organisation;
import tocsin.domain.postmortem.ActionKind;
import tocsin.domain.postmortem.Hardening;
import tocsin.domain.postmortem.OldCase;
import tocsin.domain.postmortem.ReviewFact;
import tocsin.domain.roster.CrewFact;
import tocsin.domain.roster.Role;
import tocsin.domain.severity.Environment;
import tocsin.domain.severity.IncidentType;
import tocsin.domain.severity.PostmortemForm;
import tocsin.domain.severity.Severity;
import tocsin.domain.timeline.Attachment;
import tocsin.domain.timeline.EntryKind;
import tocsin.domain.timeline.HypothesisStatus;
import tocsin.domain.timeline.PollResult;
import tocsin.domain.timeline.TimelineFact;

/// One incident from its first error to its hardened rule, and the words people wrote about it.
final class Story {
    static final Instant START = Instant.parse("2026-11-20T12:50:00Z");
    static final PersonId MARA = new PersonId("Mara Duval");
    static final PersonId LEA = new PersonId("L. Haddad");
    static final PersonId SVEN = new PersonId("Sven Lindqvist");
    static final PersonId ANA = new PersonId("A. Novak");
    static final String GRAPH = "c0".repeat(32);
    static final IncidentId ID = new IncidentId("INC-2026-1120-009~abcdefgh");
    private static final DeskId DESK = new DeskId("abcdefghijklmnop");

    private final List<Recorded> facts = new ArrayList<>();

    private Story() {}

    static Incident incident() {
        return new Story().told();
    }

    static FactId id(int number) {
        return new FactId(DESK, number);
    }

    static Draft draft(Texts texts) {
        return Draft.of(
                incident(),
                key -> words().getOrDefault(key, ""),
                Organisation.EMPTY,
                texts,
                Templates.shipped(PostmortemForm.FULL, texts.locale()));
    }

    static Map<String, String> words() {
        return Map.of(
                "summary",
                "For **72 minutes** some orders were written twice. Support noticed; the flag was switched off. No"
                        + " payment was taken twice, see [the note](https://wiki.example.com/orders).",
                "cause",
                """
                The canary gate compares error rates only. The doubled orders returned `200`, so it saw a healthy
                release. Sven Lindqvist looked at db-07 and 10.20.30.40 first.

                {timeline: decisions}

                ### What the dashboard showed

                - requests by status code
                  - all of them 200
                - [x] latency
                - [ ] orders per minute

                1. flag on
                2. both writers live

                > The guide said: watch errors.

                ```sql
                select order_id, count(*)
                  from orders
                 group by 1 having count(*) > 1;
                ```

                ![Orders per minute](sha256:%s)
                """.formatted(GRAPH),
                "lessons",
                "| Signal | Seen by | Helped |\n|:--|:-:|--:|\n| error rate | canary | no |\n| order count | nobody | **yes** |\n");
    }

    static byte[] picture(int number) {
        var image = new BufferedImage(640, 300, BufferedImage.TYPE_INT_RGB);
        var pen = image.createGraphics();
        pen.setColor(Color.WHITE);
        pen.fillRect(0, 0, 640, 300);
        pen.setColor(new Color(0x2458c4));
        for (int x = 0; x < 640; x += 8) {
            int high = 40 + (x * 31 + number * 17) % 90 + (x > 300 && x < 460 ? 120 : 0);
            pen.fillRect(x, 300 - high, 6, high);
        }
        pen.dispose();
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", bytes);
        } catch (IOException impossible) {
            throw new UncheckedIOException(impossible);
        }
        return bytes.toByteArray();
    }

    private FactId add(int minute, PersonId actor, Fact fact) {
        return add(minute, minute, actor, fact);
    }

    private FactId add(int minute, int occurred, PersonId actor, Fact fact) {
        Instant recorded = START.plus(Duration.ofMinutes(minute));
        var id = new FactId(DESK, facts.size() + 1L);
        facts.add(new Recorded(
                id,
                new Hlc(recorded.toEpochMilli(), facts.size()),
                recorded,
                occurred == minute ? Optional.empty() : Optional.of(START.plus(Duration.ofMinutes(occurred))),
                actor,
                new CommandId(1, facts.size() + 1L),
                fact));
        return id;
    }

    private Incident told() {
        add(
                22,
                MARA,
                new LifeFact.Declared(
                        "Doubled orders from feature flag rollout",
                        Severity.SEV3,
                        IncidentType.DATA,
                        Environment.PRODUCTION,
                        ZoneId.of("Europe/Berlin")));
        add(22, MARA, new CrewFact.RoleAssumed(Role.COMMANDER, MARA, Optional.empty()));
        add(23, MARA, new CrewFact.RoleAssumed(Role.OPERATIONS, SVEN, Optional.empty()));
        add(23, MARA, new CrewFact.RoleAssumed(Role.COMMUNICATIONS, LEA, Optional.empty()));
        add(24, 0, MARA, new LifeFact.Stamped(StampName.IMPACT_STARTED, MARA, "first doubled order"));
        add(24, 10, MARA, new LifeFact.Stamped(StampName.DETECTED, LEA, "support ticket 4711"));
        add(25, 22, SVEN, new LifeFact.Stamped(StampName.ACKNOWLEDGED, SVEN, ""));
        add(26, MARA, new LifeFact.SeverityChanged(Severity.SEV3, Severity.SEV2, "1 900 orders"));
        add(
                27,
                SVEN,
                new TimelineFact.EntryAdded(
                        EntryKind.NOTE,
                        "graph from db-07 #orders",
                        List.of(new Attachment(GRAPH, "orders.png", 5120, "image/png"))));
        FactId theory = add(
                28, SVEN, new TimelineFact.EntryAdded(EntryKind.HYPOTHESIS, "the queue redelivers, confidence low"));
        FactId right = add(
                29,
                SVEN,
                new TimelineFact.EntryAdded(
                        EntryKind.HYPOTHESIS, "flag new-writer writes beside the old one, confidence high"));
        add(
                31,
                SVEN,
                new TimelineFact.HypothesisJudged(
                        theory, HypothesisStatus.OPEN, HypothesisStatus.REFUTED, "queue depth is flat"));
        add(32, MARA, new LifeFact.PhaseChanged(Phase.INVESTIGATING, Phase.IDENTIFIED, ""));
        add(
                32,
                SVEN,
                new TimelineFact.HypothesisJudged(
                        right, HypothesisStatus.OPEN, HypothesisStatus.SUPPORTED, "off in staging: no doubles"));
        FactId decision = add(
                33,
                MARA,
                new TimelineFact.EntryAdded(
                        EntryKind.DECISION, "Flag off instead of rollback, artefact expired #public"));
        add(33, MARA, new TimelineFact.PollOpened(decision));
        add(33, LEA, new TimelineFact.ObjectionRaised(decision, "the old writer is slower"));
        add(34, MARA, new TimelineFact.PollClosed(decision, PollResult.GOING));
        FactId plan = add(
                34,
                MARA,
                new LifeFact.PlanProposed(new EmergencyPlan(
                        "switch new-writer off",
                        SVEN,
                        "switch it on",
                        Optional.of("no more doubles"),
                        Optional.of("slower writes"),
                        Optional.of("count doubles for 10 minutes"),
                        Optional.of(Duration.ofMinutes(20)),
                        List.of("announce", "switch off", "count"))));
        add(35, MARA, new LifeFact.PhaseChanged(Phase.IDENTIFIED, Phase.MITIGATING, ""));
        add(36, SVEN, new LifeFact.PlanStepSettled(plan, 1, StepResult.DONE, ""));
        add(37, SVEN, new LifeFact.PlanStepSettled(plan, 2, StepResult.DONE, ""));
        add(37, SVEN, new LifeFact.Stamped(StampName.FIX_APPLIED, SVEN, "flag off"));
        FactId count = add(38, SVEN, new TimelineFact.EntryAdded(EntryKind.NOTE, "No new doubles; 1 900 remain"));
        add(38, MARA, new TimelineFact.EntryPinned(count));
        add(
                39,
                LEA,
                new LifeFact.UpdateSent(
                        Audience.PUBLIC, "Some orders of this afternoon appear twice. You will be charged once."));
        add(39, LEA, new LifeFact.UpdateSent(Audience.EXECUTIVE, "1 900 orders; refunds not needed."));
        add(40, SVEN, new TimelineFact.EntryAdded(EntryKind.NOTE, "wrong window"));
        add(41, SVEN, new TimelineFact.EntryStruck(id(facts.size()), "meant elsewhere"));
        add(44, 72, MARA, new LifeFact.Stamped(StampName.IMPACT_ENDED, MARA, "last double merged"));
        add(75, SVEN, new ChecklistFact.StepSettled("data.stop", StepState.OPEN, StepState.DONE, ""));
        add(140, LEA, new LifeFact.Stamped(StampName.STABILITY_VERIFIED, LEA, ""));
        add(
                141,
                MARA,
                new LifeFact.GateWaived(
                        "resolved.soak",
                        "the flag is gone",
                        Optional.of(LEA),
                        Optional.of(START.plus(Duration.ofDays(7)))));
        add(142, MARA, new LifeFact.PhaseChanged(Phase.MITIGATING, Phase.RESOLVED, ""));
        add(143, MARA, new ReviewFact.PostmortemOpened(Optional.empty(), ANA, START.plus(Duration.ofDays(5))));
        add(144, ANA, new ReviewFact.ImpactStated("order intake", "1 900 doubled rows", "31 tickets, no refunds"));
        add(
                145,
                ANA,
                new ReviewFact.CauseStated(
                        "PAY-07 idempotency", "it covers retries, not flags that switch the writer"));
        add(
                146,
                ANA,
                new ReviewFact.ActionAdded(
                        ActionKind.DETECT,
                        "Alert on orders per customer and minute",
                        SVEN,
                        LocalDate.of(2026, 12, 4),
                        "the drill of December fires it"));
        add(
                147,
                ANA,
                new ReviewFact.HardeningRecorded(new Hardening(
                        "PAY-07",
                        "a retry keeps its key",
                        Hardening.Slip.TOO_WEAK,
                        "every writer keeps the key",
                        "contract test",
                        "run 812 fails on the old case",
                        LEA)));
        add(148, ANA, new ReviewFact.RulesMerged("commit 1a2b3c", START.plus(Duration.ofDays(2)), OldCase.NOW_FAILS));
        add(
                200,
                SVEN,
                new TimelineFact.EntryCorrected(
                        decision,
                        "Flag off instead of rollback, artefact expired #public",
                        "Flag off instead of rollback: artefact gone #public",
                        Optional.empty()));
        return History.of(ID, facts).now();
    }
}
