package tocsin.domain.severity;

/// An answer that stands for a level of its own: 1 is the worst, [#NO_LEVEL] asks for none.
sealed interface Graded permits FunctionImpact, CustomerShare, RevenueImpact, DataImpact, SafetyImpact {
    int NO_LEVEL = 5;

    int level();

    /// The level of the next worse answer to the same question.
    int levelOneStepWorse();

    String words();
}
