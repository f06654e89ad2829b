package tocsin.app;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tocsin.base.DeskId;
import tocsin.base.FactId;
import tocsin.base.IncidentId;
import tocsin.journal.Adopted;
import tocsin.journal.Appender;
import tocsin.journal.Draft;
import tocsin.journal.HeadSignature;
import tocsin.journal.JournalException;
import tocsin.journal.StoredFact;

/// An appender that remembers which facts of other desks were new. Lives for one job.
final class Arrivals implements Appender {
    private final Appender out;
    private final List<StoredFact> loose = new ArrayList<>();
    private final Map<IncidentId, List<StoredFact>> byIncident = new LinkedHashMap<>();

    Arrivals(Appender out) {
        this.out = out;
    }

    Map<IncidentId, List<StoredFact>> byIncident() {
        return byIncident;
    }

    /// Those that belong to no incident.
    List<StoredFact> loose() {
        return loose;
    }

    @Override
    public DeskId desk() {
        return out.desk();
    }

    @Override
    public Instant now() {
        return out.now();
    }

    @Override
    public StoredFact append(Draft draft) throws JournalException {
        return out.append(draft);
    }

    @Override
    public Adopted adopt(StoredFact foreign, Continuity continuity) throws JournalException {
        Adopted adopted = out.adopt(foreign, continuity);
        if (adopted instanceof Adopted.Added added) {
            added.fact()
                    .header()
                    .incident()
                    .map(id -> byIncident.computeIfAbsent(id, _ -> new ArrayList<>()))
                    .orElse(loose)
                    .add(added.fact());
        }
        return adopted;
    }

    @Override
    public boolean adopt(HeadSignature signature) throws JournalException {
        return out.adopt(signature);
    }

    @Override
    public void erase(FactId id) throws JournalException {
        out.erase(id);
    }

    @Override
    public boolean holds(FactId id) {
        return out.holds(id);
    }
}
