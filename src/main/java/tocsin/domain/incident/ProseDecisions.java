package tocsin.domain.incident;

import static tocsin.domain.incident.Outcome.accept;
import static tocsin.domain.incident.Outcome.refuse;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import tocsin.base.Limits;
import tocsin.domain.incident.IncidentCommand.ProseCommand;
import tocsin.domain.incident.IncidentCommand.Write;
import tocsin.domain.prose.ProseFact;
import tocsin.domain.prose.ProseFact.TextDeleted;
import tocsin.domain.prose.ProseFact.TextInserted;
import tocsin.domain.prose.Stretch;

/// What may be written into the postmortem. Which characters a fact names is the editor's knowledge, not ours: a fold
/// is
/// total and waits for those it has not seen.
final class ProseDecisions {
    private static final Pattern SECTION = Pattern.compile("[a-z0-9][a-z0-9-]{0,63}");
    private static final int MOST_EDITS = 10_000;

    private final Incident incident;

    ProseDecisions(Incident incident) {
        this.incident = incident;
    }

    Outcome decide(ProseCommand command) {
        return switch (command) {
            case Write(var edits) -> {
                if (incident.phase() == Phase.REPORTED) {
                    yield refuse("incident.notDeclared");
                }
                if (incident.phase() == Phase.CLOSED || incident.phase() == Phase.MERGED) {
                    yield refuse("incident.ended", incident.phase().word());
                }
                yield edits.isEmpty() ? refuse("text.blank") : bad(edits).orElseGet(() -> accept(edits));
            }
        };
    }

    static Optional<Outcome> bad(List<ProseFact> edits) {
        return edits.size() > MOST_EDITS
                ? Optional.of(refuse("prose.tooMany", edits.size(), MOST_EDITS))
                : edits.stream().flatMap(edit -> bad(edit).stream()).findFirst();
    }

    static boolean isSection(String name) {
        return SECTION.matcher(name).matches();
    }

    private static Optional<Outcome> bad(ProseFact edit) {
        if (!isSection(edit.section())) {
            return Optional.of(refuse("prose.section", edit.section()));
        }
        return switch (edit) {
            case TextInserted(var _, var _, var _, var words) when words.isEmpty() -> Optional.of(refuse("text.blank"));
            case TextInserted(var _, var _, var _, var words)
            when words.length() > Limits.TEXT_CHARS ->
                Optional.of(refuse("text.tooLong", words.length(), Limits.TEXT_CHARS));
            case TextInserted _ -> Optional.empty();
            case TextDeleted(var _, var stretches) ->
                stretches.isEmpty() || stretches.stream().anyMatch(ProseDecisions::empty)
                        ? Optional.of(refuse("text.blank"))
                        : Optional.empty();
        };
    }

    static boolean empty(Stretch stretch) {
        return stretch.from() < 0 || stretch.to() <= stretch.from();
    }
}
