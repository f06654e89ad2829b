package tocsin.sync;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Assumptions;
import org.postgresql.Driver;
import org.tukaani.xz.XZInputStream;

/// A PostgreSQL of our own, unpacked from a jar into a temporary folder. It does not run as root, so there it runs as
/// nobody; it dies with this process, whatever way that ends.
public final class RealPostgres implements AutoCloseable {
    private static final String ADMINISTRATOR = "postgres";
    private static final String SECRET = "only for tests";
    private static final String NOBODY = "65534";
    private static final boolean ROOT = "root".equals(System.getProperty("user.name"));

    private static final class Shared {
        private static RealPostgres server;
        private static String why = "";

        static synchronized RealPostgres get() {
            if (server == null && why.isEmpty()) {
                try {
                    server = start();
                    Runtime.getRuntime().addShutdownHook(new Thread(server::close, "stop postgres"));
                } catch (IOException | RuntimeException cannot) {
                    why = "no PostgreSQL can be started here: " + cannot;
                }
            }
            Assumptions.assumeTrue(server != null, why);
            return server;
        }
    }

    private final Path folder;
    private final int port;

    /// A process dies with the thread that started it, so one thread starts them all and stays.
    private final ExecutorService keeper = Executors.newSingleThreadExecutor(
            Thread.ofPlatform().daemon().name("keeper of postgres").factory());

    private Process process;

    private RealPostgres(Path folder, int port) {
        this.folder = folder;
        this.port = port;
    }

    /// The one that all tests share; a test that cannot have it is skipped and says why.
    static RealPostgres shared() {
        return Shared.get();
    }

    /// One of its own, for a test that kills it.
    static RealPostgres another() {
        try {
            return start();
        } catch (IOException cannot) {
            return Assumptions.abort("no PostgreSQL can be started here: " + cannot);
        }
    }

    public static RealPostgres start() throws IOException {
        try (var archive = RealPostgres.class.getResourceAsStream("/postgres-linux-x86_64.txz")) {
            if (archive == null || !System.getProperty("os.name").equals("Linux")) {
                throw new IOException("there is none for " + System.getProperty("os.name") + " in the test's jars");
            }
            Path folder = Files.createTempDirectory("tocsin-postgres");
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwxr-xr-x"));
            unpack(archive, folder);
            int port;
            try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
                port = free.getLocalPort();
            }
            var server = new RealPostgres(folder, port);
            server.initialise();
            server.run();
            return server;
        }
    }

    private static void unpack(InputStream archive, Path folder) throws IOException {
        Process tar = new ProcessBuilder("tar", "-x", "-C", folder.toString())
                .inheritIO()
                .redirectInput(ProcessBuilder.Redirect.PIPE)
                .start();
        try (var in = new XZInputStream(archive);
                var out = tar.getOutputStream()) {
            in.transferTo(out);
        }
        expect(tar, "tar");
    }

    private void initialise() throws IOException {
        Path data = Files.createDirectory(folder.resolve("data"));
        Path secret = Files.writeString(folder.resolve("secret"), SECRET);
        if (ROOT) {
            expect(new ProcessBuilder("chown", NOBODY, data.toString(), secret.toString()).start(), "chown");
        }
        expect(
                process(
                                "initdb",
                                "-D",
                                data.toString(),
                                "-U",
                                ADMINISTRATOR,
                                "-A",
                                "scram-sha-256",
                                "--pwfile",
                                secret.toString(),
                                "-E",
                                "UTF8",
                                "--locale=C",
                                "--no-sync",
                                "--no-instructions")
                        .start(),
                "initdb");
    }

    private static void expect(Process process, String name) throws IOException {
        try {
            if (!process.waitFor(60, TimeUnit.SECONDS) || process.exitValue() != 0) {
                process.destroyForcibly();
                throw new IOException(name + " failed");
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException(stopped);
        }
    }

    private ProcessBuilder process(String program, String... arguments) {
        var command = new ArrayList<String>();
        command.addAll(List.of("setpriv", "--pdeathsig", "KILL"));
        if (ROOT) {
            command.addAll(List.of("--reuid", NOBODY, "--regid", NOBODY, "--clear-groups"));
        }
        command.add(folder.resolve("bin").resolve(program).toString());
        command.addAll(List.of(arguments));
        return new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        folder.resolve(program + ".log").toFile()));
    }

    /// Starts the server on what it left behind.
    void run() throws IOException {
        var server = process(
                "postgres",
                "-D",
                folder.resolve("data").toString(),
                "-p",
                String.valueOf(port),
                "-c",
                "listen_addresses=127.0.0.1",
                "-c",
                "unix_socket_directories=",
                "-c",
                "max_connections=60",
                "-c",
                "shared_buffers=64MB",
                "-c",
                "max_wal_size=1GB");
        try {
            process = keeper.submit(server::start).get();
        } catch (InterruptedException | ExecutionException failed) {
            throw new IOException(failed);
        }
        try {
            Awaitility.await()
                    .pollInterval(Duration.ofMillis(50))
                    .pollInSameThread()
                    .atMost(Duration.ofSeconds(60))
                    .until(() -> !process.isAlive() || answers());
        } catch (RuntimeException slow) {
            throw new IOException("the server does not answer", slow);
        }
        if (!process.isAlive()) {
            throw new IOException("the server ended: "
                    + Files.readString(folder.resolve("postgres.log")).lines().toList());
        }
    }

    private boolean answers() {
        try (var connection = administrator("postgres")) {
            return connection.isValid(5);
        } catch (SQLException notYet) {
            return false;
        }
    }

    /// SIGKILL for the server and all that serve in it.
    void kill() {
        List<ProcessHandle> all = process.descendants().toList();
        process.destroyForcibly();
        all.forEach(ProcessHandle::destroyForcibly);
        Awaitility.await().until(() -> !process.isAlive() && all.stream().noneMatch(ProcessHandle::isAlive));
    }

    /// Starts it after [#kill]; the last ones of the old server may take a moment to go.
    void restart() {
        Awaitility.await()
                .pollInSameThread()
                .atMost(60, TimeUnit.SECONDS)
                .ignoreExceptionsInstanceOf(IOException.class)
                .until(() -> {
                    run();
                    return true;
                });
    }

    public Connection administrator(String database) throws SQLException {
        return connect(database, ADMINISTRATOR, SECRET);
    }

    public Connection connect(String database, String role, String secret) throws SQLException {
        var settings = new Properties();
        settings.setProperty("user", role);
        settings.setProperty("password", secret);
        settings.setProperty("reWriteBatchedInserts", "true");
        return new Driver().connect("jdbc:postgresql://127.0.0.1:" + port + "/" + database, settings);
    }

    /// An address for [Hubs]: without protection, as it is only on this machine.
    public String address(String database) {
        return "postgresql://127.0.0.1:" + port + "/" + database + "?sslmode=disable";
    }

    /// A new hub with ana and ben in the team red and cleo in the team blue; all have their name as password.
    public void hub(String database) throws SQLException, HubTrouble {
        execute("postgres", "CREATE DATABASE " + database);
        HubSetup.run(address(database), ADMINISTRATOR, () -> SECRET.toCharArray());
        admit(database, "ana", "red");
        admit(database, "ben", "red");
        admit(database, "cleo", "blue");
    }

    void admit(String database, String role, String team) throws SQLException {
        boolean known;
        try (var connection = administrator(database);
                var rows = connection
                        .createStatement()
                        .executeQuery("SELECT 1 FROM pg_roles WHERE rolname = '" + role + "'")) {
            known = rows.next();
        }
        for (String line : HubSetup.admits(role, team)) {
            if (line.startsWith("\\password")) {
                execute(database, "ALTER ROLE \"" + role + "\" PASSWORD '" + role + "'");
            } else if (!known || !line.startsWith("CREATE ROLE")) {
                execute(database, line);
            }
        }
    }

    List<String> setup(String database) throws HubTrouble {
        return HubSetup.run(address(database), ADMINISTRATOR, SECRET::toCharArray);
    }

    public Hub join(String database, String role) throws HubTrouble {
        return Hubs.open(address(database), role, role::toCharArray);
    }

    public void execute(String database, String sql) throws SQLException {
        try (var connection = administrator(database);
                var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /// A file that the server alone may read.
    Path place(String name, String content) throws IOException {
        Path file = Files.writeString(folder.resolve(name), content);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
        if (ROOT) {
            expect(new ProcessBuilder("chown", NOBODY, file.toString()).start(), "chown");
        }
        return file;
    }

    @Override
    public void close() {
        try {
            kill();
            keeper.shutdown();
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                    Files.delete(file);
                    return FileVisitResult.CONTINUE;
                }

                @Override
                public FileVisitResult postVisitDirectory(Path each, IOException failed) throws IOException {
                    Files.delete(each);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException leftBehind) {
            System.err.println("left behind: " + folder + " " + leftBehind);
        }
    }
}
