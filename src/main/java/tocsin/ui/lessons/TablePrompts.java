package tocsin.ui.lessons;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Function;
import tocsin.app.ActionsCsv;
import tocsin.app.Answer;
import tocsin.app.Console;
import tocsin.app.CsvRefused;
import tocsin.app.Found;
import tocsin.app.Gesture;
import tocsin.app.Lesson;
import tocsin.app.Safe;
import tocsin.base.IncidentId;
import tocsin.base.PersonId;
import tocsin.domain.checklist.Checklists;
import tocsin.domain.incident.Context;
import tocsin.domain.incident.Incident;
import tocsin.domain.incident.IncidentCommand;
import tocsin.domain.incident.IncidentCommand.AddAction;
import tocsin.domain.incident.Outcome;
import tocsin.domain.incident.Rules;
import tocsin.journal.JournalException;
import tocsin.ui.kit.Asked;
import tocsin.ui.kit.Folders;
import tocsin.ui.kit.Prompt;
import tocsin.ui.kit.Words;

/// Actions from a spreadsheet and to one. Files and the log are read by the slow executor only, every bad row is named,
/// and nothing is written before a second Enter.
final class TablePrompts {
    private static final long MOST_BYTES = 16L << 20;
    private static final int MOST_CHARS = 90;

    private final Console console;
    private final PersonId operator;
    private final Function<ZoneId, Rules> rules;
    private final InstantSource wall;
    private final Words words;
    private final Folders folders;
    private final Executor slow;

    TablePrompts(
            Console console,
            PersonId operator,
            Function<ZoneId, Rules> rules,
            InstantSource wall,
            Words words,
            Folders folders,
            Executor slow) {
        this.console = console;
        this.operator = operator;
        this.rules = rules;
        this.wall = wall;
        this.words = words;
        this.folders = folders;
        this.slow = slow;
    }

    Prompt take(String draft) {
        return take(draft, "", List.of());
    }

    /// @param bad the file that was read with these faults
    private Prompt take(String draft, String bad, List<String> faults) {
        return Asked.line(words.get("lessons.import"), words.get("lessons.import.hint"), draft, text -> {
            if (text.isBlank()) {
                return new Prompt.Wanting(words.get("lessons.import.hint"), List.of());
            }
            return faults.isEmpty() || !text.equals(bad)
                    ? file(text, this::read)
                    : new Prompt.Ready(
                            words.get("people.import.bad", words.number(faults.size())),
                            List.of(),
                            faults.stream()
                                    .map(fault -> Prompt.Option.of(text, Safe.line(fault), ""))
                                    .toList(),
                            () -> slowly(text, this::read));
        });
    }

    /// @param draft where it goes unless somebody writes another place
    Prompt give(Path draft, List<Lesson.Promise> promises) {
        return Asked.line(
                words.get("lessons.export", words.number(promises.size())),
                words.get("people.export.hint"),
                draft.toString(),
                text -> text.isBlank()
                        ? new Prompt.Wanting(words.get("people.export.hint"), List.of())
                        : file(text, (_, path) -> write(path, promises)));
    }

    private interface Work {
        Prompt.Outcome on(String text, Path path) throws IOException, JournalException;
    }

    private Prompt.Reading file(String text, Work work) {
        return Folders.path(text)
                .<Prompt.Reading>map(path -> new Prompt.Ready(
                        Safe.line(String.valueOf(path.toAbsolutePath().normalize())),
                        List.of(),
                        folders.options(text, path),
                        () -> slowly(text, work)))
                .orElseGet(() -> new Prompt.Wrong(words.get("people.file.bad")));
    }

    private CompletableFuture<Prompt.Outcome> slowly(String text, Work work) {
        return CompletableFuture.supplyAsync(
                () -> {
                    try {
                        return work.on(text, Folders.path(text).orElseThrow());
                    } catch (FileAlreadyExistsException there) {
                        return new Prompt.Refused(words.get("people.file.there"));
                    } catch (CharacterCodingException other) {
                        return new Prompt.Refused(words.get("people.file.utf8"));
                    } catch (IOException | JournalException failed) {
                        return new Prompt.Refused(
                                words.get("people.file.failed", Safe.line(String.valueOf(failed.getMessage()))));
                    }
                },
                slow);
    }

    private Prompt.Outcome read(String text, Path path) throws IOException {
        if (!Files.isRegularFile(path)) {
            return new Prompt.Refused(words.get("people.file.none"));
        }
        if (Files.size(path) > MOST_BYTES) {
            return new Prompt.Refused(words.get("people.file.large", MOST_BYTES >> 20));
        }
        try {
            List<ActionsCsv.Row> rows = ActionsCsv.read(Files.readString(path), source(), this::decide, words.texts());
            return rows.isEmpty() ? new Prompt.Done(words.get("lessons.import.same")) : new Prompt.Next(sure(rows));
        } catch (CsvRefused refused) {
            return new Prompt.Next(take(text, text, refused.faults()));
        }
    }

    private ActionsCsv.Source source() {
        Map<IncidentId, Incident> known = new HashMap<>();
        return number -> switch (console.find(number)) {
            case Found.One(var id) -> known.computeIfAbsent(id, this::incident);
            case Found.None() ->
                throw new IllegalArgumentException(words.get("lessons.import.none", Safe.cut(number, 60)));
            case Found.Several(var _) ->
                throw new IllegalArgumentException(words.get("lessons.import.several", Safe.cut(number, 60)));
        };
    }

    private Incident incident(IncidentId id) {
        try {
            return console.history(id).now();
        } catch (JournalException unreadable) {
            throw new IllegalArgumentException(unreadable.getMessage(), unreadable);
        }
    }

    private Outcome decide(Incident incident, IncidentCommand command) {
        Instant now = wall.instant();
        return incident.decide(
                command,
                new Context(
                        operator,
                        now,
                        Optional.empty(),
                        rules.apply(incident.zone()),
                        Checklists.NONE,
                        console.organisation().teamNames()));
    }

    private Prompt sure(List<ActionsCsv.Row> rows) {
        long fresh = rows.stream()
                .filter(row -> row.commands().stream().anyMatch(AddAction.class::isInstance))
                .count();
        List<Prompt.Option> options = rows.stream()
                .map(row -> Prompt.Option.of("", told(row), row.incident().number()))
                .toList();
        return Asked.line(
                words.get("lessons.import"),
                words.get("people.import.sure"),
                "",
                _ -> new Prompt.Ready(
                        words.get("lessons.import.ready", words.number(fresh), words.number(rows.size() - fresh)),
                        List.of(),
                        options,
                        () -> take(rows)));
    }

    private String told(ActionsCsv.Row row) {
        return row.commands().stream()
                .map(command -> switch (command) {
                    case AddAction added -> Safe.cut(Safe.line(added.text()), MOST_CHARS);
                    case IncidentCommand.RewordAction worded -> Safe.cut(Safe.line(worded.text()), MOST_CHARS);
                    case IncidentCommand.MoveAction moved -> words.get("postmortem.verb.due") + " " + moved.due();
                    case IncidentCommand.ReassignAction given ->
                        words.get("postmortem.verb.owner") + " "
                                + Safe.line(given.to().name());
                    case IncidentCommand.BeginAction _ -> words.get("postmortem.verb.begin");
                    case IncidentCommand.FinishAction _ -> words.get("postmortem.verb.done");
                    case IncidentCommand.DropAction _ -> words.get("postmortem.verb.drop");
                    default -> words.get("lessons.import.tied");
                })
                .reduce((one, other) -> one + " · " + other)
                .orElse("");
    }

    private CompletableFuture<Prompt.Outcome> take(List<ActionsCsv.Row> rows) {
        return act(ActionsCsv.steps(rows))
                .thenCompose(answer -> switch (answer) {
                    case Answer.Refused _ -> CompletableFuture.completedFuture(answer);
                    case Answer.Done done -> {
                        List<Gesture.Step> ties = ActionsCsv.ties(rows, done.facts());
                        yield ties.isEmpty() ? CompletableFuture.completedFuture(answer) : act(ties);
                    }
                })
                .thenApply(answer -> switch (answer) {
                    case Answer.Done _ -> new Prompt.Done(words.get("lessons.import.done", words.number(rows.size())));
                    case Answer.Refused(var why, var _) -> new Prompt.Refused(words.refusal(why));
                });
    }

    private CompletableFuture<Answer> act(List<Gesture.Step> steps) {
        return console.act(new Gesture(operator, Optional.empty(), steps));
    }

    private Prompt.Outcome write(Path path, List<Lesson.Promise> promises) throws IOException {
        Path parent = path.toAbsolutePath().getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        Files.writeString(path, ActionsCsv.write(promises), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        return new Prompt.Done(
                words.get("lessons.export.done", words.number(promises.size()), Safe.line(path.toString())));
    }
}
