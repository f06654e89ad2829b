package tocsin.domain.prose;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import tocsin.base.CommandId;
import tocsin.base.DeskId;
import tocsin.base.FactId;
import tocsin.base.Hlc;
import tocsin.base.PersonId;
import tocsin.domain.Recorded;

/// Desks that write in one text, each with a journal of its own and an editor beside it, which knows only what its
/// keyboard did and what it was told.
final class Writers {
    static final String SECTION = "summary";

    private Writers() {}

    static Desk desk(char letter) {
        return named(String.valueOf(letter).repeat(DeskId.LENGTH));
    }

    static Desk named(String name) {
        return new Desk(new DeskId(name));
    }

    static final class Desk {
        final DeskId id;
        final Prose prose;
        final Pen pen;
        final List<Recorded> journal = new ArrayList<>();
        final StringBuilder screen = new StringBuilder();
        private final PersonId person;

        private Desk(DeskId id) {
            this.id = id;
            person = new PersonId("Writer " + id.value().charAt(0));
            prose = new Prose(id);
            pen = new Pen(id, SECTION, prose, person);
        }

        /// As if typed in the editor.
        Desk types(int at, String words) {
            return writes(at, 0, words);
        }

        Desk writes(int at, int removed, String words) {
            screen.replace(at, at + removed, words);
            pen.write(at, removed, words);
            return this;
        }

        /// Everything typed goes into the journal and comes back.
        Desk saves() {
            while (!pen.clean()) {
                for (ProseFact fact : pen.send()) {
                    Recorded recorded = record(fact);
                    if (!pen.takes(recorded)) {
                        throw new AssertionError("the pen does not know its own words");
                    }
                }
            }
            return this;
        }

        Recorded record(ProseFact fact) {
            int seq = journal.size() + 1;
            var recorded = new Recorded(
                    new FactId(id, seq),
                    new Hlc(seq, 0),
                    Instant.ofEpochSecond(seq),
                    Optional.empty(),
                    person,
                    new CommandId(1, seq),
                    fact);
            journal.add(recorded);
            return recorded;
        }

        Desk hears(Recorded far) {
            return shows(prose.taking(far));
        }

        Desk hears(Desk other) {
            other.journal.forEach(this::hears);
            return this;
        }

        Desk takesBack() {
            return shows(pen.undo());
        }

        Desk doesAgain() {
            return shows(pen.redo());
        }

        private Desk shows(List<Prose.Change> changes) {
            changes.forEach(change -> screen.replace(change.at(), change.at() + change.removed(), change.words()));
            return this;
        }

        String text() {
            return prose.text();
        }
    }
}
