package tocsin.ui.postmortem;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;
import tocsin.ui.kit.Prompt;
import tocsin.ui.kit.Words;
import tocsin.ui.sight.Asking;

/// What is asked in a review meeting: by which agenda, and the questions that open people up.
final class MeetingPrompts {
    private final Words words;

    /// What somebody just said or did, and what to ask then. How and what before why.
    private enum Cue {
        NOTICED(3),
        DECIDED(3),
        KNEW(3),
        ASKED(3),
        ANY(3);

        private final int questions;

        Cue(int questions) {
            this.questions = questions;
        }
    }

    private record Question(int number, String cue, String words) {}

    MeetingPrompts(Words words) {
        this.words = words;
    }

    /// Enter alone takes the agenda as given.
    Prompt begin(Consumer<Agenda> begin) {
        return Asking.line(words.get("postmortem.meeting"), words.get("postmortem.meeting.hint"), "", text -> {
            String wanted = text.strip().toLowerCase(words.locale());
            List<Agenda> fit = Arrays.stream(Agenda.values())
                    .filter(agenda -> wanted.equals(String.valueOf(agenda.ordinal() + 1))
                            || name(agenda).toLowerCase(words.locale()).startsWith(wanted))
                    .toList();
            if (fit.isEmpty()) {
                return new Prompt.Wrong(words.get("postmortem.meeting.hint"));
            }
            Agenda agenda = fit.getFirst();
            return new Prompt.Ready(
                    words.get(
                            "postmortem.meeting.go",
                            name(agenda),
                            agenda.length().toMinutes()),
                    List.of(words.get("postmortem.meeting.seats")),
                    wanted.isEmpty() ? agendas() : List.of(),
                    () -> {
                        begin.accept(agenda);
                        return CompletableFuture.completedFuture(new Prompt.Done(""));
                    });
        });
    }

    private List<Prompt.Option> agendas() {
        return Arrays.stream(Agenda.values())
                .map(agenda -> new Prompt.Option(
                        String.valueOf(agenda.ordinal() + 1),
                        name(agenda),
                        String.join(
                                ", ",
                                agenda.slots().stream()
                                        .map(slot -> words.get(
                                                "postmortem.meeting.slot",
                                                MeetingModel.name(words, slot.point()),
                                                slot.minutes()))
                                        .toList()),
                        String.valueOf(agenda.ordinal() + 1)))
                .toList();
    }

    private String name(Agenda agenda) {
        return words.get("postmortem.agenda." + agenda.name().toLowerCase(Locale.ROOT));
    }

    /// By a word of the cue or of the question; the one taken begins the next note.
    Prompt deck(Consumer<String> ask) {
        return Asking.line(words.get("postmortem.deck"), words.get("postmortem.deck.hint"), "", text -> {
            String wanted = text.strip().toLowerCase(words.locale());
            List<Question> fit = questions().stream()
                    .filter(question -> wanted.equals(String.valueOf(question.number())))
                    .toList();
            if (fit.isEmpty()) {
                fit = questions().stream()
                        .filter(question -> (question.cue() + " " + question.words())
                                .toLowerCase(words.locale())
                                .contains(wanted))
                        .toList();
            }
            if (fit.isEmpty()) {
                return new Prompt.Wrong(words.get("postmortem.deck.none"));
            }
            if (fit.size() > 1) {
                return new Prompt.Wanting(
                        words.get("postmortem.deck.which"),
                        fit.stream()
                                .map(question -> Prompt.Option.of(
                                        String.valueOf(question.number()), question.words(), question.cue()))
                                .toList());
            }
            Question question = fit.getFirst();
            return Prompt.Ready.of(question.words(), () -> {
                ask.accept(question.words());
                return CompletableFuture.completedFuture(new Prompt.Done(""));
            });
        });
    }

    private List<Question> questions() {
        var all = new ArrayList<Question>();
        for (Cue cue : Cue.values()) {
            String key = "postmortem.deck." + cue.name().toLowerCase(Locale.ROOT);
            for (int i = 1; i <= cue.questions; i++) {
                all.add(new Question(all.size() + 1, words.get(key), words.get(key + "." + i)));
            }
        }
        return all;
    }
}
