package tocsin.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// A sealed table: what is written carries a checksum of its values, what is read must still fit it. A page of H2 has
/// no
/// checksum, and a flipped bit would otherwise be shown as if somebody had written it. Values are texts and whole
/// numbers only, because their hash codes are the same on every machine.
record Table(String name, List<String> columns) {
    static final Table META = of("meta", "name", "number");
    static final Table APPLIED = of("applied", "desk", "seq", "hash");
    static final Table INCIDENT = of(
            "incident",
            "no",
            "incident_key",
            "number",
            "series",
            "day_count",
            "title",
            "severity",
            "phase",
            "live",
            "type",
            "environment",
            "commander",
            "declared_at",
            "impact_started_at",
            "in_phase_since",
            "last_recorded_at",
            "open_tasks",
            "open_conflicts",
            "entries",
            "terms",
            "tasks",
            "stamps",
            "facts",
            "last_entry",
            "review_owner",
            "review_due",
            "merged_into",
            "zone",
            "next_clock",
            "next_due");
    static final Table ENTRY = of(
            "entry",
            "id",
            "fact",
            "kind",
            "act",
            "text",
            "person",
            "recorded_at",
            "occurred_at",
            "pinned",
            "jumped_back",
            "corrections",
            "struck_by",
            "struck_at",
            "struck_reason");
    static final Table TERM =
            of("term", "id", "incident_key", "role", "person", "person_key", "assumed_at", "renounced_at", "team");
    static final Table TASK = of(
            "task",
            "id",
            "incident_key",
            "fact",
            "text",
            "owner",
            "person",
            "assigned_at",
            "due",
            "read_back_at",
            "status",
            "settled_at",
            "outcome");
    static final Table STAMP =
            of("stamp", "id", "incident_key", "name", "happened_at", "person", "recorded_at", "fact", "note", "round");

    /// Those whose rows belong to an incident and are counted in its row.
    static final List<Table> OF_AN_INCIDENT = List.of(ENTRY, TERM, TASK, STAMP);

    private static Table of(String name, String... columns) {
        return new Table(name, List.of(columns));
    }

    String select() {
        return "SELECT " + String.join(", ", columns) + ", seal FROM " + name + " ";
    }

    String insert() {
        return "INSERT INTO " + name + " (" + String.join(", ", columns) + ", seal) VALUES (" + marks() + ")";
    }

    /// Writes the row whatever stood under its key, which is the first column.
    String put() {
        return "MERGE INTO " + name + " (" + String.join(", ", columns) + ", seal) KEY (" + columns.getFirst()
                + ") VALUES (" + marks() + ")";
    }

    @Nullable
    Object[] sealed(@Nullable Object... values) {
        @Nullable Object[] row = Arrays.copyOf(values, columns.size() + 1);
        row[columns.size()] = Arrays.hashCode(values);
        return row;
    }

    Cells read(ResultSet found) throws SQLException {
        @Nullable Object[] values = new @Nullable Object[columns.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = found.getObject(i + 1);
        }
        if (Arrays.hashCode(values) != found.getInt(columns.size() + 1)) {
            throw StoreException.broken(
                    "A row of the store's table '%s' is damaged; the store can be rebuilt from the journal."
                            .formatted(name));
        }
        return new Cells(values);
    }

    private String marks() {
        return "?, ".repeat(columns.size()) + "?";
    }
}
