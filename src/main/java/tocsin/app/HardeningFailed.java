package tocsin.app;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import tocsin.base.IncidentId;
import tocsin.domain.postmortem.Hardening;
import tocsin.domain.postmortem.ReviewFact.RulesMerged;

/// A rule that was made stronger and let another case through within 90 days.
///
/// @param rule as the earlier incident spelled it
/// @param days whole days between the merge of the stronger rule and the declaration of the later incident
public record HardeningFailed(String rule, IncidentId earlier, IncidentId later, long days) {
    public static final Duration WITHIN = Duration.ofDays(90);

    /// Each rule whose change was merged in one incident, against the rules that later ones name as their cause or
    /// harden again.
    public static List<HardeningFailed> among(List<Lesson> lessons) {
        Map<String, List<Lesson>> naming = naming(lessons);
        var failed = new ArrayList<HardeningFailed>();
        for (Lesson earlier : lessons) {
            earlier.review()
                    .merged()
                    .map(RulesMerged::pushedAt)
                    .ifPresent(merged -> earlier.review().hardenings().stream()
                            .map(Hardening::rule)
                            .distinct()
                            .forEach(rule -> naming.getOrDefault(Hardening.ruleKey(rule), List.of()).stream()
                                    .flatMap(later -> between(rule, earlier, merged, later).stream())
                                    .forEach(failed::add)));
        }
        failed.sort(Comparator.comparing(HardeningFailed::later)
                .thenComparing(HardeningFailed::earlier)
                .thenComparing(HardeningFailed::rule));
        return List.copyOf(failed);
    }

    /// Who names which rule, so that thousands of incidents need not be held against each other.
    private static Map<String, List<Lesson>> naming(List<Lesson> lessons) {
        var naming = new HashMap<String, List<Lesson>>();
        for (Lesson lesson : lessons) {
            Stream.concat(
                            lesson.review().hardenings().stream().map(Hardening::rule),
                            lesson.review().cause().stream().map(cause -> cause.ruleOrGate()))
                    .map(Hardening::ruleKey)
                    .filter(key -> !key.isEmpty())
                    .distinct()
                    .forEach(key ->
                            naming.computeIfAbsent(key, _ -> new ArrayList<>()).add(lesson));
        }
        return naming;
    }

    private static Optional<HardeningFailed> between(String rule, Lesson earlier, Instant merged, Lesson later) {
        return later.declaredAt()
                .filter(at -> !earlier.incident().equals(later.incident())
                        && !at.isBefore(merged)
                        && !at.isAfter(sum(merged)))
                .map(at -> new HardeningFailed(
                        rule,
                        earlier.incident(),
                        later.incident(),
                        Duration.between(merged, at).toDays()));
    }

    /// A time from a broken desk must not break the list of everybody else.
    private static Instant sum(Instant merged) {
        return merged.isAfter(Instant.MAX.minus(WITHIN)) ? Instant.MAX : merged.plus(WITHIN);
    }
}
