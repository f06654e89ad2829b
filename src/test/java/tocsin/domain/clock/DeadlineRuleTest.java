package tocsin.domain.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static tocsin.domain.clock.Stamps.BERLIN;
import static tocsin.domain.clock.Stamps.LOS_ANGELES;
import static tocsin.domain.clock.Stamps.NEW_YORK;
import static tocsin.domain.clock.Stamps.OFFICE;
import static tocsin.domain.clock.Stamps.at;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/// The arithmetic of the regulatory table, vector by vector.
class DeadlineRuleTest {
    private static final LocalTime EDGAR_CLOSES = LocalTime.of(17, 30);
    private static final BusinessCalendar NEW_YORK_OFFICE = BusinessCalendar.standard(NEW_YORK);

    private static final DeadlineRule GDPR =
            DeadlineRule.of("gdpr-33", Span.hours(72), BERLIN).counting(HourCount.NOTE_OPENING_HOUR_EXCLUDED);
    private static final DeadlineRule SEC =
            DeadlineRule.of("sec-8k", new Span.BusinessDays(4, EDGAR_CLOSES, NEW_YORK), NEW_YORK);
    private static final DeadlineRule DORA_INITIAL =
            DeadlineRule.of("dora-initial", Span.hours(4), BERLIN).atMostAfterAwareness(Duration.ofHours(24));
    private static final DeadlineRule DORA_INTERMEDIATE =
            DeadlineRule.of("dora-intermediate", Span.hours(72), BERLIN).following("dora-initial");
    private static final DeadlineRule DORA_FINAL = DeadlineRule.of(
                    "dora-final", new Span.Months(1, Span.END_OF_DAY, BERLIN), BERLIN)
            .following("dora-intermediate")
            .rollingTo(LocalTime.NOON);

    private static Instant due(DeadlineRule rule, Instant trigger, BusinessCalendar calendar) {
        return rule.clock(Anchors.at(trigger), calendar).due().orElseThrow();
    }

    private static Deadline gdprAware(String berlin) {
        return GDPR.clock(Anchors.at(at(berlin, BERLIN)), OFFICE).deadline().orElseThrow();
    }

    @Test
    void gdprCountsSeventyTwoRealHoursOverTheSpringChange() {
        assertThat(gdprAware("2026-03-27T16:40").due()).isEqualTo(Instant.parse("2026-03-30T15:40:00Z"));
        assertThat(gdprAware("2026-03-27T16:40").due()).isEqualTo(at("2026-03-30T17:40", BERLIN));
    }

    @Test
    void gdprNotesTheReadingThatLeavesOutTheOpeningHour() {
        assertThat(gdprAware("2026-03-27T16:40").laterReading()).contains(at("2026-03-30T18:00", BERLIN));
        assertThat(gdprAware("2026-11-16T16:00").laterReading()).contains(at("2026-11-19T17:00", BERLIN));
    }

    @Test
    void gdprCountsSeventyTwoRealHoursOverTheAutumnChange() {
        assertThat(gdprAware("2026-10-23T15:00").due()).isEqualTo(at("2026-10-26T14:00", BERLIN));
    }

    @Test
    void secCountsFourBusinessDaysFromDayZero() {
        Instant thursday = at("2026-07-16T17:30", NEW_YORK);

        assertThat(due(SEC, at("2026-07-10T09:00", NEW_YORK), NEW_YORK_OFFICE)).isEqualTo(thursday);
        assertThat(due(SEC, at("2026-07-11T09:00", NEW_YORK), NEW_YORK_OFFICE)).isEqualTo(thursday);
        assertThat(due(SEC, at("2026-07-10T23:30", NEW_YORK), NEW_YORK_OFFICE)).isEqualTo(thursday);
    }

    @Test
    void secSkipsAHolidayAndAnEmptyListErrsEarly() {
        Instant material = at("2026-07-02T11:00", NEW_YORK);
        BusinessCalendar withHoliday = NEW_YORK_OFFICE.withHolidays(Set.of(LocalDate.parse("2026-07-03")));

        assertThat(due(SEC, material, withHoliday)).isEqualTo(at("2026-07-09T17:30", NEW_YORK));
        assertThat(due(SEC, material, NEW_YORK_OFFICE)).isEqualTo(at("2026-07-08T17:30", NEW_YORK));
    }

    @Test
    void hipaaCountsSixtyCalendarDays() {
        DeadlineRule hipaa = DeadlineRule.of("hipaa", new Span.CalendarDays(60, Span.END_OF_DAY, NEW_YORK), NEW_YORK);

        assertThat(due(hipaa, at("2026-01-10T08:00", NEW_YORK), NEW_YORK_OFFICE)
                        .atZone(NEW_YORK)
                        .toLocalDate())
                .isEqualTo(LocalDate.parse("2026-03-11"));
    }

    @Test
    void smallBreachesOfTheYearAreDueSixtyDaysAfterItsEnd() {
        DeadlineRule small =
                DeadlineRule.of("hipaa-small", new Span.DaysAfterYearEnd(60, Span.END_OF_DAY, NEW_YORK), NEW_YORK);

        for (String found : new String[] {"2026-01-01T00:00", "2026-06-30T12:00", "2026-12-31T23:59"}) {
            assertThat(due(small, at(found, NEW_YORK), NEW_YORK_OFFICE)
                            .atZone(NEW_YORK)
                            .toLocalDate())
                    .isEqualTo(LocalDate.parse("2027-03-01"));
        }
    }

    @Test
    void californiaCountsThirtyCalendarDays() {
        DeadlineRule california =
                DeadlineRule.of("ca-1798", new Span.CalendarDays(30, Span.END_OF_DAY, LOS_ANGELES), LOS_ANGELES);

        assertThat(due(california, at("2026-01-05T08:00", LOS_ANGELES), OFFICE)
                        .atZone(LOS_ANGELES)
                        .toLocalDate())
                .isEqualTo(LocalDate.parse("2026-02-04"));
    }

    @Test
    void aMonthFromTheThirtyFirstEndsWithTheShortMonth() {
        DeadlineRule monthly = DeadlineRule.of("nis2-final", new Span.Months(1, Span.END_OF_DAY, BERLIN), BERLIN);

        assertThat(due(monthly, at("2026-01-31T10:00", BERLIN), OFFICE)
                        .atZone(BERLIN)
                        .toLocalDate())
                .isEqualTo(LocalDate.parse("2026-02-28"));
    }

    private static Clock doraInitial(String aware, String major) {
        return DORA_INITIAL.clock(Anchors.at(at(major, BERLIN)).awareAt(at(aware, BERLIN)), OFFICE);
    }

    @Test
    void doraInitialIsDueFourHoursAfterClassification() {
        assertThat(doraInitial("2026-05-05T08:00", "2026-05-05T11:30").due()).contains(at("2026-05-05T15:30", BERLIN));
    }

    @Test
    void doraClassifiedAfterADayHasFourHoursAndIsNotBornOverdue() {
        Clock clock = doraInitial("2026-05-05T08:00", "2026-05-06T10:00");

        assertThat(clock.due()).contains(at("2026-05-06T14:00", BERLIN));
        assertThat(clock.stateAt(at("2026-05-06T10:00", BERLIN))).isEqualTo(ClockState.RUNNING);
    }

    @Test
    void doraClassifiedLateInTheFirstDayIsCappedByAwareness() {
        assertThat(doraInitial("2026-05-05T08:00", "2026-05-06T06:00").due()).contains(at("2026-05-06T08:00", BERLIN));
        assertThat(doraInitial("2026-05-05T08:00", "2026-05-06T08:00").due()).contains(at("2026-05-06T12:00", BERLIN));
    }

    @Test
    void aChainedClockStartsOnlyWhenThePreviousFilingIsStampedSent() {
        Anchors classified = Anchors.at(at("2026-05-05T11:30", BERLIN));
        Anchors sent = classified.withSent(Map.of("dora-initial", at("2026-05-05T14:10", BERLIN)));

        assertThat(DORA_INTERMEDIATE.clock(classified, OFFICE).stateAt(at("2026-06-01T00:00", BERLIN)))
                .isEqualTo(ClockState.NOT_STARTED);
        assertThat(DORA_INTERMEDIATE.clock(sent, OFFICE).due()).contains(at("2026-05-08T14:10", BERLIN));
        assertThat(DORA_FINAL.clock(sent, OFFICE).stateAt(at("2026-06-01T00:00", BERLIN)))
                .isEqualTo(ClockState.NOT_STARTED);
    }

    @Test
    void aDueDayOnAWeekendOrHolidayRollsToNoonOfTheNextWorkingDay() {
        Anchors saturday = Anchors.NONE.withSent(Map.of("dora-intermediate", at("2026-04-30T14:10", BERLIN)));
        BusinessCalendar whitMonday = OFFICE.withHolidays(Set.of(LocalDate.parse("2026-06-01")));

        assertThat(DORA_FINAL.clock(saturday, OFFICE).due()).contains(at("2026-06-01T12:00", BERLIN));
        assertThat(DORA_FINAL.clock(saturday, whitMonday).due()).contains(at("2026-06-02T12:00", BERLIN));
    }

    @Test
    void aDueDayThatIsWorkedDoesNotRoll() {
        Anchors monday = Anchors.NONE.withSent(Map.of("dora-intermediate", at("2026-05-01T14:10", BERLIN)));

        assertThat(DORA_FINAL
                        .clock(monday, OFFICE)
                        .due()
                        .orElseThrow()
                        .atZone(BERLIN)
                        .toLocalDate())
                .isEqualTo(LocalDate.parse("2026-06-01"));
    }

    @Test
    void theTriggerIsNeverInferredFromAwareness() {
        Anchors aware = Anchors.NONE.awareAt(at("2026-05-05T08:00", BERLIN));

        assertThat(DORA_INITIAL.clock(aware, OFFICE).stateAt(at("2026-05-09T08:00", BERLIN)))
                .isEqualTo(ClockState.ANCHOR_MISSING);
    }

    @Test
    void aFilingStampedSentMeetsItsClock() {
        Anchors anchors = Anchors.at(at("2026-03-27T16:40", BERLIN));

        assertThat(GDPR.clock(anchors.withSent(Map.of("gdpr-33", at("2026-03-30T17:40", BERLIN))), OFFICE)
                        .stateAt(Instant.MAX))
                .isEqualTo(ClockState.MET);
        assertThat(GDPR.clock(anchors.withSent(Map.of("gdpr-33", at("2026-03-30T17:41", BERLIN))), OFFICE)
                        .stateAt(Instant.MAX))
                .isEqualTo(ClockState.MET_LATE);
    }

    @Test
    void aProcessorsClockDoesNotTouchTheControllers() {
        DeadlineRule processor = DeadlineRule.withoutUndueDelay("gdpr-33-2", BERLIN);
        DeadlineRule controller =
                DeadlineRule.of("gdpr-33-1", Span.hours(72), BERLIN).following("gdpr-33-2");
        Anchors told = Anchors.at(at("2026-05-05T09:00", BERLIN));
        Anchors informed = told.withSent(Map.of("gdpr-33-2", at("2026-05-05T13:00", BERLIN)));

        assertThat(processor.clock(told, OFFICE).stateAt(at("2027-05-05T09:00", BERLIN)))
                .isEqualTo(ClockState.RUNNING);
        assertThat(controller.clock(told, OFFICE).anchor()).isEmpty();
        assertThat(controller.clock(informed, OFFICE).anchor()).contains(at("2026-05-05T13:00", BERLIN));
    }

    @Test
    void aRuleWarnsAtHalfAtFourFifthsAndTwoHoursBefore() {
        Clock clock = GDPR.clock(Anchors.at(at("2026-11-16T10:00", BERLIN)), OFFICE);

        assertThat(clock.warningsPassed(Instant.MAX))
                .containsExactly(
                        at("2026-11-17T22:00", BERLIN), at("2026-11-18T19:36", BERLIN), at("2026-11-19T08:00", BERLIN));
    }

    @Test
    void aCappedBusinessClockIsStillDueSoonBeforeItsEnd() {
        Instant noon = at("2026-11-20T12:00", BERLIN);
        DeadlineRule contract =
                DeadlineRule.of("contract", Span.businessHours(4), BERLIN).atMostAfterAwareness(Duration.ofHours(2));
        Clock clock = contract.clock(Anchors.at(noon).awareAt(at("2026-11-20T11:00", BERLIN)), OFFICE);

        assertThat(clock.due()).contains(at("2026-11-20T13:00", BERLIN));
        assertThat(clock.stateAt(at("2026-11-20T12:48", BERLIN))).isEqualTo(ClockState.DUE_SOON);
    }

    @Test
    void aRuleCannotFollowItself() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> GDPR.following("gdpr-33"))
                .withMessageContaining("gdpr-33");
    }

    @Test
    void everyStampIsAnswered() {
        for (Instant wild : new Instant[] {Instant.MIN, Instant.MAX}) {
            for (DeadlineRule rule : new DeadlineRule[] {GDPR, SEC, DORA_INITIAL}) {
                assertThat(rule.clock(Anchors.at(wild).awareAt(wild), OFFICE).due())
                        .isPresent();
            }
        }
    }
}
