package tocsin.ui.board;

import org.jspecify.annotations.Nullable;

/// Why something could not be written, as one line.
final class Failure {
    private Failure() {}

    static String reason(@Nullable Throwable failed) {
        Throwable cause = failed == null ? null : failed.getCause();
        Throwable shown = cause == null ? failed : cause;
        return shown == null ? "" : String.valueOf(shown.getMessage());
    }
}
