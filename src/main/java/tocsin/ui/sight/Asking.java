package tocsin.ui.sight;

import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;
import tocsin.app.Answer;
import tocsin.base.PersonId;
import tocsin.domain.checklist.Checklists;
import tocsin.domain.incident.Context;
import tocsin.domain.incident.Incident;
import tocsin.domain.incident.IncidentCommand;
import tocsin.domain.incident.Outcome;
import tocsin.domain.incident.Refusal;
import tocsin.domain.incident.Rules;
import tocsin.domain.timeline.Task;
import tocsin.ui.kit.Prompt;
import tocsin.ui.kit.Words;

/// What every line of this pane needs to ask: who asks, of what, by which rules. What is typed is tried on the incident
/// as it stands at each key, so that a refusal is read before Enter and not after.
///
/// @param known people of the organisation, beside those who are in this room already
public record Asking(
        Deeds deeds,
        Words words,
        InstantSource wall,
        Supplier<Optional<Sight>> seen,
        Supplier<Checklists> checklists,
        Supplier<List<PersonId>> known) {

    private record Line(String title, String hint, String draft, int lines, Function<String, Prompt.Reading> reader)
            implements Prompt {
        @Override
        public Prompt.Reading read(String text) {
            return reader.apply(text);
        }
    }

    public static Prompt line(String title, String hint, String draft, Function<String, Prompt.Reading> reader) {
        return new Line(title, hint, draft, 1, reader);
    }

    public static Prompt lines(
            int lines, String title, String hint, String draft, Function<String, Prompt.Reading> reader) {
        return new Line(title, hint, draft, lines, reader);
    }

    public Sight sight() {
        return seen.get().orElseThrow();
    }

    public Incident incident() {
        return sight().newest();
    }

    public Rules rules() {
        return sight().rules();
    }

    public Instant now() {
        return wall.instant();
    }

    public Telling telling() {
        return new Telling(words, incident().zone(), now());
    }

    /// What would come of it.
    public Outcome tried(IncidentCommand command, Optional<Instant> occurredAt) {
        return incident().decide(command, new Context(deeds.operator(), now(), occurredAt, rules(), checklists.get()));
    }

    public Prompt.Reading reading(IncidentCommand command, String summary, List<String> effects, String done) {
        return reading(command, Optional.empty(), summary, effects, done);
    }

    public Prompt.Reading reading(
            IncidentCommand command, Optional<Instant> at, String summary, List<String> effects, String done) {
        return switch (tried(command, at)) {
            case Outcome.Refused(var refusal, var _) -> refused(refusal);
            case Outcome.Accepted _ -> new Prompt.Ready(summary, effects, List.of(), () -> does(command, at, done));
        };
    }

    /// What only lacks words is no mistake yet.
    public Prompt.Reading refused(Refusal refusal) {
        return refusal.key().equals("refused.reason.needed")
                ? new Prompt.Wanting(words.get("owed.reason"), List.of())
                : new Prompt.Wrong(words.refusal(refusal));
    }

    public CompletableFuture<Prompt.Outcome> does(IncidentCommand command, Optional<Instant> at, String done) {
        return deeds.act(command, at).thenApply(answer -> switch (answer) {
            case Answer.Done _ -> new Prompt.Done(done);
            case Answer.Refused(var why, var _) -> new Prompt.Refused(words.refusal(why));
        });
    }

    /// Who can be meant: the room first, then the organisation.
    public List<PersonId> people() {
        var people = new LinkedHashSet<PersonId>();
        people.add(deeds.operator());
        incident().crew().current().forEach(term -> people.add(term.person()));
        incident().timeline().openTasks().stream().map(Task::owner).forEach(people::add);
        incident().standingPlan().ifPresent(plan -> people.add(plan.plan().owner()));
        people.addAll(known.get());
        return List.copyOf(people);
    }

    /// The person whose name is this, or has a word that begins like this.
    public Optional<PersonId> person(String said) {
        String wanted = said.strip().toLowerCase(Locale.ROOT);
        if (wanted.isEmpty()) {
            return Optional.empty();
        }
        List<PersonId> people = people();
        return people.stream()
                .filter(person -> person.name().toLowerCase(Locale.ROOT).equals(wanted))
                .findFirst()
                .or(() -> people.stream()
                        .filter(person -> begins(person.name().toLowerCase(Locale.ROOT), wanted))
                        .findFirst());
    }

    private static boolean begins(String name, String wanted) {
        return name.startsWith(wanted) || name.contains(" " + wanted);
    }
}
