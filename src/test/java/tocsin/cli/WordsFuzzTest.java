package tocsin.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import tocsin.app.Call;
import tocsin.app.Console;
import tocsin.app.Profile;
import tocsin.app.Texts;
import tocsin.app.demo.Counts;
import tocsin.app.lock.Gate;
import tocsin.app.search.Search;
import tocsin.cli.Seat.Said;
import tocsin.journal.JournalException;

/// Whatever words come, the terminal answers with an exit code and, when it does not act, with one line.
class WordsFuzzTest {
    private static final int LINES = 4_000 * Integer.getInteger("tocsin.scale", 1);
    private static final int READINGS = 100_000 * Integer.getInteger("tocsin.scale", 1);
    private static final Texts TEXTS = Texts.english();
    private static final int HEAVY_EVERY = 300;
    private static final int ENTRIES_IN_ONE = 400;

    private static final String[] USUAL = {
        "log INC text",
        "log INC text --kind action --at -5m",
        "log INC -",
        "show INC",
        "show INC --json",
        "show INC --at 12:00 --view true",
        "severity INC 2 --reason why",
        "assign INC scribe Ben",
        "release INC scribe Ben",
        "handover INC Ben --worry it",
        "accept INC",
        "decline INC --reason off",
        "withdraw INC",
        "take-command INC --reason gone",
        "stamp INC detected --at -10m --by Ben --note n",
        "state INC identified",
        "waive INC closed.stop3 --reason why --second Ben --days 3",
        "plan INC change --back none --step one --step two",
        "step INC 1 done",
        "update INC text --to public",
        "task INC Ben do --box 10m",
        "task-set INC FACT done --note result",
        "strike INC FACT --reason why",
        "correct INC FACT text --time 12:00",
        "pin INC FACT --off",
        "answer INC FACT text",
        "judge INC FACT refuted --evidence none",
        "poll INC FACT --close going",
        "undo INC",
        "link INC INC --relation follows",
        "settle INC FACT SEV-1",
        "change INC --title t --type data --env all",
        "review owner INC Ben --due 2030-12-05",
        "review impact INC --domain d --data n --business b",
        "review cause INC rule how",
        "review action INC prevent t --owner Ben --due 2030-12-05 --measure m",
        "review action-set INC FACT done --note n",
        "review submit INC",
        "review approve INC",
        "review merged INC ref",
        "review full-form INC why",
        "log --help",
        "help log",
        "--version",
        "-h",
        "--as Ben undo INC",
        "verify FILE",
        "report",
    };

    private static final String[] HEAVY = {
        "declare title --severity 2",
        "report title",
        "list --all --json",
        "search title kind:note after:-1h --json",
        "list",
        "verify",
        "rebuild",
        "doctor",
        "tour DIR",
        "case export INC FILE",
        "case import FILE",
        "merge INC INC --reason r",
        "unmerge INC",
        "redact INC FACT --reason r",
    };

    private static final String[] ODD = {
        "",
        " ",
        "-",
        "--",
        "---",
        "-5",
        "--kind",
        "--kind=",
        "--json=maybe",
        "-h",
        "-hx",
        "-Vh",
        "@file",
        "@",
        "=",
        "INC",
        "INC-2026-1121-001~",
        "INC-9999-9999-999",
        "~~~~",
        "\u0000",
        "\u001b[31mred",
        "\u202eright",
        "\ud800",
        "\udfff\ud800",
        "a\nb\r\nc",
        "\t",
        "🔥",
        "%s%n%d",
        "${sys:user.home}",
        "$$",
        "{0}",
        "'",
        "\"",
        "\\",
        "1e9",
        "-0",
        "99999999999999999999",
        "2026-02-30",
        "25:61",
        "-99999999h",
        "+1000000000-01-01T00:00:00Z",
        "\u0130",
        "ﬁ",
        "x=y=z",
        "--as",
        "--as=",
        "--profile",
        "/dev/null",
        "../..",
        "con",
        "null",
        "true",
        "\uffff",
        "\ufeff",
        "--view=true",
        "--days=-1",
        "--box=0s",
        "--severity=١",
    };

    private static final Pattern TRACE = Pattern.compile("(?m)^\\s+at [\\w.$]+\\(|Exception|Error:|something failed");

    @TempDir
    Path folder;

    @Test
    void noWordsBreakTheTerminal() {
        int line = 0;
        while (line < LINES) {
            try (var seat = new Seat(folder.resolve("p" + line))) {
                String id = seat.run("declare", "fuzz").line();
                String fact = seat.run("log", id, "a line", "--kind", "hypothesis")
                        .line()
                        .substring(3);
                // Fresh profiles keep the folding of one incident short.
                for (int grown = 0; line < LINES && grown < ENTRIES_IN_ONE; line++) {
                    var random = new SplittableRandom(line);
                    boolean heavy = line % HEAVY_EVERY == 0;
                    List<String> words = words(random, heavy ? HEAVY : USUAL, id, fact);
                    Said said = seat.run(new ByteArrayInputStream(input(random)), words);
                    check(line, words, said);
                    grown += said.exit() == 0 && !said.out().isEmpty() ? 1 : 0;
                }
            }
        }
    }

    /// The same reading of words, many more of them: what is understood counts as handed to an owner.
    @Test
    @Timeout(value = 12, unit = TimeUnit.HOURS) // the sizes scale, so the default limit does not fit
    void noWordsAreReadBadly() {
        var elsewhere = new Elsewhere(folder);
        IntStream.range(0, READINGS).parallel().forEach(seed -> {
            var random = new SplittableRandom(seed);
            List<String> words = words(random, USUAL, "INC-2026-1121-001", "aaaaaaaaaaaaaaaa-7");
            var out = new ByteArrayOutputStream();
            var err = new ByteArrayOutputStream();
            int exit = new Commands(elsewhere, TEXTS, "1.2.3")
                    .run(new Call(
                            words,
                            folder,
                            "Ana",
                            new ByteArrayInputStream(input(random)),
                            new PrintStream(out, false, UTF_8),
                            new PrintStream(err, false, UTF_8)));
            check(seed, words, new Said(exit, out.toString(UTF_8), err.toString(UTF_8)));
        });
    }

    /// A profile that somebody else owns and answers for.
    private record Elsewhere(Path folder) implements Surroundings {
        @Override
        public long change(Gate.Change change, Supplier<char[]> passphrase) {
            return passphrase.get().length;
        }

        @Override
        public Profile profile() {
            return new Profile(folder.resolve("elsewhere"));
        }

        @Override
        public OptionalInt enter(Call call) {
            return OptionalInt.of(0);
        }

        @Override
        public Console console() {
            throw new IllegalStateException("nobody entered");
        }

        @Override
        public Search search() {
            throw new IllegalStateException("nobody entered");
        }

        @Override
        public List<Path> tour(Path pictures) {
            return List.of();
        }

        @Override
        public Counts demo() throws JournalException {
            throw new JournalException("the profile holds incidents already");
        }

        @Override
        public List<String> displayNotes() {
            return List.of();
        }
    }

    private static void check(int seed, List<String> words, Said said) {
        boolean told = said.err().isEmpty() || said.err().endsWith("\n");
        boolean lines = said.err().lines().allMatch(line -> line.startsWith("tocsin: "));
        boolean code = said.exit() >= 0 && said.exit() <= 3;
        boolean silent = said.exit() == 0 || said.exit() == 1 || said.out().isEmpty();
        boolean reason = said.exit() == 0 || !said.err().isEmpty();
        boolean calm = !TRACE.matcher(said.err()).find() && !said.out().contains("tocsin: ");
        boolean clean = said.err().chars().noneMatch(c -> c != '\n' && Character.isISOControl(c));
        assertThat(told && lines && code && silent && reason && calm && clean)
                .as("seed %d: %s -> %s", seed, words, said)
                .isTrue();
    }

    private static byte[] input(SplittableRandom random) {
        byte[] bytes = new byte[random.nextInt(4) == 0 ? random.nextInt(200) : 0];
        random.nextBytes(bytes);
        return random.nextBoolean() ? bytes : "a line\nanother".getBytes(UTF_8);
    }

    private static List<String> words(SplittableRandom random, String[] lines, String id, String fact) {
        var words = new ArrayList<String>();
        for (String word : lines[random.nextInt(lines.length)].split(" ", -1)) {
            words.add(
                    switch (word) {
                        case "INC" -> id;
                        case "FACT" -> fact;
                        case "FILE" -> "some-" + random.nextInt(3) + ".zip";
                        default -> word;
                    });
        }
        int changes = random.nextInt(4);
        for (int i = 0; i < changes && !words.isEmpty(); i++) {
            int at = random.nextInt(words.size());
            switch (random.nextInt(7)) {
                case 0 -> words.remove(at);
                case 1 -> words.add(at, odd(random));
                case 2 -> words.set(at, odd(random));
                case 3 -> words.add(words.get(at));
                case 4 -> words.set(at, words.get(at) + odd(random));
                case 5 -> words.set(at, cut(random, words.get(at)));
                default -> words.add(odd(random));
            }
        }
        return words;
    }

    private static String odd(SplittableRandom random) {
        return switch (random.nextInt(200)) {
            case 0 -> "x".repeat(random.nextInt(70_000));
            case 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15 -> scrambled(random);
            default -> ODD[random.nextInt(ODD.length)];
        };
    }

    private static String scrambled(SplittableRandom random) {
        var text = new StringBuilder();
        for (int length = random.nextInt(12); length > 0; length--) {
            text.append((char) random.nextInt(random.nextBoolean() ? 0x80 : 0x10000));
        }
        return text.toString();
    }

    private static String cut(SplittableRandom random, String word) {
        return word.isEmpty() ? word : word.substring(0, random.nextInt(word.length()));
    }
}
