package tocsin.bench;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import tocsin.base.CommandId;
import tocsin.base.DeskId;
import tocsin.base.FactId;
import tocsin.base.Hlc;
import tocsin.base.IncidentId;
import tocsin.base.PersonId;
import tocsin.domain.Fact;
import tocsin.domain.Recorded;
import tocsin.domain.incident.Audience;
import tocsin.domain.incident.LifeFact;
import tocsin.domain.incident.Phase;
import tocsin.domain.incident.StampName;
import tocsin.domain.postmortem.ActionKind;
import tocsin.domain.postmortem.ReviewFact;
import tocsin.domain.roster.CrewFact;
import tocsin.domain.roster.Role;
import tocsin.domain.severity.Environment;
import tocsin.domain.severity.IncidentType;
import tocsin.domain.severity.Severity;
import tocsin.domain.timeline.EntryKind;
import tocsin.domain.timeline.HypothesisStatus;
import tocsin.domain.timeline.TimelineFact;

/// Made-up incidents with the mix of facts that a busy team writes: mostly notes, some tasks, few changes of state.
final class Incidents {
    private static final DeskId DESK = new DeskId("abcdefghijkl2345");
    private static final Instant START = Instant.parse("2026-11-21T12:00:00Z");
    private static final List<Phase> WAY = List.of(
            Phase.INVESTIGATING,
            Phase.IDENTIFIED,
            Phase.MITIGATING,
            Phase.MONITORING,
            Phase.RESOLVED,
            Phase.POSTMORTEM);
    private static final List<PersonId> PEOPLE = List.of(
            new PersonId("Ana"), new PersonId("Bo"), new PersonId("Cy"), new PersonId("Dee"), new PersonId("Eve"));

    private final Random random = new Random(1);
    private long seq;

    static IncidentId id(int count) {
        return id(count, DESK);
    }

    /// A hundred incidents a day.
    static IncidentId id(int count, DeskId desk) {
        return IncidentId.of(LocalDate.of(2026, 11, 21).minusDays(count / 100), 1 + count % 100, desk);
    }

    List<Recorded> of(int facts) {
        var all = new ArrayList<Recorded>(facts);
        Story story = story(new FactId(DESK, seq + 1));
        for (int i = 0; i < facts; i++) {
            Recorded recorded = recorded(i, story.next());
            story.wrote(recorded.id(), recorded.fact());
            all.add(recorded);
        }
        return all;
    }

    /// An incident to be told fact by fact.
    Story story(FactId first) {
        return new Story(first);
    }

    /// One incident as it goes on; later facts point at earlier ones by the ids these were given.
    final class Story {
        private FactId pointed;
        private boolean begun;
        private int step;

        private Story(FactId first) {
            this.pointed = first;
        }

        Fact next() {
            Fact fact = begun ? Incidents.this.next(pointed, step) : declared();
            begun = true;
            return fact;
        }

        void wrote(FactId id, Fact fact) {
            if (fact instanceof LifeFact.PhaseChanged) {
                step++;
            }
            if (fact instanceof TimelineFact.EntryAdded || fact instanceof TimelineFact.TaskAssigned) {
                pointed = id;
            }
        }
    }

    static Fact entry(int number) {
        return new TimelineFact.EntryAdded(
                EntryKind.NOTE, "Error rate on /pay is back to " + number + " % after the restart of node 7 #payments");
    }

    private Fact next(FactId pointed, int step) {
        int dice = random.nextInt(1_000);
        if (dice < 700) {
            return new TimelineFact.EntryAdded(kind(), "Error rate on /pay is " + dice + " % on node 7 #payments");
        }
        if (dice < 820) {
            return task(pointed, dice);
        }
        if (dice < 900) {
            return pointing(pointed, dice);
        }
        if (dice < 930) {
            return new LifeFact.UpdateSent(Audience.INTERNAL, "Still at it, next word in 30 minutes.");
        }
        if (dice < 950) {
            return new CrewFact.RoleAssumed(
                    Role.values()[random.nextInt(Role.values().length)], person(), Optional.empty());
        }
        if (dice < 960) {
            return new LifeFact.Stamped(StampName.values()[random.nextInt(10)], person(), "");
        }
        if (dice < 965) {
            return new LifeFact.SeverityChanged(Severity.SEV1, Severity.SEV2, "half of it is back");
        }
        if (dice < 975) {
            return new LifeFact.PhaseChanged(
                    WAY.get(step % WAY.size()), WAY.get((step + 1) % WAY.size()), "it is the certificate");
        }
        return new ReviewFact.ActionAdded(
                ActionKind.DETECT, "Alarm on expiry", person(), LocalDate.of(2026, 12, 1), "a test trips it");
    }

    private Fact task(FactId pointed, int dice) {
        return switch (dice % 3) {
            case 0 ->
                new TimelineFact.TaskAssigned(
                        "Look at the load balancer", person(), Optional.of(Duration.ofMinutes(10)));
            case 1 -> new TimelineFact.TaskReadBack(pointed);
            default -> new TimelineFact.TaskDone(pointed, "it is healthy");
        };
    }

    private Fact pointing(FactId pointed, int dice) {
        return switch (dice % 4) {
            case 0 -> new TimelineFact.EntryPinned(pointed);
            case 1 -> new TimelineFact.EntryStruck(pointed, "wrong incident");
            case 2 -> new TimelineFact.EntryCorrected(pointed, "at 12:40", "at 12:04", Optional.empty());
            default ->
                new TimelineFact.HypothesisJudged(
                        pointed, HypothesisStatus.OPEN, HypothesisStatus.REFUTED, "the graph is flat");
        };
    }

    private Recorded recorded(int place, Fact fact) {
        seq++;
        Instant at = START.plusSeconds(10L * place);
        return new Recorded(
                new FactId(DESK, seq),
                new Hlc(at.toEpochMilli(), 0),
                at,
                place % 10 == 0 ? Optional.of(at.minusSeconds(60)) : Optional.empty(),
                person(),
                new CommandId(seq, 0),
                fact);
    }

    private static Fact declared() {
        return new LifeFact.Declared(
                "Checkout is down",
                Severity.SEV1,
                IncidentType.OUTAGE,
                Environment.PRODUCTION,
                ZoneId.of("Europe/Prague"));
    }

    private EntryKind kind() {
        int dice = random.nextInt(20);
        return dice == 0 ? EntryKind.DECISION : dice == 1 ? EntryKind.HYPOTHESIS : EntryKind.NOTE;
    }

    PersonId person() {
        return PEOPLE.get(random.nextInt(PEOPLE.size()));
    }
}
