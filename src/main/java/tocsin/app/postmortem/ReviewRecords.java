package tocsin.app.postmortem;

import java.util.ArrayList;
import java.util.List;
import tocsin.app.Texts;
import tocsin.domain.postmortem.ActionItem;
import tocsin.domain.postmortem.Damage;
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
        var fields = new ArrayList<Voice.Field>();
        review.impact().ifPresent(impact -> {
            fields.add(voice.field("paper.impact.domain", impact.domain()));
            fields.add(voice.field("paper.impact.data", impact.data()));
            fields.add(voice.field("paper.impact.business", impact.business()));
        });
        for (Damage damage : Damage.values()) {
            review.figure(damage).ifPresent(words -> fields.add(new Voice.Field(texts.name("damage", damage), words)));
        }
        return voice.fields("paper.impact", fields);
    }

    List<Block> cause() {
        return review.cause()
                .map(cause -> voice.fields(
                        "paper.cause",
                        List.of(
                                voice.field("paper.cause.rule", cause.ruleOrGate()),
                                voice.field("paper.cause.slip", cause.howItSlippedBy()))))
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
            item.verified()
                    .ifPresent(seen -> what.add(Span.of(
                            "\n" + texts.get("paper.actions.verified", seen.by().name(), seen.evidence()),
                            Span.Style.QUIET)));
            rows.add(List.of(
                    new Cell(what),
                    Cell.of(texts.name("action", item.kind())),
                    Cell.of(item.owner().name()),
                    Cell.of(item.due().toString()),
                    Cell.of(item.measure()),
                    Cell.of(texts.name("action-status", item.status()))));
        }
        var blocks = new ArrayList<>(voice.table(
                "paper.actions",
                List.of(
                        "paper.actions.what",
                        "paper.actions.kind",
                        "paper.actions.owner",
                        "paper.actions.due",
                        "paper.actions.measure",
                        "paper.actions.state"),
                rows));
        blocks.addAll(voice.points(
                "paper.actions.declined",
                review.declined().stream()
                        .map(no -> List.of(Span.of(no.text()), Span.of(": " + no.reason(), Span.Style.QUIET)))
                        .toList()));
        return blocks;
    }

    List<Block> hardening() {
        var blocks = new ArrayList<Block>();
        for (Hardening hardening : review.hardenings()) {
            blocks.addAll(voice.fields(
                    "paper.hardening",
                    List.of(
                            voice.field("paper.hardening.rule", hardening.rule()),
                            voice.field("paper.hardening.said", hardening.said()),
                            voice.field("paper.hardening.slip", texts.name("slip", hardening.slip())),
                            voice.field("paper.hardening.wording", hardening.newWording()),
                            voice.field("paper.hardening.gate", hardening.gate()),
                            voice.field("paper.hardening.proof", hardening.proof()),
                            voice.field(
                                    "paper.hardening.reviewer",
                                    hardening.reviewer().name()))));
        }
        review.merged()
                .ifPresent(merged -> blocks.addAll(voice.fields(
                        "paper.merged",
                        List.of(
                                voice.field("paper.merged.reference", merged.reference()),
                                voice.field("paper.merged.pushed", voice.moment(merged.pushedAt())),
                                voice.field("paper.merged.case", texts.name("old-case", merged.oldCase()))))));
        return blocks;
    }
}
