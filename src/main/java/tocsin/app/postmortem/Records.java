package tocsin.app.postmortem;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import tocsin.publish.paper.Block;
import tocsin.publish.paper.Directive;

/// Which part of the record a directive names.
final class Records {
    static final String FIGURE = "figure";

    private static final Set<String> NAMES = Set.of(
            "times",
            "durations",
            "severity",
            "people",
            "decisions",
            "timeline",
            "impact",
            "cause",
            "messages",
            "hypotheses",
            "evidence",
            "actions",
            "hardening",
            "plan",
            "checklist",
            "gates",
            FIGURE);

    private final Draft draft;
    private final TimeRecords times;
    private final LogRecords log;
    private final ReviewRecords review;
    private final TimelineRecord timeline;

    Records(Draft draft, Voice voice, Redaction redaction) {
        this.draft = draft;
        this.times = new TimeRecords(draft, voice);
        this.log = new LogRecords(draft, voice, redaction);
        this.review = new ReviewRecords(draft, voice);
        this.timeline = new TimelineRecord(draft, voice, redaction);
    }

    static boolean knows(String name) {
        return NAMES.contains(name);
    }

    /// Empty when nobody knows the name; no blocks when the record has nothing to say.
    Optional<List<Block>> of(Directive directive, String section) {
        return switch (directive.name()) {
            case "times" -> Optional.of(times.stamps());
            case "durations" -> Optional.of(times.durations());
            case "severity" -> Optional.of(times.severities());
            case "people" -> Optional.of(log.people());
            case "decisions" -> Optional.of(log.decisions());
            case "timeline" -> Optional.of(timeline.rows(directive, section));
            case "impact" -> Optional.of(review.impact());
            case "cause" -> Optional.of(review.cause());
            case "messages" -> Optional.of(log.messages());
            case "hypotheses" -> Optional.of(log.hypotheses());
            case "evidence" -> Optional.of(log.evidence());
            case "actions" -> Optional.of(review.actions());
            case "hardening" -> Optional.of(review.hardening());
            case "plan" -> Optional.of(log.plan());
            case "checklist" -> Optional.of(log.checklist());
            case "gates" -> Optional.of(log.waivers());
            case FIGURE -> Optional.of(draft.figures().of(directive).orElse(List.of()));
            default -> Optional.empty();
        };
    }
}
