package tocsin.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import tocsin.journal.OpenReport;
import tocsin.store.Opening;

/// What people should know about how a profile was opened, a line each; nothing when all was as it was left.
final class OpeningNotes {
    private OpeningNotes() {}

    static List<String> of(OpenReport report, Opening.Found found) {
        var notes = new ArrayList<String>();
        report.torn()
                .ifPresent(torn -> notes.add("the last write was torn and never acknowledged; " + torn.bytes()
                        + " bytes of " + torn.file() + " were cut"
                        + torn.savedAs().map(file -> " and kept in " + file).orElse("")));
        report.damages().forEach(damage -> notes.add("damage: " + damage.words()));
        report.newDesk()
                .filter(why -> why != OpenReport.NewDesk.FIRST_START)
                .ifPresent(why -> notes.add("this desk is new ("
                        + why.name().toLowerCase(Locale.ROOT).replace('_', ' ')
                        + "): it writes as " + report.desk()
                        + report.formerDesk()
                                .map(old -> " and goes on for " + old)
                                .orElse("")));
        if (found instanceof Opening.Found.Unusable(var reason, var aside)) {
            notes.add("the store was folded anew: " + reason
                    + aside.map(file -> "; the old one is kept as " + file).orElse(""));
        }
        if (report.lowDisk()) {
            notes.add("the disk is nearly full; free some space");
        }
        return List.copyOf(notes);
    }
}
