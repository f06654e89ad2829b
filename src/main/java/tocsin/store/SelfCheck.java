package tocsin.store;

import java.sql.SQLException;
import java.util.Optional;
import java.util.OptionalLong;

/// What is looked at before an existing store is trusted: the schema, that no rebuild was cut short, every incident's
/// and
/// desk's row, and that the other tables have as many rows as the incidents say. Costs the same however long the
/// timelines are; their rows are checked when they are read.
final class SelfCheck {
    private SelfCheck() {}

    /// Why the store cannot be used, if so.
    static Optional<Finding> of(Session session) throws SQLException {
        OptionalLong number = session.number(
                "SELECT COUNT(*) FROM information_schema.tables WHERE table_schema = 'PUBLIC' AND table_name = 'META'");
        if (!number.equals(OptionalLong.of(1))) {
            return Optional.of(new Finding.Damaged("the file is not a store of this program"));
        }
        OptionalLong schema = Schema.number(session);
        if (!schema.equals(OptionalLong.of(Schema.NUMBER))) {
            return Optional.of(new Finding.Outdated("it was written by another version (schema %s, this one uses %d)"
                    .formatted(schema.isPresent() ? String.valueOf(schema.getAsLong()) : "unknown", Schema.NUMBER)));
        }
        if (!Schema.isWhole(session)) {
            return Optional.of(new Finding.Outdated("a rebuild of it was cut short"));
        }
        session.rows(Table.INCIDENT, "", Rows::incident);
        session.rows(Table.APPLIED, "", Rows::applied);
        Schema.position(session);
        return counts(session);
    }

    sealed interface Finding {
        String reason();

        /// Worth keeping for a look.
        record Damaged(String reason) implements Finding {}

        /// Worth nothing.
        record Outdated(String reason) implements Finding {}
    }

    private static Optional<Finding> counts(Session session) throws SQLException {
        for (Table table : Table.OF_AN_INCIDENT) {
            String column = table.equals(Table.ENTRY) ? "entries" : table.name() + "s";
            OptionalLong counted = session.number("SELECT COUNT(*) FROM " + table.name());
            OptionalLong stated = session.number("SELECT COALESCE(SUM(" + column + "), 0) FROM incident");
            if (!counted.equals(stated)) {
                return Optional.of(new Finding.Damaged("its table '%s' has %d rows instead of %d"
                        .formatted(table.name(), counted.orElse(0), stated.orElse(0))));
            }
        }
        return Optional.empty();
    }
}
