package tocsin.store;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.PriorityQueue;
import java.util.Properties;
import org.h2.Driver;
import org.jspecify.annotations.Nullable;

/// A connection with its prepared statements, which live as long as it does. Confined to the thread of its [Lane].
final class Session {
    private final Connection connection;
    private final Map<String, PreparedStatement> kept = new HashMap<>();

    interface Reading<T> {
        T of(Cells cells);
    }

    private Session(Connection connection) {
        this.connection = connection;
    }

    static Session open(String url, Optional<StoreKey> key) throws SQLException {
        var who = new Properties();
        who.setProperty("user", "tocsin");
        who.setProperty("password", key.map(StoreKey::password).orElse(""));
        Connection connection = new Driver().connect(url, who);
        if (connection == null) {
            throw new SQLException("no driver for the store's address");
        }
        return new Session(connection);
    }

    void inTransactions() throws SQLException {
        connection.setAutoCommit(false);
    }

    /// A search that hits half the log must not gather half the log.
    void oneRowAtATime() throws SQLException {
        run("SET LAZY_QUERY_EXECUTION 1");
    }

    void commit() throws SQLException {
        connection.commit();
    }

    void rollback() throws SQLException {
        connection.rollback();
    }

    void close() throws SQLException {
        connection.close();
    }

    /// The file may be beyond closing: what fails here has failed before.
    boolean drop() {
        try (Statement statement = connection.createStatement()) {
            return statement.execute("SHUTDOWN IMMEDIATELY");
        } catch (SQLException gone) {
            return false;
        }
    }

    /// For scripts of one or more statements.
    void run(String script) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(script);
        }
    }

    int execute(String sql, @Nullable Object... values) throws SQLException {
        PreparedStatement statement = prepared(sql);
        bind(statement, values);
        return statement.executeUpdate();
    }

    /// Rows of one table, each checked against its seal.
    <T> List<T> rows(Table table, String rest, Reading<T> reading, @Nullable Object... values) throws SQLException {
        PreparedStatement statement = prepared(table.select() + rest);
        bind(statement, values);
        var all = new ArrayList<T>();
        try (ResultSet found = statement.executeQuery()) {
            while (found.next()) {
                all.add(reading.of(table.read(found)));
            }
        }
        return all;
    }

    <T> Optional<T> row(Table table, String rest, Reading<T> reading, @Nullable Object... values) throws SQLException {
        return rows(table, rest, reading, values).stream().findFirst();
    }

    OptionalLong number(String sql, @Nullable Object... values) throws SQLException {
        PreparedStatement statement = prepared(sql);
        bind(statement, values);
        try (ResultSet found = statement.executeQuery()) {
            if (!found.next()) {
                return OptionalLong.empty();
            }
            long number = found.getLong(1);
            return found.wasNull() ? OptionalLong.empty() : OptionalLong.of(number);
        }
    }

    /// The keys with the latest times among all rows `(time, key)` that a query finds, the latest first.
    List<Long> newest(String sql, int limit, @Nullable Object... values) throws SQLException {
        record Hit(long time, long key) {}
        Comparator<Hit> order = Comparator.comparingLong(Hit::time).thenComparingLong(Hit::key);
        var best = new PriorityQueue<Hit>(order);
        PreparedStatement statement = prepared(sql);
        bind(statement, values);
        try (ResultSet found = statement.executeQuery()) {
            while (found.next()) {
                best.add(new Hit(found.getLong(1), found.getLong(2)));
                if (best.size() > limit) {
                    best.poll();
                }
            }
        }
        return best.stream().sorted(order.reversed()).map(Hit::key).toList();
    }

    /// Writes many rows at once; see [Batch].
    Batch batch(String sql) throws SQLException {
        return new Batch(prepared(sql));
    }

    static void bind(PreparedStatement statement, @Nullable Object... values) throws SQLException {
        for (int i = 0; i < values.length; i++) {
            statement.setObject(i + 1, values[i]);
        }
    }

    private PreparedStatement prepared(String sql) throws SQLException {
        PreparedStatement statement = kept.get(sql);
        if (statement == null) {
            statement = connection.prepareStatement(sql);
            kept.put(sql, statement);
        }
        return statement;
    }
}
