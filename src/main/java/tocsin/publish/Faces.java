package tocsin.publish;

import java.io.IOException;
import java.io.InputStream;
import java.util.HashMap;
import java.util.Map;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.pdmodel.font.PDFont;
import org.apache.pdfbox.pdmodel.font.PDType0Font;

/// The product's own faces inside one document, and what they cannot write. Lives for one document.
final class Faces {
    /// Stands where a letter has no form in the face.
    private static final String MISSING = "?";

    private static final String BOX = "\u25a1";

    private final PDDocument document;
    private final PDFont text;
    private final PDFont strong;
    private final Map<String, PDFont> others = new HashMap<>();
    private final Map<PDFont, Map<Integer, String>> known = new HashMap<>();
    private int replaced;

    Faces(PDDocument document) throws IOException {
        this.document = document;
        text = load(document, "IBMPlexSans-Regular.ttf");
        strong = load(document, "IBMPlexSans-SemiBold.ttf");
    }

    private static PDFont load(PDDocument document, String file) throws IOException {
        try (InputStream in = Faces.class.getResourceAsStream("/tocsin/ui/fonts/" + file)) {
            if (in == null) {
                throw new IOException("the program is incomplete: the face " + file + " is missing");
            }
            return PDType0Font.load(document, in, true);
        }
    }

    PDFont text() {
        return text;
    }

    PDFont strong() {
        return strong;
    }

    PDFont italic() throws IOException {
        return other("IBMPlexSans-Italic.ttf");
    }

    PDFont mono() throws IOException {
        return other("IBMPlexMono-Regular.ttf");
    }

    /// Faces that few pages need are read when the first word wants them.
    private PDFont other(String file) throws IOException {
        PDFont face = others.get(file);
        if (face == null) {
            face = load(document, file);
            others.put(file, face);
        }
        return face;
    }

    /// Whether a letter had to be replaced so far.
    boolean replacedSome() {
        return replaced > 0;
    }

    /// The words with a visible sign for every letter that the face does not have.
    String written(PDFont face, String words) {
        var written = new StringBuilder(words.length());
        words.codePoints().forEach(point -> written.append(letter(face, point)));
        return written.toString();
    }

    /// The same, but these letters are left alone.
    String written(PDFont face, String words, String kept) {
        var written = new StringBuilder(words.length());
        words.codePoints()
                .forEach(point ->
                        written.append(kept.indexOf(point) >= 0 ? Character.toString(point) : letter(face, point)));
        return written.toString();
    }

    private String letter(PDFont face, int point) {
        String letter = Character.toString(point);
        String shown = known.computeIfAbsent(face, _ -> new HashMap<>())
                .computeIfAbsent(point, _ -> has(face, letter) ? letter : has(face, BOX) ? BOX : MISSING);
        if (!shown.equals(letter)) {
            replaced++;
        }
        return shown;
    }

    private static boolean has(PDFont face, String letter) {
        try {
            face.encode(letter);
            return true;
        } catch (IOException | IllegalArgumentException none) {
            return false;
        }
    }

    static float width(PDFont face, float size, String words) throws IOException {
        return face.getStringWidth(words) / 1000 * size;
    }
}
