package tocsin.ui.scrub;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import tocsin.app.Safe;
import tocsin.domain.incident.Incident;
import tocsin.domain.incident.PhaseSpell;
import tocsin.domain.incident.SeveritySpell;
import tocsin.domain.roster.Role;
import tocsin.domain.roster.Term;
import tocsin.domain.timeline.Entry;
import tocsin.domain.timeline.EntryKind;
import tocsin.domain.timeline.Task;
import tocsin.ui.kit.Words;

/// Makes the lanes of one incident for a stretch of time and a width. Made anew for each picture; costs one walk over
/// the entries, and draws at most one sign for every few pixels.
final class Draughtsman {
    /// Signs of one kind that stand nearer than this are one.
    static final int SIGN_PIXELS = 5;

    static final int MOST_TASK_ROWS = 3;

    private final Incident incident;
    private final Stretch stretch;
    private final int width;
    private final Instant now;
    private final Words words;
    private final List<Lanes.Bar> bars = new ArrayList<>();

    private Draughtsman(Incident incident, Stretch stretch, int width, Instant now, Words words) {
        this.incident = incident;
        this.stretch = stretch;
        this.width = width;
        this.now = now;
        this.words = words;
    }

    static Lanes draw(Incident incident, Stretch stretch, int width, Instant now, Words words) {
        return width <= 0 ? Lanes.NONE : new Draughtsman(incident, stretch, width, now, words).lanes();
    }

    private Lanes lanes() {
        for (var spell : states(incident, now)) {
            bar(
                    Lanes.Lane.STATES,
                    Ink.of(spell.what().phase()),
                    spell,
                    words.phase(spell.what().phase()));
        }
        for (var spell : levels(incident, now)) {
            var level = spell.what().severity();
            bar(Lanes.Lane.LEVELS, Ink.of(level), spell, level.toString());
        }
        for (var spell : commands(incident, now)) {
            bar(
                    Lanes.Lane.COMMAND,
                    Ink.COMMAND,
                    spell,
                    Safe.line(spell.what().person().name()));
        }
        int deep = tasks();
        return new Lanes(List.copyOf(bars), marks(), Ticks.of(stretch, width, incident.zone(), words.locale()), deep);
    }

    static List<Spell<PhaseSpell>> states(Incident incident, Instant now) {
        return Spell.following(incident.phases(), PhaseSpell::since, now);
    }

    static List<Spell<SeveritySpell>> levels(Incident incident, Instant now) {
        Instant end = incident.phase().ended() ? incident.inPhaseSince() : now;
        return Spell.following(incident.severities(), SeveritySpell::since, end);
    }

    static List<Spell<Term>> commands(Incident incident, Instant now) {
        return incident.crew().terms().stream()
                .filter(term -> term.role() == Role.COMMANDER)
                .map(term ->
                        new Spell<>(term, term.assumedAt(), term.renouncedAt().orElse(now)))
                .filter(spell -> spell.from().isBefore(spell.to()))
                .toList();
    }

    private void bar(Lanes.Lane lane, Ink ink, Spell<?> spell, String name) {
        bar(lane, 0, ink, spell.from(), spell.to(), name);
    }

    /// What lies outside is left out, what reaches beyond the edge is cut there, what is short is still seen.
    private void bar(Lanes.Lane lane, int row, Ink ink, Instant from, Instant to, String name) {
        int begin = Math.max(0, stretch.x(from, width));
        int end = Math.min(width, stretch.x(to, width));
        if (begin < width && end >= 0 && !to.isBefore(stretch.from())) {
            bars.add(new Lanes.Bar(lane, row, ink, begin, Math.max(1, end - begin), name));
        }
    }

    /// Each in the first row that is free; those for which there is none share the last.
    private int tasks() {
        var free = new Instant[MOST_TASK_ROWS];
        int deep = 0;
        List<Task> inOrder = incident.timeline().tasks().values().stream()
                .sorted(Comparator.comparing(Task::assignedAt))
                .toList();
        for (Task task : inOrder) {
            Instant until = task.settledAt().orElse(task.assignedAt().isAfter(now) ? task.assignedAt() : now);
            Instant last = task.open() ? task.due().filter(until::isBefore).orElse(until) : until;
            int row = 0;
            while (row < MOST_TASK_ROWS - 1
                    && free[row] != null
                    && task.assignedAt().isBefore(free[row])) {
                row++;
            }
            free[row] = last;
            deep = Math.max(deep, row + 1);
            task(task, row, until);
        }
        return deep;
    }

    private void task(Task task, int row, Instant until) {
        String name = Safe.line(task.text());
        Ink ink = task.open() ? Ink.TASK : Ink.DONE;
        Instant due = task.due().orElse(until);
        if (due.isBefore(until)) {
            bar(Lanes.Lane.TASKS, row, ink, task.assignedAt(), due, name);
            bar(Lanes.Lane.TASKS, row, Ink.OVER, due, until, name);
        } else {
            bar(Lanes.Lane.TASKS, row, ink, task.assignedAt(), until, name);
            if (task.open() && due.isAfter(until)) {
                bar(Lanes.Lane.TASKS, row, Ink.BOX, until, due, name);
            }
        }
    }

    private List<Lanes.Mark> marks() {
        Lanes.Sign[] signs = Lanes.Sign.values();
        int cells = width / SIGN_PIXELS + 1;
        var first = new int[signs.length][cells];
        var count = new int[signs.length][cells];
        long begin = stretch.from().toEpochMilli();
        long end = stretch.to().toEpochMilli();
        double scale = (double) width / stretch.millis();
        List<Entry> entries = incident.timeline().entries();
        // By index and in plain numbers: there may be a hundred thousand, and this is the JavaFX thread.
        for (int i = 0; i < entries.size(); i++) {
            Entry entry = entries.get(i);
            long then = entry.occurredAt().toEpochMilli();
            if (then >= begin && then <= end && entry.kind() != EntryKind.SYSTEM && !entry.struck()) {
                int x = (int) ((then - begin) * scale);
                int sign = sign(entry).ordinal();
                int cell = x / SIGN_PIXELS;
                if (count[sign][cell]++ == 0 || x < first[sign][cell]) {
                    first[sign][cell] = x;
                }
            }
        }
        var marks = new ArrayList<Lanes.Mark>();
        for (Lanes.Sign sign : signs) {
            for (int cell = 0; cell < cells; cell++) {
                int many = count[sign.ordinal()][cell];
                if (many > 0) {
                    marks.add(new Lanes.Mark(sign, first[sign.ordinal()][cell], Math.min(2, many)));
                }
            }
        }
        return List.copyOf(marks);
    }

    private static Lanes.Sign sign(Entry entry) {
        return switch (entry.kind()) {
            case DECISION -> entry.pinned() ? Lanes.Sign.PINNED_DECISION : Lanes.Sign.DECISION;
            case ACTION -> entry.pinned() ? Lanes.Sign.PINNED_ACTION : Lanes.Sign.ACTION;
            default -> entry.pinned() ? Lanes.Sign.PINNED_NOTE : Lanes.Sign.NOTE;
        };
    }
}
