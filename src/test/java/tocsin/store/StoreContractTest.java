package tocsin.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tocsin.base.IncidentId;
import tocsin.base.PersonId;
import tocsin.domain.Recorded;
import tocsin.domain.incident.History;
import tocsin.domain.incident.Incident;
import tocsin.domain.timeline.Entry;
import tocsin.store.Change.Touched;

/// Whatever order facts come in and however they are cut into changes, the store ends with the rows a rebuild gives.
final class StoreContractTest {
    private static final int SCHEDULES = 20 * Integer.getInteger("tocsin.scale", 1);
    private static final List<Applied> HEADS = List.of(new Applied(RandomLog.ANVIL, 7, "00ff"));

    @TempDir
    Path folder;

    @Test
    void incrementalChangesGiveTheRowsOfARebuild() {
        for (int schedule = 0; schedule < SCHEDULES; schedule++) {
            long seed = System.nanoTime() * 31 + schedule;
            try (Store grown = Store.open(folder.resolve("grown" + schedule), Settings.usual())
                            .store();
                    Store rebuilt = Store.open(folder.resolve("rebuilt" + schedule), Settings.usual())
                            .store()) {
                Map<IncidentId, History> histories = grow(grown, new Random(seed), seed);
                try (Rebuild rebuild = rebuilt.rebuild((_, _) -> {})) {
                    histories.values().forEach(history -> rebuild.add(history.now()));
                    rebuild.finish(HEADS, 1);
                }
                assertThat(dump(grown)).as("seed %d", seed).isEqualTo(dump(rebuilt));
                histories.values().forEach(history -> tellsTheSame(grown, history.now(), seed));
            }
        }
    }

    private static Map<IncidentId, History> grow(Store store, Random random, long seed) {
        var histories = new TreeMap<IncidentId, History>();
        var arriving = new ArrayList<Map.Entry<IncidentId, Recorded>>();
        for (int i = 1; i <= 3; i++) {
            IncidentId id = RandomLog.incident(i);
            histories.put(id, new History(id));
            // Facts arrive nearly in order, as they do when two desks sync, and some twice.
            List<Recorded> facts = new RandomLog(seed + i).facts(60);
            for (int swap = 0; swap < 5; swap++) {
                int place = random.nextInt(facts.size() - 1);
                Collections.swap(facts, place, place + 1);
            }
            facts.forEach(fact -> arriving.add(Map.entry(id, fact)));
            arriving.add(Map.entry(id, facts.get(random.nextInt(facts.size()))));
        }
        for (int next = 0; next < arriving.size(); ) {
            int end = Math.min(arriving.size(), next + 1 + random.nextInt(6));
            store.apply(change(histories, arriving.subList(next, end)));
            next = end;
        }
        return histories;
    }

    private static Change change(Map<IncidentId, History> histories, List<Map.Entry<IncidentId, Recorded>> arriving) {
        Map<IncidentId, List<Recorded>> news = new TreeMap<>();
        arriving.forEach(arrived -> {
            histories.get(arrived.getKey()).add(arrived.getValue());
            news.computeIfAbsent(arrived.getKey(), _ -> new ArrayList<>()).add(arrived.getValue());
        });
        List<Touched> touched = news.entrySet().stream()
                .map(each -> new Touched(histories.get(each.getKey()).now(), each.getValue()))
                .toList();
        return new Change(touched, HEADS, 1);
    }

    private static List<Object> dump(Store store) {
        var all = new ArrayList<Object>(store.incidents(Filter.ALL));
        all.addAll(store.incidents(Filter.LIVE));
        all.addAll(store.openTasks());
        for (String person : List.of("ana", "bo lind", "ZOË")) {
            store.terms(new PersonId(person)).stream()
                    .map(Object::toString)
                    .sorted()
                    .forEach(all::add);
        }
        for (IncidentRow row : store.incidents(Filter.ALL)) {
            all.addAll(store.entries(row.id(), 0, 1_000));
            all.addAll(store.tasks(row.id()));
            all.addAll(store.terms(row.id()));
            all.addAll(store.stamps(row.id()));
        }
        all.add(store.applied());
        all.add(store.position());
        return all;
    }

    private static void tellsTheSame(Store store, Incident incident, long seed) {
        IncidentRow row = store.incident(incident.id()).orElseThrow();
        assertThat(row.title()).as("seed %d", seed).isEqualTo(incident.title());
        assertThat(row.severity()).isEqualTo(incident.severity());
        assertThat(row.phase()).isEqualTo(incident.phase());
        assertThat(row.commander()).isEqualTo(incident.commander());
        assertThat(row.declaredAt()).isEqualTo(incident.declaredAt());
        assertThat(row.inPhaseSince()).isEqualTo(incident.inPhaseSince());
        assertThat(row.zone()).isEqualTo(incident.zone());
        assertThat(row.nextDue()).isEqualTo(IncidentRow.of(incident).nextDue());
        assertThat(row.lastRecordedAt()).isEqualTo(incident.lastRecordedAt());
        assertThat(row.openConflicts()).isEqualTo(incident.openConflicts().size());
        assertThat(row.openTasks()).isEqualTo(incident.timeline().openTasks().size());
        assertThat(row.postmortemOwner()).isEqualTo(incident.review().owner());
        assertThat(row.postmortemDue()).isEqualTo(incident.review().due());
        assertThat(row.mergedInto()).isEqualTo(incident.mergedInto());
        List<EntryRow> lines = store.entries(incident.id(), 0, 1_000);
        assertThat(lines).hasSameSizeAs(incident.timeline().entries());
        for (EntryRow line : lines) {
            Entry entry = incident.timeline().entries().get(line.place());
            assertThat(List.of(line.fact(), line.kind(), line.text(), line.by(), line.recordedAt(), line.occurredAt()))
                    .isEqualTo(List.of(
                            entry.id(),
                            entry.kind(),
                            entry.text(),
                            entry.by(),
                            entry.recordedAt(),
                            entry.occurredAt()));
            assertThat(List.of(line.mark(), line.clockwork(), line.corrections(), line.strike()))
                    .isEqualTo(List.of(
                            entry.mark(), entry.clockwork(), entry.changes().size(), entry.strike()));
        }
        assertThat(store.terms(incident.id()).stream().map(TermRow::term).toList())
                .isEqualTo(incident.crew().terms());
        assertThat(store.stamps(incident.id()))
                .containsExactlyElementsOf(incident.stamps().values().stream()
                        .flatMap(List::stream)
                        .toList());
    }
}
