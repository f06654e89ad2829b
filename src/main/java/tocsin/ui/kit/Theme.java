package tocsin.ui.kit;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import javafx.scene.Scene;
import javafx.scene.text.Font;

/// How a scene is dressed: the colour roles of a base theme, with our own tokens over them.
public enum Theme {
    DARK(new PrimerDark().getUserAgentStylesheet()),
    LIGHT(new PrimerLight().getUserAgentStylesheet());

    /// The tokens and common parts, then each room's own.
    private static final List<String> SHEETS = List.of("tocsin.css", "shell/bars.css", "board/board.css");

    /// Faces whose figures are all equally wide, so that a running time does not jiggle; the first one
    /// installed is taken.
    private static final List<String> TEXT_FACES =
            List.of("Segoe UI", "Helvetica Neue", "Noto Sans", "DejaVu Sans", "Liberation Sans", "Arial");

    private static final List<String> MONO_FACES = List.of(
            "Cascadia Mono", "Consolas", "SF Mono", "Menlo", "Noto Sans Mono", "DejaVu Sans Mono", "Liberation Mono");

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
        var sheets = new ArrayList<>(SHEETS.stream().map(Theme::sheet).toList());
        sheets.add(faces());
        scene.getStylesheets().setAll(sheets);
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

    /// A sheet knows no second choice of face, so the choice is made here.
    private static String faces() {
        Set<String> installed = new HashSet<>(Font.getFamilies());
        String sheet = ".root{-fx-font-family:\"%s\";}.mono{-fx-font-family:\"%s\";}"
                .formatted(first(TEXT_FACES, installed, "System"), first(MONO_FACES, installed, "Monospaced"));
        return "data:text/css;charset=utf-8,"
                + URLEncoder.encode(sheet, StandardCharsets.UTF_8).replace("+", "%20");
    }

    private static String first(List<String> wanted, Set<String> installed, String otherwise) {
        return wanted.stream().filter(installed::contains).findFirst().orElse(otherwise);
    }
}
