package tocsin.ui.crew;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tocsin.app.LengthReading;
import tocsin.app.Safe;
import tocsin.app.TimeReader;
import tocsin.base.FactId;
import tocsin.base.PersonId;
import tocsin.domain.incident.IncidentCommand;
import tocsin.domain.timeline.EntryText;
import tocsin.domain.timeline.Task;
import tocsin.ui.kit.Prompt;

/// Gives work and settles it: `mar 15 check the replicas`, then `2 done all three follow`.
final class TaskPrompts {
    private static final Pattern NEW =
            Pattern.compile("(\"[^\"]*\"?|\\S+)\\s*(\\d\\S*(?=\\s|$))?\\s*(.*)", Pattern.DOTALL);
    private static final Pattern SETTLED = Pattern.compile("(\\d)\\s*(\\S?)(.*)", Pattern.DOTALL);
    private static final int CUT = 60;

    private final Desk desk;
    private final Supplier<Map<Integer, FactId>> digits;

    /// @param digits which task is called by which digit
    TaskPrompts(Desk desk, Supplier<Map<Integer, FactId>> digits) {
        this.desk = desk;
        this.digits = digits;
    }

    Prompt give() {
        People people = desk.people();
        return new Line(desk.say("crew.task"), desk.say("crew.task.hint"), "", text -> give(text.strip(), people));
    }

    private Prompt.Reading give(String text, People people) {
        Matcher parts = NEW.matcher(text);
        String owner = parts.matches() ? parts.group(1) : "";
        String box = parts.matches() && parts.group(2) != null ? parts.group(2) : "";
        String work = parts.matches() ? parts.group(3).strip() : "";
        Optional<Duration> length = length(box);
        // "15min" may be a slip and "3rd" a word of the task: what is no length belongs to the words.
        String what = length.isEmpty() && !box.isEmpty() ? (box + " " + work).strip() : work;
        return desk.person(
                people,
                owner,
                name -> name + " " + (box.isEmpty() ? "" : box + " ") + work,
                Optional.empty(),
                person -> give(person, length, what));
    }

    private Prompt.Reading give(PersonId owner, Optional<Duration> box, String what) {
        String length = box.map(desk.words()::span).orElse(desk.say("crew.task.noBox"));
        if (what.isEmpty()) {
            return Line.wanting(desk.say("crew.task.what", Desk.name(owner), length));
        }
        String summary = desk.say("crew.task.ready", Desk.name(owner), length, shown(what));
        var effects = new ArrayList<String>();
        if (new EntryText(what).asksNobody()) {
            effects.add(desk.say("crew.task.nobody", Desk.name(owner)));
        }
        if (box.isEmpty()) {
            effects.add(desk.say("crew.task.boxHint"));
        }
        return desk.ready(
                summary,
                effects,
                List.of(),
                new Desk.Asked(new IncidentCommand.AssignTask(what, owner, box), desk.say("crew.task.given", summary)));
    }

    private Optional<Duration> length(String text) {
        return !text.isEmpty() && reader().readLength(text) instanceof LengthReading.Read(var length)
                ? Optional.of(length)
                : Optional.empty();
    }

    private TimeReader reader() {
        return new TimeReader(desk.now(), desk.incident().zone());
    }

    Prompt settle(String draft) {
        People people = desk.people();
        Map<Integer, FactId> meant = digits.get();
        return new Line(
                desk.say("crew.settle"),
                desk.say("crew.settle.hint"),
                draft,
                text -> settle(text.strip(), meant, people));
    }

    private Prompt.Reading settle(String text, Map<Integer, FactId> meant, People people) {
        if (meant.isEmpty()) {
            return new Prompt.Wrong(desk.say("crew.settle.none"));
        }
        Matcher parts = SETTLED.matcher(text);
        if (!parts.matches()) {
            return new Prompt.Wanting(desk.say("crew.settle.which"), cards(meant));
        }
        int digit = Integer.parseInt(parts.group(1));
        Optional<Task> task = Optional.ofNullable(meant.get(digit))
                .flatMap(id -> desk.incident().timeline().task(id));
        if (task.isEmpty()) {
            return new Prompt.Wrong(desk.say("crew.settle.noSuch", digit));
        }
        String act = parts.group(2).toLowerCase(Locale.ROOT);
        String word = act + parts.group(3).strip();
        boolean drops = act.equals("x") || word.toLowerCase(Locale.ROOT).startsWith("drop");
        String rest = act.equals("+") || act.equals(">") ? parts.group(3).strip() : rest(parts.group(3));
        Task one = task.get();
        return switch (drops ? "x" : act) {
            case "r" -> ready(one, "crew.settle.readBack", new IncidentCommand.ReadBackTask(one.id()));
            case "d" -> ready(one, "crew.settle.done", new IncidentCommand.FinishTask(one.id(), rest));
            case "x" -> drop(one, rest);
            case "+" -> extend(one, rest);
            case ">" -> reassign(one, digit, rest, people);
            default -> new Prompt.Wanting(quoted(one), acts(digit, one));
        };
    }

    /// What follows the word that says what to do.
    private static String rest(String word) {
        int blank = word.indexOf(' ');
        return blank < 0 ? "" : word.substring(blank).strip();
    }

    private Prompt.Reading ready(Task task, String key, IncidentCommand command) {
        String line = desk.say(key, quoted(task));
        return desk.ready(line, List.of(), List.of(), new Desk.Asked(command, line));
    }

    private Prompt.Reading drop(Task task, String reason) {
        return reason.isEmpty()
                ? Line.wanting(desk.say("crew.settle.why", quoted(task)))
                : ready(task, "crew.settle.dropped", new IncidentCommand.DropTask(task.id(), reason));
    }

    private Prompt.Reading extend(Task task, String length) {
        if (length.isEmpty()) {
            return Line.wanting(desk.say("crew.settle.howLong", quoted(task)));
        }
        return switch (reader().readLength(length)) {
            case LengthReading.Read(var more) -> {
                String line = desk.say("crew.settle.more", desk.words().span(more), quoted(task));
                yield desk.ready(
                        line,
                        List.of(),
                        List.of(),
                        new Desk.Asked(new IncidentCommand.ExtendTask(task.id(), more), line));
            }
            case LengthReading.Unreadable(var why) ->
                new Prompt.Wrong(desk.words().refusal(why));
        };
    }

    private Prompt.Reading reassign(Task task, int digit, String letters, People people) {
        return desk.person(people, letters, name -> digit + " > " + name, Optional.empty(), person -> {
            String line = desk.say("crew.settle.to", Desk.name(person), quoted(task));
            return desk.ready(
                    line,
                    List.of(),
                    List.of(),
                    new Desk.Asked(new IncidentCommand.ReassignTask(task.id(), person), line));
        });
    }

    private List<Prompt.Option> cards(Map<Integer, FactId> meant) {
        return meant.entrySet().stream()
                .flatMap(each -> desk.incident().timeline().task(each.getValue()).stream()
                        .filter(Task::open)
                        .map(task -> new Prompt.Option(
                                each.getKey() + " ", shown(task.text()), Desk.name(task.owner()), "" + each.getKey())))
                .toList();
    }

    private List<Prompt.Option> acts(int digit, Task task) {
        var acts = new ArrayList<Prompt.Option>();
        if (task.readBackAt().isEmpty()) {
            acts.add(act(digit, "r", "crew.settle.r"));
        }
        acts.add(act(digit, "d", "crew.settle.d"));
        acts.add(act(digit, "x", "crew.settle.x"));
        acts.add(act(digit, "+", "crew.settle.plus"));
        acts.add(act(digit, ">", "crew.settle.give"));
        return acts;
    }

    private Prompt.Option act(int digit, String letter, String key) {
        return new Prompt.Option(digit + " " + letter + " ", desk.say(key), "", letter.toUpperCase(Locale.ROOT));
    }

    private static String quoted(Task task) {
        return "\u201c" + shown(task.text()) + "\u201d";
    }

    private static String shown(String text) {
        return Safe.cut(Safe.line(text), CUT);
    }
}
