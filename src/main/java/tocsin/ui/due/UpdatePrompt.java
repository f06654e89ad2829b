package tocsin.ui.due;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tocsin.base.PersonId;
import tocsin.domain.incident.Audience;
import tocsin.domain.incident.Incident;
import tocsin.domain.incident.IncidentCommand.SendUpdate;
import tocsin.domain.roster.Role;
import tocsin.ui.kit.Prompt;
import tocsin.ui.kit.Words;
import tocsin.ui.sight.Asking;

/// A word to people. The first line names whom it is for; Tab turns to the next audience, and as long as nobody has
/// changed the words, they turn with it. It is written down as sent; sending is done by people.
final class UpdatePrompt {
    private static final int LINES = 7;

    private final Asking asking;
    private final Words words;

    UpdatePrompt(Asking asking) {
        this.asking = asking;
        this.words = asking.words();
    }

    Prompt open() {
        Incident incident = asking.incident();
        PersonId me = asking.deeds().operator();
        boolean mayPublish = incident.commander().equals(Optional.of(me))
                || incident.crew().holds(me, Role.COMMUNICATIONS)
                || incident.crew().holds(me, Role.CUSTOMER_LIAISON);
        return open(UpdateDraft.first(incident, asking.rules(), mayPublish));
    }

    Prompt open(Audience audience) {
        return Asking.lines(
                LINES, words.get("owed.update"), words.get("owed.update.hint"), drafted(audience), this::read);
    }

    private String drafted(Audience audience) {
        return head(audience) + "\n" + body(audience);
    }

    private String body(Audience audience) {
        return new UpdateDraft(words, asking.incident(), asking.rules(), asking.now()).text(audience);
    }

    private String head(Audience audience) {
        return words.texts().name("audience", audience) + ":";
    }

    private Prompt.Reading read(String text) {
        Optional<Audience> found = audience(text);
        if (found.isEmpty()) {
            return new Prompt.Wanting(words.get("owed.update.whom"), options(Optional.empty(), text.strip()));
        }
        Audience audience = found.get();
        String body = text.strip().substring(text.strip().indexOf(':') + 1).strip();
        String whom = words.texts().name("audience", audience);
        List<Prompt.Option> options = options(found, body);
        return switch (asking.reading(
                new SendUpdate(audience, body),
                words.get("owed.update.go", whom),
                List.of(words.get("owed.update.effect")),
                words.get("owed.update.done", whom))) {
            case Prompt.Ready(var summary, var effects, var _, var run) ->
                new Prompt.Ready(summary, effects, options, run);
            case Prompt.Reading other -> other;
        };
    }

    private Optional<Audience> audience(String text) {
        String line = text.strip();
        int colon = line.indexOf(':');
        if (colon <= 0) {
            return Optional.empty();
        }
        String word = line.substring(0, colon).strip().toLowerCase(Locale.ROOT);
        for (Audience audience : Audience.values()) {
            if (audience.name().toLowerCase(Locale.ROOT).equals(word)
                    || words.texts()
                            .name("audience", audience)
                            .toLowerCase(words.locale())
                            .equals(word)) {
                return Optional.of(audience);
            }
        }
        return Optional.empty();
    }

    /// The other audiences, the next one first, so that Tab goes round.
    private List<Prompt.Option> options(Optional<Audience> from, String body) {
        boolean untouched = body.isBlank()
                || from.filter(audience -> body(audience).strip().equals(body)).isPresent();
        var options = new ArrayList<Prompt.Option>();
        Audience[] all = Audience.values();
        int start = from.map(audience -> audience.ordinal() + 1).orElse(0);
        int count = from.isPresent() ? all.length - 1 : all.length;
        for (int i = 0; i < count; i++) {
            Audience audience = all[(start + i) % all.length];
            String fill = untouched ? drafted(audience) : head(audience) + "\n" + body;
            options.add(new Prompt.Option(
                    fill,
                    words.get("owed.update.to", words.texts().name("audience", audience)),
                    "",
                    i == 0 ? "Tab" : ""));
        }
        return options;
    }
}
