package tocsin.domain.clock;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;

/// Zones and wall-clock stamps that the tests of this room share.
final class Stamps {
    static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    static final ZoneId NEW_YORK = ZoneId.of("America/New_York");
    static final ZoneId LOS_ANGELES = ZoneId.of("America/Los_Angeles");
    static final ZoneId KATHMANDU = ZoneId.of("Asia/Kathmandu");
    static final ZoneId LORD_HOWE = ZoneId.of("Australia/Lord_Howe");
    static final ZoneId APIA = ZoneId.of("Pacific/Apia");
    static final BusinessCalendar OFFICE = BusinessCalendar.standard(BERLIN);

    private Stamps() {}

    /// Such as `2026-03-27T16:40`.
    static Instant at(String wall, ZoneId zone) {
        return LocalDateTime.parse(wall).atZone(zone).toInstant();
    }

    static Instant utc(String instant) {
        return Instant.parse(instant);
    }
}
