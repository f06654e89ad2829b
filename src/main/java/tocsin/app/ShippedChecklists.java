package tocsin.app;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Locale;
import tocsin.domain.checklist.Checklist;
import tocsin.domain.checklist.ChecklistText;
import tocsin.domain.checklist.Checklists;
import tocsin.domain.severity.IncidentType;

/// The checklists that come with the program. The ids and boxes are the same in every language; any thread.
public final class ShippedChecklists {
    private static final String FOLDER = "/tocsin/checklists/";

    private ShippedChecklists() {}

    private static final class English {
        static final Checklists LISTS = load("");
    }

    private static final class German {
        static final Checklists LISTS = load("_de");
    }

    public static Checklists english() {
        return English.LISTS;
    }

    /// The language of the locale where there is one, else English.
    public static Checklists in(Locale locale) {
        return locale.getLanguage().equals(Locale.GERMAN.getLanguage()) ? German.LISTS : English.LISTS;
    }

    /// The text of one list as it came, to begin an edit with.
    public static String text(IncidentType type, Locale locale) {
        return text(type, locale.getLanguage().equals(Locale.GERMAN.getLanguage()) ? "_de" : "");
    }

    private static Checklists load(String language) {
        return Checklists.of(Arrays.stream(IncidentType.values())
                .map(type -> read(type, language))
                .toList());
    }

    private static Checklist read(IncidentType type, String language) {
        return ChecklistText.read(type, text(type, language))
                .orElseThrow(() -> new IllegalStateException("the checklist for " + type + language + " is broken"));
    }

    private static String text(IncidentType type, String language) {
        String file = FOLDER + type.name().toLowerCase(Locale.ROOT) + language + ".txt";
        try (InputStream in = ShippedChecklists.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("the program is incomplete: " + file + " is missing");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException("cannot read " + file, broken);
        }
    }
}
