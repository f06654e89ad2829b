package tocsin.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tocsin.base.CommandId;
import tocsin.base.FactId;
import tocsin.base.Feed;
import tocsin.base.Hlc;
import tocsin.base.PersonId;
import tocsin.domain.Fact;
import tocsin.domain.Recorded;
import tocsin.domain.incident.Outcome;
import tocsin.domain.organisation.Organisation;
import tocsin.domain.organisation.OrganisationCommand;
import tocsin.domain.organisation.OrganisationHistory;
import tocsin.journal.Appender;
import tocsin.journal.JournalException;
import tocsin.journal.StoredFact;
import tocsin.journal.codec.FactCodec;

/// Decides and writes down what belongs to the organisation and to no incident. Lives on the journal's thread; only
/// [#current] may be read from any. What it keeps is ahead of the disk by the batch that is being written.
final class Registrar {
    /// Places that facts have only while they are tried.
    private static final long TRIED_AT = Long.MAX_VALUE - (1L << 32);

    private final FactCodec codec;
    private OrganisationHistory history = new OrganisationHistory();
    private final Feed<Organisation> feed = new Feed<>();
    private volatile Organisation current = Organisation.EMPTY;

    Registrar(FactCodec codec) {
        this.codec = codec;
    }

    /// While the profile is opened.
    void load(List<StoredFact> facts) {
        take(facts);
        current = history.now();
    }

    /// The facts are others than before.
    void reload(List<StoredFact> facts) {
        history = new OrganisationHistory();
        take(facts);
    }

    /// As forced to disk.
    Organisation current() {
        return current;
    }

    /// With what is being written.
    Organisation ahead() {
        return history.now();
    }

    Feed<Organisation> feed() {
        return feed;
    }

    /// All commands are tried before the first is written, each on what those before it would leave.
    OrganisationAnswer write(Appender out, List<OrganisationCommand> commands, PersonId actor, CommandId command)
            throws JournalException {
        Optional<OrganisationAnswer> refused = refused(out, commands, actor, command);
        if (refused.isPresent()) {
            return refused.get();
        }
        OrganisationHistory next = history.copy();
        var written = new ArrayList<Recorded>();
        for (OrganisationCommand each : commands) {
            if (next.now().decide(each) instanceof Outcome.Accepted(var facts)) {
                for (Fact fact : facts) {
                    var draft = codec.draft(Optional.empty(), fact, Optional.empty(), actor, command);
                    Recorded recorded = FactCodec.recorded(out.append(draft), fact);
                    next.add(recorded);
                    written.add(recorded);
                }
            }
        }
        // What may fail has passed: a job that failed is rolled back, and the history must not be ahead of it.
        written.forEach(history::add);
        return new OrganisationAnswer.Done(
                history.now(), written.stream().map(Recorded::id).toList());
    }

    /// Everything written so far is on disk.
    void publish(Organisation forced) {
        current = forced;
        feed.tell(forced);
    }

    private Optional<OrganisationAnswer> refused(
            Appender out, List<OrganisationCommand> commands, PersonId actor, CommandId command) {
        OrganisationHistory trial = history.copy();
        long place = 0;
        for (int i = 0; i < commands.size(); i++) {
            switch (trial.now().decide(commands.get(i))) {
                case Outcome.Refused(var refusal, var _) -> {
                    return Optional.of(new OrganisationAnswer.Refused(i, refusal));
                }
                case Outcome.Accepted(var facts) -> {
                    for (Fact fact : facts) {
                        trial.add(new Recorded(
                                new FactId(out.desk(), TRIED_AT + ++place),
                                new Hlc(Long.MAX_VALUE, 0),
                                out.now(),
                                Optional.empty(),
                                actor,
                                command,
                                fact));
                    }
                }
            }
        }
        return Optional.empty();
    }

    /// Takes in what other desks wrote and is in the journal now. Returns whether that changed anything.
    boolean take(List<StoredFact> facts) {
        boolean changed = false;
        for (StoredFact fact : facts) {
            changed |= history.add(codec.recorded(fact));
        }
        return changed;
    }
}
