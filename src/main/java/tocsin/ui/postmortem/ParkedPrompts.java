package tocsin.ui.postmortem;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import tocsin.app.Safe;
import tocsin.domain.incident.IncidentCommand;
import tocsin.domain.incident.IncidentCommand.ClearParked;
import tocsin.domain.postmortem.MeetingNote;
import tocsin.ui.kit.Prompt;
import tocsin.ui.kit.Words;
import tocsin.ui.sight.Asking;

/// How a parked line leaves the list: it becomes an action, or nothing comes of it and somebody says why.
final class ParkedPrompts {
    private final Asking asking;
    private final Words words;
    private final ActionPrompts actions;
    private final Function<List<IncidentCommand>, CompletableFuture<Prompt.Outcome>> together;

    ParkedPrompts(Asking asking, Function<List<IncidentCommand>, CompletableFuture<Prompt.Outcome>> together) {
        this.asking = asking;
        this.together = together;
        words = asking.words();
        actions = new ActionPrompts(asking);
    }

    /// The newest first, as they stand beside the text.
    List<MeetingNote> list() {
        return asking.incident().review().talk().notes().reversed().stream()
                .filter(MeetingNote::parked)
                .toList();
    }

    /// `2 action`, or `2 drop the budget round has it`.
    Prompt ask() {
        return Asking.line(words.get("postmortem.parked"), words.get("postmortem.parked.hint"), "", this::read);
    }

    private Prompt.Reading read(String text) {
        List<MeetingNote> parked = list();
        String[] parts = text.strip().split("\\s+", 3);
        Optional<MeetingNote> found = numbered(parked, parts[0]);
        if (parts[0].isEmpty()) {
            return new Prompt.Wanting(words.get("postmortem.parked.hint"), listed(parked));
        }
        if (found.isEmpty()) {
            return new Prompt.Wrong(words.get("postmortem.talk.number", parked.size()));
        }
        String way = parts.length > 1 ? parts[1].toLowerCase(words.locale()) : "";
        String action = words.get("postmortem.parked.action");
        String drop = words.get("postmortem.parked.drop");
        if (!way.isEmpty() && action.startsWith(way)) {
            MeetingNote note = found.get();
            return Prompt.Ready.of(
                    words.get("postmortem.parked.toaction", title(note)),
                    () -> CompletableFuture.completedFuture(new Prompt.Next(actions.add(
                            note.text(),
                            added -> together.apply(List.of(added, new ClearParked(note.id(), action)))))));
        }
        if (!way.isEmpty() && drop.startsWith(way)) {
            return parts.length < 3
                    ? new Prompt.Wanting(words.get("postmortem.parked.why"), List.of())
                    : asking.reading(
                            new ClearParked(found.get().id(), parts[2]),
                            words.get("postmortem.parked.dropped", title(found.get())),
                            List.of(),
                            words.get("postmortem.noted"));
        }
        return new Prompt.Wanting(
                words.get("postmortem.talk.what"),
                List.of(
                        Prompt.Option.of(parts[0] + " " + action, action, words.get("postmortem.parked.toaction.note")),
                        Prompt.Option.of(parts[0] + " " + drop + " ", drop, words.get("postmortem.parked.why"))));
    }

    private static Optional<MeetingNote> numbered(List<MeetingNote> parked, String said) {
        return said.matches("[1-9]\\d{0,3}") && Integer.parseInt(said) <= parked.size()
                ? Optional.of(parked.get(Integer.parseInt(said) - 1))
                : Optional.empty();
    }

    private List<Prompt.Option> listed(List<MeetingNote> parked) {
        var options = new ArrayList<Prompt.Option>();
        for (int i = 0; i < parked.size(); i++) {
            MeetingNote note = parked.get(i);
            options.add(Prompt.Option.of(
                    (i + 1) + " ",
                    (i + 1) + "  " + title(note),
                    Safe.line(note.by().name())));
        }
        return options;
    }

    private static String title(MeetingNote note) {
        return Safe.cut(Safe.line(note.text()), 80);
    }
}
