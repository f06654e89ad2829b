package tocsin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class VersionTest {
    @Test
    void theVersionIsTheOneTheBuildGave() {
        assertThat(Version.number()).matches("\\d+\\.\\d+\\.\\d+.*");
    }
}
