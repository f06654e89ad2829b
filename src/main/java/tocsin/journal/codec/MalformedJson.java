package tocsin.journal.codec;

import tools.jackson.core.JacksonException;

/// A text that is not the JSON it should be. The message is one short line that says what is wrong and where.
public final class MalformedJson extends Exception {
    private static final long serialVersionUID = 1;
    private static final int MESSAGE_CHARS = 200;

    private final String reason;

    MalformedJson(String words) {
        String shown = line(words);
        // Hostile bytes come in millions: nobody reads their stack traces.
        super(shown, null, false, false);
        reason = shown;
    }

    public String reason() {
        return reason;
    }

    static MalformedJson of(JacksonException trouble) {
        long at = trouble.getLocation() == null ? -1 : trouble.getLocation().getByteOffset();
        return new MalformedJson(trouble.getOriginalMessage() + (at < 0 ? "" : " (at byte " + at + ")"));
    }

    /// The words of a document are shown to people: no line breaks, no control characters, not too long.
    static String line(String words) {
        String shown = words.length() > MESSAGE_CHARS ? words.substring(0, MESSAGE_CHARS) + "..." : words;
        String plain = shown.replaceAll("[\\p{Cc}\\p{Cf}\\p{Co}\\p{Cn}\\p{Zl}\\p{Zp}]+", " ");
        return Unicode.wellFormed(plain).replaceAll("[^\\x{0}-\\x{FFFF}]", "?");
    }
}
