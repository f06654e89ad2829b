package tocsin.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tocsin.app.Pulses;
import tocsin.base.IncidentId;
import tocsin.domain.incident.Rules;
import tocsin.domain.severity.Severity;
import tocsin.journal.JournalException;
import tocsin.ui.Given;
import tocsin.ui.kit.Words;

class ClockBarModelTest {
    @TempDir
    Path folder;

    private final ClockBarModel bar = new ClockBarModel(Words.in(Locale.ENGLISH), Given.BERLIN);

    @Test
    void theMomentItIsLateTheChipSaysSo() throws JournalException {
        try (var console = Given.console(folder)) {
            IncidentId id = Given.declared(console, "Checkout errors", Severity.SEV1, 0);
            bar.show(Pulses.now(console, Rules::shipped, InstantSource.fixed(Given.NOW)), Given.NOW);
            ChipModel chip = bar.chips().getFirst();
            assertThat(chip.incident()).contains(id);
            assertThat(chip.getWhat() + " " + chip.getWhen()).isEqualTo("Acknowledge in 5:00");
            bar.tick(Given.NOW.plusSeconds(1));
            assertThat(chip.getWhen()).isEqualTo("in 4:59");
            bar.tick(Given.NOW.plus(Duration.ofMinutes(5)).plusSeconds(130));
            assertThat(chip.getLook()).isEqualTo("overdue");
            assertThat(chip.getWhen()).isEqualTo("overdue 2:10");
            assertThat(chip.isMarked()).isTrue();
        }
    }

    @Test
    void hereAndInUtc() {
        bar.tick(Given.NOW);
        assertThat(bar.getClock()).isEqualTo("14:22:07 CET · 13:22 UTC");
        assertThat(bar.getTotal()).isZero();
    }
}
