package tocsin.app.demo;

import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import tocsin.domain.severity.Environment;
import tocsin.domain.severity.IncidentType;
import tocsin.domain.severity.Severity;

/// What one incident of the month was about: a title, and lines of words by what they are for.
record Scene(String title, Map<String, List<String>> lines) {
    private static final Pattern PARTS = Pattern.compile("\\|\\|");
    private static final Pattern BLANKS = Pattern.compile("\\s+");

    /// Reads scenes that begin with `= title` and go on with `key: words`.
    static List<Scene> read(List<String> text) {
        var scenes = new ArrayList<Scene>();
        for (String line : text) {
            if (line.startsWith("= ")) {
                scenes.add(new Scene(line.substring(2).strip(), new LinkedHashMap<>()));
            } else if (!line.isBlank()) {
                int colon = line.indexOf(':');
                scenes.getLast()
                        .lines()
                        .computeIfAbsent(line.substring(0, colon).strip(), _ -> new ArrayList<>())
                        .add(line.substring(colon + 1).strip());
            }
        }
        return scenes;
    }

    boolean has(String key) {
        return lines.containsKey(key);
    }

    List<String> all(String key) {
        return lines.getOrDefault(key, List.of());
    }

    String one(String key) {
        List<String> found = all(key);
        if (found.isEmpty()) {
            throw new IllegalStateException("the scene \"" + title + "\" has no line " + key);
        }
        return found.getFirst();
    }

    /// The line's parts, which stand between double bars.
    List<String> parts(String key) {
        return parted(one(key));
    }

    List<List<String>> allParts(String key) {
        return all(key).stream().map(Scene::parted).toList();
    }

    static List<String> parted(String line) {
        return PARTS.splitAsStream(line).map(String::strip).toList();
    }

    Severity severity() {
        return Severity.ofLevel(Integer.parseInt(kind().get(1))).orElseThrow();
    }

    IncidentType type() {
        return IncidentType.valueOf(kind().getFirst().toUpperCase(Locale.ROOT));
    }

    Environment environment() {
        return Environment.valueOf(kind().get(2).toUpperCase(Locale.ROOT));
    }

    String service() {
        return kind().get(3);
    }

    /// How long before now it began.
    Duration age() {
        return Duration.ofMinutes(Math.round(Double.parseDouble(kind().get(4)) * 24 * 60));
    }

    /// The state it is in today, in lower case.
    String ending() {
        return kind().get(5);
    }

    boolean with(String turn) {
        return kind().subList(6, kind().size()).contains(turn);
    }

    private List<String> kind() {
        return BLANKS.splitAsStream(one("is")).toList();
    }
}
