package tocsin.ui.postmortem;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import tocsin.app.Safe;
import tocsin.domain.postmortem.MeetingNote;
import tocsin.domain.postmortem.Talk;
import tocsin.ui.kit.Drafts;
import tocsin.ui.kit.Words;

/// The review meeting as one sees it. Knows no node; on the JavaFX thread. It outlives the window, on this desk.
final class MeetingModel {
    private static final String COURSE = "course";
    private static final String NOTE = "note";
    private static final Duration NEARLY = Duration.ofMinutes(2);

    private final Words words;
    private final Drafts kept;
    private @Nullable Course course;
    private Talk talk = Talk.NONE;

    MeetingModel(Words words, Drafts kept, Instant now) {
        this.words = words;
        this.kept = kept;
        course = kept.get(COURSE)
                .flatMap(Course::read)
                .filter(before -> !before.forgotten(now))
                .orElse(null);
        if (course == null) {
            kept.keep(COURSE, "");
        }
    }

    /// How much time there is, told by a word and a colour.
    enum Time {
        CALM,
        NEARLY,
        OVER
    }

    enum Stage {
        PASSED,
        HERE,
        AHEAD
    }

    /// @param share how much of its time is used, 0 to 1
    record Segment(String name, Stage stage, Time time, double share) {}

    /// What the strip shows at one moment.
    ///
    /// @param says what belongs to this point, or why fixes wait
    record Strip(
            List<Segment> segments,
            String place,
            String name,
            String says,
            String left,
            Time time,
            String whole,
            Time wholeTime) {}

    /// Lines written down, the newest first.
    record Notes(List<String> parked, List<String> noted) {}

    Optional<Course> course() {
        return Optional.ofNullable(course);
    }

    boolean running() {
        return course != null;
    }

    void begin(Agenda agenda, Instant now) {
        keep(Course.begun(agenda, now));
    }

    void step(int by, Instant now) {
        if (course != null) {
            keep(course.step(by, now));
        }
    }

    /// What was held, if anything was.
    Optional<Course> end() {
        Optional<Course> held = course();
        course = null;
        kept.keep(COURSE, "");
        return held;
    }

    /// It could not be written down, so it goes on.
    void resume(Course held) {
        if (course == null) {
            keep(held);
        }
    }

    private void keep(Course now) {
        course = now;
        kept.keep(COURSE, now.kept());
    }

    void know(Talk said) {
        talk = said;
    }

    String draft() {
        return kept.get(NOTE).orElse("");
    }

    void draft(String note) {
        kept.keep(NOTE, note);
    }

    /// A line that begins with `p ` or `>` is parked.
    record Line(MeetingNote.Kind kind, String text) {
        static Line of(String typed) {
            String line = typed.strip();
            String lower = line.toLowerCase(Locale.ROOT);
            return line.startsWith(">")
                    ? new Line(MeetingNote.Kind.PARKED, line.substring(1).strip())
                    : lower.startsWith("p ")
                            ? new Line(
                                    MeetingNote.Kind.PARKED, line.substring(2).strip())
                            : new Line(MeetingNote.Kind.NOTE, line);
        }
    }

    /// What is parked for this incident, and what was noted since this meeting began.
    Notes notes() {
        Instant from = course == null ? Instant.MAX : course.started();
        var parked = new ArrayList<String>();
        var noted = new ArrayList<String>();
        for (MeetingNote note : talk.notes().reversed()) {
            if (note.parked()) {
                parked.add(Safe.line(note.text()));
            } else if (note.kind() == MeetingNote.Kind.NOTE && !note.at().isBefore(from)) {
                noted.add(Safe.line(note.text()));
            }
        }
        return new Notes(List.copyOf(parked), List.copyOf(noted));
    }

    Optional<Strip> strip(Instant now) {
        return course().map(running -> strip(running, now));
    }

    private Strip strip(Course running, Instant now) {
        List<Agenda.Slot> slots = running.agenda().slots();
        var segments = new ArrayList<Segment>();
        for (int i = 0; i < slots.size(); i++) {
            segments.add(segment(running, i, now));
        }
        Agenda.Point point = running.slot().point();
        boolean parks = running.agenda().parksFixes(point);
        return new Strip(
                List.copyOf(segments),
                words.get("postmortem.meeting.place", running.at() + 1, slots.size()),
                name(words, point),
                parks
                        ? words.get("postmortem.meeting.parks")
                        : words.get("postmortem.point.says." + lower(point.name())),
                told(running.left(now)),
                time(running.left(now)),
                words.get("postmortem.meeting.whole", told(running.leftOfAll(now))),
                time(running.leftOfAll(now)));
    }

    private Segment segment(Course running, int index, Instant now) {
        Agenda.Slot slot = running.agenda().slots().get(index);
        Duration spent = running.spent(index, now);
        Stage stage = index < running.at() ? Stage.PASSED : index == running.at() ? Stage.HERE : Stage.AHEAD;
        double share = Math.clamp((double) spent.toMillis() / slot.length().toMillis(), 0, 1);
        return new Segment(
                words.get("postmortem.meeting.slot", name(words, slot.point()), slot.minutes()),
                stage,
                time(slot.length().minus(spent)),
                share);
    }

    static String name(Words words, Agenda.Point point) {
        return words.get("postmortem.point." + lower(point.name()));
    }

    static String lower(String name) {
        return name.toLowerCase(Locale.ROOT);
    }

    private static Time time(Duration left) {
        return left.isNegative() ? Time.OVER : left.compareTo(NEARLY) <= 0 ? Time.NEARLY : Time.CALM;
    }

    private String told(Duration left) {
        long seconds = Math.abs(left.toSeconds());
        String clock = "%d:%02d".formatted(seconds / 60, seconds % 60);
        return words.get(left.isNegative() ? "postmortem.meeting.over" : "postmortem.meeting.left", clock);
    }
}
