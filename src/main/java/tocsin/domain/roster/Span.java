package tocsin.domain.roster;

/// How many people report straight to the commander: five is good, more than seven cannot be led.
public enum Span {
    GOOD,
    WIDE,
    OVERWHELMED;

    public static Span of(int directReports) {
        return directReports >= 8 ? OVERWHELMED : directReports >= 6 ? WIDE : GOOD;
    }
}
