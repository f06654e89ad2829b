package tocsin.domain.severity;

/// Question 5: are people in danger, or does a regulated clock start? Eased by nothing, like the data answer.
public enum SafetyImpact implements Graded {
    NONE(NO_LEVEL, "no danger"),
    REGULATED_CLOCK_POSSIBLE(2, "regulated clock possible"),
    DANGER_TO_PEOPLE(1, "danger to people");

    private final int level;
    private final String words;

    SafetyImpact(int level, String words) {
        this.level = level;
        this.words = words;
    }

    @Override
    public int level() {
        return level;
    }

    @Override
    public int levelOneStepWorse() {
        return this == NONE ? REGULATED_CLOCK_POSSIBLE.level : Math.max(1, level - 1);
    }

    @Override
    public String words() {
        return words;
    }
}
