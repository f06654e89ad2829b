package tocsin.sync;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What a person may write where a hub is asked for, and what an address of somebody else cannot bring along.
class HubAddressTest {
    @TempDir
    private Path folder;

    @Test
    void aDatabaseIsNamedByItsUrl() throws HubTrouble {
        assertThat(HubAddress.parse(" postgresql://hub.example.org/tocsin "))
                .isEqualTo(new HubAddress.Database("hub.example.org", "tocsin", Map.of()));
        assertThat(HubAddress.parse("postgres://a:5433,b:5433/t?sslmode=verify-ca&sslrootcert=%2Fetc%2Fca.pem"))
                .isEqualTo(new HubAddress.Database(
                        "a:5433,b:5433", "t", Map.of("sslmode", "verify-ca", "sslrootcert", "/etc/ca.pem")));
    }

    @Test
    void aFolderIsAPathOrAFileUrl() throws HubTrouble {
        assertThat(HubAddress.parse(folder.toString())).isEqualTo(new HubAddress.Folder(folder));
        assertThat(HubAddress.parse(folder.toUri().toString())).isEqualTo(new HubAddress.Folder(folder));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "postgresql://ana:secret@host/db",
                "postgresql://host/db?user=ana",
                "postgresql://host/db?password=secret",
                "postgresql://host/db?socketFactory=com.example.Evil",
                "postgresql://host/db?sslmode=disable&socketFactoryArg=x",
                "postgresql://host/db?loggerFile=/tmp/x&loggerLevel=TRACE",
                "postgresql://host/db?sslmode=prefer",
                "postgresql://host/db?sslmode=allow",
                "postgresql://host/db?sslmode",
                "postgresql://host",
                "postgresql:///db",
                "postgresql://host/db/more",
                "jdbc:postgresql://host/db",
                "https://host/db",
                "smb://host/share",
                "file://[bad",
                "",
                "a\nb"
            })
    void everythingElseIsOneLine(String address) {
        assertThatThrownBy(() -> HubAddress.parse(address)).isInstanceOfSatisfying(HubTrouble.class, trouble -> {
            assertThat(trouble.kind()).isEqualTo(HubTrouble.Kind.REFUSED);
            assertThat(trouble.words()).doesNotContain("\n", "secret", "Evil").isNotBlank();
        });
    }

    @Test
    void aFolderBecomesAHubAndStaysOne() throws Exception {
        Path hub = folder.resolve("hub");
        assertThatThrownBy(() -> HubSetup.run(hub.toString(), "", () -> new char[0]))
                .isInstanceOf(HubTrouble.class)
                .hasMessageContaining("there is no folder");
        Files.createDirectory(hub);
        assertThat(HubSetup.run(hub.toString(), "", () -> new char[0])).hasSize(2);
        String marker = Files.readString(hub.resolve(FolderPlace.MARKER));
        HubSetup.run(hub.toString(), "", () -> new char[0]);
        assertThat(Files.readString(hub.resolve(FolderPlace.MARKER))).isEqualTo(marker);
        try (Hub opened = Hubs.open(hub.toString(), "", () -> new char[0])) {
            assertThat(opened.survey().heads().isEmpty()).isTrue();
        }
    }

    @Test
    void namesInTheLinesOfAnAdministratorCannotBreakOut() {
        assertThat(HubSetup.admits("o'h\"ara", "x'); DROP TABLE y; --"))
                .contains("CREATE ROLE \"o'h\"\"ara\" LOGIN;")
                .anyMatch(line -> line.contains("('o''h\"ara', 'x''); DROP TABLE y; --', true)"));
        assertThat(HubSetup.dismisses("ana")).hasSize(4).allMatch(line -> line.endsWith(";"));
    }
}
