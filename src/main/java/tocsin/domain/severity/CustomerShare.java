package tocsin.domain.severity;

/// Question 2: what part of the customers feels it?
public enum CustomerShare implements Graded {
    UNDER_1(4, "<1% of customers"),
    FROM_1_TO_10(3, "1-10% of customers"),
    FROM_10_TO_50(2, "10-50% of customers"),
    OVER_50(1, ">50% of customers");

    private final int level;
    private final String words;

    CustomerShare(int level, String words) {
        this.level = level;
        this.words = words;
    }

    /// Exactly 10 % and exactly 50 % belong to the milder band, exactly 1 % to the worse.
    public static CustomerShare ofPercent(double percent) {
        if (!(percent >= 0 && percent <= 100)) {
            throw new IllegalArgumentException("a share of customers is 0 to 100 percent, not " + percent);
        }
        if (percent < 1) {
            return UNDER_1;
        }
        if (percent <= 10) {
            return FROM_1_TO_10;
        }
        return percent <= 50 ? FROM_10_TO_50 : OVER_50;
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
