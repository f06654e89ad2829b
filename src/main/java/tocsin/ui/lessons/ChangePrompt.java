package tocsin.ui.lessons;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tocsin.app.Safe;
import tocsin.base.FactId;
import tocsin.base.PersonId;
import tocsin.domain.incident.IncidentCommand;
import tocsin.domain.incident.IncidentCommand.BeginAction;
import tocsin.domain.incident.IncidentCommand.DropAction;
import tocsin.domain.incident.IncidentCommand.FinishAction;
import tocsin.domain.incident.IncidentCommand.MoveAction;
import tocsin.domain.incident.IncidentCommand.ReassignAction;
import tocsin.domain.incident.IncidentCommand.VerifyAction;
import tocsin.domain.postmortem.ActionItem;
import tocsin.ui.kit.Prompt;
import tocsin.ui.kit.Words;
import tocsin.ui.postmortem.ActionPrompts;
import tocsin.ui.sight.Asking;

/// What became of one action, in one line: `done the alarm rang in the test`, `due +14 waits for the vendor`.
final class ChangePrompt implements Prompt {
    private final Asking asking;
    private final Words words;
    private final FactId action;
    private final String draft;

    enum Verb {
        BEGIN,
        DONE,
        VERIFIED,
        DROP,
        DUE,
        OWNER;

        String name(Words words) {
            return words.get("postmortem.verb." + name().toLowerCase(Locale.ROOT));
        }
    }

    /// @param draft with which the line opens, what is done being said already
    ChangePrompt(Asking asking, FactId action, String draft) {
        this.asking = asking;
        this.words = asking.words();
        this.action = action;
        this.draft = draft;
    }

    static String draft(Verb verb, Words words) {
        return verb.name(words) + " ";
    }

    @Override
    public String title() {
        return item().map(item -> Safe.cut(Safe.line(item.text()), 60)).orElse("");
    }

    @Override
    public String hint() {
        return words.get("postmortem.actions.what");
    }

    @Override
    public String draft() {
        return draft;
    }

    private Optional<ActionItem> item() {
        return asking.incident().review().action(action);
    }

    @Override
    public Reading read(String text) {
        Optional<ActionItem> item = item();
        if (item.isEmpty()) {
            return new Wrong(words.get("lessons.gone"));
        }
        String typed = text.stripLeading();
        List<Verb> verbs = verbs(typed.strip());
        if (verbs.size() != 1) {
            return new Wanting(words.get("postmortem.actions.what"), ways(verbs));
        }
        Verb verb = verbs.getFirst();
        String rest =
                typed.substring(Math.min(typed.length(), said(typed, verb))).strip();
        if (verb == Verb.DUE && day(rest.split("\\s+", 2)[0]).isEmpty()) {
            return new Wanting(words.get("postmortem.actions.day"), List.of());
        }
        if (verb == Verb.OWNER && rest.isEmpty()) {
            return new Wanting(words.get("postmortem.who"), people(verb, ""));
        }
        return asking.reading(
                command(verb, item.get(), rest),
                summary(verb, item.get(), rest),
                List.of(),
                words.get("postmortem.actions.done"));
    }

    private String summary(Verb verb, ActionItem item, String rest) {
        String what = switch (verb) {
            case OWNER -> verb.name(words) + " " + Safe.line(owner(rest, item).name());
            case DUE -> verb.name(words) + " " + day(rest.split("\\s+", 2)[0]).orElse(item.due());
            default -> verb.name(words);
        };
        return words.get("postmortem.actions.go", Safe.line(item.text()), what);
    }

    /// All that begin like this, or the one that is wholly said; a name may have several words.
    private List<Verb> verbs(String typed) {
        String low = typed.toLowerCase(words.locale());
        List<Verb> whole = Arrays.stream(Verb.values())
                .filter(verb -> (low + " ").startsWith(verb.name(words).toLowerCase(words.locale()) + " "))
                .toList();
        String first = low.split("\\s+", 2)[0];
        return whole.isEmpty()
                ? Arrays.stream(Verb.values())
                        .filter(verb ->
                                verb.name(words).toLowerCase(words.locale()).startsWith(first))
                        .toList()
                : whole;
    }

    /// How much of the line says the verb.
    private int said(String typed, Verb verb) {
        String name = verb.name(words);
        return typed.regionMatches(true, 0, name, 0, name.length())
                ? name.length()
                : typed.split("\\s+", 2)[0].length();
    }

    private List<Option> ways(List<Verb> fitting) {
        return (fitting.isEmpty() ? List.of(Verb.values()) : fitting)
                .stream()
                        .map(verb -> Option.of(
                                draft(verb, words),
                                verb.name(words),
                                words.get("postmortem.verb.says." + verb.name().toLowerCase(Locale.ROOT))))
                        .toList();
    }

    private List<Option> people(Verb verb, String note) {
        return asking.people().stream()
                .limit(8)
                .map(person -> Option.of(draft(verb, words) + person.name(), Safe.line(person.name()), note))
                .toList();
    }

    private Optional<LocalDate> day(String said) {
        return new ActionPrompts(asking).day(said);
    }

    private PersonId owner(String said, ActionItem item) {
        return asking.person(said).orElseGet(() -> PersonId.isWellFormed(said) ? new PersonId(said) : item.owner());
    }

    private IncidentCommand command(Verb verb, ActionItem item, String rest) {
        return switch (verb) {
            case BEGIN -> new BeginAction(item.id());
            case DONE -> new FinishAction(item.id(), rest);
            case VERIFIED -> new VerifyAction(item.id(), rest);
            case DROP -> new DropAction(item.id(), rest);
            case DUE -> {
                String[] parts = rest.split("\\s+", 2);
                yield new MoveAction(item.id(), day(parts[0]).orElse(item.due()), parts.length > 1 ? parts[1] : "");
            }
            case OWNER -> new ReassignAction(item.id(), owner(rest, item));
        };
    }
}
