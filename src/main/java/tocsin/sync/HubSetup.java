package tocsin.sync;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import tocsin.sync.HubTrouble.Kind;

/// Makes a place into a hub, and tells an administrator what remains to be done. A desk never does this.
public final class HubSetup {
    /// What desks may do is granted to this role, and this role to people.
    public static final String ROLE = "tocsin_desk";

    private static final List<String> MIGRATIONS = List.of("001-facts.sql");
    private static final String COMPATIBLE = "-- compatible ";

    private HubSetup() {}

    /// Brings the hub at that address to this program's schema and tells what was done, a line each. Doing it again
    /// changes nothing.
    public static List<String> run(String address, String administrator, Supplier<char[]> password) throws HubTrouble {
        return switch (HubAddress.parse(address)) {
            case HubAddress.Folder(var root) -> folder(root);
            case HubAddress.Database database -> {
                var link = new PostgresLink(database, administrator, password);
                try {
                    yield link.attempt(_ -> true, connection -> database(connection, link.place()));
                } finally {
                    link.close();
                }
            }
        };
    }

    private static List<String> folder(Path root) throws HubTrouble {
        if (!Files.isDirectory(root)) {
            throw new HubTrouble(Kind.AWAY, "there is no folder " + root + ": make it first, or plug the drive in");
        }
        try {
            FolderPlace.begin(root);
            new FolderPlace(root).hub();
            return List.of(
                    "The folder " + root + " is a hub.",
                    "Everybody who may write in it may join: `tocsin hub join " + root + "`.");
        } catch (AccessDeniedException denied) {
            throw new HubTrouble(Kind.REFUSED, "the folder " + root + " may not be written", denied);
        } catch (IOException failed) {
            throw new HubTrouble(Kind.AWAY, "the folder " + root + " cannot be made a hub now", failed);
        }
    }

    private static List<String> database(Connection connection, String place) throws SQLException, HubTrouble {
        int schema = schema(connection, place);
        var lines = new ArrayList<String>();
        if (isNone(connection, "SELECT 1 FROM pg_catalog.pg_roles WHERE rolname = '" + ROLE + "'")) {
            execute(connection, "CREATE ROLE " + ROLE + " NOLOGIN");
            lines.add("Made the role " + ROLE + ".");
        }
        for (int next = schema + 1; next <= MIGRATIONS.size(); next++) {
            migrate(connection, next);
            lines.add("Applied " + MIGRATIONS.get(next - 1) + ".");
        }
        lines.add("The database " + place + " is a hub of schema " + MIGRATIONS.size() + ".");
        return lines;
    }

    private static void migrate(Connection connection, int number) throws SQLException {
        String sql = migration(number);
        connection.setAutoCommit(false);
        try {
            execute(connection, sql);
            String compatible = sql.lines()
                    .findFirst()
                    .orElse("")
                    .substring(COMPATIBLE.length())
                    .strip();
            execute(connection, "DELETE FROM tocsin.meta WHERE name IN ('schema', 'compatible')");
            execute(
                    connection,
                    "INSERT INTO tocsin.meta (name, value) VALUES ('schema', '" + number + "'), ('compatible', '"
                            + Integer.parseInt(compatible) + "')");
            connection.commit();
        } finally {
            connection.setAutoCommit(true);
        }
    }

    private static String migration(int number) {
        try (var in = HubSetup.class.getResourceAsStream("migrations/" + MIGRATIONS.get(number - 1))) {
            if (in == null) {
                throw new IllegalStateException("the migration " + number + " is not shipped");
            }
            return new String(in.readAllBytes(), UTF_8);
        } catch (IOException broken) {
            throw new java.io.UncheckedIOException(broken);
        }
    }

    /// 0 where nothing has been set up.
    private static int schema(Connection connection, String place) throws SQLException, HubTrouble {
        if (isNone(
                connection,
                "SELECT 1 FROM information_schema.tables WHERE table_schema = 'tocsin' AND table_name = 'meta'")) {
            return 0;
        }
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery("SELECT value FROM tocsin.meta WHERE name = 'schema'")) {
            int schema = rows.next() ? number(rows.getString(1), place) : 0;
            if (schema > MIGRATIONS.size()) {
                throw newer(place);
            }
            return schema;
        }
    }

    private static boolean isNone(Connection connection, String query) throws SQLException {
        try (var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            return !rows.next();
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /// Refuses a hub that this program does not understand.
    static void check(String name, String value, String place) throws HubTrouble {
        if (name.equals("compatible") && number(value, place) > PostgresHub.SCHEMA) {
            throw newer(place);
        }
        if (name.equals("schema") && number(value, place) < PostgresHub.SCHEMA) {
            throw new HubTrouble(
                    Kind.FOREIGN,
                    "the hub " + place + " is older than this Tocsin: an administrator runs `tocsin hub setup` again");
        }
    }

    private static int number(String text, String place) throws HubTrouble {
        if (!text.matches("\\d{1,6}")) {
            throw new HubTrouble(Kind.FOREIGN, "the hub " + place + " has no schema that this Tocsin understands");
        }
        return Integer.parseInt(text);
    }

    private static HubTrouble newer(String place) {
        return new HubTrouble(
                Kind.FOREIGN, "the hub " + place + " is of a newer Tocsin: a newer Tocsin is needed here");
    }

    // ---- what an administrator runs

    /// Lets a person in: their own role, a password that is typed and not written down, and a team.
    public static List<String> admits(String role, String team) {
        return List.of(
                "CREATE ROLE " + identifier(role) + " LOGIN;",
                "\\password " + identifier(role),
                "GRANT " + ROLE + " TO " + identifier(role) + ";",
                "INSERT INTO tocsin.team (id) VALUES (" + literal(team) + ") ON CONFLICT DO NOTHING;",
                "INSERT INTO tocsin.member (role, team, writes) VALUES (" + literal(role) + ", " + literal(team)
                        + ", true);");
    }

    /// Lets a member of one team read in another.
    public static List<String> shows(String role, String team) {
        return List.of("INSERT INTO tocsin.member (role, team, writes) VALUES (" + literal(role) + ", " + literal(team)
                + ", false);");
    }

    /// Sends a person away; what they wrote stays.
    public static List<String> dismisses(String role) {
        return List.of(
                "ALTER ROLE " + identifier(role) + " NOLOGIN;",
                "DELETE FROM tocsin.member WHERE role = " + literal(role) + ";",
                "REVOKE " + ROLE + " FROM " + identifier(role) + ";",
                "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = " + literal(role) + ";");
    }

    /// Gives a desk to the new role of its person.
    public static List<String> moves(tocsin.base.DeskId desk, String role) {
        return List.of(
                "UPDATE tocsin.desk SET owner = " + literal(role) + " WHERE id = " + literal(desk.value()) + ";");
    }

    private static String identifier(String name) {
        return '"' + name.replace("\"", "\"\"") + '"';
    }

    private static String literal(String text) {
        return "'" + text.replace("'", "''") + "'";
    }
}
