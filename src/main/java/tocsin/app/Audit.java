package tocsin.app;

import java.nio.file.Path;
import java.util.ArrayList;
import tocsin.journal.Disk;
import tocsin.journal.Fault;
import tocsin.journal.Journal;
import tocsin.journal.JournalException;
import tocsin.journal.Verdict;
import tocsin.journal.Verify;
import tocsin.journal.codec.FactCodec;

/// Checks everything a journal holds: its bytes, and that its facts can be read. Reads the disk on the caller's thread.
final class Audit {
    private Audit() {}

    static Verdict of(Disk disk, Journal journal, Path folder, FactCodec codec) throws JournalException {
        Verdict verdict = Verify.run(disk, folder, journal.heads(), journal.seal());
        var faults = new ArrayList<>(verdict.faults());
        long[] unreadable = {0};
        journal.replay(
                -1,
                (_, fact) -> codec.fault(fact).ifPresent(reason -> {
                    unreadable[0]++;
                    if (faults.size() < Verify.MAX_FAULTS) {
                        faults.add(new Fault(Fault.Kind.UNREADABLE, fact.id().toString(), reason));
                    }
                }));
        return new Verdict(
                faults,
                verdict.found() + unreadable[0],
                verdict.facts(),
                verdict.desks(),
                verdict.erased(),
                verdict.sparse(),
                verdict.signatures());
    }
}
