package tocsin.app;

import static org.assertj.core.api.Assertions.assertThat;
import static tocsin.app.Cases.ANA;
import static tocsin.app.Cases.BERLIN;
import static tocsin.app.Cases.START;
import static tocsin.app.Cases.at;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import tocsin.domain.incident.History;
import tocsin.domain.incident.LifeFact;
import tocsin.domain.timeline.EntryKind;
import tocsin.domain.timeline.TimelineFact;
import tocsin.store.IncidentRow;

class IncidentTextTest {
    private static final Instant NOW = START.plus(Duration.ofMinutes(40));
    private static final String EVIL = "\u001b[2J\u001b]0;owned\u0007 \r\u202eevil\u2066 \u009b31m \u200f";

    @Test
    void aNewcomerReadsTheStateFromTheTop() {
        String text = show();

        assertThat(text.lines().limit(4))
                .containsExactly(
                        "INC-2026-1121-001  SEV-1  investigating  outage, production",
                        "Checkout is down",
                        "As of 2026-11-21 14:40 (Europe/Berlin)",
                        "Commander Ana, declared 2026-11-21 14:00, 40 min ago");
        assertThat(text)
                .contains("scribe: Bo, since 14:02")
                .contains("Bo: roll back 812 (due in 11 min, at 14:51)")
                .contains("[x] identified: ")
                .contains("[-] identified: Somebody leads communications - tocsin assign INC communications PERSON");
    }

    @Test
    void theLogHasLocalTimesDaysAndLateMarks() {
        assertThat(show())
                .contains(
                        "-- 2026-11-20 --\n22:00    Bo: deploy 812 went out (recorded 16 h 25 min later)\n-- 2026-11-21 --")
                .contains("14:00  . Ana declared SEV-2: Checkout is down")
                .contains("14:03    Bo: errors at 45 % #checkout (corrected) (pinned)")
                .contains("14:27  x [struck: Bo: wrong channel] by Bo: meant elsewhere")
                .contains("14:33  = Ana: roll back");
    }

    @Test
    void overdueClocksSayByHowMuch() {
        assertThat(IncidentText.of(Cases.busy().now(), START.plus(Duration.ofHours(5)), BERLIN, Texts.english()))
                .contains("!! restore: overdue by 56 min");
    }

    @Test
    void theSameInGerman() {
        assertThat(IncidentText.of(Cases.busy().now(), NOW, BERLIN, Texts.german()))
                .contains("in Untersuchung", "Kommando Ana", "Protokoll (letzte", "später notiert");
    }

    @Test
    void wordsThatWouldDriveTheTerminalAreShownInstead() {
        var incident = History.of(
                        Cases.ID,
                        List.of(
                                Cases.declared(),
                                at(1, ANA, new LifeFact.TitleChanged("Checkout is down", EVIL)),
                                at(
                                        2,
                                        ANA,
                                        new TimelineFact.EntryAdded(EntryKind.NOTE, "one\n" + EVIL + "\nthree 👩‍🚒"))))
                .now();

        String text = IncidentText.of(incident, NOW, BERLIN, Texts.english());
        String list = ListText.of(List.of(IncidentRow.of(incident)), NOW, BERLIN, Texts.english());

        assertThat(text).contains("<U+001B>[2J", "<U+202E>evil", "three 👩‍🚒");
        for (String out : List.of(text, list)) {
            assertThat(out.chars()
                            .filter(c -> c != '\n'
                                    && (Character.isISOControl(c) || c == 0x202e || c == 0x2066 || c == 0x200f)))
                    .isEmpty();
        }
    }

    @Test
    void safeKeepsLettersOfEveryScriptAndCutsBetweenCharacters() {
        assertThat(Safe.line("Größe 東京 שלום \uD83D\uDE92")).isEqualTo("Größe 東京 שלום \uD83D\uDE92");
        assertThat(Safe.line("a\tb\r\nc\uD800")).isEqualTo("a b\\r\\nc<U+D800>");
        assertThat(Safe.cut("😀😀😀😀", 3)).isEqualTo("😀😀…");
        assertThat(Safe.cut("abc", 3)).isEqualTo("abc");
    }

    @Test
    void theListIsATable() {
        var mild = History.of(
                        Cases.OTHER,
                        List.of(Cases.declared(), at(1, ANA, new LifeFact.TitleChanged("", "x".repeat(200)))))
                .now();

        List<String> lines = ListText.of(
                        List.of(
                                IncidentRow.of(mild),
                                IncidentRow.of(Cases.busy().now())),
                        NOW,
                        BERLIN,
                        Texts.english())
                .lines()
                .toList();

        assertThat(lines).hasSize(3);
        assertThat(lines.get(0)).startsWith("ID                 LEVEL  STATE          TITLE");
        assertThat(lines.get(1)).startsWith("INC-2026-1121-001  SEV-1  investigating  Checkout is down");
        assertThat(lines.get(2)).contains("x…").contains("Ana", "14:00");
        assertThat(ListText.of(List.of(), NOW, BERLIN, Texts.english())).isEqualTo("No incidents.\n");
    }

    private static String show() {
        return IncidentText.of(Cases.busy().now(), NOW, BERLIN, Texts.english());
    }
}
