package tocsin.base;

/// Sizes that no input may pass, whatever door it comes through.
public final class Limits {
    /// Longest text of one entry or field, in characters.
    public static final int TEXT_CHARS = 65_536;

    public static final int TITLE_CHARS = 300;

    /// Largest payload of one fact, in bytes.
    public static final int PAYLOAD_BYTES = 1 << 20;

    /// Deepest nesting of a JSON document.
    public static final int JSON_DEPTH = 64;

    public static final int JSON_STRING_CHARS = 256 * 1024;

    public static final int JSON_NAME_CHARS = 256;

    private Limits() {}
}
