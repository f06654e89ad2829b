package tocsin.app;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import tocsin.base.FactId;
import tocsin.base.IncidentId;
import tocsin.base.PersonId;
import tocsin.domain.incident.Incident;
import tocsin.domain.incident.IncidentCommand;
import tocsin.domain.incident.IncidentCommand.AddAction;
import tocsin.domain.incident.IncidentCommand.BeginAction;
import tocsin.domain.incident.IncidentCommand.DropAction;
import tocsin.domain.incident.IncidentCommand.FinishAction;
import tocsin.domain.incident.IncidentCommand.MoveAction;
import tocsin.domain.incident.IncidentCommand.ReassignAction;
import tocsin.domain.incident.IncidentCommand.RewordAction;
import tocsin.domain.incident.IncidentCommand.TieAction;
import tocsin.domain.incident.Outcome;
import tocsin.domain.postmortem.ActionItem;
import tocsin.domain.postmortem.ActionKind;
import tocsin.domain.postmortem.ActionRules;
import tocsin.domain.postmortem.Hardens;
import tocsin.domain.postmortem.Priority;
import tocsin.domain.postmortem.Ties;

/// Actions to and from a spreadsheet. A row with the id of an action changes it to what the row says; a row without one
/// adds an action. Reading names every bad row and then gives nothing.
public final class ActionsCsv {
    private static final List<String> COLUMNS = List.of(
            "incident",
            "id",
            "kind",
            "text",
            "owner",
            "due",
            "measure",
            "status",
            "outcome",
            "priority",
            "ticket",
            "factor",
            "hardens",
            "verified by",
            "score");
    private static final String MOVED = "as in the table that was read";

    private ActionsCsv() {}

    /// What one row asks of its incident.
    ///
    /// @param commands in the order they are to be done
    /// @param ties what a new action hangs on, which can be said when it has its id
    public record Row(IncidentId incident, List<IncidentCommand> commands, Ties ties) {}

    /// What the reader has to know of the incidents that a file names.
    public interface Source {
        /// The incident of this number; throws an [IllegalArgumentException] with one line when there is no such one.
        Incident incident(String words);
    }

    /// What the rows ask for, each row checked by the rules themselves; rows that change nothing are left out.
    ///
    /// @param decide asks an incident whether a command would be accepted
    public static List<Row> read(
            String text, Source source, BiFunction<Incident, IncidentCommand, Outcome> decide, Texts texts)
            throws CsvRefused {
        CsvTable table = CsvTable.read(text);
        table.require("incident", "text", "owner");
        var faults = new ArrayList<String>();
        var rows = new ArrayList<Row>();
        var added = new HashMap<IncidentId, Integer>();
        Set<FactId> seen = new HashSet<>();
        for (CsvTable.Row row : table.rows()) {
            try {
                Row read = row(row, source, decide, texts);
                for (IncidentCommand command : read.commands()) {
                    if (command instanceof AddAction) {
                        count(added, source.incident(row.cell("incident")));
                    }
                }
                FactId.parse(row.cell("id")).filter(id -> !seen.add(id)).ifPresent(id -> {
                    throw new IllegalArgumentException("the action " + id + " stands in the file twice");
                });
                if (!read.commands().isEmpty()) {
                    rows.add(read);
                }
            } catch (IllegalArgumentException wrong) {
                faults.add("line " + row.line() + ": " + Safe.line(String.valueOf(wrong.getMessage())));
            }
        }
        if (!faults.isEmpty()) {
            throw new CsvRefused(faults);
        }
        return List.copyOf(rows);
    }

    /// What the rows ask for, in their order, to be done in one gesture.
    public static List<Gesture.Step> steps(List<Row> rows) {
        return rows.stream()
                .flatMap(row -> row.commands().stream().map(command -> new Gesture.Step(row.incident(), command)))
                .toList();
    }

    /// What new actions hang on, which is said once they have their ids.
    ///
    /// @param facts what the steps left: one each, in the order of the commands
    public static List<Gesture.Step> ties(List<Row> rows, List<FactId> facts) {
        var ties = new ArrayList<Gesture.Step>();
        int at = 0;
        for (Row row : rows) {
            if (!row.ties().equals(Ties.NONE)) {
                ties.add(new Gesture.Step(row.incident(), new TieAction(facts.get(at), row.ties())));
            }
            at += row.commands().size();
        }
        return ties;
    }

    /// A row alone may fit where all of them do not.
    private static void count(Map<IncidentId, Integer> added, Incident incident) {
        int now = added.merge(incident.id(), 1, Integer::sum);
        if (ActionRules.kept(incident.review().actions()).size() + now > ActionRules.MOST) {
            throw new IllegalArgumentException("with this row " + incident.id().number() + " has more than "
                    + ActionRules.MOST + " actions, which is more than gets done");
        }
    }

    private static Row row(
            CsvTable.Row row, Source source, BiFunction<Incident, IncidentCommand, Outcome> decide, Texts texts) {
        row.cells().forEach((column, cell) -> {
            if (!COLUMNS.contains(column) && !cell.isBlank()) {
                throw new IllegalArgumentException("there is no place for the column \"" + column + "\"");
            }
        });
        Incident incident = source.incident(row.cell("incident"));
        String id = row.cell("id");
        List<IncidentCommand> commands = id.isEmpty() ? List.of(added(row)) : changed(row, existing(incident, id));
        for (IncidentCommand command : commands) {
            if (decide.apply(incident, command) instanceof Outcome.Refused(var refusal, var _)) {
                throw new IllegalArgumentException(texts.refusal(refusal));
            }
        }
        return new Row(incident.id(), commands, id.isEmpty() ? ties(row) : Ties.NONE);
    }

    private static ActionItem existing(Incident incident, String id) {
        return FactId.parse(id)
                .flatMap(fact -> incident.review().action(fact))
                .orElseThrow(() -> new IllegalArgumentException("no action " + Safe.cut(id, 40) + " in "
                        + incident.id().number() + "; leave the id empty to add one"));
    }

    private static AddAction added(CsvTable.Row row) {
        String status = row.cell("status");
        if (!status.isEmpty() && word("status", ActionItem.Status.values(), status) != ActionItem.Status.OPEN) {
            throw new IllegalArgumentException("a new action is open; say what became of it when it has its id");
        }
        return new AddAction(
                word("kind", ActionKind.values(), row.cell("kind")),
                PeopleCsv.plain(row.cell("text")),
                person(row.cell("owner")),
                row.cell("due").isEmpty() ? Optional.empty() : Optional.of(day(row.cell("due"))),
                PeopleCsv.plain(row.cell("measure")));
    }

    /// What differs from what stands there; an empty cell leaves it as it is.
    private static List<IncidentCommand> changed(CsvTable.Row row, ActionItem item) {
        var commands = new ArrayList<IncidentCommand>();
        String text = orElse(PeopleCsv.plain(row.cell("text")), item.text());
        String measure = orElse(PeopleCsv.plain(row.cell("measure")), item.measure());
        if (!text.equals(item.text().strip()) || !measure.equals(item.measure().strip())) {
            commands.add(new RewordAction(item.id(), text, measure));
        }
        PersonId owner = person(row.cell("owner"));
        if (!owner.equals(item.owner())) {
            commands.add(new ReassignAction(item.id(), owner));
        }
        if (!row.cell("due").isEmpty() && !day(row.cell("due")).equals(item.due())) {
            commands.add(new MoveAction(item.id(), day(row.cell("due")), MOVED));
        }
        Ties ties = ties(row);
        boolean says = List.of("priority", "ticket", "factor", "hardens").stream()
                .anyMatch(column -> !row.cell(column).isEmpty());
        if (says && !ties.equals(item.ties())) {
            commands.add(new TieAction(item.id(), ties));
        }
        if (!row.cell("status").isEmpty()) {
            ActionItem.Status to = word("status", ActionItem.Status.values(), row.cell("status"));
            if (to != item.status()) {
                commands.add(became(item, to, PeopleCsv.plain(row.cell("outcome"))));
            }
        }
        return List.copyOf(commands);
    }

    private static IncidentCommand became(ActionItem item, ActionItem.Status to, String outcome) {
        return switch (to) {
            case DOING -> new BeginAction(item.id());
            case DONE -> new FinishAction(item.id(), outcome);
            case DROPPED -> new DropAction(item.id(), outcome);
            case OPEN -> throw new IllegalArgumentException("what was begun or settled does not become open again");
        };
    }

    private static Ties ties(CsvTable.Row row) {
        String priority = row.cell("priority");
        return new Ties(
                priority.isEmpty() ? Optional.empty() : Optional.of(word("priority", Priority.values(), priority)),
                PeopleCsv.plain(row.cell("ticket")),
                PeopleCsv.plain(row.cell("factor")),
                switch (row.cell("hardens").toLowerCase(Locale.ROOT)) {
                    case "yes", "true", "ja", "1", "x" -> Hardens.A_RULE;
                    case "", "no", "false", "nein", "0" -> Hardens.NOTHING;
                    default -> throw new IllegalArgumentException("hardens is yes or no");
                });
    }

    /// Everything about these actions, in their order.
    public static String write(List<Lesson.Promise> promises) {
        var text = new StringBuilder(PeopleCsv.line(COLUMNS.toArray()));
        for (Lesson.Promise promise : promises) {
            ActionItem item = promise.item();
            text.append(PeopleCsv.line(
                    promise.lesson().incident().number(),
                    item.id(),
                    Tree.word(item.kind()),
                    PeopleCsv.guarded(item.text()),
                    PeopleCsv.guarded(item.owner().name()),
                    item.due(),
                    PeopleCsv.guarded(item.measure()),
                    Tree.word(item.status()),
                    PeopleCsv.guarded(item.outcome()),
                    item.ties().priority().map(Tree::word).orElse(""),
                    PeopleCsv.guarded(item.ties().ticket()),
                    PeopleCsv.guarded(item.ties().factor()),
                    item.ties().hardens() == Hardens.A_RULE ? "yes" : "no",
                    PeopleCsv.guarded(
                            item.verified().map(seen -> seen.by().name()).orElse("")),
                    ActionsText.score(promise).score()));
        }
        return text.toString();
    }

    private static String orElse(String words, String standing) {
        return words.isEmpty() ? standing.strip() : words;
    }

    private static PersonId person(String cell) {
        String name = PeopleCsv.plain(cell);
        if (!PersonId.isWellFormed(name)) {
            throw new IllegalArgumentException(
                    "an action has an owner: a name of 1 to " + PersonId.MAX_LENGTH + " plain characters");
        }
        return new PersonId(name);
    }

    private static LocalDate day(String cell) {
        try {
            return LocalDate.parse(cell);
        } catch (DateTimeParseException wrong) {
            throw new IllegalArgumentException(
                    "a date is written 2026-12-05, not \"" + Safe.cut(cell, 40) + "\"", wrong);
        }
    }

    private static <E extends Enum<E>> E word(String what, E[] values, String word) {
        String name = word.toUpperCase(Locale.ROOT).replace('-', '_').replace(' ', '_');
        return Arrays.stream(values)
                .filter(value -> value.name().equals(name))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no " + what + " is called \"" + Safe.cut(word, 40)
                        + "\"; there are "
                        + Arrays.stream(values).map(Tree::word).collect(Collectors.joining(", "))));
    }
}
