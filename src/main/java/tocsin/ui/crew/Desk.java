package tocsin.ui.crew;

import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;
import tocsin.app.Safe;
import tocsin.base.PersonId;
import tocsin.domain.incident.Context;
import tocsin.domain.incident.Incident;
import tocsin.domain.incident.IncidentCommand;
import tocsin.domain.incident.Outcome;
import tocsin.domain.organisation.Organisation;
import tocsin.domain.roster.Role;
import tocsin.ui.kit.Prompt;
import tocsin.ui.kit.Words;
import tocsin.ui.sight.Deeds;
import tocsin.ui.sight.Sight;

/// What every prompt of this side stands on: the incident as it is at this key, the people, and what may be done.
record Desk(Supplier<Sight> sight, Supplier<Organisation> organisation, Deeds deeds, InstantSource wall, Words words) {

    Incident incident() {
        return sight.get().newest();
    }

    Instant now() {
        return wall.instant();
    }

    People people() {
        return People.of(incident(), organisation.get());
    }

    String say(String key, Object... arguments) {
        return words.get(key, arguments);
    }

    static String name(PersonId person) {
        return Safe.line(person.name());
    }

    CompletableFuture<Prompt.Outcome> does(IncidentCommand command, String done) {
        return deeds.does(command, done);
    }

    /// Ready, unless the rules say now what they would say then.
    Prompt.Reading ready(String summary, List<String> effects, List<Prompt.Option> options, Asked asked) {
        return refusal(asked.command()).<Prompt.Reading>map(Prompt.Wrong::new).orElseGet(() -> {
            Supplier<CompletableFuture<Prompt.Outcome>> run = () -> does(asked.command(), asked.done());
            return new Prompt.Ready(summary, effects, options, run);
        });
    }

    /// A command, and what is said when it is done.
    record Asked(IncidentCommand command, String done) {}

    Optional<String> refusal(IncidentCommand command) {
        var context = new Context(
                deeds.operator(), now(), Optional.empty(), sight.get().rules());
        return incident().decide(command, context) instanceof Outcome.Refused(var why, var _)
                ? Optional.of(words.refusal(why))
                : Optional.empty();
    }

    /// Reads the part of a line that names a person.
    ///
    /// @param fill puts a name into the line in the place of the letters
    Prompt.Reading person(
            People people,
            String letters,
            Function<String, String> fill,
            Optional<Role> role,
            Function<PersonId, Prompt.Reading> then) {
        if (letters.isBlank()) {
            return new Prompt.Wanting(say("crew.who"), options(people, people.suggested(role), fill, role));
        }
        return switch (people.read(letters)) {
            case People.One(var person, var others) -> with(then.apply(person), options(people, others, fill, role));
            case People.Several(var several) ->
                new Prompt.Wanting(say("crew.who.several"), options(people, several, fill, role));
            case People.Unknown(var name) -> unknown(name, fill);
        };
    }

    private Prompt.Reading unknown(String name, Function<String, String> fill) {
        if (!PersonId.isWellFormed(name)) {
            return new Prompt.Wrong(say("crew.who.badName", PersonId.MAX_LENGTH));
        }
        String shown = Safe.line(name);
        var fresh = Prompt.Option.of(fill.apply(quoted(name)), say("crew.who.new", shown), say("crew.who.new.note"));
        return new Prompt.Wanting(say("crew.who.unknown", shown), List.of(fresh));
    }

    /// Those who could be meant as well stand under what is ready.
    private static Prompt.Reading with(Prompt.Reading reading, List<Prompt.Option> others) {
        if (reading instanceof Prompt.Ready(var summary, var effects, var options, var run)) {
            var all = new ArrayList<>(options);
            all.addAll(others);
            return new Prompt.Ready(summary, effects, all, run);
        }
        return reading;
    }

    private List<Prompt.Option> options(
            People people, List<PersonId> some, Function<String, String> fill, Optional<Role> role) {
        return some.stream()
                .map(person ->
                        Prompt.Option.of(fill.apply(quoted(person.name())), name(person), note(people, person, role)))
                .toList();
    }

    private String note(People people, PersonId person, Optional<Role> role) {
        var notes = new ArrayList<String>();
        incident().crew().rolesOf(person).stream().distinct().map(words::role).forEach(notes::add);
        role.filter(wanted -> people.trained(person, wanted)).ifPresent(_ -> notes.add(say("crew.trained")));
        String team = people.note(person);
        if (!team.isEmpty()) {
            notes.add(Safe.line(team));
        }
        return String.join(" · ", notes);
    }

    static String quoted(String name) {
        return "\"" + name.replace("\"", "") + "\"";
    }
}
