package tocsin.domain.severity;

/// Question 6: where is it heading?
public enum Trend {
    STEADY("steady"),
    WORSENING("worsening"),
    /// The last reserve is in use: it is a medium matter at the least, however little is felt yet.
    ONE_MORE_FAILURE_MEANS_OUTAGE("one more failure means outage");

    private final String words;

    Trend(String words) {
        this.words = words;
    }

    String words() {
        return words;
    }

    Trend oneStepWorse() {
        return this == STEADY ? WORSENING : this;
    }
}
