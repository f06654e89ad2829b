package tocsin.ui.kit;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javafx.scene.Scene;

/// How a scene is dressed: the colour roles of a base theme, with our own tokens over them.
public enum Theme {
    DARK(new PrimerDark().getUserAgentStylesheet()),
    LIGHT(new PrimerLight().getUserAgentStylesheet());

    private static final List<String> SHEETS = List.of(
            "tocsin.css",
            "kit/kit.css",
            "shell/shell.css",
            "shell/bars.css",
            "board/board.css",
            "room/room.css",
            "timeline/timeline.css",
            "crew/crew.css",
            "due/due.css",
            "scrub/scrub.css",
            "settings/settings.css",
            "people/people.css",
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
        Fonts.load();
        scene.getStylesheets().setAll(SHEETS.stream().map(Theme::sheet).toList());
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
