package tocsin.domain.severity;

/// Where it hurts. Trouble outside production weighs less, unless data or people are harmed.
public enum Environment {
    PRODUCTION(0, "in production"),
    STAGING(2, "in staging"),
    DEVELOPMENT(3, "in development"),
    ALL(0, "in all environments");

    private final int steps;
    private final String words;

    Environment(int steps, String words) {
        this.steps = steps;
        this.words = words;
    }

    int steps() {
        return steps;
    }

    String words() {
        return words;
    }
}
