package tocsin.domain.severity;

/// How loud one alert is, with the weight it has in the average.
public enum AlertLevel {
    CRITICAL(10, Severity.SEV1),
    HIGH(7, Severity.SEV2),
    MEDIUM(4, Severity.SEV3),
    LOW(1, Severity.SEV4);

    private final int weight;
    private final Severity severity;

    AlertLevel(int weight, Severity severity) {
        this.weight = weight;
        this.severity = severity;
    }

    public int weight() {
        return weight;
    }

    public Severity severity() {
        return severity;
    }
}
