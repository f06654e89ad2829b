package tocsin.journal.codec;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tocsin.base.CommandId;
import tocsin.domain.ErasedFact;
import tocsin.domain.Fact;
import tocsin.domain.Recorded;
import tocsin.domain.UnknownFact;
import tocsin.domain.timeline.EntryKind;
import tocsin.domain.timeline.TimelineFact.EntryAdded;
import tocsin.journal.Draft;
import tocsin.journal.Job;
import tocsin.journal.Journal;
import tocsin.journal.JournalException;
import tocsin.journal.RealDisk;
import tocsin.journal.Settings;
import tocsin.journal.StoredFact;

class FactsInAJournalTest {
    private static final CommandId COMMAND = new CommandId(4, 2);
    private final FactCodec codec = new FactCodec();

    @TempDir
    private Path folder;

    private Journal journal;

    @BeforeEach
    void open() throws JournalException {
        journal = Journal.open(
                new RealDisk(),
                folder,
                Settings.standard()
                        .withBallastBytes(0)
                        .withSegmentBytes(1 << 20)
                        .withLowDiskBytes(0));
    }

    @AfterEach
    void close() {
        journal.close();
    }

    @Test
    void everyFactComesBackFromTheJournalWithItsEnvelope() throws JournalException {
        List<Fact> facts = Samples.others();
        var written = new ArrayList<StoredFact>();
        for (Fact fact : facts) {
            written.add(append(
                    codec.draft(Optional.of(Samples.INCIDENT), fact, Optional.of(Samples.NOON), Samples.BO, COMMAND)));
        }
        List<Recorded> read =
                journal.factsOf(Samples.INCIDENT).stream().map(codec::recorded).toList();
        assertThat(read).extracting(Recorded::fact).isEqualTo(facts);
        assertThat(read)
                .extracting(Recorded::id)
                .isEqualTo(written.stream().map(StoredFact::id).toList());
        Recorded first = read.getFirst();
        assertThat(first.occurredAt()).contains(Samples.NOON);
        assertThat(first.actor()).isEqualTo(Samples.BO);
        assertThat(first.command()).isEqualTo(COMMAND);
        assertThat(first.hlc()).isEqualTo(written.getFirst().header().hlc());
        assertThat(first.recordedAt()).isEqualTo(written.getFirst().header().recordedAt());
    }

    @Test
    void anErasedFactKeepsOnlyItsType() throws JournalException {
        StoredFact secret = append(codec.draft(
                Optional.of(Samples.INCIDENT),
                new EntryAdded(EntryKind.NOTE, "hunter2"),
                Optional.empty(),
                Samples.ANA,
                COMMAND));
        write(out -> {
            out.erase(secret.id());
            return secret;
        });
        StoredFact erased = journal.read(secret.id()).orElseThrow();
        assertThat(codec.recorded(erased).fact()).isEqualTo(new ErasedFact("timeline.entryAdded", 1));
        assertThat(codec.fault(erased)).isEmpty();
    }

    @Test
    void aNewerFactIsNoFaultAndABrokenOneIs() {
        StoredFact newer = append(draft("timeline.entryAdded", 9, "{}"));
        StoredFact broken = append(draft("timeline.entryAdded", 1, "{}"));
        assertThat(codec.recorded(newer).fact()).isEqualTo(new UnknownFact("timeline.entryAdded", 9));
        assertThat(codec.recorded(broken).fact()).isEqualTo(new UnknownFact("timeline.entryAdded", 1));
        assertThat(codec.fault(newer)).isEmpty();
        assertThat(codec.fault(broken)).contains("the field kind is missing");
    }

    private static Draft draft(String type, int version, String json) {
        return new Draft(Optional.empty(), type, version, json.getBytes(UTF_8), Optional.empty(), Samples.ANA, COMMAND);
    }

    private StoredFact append(Draft draft) {
        return write(out -> out.append(draft));
    }

    private <T> T write(Job<T> job) {
        return journal.write(job).join();
    }
}
