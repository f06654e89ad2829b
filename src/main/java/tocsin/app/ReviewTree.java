package tocsin.app;

import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import tocsin.domain.incident.Incident;
import tocsin.domain.incident.ReviewForm;
import tocsin.domain.incident.Rules;
import tocsin.domain.postmortem.ActionItem;
import tocsin.domain.postmortem.ActionScore;
import tocsin.domain.postmortem.Comment;
import tocsin.domain.postmortem.Damage;
import tocsin.domain.postmortem.Hardened;
import tocsin.domain.postmortem.Hardening;
import tocsin.domain.postmortem.Hardens;
import tocsin.domain.postmortem.Review;
import tocsin.domain.postmortem.Suggestion;
import tocsin.domain.postmortem.Talk;
import tocsin.domain.postmortem.Trigger;

/// The review of one incident as a part of the tree that `show --json` promises.
final class ReviewTree {
    private final Incident incident;
    private final Review review;

    private ReviewTree(Incident incident) {
        this.incident = incident;
        this.review = incident.review();
    }

    static Tree of(Incident incident, Rules rules, Instant asOf) {
        return new ReviewTree(incident).whole(rules, asOf);
    }

    private Tree whole(Rules rules, Instant asOf) {
        Talk talk = review.talk();
        return new Tree()
                .put("status", review.status())
                .promise("owner", review.owner())
                .promise("due", review.due())
                .put("form", ReviewForm.of(incident, rules.policy()))
                .put("fullFormTriggers", review.fullFormTriggers())
                .put(
                        "proposedTriggers",
                        ReviewForm.proposed(incident, rules, asOf).stream()
                                .map(Trigger::word)
                                .toList())
                .promise(
                        "impact",
                        review.impact()
                                .map(impact -> new Tree()
                                        .put("domain", impact.domain())
                                        .put("data", impact.data())
                                        .put("business", impact.business())))
                .put("figures", figures())
                .promise(
                        "cause",
                        review.cause()
                                .map(cause -> new Tree()
                                        .put("ruleOrGate", cause.ruleOrGate())
                                        .put("howItSlippedBy", cause.howItSlippedBy())))
                .put("actions", review.actions().stream().map(this::action).toList())
                .put(
                        "declinedActions",
                        review.declined().stream().map(ReviewTree::declined).toList())
                .put(
                        "reviewers",
                        review.reviewers().stream()
                                .map(each -> new Tree()
                                        .put("person", each.person())
                                        .promise("reviewedAt", each.reviewedAt())
                                        .putUnlessEmpty("note", each.note()))
                                .toList())
                .promise(
                        "approval",
                        review.approval()
                                .map(approval ->
                                        new Tree().put("by", approval.by()).put("at", approval.at())))
                .put(
                        "hardenings",
                        review.hardened().stream().map(ReviewTree::hardening).toList())
                .promise(
                        "rulesMerged",
                        review.merged()
                                .map(merged -> new Tree()
                                        .put("reference", merged.reference())
                                        .put("pushedAt", merged.pushedAt())
                                        .put("oldCase", merged.oldCase())))
                .put(
                        "comments",
                        talk.comments().stream().map(ReviewTree::comment).toList())
                .put(
                        "suggestions",
                        talk.suggestions().stream().map(ReviewTree::suggestion).toList())
                .put(
                        "ignoredWordings",
                        talk.ignored().stream()
                                .map(each -> new Tree()
                                        .put("section", each.section())
                                        .put("phrase", each.phrase()))
                                .toList())
                .put(
                        "meetings",
                        talk.meetings().stream()
                                .map(each -> new Tree()
                                        .put("started", each.started())
                                        .put("ended", each.ended()))
                                .toList())
                .put(
                        "meetingNotes",
                        talk.notes().stream()
                                .map(each -> new Tree()
                                        .put("id", each.id())
                                        .put("kind", each.kind())
                                        .put("text", each.text())
                                        .put("by", each.by())
                                        .put("at", each.at())
                                        .promise("left", each.left()))
                                .toList());
    }

    private Tree figures() {
        var figures = new Tree();
        Arrays.stream(Damage.values()).forEach(each -> figures.promise(word(each), review.figure(each)));
        return figures;
    }

    private static String word(Damage figure) {
        return switch (figure) {
            case USERS -> "users";
            case REVENUE -> "revenue";
            case TICKETS -> "tickets";
            case SLA_BREACHES -> "slaBreaches";
        };
    }

    private Tree action(ActionItem item) {
        ActionScore score = ActionScore.of(item, incident.severity(), incident.zone());
        return new Tree()
                .put("id", item.id())
                .put("kind", item.kind())
                .put("text", item.text())
                .put("owner", item.owner())
                .put("due", item.due())
                .put("measure", item.measure())
                .put("status", item.status())
                .putUnlessEmpty("outcome", item.outcome())
                .put("addedAt", item.addedAt())
                .promise("settledAt", item.settledAt())
                .putIfPresent("priority", item.ties().priority())
                .putUnlessEmpty("ticket", item.ties().ticket())
                .putUnlessEmpty("factor", item.ties().factor())
                .put("hardens", item.ties().hardens() == Hardens.A_RULE)
                .promise(
                        "verified",
                        item.verified()
                                .map(seen -> new Tree()
                                        .put("by", seen.by())
                                        .put("at", seen.at())
                                        .put("evidence", seen.evidence())))
                .put("score", score.score())
                .put("scoreMisses", score.missing().stream().map(Tree::word).toList())
                .putUnlessEmpty("emptyPhrases", score.empty());
    }

    private static Tree declined(Review.Declined declined) {
        return new Tree()
                .put("id", declined.id())
                .put("kind", declined.kind())
                .put("text", declined.text())
                .put("reason", declined.reason())
                .put("by", declined.by());
    }

    private static Tree hardening(Hardened rule) {
        Hardening hardening = rule.hardening();
        return new Tree()
                .put("id", rule.id())
                .put("rule", hardening.rule())
                .put("said", hardening.said())
                .put("slip", hardening.slip())
                .put("newWording", hardening.newWording())
                .put("gate", hardening.gate())
                .put("proof", hardening.proof())
                .put("reviewer", hardening.reviewer())
                .put("recordedBy", rule.by())
                .put("at", rule.at())
                .putUnlessEmpty("place", rule.detail().place())
                .putIfPresent("effectiveFrom", rule.detail().effectiveFrom())
                .putUnlessEmpty("toldTo", rule.detail().toldTo());
    }

    private static Tree comment(Comment comment) {
        return new Tree()
                .put("id", comment.id())
                .put("section", comment.section())
                .putUnlessEmpty("quote", comment.quote())
                .put("text", comment.text())
                .put("by", comment.by())
                .put("at", comment.at())
                .put("status", comment.status())
                .put(
                        "replies",
                        comment.replies().stream()
                                .map(reply -> new Tree()
                                        .put("id", reply.id())
                                        .put("by", reply.by())
                                        .put("at", reply.at())
                                        .put("text", reply.text()))
                                .toList());
    }

    private static Tree suggestion(Suggestion suggestion) {
        return new Tree()
                .put("id", suggestion.id())
                .put("section", suggestion.section())
                .put("quote", suggestion.quote())
                .put("replacement", suggestion.replacement())
                .put("by", suggestion.by())
                .put("at", suggestion.at())
                .put("status", suggestion.status())
                .putIfPresent("reason", Optional.of(suggestion.reason()).filter(reason -> !reason.isEmpty()));
    }
}
