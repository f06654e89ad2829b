package tocsin.bench;

import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CompletableFuture;
import tocsin.app.Profile;

/// From the start of a process to its first usable frame: the board of a profile of a million facts, beside a bare
/// window with one label, by turns in one run. `StartBench [runs]`, after `mvn package` has made the program in
/// target/tocsin; drawn in memory where there is no display. The profile is that of `ProfileBench`.
///
/// The program is started with exactly the command that its start script would run, but for a last entry on the class
/// path and the class that watches. The bare window gets the same collector and heap, and no recorded class data, as
/// any JavaFX program would be started; a third kind is the bare window with the program's own flags and class data.
public final class StartBench {
    private static final Path TREE =
            Path.of(System.getProperty("tocsin.bench.tree", "target/tocsin")).toAbsolutePath();
    private static final List<String> PLAIN =
            List.of("-XX:+UseSerialGC", "-Xmx512m", "--enable-native-access=ALL-UNNAMED", "-cp");

    private StartBench() {}

    public static void main(String[] arguments) throws Exception {
        int runs = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 7;
        String usual = Path.of(System.getProperty("java.io.tmpdir"), "tocsin-bench-profile")
                .toString();
        String folder = System.getProperty("tocsin.bench.profile", usual);
        ProfileBench.make(new Profile(Path.of(folder)));
        List<String> shipped = shipped();
        String classes = shipped.get(shipped.indexOf("-cp") + 1);
        var plain = new ArrayList<>(PLAIN);
        plain.add(classes);
        List<String> board = command(shipped, "board", folder);
        List<String> bare = command(plain, "bare");
        List<String> dressed = command(shipped, "bare");
        run(board);
        var boards = new ArrayList<Double>();
        var bares = new ArrayList<Double>();
        var dresseds = new ArrayList<Double>();
        for (int i = 0; i < runs; i++) {
            bares.add(run(bare));
            boards.add(run(board));
            dresseds.add(run(dressed));
        }
        System.out.printf(
                Locale.ROOT,
                "medians of %d: bare window %.0f ms, board of the profile %.0f ms, %.2f times;"
                        + " bare window with the program's flags and class data %.0f ms%n",
                runs,
                median(bares),
                median(boards),
                median(boards) / median(bares),
                median(dresseds));
    }

    /// What the start script would run for a window, told by a java that only says its arguments. The class to start
    /// is cut off.
    private static List<String> shipped() throws IOException, InterruptedException {
        Path home = Files.createTempDirectory("start-bench");
        try {
            Path java = Files.createDirectories(home.resolve("bin")).resolve("java");
            Files.writeString(java, "#!/bin/sh\nprintf '%s\\n' \"$@\"\n");
            Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwx------"));
            Files.writeString(home.resolve("release"), "JAVA_VERSION=\"25\"\n");
            var script = new ProcessBuilder(TREE.resolve("bin/tocsin").toString());
            script.environment().put("TOCSIN_JAVA", home.toString());
            script.environment().put("TOCSIN_PROFILE", home.resolve("profile").toString());
            Process told = script.redirectError(ProcessBuilder.Redirect.INHERIT).start();
            List<String> words = told.inputReader().readAllLines();
            if (told.waitFor() != 0 || !words.contains("tocsin.Main")) {
                throw new IllegalStateException(TREE + " cannot be started; run mvn -DskipTests package first");
            }
            return words.subList(0, words.indexOf("tocsin.Main"));
        } finally {
            Folders.delete(home);
        }
    }

    private static List<String> command(List<String> options, String... words) {
        var command = new ArrayList<String>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        int classes = command.indexOf("-cp") + 1;
        command.set(classes, command.get(classes) + File.pathSeparator + own());
        if (System.getenv("DISPLAY") == null) {
            command.addAll(1, List.of("-Dglass.platform=Headless", "-Dprism.order=sw"));
        }
        String more = System.getProperty("tocsin.bench.java", "");
        if (!more.isBlank()) {
            command.addAll(1, List.of(more.split(" ")));
        }
        command.add(FirstFrame.class.getName());
        command.addAll(List.of(words));
        return command;
    }

    private static Path own() {
        try {
            return Path.of(FirstFrame.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (java.net.URISyntaxException odd) {
            throw new IllegalStateException(odd);
        }
    }

    private static double median(List<Double> all) {
        return all.stream().sorted().toList().get(all.size() / 2);
    }

    private static double run(List<String> command) throws IOException, InterruptedException {
        String what = command.contains("board") ? "board" : "bare";
        long started = System.nanoTime();
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        var frame = new CompletableFuture<Double>();
        try (var out = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
            for (String line = out.readLine(); line != null; line = out.readLine()) {
                if (line.equals("frame")) {
                    frame.complete((System.nanoTime() - started) / 1e6);
                } else {
                    System.out.println("  " + what + ": " + line);
                }
            }
        }
        process.waitFor();
        if (!frame.isDone()) {
            throw new IllegalStateException(what + " showed no frame");
        }
        System.out.printf(Locale.ROOT, "  %s: %.0f ms%n", what, frame.join());
        return frame.join();
    }
}
