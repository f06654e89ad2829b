package tocsin.ui.postmortem;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import java.util.function.Function;
import tocsin.app.Safe;
import tocsin.domain.incident.IncidentCommand;
import tocsin.domain.incident.IncidentCommand.AcceptSuggestion;
import tocsin.domain.incident.IncidentCommand.AnswerComment;
import tocsin.domain.incident.IncidentCommand.DeclineSuggestion;
import tocsin.domain.incident.IncidentCommand.MakeComment;
import tocsin.domain.incident.IncidentCommand.ReopenComment;
import tocsin.domain.incident.IncidentCommand.SettleComment;
import tocsin.domain.incident.IncidentCommand.Suggest;
import tocsin.domain.incident.Outcome;
import tocsin.domain.postmortem.Suggestion;
import tocsin.domain.prose.Pen;
import tocsin.domain.prose.Swap;
import tocsin.ui.kit.Prompt;
import tocsin.ui.kit.Words;
import tocsin.ui.sight.Asking;

/// How people talk about the words of a section: say something about them, propose others, answer.
final class TalkPrompts {
    private static final int MOST_QUOTED = 48;

    private final Asking asking;
    private final Words words;
    private final Writing writing;
    private final Consumer<Remark> jump;

    /// @param jump shows the words a remark is about
    TalkPrompts(Asking asking, Writing writing, Consumer<Remark> jump) {
        this.asking = asking;
        this.words = asking.words();
        this.writing = writing;
        this.jump = jump;
    }

    private enum Verb {
        ANSWER,
        SETTLE,
        REOPEN,
        ACCEPT,
        DECLINE,
        JUMP;

        static List<Verb> of(Remark remark) {
            return switch (remark) {
                case Remark.Said(var comment) ->
                    comment.open() ? List.of(ANSWER, SETTLE, JUMP) : List.of(ANSWER, REOPEN, JUMP);
                case Remark.Proposed(var suggestion) ->
                    suggestion.open() ? List.of(ACCEPT, DECLINE, JUMP) : List.of(JUMP);
            };
        }
    }

    /// @param heading the section as its reader knows it
    Prompt comment(Chosen chosen, String heading) {
        String about = chosen.quote().isBlank()
                ? words.get("postmortem.comment.section", Safe.line(heading))
                : words.get("postmortem.comment.title", quoted(chosen.quote()));
        return Asking.line(about, words.get("postmortem.comment.hint"), "", text -> {
            if (text.isBlank()) {
                return new Prompt.Wanting(words.get("postmortem.comment.hint"), List.of());
            }
            return held(
                    chosen,
                    held -> asking.reading(
                            new MakeComment(
                                    chosen.section(),
                                    held.from(),
                                    held.to(),
                                    held.from().isEmpty() ? "" : chosen.quote(),
                                    text.strip()),
                            words.get("postmortem.comment.go"),
                            List.of(),
                            words.get("postmortem.comment.done")));
        });
    }

    /// The words as they are, to be made better ones; at a place alone, words to put in.
    Prompt suggest(Chosen chosen) {
        String title = chosen.quote().isEmpty()
                ? words.get("postmortem.suggest.insert")
                : words.get("postmortem.suggest.title", quoted(chosen.quote()));
        int rows = (int) Math.min(9, chosen.quote().lines().count() + 1);
        Function<String, Prompt.Reading> reader = text -> {
            String better = Pen.fit(text);
            if (better.equals(chosen.quote())) {
                return new Prompt.Wanting(words.get("postmortem.suggest.hint"), List.of());
            }
            return held(
                    chosen,
                    held -> asking.reading(
                            new Suggest(
                                    chosen.section(),
                                    held.stretches(),
                                    held.beside(),
                                    held.side(),
                                    chosen.quote(),
                                    better),
                            instead(chosen.quote(), better),
                            List.of(),
                            words.get("postmortem.suggest.done")));
        };
        String hint = words.get("postmortem.suggest.hint");
        return chosen.quote().contains("\n")
                ? Asking.lines(rows, title, hint, chosen.quote(), reader)
                : Asking.line(title, hint, chosen.quote(), reader);
    }

    private Prompt.Reading held(Chosen chosen, Function<Chosen.Held, Prompt.Reading> then) {
        return chosen.held().map(then).orElseGet(() -> new Prompt.Wrong(words.get("postmortem.talk.saving")));
    }

    /// `2 answer The threshold was 2 %`: which, what, and the words it needs; the number alone goes there.
    Prompt list(String section, String draft) {
        // What is being typed must have its place before other words can stand beside it.
        writing.save();
        return Asking.line(
                words.get("postmortem.talk"),
                words.get("postmortem.talk.hint"),
                draft,
                text -> read(Remark.about(section, asking.incident().review().talk()), text));
    }

    private Prompt.Reading read(List<Remark> remarks, String text) {
        if (remarks.isEmpty()) {
            return new Prompt.Wrong(words.get("postmortem.talk.none"));
        }
        String[] parts = text.strip().split("\\s+", 3);
        if (parts[0].isEmpty()) {
            return new Prompt.Wanting(words.get("postmortem.talk.which"), listed(remarks));
        }
        Optional<Remark> found = numbered(remarks, parts[0]);
        if (found.isEmpty()) {
            return new Prompt.Wrong(words.get("postmortem.talk.number", remarks.size()));
        }
        Remark remark = found.get();
        if (parts.length == 1) {
            return new Prompt.Ready(
                    name(Verb.JUMP) + ": " + title(remark), List.of(), ways(remark, parts[0]), () -> jumped(remark));
        }
        List<Verb> verbs = verbs(remark, parts[1].toLowerCase(words.locale()));
        return verbs.size() == 1
                ? reading(verbs.getFirst(), remark, parts.length > 2 ? parts[2] : "")
                : new Prompt.Wanting(words.get("postmortem.talk.what"), ways(remark, parts[0]));
    }

    private Prompt.Reading reading(Verb verb, Remark remark, String rest) {
        boolean wordless = rest.isBlank() && (verb == Verb.ANSWER || verb == Verb.DECLINE);
        if (wordless) {
            return new Prompt.Wanting(words.get(says(verb)), List.of());
        }
        return switch (verb) {
            case ANSWER -> plain(verb, remark, new AnswerComment(remark.id(), rest.strip()));
            case SETTLE -> plain(verb, remark, new SettleComment(remark.id()));
            case REOPEN -> plain(verb, remark, new ReopenComment(remark.id()));
            case DECLINE -> plain(verb, remark, new DeclineSuggestion(remark.id(), rest.strip()));
            case JUMP -> Prompt.Ready.of(name(verb) + ": " + title(remark), () -> jumped(remark));
            case ACCEPT ->
                remark instanceof Remark.Proposed(var suggestion)
                        ? accept(suggestion)
                        : new Prompt.Wanting(words.get("postmortem.talk.what"), List.of());
        };
    }

    private Prompt.Reading plain(Verb verb, Remark remark, IncidentCommand command) {
        return asking.reading(command, name(verb) + ": " + title(remark), List.of(), words.get("postmortem.noted"));
    }

    /// Tried now, and reckoned anew when it is done: the text may be another by then.
    private Prompt.Reading accept(Suggestion suggestion) {
        Optional<Swap> swap = swap(suggestion);
        if (swap.isEmpty()) {
            return new Prompt.Wrong(words.get("postmortem.talk.saving"));
        }
        var command = new AcceptSuggestion(suggestion.id(), swap.get().facts());
        if (asking.tried(command, Optional.empty()) instanceof Outcome.Refused(var refusal, var _)) {
            return asking.refused(refusal);
        }
        boolean gone = !suggestion.stretches().isEmpty() && swap.get().gone().isEmpty();
        List<String> effects = gone ? List.of(words.get("postmortem.suggest.gone")) : List.of();
        return new Prompt.Ready(
                instead(suggestion.quote(), suggestion.replacement()),
                effects,
                List.of(),
                () -> swap(suggestion)
                        .map(now -> take(suggestion, now))
                        .orElseGet(() -> CompletableFuture.completedFuture(
                                new Prompt.Refused(words.get("postmortem.talk.saving")))));
    }

    private CompletableFuture<Prompt.Outcome> take(Suggestion suggestion, Swap now) {
        writing.awaits(suggestion.section(), now.facts());
        return asking.does(
                new AcceptSuggestion(suggestion.id(), now.facts()),
                Optional.empty(),
                words.get("postmortem.suggest.taken"));
    }

    private Optional<Swap> swap(Suggestion made) {
        return Swap.of(
                made.section(),
                writing.prose(made.section()),
                new Swap.Wish(made.stretches(), made.beside(), made.side(), made.replacement()));
    }

    private CompletableFuture<Prompt.Outcome> jumped(Remark remark) {
        jump.accept(remark);
        return CompletableFuture.completedFuture(new Prompt.Done(""));
    }

    private String name(Verb verb) {
        return words.get("postmortem.talk.verb." + verb.name().toLowerCase(Locale.ROOT));
    }

    private static String says(Verb verb) {
        return "postmortem.talk.says." + verb.name().toLowerCase(Locale.ROOT);
    }

    private List<Verb> verbs(Remark remark, String begun) {
        return Verb.of(remark).stream()
                .filter(verb -> name(verb).toLowerCase(words.locale()).startsWith(begun))
                .toList();
    }

    private List<Prompt.Option> ways(Remark remark, String number) {
        return Verb.of(remark).stream()
                .map(verb -> Prompt.Option.of(number + " " + name(verb) + " ", name(verb), words.get(says(verb))))
                .toList();
    }

    private static Optional<Remark> numbered(List<Remark> remarks, String said) {
        try {
            int number = Integer.parseInt(said);
            return number >= 1 && number <= remarks.size() ? Optional.of(remarks.get(number - 1)) : Optional.empty();
        } catch (NumberFormatException noNumber) {
            return Optional.empty();
        }
    }

    private List<Prompt.Option> listed(List<Remark> remarks) {
        var options = new ArrayList<Prompt.Option>();
        for (int i = 0; i < remarks.size(); i++) {
            Remark remark = remarks.get(i);
            String state = remark.open() ? "" : words.get("postmortem.talk.over");
            options.add(Prompt.Option.of(
                    (i + 1) + " ",
                    (i + 1) + "  " + title(remark),
                    String.join(
                            " · ",
                            Arrays.asList(Safe.line(remark.by().name()), state).stream()
                                    .filter(part -> !part.isEmpty())
                                    .toList())));
        }
        return options;
    }

    private String title(Remark remark) {
        return switch (remark) {
            case Remark.Said(var comment) -> Safe.cut(Safe.line(comment.text()), 80);
            case Remark.Proposed(var made) -> instead(made.quote(), made.replacement());
        };
    }

    /// `"looked at" → "saw"`.
    private String instead(String old, String better) {
        if (old.isEmpty()) {
            return words.get("postmortem.suggest.in", quoted(better));
        }
        return better.isEmpty()
                ? words.get("postmortem.suggest.out", quoted(old))
                : words.get("postmortem.suggest.swap", quoted(old), quoted(better));
    }

    static String quoted(String quote) {
        return Safe.cut(Safe.line(quote.strip()), MOST_QUOTED);
    }
}
