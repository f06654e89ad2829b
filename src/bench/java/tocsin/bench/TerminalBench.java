package tocsin.bench;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// How long `tocsin log` takes from a script while another process owns the profile, beside the least that a JVM can be
/// started for; both in turns. `TerminalBench [runs]`, after `mvn package` has made the program in target/tocsin.
public final class TerminalBench {
    private static final Path JAVA_HOME = Path.of(System.getProperty("java.home"));
    private static final Path TOCSIN = Path.of(System.getProperty("tocsin.bench.program", "target/tocsin/bin/tocsin"))
            .toAbsolutePath();

    private final Path profile;

    private TerminalBench(Path profile) {
        this.profile = profile;
    }

    public static void main(String[] arguments) throws Exception {
        int runs = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 20;
        if (!Files.isExecutable(TOCSIN)) {
            throw new IllegalStateException(TOCSIN + " is not there; run mvn -DskipTests package first");
        }
        Path profile = Files.createTempDirectory("terminal-bench");
        try {
            new TerminalBench(profile).run(runs);
        } finally {
            Folders.delete(profile);
        }
    }

    private void run(int runs) throws IOException, InterruptedException {
        String incident = output(tocsin("declare", "Checkout is down")).strip();
        Process owner = tocsin("log", incident, "-").start();
        try (var out = owner.outputWriter();
                BufferedReader said = owner.inputReader()) {
            out.write("the owner is there\n");
            out.flush();
            String line = said.readLine();
            if (line == null || !line.startsWith("ok ")) {
                throw new IllegalStateException("the owner said " + line);
            }
            compare(runs, incident);
        }
        owner.waitFor();
    }

    private void compare(int runs, String incident) throws IOException, InterruptedException {
        var bare = new ArrayList<Double>();
        var log = new ArrayList<Double>();
        var beyond = new ArrayList<Double>();
        for (int run = -2; run < runs; run++) {
            double hello = millis(hello());
            double called = millis(tocsin("log", incident, "the third replica lags behind by " + run + " s"));
            if (run >= 0) {
                bare.add(hello);
                log.add(called);
                beyond.add(called - hello);
            }
        }
        System.out.printf(
                Locale.ROOT,
                "medians of %d: bare JVM %.0f ms, tocsin log %.0f ms, the difference %.0f ms (least %.0f)%n",
                runs,
                median(bare),
                median(log),
                median(beyond),
                beyond.stream().mapToDouble(Double::doubleValue).min().orElse(0));
    }

    private static double millis(ProcessBuilder command) throws IOException, InterruptedException {
        long start = System.nanoTime();
        output(command);
        return (System.nanoTime() - start) / 1e6;
    }

    private static String output(ProcessBuilder command) throws IOException, InterruptedException {
        Process process = command.start();
        String said;
        try (InputStream in = process.getInputStream()) {
            said = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        if (process.waitFor() != 0) {
            throw new IllegalStateException(String.join(" ", command.command()) + " failed: " + said);
        }
        return said;
    }

    private ProcessBuilder tocsin(String... words) {
        var command = new ArrayList<String>();
        command.add(TOCSIN.toString());
        command.addAll(List.of(words));
        var builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
        builder.environment().put("TOCSIN_PROFILE", profile.toString());
        builder.environment().put("TOCSIN_JAVA", JAVA_HOME.toString());
        return builder;
    }

    private static ProcessBuilder hello() {
        try {
            var classes = Path.of(Hello.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            return new ProcessBuilder(
                    JAVA_HOME.resolve("bin").resolve("java").toString(),
                    "-Xshare:auto",
                    "-XX:+UseSerialGC",
                    "-cp",
                    classes.toString(),
                    Hello.class.getName());
        } catch (java.net.URISyntaxException odd) {
            throw new UncheckedIOException(new IOException(odd));
        }
    }

    private static double median(List<Double> values) {
        return values.stream().sorted().toList().get(values.size() / 2);
    }
}
