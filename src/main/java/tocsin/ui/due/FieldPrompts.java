package tocsin.ui.due;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import tocsin.base.PersonId;
import tocsin.domain.incident.IncidentCommand;
import tocsin.domain.incident.IncidentCommand.ChangeEnvironment;
import tocsin.domain.incident.IncidentCommand.ChangeType;
import tocsin.domain.incident.IncidentCommand.OpenPostmortem;
import tocsin.domain.incident.IncidentCommand.Retitle;
import tocsin.domain.severity.Environment;
import tocsin.domain.severity.IncidentType;
import tocsin.ui.kit.Prompt;
import tocsin.ui.kit.Words;
import tocsin.ui.sight.Asking;

/// What the incident is called and what it is, and who will write about it.
final class FieldPrompts {
    private final Asking asking;
    private final Words words;

    FieldPrompts(Asking asking) {
        this.asking = asking;
        this.words = asking.words();
    }

    Prompt retitle() {
        String before = asking.incident().title();
        return Asking.line(
                words.get("owed.title"),
                words.get("owed.title.hint"),
                before,
                text -> text.strip().equals(before)
                        ? new Prompt.Wanting(words.get("owed.title.same"), List.of())
                        : asking.reading(
                                new Retitle(text.strip()),
                                words.get("owed.title.go"),
                                List.of(),
                                words.get("owed.title.done")));
    }

    Prompt type() {
        return choice(words.get("owed.type"), "type", IncidentType.values(), ChangeType::new);
    }

    Prompt environment() {
        return choice(words.get("owed.environment"), "environment", Environment.values(), ChangeEnvironment::new);
    }

    private <E extends Enum<E>> Prompt choice(
            String title, String family, E[] values, Function<E, IncidentCommand> command) {
        return Asking.line(title, words.get("owed.choice.hint"), "", text -> {
            String wanted = text.strip().toLowerCase(words.locale());
            List<E> found = Arrays.stream(values)
                    .filter(each -> words.texts()
                                    .name(family, each)
                                    .toLowerCase(words.locale())
                                    .startsWith(wanted)
                            || each.name().toLowerCase(Locale.ROOT).startsWith(wanted))
                    .toList();
            if (found.isEmpty()) {
                return new Prompt.Wrong(words.get("owed.choice.none", text.strip()));
            }
            if (found.size() > 1) {
                return new Prompt.Wanting(
                        title,
                        found.stream()
                                .map(each -> Prompt.Option.of(
                                        words.texts().name(family, each),
                                        words.texts().name(family, each),
                                        ""))
                                .toList());
            }
            String name = words.texts().name(family, found.getFirst());
            return asking.reading(
                    command.apply(found.getFirst()), name, List.of(), words.get("owed.choice.done", name));
        });
    }

    /// Named before the call ends, so that somebody writes it.
    Prompt reviewOwner() {
        return Asking.line(words.get("owed.owner"), words.get("owed.owner.hint"), "", text -> {
            if (text.isBlank()) {
                return new Prompt.Wanting(
                        words.get("owed.owner.which"),
                        asking.people().stream()
                                .limit(8)
                                .map(person -> Prompt.Option.of(person.name(), person.name(), ""))
                                .toList());
            }
            if (!PersonId.isWellFormed(text)) {
                return new Prompt.Wrong(words.get("owed.choice.none", text.strip()));
            }
            PersonId owner = asking.person(text).orElseGet(() -> new PersonId(text));
            Instant due = asking.rules().postmortemDue(asking.incident().severity(), asking.now());
            return asking.reading(
                    new OpenPostmortem(owner, Optional.empty()),
                    words.get("owed.owner.go", owner.name(), asking.telling().moment(due)),
                    List.of(),
                    words.get("owed.owner.done", owner.name()));
        });
    }
}
