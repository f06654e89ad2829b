package tocsin.app.demo;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletionException;
import tocsin.app.Console;
import tocsin.app.OrganisationAnswer;
import tocsin.app.Profile;
import tocsin.app.Progress;
import tocsin.base.IncidentId;
import tocsin.domain.incident.Incident;
import tocsin.domain.incident.IncidentCommand.Absorb;
import tocsin.domain.incident.IncidentCommand.MergeInto;
import tocsin.journal.JournalException;
import tocsin.journal.NotAccepted;
import tocsin.journal.RealDisk;
import tocsin.journal.Settings;
import tocsin.store.StoreException;

/// Plays a month of incidents into an empty profile, through the same gestures, rules and gates as everybody's work.
/// The dates are those of the month before `now`; the same `now` and seed tell the same month.
public final class DemoMonth {
    private static final long SEED = 2026;

    private DemoMonth() {}

    /// Throws with one line when the profile is in use or holds an incident already; then nothing was changed.
    public static Counts play(Profile profile, Instant now, ZoneId zone, Progress progress) throws JournalException {
        return play(profile, now, zone, SEED, progress);
    }

    static Counts play(Profile profile, Instant now, ZoneId zone, long seed, Progress progress)
            throws JournalException {
        var script = new Script(now);
        Burning live = tell(script, zone, new Random(seed));
        var clock = new Clockhand(script.begin().minusSeconds(30));
        try (Console console =
                Console.open(profile, new RealDisk(), Settings.standard().withWall(clock), Progress.SILENT)) {
            if (!console.incidents().isEmpty()) {
                throw new NotAccepted("the profile " + profile.folder() + " holds "
                        + console.incidents().size()
                        + " incidents already; choose an empty one with --profile to see the demo");
            }
            employ(console);
            script.play(console, clock, progress);
            console.adopt(out -> {
                        clock.moveTo(now);
                        return out.now();
                    })
                    .join();
            return count(console, live.tale().id());
        } catch (StoreException inUse) {
            throw new JournalException(String.valueOf(inUse.getMessage()), inUse);
        } catch (CompletionException failed) {
            if (failed.getCause() instanceof JournalException trouble) {
                throw trouble;
            }
            throw failed;
        }
    }

    private static void employ(Console console) {
        if (console.organise(Staff.all(), Cast.OWNERS.getFirst()).join()
                instanceof OrganisationAnswer.Refused(var place, var refusal)) {
            throw new IllegalStateException(refusal.key() + " " + refusal.arguments() + ": " + place);
        }
    }

    private static Burning tell(Script script, ZoneId zone, Random dice) {
        var phrases = new Phrases(lines("phrases.txt"), dice, zone);
        Map<String, Course> courses = new LinkedHashMap<>();
        for (Scene scene : Scene.read(lines("scenes.txt"))) {
            var course = new Course(scene, script, zone, new Random(dice.nextLong()), phrases);
            course.run();
            courses.put(scene.title(), course);
        }
        courses.values().forEach(course -> merge(course, courses));
        courses.values().stream()
                .filter(course -> course.scene().has("elsewhere"))
                .forEach(course -> course.tale()
                        .elsewhere(course.commander(), course.scene().parts("elsewhere")));
        courses.values().forEach(course -> link(course, courses));
        var live = new Burning(script, zone, new Random(dice.nextLong()));
        live.run(Scene.read(lines("live.txt")).getFirst());
        return live;
    }

    private static void merge(Course course, Map<String, Course> courses) {
        if (course.scene().has("into")) {
            List<String> into = course.scene().parts("into");
            Tale target = known(courses, into.getFirst()).tale();
            Tale source = course.tale();
            source.together(
                    course.commander(),
                    () -> new MergeInto(target.id(), into.get(1)),
                    target,
                    () -> new Absorb(source.id()));
        }
    }

    private static void link(Course course, Map<String, Course> courses) {
        for (List<String> link : course.scene().allParts("link")) {
            course.link(known(courses, link.getFirst()).tale(), link.get(1));
        }
    }

    private static Course known(Map<String, Course> courses, String title) {
        Course found = courses.get(title);
        if (found == null) {
            throw new IllegalStateException("no scene is called " + title);
        }
        return found;
    }

    private static Counts count(Console console, IncidentId live) throws JournalException {
        long entries = 0;
        for (IncidentId id : console.incidents()) {
            Incident incident = console.history(id).now();
            entries += incident.timeline().entries().size();
        }
        return new Counts(console.incidents().size(), console.facts(), entries, live.number());
    }

    private static List<String> lines(String name) {
        try (InputStream in = DemoMonth.class.getResourceAsStream("/tocsin/demo/" + name)) {
            if (in == null) {
                throw new IllegalStateException("tocsin/demo/" + name + " is missing from the program");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
