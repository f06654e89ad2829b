package tocsin.casefile;

import java.nio.file.Path;

/// A case file that is not accepted, or cannot be written. The message is one line that names the file, the place in it
/// and the reason.
public final class CaseRefused extends Exception {
    private static final long serialVersionUID = 1;

    private final transient CaseFault fault;
    private final String line;

    CaseRefused(Path file, CaseFault fault) {
        // Hostile files come in thousands: nobody reads their stack traces.
        String shown = Words.shown(String.valueOf(file.getFileName())) + ": " + fault.line();
        super(shown, null, false, false);
        this.fault = fault;
        this.line = shown;
    }

    /// The message, which is always there.
    public String line() {
        return line;
    }

    public CaseFault fault() {
        return fault;
    }
}
