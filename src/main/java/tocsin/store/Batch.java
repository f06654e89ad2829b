package tocsin.store;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/// Rows on their way into one table, sent by the hundred.
final class Batch {
    private static final int SIZE = 500;

    private final PreparedStatement statement;
    private int waiting;

    Batch(PreparedStatement statement) {
        this.statement = statement;
    }

    void add(@Nullable Object[] row) throws SQLException {
        Session.bind(statement, row);
        statement.addBatch();
        if (++waiting == SIZE) {
            send();
        }
    }

    void send() throws SQLException {
        if (waiting > 0) {
            waiting = 0;
            statement.executeBatch();
        }
    }
}
