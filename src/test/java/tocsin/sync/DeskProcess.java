package tocsin.sync;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.SplittableRandom;
import java.util.concurrent.locks.LockSupport;
import tocsin.journal.Head;
import tocsin.journal.Heads;
import tocsin.journal.Journal;
import tocsin.journal.JournalException;
import tocsin.journal.RealDisk;
import tocsin.journal.Settings;
import tocsin.journal.StoredFact;

/// A desk as a process of its own, which may be killed at any moment: it writes its facts, tells what was
/// acknowledged, and meets the hub until it holds what everybody wrote.
final class DeskProcess {
    private static final int MOST_AT_ONCE = 1_000;
    private static final int ONE_WRITE = 250;

    private final Journal journal;
    private final PrintStream out;
    private final long own;
    private final SplittableRandom random = new SplittableRandom();

    private DeskProcess(Journal journal, PrintStream out, long own) {
        this.journal = journal;
        this.out = out;
        this.own = own;
    }

    static Journal open(Path folder) throws JournalException {
        return Journal.open(
                new RealDisk(), folder, Settings.standard().withBallastBytes(0).withLowDiskBytes(0));
    }

    /// Address of the hub, role there, folder of the journal, facts of each desk, desks.
    public static void main(String[] arguments) throws JournalException, HubTrouble {
        var out = new PrintStream(System.out, true, UTF_8);
        Path folder = Path.of(arguments[2]);
        long own = Long.parseLong(arguments[3]);
        int desks = Integer.parseInt(arguments[4]);
        try (var journal = open(folder);
                Hub hub = Hubs.open(arguments[0], arguments[1], arguments[1]::toCharArray)) {
            var courier = new Courier(hub, new JournalLedger(journal), InstantSource.system(), () -> false);
            var desk = new DeskProcess(journal, out, own);
            // Nobody may be left meeting when the test itself is killed.
            while (Files.exists(folder) && !out.checkError()) {
                desk.write();
                boolean nothingQueued = desk.meet(courier);
                out.println("held " + journal.size());
                if (nothingQueued && desk.isComplete(desks)) {
                    out.println("done");
                    return;
                }
            }
        }
    }

    private void write() {
        long left = Math.min(own - journal.heads().seq(journal.desk()), random.nextInt(1, MOST_AT_ONCE));
        while (left > 0) {
            long some = Math.min(left, ONE_WRITE);
            StoredFact last = journal.write(appender -> {
                        StoredFact written = appender.append(JournalLedger.draft("one of " + some + " notes"));
                        for (int i = 1; i < some; i++) {
                            written = appender.append(JournalLedger.draft("pump " + i + " is running again"));
                        }
                        return written;
                    })
                    .join();
            left -= some;
            out.println("wrote " + last.id() + " " + last.hash().hex());
        }
    }

    /// Whether the hub holds all of this desk.
    private boolean meet(Courier courier) throws HubTrouble, JournalException {
        try {
            Round round = courier.round();
            round.quarantine().forEach(each -> out.println("refused " + each));
            round.renewed().ifPresent(former -> out.println("renewed " + former));
            return round.queued() == 0;
        } catch (HubTrouble trouble) {
            if (trouble.kind() != HubTrouble.Kind.AWAY) {
                throw trouble;
            }
            LockSupport.parkNanos(random.nextLong(10_000_000, 200_000_000));
            return false;
        }
    }

    private boolean isComplete(int desks) {
        Heads heads = journal.heads();
        return heads.all().size() == desks
                && heads.all().stream().mapToLong(Head::seq).allMatch(seq -> seq >= own);
    }
}
