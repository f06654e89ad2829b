package tocsin.app;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import tocsin.base.IncidentId;
import tocsin.domain.postmortem.Hardening;

/// A rule that was made stronger and let another case through within 90 days.
///
/// @param rule as the earlier incident spelled it
/// @param days whole days between the merge of the stronger rule and the declaration of the later incident
public record HardeningFailed(String rule, IncidentId earlier, IncidentId later, long days) {
    public static final Duration WITHIN = Duration.ofDays(90);

    /// Each rule whose change was merged in one incident, against the rules that later ones name as their cause or
    /// harden again.
    public static List<HardeningFailed> among(List<Lesson> lessons) {
        var failed = new ArrayList<HardeningFailed>();
        for (Lesson earlier : lessons) {
            Optional<Instant> merged = earlier.review().merged().map(merge -> merge.pushedAt());
            if (merged.isPresent()) {
                for (Lesson later : lessons) {
                    failed.addAll(between(earlier, merged.get(), later));
                }
            }
        }
        failed.sort(Comparator.comparing(HardeningFailed::later)
                .thenComparing(HardeningFailed::earlier)
                .thenComparing(HardeningFailed::rule));
        return List.copyOf(failed);
    }

    private static List<HardeningFailed> between(Lesson earlier, Instant merged, Lesson later) {
        Optional<Instant> again = later.declaredAt()
                .filter(at -> !earlier.incident().equals(later.incident())
                        && !at.isBefore(merged)
                        && !at.isAfter(sum(merged)));
        if (again.isEmpty()) {
            return List.of();
        }
        Set<String> named = Stream.concat(
                        later.review().hardenings().stream().map(Hardening::rule),
                        later.review().cause().stream().map(cause -> cause.ruleOrGate()))
                .map(Hardening::ruleKey)
                .filter(key -> !key.isEmpty())
                .collect(Collectors.toSet());
        return earlier.review().hardenings().stream()
                .map(Hardening::rule)
                .filter(rule -> named.contains(Hardening.ruleKey(rule)))
                .distinct()
                .map(rule -> new HardeningFailed(
                        rule,
                        earlier.incident(),
                        later.incident(),
                        Duration.between(merged, again.get()).toDays()))
                .toList();
    }

    /// A time from a broken desk must not break the list of everybody else.
    private static Instant sum(Instant merged) {
        return merged.isAfter(Instant.MAX.minus(WITHIN)) ? Instant.MAX : merged.plus(WITHIN);
    }
}
