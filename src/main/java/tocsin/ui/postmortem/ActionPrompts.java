package tocsin.ui.postmortem;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tocsin.app.Safe;
import tocsin.base.PersonId;
import tocsin.domain.incident.IncidentCommand;
import tocsin.domain.incident.IncidentCommand.AddAction;
import tocsin.domain.incident.IncidentCommand.BeginAction;
import tocsin.domain.incident.IncidentCommand.DropAction;
import tocsin.domain.incident.IncidentCommand.FinishAction;
import tocsin.domain.incident.IncidentCommand.MoveAction;
import tocsin.domain.incident.IncidentCommand.ReassignAction;
import tocsin.domain.incident.IncidentCommand.VerifyAction;
import tocsin.domain.postmortem.ActionItem;
import tocsin.domain.postmortem.ActionKind;
import tocsin.domain.postmortem.ActionRules;
import tocsin.domain.postmortem.ActionScore;
import tocsin.ui.kit.Fields;
import tocsin.ui.kit.Fields.Field;
import tocsin.ui.kit.Prompt;
import tocsin.ui.kit.Words;
import tocsin.ui.sight.Asking;

/// Adds an action, and takes one from promise to effect.
public final class ActionPrompts {
    private static final Pattern SHORT_DAY = Pattern.compile("(\\d{1,2})[./](\\d{1,2})[./]?(\\d{4})?");
    private static final Pattern IN_DAYS = Pattern.compile("\\+(\\d{1,3})\\s*[dt]?");

    private final Asking asking;
    private final Words words;

    public ActionPrompts(Asking asking) {
        this.asking = asking;
        this.words = asking.words();
    }

    private ZoneId zone() {
        return asking.incident().zone();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(asking.now(), zone());
    }

    Prompt add() {
        return add("", command -> asking.does(command, Optional.empty(), words.get("postmortem.noted")));
    }

    /// @param what it is about, as far as somebody said it already
    /// @param how it is written down
    Prompt add(String what, Function<IncidentCommand, CompletableFuture<Prompt.Outcome>> how) {
        var fields = new Fields(List.of(
                new Field(
                        "kind",
                        words.get("postmortem.field.kind"),
                        words.texts().name("action", ActionKind.PREVENT)),
                new Field("what", words.get("postmortem.field.what"), what),
                new Field("owner", words.get("postmortem.field.owner"), ""),
                new Field("due", words.get("postmortem.field.due"), ""),
                new Field("measure", words.get("postmortem.field.measure"), "")));
        return Asking.lines(
                fields.rows(),
                words.get("postmortem.action"),
                words.get("postmortem.action.hint"),
                fields.draft(),
                text -> added(fields, text, how));
    }

    private Prompt.Reading added(
            Fields fields, String text, Function<IncidentCommand, CompletableFuture<Prompt.Outcome>> how) {
        var said = fields.read(text);
        Optional<ActionKind> kind = kind(said.of("kind"));
        if (kind.isEmpty()) {
            return new Prompt.Wrong(words.get("postmortem.kind.unknown", Safe.line(said.of("kind")), kinds()));
        }
        String missing = fields.missing(said, List.of("what", "owner", "measure"));
        if (!missing.isEmpty()) {
            return new Prompt.Wanting(words.get("postmortem.missing", missing), owners(said.of("owner")));
        }
        Optional<LocalDate> due = Optional.empty();
        if (!said.of("due").isBlank()) {
            due = day(said.of("due"));
            if (due.isEmpty()) {
                return new Prompt.Wrong(words.get("postmortem.day.wrong", Safe.line(said.of("due"))));
            }
        }
        if (!PersonId.isWellFormed(said.of("owner"))) {
            return new Prompt.Wrong(words.get("postmortem.who.wrong", Safe.line(said.of("owner"))));
        }
        PersonId owner = asking.person(said.of("owner")).orElseGet(() -> new PersonId(said.of("owner")));
        LocalDate day = due.orElseGet(() ->
                ActionRules.due(kind.get(), said.of("what"), asking.incident().severity(), today()));
        var command = new AddAction(kind.get(), said.of("what"), owner, due, said.of("measure"));
        String done = words.get("postmortem.action.done", Safe.line(owner.name()), day);
        return asking.reading(
                                command,
                                words.get(
                                        "postmortem.action.go",
                                        Safe.line(said.of("what")),
                                        Safe.line(owner.name()),
                                        day),
                                List.of(),
                                done)
                        instanceof Prompt.Ready ready
                ? new Prompt.Ready(
                        ready.summary(),
                        ready.effects(),
                        ready.options(),
                        () -> how.apply(command)
                                .thenApply(outcome -> outcome instanceof Prompt.Done ? new Prompt.Done(done) : outcome))
                : asking.reading(command, "", List.of(), "");
    }

    private List<Prompt.Option> owners(String begun) {
        return begun.isBlank()
                ? asking.people().stream()
                        .limit(6)
                        .map(each -> Prompt.Option.of("", Safe.line(each.name()), ""))
                        .toList()
                : List.of();
    }

    private Optional<ActionKind> kind(String said) {
        String wanted = said.strip().toLowerCase(words.locale());
        return wanted.isEmpty()
                ? Optional.empty()
                : Arrays.stream(ActionKind.values())
                        .filter(kind -> words.texts()
                                        .name("action", kind)
                                        .toLowerCase(words.locale())
                                        .startsWith(wanted)
                                || kind.name().toLowerCase(Locale.ROOT).startsWith(wanted))
                        .findFirst();
    }

    private String kinds() {
        return String.join(
                ", ",
                Arrays.stream(ActionKind.values())
                        .map(kind -> words.texts().name("action", kind))
                        .toList());
    }

    /// `2026-12-05`, `5.12.`, `+14 d`.
    public Optional<LocalDate> day(String said) {
        String text = said.strip();
        try {
            Matcher in = IN_DAYS.matcher(text);
            if (in.matches()) {
                return Optional.of(today().plusDays(Integer.parseInt(in.group(1))));
            }
            Matcher brief = SHORT_DAY.matcher(text);
            if (brief.matches()) {
                int day = Integer.parseInt(brief.group(1));
                int month = Integer.parseInt(brief.group(2));
                if (brief.group(3) != null) {
                    return Optional.of(LocalDate.of(Integer.parseInt(brief.group(3)), month, day));
                }
                LocalDate thisYear = LocalDate.of(today().getYear(), month, day);
                return Optional.of(thisYear.isBefore(today()) ? thisYear.plusYears(1) : thisYear);
            }
            return Optional.of(LocalDate.parse(text));
        } catch (DateTimeException | NumberFormatException noDay) {
            return Optional.empty();
        }
    }

    /// `2 done the alarm rang in the test`: which, what, and the words it needs.
    Prompt change() {
        return Asking.line(words.get("postmortem.actions"), words.get("postmortem.actions.hint"), "", this::changed);
    }

    private Prompt.Reading changed(String text) {
        List<ActionItem> actions = asking.incident().review().actions();
        if (actions.isEmpty()) {
            return new Prompt.Wrong(words.get("postmortem.actions.none", Key.ACTION.cap()));
        }
        String[] parts = text.strip().split("\\s+", 3);
        Optional<ActionItem> item = numbered(actions, parts[0]);
        if (item.isEmpty()) {
            return parts[0].isEmpty()
                    ? new Prompt.Wanting(words.get("postmortem.actions.which"), listed(actions))
                    : new Prompt.Wrong(words.get("postmortem.actions.number", actions.size()));
        }
        String verb = parts.length > 1 ? parts[1].toLowerCase(words.locale()) : "";
        String rest = parts.length > 2 ? parts[2] : "";
        List<Verb> verbs = verb.isEmpty() ? List.of() : verbs(verb);
        if (verbs.size() != 1) {
            return new Prompt.Wanting(words.get("postmortem.actions.what"), ways(parts[0]));
        }
        return verbs.getFirst() == Verb.DUE && day(rest.split("\\s+", 2)[0]).isEmpty()
                ? new Prompt.Wanting(words.get("postmortem.actions.day"), List.of())
                : asking.reading(
                        command(verbs.getFirst(), item.get(), rest),
                        words.get("postmortem.actions.go", Safe.line(item.get().text()), name(verbs.getFirst())),
                        List.of(),
                        words.get("postmortem.actions.done"));
    }

    private enum Verb {
        BEGIN,
        DONE,
        VERIFIED,
        DROP,
        DUE,
        OWNER
    }

    private String name(Verb verb) {
        return words.get("postmortem.verb." + verb.name().toLowerCase(Locale.ROOT));
    }

    private List<Verb> verbs(String begun) {
        List<Verb> exact = Arrays.stream(Verb.values())
                .filter(verb -> name(verb).toLowerCase(words.locale()).equals(begun))
                .toList();
        return exact.isEmpty()
                ? Arrays.stream(Verb.values())
                        .filter(verb -> name(verb).toLowerCase(words.locale()).startsWith(begun))
                        .toList()
                : exact;
    }

    private List<Prompt.Option> ways(String number) {
        return Arrays.stream(Verb.values())
                .map(verb -> Prompt.Option.of(
                        number + " " + name(verb) + " ",
                        name(verb),
                        words.get("postmortem.verb.says." + verb.name().toLowerCase(Locale.ROOT))))
                .toList();
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
            case OWNER ->
                new ReassignAction(
                        item.id(),
                        asking.person(rest)
                                .orElseGet(() -> PersonId.isWellFormed(rest) ? new PersonId(rest) : item.owner()));
        };
    }

    private static Optional<ActionItem> numbered(List<ActionItem> actions, String said) {
        try {
            int number = Integer.parseInt(said);
            return number >= 1 && number <= actions.size() ? Optional.of(actions.get(number - 1)) : Optional.empty();
        } catch (NumberFormatException noNumber) {
            return Optional.empty();
        }
    }

    private List<Prompt.Option> listed(List<ActionItem> actions) {
        var options = new ArrayList<Prompt.Option>();
        for (int i = 0; i < actions.size(); i++) {
            ActionItem item = actions.get(i);
            String score = words.get(
                    "postmortem.score",
                    ActionScore.of(item, asking.incident().severity(), zone()).score(),
                    ActionScore.MOST);
            options.add(Prompt.Option.of(
                    (i + 1) + " ",
                    (i + 1) + "  " + Safe.cut(Safe.line(item.text()), 80),
                    String.join(
                            " · ",
                            words.texts().name("action-status", item.status()),
                            Safe.line(item.owner().name()),
                            item.due().toString(),
                            score)));
        }
        return options;
    }
}
