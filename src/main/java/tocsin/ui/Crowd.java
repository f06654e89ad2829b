package tocsin.ui;

import java.util.ArrayList;
import java.util.List;
import tocsin.app.Pulse;
import tocsin.app.Pulses;
import tocsin.base.IncidentId;
import tocsin.domain.severity.Severity;

/// Boards that no good week shows, made from one that is real: the pictures of the tour look at them too.
record Crowd(Pulses.Snapshot real) {
    private static final List<String> HARD_TITLES = List.of(
            "The payment provider answers, but every third order is written twice, and "
                    .repeat(5)
                    .substring(0, 300),
            "تعطل خدمة الدفع في جميع المناطق منذ تحديث الشهادة",
            "שגיאות בתשלום בכל האזורים checkout 62 %",
            "Zahlungsdienstleisterschnittstellenüberwachungsverbindungsabbruch",
            "決済サービスが全リージョンで停止しています",
            "a\nb \u202e turned \u202c round");

    Pulses.Snapshot none() {
        return of(List.of());
    }

    /// The worst one alone.
    Pulses.Snapshot one() {
        return of(real.live().stream().min((one, other) -> one.severity().compareTo(other.severity())).stream()
                .toList());
    }

    /// This many, the levels in turn.
    Pulses.Snapshot many(int count) {
        var crowd = new ArrayList<Pulse>();
        for (int at = 0; at < count && !real.live().isEmpty(); at++) {
            Pulse model = real.live().get(at % real.live().size());
            crowd.add(copy(model, at, model.title()));
        }
        return of(crowd);
    }

    /// Long titles, both reading directions, other scripts.
    Pulses.Snapshot hard() {
        var crowd = new ArrayList<Pulse>();
        for (int at = 0; at < 4 * HARD_TITLES.size() && !real.live().isEmpty(); at++) {
            Pulse model = real.live().get(at % real.live().size());
            crowd.add(copy(model, at, HARD_TITLES.get(at % HARD_TITLES.size())));
        }
        return of(crowd);
    }

    private Pulses.Snapshot of(List<Pulse> live) {
        return new Pulses.Snapshot(
                live, real.ended(), real.owing(), real.facts(), real.trouble(), real.unread(), real.freeBytes());
    }

    private static Pulse copy(Pulse model, int number, String title) {
        return new Pulse(
                new IncidentId("INC-2026-1121-%03d~tourtour".formatted(number)),
                title,
                Severity.values()[number % 4],
                model.phase(),
                model.type(),
                model.commander(),
                model.operations(),
                model.communications(),
                model.crew(),
                model.vacancies(),
                model.declaredAt(),
                model.impactStartedAt(),
                model.inPhaseSince(),
                model.openTasks(),
                model.openConflicts(),
                model.clocks(),
                model.asks(),
                model.stopsMet(),
                model.mergedInto(),
                model.lastRecordedAt(),
                model.depth());
    }
}
