package tocsin.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// A real PostgreSQL as a hub: the contract, what the database itself refuses, and connections that break.
class PostgresHubTest extends HubContract {
    private static final String DATABASE = "contract";
    private static RealPostgres server;

    @BeforeAll
    static void begin() throws Exception {
        server = RealPostgres.shared();
        server.hub(DATABASE);
    }

    @BeforeEach
    void empty() throws SQLException {
        server.execute(DATABASE, "TRUNCATE tocsin.event, tocsin.presence, tocsin.chunk, tocsin.desk");
    }

    @Override
    Hub another() throws HubTrouble {
        return server.join(DATABASE, "ana");
    }

    @Override
    void pass(Duration time) throws SQLException {
        server.execute(DATABASE, "UPDATE tocsin.presence SET at = at - INTERVAL '" + time.toSeconds() + " seconds'");
    }

    private Hub joinAs(String role) throws HubTrouble {
        return server.join(DATABASE, role);
    }

    // ---- teams

    @Test
    void anotherTeamSeesNothing() throws Exception {
        Author author = author("ana");
        Hub ana = join();
        ana.push(author.writes(3));
        ana.announce(new Presence(author.desk(), "Ana", java.util.Optional.empty(), java.util.Optional.empty()));
        ana.putChunk(author.all().getFirst().hash(), 0, new byte[] {1});
        try (Hub ben = joinAs("ben");
                Hub cleo = joinAs("cleo")) {
            assertThat(ben.pull(author.desk(), 0, 10)).hasSize(3);
            assertThat(ben.present()).hasSize(1);
            assertThat(cleo.survey().heads().isEmpty()).isTrue();
            assertThat(cleo.pull(author.desk(), 0, 10)).isEmpty();
            assertThat(cleo.hashOf(author.all().getFirst().id())).isEmpty();
            assertThat(cleo.present()).isEmpty();
            assertThat(cleo.chunks(author.all().getFirst().hash())).isEmpty();
            assertThat(cleo.chunk(author.all().getFirst().hash(), 0)).isEmpty();
        }
    }

    @Test
    void nobodyPushesForTheDeskOfAnother() throws Exception {
        Author author = author("ana");
        join().push(author.writes(1));
        List<Parcel> next = author.writes(1);
        for (String other : List.of("ben", "cleo")) {
            try (Hub hub = joinAs(other)) {
                assertTrouble(HubTrouble.Kind.REFUSED, "belongs to somebody else", () -> hub.push(next));
                assertTrouble(
                        HubTrouble.Kind.REFUSED,
                        "belongs to somebody else",
                        () -> hub.announce(new Presence(
                                author.desk(), "Ana", java.util.Optional.empty(), java.util.Optional.empty())));
            }
        }
        assertThat(join().survey().heads().seq(author.desk())).isEqualTo(1);
    }

    @Test
    void whoReadsInTwoTeamsWritesInOne() throws Exception {
        server.admit(DATABASE, "dora", "red");
        for (String line : HubSetup.shows("dora", "blue")) {
            server.execute(DATABASE, line);
        }
        Author ana = author("ana");
        Author cleo = author("cleo");
        Author dora = author("dora");
        join().push(ana.writes(1));
        try (Hub blue = joinAs("cleo");
                Hub both = joinAs("dora")) {
            blue.push(cleo.writes(1));
            both.push(dora.writes(1));
            assertThat(both.survey().heads().all()).hasSize(3);
            assertThat(blue.survey().heads().all()).hasSize(1);
            assertThat(join().survey().heads().all()).hasSize(2);
        }
    }

    @Test
    void whoIsSentAwayStaysAwayAndTheirFactsRemain() throws Exception {
        server.admit(DATABASE, "emil", "red");
        Author author = author("emil");
        Hub emil = server.join(DATABASE, "emil");
        emil.push(author.writes(2));
        for (String line : HubSetup.dismisses("emil")) {
            server.execute(DATABASE, line);
        }
        assertThatThrownBy(emil::survey).isInstanceOf(HubTrouble.class);
        assertTrouble(HubTrouble.Kind.REFUSED, "does not let emil in", emil::survey);
        assertThat(join().pull(author.desk(), 0, 10)).hasSize(2);
    }

    @Test
    void whoBelongsToNoTeamIsTold() throws Exception {
        server.admit(DATABASE, "fred", "red");
        server.execute(DATABASE, "DELETE FROM tocsin.member WHERE role = 'fred'");
        try (Hub fred = joinAs("fred")) {
            assertThat(fred.survey().heads().isEmpty()).isTrue();
            List<Parcel> batch = author("fred").writes(1);
            assertTrouble(HubTrouble.Kind.REFUSED, "belongs to no team", () -> fred.push(batch));
        }
    }

    // ---- around our own client

    private static final String ROW =
            "INSERT INTO tocsin.event (desk, seq, hash, prev_seq, prev_hash, body, team) VALUES ('%s', %d, %s, %s, %s, %s, 'red')";

    private static String hash(int number) {
        return "decode(repeat('%02x', 32), 'hex')".formatted(number);
    }

    private static void refuses(String state, Connection connection, String sql) {
        assertThatThrownBy(() -> {
                    try (var statement = connection.createStatement()) {
                        statement.execute(sql);
                    }
                })
                .as(sql)
                .isInstanceOfSatisfying(
                        SQLException.class,
                        failed -> assertThat(failed.getSQLState()).isEqualTo(state));
    }

    @Test
    void theDatabaseItselfRefusesWhatNoDeskMayDo() throws Exception {
        Author author = author("ana");
        join().push(author.writes(3));
        String desk = author.desk().value();
        String last = "decode('" + author.all().getLast().hash().hex() + "', 'hex')";
        String one = "'\\x01'::bytea";
        try (var ana = server.connect(DATABASE, "ana", "ana")) {
            refuses("23503", ana, ROW.formatted(desk, 6, hash(6), "5", hash(5), one));
            refuses("23503", ana, ROW.formatted(desk, 4, hash(4), "3", hash(3), one));
            refuses("23514", ana, ROW.formatted(desk, 5, hash(5), "3", last, one));
            refuses("23514", ana, ROW.formatted(desk, 4, hash(4), "NULL", "NULL", one));
            refuses("23514", ana, ROW.formatted(desk, 4, hash(4), "3", "NULL", one));
            refuses("23514", ana, ROW.formatted(desk, 4, hash(4), "3", last, "decode(repeat('00', 1179649), 'hex')"));
            refuses("23514", ana, ROW.formatted(desk, 4, "'\\x01'::bytea", "3", last, one));
            refuses("23505", ana, ROW.formatted(desk, 3, hash(3), "2", hash(2), one));
            refuses("42501", ana, "UPDATE tocsin.event SET body = " + one);
            refuses("42501", ana, "DELETE FROM tocsin.event");
            refuses("42501", ana, "TRUNCATE tocsin.event");
            refuses("42501", ana, "DROP TABLE tocsin.event");
            refuses("42501", ana, "UPDATE tocsin.desk SET owner = 'ben'");
            refuses("42501", ana, "DELETE FROM tocsin.desk");
            refuses("42501", ana, "INSERT INTO tocsin.member (role, team) VALUES ('ana', 'blue')");
            refuses("42501", ana, "UPDATE tocsin.meta SET value = '9'");
            refuses("42501", ana, "UPDATE tocsin.chunk SET number = 1");
            refuses("42501", ana, "INSERT INTO tocsin.desk (id, team) VALUES ('aaaaaaaaaaaaaaaa', 'blue')");
            refuses(
                    "42501",
                    ana,
                    "INSERT INTO tocsin.desk (id, team, owner) VALUES ('aaaaaaaaaaaaaaaa', 'red', 'ben')");
            refuses(
                    "42501",
                    ana,
                    "INSERT INTO tocsin.presence (desk, team, person, at) VALUES ('" + desk
                            + "', 'red', 'Ana', '2099-01-01')");
        }
        for (String other : List.of("ben", "cleo")) {
            try (var connection = server.connect(DATABASE, other, other)) {
                refuses("42501", connection, ROW.formatted(desk, 4, hash(4), "3", last, one));
            }
        }
        try (var cleo = server.connect(DATABASE, "cleo", "cleo")) {
            for (String table : List.of("event", "desk", "presence", "chunk")) {
                try (var rows = cleo.createStatement().executeQuery("SELECT count(*) FROM tocsin." + table)) {
                    rows.next();
                    assertThat(rows.getInt(1)).as(table).isZero();
                }
            }
            try (var statement = cleo.createStatement()) {
                statement.execute("SET ROLE tocsin_desk");
                var rows = statement.executeQuery("SELECT count(*) FROM tocsin.event");
                rows.next();
                assertThat(rows.getInt(1)).isZero();
            }
        }
        assertThat(join().survey().heads().seq(author.desk())).isEqualTo(3);
    }

    // ---- connections

    private static void assertTrouble(HubTrouble.Kind kind, String words, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOfSatisfying(HubTrouble.class, trouble -> {
            assertThat(trouble.words()).contains(words).doesNotContain("\n").doesNotContain("jdbc:");
            assertThat(trouble.kind()).as(trouble.words()).isEqualTo(kind);
        });
    }

    @Test
    void aConnectionThatIsCutIsMadeAgain() throws Exception {
        Author author = author("ana");
        Hub hub = join();
        hub.push(author.writes(5));
        String everybody = "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE usename = 'ana'";
        server.execute(DATABASE, everybody);
        List<Parcel> next = author.writes(5);
        assertTrouble(HubTrouble.Kind.AWAY, "cannot be reached now", () -> hub.push(next));
        assertThat(hub.push(next)).isEqualTo(TAKEN);
        server.execute(DATABASE, everybody);
        assertTrouble(HubTrouble.Kind.AWAY, "cannot be reached now", hub::survey);
        assertThat(hub.survey().heads().seq(author.desk())).isEqualTo(10);
        assertThat(hub.pull(author.desk(), 0, Hub.BATCH)).isEqualTo(author.all());
    }

    @Test
    void aWrongPasswordIsToldInOneLineWithoutIt() throws Exception {
        try (Hub hub = Hubs.open(server.address(DATABASE), "ana", "a wrong secret"::toCharArray)) {
            assertTrouble(HubTrouble.Kind.REFUSED, "does not let ana in", hub::survey);
            assertThatThrownBy(hub::survey)
                    .hasMessageNotContaining("wrong secret")
                    .hasNoCause();
        }
    }

    @Test
    void thePasswordIsWipedAfterUse() throws Exception {
        char[] secret = "ana".toCharArray();
        try (Hub hub = Hubs.open(server.address(DATABASE), "ana", () -> secret)) {
            hub.survey();
        }
        assertThat(secret).containsOnly('\0');
    }

    @Test
    void aServerWithoutProtectionIsRefusedUnlessTheAddressSaysOtherwise() throws Exception {
        String bare = server.address(DATABASE).replace("?sslmode=disable", "");
        for (String address : List.of(bare, bare + "?sslmode=require")) {
            try (Hub hub = Hubs.open(address, "ana", "ana"::toCharArray)) {
                assertTrouble(HubTrouble.Kind.REFUSED, "TLS", hub::survey);
            }
        }
    }

    @Test
    void aServerThatIsNotThereIsAway() throws Exception {
        try (Hub hub = Hubs.open("postgresql://127.0.0.1:1/x?sslmode=disable", "ana", "ana"::toCharArray)) {
            assertTrouble(HubTrouble.Kind.AWAY, "cannot be reached now", hub::survey);
        }
        try (Hub hub = Hubs.open("postgresql://nowhere.invalid/x", "ana", "ana"::toCharArray)) {
            assertTrouble(HubTrouble.Kind.AWAY, "its name is unknown", hub::survey);
        }
        try (Hub hub = Hubs.open(server.address("nosuchdatabase"), "ana", "ana"::toCharArray)) {
            assertTrouble(HubTrouble.Kind.FOREIGN, "no database of that name", hub::survey);
        }
    }

    // ---- the schema

    @Test
    void aDatabaseThatWasNotSetUpSaysWhatToDo() throws Exception {
        server.execute("postgres", "CREATE DATABASE bare");
        try (Hub hub = server.join("bare", "ana")) {
            assertTrouble(HubTrouble.Kind.FOREIGN, "hub setup", hub::survey);
            assertThat(server.setup("bare")).anyMatch(line -> line.contains("001-facts.sql"));
            assertThat(hub.survey().heads().isEmpty()).isTrue();
        }
        assertThat(server.setup("bare")).hasSize(1);
    }

    @Test
    void aHubOfANewerTocsinIsForeignAndIsNotSetBack() throws Exception {
        server.hub("newer");
        try (Hub before = server.join("newer", "ana")) {
            server.execute("newer", "UPDATE tocsin.meta SET value = '2' WHERE name = 'schema'");
            assertThat(before.survey().heads().isEmpty()).isTrue();
            assertTrouble(HubTrouble.Kind.FOREIGN, "newer Tocsin", () -> server.setup("newer"));
            server.execute("newer", "UPDATE tocsin.meta SET value = '2' WHERE name = 'compatible'");
        }
        try (Hub after = server.join("newer", "ana")) {
            assertTrouble(HubTrouble.Kind.FOREIGN, "newer Tocsin", after::survey);
        }
        server.execute("newer", "UPDATE tocsin.meta SET value = 'many'");
        try (Hub after = server.join("newer", "ana")) {
            assertTrouble(HubTrouble.Kind.FOREIGN, "no schema", after::survey);
        }
    }
}
