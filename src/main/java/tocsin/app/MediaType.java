package tocsin.app;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;

/// What kind of thing a file holds: its first bytes say it, else the end of its name.
final class MediaType {
    private static final String BYTES = "application/octet-stream";

    private static final Map<String, String> MAGIC = Map.of(
            "89504e470d0a1a0a", "image/png",
            "ffd8ff", "image/jpeg",
            "474946383761", "image/gif",
            "474946383961", "image/gif",
            "25504446", "application/pdf",
            "504b0304", "application/zip",
            "1f8b", "application/gzip");

    private static final Map<String, String> TEXTS = Map.of(
            "csv", "text/csv",
            "json", "application/json",
            "xml", "application/xml",
            "html", "text/html",
            "htm", "text/html",
            "svg", "image/svg+xml",
            "md", "text/markdown",
            "eml", "message/rfc822");

    private static final Map<String, String> ZIPPED = Map.of(
            "docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            "pptx", "application/vnd.openxmlformats-officedocument.presentationml.presentation");

    private MediaType() {}

    /// @param front the first bytes
    static String of(String name, byte[] front) {
        String end = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        for (Map.Entry<String, String> each : MAGIC.entrySet()) {
            if (startsWith(front, HexFormat.of().parseHex(each.getKey()))) {
                return each.getValue().equals("application/zip")
                        ? ZIPPED.getOrDefault(end, each.getValue())
                        : each.getValue();
            }
        }
        return isText(front) ? TEXTS.getOrDefault(end, "text/plain") : BYTES;
    }

    private static boolean startsWith(byte[] bytes, byte[] magic) {
        return bytes.length >= magic.length && Arrays.equals(bytes, 0, magic.length, magic, 0, magic.length);
    }

    /// A letter cut in two where the front ends is forgiven.
    private static boolean isText(byte[] front) {
        for (int cut = 0; cut <= Math.min(3, front.length); cut++) {
            try {
                String text = StandardCharsets.UTF_8
                        .newDecoder()
                        .decode(ByteBuffer.wrap(front, 0, front.length - cut))
                        .toString();
                return text.chars().noneMatch(letter -> letter < ' ' && "\t\n\r\f\u001b".indexOf(letter) < 0);
            } catch (CharacterCodingException noText) {
                // One byte less, then.
            }
        }
        return false;
    }
}
