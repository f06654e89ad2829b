package tocsin.ui;

import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tocsin.app.Answer;
import tocsin.app.Console;
import tocsin.app.Gesture;
import tocsin.app.Profile;
import tocsin.app.Progress;
import tocsin.base.IncidentId;
import tocsin.base.PersonId;
import tocsin.domain.incident.IncidentCommand;
import tocsin.domain.severity.Severity;
import tocsin.domain.timeline.EntryKind;
import tocsin.journal.Disk;
import tocsin.journal.JournalException;
import tocsin.journal.RealDisk;
import tocsin.journal.Settings;
import tocsin.ui.kit.Surroundings;

/// A real console on a folder of the test's own, and somebody in Berlin before it.
public final class Given {
    public static final Instant NOW = Instant.parse("2026-11-21T13:22:07Z");
    public static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    public static final PersonId ANA = new PersonId("M. Duval");

    private Given() {}

    public static Surroundings surroundings() {
        return surroundings(Locale.ENGLISH);
    }

    public static Surroundings surroundings(Locale locale) {
        return new Surroundings(ANA, BERLIN, locale, InstantSource.fixed(NOW));
    }

    public static Console console(Path folder) throws JournalException {
        return console(folder, InstantSource.fixed(NOW));
    }

    public static Console console(Path folder, InstantSource wall) throws JournalException {
        return console(folder, wall, new RealDisk());
    }

    public static Console console(Path folder, InstantSource wall, Disk disk) throws JournalException {
        return Console.open(
                new Profile(folder),
                disk,
                Settings.standard().withBallastBytes(0).withWall(wall),
                Progress.SILENT);
    }

    public static IncidentId declared(Console console, String title, Severity severity, int minutesAgo) {
        var command =
                new IncidentCommand.Declare(title, Optional.of(severity), Optional.empty(), Optional.empty(), BERLIN);
        Instant then = NOW.minusSeconds(60L * minutesAgo);
        Answer answer = console.declare(new Gesture.Opening(ANA, Optional.of(then), BERLIN, command))
                .join();
        return switch (answer) {
            case Answer.Done(var incident, var _) -> incident.id();
            case Answer.Refused(var refusal, var _) -> throw new AssertionError(refusal);
        };
    }

    public static void logged(Console console, IncidentId id, String text) {
        console.act(Gesture.of(ANA, id, new IncidentCommand.AddEntry(EntryKind.NOTE, text)))
                .join();
    }

    /// Written now about a moment before.
    public static void loggedLate(Console console, IncidentId id, String text, Instant happened) {
        console.act(Gesture.of(ANA, id, new IncidentCommand.AddEntry(EntryKind.NOTE, text))
                        .at(Optional.of(happened)))
                .join();
    }

    /// The board of the drawing.
    public static void typical(Console console) {
        declared(console, "Checkout errors 62 %, all regions", Severity.SEV1, 47);
        declared(console, "Login latency above 30 s after certificate change", Severity.SEV1, 131);
        declared(console, "Code name HERON", Severity.SEV2, 21);
        declared(console, "Doubled orders from feature flag rollout", Severity.SEV2, 1600);
        declared(console, "Search results stale by 40 minutes", Severity.SEV3, 182);
        declared(console, "Wrong currency sign in exports", Severity.SEV4, 2 * 24 * 60 + 250);
    }

    /// What no drawing shows: long titles, both reading directions, many.
    public static void absurd(Console console) {
        List<String> titles = List.of(
                "The payment provider answers, but every third order is written twice, and "
                        .repeat(5)
                        .substring(0, 300),
                "تعطل خدمة الدفع في جميع المناطق منذ تحديث الشهادة",
                "שגיאות בתשלום בכל האזורים checkout 62 %",
                "Zahlungsdienstleisterschnittstellenüberwachungsverbindungsabbruch",
                "a\nb \u202e turned \u202c round");
        for (int count = 0; count < 60; count++) {
            Severity severity = Severity.values()[count % 4];
            declared(console, titles.get(count % titles.size()), severity, 17 * count);
        }
    }
}
