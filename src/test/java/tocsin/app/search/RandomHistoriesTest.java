package tocsin.app.search;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tocsin.app.Change;
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
import tocsin.domain.incident.Audience;
import tocsin.domain.incident.History;
import tocsin.domain.incident.LifeFact;
import tocsin.domain.incident.Phase;
import tocsin.domain.roster.CrewFact;
import tocsin.domain.roster.Role;
import tocsin.domain.severity.Environment;
import tocsin.domain.severity.IncidentType;
import tocsin.domain.severity.Severity;
import tocsin.domain.timeline.EntryKind;
import tocsin.domain.timeline.HypothesisStatus;
import tocsin.domain.timeline.TimelineFact;

/// Whatever happens in whatever order, the index that was kept in step finds what one made anew finds.
class RandomHistoriesTest {
    private static final int HISTORIES = 50 * Integer.getInteger("tocsin.scale", 1);
    private static final int FACTS = 60;
    private static final DeskId DESK = new DeskId("anvilanvilanvila");
    private static final DeskId OTHER = new DeskId("bellbellbellbell");
    private static final Instant START = Instant.parse("2026-11-21T03:00:00Z");
    private static final IncidentId ID = IncidentId.of(LocalDate.of(2026, 11, 21), 1, DESK);
    private static final List<PersonId> PEOPLE = List.of(new PersonId("Ana"), new PersonId("Bo Lind"));
    private static final List<String> LINES = List.of(
            "disk",
            "pager",
            "full",
            "kind:system",
            "kind:note",
            "kind:incident",
            "kind:task",
            "kind:judgement",
            "kind:answer",
            "kind:update",
            "kind:handover",
            "is:struck",
            "is:pinned",
            "by:ana",
            "#tag",
            "severity:1",
            "state:live");

    @TempDir
    Path folder;

    @Test
    void theIndexKeptInStepFindsWhatOneMadeAnewFinds() throws IOException {
        for (int seed = 0; seed < HISTORIES; seed++) {
            var random = new Random(seed);
            var history = new History(ID);
            List<List<Hit>> kept;
            List<List<Hit>> anew;
            try (Index index = Index.fresh(folder.resolve("kept"))) {
                var facts = new ArrayList<FactId>();
                var gestures = new ArrayList<CommandId>();
                for (int i = 0; i < FACTS; i++) {
                    Reach reach = next(history, random, facts, gestures);
                    index.put(history.now(), reach);
                }
                kept = found(index);
            }
            try (Index index = Index.fresh(folder.resolve("anew"))) {
                index.add(history.now());
                anew = found(index);
            }
            assertThat(kept).as("seed %d", seed).isEqualTo(anew);
        }
    }

    private static List<List<Hit>> found(Index index) throws IOException {
        index.show();
        var all = new ArrayList<List<Hit>>();
        for (String line : LINES) {
            Query query = ((Query.Reading.Read) Query.read(line, START, ZoneOffset.UTC)).query();
            all.add(index.find(query, 1_000).list().stream()
                    .sorted(Comparator.comparing(Hit::toString))
                    .toList());
        }
        return all;
    }

    private static Reach next(History history, Random random, List<FactId> facts, List<CommandId> gestures) {
        int place = history.facts().size();
        boolean late = random.nextInt(10) == 0;
        Instant at = START.plusSeconds(60L * place - (late ? 600 : 0));
        var id = new FactId(random.nextInt(4) == 0 ? OTHER : DESK, place + 1L);
        var gesture = new CommandId(1, random.nextInt(4) == 0 ? place - 1L : place);
        FactId target = facts.isEmpty() || random.nextInt(10) == 0 ? id : facts.get(random.nextInt(facts.size()));
        Fact fact = place == 0 ? declared() : fact(random, target, gestures);
        var recorded = new Recorded(
                id,
                new Hlc(at.toEpochMilli(), 0),
                at,
                random.nextInt(5) == 0 ? Optional.of(at.minusSeconds(random.nextInt(9_000))) : Optional.empty(),
                PEOPLE.get(random.nextInt(PEOPLE.size())),
                gesture,
                fact);
        boolean inOrder = (history.facts().isEmpty()
                        || Recorded.ORDER.compare(recorded, history.facts().getLast()) > 0)
                && !(fact instanceof LifeFact.Undone);
        history.add(recorded);
        facts.add(id);
        gestures.add(gesture);
        return Reach.of(new Change(
                history.now(), List.of(recorded), inOrder ? Change.Lateness.IN_ORDER : Change.Lateness.REFOLDED));
    }

    private static Fact declared() {
        return new LifeFact.Declared(
                "pager is full", Severity.SEV2, IncidentType.OUTAGE, Environment.PRODUCTION, ZoneOffset.UTC);
    }

    private static Fact fact(Random random, FactId target, List<CommandId> gestures) {
        String words = List.of("disk full #tag", "pager @ana", "Écran noir", "").get(random.nextInt(4)) + " "
                + random.nextInt(99);
        PersonId person = PEOPLE.get(random.nextInt(PEOPLE.size()));
        return switch (random.nextInt(26)) {
            case 0 -> new LifeFact.TitleChanged("pager is full", words);
            case 1 -> new LifeFact.SeverityChanged(Severity.SEV2, Severity.SEV1, words);
            case 2 -> new LifeFact.PhaseChanged(Phase.INVESTIGATING, Phase.values()[random.nextInt(8)], words);
            case 3 -> new LifeFact.UpdateSent(Audience.INTERNAL, words);
            case 4 -> new LifeFact.ConflictSettled(target, person.name());
            case 5 -> new LifeFact.Undone(gestures.get(random.nextInt(gestures.size())));
            case 6 -> new CrewFact.RoleAssumed(Role.COMMANDER, person, Optional.empty());
            case 7 -> new CrewFact.HandoverOffered(Role.COMMANDER, person, PEOPLE.getFirst(), words, words);
            case 8 -> new CrewFact.HandoverAccepted(target);
            case 9, 10 -> new TimelineFact.EntryStruck(target, words);
            case 11, 12 -> new TimelineFact.EntryCorrected(target, "", words, Optional.of(START));
            case 13, 14 -> new TimelineFact.EntryPinned(target);
            case 15 -> new TimelineFact.EntryUnpinned(target);
            case 16 -> new TimelineFact.TaskAssigned(words, person, Optional.empty());
            case 17 -> new TimelineFact.TaskDone(target, words);
            case 18 -> new TimelineFact.TaskReassigned(target, person, PEOPLE.getLast());
            case 19 ->
                new TimelineFact.HypothesisJudged(
                        target, HypothesisStatus.OPEN, HypothesisStatus.values()[random.nextInt(3)], words);
            case 20 -> new TimelineFact.QuestionAnswered(target, words);
            case 21 -> random.nextBoolean() ? new UnknownFact("new.thing", 3) : new ErasedFact("entry.added", 1);
            default -> new TimelineFact.EntryAdded(EntryKind.values()[random.nextInt(7)], words);
        };
    }
}
