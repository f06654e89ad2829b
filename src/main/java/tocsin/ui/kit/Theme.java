package tocsin.ui.kit;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Stream;
import javafx.scene.Scene;

/// How a scene is dressed: the colour roles of a base theme, with our own tokens over them.
public enum Theme {
    DARK(new PrimerDark().getUserAgentStylesheet()),
    LIGHT(new PrimerLight().getUserAgentStylesheet());

    /// What the first frame is dressed with.
    private static final List<String> FIRST =
            List.of("tocsin.css", "kit/kit.css", "shell/shell.css", "shell/bars.css", "board/board.css");

    private static final List<String> ROOMS = List.of(
            "room/room.css",
            "timeline/timeline.css",
            "crew/crew.css",
            "due/due.css",
            "scrub/scrub.css",
            "settings/settings.css",
            "people/people.css",
            "lessons/lessons.css",
            "postmortem/postmortem.css");

    private final String base;

    Theme(String base) {
        this.base = base;
    }

    /// What it is called in a file name.
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Dresses the scene for good; a dressed one is dressed anew.
    public void dress(Scene scene) {
        scene.setUserAgentStylesheet(userAgentSheet());
        dress(scene, Stream.concat(FIRST.stream(), ROOMS.stream()));
    }

    /// Dresses the scene for the board alone, over the base theme that the toolkit already has: the first frame
    /// does not wait for sheets of rooms that nobody has opened.
    void dressFirst(Scene scene) {
        dress(scene, FIRST.stream());
    }

    private void dress(Scene scene, Stream<String> sheets) {
        Fonts.load();
        scene.getStylesheets().setAll(sheets.map(Theme::sheet).toList());
        var classes = scene.getRoot().getStyleClass();
        for (Theme theme : values()) {
            classes.remove(theme.word());
        }
        classes.add(word());
    }

    String userAgentSheet() {
        return base;
    }

    private static String sheet(String file) {
        return Objects.requireNonNull(Theme.class.getResource("/tocsin/ui/" + file), file + " is missing")
                .toExternalForm();
    }
}
