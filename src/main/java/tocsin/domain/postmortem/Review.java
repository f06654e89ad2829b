package tocsin.domain.postmortem;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import tocsin.base.FactId;
import tocsin.base.PersonId;
import tocsin.domain.postmortem.ReviewFact.CauseStated;
import tocsin.domain.postmortem.ReviewFact.ImpactStated;
import tocsin.domain.postmortem.ReviewFact.RulesMerged;

/// The review as folded from its facts. Immutable.
///
/// @param declined what was proposed as an action and turned away
/// @param hardened the hardenings with what is known of each
public record Review(
        Status status,
        Optional<PersonId> owner,
        Optional<Instant> due,
        List<String> fullFormTriggers,
        Optional<ImpactStated> impact,
        Map<Damage, String> figures,
        Optional<CauseStated> cause,
        List<ActionItem> actions,
        List<Declined> declined,
        List<Reviewer> reviewers,
        Optional<Approval> approval,
        List<Hardened> hardened,
        Optional<RulesMerged> merged,
        Talk talk) {

    public static final Review NONE = new ReviewFold().review();

    public enum Status {
        NONE,
        DRAFT,
        IN_REVIEW,
        /// Everybody who was asked has read it.
        REVIEWED,
        APPROVED
    }

    public record Approval(PersonId by, Instant at, FactId fact) {}

    public record Declined(FactId id, ActionKind kind, String text, String reason, PersonId by) {}

    public Optional<ActionItem> action(FactId id) {
        return actions.stream().filter(item -> item.id().equals(id)).findFirst();
    }

    public List<ActionItem> openActions() {
        return actions.stream().filter(ActionItem::open).toList();
    }

    public List<Hardening> hardenings() {
        return hardened.stream().map(Hardened::hardening).toList();
    }

    public Optional<Hardened> hardened(FactId id) {
        return hardened.stream().filter(rule -> rule.id().equals(id)).findFirst();
    }

    public Optional<String> figure(Damage figure) {
        return Optional.ofNullable(figures.get(figure));
    }

    public Optional<Reviewer> reviewer(PersonId person) {
        return reviewers.stream().filter(each -> each.person().equals(person)).findFirst();
    }

    /// Whether it lies with those who read it and not with those who write it.
    public boolean underReview() {
        return status == Status.IN_REVIEW || status == Status.REVIEWED;
    }
}
