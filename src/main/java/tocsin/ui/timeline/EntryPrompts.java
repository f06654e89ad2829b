package tocsin.ui.timeline;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import tocsin.app.EntryLine;
import tocsin.app.Safe;
import tocsin.app.TimeReader;
import tocsin.app.TimeReading;
import tocsin.domain.incident.IncidentCommand;
import tocsin.domain.timeline.Entry;
import tocsin.domain.timeline.HypothesisStatus;
import tocsin.domain.timeline.PollResult;
import tocsin.domain.timeline.Timeline;
import tocsin.ui.kit.Prompt;
import tocsin.ui.kit.Words;
import tocsin.ui.sight.Deeds;

/// What can be asked about one entry: correct it, strike it, answer a question, judge a hypothesis, poll a decision.
final class EntryPrompts {
    private final Deeds deeds;
    private final Words words;

    EntryPrompts(Deeds deeds, Words words) {
        this.deeds = deeds;
        this.words = words;
    }

    /// A line whose words become one command.
    private record Said(String title, String hint, String draft, Function<String, Prompt.Reading> reader)
            implements Prompt {
        @Override
        public Prompt.Reading read(String text) {
            return reader.apply(text);
        }
    }

    Prompt correct(Entry entry, Instant now, java.time.ZoneId zone) {
        return new Said(words.get("entry.correct"), words.get("entry.correct.hint"), entry.text(), text -> {
            EntryLine line = new TimeReader(now, zone).splitPrefix(text);
            if (line.when().orElse(null) instanceof TimeReading.Unreadable(var why)) {
                return new Prompt.Wrong(words.refusal(why));
            }
            Optional<Instant> moved = line.when().map(time -> ((TimeReading.Read) time).instant());
            // A sign in front is part of the words here: the kind of an entry stays.
            String said = moved.isPresent() ? line.text() : text.strip();
            return said.equals(entry.text()) && moved.isEmpty()
                    ? new Prompt.Wanting(words.get("entry.correct.same"), List.of())
                    : Prompt.Ready.of(
                            words.get("entry.correct.ready"),
                            () -> deeds.does(
                                    new IncidentCommand.CorrectEntry(entry.id(), said, moved),
                                    words.get("entry.corrected")));
        });
    }

    Prompt strike(Entry entry) {
        return new Said(
                words.get("entry.strike"),
                words.get("entry.strike.hint"),
                "",
                text -> text.isBlank()
                        ? new Prompt.Wanting(words.get("entry.strike.say", quoted(entry)), List.of())
                        : Prompt.Ready.of(
                                words.get("entry.strike.say", quoted(entry)),
                                () -> deeds.does(
                                        new IncidentCommand.StrikeEntry(entry.id(), text.strip()),
                                        words.get("entry.struck"))));
    }

    /// The answer that this kind of entry waits for, if it waits for one.
    Optional<Prompt> respond(Entry entry, Timeline timeline) {
        return switch (entry.kind()) {
            case QUESTION -> Optional.of(answer(entry));
            case HYPOTHESIS -> Optional.of(judge(entry));
            case DECISION -> Optional.of(poll(entry, timeline));
            default -> Optional.empty();
        };
    }

    private Prompt answer(Entry entry) {
        return new Said(
                words.get("entry.answer"),
                words.get("entry.answer.hint"),
                "",
                text -> text.isBlank()
                        ? new Prompt.Wanting(quoted(entry), List.of())
                        : Prompt.Ready.of(
                                quoted(entry),
                                () -> deeds.does(
                                        new IncidentCommand.AnswerQuestion(entry.id(), text.strip()),
                                        words.get("entry.answered"))));
    }

    private Prompt judge(Entry entry) {
        return new Said(words.get("entry.judge"), words.get("entry.judge.hint"), "", text -> {
            List<Prompt.Option> options = List.of(
                    option("s", words.get("hypothesis.supported")),
                    option("r", words.get("hypothesis.refuted")),
                    option("o", words.get("hypothesis.open")));
            String said = text.strip();
            HypothesisStatus to = switch (said.isEmpty() ? ' ' : Character.toLowerCase(said.charAt(0))) {
                case 's' -> HypothesisStatus.SUPPORTED;
                case 'r' -> HypothesisStatus.REFUTED;
                case 'o' -> HypothesisStatus.OPEN;
                default -> null;
            };
            if (to == null) {
                return new Prompt.Wanting(quoted(entry), options);
            }
            return Prompt.Ready.of(
                    words.texts().name("hypothesis", to) + ": " + quoted(entry),
                    () -> deeds.does(
                            new IncidentCommand.JudgeHypothesis(entry.id(), to, rest(said)),
                            words.get("entry.judged")));
        });
    }

    private Prompt poll(Entry entry, Timeline timeline) {
        return new Said(words.get("entry.poll"), words.get("entry.poll.hint"), "", text -> {
            var decision = timeline.decision(entry.id());
            List<Prompt.Option> options = List.of(
                    option("o", words.get("entry.poll.open")),
                    option("x", words.get("entry.poll.object")),
                    option("g", words.get("entry.poll.going")),
                    option("w", words.get("entry.poll.withdrawn")));
            String said = text.strip();
            IncidentCommand command = switch (said.isEmpty() ? ' ' : Character.toLowerCase(said.charAt(0))) {
                case 'o' -> new IncidentCommand.OpenPoll(entry.id());
                case 'x' -> new IncidentCommand.RaiseObjection(entry.id(), rest(said));
                case 'g' -> new IncidentCommand.ClosePoll(entry.id(), PollResult.GOING);
                case 'w' -> new IncidentCommand.ClosePoll(entry.id(), PollResult.WITHDRAWN);
                default -> null;
            };
            String standing = decision.map(known ->
                            words.get("entry.poll.count", known.objections().size()))
                    .orElse("");
            return command == null
                    ? new Prompt.Wanting(quoted(entry) + " " + standing, options)
                    : Prompt.Ready.of(
                            quoted(entry) + " " + standing, () -> deeds.does(command, words.get("entry.polled")));
        });
    }

    private static Prompt.Option option(String letter, String name) {
        return new Prompt.Option(letter + " ", name, "", letter.toUpperCase(Locale.ROOT));
    }

    /// What follows the letter.
    private static String rest(String said) {
        int blank = said.indexOf(' ');
        return blank < 0 ? "" : said.substring(blank).strip();
    }

    private static String quoted(Entry entry) {
        return "\u201c" + Safe.cut(Safe.line(entry.text()), 80) + "\u201d";
    }
}
