package tocsin.ui;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class WordsOfTheScreensTest {
    private static final Path TEXTS = Path.of("resources/tocsin/ui");
    private static final Pattern IN_FXML = Pattern.compile("\"%([a-z][\\w.]+)\"");
    private static final Pattern IN_JAVA = Pattern.compile("\"((?:" + families() + ")\\.[\\w.]*)\"");
    private static final Pattern SLOT = Pattern.compile("%\\d\\$\\w*");

    @Test
    void bothLanguagesSayTheSameThings() throws IOException {
        assertThat(texts("ui_de.properties").stringPropertyNames())
                .isEqualTo(texts("ui.properties").stringPropertyNames());
    }

    @Test
    void bothLanguagesFillTheSameSlots() throws IOException {
        Properties english = texts("ui.properties");
        Properties german = texts("ui_de.properties");
        for (String key : english.stringPropertyNames()) {
            assertThat(slots(german.getProperty(key))).as(key).isEqualTo(slots(english.getProperty(key)));
        }
    }

    @Test
    void everyTextIsShownAndEveryKeyShownHasAText() throws IOException {
        Set<String> used = new TreeSet<>(found(TEXTS, ".fxml", IN_FXML));
        used.addAll(found(Path.of("src/main/java/tocsin/ui"), ".java", IN_JAVA));
        Set<String> known = texts("ui.properties").stringPropertyNames();
        // Put together: from the level, the facet, the kind of thing due, the question and its answer, the setting, its
        // unit, one or many, the command of a terminal.
        for (String family : List.of(
                "postmortem.status.",
                "postmortem.figure.name.",
                "postmortem.figure.about.",
                "postmortem.figure.first.",
                "postmortem.figure.below.",
                "postmortem.figure.beside.",
                "postmortem.figure.keys.",
                "postmortem.export.",
                "postmortem.field.",
                "postmortem.verb.",
                "postmortem.verb.says.",
                "postmortem.wording.",
                "paperpast.moment.",
                "postmortem.talk.verb.",
                "postmortem.talk.says.",
                "postmortem.agenda.",
                "postmortem.point.",
                "postmortem.point.says.",
                "postmortem.deck.",
                "lessons.by.",
                "severity.",
                "facet.",
                "due.",
                "answer.",
                "setting.",
                "setting.says.",
                "settings.unit.",
                "vault.why.",
                "instead.")) {
            assertThat(used.remove(family)).as(family).isTrue();
            known.stream().filter(key -> key.startsWith(family)).forEach(used::add);
        }
        // A prompt of the review is asked, confirmed and answered under one name.
        for (String asked : List.of("reviewed", "return", "impact", "cause", "harden", "ask", "approve", "close")) {
            assertThat(used).contains("postmortem." + asked);
            known.stream()
                    .filter(key -> key.startsWith("postmortem." + asked + "."))
                    .forEach(used::add);
        }
        for (String counted : List.of("card.task", "card.conflict")) {
            assertThat(used.remove(counted)).as(counted).isTrue();
            used.addAll(List.of(counted + ".one", counted + ".many"));
        }
        assertThat(known).isEqualTo(used);
    }

    /// The first word of every key, so that a new family is looked for without being told here.
    private static String families() {
        try {
            return texts("ui.properties").stringPropertyNames().stream()
                    .map(key -> key.substring(0, key.indexOf('.')))
                    .distinct()
                    .collect(Collectors.joining("|"));
        } catch (IOException unreadable) {
            throw new java.io.UncheckedIOException(unreadable);
        }
    }

    private static Set<String> slots(String text) {
        return SLOT.matcher(text).results().map(slot -> slot.group()).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Properties texts(String file) throws IOException {
        var texts = new Properties();
        try (var in = Files.newBufferedReader(TEXTS.resolve(file))) {
            texts.load(in);
        }
        return texts;
    }

    private static Set<String> found(Path folder, String ending, Pattern pattern) throws IOException {
        var found = new TreeSet<String>();
        try (var files = Files.walk(folder)) {
            for (Path file :
                    files.filter(path -> path.toString().endsWith(ending)).toList()) {
                pattern.matcher(Files.readString(file)).results().forEach(key -> found.add(key.group(1)));
            }
        }
        return found;
    }
}
