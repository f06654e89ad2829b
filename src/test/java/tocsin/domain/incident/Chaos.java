package tocsin.domain.incident;

import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.lang.reflect.TypeVariable;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
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
import tocsin.domain.analysis.AnalysisFact;
import tocsin.domain.checklist.ChecklistFact;
import tocsin.domain.desk.DeskFact;
import tocsin.domain.postmortem.ReviewFact;
import tocsin.domain.prose.ProseFact;
import tocsin.domain.roster.CrewFact;
import tocsin.domain.timeline.TimelineFact;

/// Makes any fact and any command from a seed: every record of every sealed family, filled with what people, broken
/// desks
/// and enemies might put there. A new kind of fact is covered on the day it is written.
final class Chaos {
    private static final List<DeskId> DESKS = Stream.of("a", "b", "c")
            .map(letter -> new DeskId(letter.repeat(16)))
            .toList();
    private static final List<Class<?>> FACTS = Stream.of(
                    LifeFact.class,
                    TimelineFact.class,
                    CrewFact.class,
                    ReviewFact.class,
                    ProseFact.class,
                    AnalysisFact.class,
                    ChecklistFact.class,
                    DeskFact.class)
            .flatMap(Chaos::leaves)
            .toList();
    private static final List<Class<?>> COMMANDS = leaves(IncidentCommand.class).toList();
    private static final List<String> WORDS = List.of(
            "",
            " ",
            "cache",
            "confidence low: disk",
            "https://graphs/1 shows it",
            "closed.stop3",
            "identified.hypothesis",
            "resolved.soak",
            "SEV-1",
            "outage.scope",
            "MONITORING",
            "UNDECLARED",
            "Ana",
            "\u0000\u001b[2J",
            "\u202Etxet desrever",
            "\uD83D",
            "'; DROP TABLE facts; --",
            "a".repeat(400),
            "İı ß ﬁ",
            "#tag @ana INC-2026-0302-001");
    private static final List<Duration> DURATIONS = List.of(
            Duration.ZERO,
            Duration.ofMinutes(20),
            Duration.ofDays(3),
            Duration.ofSeconds(-5),
            Duration.ofSeconds(Long.MAX_VALUE),
            Duration.ofSeconds(Long.MIN_VALUE));
    private static final List<Instant> STRANGE_TIMES =
            List.of(Instant.MIN, Instant.MAX, Instant.EPOCH, Story.START.minusSeconds(86_400));
    private static final List<PersonId> PEOPLE = List.of(
            Story.ANA, Story.BEN, Story.CARA, Story.DEV, Story.EVE, new PersonId("ANA"), new PersonId("Zoë O'Neil"));

    private final Random random;
    private final List<FactId> pool = new ArrayList<>();
    private final List<CommandId> gestures = new ArrayList<>();
    private List<Recorded> acts = List.of();

    Chaos(long seed) {
        this.random = new Random(seed);
    }

    /// What three desks wrote, in the order of their clocks. The first fact declares the incident, mostly.
    List<Recorded> history(int length) {
        var facts = new ArrayList<Recorded>();
        long[] seqs = new long[DESKS.size()];
        long millis = Story.START.toEpochMilli();
        for (int i = 0; i < length; i++) {
            int desk = random.nextInt(DESKS.size());
            millis += random.nextInt(120_000);
            var id = new FactId(DESKS.get(desk), ++seqs[desk]);
            boolean sameGesture = !gestures.isEmpty() && random.nextInt(5) == 0;
            CommandId gesture = sameGesture ? gestures.getLast() : new CommandId(desk, i);
            Fact fact = i == 0 && random.nextInt(10) > 0 ? make(LifeFact.Declared.class) : fact();
            facts.add(new Recorded(
                    id,
                    new Hlc(millis, random.nextInt(3)),
                    random.nextInt(50) == 0 ? pick(STRANGE_TIMES) : Instant.ofEpochMilli(millis),
                    random.nextInt(4) == 0 ? Optional.of(time()) : Optional.empty(),
                    pick(PEOPLE),
                    gesture,
                    fact));
            pool.add(id);
            gestures.add(gesture);
        }
        return facts;
    }

    Fact fact() {
        return switch (random.nextInt(30)) {
            case 0 -> new UnknownFact("tocsin.later", 2);
            case 1 -> new ErasedFact("entry.added", 1);
            default -> (Fact) make(pick(FACTS));
        };
    }

    IncidentCommand command(List<Recorded> facts) {
        acts = facts;
        pool.clear();
        facts.forEach(fact -> pool.add(fact.id()));
        return (IncidentCommand) make(pick(COMMANDS));
    }

    Context context(Instant now) {
        return new Context(
                pick(PEOPLE),
                now,
                random.nextInt(4) == 0 ? Optional.of(now.minusSeconds(random.nextInt(900))) : Optional.empty(),
                Story.RULES,
                Story.CHECKLISTS);
    }

    <T> List<T> shuffledWithDuplicates(List<T> items) {
        var all = new ArrayList<>(items);
        for (int i = 0; i < items.size() / 4; i++) {
            all.add(pick(items));
        }
        java.util.Collections.shuffle(all, random);
        return all;
    }

    int upTo(int bound) {
        return random.nextInt(bound);
    }

    static List<Class<?>> everyFact() {
        return FACTS;
    }

    static List<Class<?>> everyCommand() {
        return COMMANDS;
    }

    private static Stream<Class<?>> leaves(Class<?> type) {
        return type.isSealed() ? Arrays.stream(type.getPermittedSubclasses()).flatMap(Chaos::leaves) : Stream.of(type);
    }

    private <T> T make(Class<T> type) {
        return type.cast(value(type));
    }

    private <T> T pick(List<T> items) {
        return items.get(random.nextInt(items.size()));
    }

    private Instant time() {
        return random.nextInt(20) == 0 ? pick(STRANGE_TIMES) : Story.START.plusSeconds(random.nextInt(40_000) - 4_000);
    }

    private Object value(Type type) {
        if (type instanceof ParameterizedType generic) {
            Class<?> raw = (Class<?>) generic.getRawType();
            Type part = generic.getActualTypeArguments()[0];
            if (raw == Optional.class) {
                return random.nextBoolean() ? Optional.of(value(part)) : Optional.empty();
            }
            if (raw == List.class) {
                return part == Recorded.class
                        ? someActs()
                        : Stream.generate(() -> value(part))
                                .limit(random.nextInt(3))
                                .toList();
            }
            Class<?> leaf = pick(leaves(raw).toList());
            return record(leaf, part);
        }
        Class<?> plain = (Class<?>) type;
        if (plain.isSealed() && plain.isInterface()) {
            return record(pick(leaves(plain).toList()), null);
        }
        if (plain.isEnum()) {
            return pick(Arrays.asList(plain.getEnumConstants()));
        }
        return switch (plain.getName()) {
            case "java.lang.String" -> pick(WORDS);
            case "int" -> random.nextInt(6) - 1;
            case "long" -> random.nextLong();
            case "java.time.Instant" -> time();
            case "java.time.Duration" -> pick(DURATIONS);
            case "java.time.LocalDate" ->
                pick(List.of(LocalDate.MIN, LocalDate.MAX, LocalDate.of(2026, 3, 9), LocalDate.of(2026, 2, 1)));
            case "java.time.ZoneId" -> ZoneId.of(pick(List.of("UTC", "Europe/Berlin", "Pacific/Apia")));
            case "tocsin.base.PersonId" -> pick(PEOPLE);
            case "tocsin.base.DeskId" -> pick(DESKS);
            case "tocsin.base.IncidentId" -> pick(List.<IncidentId>of(Story.ID, Story.OTHER_ID));
            case "tocsin.base.CommandId" -> gestures.isEmpty() ? new CommandId(9, 9) : pick(gestures);
            case "tocsin.base.FactId" ->
                pool.isEmpty() || random.nextInt(8) == 0 ? new FactId(pick(DESKS), 9_999) : pick(pool);
            default -> record(plain, null);
        };
    }

    private List<Recorded> someActs() {
        return acts.isEmpty() || random.nextInt(5) == 0 ? List.of() : List.of(pick(acts), pick(acts));
    }

    private Object record(Class<?> type, Type part) {
        RecordComponent[] components = type.getRecordComponents();
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
            return constructor.newInstance(Arrays.stream(components)
                    .map(component ->
                            component.getGenericType() instanceof TypeVariable ? part : component.getGenericType())
                    .map(this::value)
                    .toArray());
        } catch (NoSuchMethodException | InstantiationException | IllegalAccessException e) {
            throw new LinkageError("cannot make " + type, e);
        } catch (InvocationTargetException e) {
            throw new AssertionError(type + " refuses what a file may hold", e);
        }
    }
}
