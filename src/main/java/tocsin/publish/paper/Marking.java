package tocsin.publish.paper;

import java.util.Locale;
import java.util.Optional;

/// How far a document may travel, by TLP 2.0: the strictest first. It is written in its colour on black, in the header
/// and
/// the footer of every page.
public enum Marking {
    RED(0xff2b2b),
    AMBER_STRICT(0xffc000),
    AMBER(0xffc000),
    GREEN(0x33ff00),
    CLEAR(0xffffff);

    private final int colour;

    Marking(int colour) {
        this.colour = colour;
    }

    public int colour() {
        return colour;
    }

    /// `TLP:AMBER+STRICT`, in capitals as the protocol wants it.
    public String words() {
        return "TLP:" + name().replace('_', '+');
    }

    /// Reads `amber+strict` and `TLP:AMBER+STRICT` alike.
    public static Optional<Marking> ofWord(String word) {
        String name = word.strip()
                .toUpperCase(Locale.ROOT)
                .replace("TLP:", "")
                .replace('+', '_')
                .replace('-', '_');
        for (Marking marking : values()) {
            if (marking.name().equals(name)) {
                return Optional.of(marking);
            }
        }
        return Optional.empty();
    }

    public boolean stricterThan(Marking other) {
        return ordinal() < other.ordinal();
    }
}
