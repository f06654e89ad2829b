package tocsin;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/// Which Tocsin this is.
final class Version {
    private Version() {}

    static String number() {
        try (InputStream in = Version.class.getResourceAsStream("version.properties")) {
            var properties = new Properties();
            if (in != null) {
                properties.load(in);
            }
            return properties.getProperty("version", "unknown");
        } catch (IOException damaged) {
            throw new UncheckedIOException(damaged);
        }
    }
}
