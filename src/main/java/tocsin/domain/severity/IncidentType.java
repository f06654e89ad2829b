package tocsin.domain.severity;

/// What kind of trouble it is; decides who is told, how secret it is kept and how long a fix must soak.
public enum IncidentType {
    OUTAGE,
    SECURITY,
    PERFORMANCE,
    DATA,
    INTEGRATION;

    /// Security and data incidents are told on need-to-know terms.
    public boolean isConfidential() {
        return this == SECURITY || this == DATA;
    }
}
