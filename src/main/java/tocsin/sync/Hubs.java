package tocsin.sync;

import java.util.function.Supplier;

/// Opens hubs by their address.
public final class Hubs {
    private Hubs() {}

    /// The hub at `postgresql://host/database` or in a folder. Nothing is read yet. The password is asked for whenever
    /// a connection is made, and what was answered is wiped; a folder needs neither it nor the name.
    public static Hub open(String address, String user, Supplier<char[]> password) throws HubTrouble {
        return switch (HubAddress.parse(address)) {
            case HubAddress.Folder(var root) -> new FolderHub(root);
            case HubAddress.Database database -> new PostgresHub(new PostgresLink(database, user, password));
        };
    }
}
