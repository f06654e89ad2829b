package tocsin.base;

import java.time.LocalDate;
import java.util.regex.Pattern;

/// The key of an incident: `INC-2026-1121-001~desktag1`. The part before the tilde is the number people say; the tag of
/// the declaring desk keeps two desks that count offline on the same day from meaning the same key.
public record IncidentId(String value) implements Comparable<IncidentId> {
    private static final Pattern FORM = Pattern.compile("INC-\\d{4}-\\d{4}-\\d{3,6}~[a-z2-7]{8}");

    public IncidentId {
        if (!isWellFormed(value)) {
            throw new IllegalArgumentException("not an incident key: " + value);
        }
    }

    public static IncidentId of(LocalDate day, int count, DeskId desk) {
        return new IncidentId("INC-%04d-%02d%02d-%03d~%s"
                .formatted(day.getYear(), day.getMonthValue(), day.getDayOfMonth(), count, desk.tag()));
    }

    public static boolean isWellFormed(String text) {
        return text.length() <= 32 && FORM.matcher(text).matches();
    }

    /// What people read out: `INC-2026-1121-001`.
    public String number() {
        return value.substring(0, value.indexOf('~'));
    }

    @Override
    public int compareTo(IncidentId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
