package tocsin.ui.due;

import java.util.Optional;
import tocsin.domain.incident.Gates;
import tocsin.domain.incident.StampName;
import tocsin.ui.kit.Words;

/// The one thing that meets a gate, and the key for it.
///
/// @param cap the key, or empty where only time or another screen helps
/// @param say what to do with it
record Fix(Act act, String cap, String say) {
    /// What a click on the gate opens.
    sealed interface Act {}

    record StampIt(StampName stamp) implements Act {}

    record PlanIt() implements Act {}

    record SettleStep() implements Act {}

    record SendIt() implements Act {}

    record NameOwner() implements Act {}

    /// A line of the timeline or another pane does it.
    record Elsewhere() implements Act {}

    static Fix of(String gate, Words words) {
        return switch (gate) {
            case Gates.HYPOTHESIS -> elsewhere("~", words.get("owed.fix.hypothesis"));
            case "identified.communications" -> elsewhere("F3", words.get("owed.fix.communications"));
            case Gates.SECURITY_LEAD -> elsewhere("F3", words.get("owed.fix.security"));
            case Gates.PLAN -> plan(words.get("owed.fix.plan"));
            case "mitigating.goal" -> plan(words.get("owed.fix.goal"));
            case "mitigating.risk" -> plan(words.get("owed.fix.risk"));
            case "mitigating.verification" -> plan(words.get("owed.fix.verification"));
            case "mitigating.box" -> plan(words.get("owed.fix.box"));
            case "mitigating.poll" -> elsewhere("=", words.get("owed.fix.poll"));
            case Gates.CONTAINMENT_PLAN, "contained" -> stamp(StampName.CONTAINED, words);
            case Gates.STEPS -> new Fix(new SettleStep(), Key.PLAN_STEP.cap(), words.get("owed.fix.steps"));
            case "monitoring.public-text" -> new Fix(new SendIt(), Key.UPDATE.cap(), words.get("owed.fix.public"));
            case Gates.VERIFIED, Gates.STOP_1 -> stamp(StampName.STABILITY_VERIFIED, words);
            case Gates.SOAK -> elsewhere("", words.get("owed.fix.soak"));
            case Gates.IMPACT_ENDED -> stamp(StampName.IMPACT_ENDED, words);
            case Gates.ERADICATED -> stamp(StampName.ERADICATED, words);
            case Gates.CREDENTIALS -> stamp(StampName.CREDENTIALS_ROTATED, words);
            case Gates.OWNER -> new Fix(new NameOwner(), Key.REVIEW_OWNER.cap(), words.get("owed.fix.owner"));
            case Gates.EXPLANATION -> elsewhere("~", words.get("owed.fix.explanation"));
            case Gates.REVIEW_TIMELINE -> elsewhere("", words.get("owed.fix.timeline"));
            default -> elsewhere("", words.get("owed.fix.review"));
        };
    }

    static Optional<StampName> stampOf(Fix fix) {
        return fix.act() instanceof StampIt(var stamp) ? Optional.of(stamp) : Optional.empty();
    }

    private static Fix stamp(StampName stamp, Words words) {
        return new Fix(
                new StampIt(stamp),
                Key.STAMP.cap(),
                words.get("owed.fix.stamp", words.texts().name("stamp", stamp)));
    }

    private static Fix plan(String say) {
        return new Fix(new PlanIt(), Key.PLAN.cap(), say);
    }

    private static Fix elsewhere(String cap, String say) {
        return new Fix(new Elsewhere(), cap, say);
    }
}
