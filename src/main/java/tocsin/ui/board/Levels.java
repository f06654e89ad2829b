package tocsin.ui.board;

import tocsin.domain.severity.Severity;

/// What the sheets and the texts call a level.
final class Levels {
    private Levels() {}

    static String key(Severity severity) {
        return "severity." + severity.level();
    }

    /// Gives shape and colour.
    static String style(Severity severity) {
        return "sev-" + severity.level();
    }
}
