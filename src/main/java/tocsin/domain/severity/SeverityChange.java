package tocsin.domain.severity;

import java.util.List;

/// Moving from one level to another, and what that sets off. Raising is instant and must reach people; lowering must
/// not take anything back that was promised.
public record SeverityChange(Severity from, Severity to) {

    public enum Effect {
        RESTART_RESPONSE,
        RERUN_PAGING,
        RERUN_STAKEHOLDERS,
        /// The next update is due no later than one beat of the new level from now.
        UPDATE_DUE_SOONER,
        REASON_REQUIRED,
        /// Levels are not debated during the call.
        ONLY_FROM_MONITORING,
        /// The update that is already due stays due once.
        UPDATE_DUE_KEPT
    }

    private static final List<Effect> RAISED =
            List.of(Effect.RESTART_RESPONSE, Effect.RERUN_PAGING, Effect.RERUN_STAKEHOLDERS, Effect.UPDATE_DUE_SOONER);
    private static final List<Effect> LOWERED =
            List.of(Effect.REASON_REQUIRED, Effect.ONLY_FROM_MONITORING, Effect.UPDATE_DUE_KEPT);

    public boolean isRaise() {
        return to.isWorseThan(from);
    }

    public boolean isLowering() {
        return from.isWorseThan(to);
    }

    public List<Effect> effects() {
        if (isRaise()) {
            return RAISED;
        }
        return isLowering() ? LOWERED : List.of();
    }
}
