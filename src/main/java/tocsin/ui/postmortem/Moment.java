package tocsin.ui.postmortem;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import tocsin.base.PersonId;
import tocsin.domain.Fact;
import tocsin.domain.Recorded;
import tocsin.domain.postmortem.ReviewFact;
import tocsin.domain.prose.ProseFact;
import tocsin.domain.prose.ProseFact.TextDeleted;
import tocsin.domain.prose.ProseFact.TextInserted;

/// A moment of the document that one may want to see again: a step of its review, or when somebody had written for a
/// while.
///
/// @param facts how many of the facts, in their order, had come
/// @param sections that were written in
/// @param came so many characters
/// @param went so many characters
record Moment(Instant at, int facts, PersonId who, What what, Set<String> sections, int came, int went) {
    /// Longer pauses begin another moment.
    static final Duration PAUSE = Duration.ofMinutes(10);

    enum What {
        WROTE,
        BEGUN,
        ASKED,
        READ,
        RETURNED,
        APPROVED;

        String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /// In the order of the facts.
    static List<Moment> of(List<Recorded> facts) {
        var moments = new ArrayList<Moment>();
        for (int i = 0; i < facts.size(); i++) {
            Recorded fact = facts.get(i);
            int stood = i + 1;
            if (fact.fact() instanceof ProseFact words) {
                Moment more = wrote(fact, words, stood);
                if (!moments.isEmpty() && moments.getLast().goesOn(more)) {
                    moments.set(moments.size() - 1, moments.getLast().with(more));
                } else {
                    moments.add(more);
                }
            } else {
                step(fact.fact())
                        .ifPresent(what ->
                                moments.add(new Moment(fact.recordedAt(), stood, fact.actor(), what, Set.of(), 0, 0)));
            }
        }
        return moments;
    }

    private static Moment wrote(Recorded fact, ProseFact words, int stood) {
        int came = words instanceof TextInserted inserted ? inserted.words().length() : 0;
        int went = words instanceof TextDeleted deleted
                ? deleted.stretches().stream()
                        .mapToInt(each -> Math.max(0, each.to() - each.from()))
                        .sum()
                : 0;
        return new Moment(fact.recordedAt(), stood, fact.actor(), What.WROTE, Set.of(words.section()), came, went);
    }

    private static Optional<What> step(Fact fact) {
        return switch (fact) {
            case ReviewFact.PostmortemOpened _ -> Optional.of(What.BEGUN);
            case ReviewFact.ReviewRequested _ -> Optional.of(What.ASKED);
            case ReviewFact.Reviewed _ -> Optional.of(What.READ);
            case ReviewFact.PostmortemReturned _ -> Optional.of(What.RETURNED);
            case ReviewFact.PostmortemApproved _ -> Optional.of(What.APPROVED);
            default -> Optional.empty();
        };
    }

    private boolean goesOn(Moment next) {
        return what == What.WROTE
                && who.equals(next.who())
                && Duration.between(at, next.at()).abs().compareTo(PAUSE) <= 0;
    }

    private Moment with(Moment next) {
        var both = new LinkedHashSet<>(sections);
        both.addAll(next.sections());
        return new Moment(next.at(), next.facts(), who, what, both, came + next.came(), went + next.went());
    }
}
