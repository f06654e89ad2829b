package tocsin.casefile;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import tocsin.journal.Hash;

/// The names that may stand in a case file, and why another may not.
final class EntryName {
    static final String README = "README.txt";
    static final String FACTS = "facts.bin";
    static final String ATTACHMENTS = "attachments/";
    static final String MANIFEST = "manifest.json";
    static final String SEAL = "manifest.sig";

    private static final int MAX_CHARS = 200;
    private static final Pattern ATTACHMENT = Pattern.compile("attachments/[0-9a-f]{64}");
    private static final Pattern DRIVE = Pattern.compile("[A-Za-z]:.*");
    private static final Pattern DEVICE =
            Pattern.compile("(con|prn|aux|nul|conin\\$|conout\\$|clock\\$|com[0-9]|lpt[0-9])( *[.:].*)?");

    private EntryName() {}

    static String ofAttachment(Hash sha256) {
        return ATTACHMENTS + sha256.hex();
    }

    static boolean isAttachment(String name) {
        return ATTACHMENT.matcher(name).matches();
    }

    /// Why this name is refused, from the most telling reason to the least; empty when it belongs in a case file.
    static Optional<String> objection(String name) {
        if (name.isEmpty()) {
            return Optional.of("an entry has no name");
        }
        if (name.length() > MAX_CHARS) {
            return Optional.of("the name has " + name.length() + " characters, the limit is " + MAX_CHARS);
        }
        if (name.indexOf('\0') >= 0) {
            return Optional.of("the name holds a NUL");
        }
        if (name.indexOf('\\') >= 0) {
            return Optional.of("the name holds a backslash, which is a folder on some systems");
        }
        if (name.startsWith("/")) {
            return Optional.of("the name is an absolute path");
        }
        if (DRIVE.matcher(name).matches()) {
            return Optional.of("the name begins with a drive letter");
        }
        for (String part : name.split("/", -1)) {
            if (part.equals("..") || part.equals(".")) {
                return Optional.of("the name leads out of its folder");
            }
            if (DEVICE.matcher(part.strip().toLowerCase(Locale.ROOT)).matches()) {
                return Optional.of("the name is that of a device on Windows");
            }
        }
        return isKnown(name) ? Optional.empty() : Optional.of("no such entry belongs in a case file");
    }

    /// The place of an entry in the file; attachments are sorted among themselves.
    static int rank(String name) {
        return switch (name) {
            case README -> 0;
            case FACTS -> 1;
            case MANIFEST -> 3;
            case SEAL -> 4;
            default -> 2;
        };
    }

    private static boolean isKnown(String name) {
        return rank(name) != 2 || isAttachment(name);
    }
}
