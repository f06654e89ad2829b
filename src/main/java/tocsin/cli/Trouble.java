package tocsin.cli;

/// Ends a command with one line on standard error and an exit code. The line says what to do next.
final class Trouble extends RuntimeException {
    static final int REFUSED = 1;
    static final int USAGE = 2;
    static final int BROKEN = 3;
    private static final long serialVersionUID = 1;

    private final int exit;

    private Trouble(int exit, String line) {
        super(line);
        this.exit = exit;
    }

    static Trouble refused(String line) {
        return new Trouble(REFUSED, line);
    }

    static Trouble usage(String line) {
        return new Trouble(USAGE, line);
    }

    static Trouble broken(String line) {
        return new Trouble(BROKEN, line);
    }

    int exit() {
        return exit;
    }

    String line() {
        return String.valueOf(getMessage());
    }
}
