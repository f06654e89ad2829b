package tocsin.store;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import tocsin.base.CommandId;
import tocsin.base.DeskId;
import tocsin.base.FactId;
import tocsin.base.Hlc;
import tocsin.base.IncidentId;
import tocsin.base.PersonId;
import tocsin.domain.ErasedFact;
import tocsin.domain.Fact;
import tocsin.domain.Recorded;
import tocsin.domain.UnknownFact;
import tocsin.domain.incident.LifeFact;
import tocsin.domain.incident.Phase;
import tocsin.domain.incident.StampName;
import tocsin.domain.postmortem.ReviewFact;
import tocsin.domain.roster.CrewFact;
import tocsin.domain.roster.Role;
import tocsin.domain.severity.Environment;
import tocsin.domain.severity.IncidentType;
import tocsin.domain.severity.Severity;
import tocsin.domain.timeline.EntryKind;
import tocsin.domain.timeline.HypothesisStatus;
import tocsin.domain.timeline.TimelineFact;

/// Writes facts of every sort at random, on two desks whose clocks disagree; many point at facts that do not exist.
final class RandomLog {
    static final DeskId ANVIL = new DeskId("anvilanvilanvila");
    static final DeskId BELL = new DeskId("bellbellbellbell");
    static final Instant START = Instant.parse("2026-11-21T03:00:00Z");
    private static final List<PersonId> PEOPLE =
            List.of(new PersonId("Ana"), new PersonId("Bo Lind"), new PersonId("ANA"), new PersonId("Zoë"));

    private final Random random;
    private final Map<DeskId, Long> sequences = new HashMap<>();
    private final List<CommandId> commands = new ArrayList<>();
    private long millis;

    RandomLog(long seed) {
        this.random = new Random(seed);
    }

    static IncidentId incident(int count) {
        return IncidentId.of(LocalDate.of(2026, 11, 21), count, ANVIL);
    }

    static Recorded recorded(DeskId desk, long seq, Instant at, PersonId actor, Fact fact) {
        return new Recorded(
                new FactId(desk, seq),
                new Hlc(at.toEpochMilli(), 0),
                at,
                Optional.empty(),
                actor,
                new CommandId(desk.hashCode(), seq),
                fact);
    }

    List<Recorded> facts(int count) {
        var all = new ArrayList<Recorded>();
        for (int i = 0; i < count; i++) {
            all.add(next(all));
        }
        return all;
    }

    private Recorded next(List<Recorded> before) {
        DeskId desk = random.nextInt(4) == 0 ? BELL : ANVIL;
        long seq = sequences.merge(desk, 1L, Long::sum);
        millis += random.nextInt(90_000);
        // A clock that now and then runs backwards.
        Instant at = START.plusMillis(millis - (random.nextInt(9) == 0 ? 200_000 : 0));
        var command = !commands.isEmpty() && random.nextInt(5) == 0
                ? commands.getLast()
                : new CommandId(random.nextLong(), random.nextLong());
        commands.add(command);
        Fact fact = before.isEmpty() ? declared() : fact(before);
        return new Recorded(
                new FactId(desk, seq),
                new Hlc(at.toEpochMilli(), random.nextInt(3)),
                at,
                random.nextInt(6) == 0 ? Optional.of(at.minusSeconds(random.nextInt(9_000))) : Optional.empty(),
                pick(PEOPLE),
                command,
                fact);
    }

    private Fact declared() {
        return new LifeFact.Declared(
                words(),
                pick(Severity.values()),
                pick(IncidentType.values()),
                pick(Environment.values()),
                ZoneOffset.UTC);
    }

    private Fact fact(List<Recorded> before) {
        FactId known =
                random.nextInt(12) == 0 ? new FactId(BELL, 9_999) : pick(before).id();
        return switch (random.nextInt(30)) {
            case 0 -> declared();
            case 1 -> new LifeFact.TitleChanged(words(), words());
            case 2 -> new LifeFact.SeverityChanged(pick(Severity.values()), pick(Severity.values()), words());
            case 3 -> new LifeFact.PhaseChanged(pick(Phase.values()), pick(Phase.values()), words());
            case 4, 5 -> new LifeFact.Stamped(pick(StampName.values()), pick(PEOPLE), words());
            case 6 -> new LifeFact.MergedInto(incident(99), words());
            case 7 -> new LifeFact.UnmergedFrom(incident(99), words());
            case 8 -> new LifeFact.ConflictSettled(known, pick(PEOPLE).name());
            case 9 -> new LifeFact.Undone(pick(commands));
            case 10, 11 -> new CrewFact.RoleAssumed(pick(Role.values()), pick(PEOPLE), Optional.of(pick(PEOPLE)));
            case 12 -> new CrewFact.RoleRenounced(pick(Role.values()), pick(PEOPLE));
            case 13 -> new CrewFact.HandoverOffered(Role.COMMANDER, pick(PEOPLE), pick(PEOPLE), words(), words());
            case 14 -> new CrewFact.HandoverAccepted(known);
            case 15 -> new TimelineFact.EntryStruck(known, words());
            case 16 -> new TimelineFact.EntryCorrected(known, "", words(), Optional.of(START));
            case 17 -> new TimelineFact.EntryPinned(known);
            case 18 -> new TimelineFact.EntryUnpinned(known);
            case 19, 20 -> new TimelineFact.TaskAssigned(words(), pick(PEOPLE), Optional.of(Duration.ofMinutes(20)));
            case 21 -> new TimelineFact.TaskReassigned(known, pick(PEOPLE), pick(PEOPLE));
            case 22 -> new TimelineFact.TaskDone(known, words());
            case 23 ->
                new TimelineFact.HypothesisJudged(
                        known, HypothesisStatus.OPEN, pick(HypothesisStatus.values()), words());
            case 24 -> new ReviewFact.PostmortemOpened(Optional.empty(), pick(PEOPLE), START.plusSeconds(99_999));
            case 25 -> random.nextBoolean() ? new UnknownFact("new.thing", 3) : new ErasedFact("entry.added", 1);
            default -> new TimelineFact.EntryAdded(pick(EntryKind.values()), words());
        };
    }

    private String words() {
        return pick(List.of("disk", "100% full", "Écran noir", "a_b", "pager", "")) + " " + random.nextInt(1_000);
    }

    private <T> T pick(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    private <T> T pick(T[] values) {
        return values[random.nextInt(values.length)];
    }
}
