package tocsin.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.concurrent.atomic.AtomicLong;
import tocsin.app.Profile;
import tocsin.base.CommandId;
import tocsin.base.DeskId;
import tocsin.base.FactId;
import tocsin.base.Hlc;
import tocsin.base.IncidentId;
import tocsin.base.PersonId;
import tocsin.domain.Fact;
import tocsin.domain.Recorded;
import tocsin.domain.postmortem.ReviewFact;
import tocsin.domain.prose.Pen;
import tocsin.domain.prose.Prose;
import tocsin.domain.prose.ProseFact;
import tocsin.journal.Appender;
import tocsin.journal.Journal;
import tocsin.journal.JournalException;
import tocsin.journal.RealDisk;
import tocsin.journal.Settings;
import tocsin.journal.codec.FactCodec;

/// A profile with one incident whose postmortem is a book: about a million characters of Markdown with tables, lists,
/// code and comments, written by five people in runs as an editor saves them.
final class LongPaper {
    /// The section that holds a third of all words.
    static final String LONGEST = "summary";

    private static final int CHARS = Integer.getInteger("tocsin.bench.chars", 1_000_000);
    private static final int ENTRIES = 300;
    private static final int RUN = 180;
    private static final int COMMENT_EACH = 150;
    private static final List<String> OTHERS =
            List.of("impact", "timeline", "cause", "factors", "limits", "response", "resolution", "lessons", "actions");

    private final FactCodec codec = new FactCodec();
    private final Incidents incidents = new Incidents();
    private final Random random = new Random(3);
    private final IncidentId id;
    private final DeskId desk;
    private final AtomicLong now =
            new AtomicLong(Instant.now().minusSeconds(90_000).getEpochSecond());
    private int written;

    private LongPaper(IncidentId id, DeskId desk) {
        this.id = id;
        this.desk = desk;
    }

    /// Makes it anew.
    static void make(Profile profile) throws IOException, JournalException {
        Folders.delete(profile.folder());
        Files.createDirectories(profile.folder());
        try (var journal = Journal.open(new RealDisk(), profile.journal(), Settings.standard())) {
            var paper = new LongPaper(Incidents.id(0, journal.desk()), journal.desk());
            journal.write(paper::begin).join();
            journal.write(out -> paper.write(out, LONGEST, CHARS / 3)).join();
            for (String section : OTHERS) {
                journal.write(out -> paper.write(out, section, CHARS * 2 / 3 / OTHERS.size()))
                        .join();
            }
        }
    }

    private int begin(Appender out) throws JournalException {
        append(out, incidents.story(new FactId(desk, 1)).next());
        for (int i = 0; i < ENTRIES; i++) {
            append(out, Incidents.entry(i));
        }
        return ENTRIES;
    }

    private int write(Appender out, String section, int chars) throws JournalException {
        var prose = new Prose(desk);
        while (prose.length() < chars) {
            String words = part(++written);
            PersonId author = incidents.person();
            var pen = new Pen(desk, section, prose, author);
            for (int from = 0; from < words.length(); from += RUN) {
                pen.write(prose.length(), 0, words.substring(from, Math.min(words.length(), from + RUN)));
                save(out, pen, author);
            }
            // A word that was put right later, in the middle of what stands.
            int at = random.nextInt(prose.length());
            pen.write(at, Math.min(3, prose.length() - at), "mended");
            save(out, pen, author);
        }
        for (int at = 400; at + 40 < prose.length(); at += chars / (COMMENT_EACH / 10)) {
            append(
                    out,
                    new ReviewFact.CommentMade(
                            section, prose.spot(at), prose.spot(at + 40), prose.text(at, at + 40), "Is that so?"));
        }
        return written;
    }

    private void save(Appender out, Pen pen, PersonId author) throws JournalException {
        for (ProseFact fact : pen.send()) {
            FactId given = append(out, fact);
            pen.takes(new Recorded(
                    given, new Hlc(1, 0), Instant.EPOCH, Optional.empty(), author, new CommandId(1, 1), fact));
        }
    }

    private FactId append(Appender out, Fact fact) throws JournalException {
        return out.append(codec.draft(
                        Optional.of(id),
                        fact,
                        Optional.empty(),
                        incidents.person(),
                        new CommandId(now.incrementAndGet(), 0)))
                .id();
    }

    /// About half a page.
    private static String part(int number) {
        var text = new StringBuilder();
        text.append("### Step ").append(number).append("\n\n");
        text.append("The canary gate compares **error rates** only, and the doubled orders returned `200` on shard ")
                .append(number % 17)
                .append(". Nobody saw it, since the dashboard shows means and no tails; the retry of the gateway")
                .append(" sent each order again after two seconds, and the second one was taken as new.\n\n");
        switch (number % 4) {
            case 0 -> {
                text.append("| Time | What | By |\n|---|---|---|\n");
                for (int row = 0; row < 8; row++) {
                    text.append("| 14:")
                            .append(10 + row)
                            .append(" | No new doubles in shard ")
                            .append(row)
                            .append(", the queue is down to ")
                            .append(number * row)
                            .append(" | Sven |\n");
                }
                text.append('\n');
            }
            case 1 -> {
                for (int point = 0; point < 6; point++) {
                    text.append("- Replica ").append(point).append(" lagged behind by _some_ seconds until 14:3");
                    text.append(point).append('\n');
                    text.append("  - [ ] ask the owner of [the pool](https://example.org/pool) why\n");
                }
                text.append('\n');
            }
            case 2 ->
                text.append("```\nselect id, count(*) from orders\n group by id having count(*) > 1;\n-- ")
                        .append(number)
                        .append(" rows\n```\n\n");
            default ->
                text.append("> We did not know that the gate was off for this service.\n\n")
                        .append("1. The pool ran dry.\n2. The breaker opened late.\n3. It closed too soon.\n\n");
        }
        text.append("Ana should have looked at the second graph, and it was obviously the wrong one. ".repeat(2))
                .append("The team then rolled back and waited for the queue to drain, which took eleven minutes.\n\n");
        return text.toString();
    }
}
