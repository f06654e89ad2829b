package tocsin.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Key;
import java.security.KeyStore;
import java.util.Base64;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// A server that proves who it is, to those who know its certificate, and only under the name that stands in it.
class PostgresTlsTest {
    private static final String SECRET = "keystore";
    private static RealPostgres server;
    private static Path certificate;

    @BeforeAll
    static void protect(@TempDir Path folder) throws Exception {
        server = RealPostgres.shared();
        server.hub("protected");
        Path store = folder.resolve("store");
        Process keytool = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "keytool")
                                .toString(),
                        "-genkeypair",
                        "-keyalg",
                        "RSA",
                        "-alias",
                        "hub",
                        "-dname",
                        "CN=hub",
                        "-ext",
                        "san=ip:127.0.0.1",
                        "-keystore",
                        store.toString(),
                        "-storepass",
                        SECRET)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("keytool.log").toFile())
                .start();
        assertThat(keytool.waitFor(60, TimeUnit.SECONDS)).isTrue();
        KeyStore keys = KeyStore.getInstance(store.toFile(), SECRET.toCharArray());
        Key key = keys.getKey("hub", SECRET.toCharArray());
        String shown = pem("CERTIFICATE", keys.getCertificate("hub").getEncoded());
        certificate = Files.writeString(Files.createTempFile("hub", ".pem"), shown);
        set("ssl_cert_file", server.place("hub.crt", shown).toString());
        set(
                "ssl_key_file",
                server.place("hub.key", pem("PRIVATE KEY", key.getEncoded())).toString());
        set("ssl", "on");
        Awaitility.await().until(() -> isOpenTo("?sslmode=require"));
    }

    @AfterAll
    static void bare() throws Exception {
        set("ssl", "off");
        Files.delete(certificate);
        Awaitility.await().until(() -> !isOpenTo("?sslmode=require"));
    }

    private static String pem(String what, byte[] bytes) {
        String text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(bytes);
        return "-----BEGIN " + what + "-----\n" + text + "\n-----END " + what + "-----\n";
    }

    private static void set(String name, String value) throws Exception {
        server.execute("postgres", "ALTER SYSTEM SET " + name + " = '" + value + "'");
        server.execute("postgres", "SELECT pg_reload_conf()");
    }

    private static Hub join(String host, String settings) throws HubTrouble {
        String bare = server.address("protected").replace("?sslmode=disable", "");
        return Hubs.open(bare.replace("127.0.0.1", host) + settings, "ana", "ana"::toCharArray);
    }

    private static boolean isOpenTo(String settings) {
        try (Hub hub = join("127.0.0.1", settings)) {
            return hub.survey().heads().isEmpty();
        } catch (HubTrouble trouble) {
            return false;
        }
    }

    private static void assertRefused(String host, String settings) throws HubTrouble {
        try (Hub hub = join(host, settings)) {
            assertThatThrownBy(hub::survey).isInstanceOfSatisfying(HubTrouble.class, trouble -> {
                assertThat(trouble.kind()).as(trouble.words()).isEqualTo(HubTrouble.Kind.REFUSED);
                assertThat(trouble.words()).contains("could not prove who it is");
            });
        }
    }

    @Test
    void whoKnowsTheCertificateIsLetInWithoutAskingForMore() {
        assertThat(isOpenTo("?sslrootcert=" + certificate)).isTrue();
        assertThat(isOpenTo("?sslmode=verify-ca&sslrootcert=" + certificate)).isTrue();
    }

    @Test
    void aCertificateThatNobodyKnowsIsRefused() throws HubTrouble {
        assertRefused("127.0.0.1", "");
        assertRefused("127.0.0.1", "?sslmode=verify-ca");
    }

    @Test
    void aCertificateOfAnotherNameIsRefused() throws HubTrouble {
        assertRefused("localhost", "?sslrootcert=" + certificate);
    }
}
