package tocsin.domain.severity;

/// Question 1: what no longer works?
public enum FunctionImpact implements Graded {
    NONE(4, "no function affected"),
    COSMETIC(4, "cosmetic"),
    MINOR(3, "minor function"),
    MAJOR(2, "major function degraded"),
    PARTIAL(2, "partial outage"),
    CRITICAL(1, "critical function gone"),
    TOTAL(1, "total outage");

    private final int level;
    private final String words;

    FunctionImpact(int level, String words) {
        this.level = level;
        this.words = words;
    }

    @Override
    public int level() {
        return level;
    }

    @Override
    public int levelOneStepWorse() {
        return Math.max(1, level - 1);
    }

    @Override
    public String words() {
        return words;
    }
}
