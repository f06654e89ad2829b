package tocsin.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tocsin.app.TimeReading.Choice;
import tocsin.app.TimeReading.Read;
import tocsin.app.TimeReading.Unreadable;
import tocsin.domain.timeline.EntryKind;

class TimeReaderTest {
    private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    private static final Instant NOON = Instant.parse("2026-11-21T11:00:00Z");

    @ParameterizedTest
    @CsvSource({
        "now, 2026-11-21T11:00:00Z",
        "jetzt, 2026-11-21T11:00:00Z",
        "-10m, 2026-11-21T10:50:00Z",
        "-10min, 2026-11-21T10:50:00Z",
        "−10m, 2026-11-21T10:50:00Z",
        "-1h30m, 2026-11-21T09:30:00Z",
        "-2d, 2026-11-19T11:00:00Z",
        "-1d2h3m4s, 2026-11-20T08:56:56Z",
        "-45s, 2026-11-21T10:59:15Z",
        "-0m, 2026-11-21T11:00:00Z",
        "2026-11-21T09:05:00Z, 2026-11-21T09:05:00Z",
        "2026-11-21T09:05:00.25Z, 2026-11-21T09:05:00.250Z",
        "2026-11-21t09:05z, 2026-11-21T09:05:00Z",
        "2026-11-21T09:05+01:00, 2026-11-21T08:05:00Z",
        "2026-11-21T09:05-0330, 2026-11-21T12:35:00Z",
        "2026-11-21T09:05[Europe/Berlin], 2026-11-21T08:05:00Z",
        "2026-11-21T09:05+01:00[Europe/Berlin], 2026-11-21T08:05:00Z",
        "2026-11-21T09:05, 2026-11-21T08:05:00Z",
        "2026-11-20 23:50, 2026-11-20T22:50:00Z",
        "2026-11-20 23:50Z, 2026-11-20T23:50:00Z",
        "2026-11-20 23:50 America/New_York, 2026-11-21T04:50:00Z",
        "9:05, 2026-11-21T08:05:00Z",
        "09:05, 2026-11-21T08:05:00Z",
        "09:05:30, 2026-11-21T08:05:30Z",
        "09:05Z, 2026-11-21T09:05:00Z",
        "09:05 UTC, 2026-11-21T09:05:00Z",
        "yesterday 23:50, 2026-11-20T22:50:00Z",
        "gestern 23:50, 2026-11-20T22:50:00Z",
        "Yest 23:50Z, 2026-11-20T23:50:00Z",
        "today 08:00, 2026-11-21T07:00:00Z",
        "heute 08:00, 2026-11-21T07:00:00Z",
        "today 18:00, 2026-11-21T17:00:00Z",
        "12:00, 2026-11-21T11:00:00Z",
        "'  09:05  ', 2026-11-21T08:05:00Z",
    })
    void readsTheFormsThatPeopleWrite(String text, String instant) {
        assertThat(at(NOON, text)).isEqualTo(new Read(Instant.parse(instant), zoneOf(text), Choice.NONE));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "soon",
                "1405",
                "14",
                "14h",
                "24:00",
                "14:60",
                "14:05:60",
                "-",
                "--10m",
                "-m",
                "-10",
                "-10x",
                "-1.5h",
                "+10m",
                "-30m1h",
                "-99999999999m",
                "-999999999d",
                "2026-02-29 10:00",
                "2026-13-01 10:00",
                "2026-11-20",
                "1969-12-31T23:59Z",
                "99999-01-01T00:00Z",
                "2026-11-21T14:05[Mars/Olympus]",
                "2026-11-21T14:05+25:00",
                "2026-11-21T14:05+02:00[Europe/Berlin]",
                "12:30-13:00",
                "14:05+01:00",
                "١٤:٠٥",
                "１４:０５",
                "-１０m",
                "yesterday",
                "tomorrow 10:00",
                "14:05 14:06",
                "14:05\u0000",
                "\u202e50:41",
                "2pm"
            })
    void refusesTheRestWithOneLine(String text) {
        assertThat(at(NOON, text)).isInstanceOfSatisfying(Unreadable.class, unreadable -> {
            String line = Texts.english().refusal(unreadable.why());
            assertThat(line)
                    .doesNotContain("\n")
                    .doesNotContain("{")
                    .isNotEqualTo(unreadable.why().key());
            assertThat(Texts.german().refusal(unreadable.why())).isNotEqualTo(line);
        });
    }

    @Test
    void aRefusalNamesTheFormsAndStaysShort() {
        var unreadable = (Unreadable) at(NOON, "x".repeat(100_000));

        assertThat(Texts.english().refusal(unreadable.why()))
                .contains("-10m", "14:05", "yesterday 23:50", "2026-")
                .hasSizeLessThan(300);
    }

    @Test
    void aBareTimeThatIsStillToComeIsYesterdaysAndSaysSo() {
        Read read = (Read) at(NOON, "14:05");

        assertThat(read).isEqualTo(new Read(Instant.parse("2026-11-20T13:05:00Z"), BERLIN, Choice.MOST_RECENT));
        assertThat(read.words(Texts.english())).startsWith("2026-11-20 14:05:00 Europe/Berlin (");
    }

    @Test
    void aClockAMinuteAheadIsStillToday() {
        assertThat(at(NOON, "12:01")).isEqualTo(new Read(NOON.plusSeconds(60), BERLIN, Choice.NONE));
        assertThat(at(NOON, "12:02"))
                .isEqualTo(new Read(Instant.parse("2026-11-20T11:02:00Z"), BERLIN, Choice.MOST_RECENT));
    }

    @Test
    void justAfterMidnightTheEveningIsYesterdays() {
        Instant newYear = Instant.parse("2026-12-31T23:05:00Z");

        assertThat(at(newYear, "23:50"))
                .isEqualTo(new Read(Instant.parse("2026-12-31T22:50:00Z"), BERLIN, Choice.MOST_RECENT));
        assertThat(at(newYear, "00:01"))
                .isEqualTo(new Read(Instant.parse("2026-12-31T23:01:00Z"), BERLIN, Choice.NONE));
        assertThat(at(newYear, "yesterday 00:00"))
                .isEqualTo(new Read(Instant.parse("2026-12-30T23:00:00Z"), BERLIN, Choice.NONE));
    }

    @Test
    void aTimeThatTheClocksSkippedIsRefused() {
        Instant after = Instant.parse("2026-03-29T10:00:00Z");

        assertThat(at(after, "02:30"))
                .isInstanceOfSatisfying(
                        Unreadable.class,
                        unreadable -> assertThat(Texts.english().refusal(unreadable.why()))
                                .contains("02:30", "Europe/Berlin"));
        assertThat(at(after, "2026-03-29 02:00")).isInstanceOf(Unreadable.class);
        assertThat(at(after, "03:00")).isEqualTo(new Read(Instant.parse("2026-03-29T01:00:00Z"), BERLIN, Choice.NONE));
        assertThat(at(after, "02:30Z"))
                .isEqualTo(new Read(Instant.parse("2026-03-29T02:30:00Z"), ZoneOffset.UTC, Choice.NONE));
    }

    @Test
    void beforeTheSkippedHourTheSameWordsMeanYesterday() {
        Instant before = Instant.parse("2026-03-29T00:10:00Z");

        assertThat(at(before, "02:30"))
                .isEqualTo(new Read(Instant.parse("2026-03-28T01:30:00Z"), BERLIN, Choice.MOST_RECENT));
    }

    @Test
    void aTimeThatCameTwiceIsTheLaterOneThatIsNotAhead() {
        Read second = new Read(Instant.parse("2026-10-25T01:30:00Z"), BERLIN, Choice.LATER_OF_TWO);
        Read first = new Read(Instant.parse("2026-10-25T00:30:00Z"), BERLIN, Choice.EARLIER_OF_TWO);

        assertThat(at(Instant.parse("2026-10-25T01:40:00Z"), "02:30")).isEqualTo(second);
        assertThat(at(Instant.parse("2026-10-25T00:40:00Z"), "02:30")).isEqualTo(first);
        assertThat(at(Instant.parse("2026-10-25T00:20:00Z"), "02:30"))
                .isEqualTo(new Read(Instant.parse("2026-10-24T00:30:00Z"), BERLIN, Choice.MOST_RECENT));
        assertThat(at(Instant.parse("2026-10-26T09:00:00Z"), "yesterday 02:30")).isEqualTo(second);
        assertThat(at(Instant.parse("2026-10-25T12:00:00Z"), "2026-10-25T02:30+02:00[Europe/Berlin]"))
                .isEqualTo(new Read(Instant.parse("2026-10-25T00:30:00Z"), BERLIN, Choice.NONE));
    }

    @Test
    void lordHoweMovesByHalfAnHour() {
        ZoneId lordHowe = ZoneId.of("Australia/Lord_Howe");
        var spring = new TimeReader(Instant.parse("2026-10-04T03:00:00Z"), lordHowe);
        var autumn = new TimeReader(Instant.parse("2026-04-05T03:00:00Z"), lordHowe);

        assertThat(spring.read("02:15")).isInstanceOf(Unreadable.class);
        assertThat(spring.read("02:30"))
                .isEqualTo(new Read(Instant.parse("2026-10-03T15:30:00Z"), lordHowe, Choice.NONE));
        assertThat(autumn.read("01:45"))
                .isEqualTo(new Read(Instant.parse("2026-04-04T15:15:00Z"), lordHowe, Choice.LATER_OF_TWO));
    }

    @Test
    void tenMinutesAgoIsElapsedTimeOnEveryDay() {
        assertThat(at(Instant.parse("2026-03-29T01:05:00Z"), "-10m"))
                .isEqualTo(new Read(Instant.parse("2026-03-29T00:55:00Z"), BERLIN, Choice.NONE));
        assertThat(at(Instant.parse("2026-03-29T12:00:00Z"), "-1d"))
                .isEqualTo(new Read(Instant.parse("2026-03-28T12:00:00Z"), BERLIN, Choice.NONE));
    }

    @ParameterizedTest
    @CsvSource({
        "20m, PT20M",
        "1h, PT1H",
        "1h30m, PT1H30M",
        "90, PT1H30M",
        "2d, PT48H",
        "45s, PT45S",
        "5MIN, PT5M",
        "0, PT0S"
    })
    void readsTheLengthOfABox(String text, Duration length) {
        assertThat(new TimeReader(NOON, BERLIN).readLength(text)).isEqualTo(new LengthReading.Read(length));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-20m", "20 minutes ago", "h", "m20", "9999999999", "999999999d", "٢٠m", "1.5h"})
    void refusesWhatIsNoLength(String text) {
        assertThat(new TimeReader(NOON, BERLIN).readLength(text))
                .isInstanceOfSatisfying(
                        LengthReading.Unreadable.class,
                        unreadable -> assertThat(Texts.english().refusal(unreadable.why()))
                                .contains("20m", "1h30m"));
    }

    @ParameterizedTest
    @CsvSource(
            quoteCharacter = '"',
            value = {
                "restarted the pool, NOTE, , restarted the pool",
                "-5m restarted, NOTE, 2026-11-21T10:55:00Z, restarted",
                "11:02 restarted, NOTE, 2026-11-21T10:02:00Z, restarted",
                "11:02Z restarted, NOTE, 2026-11-20T11:02:00Z, restarted",
                "10:02 UTC restarted, NOTE, 2026-11-21T10:02:00Z, restarted",
                "yesterday 23:50 disk full, NOTE, 2026-11-20T22:50:00Z, disk full",
                "2026-11-20 23:50 disk full, NOTE, 2026-11-20T22:50:00Z, disk full",
                "2026-11-20T23:50Z disk full, NOTE, 2026-11-20T23:50:00Z, disk full",
                "=roll back, DECISION, , roll back",
                "= roll back, DECISION, , roll back",
                "> roll back, ACTION, , roll back",
                "~ pool too small, HYPOTHESIS, , pool too small",
                "? who deployed, QUESTION, , who deployed",
                "! write to bank, TODO, , write to bank",
                "-5m = roll back, DECISION, 2026-11-21T10:55:00Z, roll back",
                "= -5m roll back, DECISION, 2026-11-21T10:55:00Z, roll back",
                "now it works, NOTE, , now it works",
                "-5 degrees, NOTE, , -5 degrees",
                "-5m, NOTE, , -5m",
                "?, NOTE, , ?",
                "10:30-10:45 errors, NOTE, , 10:30-10:45 errors",
                "11:0 x, NOTE, , 11:0 x",
                "\\~/bin/run failed, NOTE, , ~/bin/run failed",
                "\\11:02 is what it said, NOTE, , 11:02 is what it said",
            })
    void takesALineApart(String line, EntryKind kind, String when, String text) {
        EntryLine split = new TimeReader(NOON, BERLIN).splitPrefix(line);

        assertThat(split.kind()).isEqualTo(kind);
        assertThat(split.text()).isEqualTo(text);
        assertThat(split.when().map(reading -> ((Read) reading).instant()))
                .isEqualTo(Optional.ofNullable(when).map(Instant::parse));
    }

    @Test
    void aLineWithAnImpossibleTimeKeepsItsWords() {
        var reader = new TimeReader(Instant.parse("2026-03-29T10:00:00Z"), BERLIN);

        EntryLine line = reader.splitPrefix("~ 02:30 replica lag");

        assertThat(line.when()).get().isInstanceOf(Unreadable.class);
        assertThat(line.kind()).isEqualTo(EntryKind.HYPOTHESIS);
        assertThat(line.text()).isEqualTo("replica lag");
    }

    private static TimeReading at(Instant now, String text) {
        return new TimeReader(now, BERLIN).read(text);
    }

    private static ZoneId zoneOf(String text) {
        if (text.contains("New_York")) {
            return ZoneId.of("America/New_York");
        }
        if (text.toUpperCase(java.util.Locale.ROOT).endsWith("Z") || text.endsWith("UTC")) {
            return ZoneOffset.UTC;
        }
        return text.endsWith("+01:00") ? ZoneId.of("+01:00") : text.endsWith("-0330") ? ZoneId.of("-03:30") : BERLIN;
    }
}
