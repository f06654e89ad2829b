package tocsin.ui.sight;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import tocsin.app.Safe;
import tocsin.base.IncidentId;
import tocsin.sync.Presence;
import tocsin.sync.SyncState;
import tocsin.ui.kit.Words;

/// Who else is there now, and where they write. Immutable.
public record Company(List<Presence> others) {
    public static final Company NONE = new Company(List.of());

    /// What somebody writes in who writes in the log.
    public static final String TIMELINE = "timeline";

    private static final String SECTION = "section:";
    private static final int NAME_CHARS = 40;
    private static final int MOST_WRITERS = 2;

    public static Company of(SyncState state) {
        return new Company(state.present());
    }

    /// What somebody writes in who writes in a section of a postmortem.
    public static String section(String key) {
        return SECTION + key;
    }

    /// Those who look at this incident.
    public Company in(IncidentId id) {
        return new Company(others.stream()
                .filter(other -> other.incident().equals(Optional.of(id)))
                .toList());
    }

    /// Each once, in order.
    public List<String> names() {
        return others.stream().map(Company::name).distinct().sorted().toList();
    }

    private static String name(Presence other) {
        return Safe.line(Safe.cut(other.person(), NAME_CHARS));
    }

    /// The first of a name, where there is little room.
    public static String first(String name) {
        return name.split(" ", 2)[0];
    }

    /// `Ben and Carla are here · Ben: writing in the timeline`; empty when there is nobody.
    ///
    /// @param headings what the sections of the text are called, as far as that is known
    public String line(Words words, Function<String, Optional<String>> headings) {
        List<String> names = names();
        if (names.isEmpty()) {
            return "";
        }
        String here = here(names, words);
        List<String> writing = others.stream()
                .sorted(Comparator.comparing(Company::name))
                .flatMap(other -> other.typing().stream()
                        .map(place -> words.get("company.writer", first(name(other)), place(place, words, headings))))
                .distinct()
                .limit(MOST_WRITERS)
                .toList();
        if (names.size() > 1) {
            return String.join(
                    " · ", Stream.concat(Stream.of(here), writing.stream()).toList());
        }
        return others.stream()
                .map(Presence::typing)
                .flatMap(Optional::stream)
                .findFirst()
                .map(place -> here + ", " + place(place, words, headings))
                .orElse(here);
    }

    private static String here(List<String> names, Words words) {
        return switch (names.size()) {
            case 1 -> words.get("company.one", names.getFirst());
            case 2 -> words.get("company.two", names.getFirst(), names.getLast());
            default ->
                words.get("company.more", names.getFirst() + ", " + names.get(1), words.number(names.size() - 2));
        };
    }

    /// What comes from afar is a key, and shown only as what this desk calls it.
    private static String place(String place, Words words, Function<String, Optional<String>> headings) {
        if (place.equals(TIMELINE)) {
            return words.get("company.in.timeline");
        }
        return Optional.of(place)
                .filter(key -> key.startsWith(SECTION))
                .map(key -> key.substring(SECTION.length()))
                .flatMap(headings)
                .map(heading -> words.get("company.in.section", Safe.line(heading)))
                .orElse(words.get("company.in.text"));
    }
}
