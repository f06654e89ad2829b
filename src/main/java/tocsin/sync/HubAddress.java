package tocsin.sync;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystemNotFoundException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;
import tocsin.sync.HubTrouble.Kind;

/// Where a hub is, as a person writes it. An address may come from somebody else, so it can ask for nothing but what is
/// listed here: a driver takes settings that load classes and write files.
sealed interface HubAddress {
    record Folder(Path root) implements HubAddress {}

    /// A database.
    ///
    /// @param hosts one or more, with their ports, separated by commas
    record Database(String hosts, String name, Map<String, String> settings) implements HubAddress {}

    Set<String> SETTINGS = Set.of(
            "sslmode", "sslrootcert", "sslcert", "sslkey", "channelBinding", "targetServerType", "prepareThreshold");

    /// Modes that silently go on without protection are not offered.
    Set<String> SSL_MODES = Set.of("disable", "require", "verify-ca", "verify-full");

    Pattern DATABASE = Pattern.compile(
            "postgres(?:ql)?://([A-Za-z0-9._:,\\[\\]-]+)/([A-Za-z0-9._%-]+)(?:\\?([^#]*))?", Pattern.CASE_INSENSITIVE);

    static HubAddress parse(String text) throws HubTrouble {
        String address = text.strip();
        if (address.regionMatches(true, 0, "postgres", 0, 8) && address.contains("://")) {
            return database(address);
        }
        if (address.startsWith("file:") || !address.matches("(?s)[A-Za-z][A-Za-z0-9+.-]+:.*|.*\\p{Cntrl}.*|")) {
            return folder(address);
        }
        throw unclear("a hub is `postgresql://host/database` or a folder");
    }

    private static HubAddress folder(String address) throws HubTrouble {
        try {
            Path root = address.startsWith("file:") ? Path.of(URI.create(address)) : Path.of(address);
            return new Folder(root.toAbsolutePath().normalize());
        } catch (IllegalArgumentException | FileSystemNotFoundException noPath) {
            throw unclear("a hub's folder is a path or `file:///path`");
        }
    }

    private static HubAddress database(String address) throws HubTrouble {
        if (address.contains("@") || address.matches("(?i).*[?&](user|password)=.*")) {
            throw unclear("the name and the password do not belong into the address of a hub");
        }
        var parts = DATABASE.matcher(address);
        if (!parts.matches()) {
            throw unclear("the address of a hub is `postgresql://host/database`");
        }
        var settings = new TreeMap<String, String>();
        String query = parts.group(3) == null ? "" : parts.group(3);
        for (String each : query.split("&", -1)) {
            String[] pair = each.split("=", 2);
            if (!each.isEmpty() && (pair.length < 2 || !SETTINGS.contains(pair[0]))) {
                throw unclear("in the address of a hub only these settings are known: "
                        + String.join(", ", SETTINGS.stream().sorted().toList()));
            }
            if (pair.length == 2) {
                settings.put(pair[0], URLDecoder.decode(pair[1], StandardCharsets.UTF_8));
            }
        }
        if (!SSL_MODES.contains(settings.getOrDefault("sslmode", "verify-full"))) {
            throw unclear("sslmode is one of disable, require, verify-ca, verify-full");
        }
        return new Database(parts.group(1), URLDecoder.decode(parts.group(2), StandardCharsets.UTF_8), settings);
    }

    private static HubTrouble unclear(String words) {
        return new HubTrouble(Kind.REFUSED, words);
    }
}
