package tocsin.ui.shell;

import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import tocsin.app.Agenda;
import tocsin.app.Due;
import tocsin.app.Pulse;
import tocsin.app.Pulses;
import tocsin.base.IncidentId;

/// What is due over all incidents, reckoned before it comes to the screen: with thousands of them live that takes too
/// long for a frame.
///
/// @param leading the incidents whose dues come first; only they are looked at again as the time goes on
/// @param total how many things are due in all
record Outlook(Pulses.Snapshot snapshot, List<Pulse> leading, int total) {
    private static final int MOST = 40;

    /// On the agenda's thread.
    static Outlook of(Agenda agenda, Pulses.Snapshot snapshot, Instant now) {
        agenda.take(snapshot.dueIn(), now);
        Set<IncidentId> first = new HashSet<>();
        agenda.first(MOST).stream().map(Due::incident).forEach(first::add);
        List<Pulse> leading = snapshot.dueIn().stream()
                .filter(pulse -> first.contains(pulse.id()))
                .toList();
        return new Outlook(snapshot, leading, agenda.total());
    }
}
