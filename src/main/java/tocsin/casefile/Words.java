package tocsin.casefile;

/// What a file says about itself, made fit to be shown.
final class Words {
    private static final int SHOWN_CHARS = 100;

    private Words() {}

    /// No line breaks, no control or direction characters, not too long.
    static String shown(String text) {
        String plain = text.replaceAll("[^\\x{0}-\\x{FFFF}]|[\\p{Cc}\\p{Cf}\\p{Cn}\\p{Co}\\p{Cs}\\p{Zl}\\p{Zp}]", "?");
        return plain.length() > SHOWN_CHARS ? plain.substring(0, SHOWN_CHARS) + "..." : plain;
    }
}
