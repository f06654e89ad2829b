package tocsin;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/// What the start script asks of Java, told by a Java that only says what it was asked.
@DisabledOnOs(OS.WINDOWS)
class StartScriptTest {
    @TempDir
    Path folder;

    @BeforeEach
    void aJavaThatSaysWhatItWasAsked() throws IOException {
        Path java = folder.resolve("java/bin/java");
        Files.createDirectories(java.getParent());
        Files.writeString(java, "#!/bin/sh\necho \"$@\"\n");
        Files.writeString(folder.resolve("java/release"), "JAVA_VERSION=\"25.0.1\"\n");
        assertThat(java.toFile().setExecutable(true)).isTrue();
        Path script = folder.resolve("tree/bin/tocsin");
        Files.createDirectories(script.getParent());
        Files.createDirectories(folder.resolve("tree/lib"));
        Files.copy(Path.of("packaging/bin/tocsin"), script);
        assertThat(script.toFile().setExecutable(true)).isTrue();
    }

    @Test
    void aWindowHasACollectorThatGivesMemoryBackAndACommandOneThatStartsFast()
            throws IOException, InterruptedException {
        assertThat(asked())
                .contains("-XX:+UseG1GC", "-XX:+UseCompactObjectHeaders")
                .doesNotContain("Serial");
        assertThat(asked("--profile", "elsewhere")).contains("-XX:+UseG1GC");
        assertThat(asked("tour", "pictures")).contains("-XX:+UseG1GC");
        assertThat(asked("list", "--all")).contains("-XX:+UseSerialGC").doesNotContain("G1");
        assertThat(asked("--profile", "elsewhere", "log", "INC-1", "tour")).contains("-XX:+UseSerialGC");
    }

    @Test
    void onlyAWindowKeepsItsBestCompilerBackUntilTheFirstFrame() throws IOException, InterruptedException {
        assertThat(asked()).contains("-XX:Tier4InvocationThreshold=50000");
        assertThat(asked("list", "--all")).doesNotContain("Tier4");
    }

    @Test
    void everyWordOfACommandArrivesAsItWasTyped() throws IOException, InterruptedException {
        assertThat(asked("log", "INC-1", "two  words", "*", "ä")).endsWith("tocsin.Main log INC-1 two  words * ä\n");
    }

    private String asked(String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of(folder.resolve("tree/bin/tocsin").toString()));
        command.addAll(List.of(arguments));
        var builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("TOCSIN_JAVA", folder.resolve("java").toString());
        builder.environment().put("TOCSIN_PROFILE", folder.resolve("profile").toString());
        builder.environment().remove("TOCSIN_JAVA_OPTIONS");
        Process script = builder.start();
        String said = new String(script.getInputStream().readAllBytes(), UTF_8);
        assertThat(script.waitFor()).as(said).isZero();
        return said;
    }
}
