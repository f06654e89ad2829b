package tocsin.app.postmortem;

import java.util.ArrayList;
import java.util.List;
import tocsin.app.Texts;
import tocsin.domain.postmortem.ActionItem;
import tocsin.domain.postmortem.Hardening;
import tocsin.domain.postmortem.Review;
import tocsin.publish.paper.Block;
import tocsin.publish.paper.Block.Cell;
import tocsin.publish.paper.Span;

/// What the review itself holds: impact, cause, actions, the rule that became stronger.
final class ReviewRecords {
    private final Review review;
    private final Texts texts;
    private final Voice voice;

    ReviewRecords(Draft draft, Voice voice) {
        this.review = draft.incident().review();
        this.texts = draft.texts();
        this.voice = voice;
    }

    List<Block> impact() {
        return review.impact()
                .map(impact -> voice.fields(
                        "paper.impact",
                        List.of(
                                List.of("paper.impact.domain", impact.domain()),
                                List.of("paper.impact.data", impact.data()),
                                List.of("paper.impact.business", impact.business()))))
                .orElse(List.of());
    }

    List<Block> cause() {
        return review.cause()
                .map(cause -> voice.fields(
                        "paper.cause",
                        List.of(
                                List.of("paper.cause.rule", cause.ruleOrGate()),
                                List.of("paper.cause.slip", cause.howItSlippedBy()))))
                .orElse(List.of());
    }

    List<Block> actions() {
        var rows = new ArrayList<List<Cell>>();
        for (ActionItem item : review.actions()) {
            var what = new ArrayList<Span>();
            what.add(Span.of(item.text()));
            if (!item.outcome().isBlank()) {
                what.add(Span.of("\n" + item.outcome(), Span.Style.QUIET));
            }
            rows.add(List.of(
                    new Cell(what),
                    Cell.of(texts.name("action", item.kind())),
                    Cell.of(item.owner().name()),
                    Cell.of(item.due().toString()),
                    Cell.of(item.measure()),
                    Cell.of(texts.name("paper-action", item.status()))));
        }
        return voice.table(
                "paper.actions",
                List.of(
                        "paper.actions.what",
                        "paper.actions.kind",
                        "paper.actions.owner",
                        "paper.actions.due",
                        "paper.actions.measure",
                        "paper.actions.state"),
                rows);
    }

    List<Block> hardening() {
        var blocks = new ArrayList<Block>();
        for (Hardening hardening : review.hardenings()) {
            blocks.addAll(voice.fields(
                    "paper.hardening",
                    List.of(
                            List.of("paper.hardening.rule", hardening.rule()),
                            List.of("paper.hardening.said", hardening.said()),
                            List.of("paper.hardening.slip", texts.name("paper-slip", hardening.slip())),
                            List.of("paper.hardening.wording", hardening.newWording()),
                            List.of("paper.hardening.gate", hardening.gate()),
                            List.of("paper.hardening.proof", hardening.proof()),
                            List.of(
                                    "paper.hardening.reviewer",
                                    hardening.reviewer().name()))));
        }
        review.merged()
                .ifPresent(merged -> blocks.addAll(voice.fields(
                        "paper.merged",
                        List.of(
                                List.of("paper.merged.reference", merged.reference()),
                                List.of("paper.merged.pushed", voice.moment(merged.pushedAt())),
                                List.of("paper.merged.case", texts.name("old-case", merged.oldCase()))))));
        return blocks;
    }
}
