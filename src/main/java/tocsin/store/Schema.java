package tocsin.store;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.List;
import java.util.OptionalLong;

/// The tables, made by numbered scripts. A store of another number is never converted, it is made anew: rebuilding is
/// cheaper than being wrong. So a new script is also the way to say that the same facts now fold to other rows, for
/// example
/// because the shipped rules reckon another next hour.
final class Schema {
    private static final List<String> TABLES = List.of("V001__tables.sql", "V003__lists.sql");
    private static final List<String> INDEXES = List.of("V002__indexes.sql");
    static final long NUMBER = (long) TABLES.size() + INDEXES.size();

    private static final String NUMBER_NAME = "schema";
    private static final String POSITION_NAME = "position";
    private static final String WHOLE_NAME = "whole";

    private Schema() {}

    /// An empty store that is not whole yet.
    static void tables(Session session) throws SQLException {
        session.run("DROP ALL OBJECTS");
        for (String script : TABLES) {
            session.run(text(script));
        }
        put(session, NUMBER_NAME, NUMBER);
        put(session, WHOLE_NAME, 0);
        session.commit();
    }

    static void indexes(Session session) throws SQLException {
        for (String script : INDEXES) {
            session.run(text(script));
        }
    }

    static void whole(Session session) throws SQLException {
        put(session, WHOLE_NAME, 1);
    }

    static boolean isWhole(Session session) throws SQLException {
        return get(session, WHOLE_NAME).equals(OptionalLong.of(1));
    }

    /// Read without its seal: another version may seal differently.
    static OptionalLong number(Session session) throws SQLException {
        return session.number("SELECT number FROM meta WHERE name = ?", NUMBER_NAME);
    }

    static void position(Session session, long position) throws SQLException {
        put(session, POSITION_NAME, position);
    }

    static OptionalLong position(Session session) throws SQLException {
        return get(session, POSITION_NAME);
    }

    private static void put(Session session, String name, long number) throws SQLException {
        session.execute(Table.META.put(), Table.META.sealed(name, number));
    }

    private static OptionalLong get(Session session, String name) throws SQLException {
        return session.rows(Table.META, "WHERE name = ?", cells -> cells.skip(1).number(), name).stream()
                .mapToLong(Long::longValue)
                .findFirst();
    }

    private static String text(String script) {
        try (InputStream in = Schema.class.getResourceAsStream(script)) {
            if (in == null) {
                throw new IllegalStateException("the program lacks its script " + script);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
