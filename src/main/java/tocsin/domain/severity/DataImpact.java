package tocsin.domain.severity;

/// Question 4: is data or access in the wrong hands? Neither the environment nor a workaround eases this one.
public enum DataImpact implements Graded {
    NONE(NO_LEVEL, "no data affected"),
    WEAKNESS(3, "weakness without access"),
    UNAUTHORISED_ACCESS(2, "unauthorised access"),
    EXPOSED(1, "sensitive data exposed"),
    ATTACKER_ACTIVE(1, "attacker active");

    private final int level;
    private final String words;

    DataImpact(int level, String words) {
        this.level = level;
        this.words = words;
    }

    @Override
    public int level() {
        return level;
    }

    @Override
    public int levelOneStepWorse() {
        return this == NONE ? WEAKNESS.level : Math.max(1, level - 1);
    }

    @Override
    public String words() {
        return words;
    }
}
