package tocsin.domain.severity;

/// Question 3: does it cost money now?
public enum RevenueImpact implements Graded {
    NONE(4, "no loss"),
    MINIMAL(3, "minimal loss"),
    POTENTIAL(2, "potential loss"),
    DIRECT(1, "direct loss");

    private final int level;
    private final String words;

    RevenueImpact(int level, String words) {
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
