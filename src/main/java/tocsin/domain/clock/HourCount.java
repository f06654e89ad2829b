package tocsin.domain.clock;

/// How a rule reads a limit in hours.
public enum HourCount {
    STRICT,
    /// Strict as well, but notes the reading that leaves out the hour in which the anchor falls (EU Regulation
    /// 1182/71).
    NOTE_OPENING_HOUR_EXCLUDED
}
