package tocsin.sync;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Optional;
import java.util.Properties;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.jspecify.annotations.Nullable;
import org.postgresql.Driver;
import org.postgresql.PGProperty;
import tocsin.sync.HubTrouble.Kind;

/// A connection to a database that is made when it is needed and made again after it broke. Without these settings the
/// driver would wait for ever on a line that is dead and go on in the open where protection fails.
final class PostgresLink {
    private static final String PROTOCOL_VIOLATION = "08P01";
    private static final int CONNECT_SECONDS = 10;
    private static final int LOGIN_SECONDS = 15;
    private static final int SOCKET_SECONDS = 30;
    private static final int STATEMENT_MILLIS = 25_000;
    private static final int IDLE_MILLIS = 30_000;

    /// What the driver would tell the log may hold addresses and values; what matters is told as a [HubTrouble].
    private static final Logger OF_THE_DRIVER = Logger.getLogger("org.postgresql");

    static {
        OF_THE_DRIVER.setLevel(Level.OFF);
    }

    /// Work on the connection. It commits what it began.
    interface Work<T> {
        T run(Connection connection) throws SQLException, HubTrouble;
    }

    private final HubAddress.Database database;
    private final String user;
    private final Supplier<char[]> password;
    private @Nullable Connection connection;
    private boolean closed;

    PostgresLink(HubAddress.Database database, String user, Supplier<char[]> password) {
        this.database = database;
        this.user = user;
        this.password = password;
    }

    String user() {
        return user;
    }

    String place() {
        return database.hosts() + "/" + database.name();
    }

    /// Runs the work, connecting before when that is needed; `welcome` runs first on every new connection.
    <T> T attempt(Work<?> welcome, Work<T> work) throws HubTrouble {
        if (closed) {
            throw new HubTrouble(Kind.AWAY, "this hub was closed");
        }
        try {
            Connection open = connection;
            if (open == null) {
                open = connect();
                connection = open;
                welcome.run(open);
            }
            return work.run(open);
        } catch (SQLException failed) {
            drop();
            throw PostgresTrouble.of(failed, this);
        } catch (HubTrouble trouble) {
            drop();
            throw trouble;
        }
    }

    void close() {
        closed = true;
        drop();
    }

    private void drop() {
        Connection open = connection;
        connection = null;
        if (open != null) {
            try {
                open.close();
            } catch (SQLException alreadyBroken) {
                // nothing is lost with it
            }
        }
    }

    private Connection connect() throws SQLException {
        try {
            return connect(true);
        } catch (SQLException refused) {
            if (PROTOCOL_VIOLATION.equals(refused.getSQLState())) {
                return connect(false); // a pooler that takes no options
            }
            throw refused;
        }
    }

    private Connection connect(boolean withOptions) throws SQLException {
        Properties settings = settings(withOptions);
        Connection made =
                new Driver().connect("jdbc:postgresql://" + database.hosts() + "/" + database.name(), settings);
        settings.remove(PGProperty.PASSWORD.getName());
        if (made == null) {
            throw new SQLException("no address of a database", "08001");
        }
        if (!withOptions) {
            try (var statement = made.createStatement()) {
                statement.execute("SET statement_timeout = " + STATEMENT_MILLIS);
            }
        }
        return made;
    }

    private Properties settings(boolean withOptions) {
        var settings = new Properties();
        PGProperty.SSL_MODE.set(settings, "verify-full");
        PGProperty.CONNECT_TIMEOUT.set(settings, CONNECT_SECONDS);
        PGProperty.LOGIN_TIMEOUT.set(settings, LOGIN_SECONDS);
        PGProperty.SOCKET_TIMEOUT.set(settings, SOCKET_SECONDS);
        PGProperty.TCP_KEEP_ALIVE.set(settings, true);
        PGProperty.REWRITE_BATCHED_INSERTS.set(settings, true);
        PGProperty.APPLICATION_NAME.set(settings, "Tocsin");
        PGProperty.GSS_ENC_MODE.set(settings, "disable");
        PGProperty.LOG_SERVER_ERROR_DETAIL.set(settings, false);
        if (withOptions) {
            PGProperty.OPTIONS.set(
                    settings,
                    "-c statement_timeout=" + STATEMENT_MILLIS + " -c idle_in_transaction_session_timeout="
                            + IDLE_MILLIS);
        }
        database.settings().forEach(settings::setProperty);
        boolean proven = settings.getProperty(PGProperty.SSL_MODE.getName()).startsWith("verify");
        if (proven && !database.settings().containsKey(PGProperty.SSL_ROOT_CERT.getName()) && !hasRootsOfItsOwn()) {
            PGProperty.SSL_FACTORY.set(settings, "org.postgresql.ssl.DefaultJavaSSLFactory");
        }
        PGProperty.USER.set(settings, user);
        char[] secret = password.get();
        if (secret.length > 0) {
            PGProperty.PASSWORD.set(settings, new String(secret));
        }
        Arrays.fill(secret, '\0');
        return settings;
    }

    /// Where libpq and the driver look for the certificates that a person trusts; without it Java's own are trusted.
    private static boolean hasRootsOfItsOwn() {
        return Optional.ofNullable(System.getProperty("user.home"))
                .map(home -> Files.exists(Path.of(home, ".postgresql", "root.crt")))
                .orElse(false);
    }
}
