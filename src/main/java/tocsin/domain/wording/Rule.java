package tocsin.domain.wording;

import java.util.List;
import java.util.Optional;

/// What to say about one kind of phrase, and under which condition.
record Rule(Kind kind, List<Phrase> phrases, String say, Optional<String> rewrite, When when, List<Phrase> unless) {
    enum When {
        ALWAYS,
        /// What the sentence says, it says of a person.
        PERSON,
        /// The phrase begins a sentence or an item, as an order does.
        START,
        /// The phrase ends its clause, as an order in German does.
        END,
        /// The sentence speaks of a cause.
        CAUSE
    }
}
