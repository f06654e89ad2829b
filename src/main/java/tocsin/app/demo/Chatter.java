package tocsin.app.demo;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Random;
import tocsin.base.PersonId;
import tocsin.domain.incident.IncidentCommand.AnswerQuestion;
import tocsin.domain.incident.IncidentCommand.AssignTask;
import tocsin.domain.incident.IncidentCommand.DropTask;
import tocsin.domain.incident.IncidentCommand.ExtendTask;
import tocsin.domain.incident.IncidentCommand.FinishTask;
import tocsin.domain.incident.IncidentCommand.ReadBackTask;
import tocsin.domain.incident.IncidentCommand.ReassignTask;
import tocsin.domain.timeline.EntryKind;

/// What people write between the turns of an incident: readings, findings, questions, tasks.
final class Chatter {
    private static final EntryKind FOR_LATER = EntryKind.ofWord("todo").orElseThrow();

    private final Tale tale;
    private final Cast cast;
    private final Phrases phrases;
    private final Random dice;
    private final Phrases.Setting setting;
    private final String type;
    private final List<String> own;

    Chatter(Tale tale, Cast cast, Scene scene, Phrases phrases, Readings readings, Random dice) {
        this.tale = tale;
        this.cast = cast;
        this.phrases = phrases;
        this.dice = dice;
        this.type = scene.type().name().toLowerCase(Locale.ROOT);
        this.own = new ArrayList<>(scene.all("fact"));
        this.setting = new Phrases.Setting(
                scene.service(),
                readings,
                cast.voices().stream().map(Cast::firstName).distinct().toList(),
                scene.one("feel"));
    }

    String filled(String line) {
        return phrases.filled(line, setting, tale.at());
    }

    String phrase(String deck) {
        return phrases.next(deck, setting, tale.at());
    }

    /// Nobody speaks of themselves by name.
    private String phraseOf(PersonId speaker, String deck) {
        return phrases.next(deck, setting.without(Cast.firstName(speaker)), tale.at());
    }

    /// So many lines, spread unevenly over the time.
    void fill(int lines, Duration time) {
        Instant begin = tale.at();
        for (int i = 0; i < lines; i++) {
            double share = (i + 0.2 + 0.6 * dice.nextDouble()) / lines;
            tale.passUntil(begin.plusMillis(Math.round(time.toMillis() * share)));
            line();
        }
        tale.passUntil(begin.plus(time));
    }

    private void line() {
        if (!own.isEmpty() && dice.nextInt(6) == 0) {
            tale.note(voice(), filled(own.removeFirst()));
            return;
        }
        if (setting.readings().calm(tale.at())) {
            note(dice.nextInt(6) == 0 ? "any" : "calm");
            return;
        }
        switch (dice.nextInt(20)) {
            case 0, 1, 2, 3, 4, 5 -> note("reading " + type);
            case 6, 7, 8, 9 -> note(type);
            case 10, 11, 12 -> note("any");
            case 13, 14 -> tale.say(cast.operations(), EntryKind.ACTION, phraseOf(cast.operations(), "action"));
            case 15 -> tale.say(voice(), FOR_LATER, phrase("later"));
            case 16, 17 -> question();
            default -> task();
        }
    }

    private void note(String deck) {
        PersonId speaker = voice();
        tale.note(speaker, phraseOf(speaker, deck));
    }

    private void question() {
        List<String> words = Scene.parted(phrase("question"));
        var asked = tale.say(voice(), EntryKind.QUESTION, words.getFirst());
        if (dice.nextInt(6) > 0) {
            tale.afterwards(
                    tale.minutes(1, 9), voice(), "answers", () -> new AnswerQuestion(asked.fact(), words.get(1)));
        }
    }

    private void task() {
        List<String> words = Scene.parted(phrase("task"));
        PersonId owner = voice();
        int box = 5 * (1 + dice.nextInt(6));
        var task = tale.act(
                cast.commander(), new AssignTask(words.getFirst(), owner, Optional.of(Duration.ofMinutes(box))));
        if (dice.nextInt(5) > 0) {
            tale.afterwards(
                    Duration.ofSeconds(8 + dice.nextInt(40)), owner, "reads back", () -> new ReadBackTask(task.fact()));
        }
        Duration end = Duration.ofSeconds(60L * box * (60 + dice.nextInt(60)) / 100);
        switch (dice.nextInt(12)) {
            case 0 ->
                tale.afterwards(
                        end, owner, "drops", () -> new DropTask(task.fact(), words.get(1) + "; not needed any more"));
            case 1 -> {
                tale.afterwards(end, owner, "extends", () -> new ExtendTask(task.fact(), Duration.ofMinutes(10)));
                tale.afterwards(end.plusMinutes(7), owner, "finishes", () -> new FinishTask(task.fact(), words.get(1)));
            }
            case 2 -> {
                PersonId other = owner.equals(cast.expert()) ? cast.deputy() : cast.expert();
                tale.afterwards(
                        end.dividedBy(2), cast.commander(), "reassigns", () -> new ReassignTask(task.fact(), other));
                tale.afterwards(end, other, "finishes", () -> new FinishTask(task.fact(), words.get(1)));
            }
            default -> tale.afterwards(end, owner, "finishes", () -> new FinishTask(task.fact(), words.get(1)));
        }
    }

    private PersonId voice() {
        List<PersonId> voices = cast.voices();
        return voices.get(dice.nextInt(voices.size()));
    }
}
