package tocsin.ui.kit;

import java.util.Optional;
import tocsin.app.Session;

/// How one desk likes its windows: light or dark, how large, how much moves. Kept across sessions; a choice of this
/// desk, so not a
/// fact.
public final class Look {
    private static final String THEME = "look.theme";
    private static final String MOTION = "look.motion";
    private static final String SCALE = "look.scale";

    private final Session session;

    public Look(Session session) {
        this.session = session;
    }

    public Theme theme() {
        return session.get(THEME).filter("light"::equals).map(_ -> Theme.LIGHT).orElse(Theme.DARK);
    }

    void theme(Theme theme) {
        session.put(THEME, theme.word());
    }

    public int percent() {
        return session.get(SCALE).flatMap(Look::number).orElse(100);
    }

    void percent(int percent) {
        session.put(SCALE, Integer.toString(percent));
    }

    /// Whether things stand still that would move. As this computer has it, until a person chose otherwise.
    boolean still(boolean asTheComputerHasIt) {
        return session.get(MOTION).map("less"::equals).orElse(asTheComputerHasIt);
    }

    /// The other way from now on.
    void turnMotion(boolean asTheComputerHasIt) {
        session.put(MOTION, still(asTheComputerHasIt) ? "full" : "less");
    }

    static Optional<Integer> number(String text) {
        return text.matches("-?\\d{1,6}") ? Optional.of(Integer.valueOf(text)) : Optional.empty();
    }
}
