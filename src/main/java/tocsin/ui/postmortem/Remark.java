package tocsin.ui.postmortem;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import tocsin.base.FactId;
import tocsin.base.PersonId;
import tocsin.domain.postmortem.Comment;
import tocsin.domain.postmortem.Suggestion;
import tocsin.domain.postmortem.Talk;

/// What somebody said about a section or would have it say.
sealed interface Remark {
    record Said(Comment comment) implements Remark {
        @Override
        public FactId id() {
            return comment.id();
        }

        @Override
        public String section() {
            return comment.section();
        }

        @Override
        public boolean open() {
            return comment.open();
        }

        @Override
        public PersonId by() {
            return comment.by();
        }

        @Override
        public Instant at() {
            return comment.at();
        }

        @Override
        public String quote() {
            return comment.quote();
        }
    }

    record Proposed(Suggestion suggestion) implements Remark {
        @Override
        public FactId id() {
            return suggestion.id();
        }

        @Override
        public String section() {
            return suggestion.section();
        }

        @Override
        public boolean open() {
            return suggestion.open();
        }

        @Override
        public PersonId by() {
            return suggestion.by();
        }

        @Override
        public Instant at() {
            return suggestion.at();
        }

        @Override
        public String quote() {
            return suggestion.quote();
        }
    }

    FactId id();

    String section();

    boolean open();

    PersonId by();

    Instant at();

    String quote();

    static Stream<Remark> all(Talk talk) {
        return Stream.concat(
                talk.comments().stream().map(Said::new),
                talk.suggestions().stream().map(Proposed::new));
    }

    /// About one section, as they are numbered: the open ones first, each in the order they were made.
    static List<Remark> about(String section, Talk talk) {
        return all(talk)
                .filter(remark -> remark.section().equals(section))
                .sorted(Comparator.comparing((Remark remark) -> !remark.open()).thenComparing(Remark::at))
                .toList();
    }

    /// How many wait for a word outside this section.
    static long openBeside(String section, Talk talk) {
        return all(talk)
                .filter(remark -> remark.open() && !remark.section().equals(section))
                .count();
    }
}
