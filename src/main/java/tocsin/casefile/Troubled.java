package tocsin.casefile;

/// Ends a check early: what follows cannot be read with any sense. Does not leave this room.
final class Troubled extends Exception {
    private static final long serialVersionUID = 1;

    final transient CaseFault fault;

    Troubled(CaseFault.Kind kind, String where, String words) {
        super(words, null, false, false);
        fault = new CaseFault(kind, where, words);
    }
}
