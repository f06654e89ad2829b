package tocsin.publish.figure;

import java.util.Optional;
import tocsin.base.FactId;
import tocsin.domain.analysis.Analysis;
import tocsin.domain.analysis.Category;
import tocsin.domain.analysis.Content;
import tocsin.domain.analysis.Differs;
import tocsin.domain.analysis.FactorCode;
import tocsin.domain.analysis.FactorPart;
import tocsin.domain.analysis.Figure;
import tocsin.domain.analysis.Held;
import tocsin.domain.analysis.Join;
import tocsin.domain.analysis.Marked;
import tocsin.domain.incident.IncidentCommand.AddNode;
import tocsin.domain.incident.Story;
import tocsin.domain.severity.Severity;

/// Figures as people draw them, and as nobody should.
final class Examples {
    static final Labels LABELS = new Labels() {
        @Override
        public String mark(Marked mark) {
            return mark.word();
        }

        @Override
        public String caption(Caption caption) {
            return caption.word();
        }
    };

    private final Story story = Story.incident(Severity.SEV2);

    static Analysis usual() {
        var it = new Examples();
        FactId top = it.add(Figure.WHYS, null, Content.why("Orders written twice"));
        FactId writers = it.add(Figure.WHYS, top, Content.why("Both writers live in the flag window"));
        it.add(Figure.WHYS, writers, Content.why("The flag flips per host, not at once"));
        it.add(Figure.WHYS, writers, Content.rule("No rule asks for an idempotency key on both writers"));
        FactId canary = it.add(Figure.WHYS, top, Content.why("Canary watches status codes only"));
        it.add(Figure.WHYS, canary, Content.rule("Rule PAY-07 silent on rollouts"));
        FactId pool =
                it.add(Figure.FISHBONE, null, Content.cause(Category.CONFIG, "Flag default on for half the hosts"));
        it.add(Figure.FISHBONE, pool, Content.cause("Defaults are not in the diff"));
        it.add(Figure.FISHBONE, null, Content.cause(Category.DETECTION, "Dashboard groups by status code"));
        it.add(Figure.FISHBONE, null, Content.cause(Category.DETECTION, "No alert on the order count"));
        it.add(Figure.FISHBONE, null, Content.cause(Category.CHANGE, "Rollout without a canary of orders"));
        it.add(Figure.FISHBONE, null, Content.cause(Category.PROCESS, "Runbook names the old writer"));
        it.add(Figure.FISHBONE, null, Content.cause(Category.PEOPLE, "Two teams on night shift"));
        FactId down = it.add(Figure.FAULT, null, Content.event("Orders written twice", Join.AND));
        FactId both = it.add(Figure.FAULT, down, Content.event("Two writers at once", Join.OR));
        it.add(Figure.FAULT, both, Content.event("Flag at half"));
        it.add(Figure.FAULT, both, Content.event("Failover during the rollout"));
        it.add(Figure.FAULT, down, Content.event("No idempotency key"));
        it.add(
                Figure.FACTORS,
                null,
                factor(FactorCode.CONFIG, FactorPart.TRIGGER, "The flag was turned on for half the hosts at 14:02"));
        it.add(
                Figure.FACTORS,
                null,
                factor(FactorCode.GOOD_LUCK, FactorPart.MITIGATING_LUCK, "Support noticed by chance"));
        it.add(
                Figure.FACTORS,
                null,
                factor(FactorCode.DETECTION_GAP, FactorPart.LATENT, "Nothing counts orders; only answers are watched"));
        it.add(Figure.CHANGE, null, Content.change("Flag new-writer", "off", "on for half", Differs.YES));
        it.add(Figure.CHANGE, null, Content.change("Load", "1 200 orders/min", "1 180 orders/min", Differs.NO));
        it.add(
                Figure.BARRIER,
                null,
                Content.barrier("Canary gate", "halt the rollout", Held.FAILED, "it compares error rates only"));
        it.add(Figure.BARRIER, null, Content.barrier("Unique key", "refuse the second row", Held.ABSENT, ""));
        it.add(Figure.BARRIER, null, Content.barrier("Flag off switch", "stop it at once", Held.HELD, "used at 14:15"));
        return it.story.now().analysis();
    }

    static Analysis one() {
        var it = new Examples();
        it.add(Figure.WHYS, null, Content.why("Down"));
        it.add(Figure.FISHBONE, null, Content.cause(Category.CODE, "Bug"));
        it.add(Figure.FAULT, null, Content.event("Down"));
        it.add(Figure.FACTORS, null, factor(FactorCode.CODE, FactorPart.TRIGGER, "Bug"));
        it.add(Figure.CHANGE, null, Content.change("Flag", "", "", Differs.UNKNOWN));
        it.add(Figure.BARRIER, null, Content.barrier("Gate", "", Held.ABSENT, ""));
        return it.story.now().analysis();
    }

    static Analysis sixty() {
        var it = new Examples();
        FactId[] whys = new FactId[60];
        FactId[] events = new FactId[60];
        for (int i = 0; i < 60; i++) {
            FactId why = i == 0 ? null : whys[(i - 1) / (i % 3 + 1)];
            whys[i] = it.add(
                    Figure.WHYS,
                    why,
                    i % 4 == 0 ? Content.rule("Rule number " + i) : Content.why("Answer number " + i + " of sixty"));
            FactId event = i == 0 ? null : events[(i - 1) / 3];
            events[i] =
                    it.add(Figure.FAULT, event, Content.event("Event number " + i, i % 2 == 0 ? Join.AND : Join.OR));
            it.add(Figure.FISHBONE, null, Content.cause(Category.values()[i % 10], "Cause number " + i + " of sixty"));
            it.add(
                    Figure.FACTORS,
                    null,
                    factor(FactorCode.values()[i % 22], FactorPart.values()[i % 5], "Factor " + i));
            it.add(Figure.CHANGE, null, Content.change("Thing " + i, "a", "b", Differs.values()[i % 3]));
            it.add(Figure.BARRIER, null, Content.barrier("Defence " + i, "hold", Held.values()[i % 4], "why " + i));
        }
        return it.story.now().analysis();
    }

    static Analysis strange() {
        var it = new Examples();
        String word = "Donaudampfschifffahrtsgesellschaftskapitänswitwenrentenauszahlungsstelle";
        String arabic = "تم تسجيل الطلبات مرتين بسبب تشغيل الكاتبين معا";
        String mixed = "😀😀 注文が二重に記録された。注文が二重に記録された。 <b>&amp; " + "x".repeat(120);
        FactId top = it.add(Figure.WHYS, null, Content.why(word));
        FactId below = it.add(Figure.WHYS, top, Content.why(arabic));
        it.add(Figure.WHYS, below, Content.rule(mixed));
        for (String text : new String[] {word, arabic, mixed}) {
            it.add(Figure.FISHBONE, null, Content.cause(Category.DATA, text));
            it.add(Figure.FACTORS, null, factor(FactorCode.CODE, FactorPart.LATENT, text));
            it.add(Figure.CHANGE, null, Content.change(text, text, text, Differs.YES));
            it.add(Figure.BARRIER, null, Content.barrier(text, text, Held.BYPASSED, text));
        }
        FactId event = it.add(Figure.FAULT, null, Content.event(word, Join.AND));
        it.add(Figure.FAULT, event, Content.event(arabic));
        it.add(Figure.FAULT, event, Content.event(mixed));
        return it.story.now().analysis();
    }

    private static Content factor(FactorCode code, FactorPart part, String text) {
        return Content.factor(code, part, text, Optional.empty());
    }

    private FactId add(Figure figure, @org.jspecify.annotations.Nullable FactId parent, Content content) {
        return story.does(new AddNode(figure, Optional.ofNullable(parent), content))
                .last();
    }
}
