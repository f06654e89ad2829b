package tocsin.ui.due;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import tocsin.domain.incident.Incident;
import tocsin.domain.incident.IncidentCommand.ChangeSeverity;
import tocsin.domain.incident.Outcome;
import tocsin.domain.severity.Severity;
import tocsin.domain.severity.SeverityChange;
import tocsin.ui.kit.Prompt;
import tocsin.ui.kit.Words;
import tocsin.ui.sight.Asking;

/// Raising the level at once, lowering it with a reason.
final class SeverityActs {
    private final Asking asking;
    private final Words words;

    SeverityActs(Asking asking) {
        this.asking = asking;
        this.words = asking.words();
    }

    /// One level worse, without a question; what follows from it is said, and how to take it back.
    CompletableFuture<Prompt.Outcome> raise() {
        Severity now = asking.incident().severity();
        Optional<Severity> to = Severity.ofLevel(now.level() - 1);
        if (to.isEmpty()) {
            return CompletableFuture.completedFuture(new Prompt.Refused(words.get("owed.level.worst", now)));
        }
        String done = words.get("owed.level.raised", now, to.get(), String.join(", ", effects(now, to.get())));
        return asking.does(new ChangeSeverity(to.get(), ""), Optional.empty(), done);
    }

    private List<String> effects(Severity from, Severity to) {
        return new SeverityChange(from, to).effects().stream().map(this::effect).toList();
    }

    private String effect(SeverityChange.Effect effect) {
        return switch (effect) {
            case RESTART_RESPONSE -> words.get("owed.level.response");
            case RERUN_PAGING -> words.get("owed.level.paging");
            case RERUN_STAKEHOLDERS -> words.get("owed.level.stakeholders", stakeholders());
            case UPDATE_DUE_SOONER -> words.get("owed.level.sooner");
            case REASON_REQUIRED -> words.get("owed.level.reason");
            case ONLY_FROM_MONITORING -> words.get("owed.level.monitoring");
            case UPDATE_DUE_KEPT -> words.get("owed.level.kept");
        };
    }

    /// How many groups the worse level wants told.
    private int stakeholders() {
        Incident incident = asking.incident();
        return Severity.ofLevel(incident.severity().level() - 1)
                .map(to -> asking.rules()
                        .stakeholders()
                        .informed(to, incident.type())
                        .size())
                .orElse(0);
    }

    Prompt lower() {
        return Asking.line(words.get("owed.lower"), words.get("owed.lower.hint"), "", this::lowered);
    }

    /// `4 reason` names a level, a reason alone means the next one.
    private Prompt.Reading lowered(String text) {
        Severity now = asking.incident().severity();
        var said = Said.of(text);
        Optional<Severity> named = said.number().flatMap(Severity::ofLevel);
        Optional<Severity> to = named.or(() -> Severity.ofLevel(now.level() + 1));
        if (to.isEmpty()) {
            return new Prompt.Wrong(words.get("owed.level.mildest", now));
        }
        if (!now.isWorseThan(to.get())) {
            return new Prompt.Wrong(words.get("owed.level.notlower", to.get(), now));
        }
        String reason = named.isPresent() ? said.rest() : text.strip();
        var command = new ChangeSeverity(to.get(), reason);
        String go = words.get("owed.level.go", now, to.get());
        if (reason.isBlank()) {
            return new Prompt.Wanting(go + ". " + words.get("owed.reason"), List.of());
        }
        return switch (asking.tried(command, Optional.<Instant>empty())) {
            // Not debated during the call; Enter keeps the reason in the log all the same.
            case Outcome.Refused(var refusal, var kept)
            when !kept.isEmpty() ->
                new Prompt.Ready(
                        words.get("owed.level.early", to.get()),
                        List.of(words.get("owed.level.early.effect")),
                        List.of(),
                        () -> asking.does(command, Optional.empty(), words.refusal(refusal)));
            case Outcome.Refused(var refusal, var _) -> asking.refused(refusal);
            case Outcome.Accepted _ ->
                new Prompt.Ready(
                        go,
                        effects(now, to.get()).stream().skip(2).collect(Collectors.toList()),
                        List.of(),
                        () -> asking.does(command, Optional.empty(), words.get("owed.level.lowered", to.get())));
        };
    }
}
