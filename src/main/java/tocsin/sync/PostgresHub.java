package tocsin.sync;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import tocsin.base.DeskId;
import tocsin.base.FactId;
import tocsin.base.IncidentId;
import tocsin.journal.Hash;
import tocsin.sync.HubTrouble.Kind;

/// A hub in a database that speaks PostgreSQL's protocol. The chain of every desk is a foreign key there, so the
/// database itself refuses gaps and wrong predecessors; a conflict is ignored and the last hash read back, which makes
/// a batch safe to send again when nobody knows what became of it.
public final class PostgresHub implements Hub {
    /// The schema that this program was written for.
    static final int SCHEMA = 1;

    private static final String PRESENT = """
            SELECT desk, person, incident, typing FROM tocsin.presence
            WHERE at > now() - INTERVAL '%d seconds' ORDER BY desk LIMIT 1000""".formatted(Presence.SECONDS);

    private final PostgresLink link;
    /// The teams of the desks that are known to belong to this person.
    private final Map<DeskId, String> teams = new HashMap<>();
    private String team = "";

    PostgresHub(PostgresLink link) {
        this.link = link;
    }

    @Override
    public Survey survey() throws HubTrouble {
        return attempt(PostgresFacts::survey);
    }

    @Override
    public List<Parcel> pull(DeskId desk, long after, int most) throws HubTrouble {
        return attempt(connection -> PostgresFacts.pull(connection, desk, after, most));
    }

    @Override
    public Receipt push(List<Parcel> parcels) throws HubTrouble {
        var batch = new Batch(parcels);
        return attempt(connection -> {
            String team = team(connection, batch.desk());
            connection.setAutoCommit(false);
            try {
                PostgresFacts.insert(connection, batch, team);
            } catch (SQLException refused) {
                if (!PostgresTrouble.NO_SUCH_PREDECESSOR.equals(refused.getSQLState())) {
                    throw refused;
                }
                return rolledBack(connection, PostgresFacts.why(connection, batch));
            }
            Hash last = batch.parcels().getLast().hash();
            if (!PostgresFacts.hash(connection, batch.desk(), batch.last()).equals(Optional.of(last))) {
                return rolledBack(connection, new Receipt.Forked());
            }
            commit(connection);
            connection.setAutoCommit(true);
            return new Receipt.Taken();
        });
    }

    private static Receipt rolledBack(Connection connection, Receipt receipt) throws SQLException {
        connection.rollback();
        connection.setAutoCommit(true);
        return receipt;
    }

    /// When this fails nobody knows whether it was done.
    private void commit(Connection connection) throws HubTrouble {
        try {
            connection.commit();
        } catch (SQLException unknown) {
            throw new HubTrouble(Kind.AWAY, "the hub " + link.place() + " went away while it took facts");
        }
    }

    /// A desk belongs to the person who came with it first.
    private String team(Connection connection, DeskId desk) throws SQLException, HubTrouble {
        String known = teams.get(desk);
        if (known != null) {
            return known;
        }
        if (team.isEmpty()) {
            throw PostgresTrouble.refused("at the hub " + link.place() + " " + link.user()
                    + " belongs to no team: an administrator can change that");
        }
        try (var statement = connection.prepareStatement(
                "INSERT INTO tocsin.desk (id, team) VALUES (?, ?) ON CONFLICT DO NOTHING")) {
            statement.setString(1, desk.value());
            statement.setString(2, team);
            statement.executeUpdate();
        }
        try (var statement =
                connection.prepareStatement("SELECT team FROM tocsin.desk WHERE id = ? AND owner = current_user")) {
            statement.setString(1, desk.value());
            try (var rows = statement.executeQuery()) {
                if (!rows.next()) {
                    throw PostgresTrouble.refused("at the hub " + link.place() + " the desk " + desk
                            + " belongs to somebody else: an administrator can change that");
                }
                teams.put(desk, rows.getString(1));
                return rows.getString(1);
            }
        }
    }

    @Override
    public Optional<Hash> hashOf(FactId fact) throws HubTrouble {
        return attempt(connection -> PostgresFacts.hash(connection, fact.desk(), fact.seq()));
    }

    @Override
    public void announce(Presence here) throws HubTrouble {
        Presence presence = PlainText.of(here);
        attempt(connection -> {
            String of = team(connection, presence.desk());
            try (var statement = connection.prepareStatement("""
                    INSERT INTO tocsin.presence (desk, team, person, incident, typing) VALUES (?, ?, ?, ?, ?)
                    ON CONFLICT (desk) DO UPDATE SET person = excluded.person, incident = excluded.incident,
                        typing = excluded.typing, at = now()""")) {
                statement.setString(1, presence.desk().value());
                statement.setString(2, of);
                statement.setString(3, presence.person());
                statement.setString(
                        4, presence.incident().map(IncidentId::value).orElse(null));
                statement.setString(5, presence.typing().orElse(null));
                return statement.executeUpdate();
            }
        });
    }

    @Override
    public void leave(DeskId desk) throws HubTrouble {
        attempt(connection -> {
            try (var statement = connection.prepareStatement("DELETE FROM tocsin.presence WHERE desk = ?")) {
                statement.setString(1, desk.value());
                return statement.executeUpdate();
            }
        });
    }

    @Override
    public List<Presence> present() throws HubTrouble {
        return attempt(connection -> {
            var present = new ArrayList<Presence>();
            try (var statement = connection.prepareStatement(PRESENT);
                    var rows = statement.executeQuery()) {
                while (rows.next()) {
                    PlainText.presence(
                                    rows.getString(1),
                                    rows.getString(2),
                                    Optional.ofNullable(rows.getString(3)),
                                    Optional.ofNullable(rows.getString(4)))
                            .ifPresent(present::add);
                }
            }
            return present;
        });
    }

    @Override
    public Set<Integer> chunks(Hash attachment) throws HubTrouble {
        return attempt(connection -> {
            var numbers = new TreeSet<Integer>();
            try (var statement = connection.prepareStatement("SELECT number FROM tocsin.chunk WHERE hash = ?")) {
                statement.setBytes(1, attachment.bytes());
                try (var rows = statement.executeQuery()) {
                    while (rows.next()) {
                        numbers.add(rows.getInt(1));
                    }
                }
            }
            return numbers;
        });
    }

    @Override
    public void putChunk(Hash attachment, int number, byte[] bytes) throws HubTrouble {
        Chunks.check(number, bytes);
        attempt(connection -> {
            try (var statement = connection.prepareStatement(
                    "INSERT INTO tocsin.chunk (team, hash, number, bytes) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING")) {
                statement.setString(1, team);
                statement.setBytes(2, attachment.bytes());
                statement.setInt(3, number);
                statement.setBytes(4, bytes);
                return statement.executeUpdate();
            }
        });
    }

    @Override
    public Optional<byte[]> chunk(Hash attachment, int number) throws HubTrouble {
        return attempt(connection -> {
            try (var statement = connection.prepareStatement(
                    "SELECT bytes FROM tocsin.chunk WHERE hash = ? AND number = ? ORDER BY team LIMIT 1")) {
                statement.setBytes(1, attachment.bytes());
                statement.setInt(2, number);
                try (var rows = statement.executeQuery()) {
                    return rows.next() ? Optional.of(rows.getBytes(1)) : Optional.empty();
                }
            }
        });
    }

    @Override
    public void close() {
        link.close();
    }

    private <T> T attempt(PostgresLink.Work<T> work) throws HubTrouble {
        return link.attempt(this::welcome, work);
    }

    /// Finds out what kind of hub this is and where this person writes.
    private boolean welcome(Connection connection) throws SQLException, HubTrouble {
        teams.clear();
        team = "";
        try (var statement = connection.createStatement()) {
            try (var rows = statement.executeQuery("SELECT name, value FROM tocsin.meta")) {
                while (rows.next()) {
                    HubSetup.check(rows.getString(1), rows.getString(2), link.place());
                }
            }
            try (var rows = statement.executeQuery(
                    "SELECT team FROM tocsin.member WHERE role = current_user ORDER BY writes DESC LIMIT 1")) {
                team = rows.next() ? rows.getString(1) : "";
            }
        }
        return true;
    }
}
