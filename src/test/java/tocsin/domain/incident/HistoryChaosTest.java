package tocsin.domain.incident;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongConsumer;
import org.junit.jupiter.api.Test;
import tocsin.base.CommandId;
import tocsin.base.FactId;
import tocsin.base.Hlc;
import tocsin.domain.Fact;
import tocsin.domain.Recorded;
import tocsin.domain.incident.IncidentCommand.Declare;
import tocsin.domain.incident.Outcome.Accepted;
import tocsin.domain.incident.Outcome.Refused;
import tocsin.domain.roster.Role;
import tocsin.domain.timeline.EntryKind;
import tocsin.domain.timeline.TimelineFact.EntryAdded;

/// Random histories: whatever arrives in whatever order, every desk sees the same and nothing breaks.
class HistoryChaosTest {
    private static final int SCALE = Integer.getInteger("tocsin.scale", 1);

    @Test
    void threeDesksSeeTheSameIncidentWhateverTheOrderOfDelivery() {
        forEachSeed(10_000 * SCALE, seed -> {
            var chaos = new Chaos(seed);
            List<Recorded> facts = chaos.history(2 + chaos.upTo(24));
            Incident expected = History.of(Story.ID, facts).now();
            for (int i = 0; i < 2; i++) {
                Incident shuffled = History.of(Story.ID, chaos.shuffledWithDuplicates(facts))
                        .now();
                assertThat(shuffled).isEqualTo(expected);
            }
        });
    }

    @Test
    void foldingFactByFactEqualsFoldingAtOnce() {
        forEachSeed(2_000 * SCALE, seed -> {
            var chaos = new Chaos(seed);
            var history = new History(Story.ID);
            for (Recorded fact : chaos.shuffledWithDuplicates(chaos.history(2 + chaos.upTo(24)))) {
                history.add(fact);
                assertThat(history.now())
                        .isEqualTo(History.of(Story.ID, history.facts()).now());
            }
        });
    }

    @Test
    void aPictureOnceTakenNeverChanges() {
        forEachSeed(1_000 * SCALE, seed -> {
            var chaos = new Chaos(seed);
            List<Recorded> facts = chaos.history(24);
            var history = new History(Story.ID);
            var pictures = new ArrayList<Incident>();
            for (Recorded fact : facts) {
                history.add(fact);
                pictures.add(history.now());
            }
            var again = new History(Story.ID);
            for (int i = 0; i < facts.size(); i++) {
                again.add(facts.get(i));
                assertThat(pictures.get(i)).isEqualTo(again.now());
            }
        });
    }

    @Test
    void commandOnceTakenIsNeverEmpty() {
        forEachSeed(3_000 * SCALE, seed -> {
            var chaos = new Chaos(seed);
            var history = new History(Story.ID);
            boolean taken = false;
            for (Recorded fact : chaos.history(30)) {
                history.add(fact);
                boolean undoing = fact.fact() instanceof LifeFact.Undone;
                boolean held = history.now().commander().isPresent();
                // An undoing may take back a gesture that took command of what nobody had declared.
                boolean declared = history.facts().stream().anyMatch(one -> one.fact() instanceof LifeFact.Declared)
                        && history.now().declaredAt().isPresent();
                assertThat(held || !taken || (undoing && !declared)).isTrue();
                taken = held;
                assertThat(history.now().crew().current().stream()
                                .filter(term -> term.role() == Role.COMMANDER)
                                .count())
                        .isLessThanOrEqualTo(1);
            }
        });
    }

    @Test
    void noQuestionAboutAnyIncidentThrows() {
        forEachSeed(3_000 * SCALE, seed -> {
            var chaos = new Chaos(seed);
            var history = History.of(Story.ID, chaos.history(2 + chaos.upTo(30)));
            Instant now = Story.START.plusSeconds(chaos.upTo(100_000));
            Incident incident = history.now();
            IncidentClocks.of(incident, Story.RULES)
                    .forEach(clock -> assertThat(clock.stateAt(now)).isNotNull());
            for (Phase phase : Phase.values()) {
                assertThat(Gates.before(phase, incident, now, Story.RULES.policy()))
                        .isNotNull();
            }
            assertThat(Brief.of(incident, Story.RULES, now)).isNotNull();
            assertThat(incident.timeAtEachLevel(now)).isNotNull();
            assertThat(history.at(now, View.KNOWN)).isNotNull();
            assertThat(history.at(now, View.TRUE)).isNotNull();
            incident.timeline().entries().forEach(entry -> {
                assertThat(entry.late()).isNotNull();
                assertThat(entry.words().tags()).isNotNull();
            });
            incident.timeline()
                    .tasks()
                    .values()
                    .forEach(task -> assertThat(task.due()).isNotNull());
        });
    }

    @Test
    void noCommandOnAnyIncidentThrows() {
        forEachSeed(3_000 * SCALE, seed -> {
            var chaos = new Chaos(seed);
            List<Recorded> facts = chaos.history(2 + chaos.upTo(20));
            Incident incident = History.of(Story.ID, facts).now();
            for (int i = 0; i < 20; i++) {
                IncidentCommand command = chaos.command(facts);
                Context context = chaos.context(Story.START.plusSeconds(chaos.upTo(4_000)));
                assertThat(incident.decide(command, context)).as("%s", command).isNotNull();
            }
        });
    }

    @Test
    void whatOneDeskDecidesNeverConflictsWithItself() {
        forEachSeed(2_000 * SCALE, seed -> {
            var chaos = new Chaos(seed);
            Story story = Story.nothingYet();
            for (int i = 0; i < 80; i++) {
                story.after(Duration.ofSeconds(chaos.upTo(30)));
                IncidentCommand command = chaos.command(story.history().facts());
                if (i == 0) {
                    command = new Declare(
                            "Down", Optional.empty(), Optional.empty(), Optional.empty(), java.time.ZoneOffset.UTC);
                }
                if (command instanceof IncidentCommand.Undo(var gesture, var acts) && !acts.isEmpty()) {
                    command = story.undo(acts.getFirst().command());
                }
                Context context = chaos.context(story.time());
                story.by(context.actor());
                switch (story.now().decide(command, context)) {
                    case Accepted(var facts) -> story.record(facts, context.occurredAt());
                    case Refused(var _, var kept) -> story.record(kept, context.occurredAt());
                }
                assertThat(story.now().conflicts()).as("after %s", command).isEmpty();
                assertThat(story.now().commander()).isPresent();
            }
        });
    }

    @Test
    void everyKindOfFactAndCommandIsAmongTheChaos() {
        assertThat(Chaos.everyFact()).hasSizeGreaterThan(50).allMatch(Class::isRecord);
        assertThat(Chaos.everyCommand()).hasSizeGreaterThan(50).allMatch(Class::isRecord);
    }

    @Test
    void aLongHistoryFoldsAndStaysCheapToExtend() {
        var history = new History(Story.ID);
        int length = 20_000 * SCALE;
        for (int i = 1; i <= length; i++) {
            Fact fact = i == 1
                    ? new LifeFact.Declared(
                            "Long",
                            tocsin.domain.severity.Severity.SEV3,
                            tocsin.domain.severity.IncidentType.OUTAGE,
                            tocsin.domain.severity.Environment.PRODUCTION,
                            java.time.ZoneOffset.UTC)
                    : i == 10 ? new LifeFact.Undone(new CommandId(1, 9)) : new EntryAdded(EntryKind.NOTE, "line " + i);
            Instant at = Story.START.plusMillis(i);
            history.add(new Recorded(
                    new FactId(Story.DESK, i),
                    new Hlc(at.toEpochMilli(), 0),
                    at,
                    Optional.empty(),
                    Story.ANA,
                    new CommandId(1, i),
                    fact));
            assertThat(history.now().phase()).isEqualTo(Phase.INVESTIGATING);
        }
        // All lines but the one taken back.
        assertThat(history.now().timeline().entries()).hasSize(length - 1);
    }

    private static void forEachSeed(int count, LongConsumer test) {
        for (long seed = 1; seed <= count; seed++) {
            try {
                test.accept(seed);
            } catch (AssertionError | RuntimeException failure) {
                throw new AssertionError("seed " + seed + ": " + failure.getMessage(), failure);
            }
        }
    }
}
