package tocsin.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tocsin.base.IncidentId;
import tocsin.domain.Recorded;
import tocsin.domain.organisation.Organisation;
import tocsin.journal.Appender;
import tocsin.journal.Job;
import tocsin.journal.JournalException;
import tocsin.journal.StoredFact;
import tocsin.journal.codec.FactCodec;

/// Takes in facts of other desks and tells what they changed here. Lives on the journal's thread.
final class Intake {
    private final FactCodec codec;
    private final Clerk clerk;
    private final Eraser eraser;
    private final Registrar registrar;

    Intake(FactCodec codec, Clerk clerk, Eraser eraser, Registrar registrar) {
        this.codec = codec;
        this.clerk = clerk;
        this.eraser = eraser;
        this.registrar = registrar;
    }

    /// What the job answered, and what to publish once it is on disk.
    record Taken<T>(T result, List<Change> changes, Optional<Organisation> organisation) {}

    <T> Taken<T> take(Appender out, Job<T> job) throws JournalException {
        var arrivals = new Arrivals(out);
        T result = job.run(arrivals);
        for (IncidentId each : arrivals.byIncident().keySet()) {
            clerk.expect(each);
        }
        var news = new ArrayList<Change>();
        for (Map.Entry<IncidentId, List<StoredFact>> each :
                arrivals.byIncident().entrySet()) {
            List<Recorded> fresh = each.getValue().stream().map(codec::recorded).toList();
            news.add(eraser.follow(out, each.getKey(), clerk.adopted(each.getKey(), fresh)));
        }
        Optional<Organisation> organisation =
                registrar.take(arrivals.loose()) ? Optional.of(registrar.ahead()) : Optional.empty();
        return new Taken<>(result, news, organisation);
    }
}
