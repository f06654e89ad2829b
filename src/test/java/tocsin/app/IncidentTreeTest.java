package tocsin.app;

import static org.assertj.core.api.Assertions.assertThat;
import static tocsin.app.Cases.ANA;
import static tocsin.app.Cases.START;
import static tocsin.app.Cases.at;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import tocsin.domain.ErasedFact;
import tocsin.domain.Recorded;
import tocsin.domain.incident.History;
import tocsin.domain.incident.Incident;
import tocsin.domain.incident.LifeFact;
import tocsin.domain.incident.Phase;
import tocsin.store.IncidentRow;

class IncidentTreeTest {
    private static final Instant LAST = START.plus(Duration.ofMinutes(37));

    @Test
    void promisedFieldsStandFirstAndInOrder() {
        Map<String, Object> tree = IncidentTree.of(Cases.busy().now(), LAST);

        assertThat(tree.keySet().stream().limit(7))
                .containsExactly("id", "title", "severity", "state", "type", "commander", "declaredAt");
        assertThat(tree)
                .containsEntry("id", "INC-2026-1121-001")
                .containsEntry("severity", 1)
                .containsEntry("state", "INVESTIGATING")
                .containsEntry("type", "outage")
                .containsEntry("commander", "Ana")
                .containsEntry("declaredAt", "2026-11-21T13:00:00Z")
                .containsEntry("key", "INC-2026-1121-001~abcdefgh")
                .containsKeys("entries", "roles", "tasks", "stamps", "clocks", "gates");
    }

    @Test
    void anEntrySaysAllThatIsPromised() {
        List<Map<String, Object>> entries = list(IncidentTree.of(Cases.busy().now(), LAST), "entries");

        assertThat(entries.get(3))
                .containsEntry("id", "abcdefghijklmnop-4")
                .containsEntry("kind", "note")
                .containsEntry("text", "errors at 45 % #checkout")
                .containsEntry("occurredAt", "2026-11-21T13:03:00Z")
                .containsEntry("recordedAt", "2026-11-21T13:03:00Z")
                .containsEntry("by", "Bo")
                .containsEntry("struck", false)
                .containsEntry("pinned", true)
                .containsEntry("tags", List.of("checkout"))
                .containsKey("corrections")
                .doesNotContainKeys("lateMinutes", "strike");
        assertThat(entries)
                .anySatisfy(
                        entry -> assertThat(entry).containsEntry("struck", true).containsKey("strike"));
        assertThat(entries).anySatisfy(entry -> assertThat(entry).containsEntry("lateMinutes", 16L * 60 + 25));
        assertThat(entries.getFirst().get("text"))
                .isEqualTo("Ana declared SEV-2: Checkout is down (outage, production)");
    }

    @Test
    void gatesOfEveryNextStateAreListed() {
        List<Map<String, Object>> gates = list(IncidentTree.of(Cases.busy().now(), LAST), "gates");

        assertThat(gates).extracting(gate -> gate.get("before")).contains("IDENTIFIED", "MONITORING");
        assertThat(gates)
                .anySatisfy(gate -> assertThat(gate)
                        .containsEntry("name", "identified.hypothesis")
                        .containsEntry("status", "met")
                        .containsEntry("stops", false));
    }

    @Test
    void clocksAreReckonedAtTheMomentThatIsAskedFor() {
        Incident incident = Cases.busy().now();

        assertThat(state(IncidentTree.of(incident, START.plusSeconds(60)), "restore"))
                .isEqualTo("running");
        assertThat(state(IncidentTree.of(incident, START.plus(Duration.ofDays(9))), "restore"))
                .isEqualTo("overdue");
    }

    @Test
    void theSameFactsInAnyOrderGiveTheSameTree() {
        long seed = new Random().nextLong();
        var facts = everything();
        String expected =
                IncidentTree.of(History.of(Cases.ID, facts).now(), LAST).toString();
        for (int round = 0; round < 20 * Integer.getInteger("tocsin.scale", 1); round++) {
            Collections.shuffle(facts, new Random(seed + round));

            assertThat(IncidentTree.of(History.of(Cases.ID, facts).now(), LAST).toString())
                    .as("seed %d round %d", seed, round)
                    .isEqualTo(expected);
        }
    }

    @Test
    void anyHandfulOfFactsHasATreeOfPlainValuesAndATextAndARow() {
        long seed = new Random().nextLong();
        for (int round = 0; round < 200 * Integer.getInteger("tocsin.scale", 1); round++) {
            var facts = everything();
            Collections.shuffle(facts, new Random(seed + round));
            Incident incident =
                    History.of(Cases.ID, facts.subList(0, round % facts.size())).now();

            assertPlain(IncidentTree.of(incident, LAST), "seed " + seed + " round " + round);
            assertThat(IncidentText.of(incident, LAST, Cases.BERLIN, Texts.german()))
                    .isNotBlank();
            assertThat(ListText.of(List.of(IncidentRow.of(incident)), LAST, Cases.BERLIN, Texts.english()))
                    .isNotBlank();
        }
    }

    @Test
    void anErasedDeclarationLeavesAReadableIncident() {
        Incident incident = History.of(
                        Cases.ID,
                        List.of(
                                at(0, ANA, new ErasedFact("declared", 1)),
                                at(1, ANA, new LifeFact.PhaseChanged(Phase.INVESTIGATING, Phase.IDENTIFIED, "")),
                                at(2, ANA, new LifeFact.PhaseChanged(Phase.IDENTIFIED, Phase.INVESTIGATING, ""))))
                .now();

        assertThat(IncidentTree.of(incident, LAST))
                .containsEntry("commander", null)
                .containsEntry("title", "");
    }

    @Test
    void rowsComeMostSevereFirst() {
        Incident bad = Cases.busy().now();
        Incident mild = History.of(Cases.OTHER, List.of(Cases.declared())).now();

        assertThat(IncidentTree.rows(List.of(IncidentRow.of(mild), IncidentRow.of(bad))))
                .extracting(row -> row.get("severity"))
                .containsExactly(1, 2);
        assertThat(IncidentTree.row(IncidentRow.of(bad)))
                .doesNotContainKey("entries")
                .containsKey("nextDue");
    }

    /// Whoever adds a field describes it.
    @Test
    void everyFieldIsInTheManual() throws IOException {
        String manual = Files.readString(Path.of("src/docs/manual/json.md"));
        var names = new TreeSet<String>();
        collect(IncidentTree.of(History.of(Cases.ID, everything()).now(), LAST), names);

        assertThat(names)
                .hasSizeGreaterThan(90)
                .allSatisfy(name -> assertThat(manual).containsPattern("[`{, ]" + name + "[`}, ]"));
    }

    private static void collect(Object value, Set<String> names) {
        switch (value) {
            case Map<?, ?> map ->
                map.forEach((name, field) -> {
                    names.add((String) name);
                    collect(field, names);
                });
            case List<?> list -> list.forEach(item -> collect(item, names));
            case null, default -> {}
        }
    }

    private static List<Recorded> everything() {
        var facts = new ArrayList<Recorded>(Cases.busy().facts());
        int minute = 100;
        for (var fact : Cases.everyFact()) {
            facts.add(at(minute++, ANA, fact));
        }
        return facts;
    }

    private static void assertPlain(Object value, String as) {
        switch (value) {
            case null -> {}
            case Map<?, ?> map ->
                map.forEach((key, field) -> {
                    assertThat(key).as(as).isInstanceOf(String.class);
                    assertPlain(field, as + " " + key);
                });
            case List<?> list -> list.forEach(item -> assertPlain(item, as));
            default -> assertThat(value).as(as).isInstanceOfAny(String.class, Integer.class, Long.class, Boolean.class);
        }
    }

    private static Object state(Map<String, Object> tree, String clock) {
        return list(tree, "clocks").stream()
                .filter(one -> one.get("name").equals(clock))
                .findFirst()
                .orElseThrow()
                .get("state");
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> list(Map<String, Object> tree, String field) {
        return (List<Map<String, Object>>) tree.get(field);
    }
}
