package tocsin.ui.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import org.junit.jupiter.api.Test;
import tocsin.ui.kit.KeyCaps.Make;

class KeyCapsTest {
    private static final List<Locale> LANGUAGES = List.of(Locale.ENGLISH, Locale.GERMAN);

    @Test
    void aKeyIsNamedAsItsCapSays() {
        String line = "[Ctrl+Shift+G] goes, Ctrl K searches";
        assertThat(KeyCaps.in(line, Locale.ENGLISH, Make.PC)).isEqualTo(line);
        assertThat(KeyCaps.in(line, Locale.GERMAN, Make.PC)).isEqualTo("[Strg+Umschalt+G] goes, Strg K searches");
        assertThat(KeyCaps.in(line, Locale.ENGLISH, Make.MAC)).isEqualTo("[Cmd+Shift+G] goes, Cmd K searches");
    }

    @Test
    void noTextHasACapOfItsOwn() throws IOException {
        for (String file : List.of("ui.properties", "ui_de.properties")) {
            assertThat(Files.readString(Path.of("resources/tocsin/ui", file)))
                    .doesNotContain("Strg", "Umschalt", "Cmd+");
        }
        Words german = Words.in(Locale.GERMAN);
        assertThat(german.get("board.declare.key")).isEqualTo("Strg+N");
        assertThat(german.key("Ctrl U")).isEqualTo("Strg U");
    }

    @Test
    void aWindowTellsNobodyToTypeIntoATerminal() throws IOException {
        var written = new Properties();
        try (var in = Files.newBufferedReader(Path.of("resources/tocsin/texts/texts.properties"))) {
            written.load(in);
        }
        for (Locale language : LANGUAGES) {
            Words words = Words.in(language);
            for (String key : written.stringPropertyNames()) {
                assertThat(words.texts().get(key)).as(key).doesNotContain("tocsin ");
            }
            assertThat(words.texts().gateFix("contained")).isEqualTo("F7");
        }
    }
}
