package tocsin.store;

import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Properties;
import org.h2.Driver;

/// Ways to spoil a store behind its back.
final class BrokenFiles {
    private BrokenFiles() {}

    static void sql(Path folder, String statement) {
        var who = new Properties();
        who.setProperty("user", "tocsin");
        who.setProperty("password", "");
        String url = "jdbc:h2:file:" + folder.resolve("tocsin") + ";TRACE_LEVEL_FILE=0";
        try (var connection = new Driver().connect(url, who);
                var sql = connection.createStatement()) {
            sql.execute(statement);
        } catch (SQLException failed) {
            throw new IllegalStateException(failed);
        }
    }
}
