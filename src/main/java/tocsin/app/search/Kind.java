package tocsin.app.search;

import java.util.Locale;
import java.util.Optional;
import tocsin.domain.timeline.EntryKind;

/// What was found: the word behind `kind:`.
public enum Kind {
    INCIDENT,
    NOTE,
    DECISION,
    ACTION,
    HYPOTHESIS,
    QUESTION,
    TODO,
    /// An act that logged itself; found only when it is asked for.
    SYSTEM,
    TASK,
    /// Where a hypothesis stands, and why.
    JUDGEMENT,
    ANSWER,
    UPDATE,
    /// The worry of a handover.
    HANDOVER,
    /// A paragraph of a postmortem as it reads now.
    POSTMORTEM,
    FIGURE,
    /// What people said to each other about a postmortem.
    COMMENT;

    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    static Kind of(EntryKind kind) {
        return valueOf(kind.name());
    }

    static Optional<Kind> ofWord(String word) {
        for (Kind kind : values()) {
            if (kind.word().equalsIgnoreCase(word)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }
}
