package tocsin.sync;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import tocsin.base.DeskId;
import tocsin.base.FactId;
import tocsin.journal.Hash;
import tocsin.journal.Head;
import tocsin.journal.Heads;
import tocsin.sync.HubTrouble.Kind;

/// Facts as rows of a database.
final class PostgresFacts {
    /// One statement for a batch: the rows come as arrays, so it is parsed and planned once and the rules of the table
    /// are looked up once. The conflict names the key because asking every index costs more.
    private static final String INSERT = """
            INSERT INTO tocsin.event (desk, seq, hash, prev_seq, prev_hash, body, sig, team)
            SELECT ?, f.seq, f.hash, nullif(f.seq - 1, 0), f.prev_hash, f.body, f.sig, ?
            FROM unnest(?::bigint[], ?::bytea[], ?::bytea[], ?::bytea[], ?::bytea[])
                AS f (seq, hash, prev_hash, body, sig)
            ON CONFLICT (desk, seq) DO NOTHING""";

    private static final String SURVEY = """
            SELECT now(), h.id, h.seq, h.hash
            FROM (SELECT 1) AS one LEFT JOIN (
                SELECT d.id, e.seq, e.hash FROM tocsin.desk d CROSS JOIN LATERAL (
                    SELECT v.seq, v.hash FROM tocsin.event v WHERE v.desk = d.id ORDER BY v.seq DESC LIMIT 1) e
            ) AS h ON true""";

    private static final String PULL = """
            SELECT seq, hash, prev_hash, body, sig FROM (
                SELECT seq, hash, prev_hash, body, sig, sum(octet_length(body)) OVER (ORDER BY seq) AS bytes
                FROM tocsin.event WHERE desk = ? AND seq > ? AND seq <= ?) AS e
            WHERE seq = ? OR bytes <= ? ORDER BY seq""";

    private PostgresFacts() {}

    static Hub.Survey survey(Connection connection) throws SQLException, HubTrouble {
        var heads = new ArrayList<Head>();
        Instant now = Instant.EPOCH;
        try (var statement = connection.prepareStatement(SURVEY);
                var rows = statement.executeQuery()) {
            while (rows.next()) {
                now = rows.getObject(1, OffsetDateTime.class).toInstant();
                if (rows.getString(2) != null) {
                    heads.add(new Head(desk(rows.getString(2)), rows.getLong(3), hash(rows.getBytes(4))));
                }
            }
        }
        return new Hub.Survey(Heads.of(heads), now);
    }

    static List<Parcel> pull(Connection connection, DeskId desk, long after, int most) throws SQLException, HubTrouble {
        var parcels = new ArrayList<Parcel>();
        try (var statement = connection.prepareStatement(PULL)) {
            statement.setString(1, desk.value());
            statement.setLong(2, after);
            statement.setLong(3, after + Math.min(most, Hub.BATCH));
            statement.setLong(4, after + 1);
            statement.setLong(5, Batch.BYTES);
            try (var rows = statement.executeQuery()) {
                while (rows.next()) {
                    parcels.add(parcel(desk, rows));
                }
            }
        }
        return parcels;
    }

    private static Parcel parcel(DeskId desk, ResultSet row) throws SQLException, HubTrouble {
        byte[] previous = row.getBytes(3);
        return new Parcel(
                id(desk, row.getLong(1)),
                hash(row.getBytes(2)),
                previous == null ? Hash.ZERO : hash(previous),
                row.getBytes(4),
                Optional.ofNullable(row.getBytes(5)));
    }

    /// A batch of large facts is sent in parts, in the same transaction.
    static void insert(Connection connection, Batch batch, String team) throws SQLException {
        try (var statement = connection.prepareStatement(INSERT)) {
            List<Parcel> parcels = batch.parcels();
            int from = 0;
            int bytes = 0;
            for (int at = 0; at < parcels.size(); at++) {
                int length = parcels.get(at).body().length;
                if (bytes > 0 && bytes + length > Batch.BYTES) {
                    insert(statement, parcels.subList(from, at), team);
                    from = at;
                    bytes = 0;
                }
                bytes += length;
            }
            insert(statement, parcels.subList(from, parcels.size()), team);
        }
    }

    private static void insert(PreparedStatement statement, List<Parcel> parcels, String team) throws SQLException {
        statement.setString(1, parcels.getFirst().id().desk().value());
        statement.setString(2, team);
        Long[] seqs = parcels.stream().map(each -> each.id().seq()).toArray(Long[]::new);
        statement.setArray(3, statement.getConnection().createArrayOf("bigint", seqs));
        bytes(statement, 4, parcels, each -> Optional.of(each.hash().bytes()));
        bytes(
                statement,
                5,
                parcels,
                each -> Optional.of(each.previous().bytes())
                        .filter(_ -> each.id().seq() > 1));
        bytes(statement, 6, parcels, each -> Optional.of(each.body()));
        bytes(statement, 7, parcels, Parcel::seal);
        statement.executeUpdate();
    }

    /// A part that is not there is null in the array.
    private static void bytes(
            PreparedStatement statement, int place, List<Parcel> parcels, Function<Parcel, Optional<byte[]>> part)
            throws SQLException {
        byte[][] all = new byte[parcels.size()][];
        for (int i = 0; i < all.length; i++) {
            int at = i;
            part.apply(parcels.get(i)).ifPresent(bytes -> all[at] = bytes);
        }
        statement.setArray(place, statement.getConnection().createArrayOf("bytea", all));
    }

    /// The database missed a predecessor of the batch: because facts are missing, or because it holds others.
    static Hub.Receipt why(Connection connection, Batch batch) throws SQLException, HubTrouble {
        connection.rollback();
        long held = 0;
        try (var statement =
                connection.prepareStatement("SELECT seq FROM tocsin.event WHERE desk = ? ORDER BY seq DESC LIMIT 1")) {
            statement.setString(1, batch.desk().value());
            try (var rows = statement.executeQuery()) {
                held = rows.next() ? rows.getLong(1) : 0;
            }
        }
        Hub.Receipt receipt = against(connection, batch, held);
        if (receipt instanceof Hub.Receipt.Taken) {
            throw new HubTrouble(Kind.AWAY, "somebody else wrote to the hub at the same moment");
        }
        return receipt;
    }

    private static Hub.Receipt against(Connection connection, Batch batch, long held) throws SQLException, HubTrouble {
        var hashes = new HashMap<Long, Hash>();
        for (long seq : new long[] {batch.first() - 1, Math.min(held, batch.last())}) {
            if (seq > 0) {
                hash(connection, batch.desk(), seq).ifPresent(found -> hashes.put(seq, found));
            }
        }
        return batch.<RuntimeException>against(held, seq -> Optional.ofNullable(hashes.get(seq)));
    }

    static Optional<Hash> hash(Connection connection, DeskId desk, long seq) throws SQLException, HubTrouble {
        try (var statement = connection.prepareStatement("SELECT hash FROM tocsin.event WHERE desk = ? AND seq = ?")) {
            statement.setString(1, desk.value());
            statement.setLong(2, seq);
            try (var rows = statement.executeQuery()) {
                return rows.next() ? Optional.of(hash(rows.getBytes(1))) : Optional.empty();
            }
        }
    }

    // ---- what a database says is no more trusted than what a desk says

    private static DeskId desk(String text) throws HubTrouble {
        if (!DeskId.isWellFormed(text)) {
            throw PostgresTrouble.foreign("the hub names a desk that cannot be one");
        }
        return new DeskId(text);
    }

    private static FactId id(DeskId desk, long seq) throws HubTrouble {
        if (seq < 1) {
            throw PostgresTrouble.foreign("the hub names a fact that cannot be one");
        }
        return new FactId(desk, seq);
    }

    private static Hash hash(byte[] bytes) throws HubTrouble {
        if (bytes.length != Hash.BYTES) {
            throw PostgresTrouble.foreign("the hub holds a hash that cannot be one");
        }
        return Hash.of(bytes);
    }
}
