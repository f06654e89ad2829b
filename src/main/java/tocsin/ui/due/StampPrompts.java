package tocsin.ui.due;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import tocsin.app.TimeReading;
import tocsin.base.PersonId;
import tocsin.domain.incident.IncidentCommand;
import tocsin.domain.incident.Stamp;
import tocsin.domain.incident.StampName;
import tocsin.ui.kit.Prompt;
import tocsin.ui.kit.Words;
import tocsin.ui.sight.Asking;

/// Setting a moment that later reckoning stands on: `fix -5m @R. Okafor rolled back`.
final class StampPrompts {
    private static final String NOT_APPLICABLE = "n/a";

    private final Asking asking;
    private final Words words;

    StampPrompts(Asking asking) {
        this.asking = asking;
        this.words = asking.words();
    }

    Prompt set() {
        return set("");
    }

    Prompt set(StampName stamp) {
        return set(stamp.word() + " ");
    }

    private Prompt set(String draft) {
        return Asking.line(words.get("owed.stamp"), words.get("owed.stamp.hint"), draft, this::read);
    }

    private Prompt.Reading read(String text) {
        var said = Said.of(text);
        List<StampName> meant = said.first().isEmpty() ? byHand() : meant(said.first());
        if (meant.isEmpty()) {
            return new Prompt.Wrong(words.get("owed.stamp.unknown", said.first()));
        }
        if (said.first().isEmpty() || meant.size() > 1) {
            return new Prompt.Wanting(
                    words.get("owed.stamp.which"),
                    meant.stream().map(this::option).toList());
        }
        return stamp(meant.getFirst(), said.rest());
    }

    private static List<StampName> byHand() {
        return Arrays.stream(StampName.values())
                .filter(stamp -> !stamp.setByAct())
                .toList();
    }

    /// By its word in either language, by what people call it, or by how it begins.
    private List<StampName> meant(String said) {
        Optional<StampName> exact = StampName.ofWord(said).filter(stamp -> !stamp.setByAct());
        if (exact.isPresent()) {
            return List.of(exact.get());
        }
        String word = said.toLowerCase(Locale.ROOT);
        return byHand().stream()
                .filter(stamp -> stamp.word().startsWith(word)
                        || words.texts()
                                .name("stamp", stamp)
                                .toLowerCase(words.locale())
                                .startsWith(word))
                .toList();
    }

    private Prompt.Option option(StampName stamp) {
        String note = asking.incident()
                .standing(stamp)
                .map(this::told)
                .orElseGet(() ->
                        asking.incident().stampsNotApplicable().containsKey(stamp) ? words.get("owed.step.none") : "");
        return Prompt.Option.of(stamp.word() + " ", words.texts().name("stamp", stamp), note);
    }

    private String told(Stamp stamp) {
        return asking.telling().moment(stamp.at()) + " " + stamp.person().name();
    }

    private Prompt.Reading stamp(StampName stamp, String rest) {
        String name = words.texts().name("stamp", stamp);
        if (rest.toLowerCase(Locale.ROOT).startsWith(NOT_APPLICABLE)) {
            String reason = rest.substring(NOT_APPLICABLE.length()).strip();
            return asking.reading(
                    new IncidentCommand.DismissStamp(stamp, reason),
                    words.get("owed.stamp.none", name),
                    List.of(),
                    words.get("owed.stamp.done", name));
        }
        var timed = Said.Timed.of(rest, asking.now(), asking.incident().zone());
        if (timed.when().orElse(null) instanceof TimeReading.Unreadable(var why)) {
            return new Prompt.Wrong(words.refusal(why));
        }
        Optional<Instant> at = timed.when().map(time -> ((TimeReading.Read) time).instant());
        var named = Said.Named.of(timed.rest(), asking);
        Optional<PersonId> person = named.name().flatMap(asking::person);
        if (named.name().isPresent() && person.isEmpty()) {
            return new Prompt.Wrong(
                    words.get("owed.person.unknown", named.name().get()));
        }
        String who = person.orElse(asking.deeds().operator()).name();
        String when = at.map(asking.telling()::moment).orElseGet(() -> words.get("owed.now"));
        return asking.reading(
                new IncidentCommand.SetStamp(stamp, person, named.rest()),
                at,
                words.get("owed.stamp.go", name, when, who),
                before(stamp),
                words.get("owed.stamp.done", name));
    }

    /// A stamp that stands is not changed: the new one stands beside it.
    private List<String> before(StampName stamp) {
        return asking.incident()
                .standing(stamp)
                .map(known -> List.of(words.get("owed.stamp.again", told(known))))
                .orElse(List.of());
    }
}
